package numerals

// cardinals are the words below a hundred; the tens can be followed by a digit
// ("twenty-five", "twenty five").
var cardinals = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// scales multiply what stands before them.
var scales = map[string]float64{
	"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
	"lakh": 1e5, "crore": 1e7, "dozen": 12,
}

// abbreviatedScales stand behind digits: "40bn", "10k", "3 mln". A bare "m" is
// left to who knows whether money or metres are meant.
var abbreviatedScales = map[string]float64{
	"k": 1e3, "mn": 1e6, "mln": 1e6, "mio": 1e6, "mil": 1e6, "bn": 1e9, "bln": 1e9, "mrd": 1e9, "tn": 1e12, "trn": 1e12, "cr": 1e7,
}

// pluralScales are the numbers that say no more than their size.
var pluralScales = map[string]float64{
	"tens": 10, "dozens": 12, "scores": 20, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9,
	"trillions": 1e12, "lakhs": 1e5, "crores": 1e7,
}

// vague are the words for a small number, with what they may stand for.
var vague = map[string][2]float64{
	"several": {3, 9}, "few": {2, 5}, "couple": {2, 2}, "handful": {3, 6},
}

// fractions are parts of one, after a numerator or "a": "two thirds", "a
// quarter".
var fractions = map[string]float64{
	"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
	"fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
	"ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
}

// symbols are fractions in one character.
var symbols = map[string]float64{"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1.0 / 3, "⅔": 2.0 / 3, "⅛": 0.125}

// ordinals below twenty and the tens; "twenty-first" is put together.
var ordinals = map[string]float64{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
	"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
	"fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
	"thousandth": 1000,
}

// ordinalEndings stand directly behind digits.
var ordinalEndings = map[string]bool{"st": true, "nd": true, "rd": true, "th": true}

// Words lists every word that a number can begin with, in no order.
func Words() []string {
	var all []string
	for w := range cardinals {
		all = append(all, w)
	}
	for w := range pluralScales {
		all = append(all, w)
	}
	for w := range vague {
		all = append(all, w)
	}
	for w := range ordinals {
		all = append(all, w)
	}
	return append(all, "a", "an", "half")
}
