package times

import (
	"strconv"

	"stemma/internal/annotate/numerals"
)

// maxDepth bounds how deep dates nest: "late on Monday, the end of January
// 2014". Without it a row of weekdays would be read again from each of them.
const maxDepth = 4

// date reads a date without a time of day.
func (s *scanner) date(i int) (expression, bool) {
	if i >= len(s.Tokens) || s.depth == maxDepth {
		return expression{}, false
	}
	s.depth++
	defer func() { s.depth-- }()
	t := &s.Tokens[i]
	if t.Kind == numerals.Digits {
		for _, read := range [...]func(int) (expression, bool){s.numeric, s.dayFirst, s.decade, s.numbered, s.year} {
			if e, ok := read(i); ok {
				return e, true
			}
		}
		return expression{}, false
	}
	if !starters[t.Lower] {
		return expression{}, false
	}
	w := t.Lower
	switch {
	case weekdays[w] > 0:
		return s.weekday(i, near)
	case months[w] > 0:
		return s.month(i, near)
	case shifts[w] != near || w == "that" || w == "same":
		return s.shifted(i)
	case seasons[w] != "":
		return s.season(i, false)
	case w == "fiscal" || w == "fy":
		return s.fiscal(i)
	case w == "q" || w == "h":
		return s.code(i)
	case feastWords[w]:
		if e, ok := s.feast(i); ok {
			return e, true
		}
	}
	if e, ok := s.near(i); ok {
		return e, true
	}
	if e, ok := s.spelledYear(i); ok {
		return e, true
	}
	if e, ok := s.dayFirst(i); ok {
		return e, true
	}
	return s.numbered(i)
}

// near reads the words for the days around the article's own.
func (s *scanner) near(i int) (expression, bool) {
	days := func(n float64, words int) (expression, bool) {
		return expression{first: i, end: i + words, typ: Date, offset: true, unit: 'D', count: n}, true
	}
	// "USA Today", "Russia Today", "Today Show" are names.
	name := s.Capital(i) && !s.opens(i) && (s.Capital(i-1) || s.Capital(i+1))
	switch s.Tokens[i].Lower {
	case "yesterday":
		return days(-1, 1)
	case "tomorrow":
		if !name {
			return days(1, 1)
		}
	case "today":
		if !name {
			return days(0, 1)
		}
	case "tonight":
		if !name {
			e, _ := days(0, 1)
			e.typ, e.daypart = TimeOf, "NI"
			return e, true
		}
	case "day":
		switch {
		case s.Word(i+1) == "before" && s.Word(i+2) == "yesterday":
			return days(-2, 3)
		case s.Word(i+1) == "after" && s.Word(i+2) == "tomorrow":
			return days(2, 3)
		}
	}
	return expression{}, false
}

// abbreviation reports whether the word is a short form, which needs more beside
// it to be a date: "Sun", "Mar", "Dec".
func abbreviation(w string) bool {
	return len(w) <= 5 && w != "march" && w != "april" && w != "may" && w != "june" && w != "july"
}

// dot skips the full stop of an abbreviation.
func (s *scanner) dot(i int, w string) int {
	if abbreviation(w) && s.Word(i) == "." && s.Joined(i) {
		return i + 1
	}
	return i
}

// comma skips a comma.
func (s *scanner) comma(i int) int {
	if s.Word(i) == "," {
		return i + 1
	}
	return i
}

// ordinalDay reads a day of the month, "13", "13th" or "thirteenth"; 0 if there
// is none.
func (s *scanner) ordinalDay(i int) (day, end int) {
	if s.Word(i) == "" {
		return 0, i
	}
	t := &s.Tokens[i]
	if t.Kind == numerals.Digits {
		if len(t.Lower) > 2 {
			return 0, i
		}
		day, _ = strconv.Atoi(t.Lower)
		end = i + 1
		if s.Joined(end) && end < len(s.Tokens) && s.Tokens[end].Kind == numerals.Word {
			switch s.Tokens[end].Lower {
			case "st", "nd", "rd", "th":
				end++
			default:
				return 0, i
			}
		}
		if s.Joined(end) && end < len(s.Tokens) && (s.Tokens[end].Lower == "%" || s.Tokens[end].Lower == ":" && s.Joined(end+1)) {
			return 0, i
		}
	} else if n, ok := numerals.Read(s.Tokens, i); ok && n.Ordinal && n.Low <= 31 && (t.Lower != "second" || s.Word(n.Last) == "of" && months[s.Word(n.Last+1)] > 0) && !s.counts(n.Last) {
		day, end = int(n.Low), n.Last
	}
	if day < 1 || day > 31 {
		return 0, i
	}
	return day, end
}

// month reads a date that begins with the month's name.
func (s *scanner) month(i int, sh shift) (expression, bool) {
	w := s.Tokens[i].Lower
	e := expression{first: i, end: i + 1, typ: Date, shift: sh}
	e.month = months[w]
	j := s.dot(i+1, w)
	if s.Word(j) == "the" { // "January the 13th"
		if day, end := s.ordinalDay(j + 1); day > 0 && end > j+2 {
			e.day, e.end = day, end
			return s.monthYear(e, true), true
		}
	}
	k := j
	if (s.Word(k) == "-" || s.Word(k) == "/") && s.Joined(k) && s.Joined(k+1) { // "Sep-23-2020"
		k++
	}
	if day, end := s.ordinalDay(k); day > 0 && !s.percentAt(end) && (k == j || s.Word(end) == s.Word(j)) {
		e.day, e.end = day, end
		if e.valid() && (s.Capital(i) || w != "may" && w != "march" && w != "sun") {
			if k > j {
				if y, end := s.yearAt(end + 1); y > 0 {
					e.year, e.end = y, end
				}
				return e, true
			}
			return s.monthYear(e, true), true
		}
		e.day, e.end = 0, i+1
	}
	if m := s.monthYear(expression{first: i, end: j, typ: Date, civil: e.civil, shift: sh}, false); m.year > 0 {
		return m, true
	}
	return e, s.bareMonth(i, j, w, sh)
}

func (s *scanner) percentAt(i int) bool {
	w := s.Word(i)
	return w == "%" || w == "percent" || w == "per" && s.Word(i+1) == "cent"
}

// monthYear adds the year behind a month or a day: "13, 2022", "January of
// 2022". After a day the comma may be missing; after a month it may stand.
func (s *scanner) monthYear(e expression, day bool) expression {
	j := e.end
	if day { // "January 10-14, 2022": the year stands behind the range
		if _, _, end, ok := s.dayRange(e); ok {
			if y, _ := s.yearAt(s.comma(end)); y > 0 {
				e.year = y
			}
			return e
		}
	}
	k := s.comma(j)
	if s.Word(k) == "of" || s.Word(k) == "in" && !day {
		k++
	}
	if s.Word(k) == "'" || s.Word(k) == "/" || s.Word(k) == "-" && s.Joined(k) {
		k++
	}
	if y, end := s.yearAt(k); y > 0 {
		if s.Word(j) == "," && !day && s.Word(end) == "" {
			return e
		}
		e.year, e.end = y, end
	}
	return e
}

// yearAt reads a year in four digits, or in two behind an apostrophe; 0 if there
// is none.
func (s *scanner) yearAt(i int) (year, end int) {
	if s.Word(i) == "" || s.Tokens[i].Kind != numerals.Digits {
		return 0, i
	}
	d := s.Tokens[i].Lower
	if s.Joined(i+1) && i+1 < len(s.Tokens) && s.Tokens[i+1].Kind == numerals.Word {
		return 0, i
	}
	switch {
	case len(d) == 4:
		y, err := strconv.Atoi(d)
		if err == nil && y >= 1000 && y < 2200 {
			return y, i + 1
		}
	case len(d) == 2 && s.Before(i) == "'":
		y, err := strconv.Atoi(d)
		if err == nil {
			return s.century(y), i + 1
		}
	}
	return 0, i
}

// century gives a year in two digits the century that brings it nearest.
func (s *scanner) century(y int) int {
	ref := s.ref.year
	if ref == 0 {
		ref = 2020
	}
	y += ref / 100 * 100
	if y > ref+20 {
		y -= 100
	}
	return y
}

// bareMonth decides whether a month's name alone is meant as one.
func (s *scanner) bareMonth(i, j int, w string, sh shift) bool {
	prev := s.Before(i)
	dated := datePrepositions[prev] || sh != near || parts[prev] || prev == "-" && i > 1 && parts[s.Tokens[i-2].Lower]
	switch {
	case !s.Capital(i):
		return false
	case s.opens(i) && prev != "-" && !dated && !(w == "january" || w == "february" || w == "july" || w == "september" || w == "october" || w == "november" || w == "december"):
		return false
	case abbreviation(w):
		return dated && (j > i+1 || w == "sept" || w == "feb" || w == "nov" || w == "oct")
	case otherMeanings[w]:
		return dated && prev != "for" && prev != "on" && prev != "to" && !(s.Capital(j) && prev != "in" && prev != "since") || prev == "and" && i > 1 && months[s.Tokens[i-2].Lower] > 0
	case s.Capital(i-1) && !s.opens(i-1) && !dated:
		return false
	}
	return true
}

// dayFirst reads "13 January 2022", "the 13th of January", "10 to 14 January".
func (s *scanner) dayFirst(i int) (expression, bool) {
	e := expression{first: i, typ: Date}
	day, end := s.firstDay(i)
	if day == 0 || s.Before(i) == "." && s.Joined(i) {
		return e, false
	}
	e.day, e.end = day, end
	j := end
	if s.Word(j) == "of" {
		j++
	}
	if (s.Word(j) == "-" || s.Word(j) == "/") && s.Joined(j) {
		j++
	}
	if m := months[s.Word(j)]; m > 0 && (s.Capital(j) || s.Word(j) != "may" && s.Word(j) != "march" && s.Word(j) != "mar") {
		e.month, e.end = m, s.dot(j+1, s.Word(j))
		if e.end > j+1 && s.opensAt(e.end) {
			if y, _ := s.yearAt(e.end); y == 0 {
				e.end = j + 1
			}
		}
		if !e.valid() {
			return e, false
		}
		return s.monthYear(e, false), true
	}
	// "10 to 14 January", "10-14 January 2022", "10 and 14 January"
	if _, _, k, ok := s.dayRange(e); ok {
		if m := months[s.Word(k)]; m > 0 && s.Capital(k) {
			e.month = m
			if y, _ := s.yearAt(s.comma(k + 1)); y > 0 {
				e.year = y
			}
			return e, e.valid()
		}
	}
	return e, false
}

// firstDay is ordinalDay at the beginning of an expression, where a paragraph
// may begin.
func (s *scanner) firstDay(i int) (int, int) {
	if !s.Tokens[i].Break {
		return s.ordinalDay(i)
	}
	s.Tokens[i].Break = false
	day, end := s.ordinalDay(i)
	s.Tokens[i].Break = true
	return day, end
}

// dayOnly reads "the 13th" where nothing that it counts follows.
func (s *scanner) dayOnly(i, j int) (expression, bool) {
	switch s.Before(i) {
	case "on", "by", "until", "till", "since", "from", "before", "after", "between":
	default:
		return expression{}, false
	}
	day, end := s.ordinalDay(j)
	if day == 0 || end == j+1 && s.Tokens[j].Kind == numerals.Digits || months[s.Word(end)] > 0 || s.Word(end) == "of" || s.Word(end) == "-" {
		return expression{}, false
	}
	if s.Tokens[j].Kind == numerals.Word && day < 10 {
		return expression{}, false
	}
	if s.counts(end) {
		return expression{}, false
	}
	return expression{end: end, typ: Date, civil: civil{day: day}}, true
}

// counts reports whether a word stands at i that an ordinal before it can count:
// "the first generation".
func (s *scanner) counts(i int) bool {
	return i < len(s.Tokens) && s.Tokens[i].Kind == numerals.Word && !s.Tokens[i].Break && !function[s.Tokens[i].Lower] && months[s.Tokens[i].Lower] == 0
}

// function are words that can't be what an ordinal counts.
var function = map[string]bool{
	"and": true, "or": true, "to": true, "at": true, "in": true, "for": true, "with": true, "when": true, "after": true,
	"before": true, "by": true, "from": true, "the": true, "a": true, "is": true, "was": true, "will": true, "but": true, "he": true,
	"she": true, "they": true, "of": true, "we": true, "it": true, "i": true, "until": true, "through": true, "as": true, "that": true,
}
