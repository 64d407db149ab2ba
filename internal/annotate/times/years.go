package times

import (
	"strconv"

	"stemma/internal/annotate/numerals"
)

// year reads a year in four digits that stands where a year can.
func (s *scanner) year(i int) (expression, bool) {
	e := expression{first: i, end: i + 1, typ: Date}
	y, end := s.firstYear(i)
	if y == 0 || y > 2100 || len(s.Tokens[i].Lower) < 4 {
		return e, false
	}
	e.year, e.end = y, end
	if s.Joined(i) {
		switch prev := s.Tokens[i-1]; {
		case prev.Kind == numerals.Word, prev.Kind == numerals.Digits, prev.Lower == "$", prev.Lower == "€", prev.Lower == "£", prev.Lower == "#", prev.Lower == "@", prev.Lower == ".", prev.Lower == "/", prev.Lower == ":", prev.Lower == "¥":
			return e, false
		case prev.Lower == "-" && s.Joined(i-1) && (i < 2 || len(s.Tokens[i-2].Lower) != 4 && !parts[s.Tokens[i-2].Lower] || s.Joined(i-2) && s.Tokens[i-2].Kind == numerals.Digits):
			return e, false // "138-2010"
		}
	}
	if end < len(s.Tokens) && !s.Tokens[end].Spaced {
		switch s.Tokens[end].Lower {
		case "%", "°", "/", "+", ":":
			return e, false
		case "-":
			if s.Joined(end+1) && end+1 < len(s.Tokens) && s.Tokens[end+1].Kind == numerals.Digits && !s.laterYear(y, end+1) {
				return e, false // "2010-86"
			}
			if s.Joined(end+1) && end+1 < len(s.Tokens) && s.Tokens[end+1].Kind == numerals.Word && units[s.Tokens[end+1].Lower].letter == 0 && !s.Capital(end+1) {
				return e, false // "1500-seat"
			}
		}
	}
	return e, s.yearLike(i, y)
}

// laterYear reports whether the digits at i give a year after y, in two digits or
// in four: "2014-15", "2014-2016".
func (s *scanner) laterYear(y, i int) bool {
	d := s.Tokens[i].Lower
	v, err := strconv.Atoi(d)
	return err == nil && (len(d) == 2 && v > y%100 || len(d) == 4 && v > y)
}

func (s *scanner) firstYear(i int) (int, int) {
	if !s.Tokens[i].Break {
		return s.yearAt(i)
	}
	s.Tokens[i].Break = false
	y, end := s.yearAt(i)
	s.Tokens[i].Break = true
	return y, end
}

// counts are words before a number that make it a count.
var counts = map[string]bool{
	"than": true, "least": true, "some": true, "nearly": true, "almost": true, "approximately": true, "roughly": true,
	"additional": true, "another": true, "other": true, "no": true, "number": true, "flight": true, "route": true, "highway": true,
	"room": true, "page": true, "chapter": true, "resolution": true, "article": true, "usd": true, "eur": true, "nearest": true, "up": true,
	"exactly": true, "only": true, "dollars": true, "total": true, "boeing": true, "airbus": true, "over": true, "under": true,
}

// yearLike decides from the words beside it whether a number is a year.
func (s *scanner) yearLike(i, y int) bool {
	prev, after := s.Before(i), s.Word(i+1)
	if counts[prev] || prev == "about" && y%100 == 0 || i > 0 && s.Tokens[i-1].Kind == numerals.Digits && !s.Tokens[i].Break {
		return false
	}
	if u, ok := units[after]; ok && u.plural || s.percentAt(i+1) || measure[after] || after == "per" {
		return false
	}
	recent := y >= 1900 && y <= 2060
	if datePrepositions[prev] && prev != "for" && prev != "to" && prev != "around" && prev != "of" && prev != "from" && prev != "between" || parts[prev] {
		return recent || y >= 1400 || !s.pluralAt(i+1)
	}
	if !recent {
		return y >= 1400 && (prev == "(" || datePrepositions[prev]) && !s.pluralAt(i+1)
	}
	if s.Capital(i-1) && !s.Tokens[i].Break && !(s.opens(i-1) && (function[prev] || datePrepositions[prev] || possessive[prev])) {
		return months[prev] > 0 || events[prev] || s.acronym(i-1)
	}
	if s.pluralAt(i+1) && y%50 == 0 {
		return prev == "the"
	}
	return true
}

// possessive are words before a year that begin a noun phrase.
var possessive = map[string]bool{"its": true, "their": true, "his": true, "her": true, "our": true, "this": true, "these": true}

// measure are units that make a count of the number before them.
var measure = map[string]bool{
	"km": true, "kilometers": true, "kilometres": true, "miles": true, "metres": true, "meters": true, "feet": true, "ft": true,
	"tonnes": true, "tons": true, "kg": true, "people": true, "men": true, "women": true, "troops": true, "soldiers": true,
	"dollars": true, "euros": true, "pounds": true, "rubles": true, "million": true, "billion": true, "thousand": true,
	"jobs": true, "employees": true, "workers": true, "gmt": true, "utc": true, "square": true, "points": true, "acres": true,
	"hectares": true, "calories": true, "watts": true, "mw": true, "mhz": true,
}

// pluralAt reports whether a lower-case word ending in s follows.
func (s *scanner) pluralAt(i int) bool {
	w := s.Word(i)
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's' && !s.Capital(i) && !function[w]
}

// acronym reports whether tokens[i] is three capitals or more.
func (s *scanner) acronym(i int) bool {
	t := s.Tokens[i].In(s.Text)
	if len(t) < 3 || len(t) > 6 {
		return false
	}
	for k := range len(t) {
		if t[k] < 'A' || t[k] > 'Z' {
			return false
		}
	}
	return true
}

// spelledYear reads "nineteen eighty-six", "two thousand and twelve", "twenty
// twenty".
func (s *scanner) spelledYear(i int) (expression, bool) {
	switch s.Before(i) {
	case "in", "since", "until", "by", "of", "during":
	default:
		return expression{}, false
	}
	n, ok := numerals.Read(s.Tokens, i)
	if !ok || n.InDigits || !n.Exact() || n.Ordinal {
		return expression{}, false
	}
	e := expression{first: i, end: n.Last, typ: Date}
	if n.Low >= 2000 && n.Low < 2100 && n.Last > i+2 {
		e.year = int(n.Low)
		return e, true
	}
	if (n.Low == 19 || n.Low == 20 || n.Low == 18) && s.Word(n.Last) != "" {
		m, ok := numerals.Read(s.Tokens, n.Last)
		if ok && !m.InDigits && m.Exact() && m.Low >= 10 && m.Low < 100 && !m.Ordinal {
			if u, isUnit := units[s.Word(m.Last)]; isUnit && u.plural {
				return e, false
			}
			e.year, e.end = int(n.Low*100+m.Low), m.Last
			return e, true
		}
	}
	return e, false
}
