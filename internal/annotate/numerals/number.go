package numerals

import "math"

// A Number is a number that tokens[First:Last] spell. Low ≤ High are what it may
// stand for; they differ for vague numbers only ("dozens", "a few hundred").
type Number struct {
	First, Last int
	Low, High   float64
	Place       float64 // place value of the last digit that counts; 0 for vague numbers and fractions
	InDigits    bool    // begins with digits
	Grouped     bool    // a decimal point that might separate thousands: "12.500"
	Ordinal     bool    // "13th", "third"
	Fraction    bool    // a part of one: "half", "two thirds"
}

// Exact reports whether n stands for one value.
func (n Number) Exact() bool { return n.Low == n.High }

// Read reads the longest number that begins at tokens[i]. An article or a vague
// word counts as its beginning only where a number follows: "a million", "a few
// hundred", "half a million".
func Read(tokens []Token, i int) (Number, bool) {
	if i >= len(tokens) {
		return Number{}, false
	}
	r := reader{tokens, i}
	switch t := tokens[i]; t.Kind {
	case Digits:
		return r.digits(i)
	case Word:
		return r.words(i)
	case Mark:
		if v, ok := symbols[t.Lower]; ok {
			return Number{First: i, Last: i + 1, Low: v, High: v, Fraction: true}, true
		}
	}
	return Number{}, false
}

// maxWords bounds how far one number in words may run; the longest real ones
// have about twenty.
const maxWords = 32

type reader struct {
	tokens []Token
	first  int // where the number begins
}

// at returns the lower-case form of tokens[i] if it goes on in the same line of
// thought, else "".
func (r reader) at(i int) string {
	if i < 0 || i >= len(r.tokens) || i > r.first && r.tokens[i].Break {
		return ""
	}
	return r.tokens[i].Lower
}

// next skips a hyphen that joins: "twenty-five", "two-and-a-half".
func (r reader) next(i int) int {
	if r.at(i) == "-" && i+1 < len(r.tokens) && !r.tokens[i].Spaced && !r.tokens[i+1].Spaced {
		return i + 1
	}
	return i
}

// digits reads a number that begins with digits.
func (r reader) digits(i int) (Number, bool) {
	value, place, grouped, ok := ReadDigits(r.tokens[i].Lower)
	if !ok {
		return Number{}, false
	}
	n := Number{First: i, Last: i + 1, Low: value, High: value, Place: place, InDigits: true, Grouped: grouped}
	if i+1 < len(r.tokens) && !r.tokens[i+1].Spaced {
		if ordinalEndings[r.tokens[i+1].Lower] {
			n.Ordinal, n.Last = true, i+2
			return n, true
		}
		if v, ok := symbols[r.tokens[i+1].Lower]; ok {
			n.Low, n.High, n.Place, n.Last = value+v, value+v, 0.25, i+2
		}
	}
	if r.at(n.Last) == "/" && n.Last+1 < len(r.tokens) {
		return n, true
	}
	n = r.half(n)
	return r.scaled(n), true
}

// scaled multiplies n with the scale words behind it: "2.5 million", "40bn",
// "5 hundred thousand", "10 lakh crore".
func (r reader) scaled(n Number) Number {
	for range 3 {
		j := r.next(n.Last)
		word := r.at(j)
		scale, ok := scales[word]
		if !ok && n.InDigits && n.Last == n.First+1 {
			if scale, ok = abbreviatedScales[word]; ok && r.tokens[j].Spaced && len(word) == 1 {
				ok = false // "10 K" is kelvin or a name
			}
		}
		if !ok {
			break
		}
		n.Low, n.High, n.Place, n.Last, n.Grouped = n.Low*scale, n.High*scale, n.Place*scale, j+1, false
		n = r.half(n)
	}
	return n
}

// half adds "and a half" and its kin: "two and a half", "a million and a half".
func (r reader) half(n Number) Number {
	j := r.next(n.Last)
	if r.at(j) != "and" {
		return n
	}
	j = r.next(j + 1)
	numerator := 1.0
	switch w := r.at(j); w {
	case "a", "one":
	case "three", "two":
		numerator = cardinals[w]
	default:
		return n
	}
	j = r.next(j + 1)
	var part float64
	switch r.at(j) {
	case "half":
		part = 0.5
	case "quarter", "quarters":
		part = 0.25
	case "third", "thirds":
		part = 1.0 / 3
	default:
		return n
	}
	unit := 1.0
	if n.Place > 1 && n.Low == n.Place { // "a million and a half"
		unit = n.Place
	}
	v := numerator * part * unit
	n.Low, n.High, n.Place, n.Last = n.Low+v, n.High+v, part*unit, j+1
	return n
}

// words reads a number that begins with a word.
func (r reader) words(i int) (Number, bool) {
	w := r.tokens[i].Lower
	if scale, ok := pluralScales[w]; ok {
		return r.plural(i, scale), true
	}
	if v, ok := vague[w]; ok {
		return r.vague(i, i, v)
	}
	switch w {
	case "half":
		return r.halfOf(i)
	case "a", "an":
		return r.article(i)
	}
	if n, ok := r.fraction(i); ok {
		return n, true
	}
	return r.spelled(i)
}

// plural reads "hundreds", "tens of thousands", "hundreds of millions": from one
// to just under ten of the size; dozens and scores from two to a hundred.
func (r reader) plural(i int, scale float64) Number {
	n := Number{First: i, Last: i + 1}
	size := scale
	for range 2 {
		j := n.Last
		if r.at(j) == "of" {
			j++
		} else if j == i+1 {
			break
		}
		next, ok := pluralScales[r.at(j)]
		if !ok {
			next, ok = scales[r.at(j)] // "tens of million"
		}
		if !ok || next <= 100 && size > 20 {
			break
		}
		size, n.Last = size*next, j+1
	}
	switch scale {
	case 12, 20:
		per := size / scale
		n.Low, n.High = 2*scale*per, 100*per-1
	default:
		n.Low, n.High = size, size*10-1
	}
	return n
}

// vague reads "several", "a few", "a couple of", with a scale behind them:
// "several hundred", "a few dozen".
func (r reader) vague(first, i int, v [2]float64) (Number, bool) {
	n := Number{First: first, Last: i + 1, Low: v[0], High: v[1]}
	j := i + 1
	if r.at(j) == "of" && r.tokens[i].Lower != "several" && r.tokens[i].Lower != "few" {
		j++
	}
	if scale, ok := scales[r.at(j)]; ok {
		n.Low, n.High, n.Last = v[0]*scale, (v[1]+1)*scale-1, j+1
		return n, true
	}
	return n, r.tokens[i].Lower == "several" || first < i
}

// halfOf reads "half", "half a million", "half a dozen", "half-a-million".
func (r reader) halfOf(i int) (Number, bool) {
	n := Number{First: i, Last: i + 1, Low: 0.5, High: 0.5, Fraction: true}
	j := r.next(i + 1)
	if w := r.at(j); w == "a" || w == "an" || w == "of" && r.at(j+1) == "a" {
		if w == "of" {
			j++
		}
		j = r.next(j + 1)
	}
	if scale, ok := scales[r.at(j)]; ok && j > i {
		n.Low, n.High, n.Place, n.Last, n.Fraction = scale/2, scale/2, scale/2, j+1, false
		return r.scaled(n), true
	}
	return n, true
}

// article reads what "a" begins: "a hundred and twenty", "a dozen", "a few", "a
// third of", "a couple". "A third" without "of" is an ordinal.
func (r reader) article(i int) (Number, bool) {
	j := r.next(i + 1)
	w := r.at(j)
	if scale, ok := scales[w]; ok {
		n := Number{First: i, Last: j + 1, Low: scale, High: scale, Place: scale}
		if scale == 12 {
			n.Place = 1
			return n, true
		}
		if m, ok := r.spelledFrom(i, j, 0, 1); ok {
			n = m
		}
		return r.half(n), true
	}
	if v, ok := vague[w]; ok && w != "several" {
		return r.vague(i, j, v)
	}
	if w == "score" && r.at(j+1) == "of" {
		return Number{First: i, Last: j + 1, Low: 20, High: 20, Place: 10}, true
	}
	if w == "half" || w == "quarter" || fractions[w] > 0 && r.at(j+1) == "of" {
		v := 1 / fractions[w]
		return Number{First: i, Last: j + 1, Low: v, High: v, Fraction: true}, true
	}
	return Number{}, false
}

// fraction reads "two thirds", "one-fifth", "three quarters".
func (r reader) fraction(i int) (Number, bool) {
	numerator, ok := cardinals[r.tokens[i].Lower]
	if !ok || numerator == 0 || numerator > 9 {
		return Number{}, false
	}
	j := r.next(i + 1)
	denominator, ok := fractions[r.at(j)]
	plural := ok && r.at(j)[len(r.at(j))-1] == 's'
	if !ok || !plural && numerator != 1 || numerator == 1 && j == i+1 && r.at(j+1) != "of" {
		return Number{}, false
	}
	v := numerator / denominator
	return Number{First: i, Last: j + 1, Low: v, High: v, Fraction: true}, true
}

// spelled reads a cardinal or an ordinal in words.
func (r reader) spelled(i int) (Number, bool) {
	if _, ok := scales[r.tokens[i].Lower]; ok {
		return Number{}, false // "million" alone
	}
	return r.spelledFrom(i, i, 0, 0)
}

// spelledFrom reads words from tokens[i] on; total is what larger scales have
// given so far, group what is waiting for its scale.
func (r reader) spelledFrom(first, i int, total, group float64) (Number, bool) {
	n := Number{First: first, Last: first, Place: 1}
	scaled, big := math.Inf(1), math.Inf(1) // the scale that came last; the last one above a hundred
	open := i > first                       // an article waits for its scale
	for range maxWords {
		j := r.next(i)
		w := r.at(j)
		if w == "and" && scaled < math.Inf(1) {
			j = r.next(j + 1)
			w = r.at(j)
			if v, ok := cardinals[w]; !ok || v >= scaled || r.half(Number{Last: i}).Last > i {
				break
			}
		}
		scale := scales[w]
		if v, ok := cardinals[w]; ok && !open && fits(group, v) {
			group, n.Place = group+v, 1
			if v >= 10 && math.Mod(v, 10) == 0 {
				n.Place = 10
			}
		} else if v, ok := ordinals[w]; ok && !open && fits(group, v) {
			group, n.Ordinal, n.Last = group+v, true, j+1
			break
		} else if scale > 0 && (group > 0 || total > 0 && scale > big) {
			open, scaled, n.Place = false, scale, scale
			switch {
			case scale <= 100:
				group *= scale
			case scale >= big: // "ten lakh crore"
				total, group = (total+group)*scale, 0
			default:
				total, group, big = total+group*scale, 0, scale
			}
		} else {
			break
		}
		i, n.Last = j+1, j+1
	}
	if n.Last == first {
		return n, false
	}
	n.Low, n.High = total+group, total+group
	if n.Ordinal {
		n.Place = 1
		return n, true
	}
	return r.half(n), true
}

// fits says whether a word of value v can follow in a group below a thousand:
// "hundred" + "five", "twenty" + "five", not "five" + "six".
func fits(group, v float64) bool {
	tens := math.Mod(group, 100)
	return tens == 0 || v > 0 && v < 10 && tens >= 20 && math.Mod(tens, 10) == 0
}
