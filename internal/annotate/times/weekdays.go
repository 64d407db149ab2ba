package times

// weekday reads "Thursday", "Thursday (13)", "Thursday the 13th", "Thu,
// 01/13/2022", "Thursday, January 13".
func (s *scanner) weekday(i int, sh shift) (expression, bool) {
	w := s.Tokens[i].Lower
	if !s.Capital(i) && abbreviation(w) || afterWeekday[s.Word(i+1)] && s.Capital(i+1) || beforeWeekday[s.Before(i)] ||
		w == "sunday" && s.Before(i) == "on" && i > 1 && s.Tokens[i-2].Lower == "mail" {
		return expression{}, false
	}
	e := expression{first: i, end: i + 1, typ: Date, weekday: weekdays[w], shift: sh}
	j := s.dot(i+1, w)
	k := s.comma(j)
	if s.Word(k) == "the" {
		k++
	}
	if d, ok := s.afterDay(k); ok && d.weekday == 0 && (d.day > 0 && s.Word(k) != "") && d.fixed == "" {
		d.first, d.weekday = i, e.weekday
		return d, true
	}
	if day, end := s.ordinalDay(k); day > 0 && k > j || day > 0 && end > k+1 {
		e.day, e.end = day, end
		return e, true
	}
	if day, end := s.ordinalDay(j + 1); s.Word(j) == "(" && day > 0 && s.Word(end) == ")" {
		e.day, e.end = day, end+1
		return e, true
	}
	if s.Word(j) == "(" { // "Thursday (January 13)"
		if d, ok := s.date(j + 1); ok && d.month > 0 && d.day > 0 && s.Word(d.end) == ")" {
			d.first, d.weekday, d.end = i, e.weekday, d.end+1
			return d, true
		}
	}
	if abbreviation(w) && j == i+1 && !s.capitalTimeFollows(j) {
		switch w {
		case "thurs", "tues", "weds":
		default:
			return expression{}, false
		}
	}
	if j > i+1 && !s.opensAt(j) {
		e.end = j
	}
	return s.weekShift(e), true
}

// afterDay reads the date that a weekday's name introduces.
func (s *scanner) afterDay(i int) (expression, bool) {
	if weekdays[s.Word(i)] > 0 {
		return expression{}, false
	}
	return s.date(i)
}

// opensAt reports whether a sentence may begin at i; then the full stop before
// it isn't an abbreviation's alone.
func (s *scanner) opensAt(i int) bool { return s.Word(i) == "" || s.Capital(i) }

// capitalTimeFollows reports whether a time of day or a daypart follows, which
// makes a weekday of "Sat" and "Sun".
func (s *scanner) capitalTimeFollows(i int) bool {
	if dayparts[s.Word(i)] != "" {
		return true
	}
	_, ok := s.clockAt(s.comma(i))
	return ok && s.Word(i) != ""
}

// weekShift reads "Monday last week", "Friday of next week", "Monday week".
func (s *scanner) weekShift(e expression) expression {
	j := e.end
	if s.Word(j) == "of" {
		j++
	}
	if sh := shifts[s.Word(j)]; e.shift == near && (sh == last || sh == this || sh == next) && s.Word(j+1) == "week" &&
		(s.Word(j) == "last" || s.Word(j) == "this" || s.Word(j) == "next") {
		e.offset, e.unit, e.count, e.end = true, 'W', float64(sh-this), j+2
	}
	return e
}
