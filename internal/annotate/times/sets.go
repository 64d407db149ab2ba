package times

import (
	"fmt"

	"stemma/internal/annotate/numerals"
)

// set reads what happens again and again: "every Thursday", "daily", "twice a
// week", "15 a year".
func (s *scanner) set(i int) (expression, bool) {
	w := s.Tokens[i].Lower
	e := expression{first: i, end: i + 1, typ: Set}
	switch {
	case repeated[w] != "":
		e.fixed = repeated[w]
		name := s.Capital(i) && !s.opens(i)
		return e, !name && s.Before(i) != "the" || !name && w != "daily" && w != "weekly" && w != "monthly"
	case pluralWeekdays[w] > 0:
		e.fixed = fmt.Sprintf("XXXX-WXX-%d", pluralWeekdays[w])
		return e, true
	case w == "every" || w == "each":
		return s.every(e, i+1)
	case w == "per" || w == "a" || w == "an":
		if w != "per" && !s.rate(i) || w == "per" && s.speed(i) {
			return e, false
		}
		u, ok := units[s.Word(i+1)]
		if !ok || u.plural {
			return e, false
		}
		e.end, e.fixed = i+2, duration(exactly(1), u)
		return e, true
	case w == "once" || w == "twice":
		if s.Word(i+1) == "a" || s.Word(i+1) == "every" || s.Word(i+1) == "per" {
			u, ok := units[s.Word(i+2)]
			if ok && !u.plural {
				e.end, e.fixed = i+3, duration(exactly(1), u)
				return e, true
			}
		}
	}
	return e, false
}

// every reads behind "every" or "each".
func (s *scanner) every(e expression, j int) (expression, bool) {
	n := exactly(1)
	if s.Word(j) == "other" {
		n, j = exactly(2), j+1
	} else if s.Word(j) == "single" {
		j++
	} else if m, ok := numerals.Read(s.Tokens, j); ok && s.Word(j) != "" && m.Exact() && s.Word(j) != "second" {
		n, j = m, m.Last
	}
	w := s.Word(j)
	e.end = j + 1
	switch u, ok := units[w]; {
	case ok && !u.short:
		e.fixed = duration(n, u)
	case weekdays[w] > 0 && s.Capital(j):
		e.fixed = fmt.Sprintf("XXXX-WXX-%d", weekdays[w])
		if p := dayparts[s.Word(j+1)]; p != "" {
			e.fixed, e.end = e.fixed+"T"+p, j+2
		}
	case months[w] > 0 && s.Capital(j):
		e.fixed = fmt.Sprintf("XXXX-%02d", months[w])
	case dayparts[w] != "":
		e.fixed = "XXXX-XX-XXT" + dayparts[w]
	case seasons[w] != "" && n.Low == 1:
		e.fixed = "XXXX-" + seasons[w]
	case w == "weekend":
		e.fixed = "XXXX-WXX-WE"
	default:
		return e, false
	}
	return e, true
}

// rate reports whether the "a" at i stands between how much and how often: "15 a
// year", "three times a week", "$40 billion a day".
func (s *scanner) rate(i int) bool {
	for k := 1; k <= 4 && i-k >= 0; k++ {
		t := s.Tokens[i-k]
		if s.Tokens[i-k+1].Break {
			return false
		}
		switch w := t.Lower; {
		case t.Kind == numerals.Digits, w == "once", w == "twice", w == "times", w == "$", w == "%":
			return s.Tokens[i-1].Kind != numerals.Mark || s.Tokens[i-1].Lower == "%"
		case datePrepositions[w] || function[w] || t.Kind == numerals.Mark && w != "-":
			return false
		default:
			if n, ok := numerals.Read(s.Tokens, i-k); ok && !n.Ordinal && w != "a" && n.Last <= i {
				return true
			}
		}
	}
	return false
}

// speed reports whether the "per" at i belongs to a measure of speed: "km per
// hour".
func (s *scanner) speed(i int) bool {
	switch s.Before(i) {
	case "km", "kilometers", "kilometres", "kilometer", "kilometre", "miles", "mile", "metres", "meters", "feet", "metre", "meter":
		return s.Word(i+1) == "hour" || s.Word(i+1) == "second"
	}
	return false
}
