package numerals

import (
	"math"
	"strconv"
	"strings"
)

// digitsLen is the length of the number in digits that s begins with. A comma or
// a point belongs to it where digits follow; white space that doesn't break, or
// an apostrophe, where a group of exactly three does.
func digitsLen(s string) int {
	i := digitRun(s)
	for i < len(s) {
		sep := separatorLen(s[i:])
		if sep == 0 {
			break
		}
		run := digitRun(s[i+sep:])
		point := s[i] == '.' || s[i] == ','
		if run == 0 || !point && run != 3 || s[i] == ',' && run > 3 {
			break
		}
		i += sep + run
	}
	return i
}

func digitRun(s string) int {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return i
}

func separatorLen(s string) int {
	switch s[0] {
	case ',', '.', '\'':
		return 1
	}
	for _, sep := range [...]string{"\u00a0", "\u2009", "\u202f", "’"} {
		if strings.HasPrefix(s, sep) {
			return len(sep)
		}
	}
	return 0
}

// ReadDigits gives the value of a number in digits, and the place value of the
// last digit that counts: 1000 in "43,000", 0.1 in "2.5". Both conventions are
// read: "1,234.5" and "1.234,5". A single point with three digits behind it is a
// decimal point, but for three zeros; grouped says that it might separate
// thousands. ok is false for what is no one number ("13.01.2022", "1.2.3").
func ReadDigits(s string) (value, place float64, grouped, ok bool) {
	whole, fraction, grouped, ok := splitDigits(s)
	if !ok {
		return 0, 0, false, false
	}
	value, err := strconv.ParseFloat(whole+"."+fraction, 64)
	if err != nil || math.IsInf(value, 0) {
		return 0, 0, false, false
	}
	if fraction != "" {
		return value, math.Pow(10, -float64(len(fraction))), grouped, true
	}
	zeros := len(whole) - len(strings.TrimRight(whole, "0"))
	if zeros == len(whole) {
		zeros = 0
	}
	return value, math.Pow(10, float64(zeros)), grouped, true
}

// splitDigits takes the separators out of a number in digits.
func splitDigits(s string) (whole, fraction string, grouped, ok bool) {
	point := -1 // where the fraction's separator stands
	commas, points := strings.Count(s, ","), strings.Count(s, ".")
	lastComma, lastPoint := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	switch {
	case commas > 0 && points > 0:
		point = max(lastComma, lastPoint)
		if strings.Count(s, s[point:point+1]) > 1 {
			return "", "", false, false
		}
	case commas == 1 && len(s)-lastComma != 4:
		point = lastComma
	case points == 1 && s[lastPoint:] != ".000":
		point = lastPoint
		grouped = len(s)-lastPoint == 4 && lastPoint <= 3 && s[0] != '0'
	}
	if point >= 0 {
		s, fraction = s[:point], s[point+1:]
	}
	whole, ok = ungroup(s)
	return whole, fraction, grouped, ok
}

// ungroup joins groups of digits: all but the first have three digits, or two
// and at the end three, as in India ("12,34,567").
func ungroup(s string) (string, bool) {
	if digitRun(s) == len(s) {
		return s, s != ""
	}
	groups := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	for i, g := range groups {
		last := i == len(groups)-1
		if i > 0 && len(g) != 3 && (last || len(g) != 2) || i == 0 && len(g) > 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}
