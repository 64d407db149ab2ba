package times

import (
	"fmt"
	"strconv"

	"stemma/internal/annotate/numerals"
)

// decade reads "1970s", "1970's".
func (s *scanner) decade(i int) (expression, bool) {
	d := s.Tokens[i].Lower
	j := i + 1
	if s.Word(j) == "'" && s.Joined(j) {
		j++
	}
	if s.Word(j) != "s" || !s.Joined(j) {
		return expression{}, false
	}
	y, err := strconv.Atoi(d)
	if err != nil || y%10 != 0 {
		return expression{}, false
	}
	switch {
	case len(d) == 4 && y >= 1000 && y < 2200:
	case len(d) == 2 && (s.Before(i) == "the" || s.Before(i) == "'" || parts[s.Before(i)] || s.Before(i) == "-"):
		if s.Before(i-1) == "his" || y < 20 && y > 0 {
			return expression{}, false
		}
		y = s.century(y)
	default:
		return expression{}, false
	}
	return expression{first: i, end: j + 1, typ: Date, fixed: strconv.Itoa(y / 10)}, true
}

// shortDecade reads "'70s" and "'98" behind their apostrophe.
func (s *scanner) shortDecade(i int) (expression, bool) {
	if s.Tokens[i].Lower != "'" || !s.Joined(i+1) || s.Tokens[i+1].Kind != numerals.Digits || len(s.Tokens[i+1].Lower) != 2 || s.Joined(i) {
		return expression{}, false
	}
	if e, ok := s.decade(i + 1); ok {
		e.first = i
		return e, true
	}
	y, end := s.yearAt(i + 1)
	if y == 0 || !datePrepositions[s.Before(i)] {
		return expression{}, false
	}
	return expression{first: i, end: end, typ: Date, civil: civil{year: y}}, true
}

// numbered reads periods with an ordinal: "20th century", "third quarter of
// 2014", "first half of the year", "second week of January".
func (s *scanner) numbered(i int) (expression, bool) {
	n, ok := numerals.Read(s.Tokens, i)
	if !ok || !n.Ordinal {
		return expression{}, false
	}
	j := n.Last
	if s.Word(j) == "-" && s.Joined(j) {
		j++
	}
	e := expression{first: i, end: j + 1, typ: Date}
	switch s.Word(j) {
	case "century":
		if n.Low < 1 || n.Low > 30 {
			return e, false
		}
		e.fixed = fmt.Sprintf("%02d", int(n.Low)-1)
		return e, true
	case "quarter":
		if n.Low > 4 {
			return e, false
		}
		e.part = fmt.Sprintf("Q%d", int(n.Low))
	case "half":
		if n.Low > 2 || s.Word(j+1) != "of" && s.Word(j+1) != "-" {
			return e, false
		}
		e.part = fmt.Sprintf("H%d", int(n.Low))
	case "week", "weekend":
		return s.weekOf(e, int(n.Low), j)
	default:
		return e, false
	}
	return s.ofYear(e, e.part[0] == 'H')
}

// ofYear reads the year that a quarter, a half or a season belongs to: "of
// 2014", "of the year", "of last year", "2014". needed: without it there is no
// time.
func (s *scanner) ofYear(e expression, needed bool) (expression, bool) {
	j := e.end
	of := s.Word(j) == "of"
	if of || s.Word(j) == "," {
		j++
	}
	if s.Word(j) == "the" {
		j++
	}
	if s.Word(j) == "fiscal" {
		j++
		if s.Word(j) == "year" {
			j++
		}
	}
	if s.Word(j) == "'" {
		j++
	}
	if y, end := s.yearAt(j); y > 0 {
		e.year, e.end = y, end
		return e, true
	}
	if of && s.Word(j) == "year" && s.Word(j-1) == "the" {
		e.shift, e.end = this, j+1
		return e, true
	}
	if sh := shifts[s.Word(j)]; sh != near && s.Word(j+1) == "year" {
		e.shift, e.end = near, j+2
		e.offset, e.unit, e.count = true, 'Y', float64(sh-this)
		return e, true
	}
	return e, !needed && !(of && e.part != "" && e.part[0] == 'Q')
}

// weekOf reads "the second week of January (2014)".
func (s *scanner) weekOf(e expression, n, j int) (expression, bool) {
	if s.Word(j+1) != "of" || n > 5 {
		return e, false
	}
	if m, ok := s.date(j + 2); ok && m.month > 0 && m.day == 0 && s.Word(j+2) != "" {
		m.first = e.first
		return m, true
	}
	return e, false
}

// season reads "summer of 2014", "spring 2022", "this winter"; alone it is one
// only where the words before say so (dated).
func (s *scanner) season(i int, dated bool) (expression, bool) {
	e := expression{first: i, end: i + 1, typ: Date, part: seasons[s.Tokens[i].Lower]}
	prev := s.Before(i)
	if prev == "arab" || prev == "prague" || prev == "nuclear" || s.Capital(i) && !s.opens(i) && s.Word(i+1) != "of" && s.Word(i+1) == "" {
		return e, false
	}
	return s.ofYear(e, !(dated && !s.counts(i+1) && s.Word(i+1) != "of" || prev == "in" && s.Tokens[i].Lower != "fall"))
}

// fiscal reads "fiscal 2012", "fiscal year 2012", "FY2012", "FY12".
func (s *scanner) fiscal(i int) (expression, bool) {
	j := i + 1
	if s.Word(j) == "year" {
		j++
	}
	if s.Word(j) == "'" {
		j++
	}
	y, end := s.yearAt(j)
	if y == 0 && s.Tokens[i].Lower == "fy" && s.Joined(j) && j < len(s.Tokens) && len(s.Tokens[j].Lower) == 2 {
		if v, err := strconv.Atoi(s.Tokens[j].Lower); err == nil {
			y, end = s.century(v), j+1
		}
	}
	if y == 0 {
		return expression{}, false
	}
	return expression{first: i, end: end, typ: Date, fixed: fmt.Sprintf("FY%d", y)}, true
}

// code reads "Q3", "Q3 2014", "H1 2020".
func (s *scanner) code(i int) (expression, bool) {
	j := i + 1
	if !s.Capital(i) || !s.Joined(j) || len(s.Tokens[j].Lower) != 1 {
		return expression{}, false
	}
	d := s.Tokens[j].Lower[0]
	w := s.Tokens[i].Lower
	if w == "q" && (d < '1' || d > '4') || w == "h" && d != '1' && d != '2' {
		return expression{}, false
	}
	if s.Joined(j+1) && s.Word(j+1) != "'" && s.Tokens[j+1].Kind != numerals.Mark {
		return expression{}, false
	}
	e := expression{first: i, end: j + 1, typ: Date, part: s.Tokens[i].In(s.Text) + string(d)}
	return s.ofYear(e, w == "h")
}

// shifted reads what "last", "this", "next" and their kin begin.
func (s *scanner) shifted(i int) (expression, bool) {
	w := s.Tokens[i].Lower
	j := i + 1
	e := expression{first: i, end: j + 1, typ: Date, shift: shifts[w]}
	if w == "this" && (s.Word(j) == "past" || s.Word(j) == "coming" || s.Word(j) == "last" || s.Word(j) == "upcoming") {
		e.shift = shifts[s.Word(j)]
		j++
		e.end = j + 1
	}
	x := s.Word(j)
	if x == "" {
		return e, false
	}
	// "previous", "following" and "that" count from the date last spoken of
	e.anchored = w == "previous" || w == "preceding" || w == "following" || w == "that" || w == "same"
	if w == "that" || w == "same" {
		e.shift = this
	}
	if e.shift != this || w == "this" || w == "current" {
		if d, ok := s.shiftedCalendar(i, j, e); ok {
			return d, true
		}
	}
	count := float64(e.shift - this)
	switch {
	case dayparts[x] != "" && x != "overnight":
		if w == "next" || w == "past" || w == "current" || x == "night" && w == "this" && s.Capital(i-1) {
			return e, false
		}
		e.typ, e.daypart, e.offset, e.unit, e.count = TimeOf, dayparts[x], true, 'D', count
		e.shift = near
		return e, x != "night" || w != "same"
	case x == "weekend":
		e.part = "WE"
		return e, true
	case x == "quarter" && w != "that" && w != "same":
		e.part = "Q"
		return e, s.Word(j+1) != "of"
	case (x == "fiscal" || x == "financial") && s.Word(j+1) == "year":
		e.part, e.end = "FY", j+2
		return e, true
	}
	if n, end := s.countBefore(j); end > j {
		u, ok := units[s.Word(end)]
		if !ok || u.short || w == "that" || w == "same" || w == "current" {
			return e, false
		}
		return expression{first: i, end: end + 1, typ: Duration, fixed: duration(n, u)}, true
	}
	u, ok := units[x]
	if !ok || u.short {
		return e, false
	}
	return s.shiftedUnit(e, w, x, u)
}

// shiftedUnit reads "last week", "the past decade", "the coming days".
func (s *scanner) shiftedUnit(e expression, w, x string, u unit) (expression, bool) {
	past := w == "past" || w == "last" && u.times > 1 && u.letter == 'Y' && x != "century"
	switch {
	case u.plural && e.shift == last:
		e.fixed = pastRef
	case u.plural && e.shift == next:
		e.fixed = futureRef
	case u.plural, u.letter > 'Z' && w != "past" && w != "last":
		return e, false
	case past || u.letter > 'Z':
		e.typ, e.fixed = Duration, duration(exactly(1), u)
	case u.letter == 'Y' && u.times > 1:
		e.offset, e.unit, e.count = true, 'E', float64(e.shift-this)
		if u.times == 100 {
			e.unit = 'C'
		}
	case u.letter == 'D' && (w == "this" || w == "last" || w == "current" || w == "coming"):
		return e, false
	case w == "that" && u.letter != 'D' && u.letter != 'W' && u.letter != 'M' && s.Before(e.first) != "in" && s.Before(e.first) != "later" && s.Before(e.first) != "earlier":
		return e, false
	case w == "same" && s.Before(e.first) != "the":
		return e, false
	default:
		e.offset, e.unit, e.count = true, u.letter, float64(e.shift-this)*u.times
		e.anchored = e.anchored || w == "next" && u.letter == 'D'
	}
	e.shift = near
	return e, true
}

// shiftedCalendar reads "last Thursday", "this May", "next summer", "last
// Christmas".
func (s *scanner) shiftedCalendar(i, j int, e expression) (expression, bool) {
	x := s.Word(j)
	var d expression
	ok := false
	switch {
	case weekdays[x] > 0:
		d, ok = s.weekday(j, e.shift)
	case months[x] > 0 && s.Capital(j):
		d, ok = s.month(j, e.shift)
	case seasons[x] != "":
		d, ok = expression{end: j + 1, typ: Date, part: seasons[x], shift: e.shift}, true
	case feastWords[x]:
		if d, ok = s.feast(j); ok {
			d.shift = e.shift
		}
	}
	d.first = i
	return d, ok
}

// countBefore reads a number, or words that stand for one, before a unit.
func (s *scanner) countBefore(i int) (numerals.Number, int) {
	n, ok := numerals.Read(s.Tokens, i)
	switch {
	case ok && !n.Ordinal && !n.Fraction:
		end := n.Last
		if s.Word(end) == "of" && !n.Exact() {
			end++
		}
		if s.Word(end) == "-" && s.Joined(end) {
			end++
		}
		return n, end
	case s.Word(i) == "few" || s.Word(i) == "many":
		return numerals.Number{Low: 2, High: 9}, i + 1
	case s.Word(i) == "couple" && s.Word(i+1) == "of":
		return exactly(2), i + 2
	}
	return n, i
}

func exactly(v float64) numerals.Number { return numerals.Number{Low: v, High: v} }
