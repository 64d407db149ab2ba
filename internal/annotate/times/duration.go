package times

import (
	"math"
	"strconv"

	"stemma/internal/annotate/numerals"
)

// duration gives the value of n of a unit: "P2.5Y", "PT30M", "PXM".
func duration(n numerals.Number, u unit) string {
	if !n.Exact() {
		return vagueDuration(u)
	}
	v := n.Low * u.times
	if n.Fraction || v != math.Trunc(v) && u.times > 1 {
		switch { // "half an hour" is thirty minutes, "half a year" six months
		case u.letter == 'Y' && v < 1:
			v, u.letter = v*12, 'M'
		case u.letter == 'D':
			v, u.letter = v*24, 'h'
		case u.letter == 'h' && v < 1:
			v, u.letter = v*60, 'm'
		case u.letter == 'm' && v < 1:
			v, u.letter = v*60, 's'
		}
	}
	return designate(strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64), u.letter)
}

func vagueDuration(u unit) string { return designate("X", u.letter) }

func designate(n string, letter byte) string {
	if letter > 'Z' {
		return "PT" + n + string(letter-'a'+'A')
	}
	return "P" + n + string(letter)
}

// fillers may stand between a number and its unit: "two full years".
var fillers = map[string]bool{
	"full": true, "more": true, "long": true, "straight": true, "consecutive": true, "additional": true, "whole": true,
	"further": true, "other": true, "calendar": true, "business": true, "working": true, "extra": true, "solid": true,
	"short": true, "crucial": true, "successive": true,
}

// duration reads "two and a half years", "27-year", "half an hour", "a week" and,
// with what follows, "two years ago" and "three days later".
func (s *scanner) duration(i int) (expression, bool) {
	n, j, ok := s.durationNumber(i)
	if !ok {
		return s.bareUnit(i)
	}
	if fillers[s.Word(j)] {
		j++
	}
	u, ok := units[s.Word(j)]
	if !ok || !s.unitFits(n, u, i, j) {
		return expression{}, false
	}
	e := expression{first: i, end: j + 1, typ: Duration}
	e.end = s.halfMore(&n, e.end)
	if s.aged(e.end) {
		return expression{}, false
	}
	e.fixed = duration(n, u)
	if n.Exact() {
		s.compound(&e, u)
	}
	if s.Word(e.end) == "-" && s.Word(e.end+1) == "long" {
		e.end += 2
	}
	return s.fromHere(e, n, u)
}

// durationNumber reads the number of a duration; j is where its unit must stand.
func (s *scanner) durationNumber(i int) (n numerals.Number, j int, ok bool) {
	w := s.Tokens[i].Lower
	if w == "a" || w == "an" || w == "one" || w == "another" {
		if u, isUnit := units[s.Word(i+1)]; isUnit && !u.plural {
			return exactly(1), i + 1, true
		}
	}
	n, ok = numerals.Read(s.Tokens, i)
	if !ok && (w == "couple" && s.Word(i+1) == "of" || w == "few" || w == "many") {
		n, j = s.countBefore(i)
		return n, j, true
	}
	if !ok || n.Ordinal {
		return n, i, false
	}
	j = n.Last
	// "two to three years", "two or three years", "12-15 months"
	if sep := s.Word(j); sep == "to" || sep == "or" || sep == "-" {
		if m, isNumber := numerals.Read(s.Tokens, j+1); isNumber && m.Low > n.Low && !m.Ordinal && s.Word(j+1) != "" {
			if _, isUnit := units[s.unitWord(m.Last)]; isUnit {
				n, j = m, m.Last
			}
		}
	}
	if (n.Fraction || !n.Exact() || s.Tokens[n.Last-1].Lower == "couple") && s.Word(j) == "of" {
		j++
		if s.Word(j) == "a" || s.Word(j) == "an" {
			j++
		}
	} else if n.Fraction && (s.Word(j) == "a" || s.Word(j) == "an") {
		j++
	}
	if s.Word(j) == "-" && s.Joined(j) {
		j++
	}
	return n, j, true
}

// unitWord skips a hyphen before a unit.
func (s *scanner) unitWord(i int) string {
	if s.Word(i) == "-" {
		return s.Word(i + 1)
	}
	return s.Word(i)
}

// unitFits says whether a unit at j goes with the number at i: "a second" and
// "one day" are mostly something else.
func (s *scanner) unitFits(n numerals.Number, u unit, i, j int) bool {
	w := s.Word(j)
	one := n.Exact() && n.Low == 1 && !n.InDigits
	switch {
	case s.Capital(j) && !s.opens(i) && !s.Capital(i) && !n.InDigits:
		return false
	case u.short && !n.InDigits && w != "min" && w != "mins" && w != "hrs":
		return false
	case w == "second" && !(n.InDigits && s.Joined(j)):
		return false
	case w == "quarter" || w == "quarters":
		return !one && w == "quarters" && !n.Fraction
	case one && u.letter == 'D' && s.Word(i) != "another" || one && (s.Tokens[i].Lower == "a" || s.Tokens[i].Lower == "an"):
		if s.rate(i) {
			return false
		}
		if w == "night" {
			return false
		}
		after := s.Word(j + 1)
		return durationPrepositions[s.Before(i)] || after == "ago" || after == "earlier" || after == "later" || after == "before" ||
			after == "after" || after == "and" && s.Word(j+2) == "a" || after == "-" || after == "from" || after == "or"
	case n.InDigits && n.High >= 1900 && n.High < 2100 && n.Low == math.Trunc(n.Low) && !u.plural:
		return false
	}
	return true
}

// durationPrepositions make a duration of "a week" behind them.
var durationPrepositions = map[string]bool{
	"for": true, "within": true, "in": true, "after": true, "than": true, "about": true, "nearly": true, "almost": true,
	"over": true, "under": true, "around": true, "least": true, "just": true, "only": true, "lasted": true, "last": true, "lasts": true,
	"took": true, "take": true, "takes": true, "spent": true, "spend": true, "roughly": true, "of": true, "barely": true,
	"half": true, "quarter": true,
}

// halfMore reads the half behind the unit: "an hour and a half".
func (s *scanner) halfMore(n *numerals.Number, end int) int {
	if s.Word(end) == "and" && s.Word(end+1) == "a" && (s.Word(end+2) == "half" || s.Word(end+2) == "quarter") && n.Exact() {
		v := 0.5
		if s.Word(end+2) == "quarter" {
			v = 0.25
		}
		n.Low, n.High = n.Low+v, n.High+v
		return end + 3
	}
	return end
}

// aged reports whether a duration is an age: "42-year-old", "42 years old".
func (s *scanner) aged(i int) bool {
	if s.Word(i) == "-" {
		i++
	}
	w := s.Word(i)
	return w == "old" || w == "olds" || w == "of" && s.Word(i+1) == "age"
}

// compound adds smaller units: "two hours and 30 minutes".
func (s *scanner) compound(e *expression, u unit) {
	order := "YMWDhms"
	at := indexByte(order, u.letter)
	for range 3 {
		j := e.end
		if s.Word(j) == "," {
			j++
		}
		if s.Word(j) == "and" {
			j++
		}
		if s.Word(j) == "" || j == e.end && s.Tokens[j].Kind != numerals.Digits && u.letter < 'a' {
			return
		}
		n, ok := numerals.Read(s.Tokens, j)
		if !ok || n.Ordinal || !n.Exact() {
			return
		}
		v, ok := units[s.Word(n.Last)]
		next := indexByte(order, v.letter)
		if !ok || next <= at || v.times != 1 || s.aged(n.Last+1) {
			return
		}
		more := duration(n, v)[1:]
		if v.letter > 'Z' && u.letter > 'Z' {
			more = more[1:]
		}
		e.fixed += more
		e.end, at, u = n.Last+1, next, v
	}
}

func indexByte(s string, c byte) int {
	for i := range len(s) {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// fromHere reads what makes a date of a duration: "ago", "earlier", "from now".
func (s *scanner) fromHere(e expression, n numerals.Number, u unit) (expression, bool) {
	sign, anchored, words := 0.0, false, 1
	switch s.Word(e.end) {
	case "ago":
		sign = -1
	case "earlier":
		sign, anchored = -1, true
	case "later":
		sign, anchored = 1, true
	case "hence":
		sign = 1
	case "from":
		if w := s.Word(e.end + 1); w == "now" || w == "today" {
			sign, words = 1, 2
		}
	}
	if sign == 0 {
		return e, true
	}
	e.end += words
	e.typ, e.anchored = Date, anchored
	if !n.Exact() {
		switch {
		case anchored:
			e.fixed = civil{}.String()
		case sign < 0:
			e.fixed = pastRef
		default:
			e.fixed = futureRef
		}
		return e, true
	}
	e.fixed = ""
	e.offset, e.unit, e.count = true, u.letter, sign*n.Low*u.times
	if u.letter > 'Z' {
		e.typ = TimeOf
	}
	return e, true
}

// bareUnit reads units without a number: "for years", "within minutes",
// "decades-long", "years ago", "decades of".
func (s *scanner) bareUnit(i int) (expression, bool) {
	u, ok := units[s.Tokens[i].Lower]
	if !ok || u.short || s.Capital(i) && !s.opens(i) {
		return expression{}, false
	}
	e := expression{first: i, end: i + 1, typ: Duration, fixed: vagueDuration(u)}
	if s.Word(i+1) == "-" && s.Word(i+2) == "long" {
		e.end = i + 3
		if !u.plural {
			e.fixed = duration(exactly(1), u)
		}
		return e, true
	}
	if !u.plural {
		return e, false
	}
	switch s.Word(i + 1) {
	case "ago":
		return expression{first: i, end: i + 2, typ: Date, fixed: pastRef}, true
	case "later":
		return expression{first: i, end: i + 2, typ: Date, fixed: civil{}.String()}, true
	}
	switch s.Before(i) {
	case "for", "in", "within", "after", "over", "took", "take", "lasted":
		return e, u.letter != 's' && s.Tokens[i].Lower != "quarters"
	}
	if s.Word(i+1) == "of" && s.Before(i) != "the" && s.Before(i) != "early" && s.Before(i) != "final" && u.letter < 'a' && s.Tokens[i].Lower != "quarters" && s.Tokens[i].Lower != "days" {
		return e, true
	}
	return e, false
}
