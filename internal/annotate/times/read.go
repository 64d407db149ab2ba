package times

import "stemma/internal/annotate/numerals"

// starters are the words that an expression can begin with.
var starters = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range []string{
		"the", "a", "an", "half", "yesterday", "today", "tomorrow", "tonight", "that", "these", "every", "each", "per", "recent",
		"fiscal", "fy", "noon", "midnight", "midday", "day", "at", "for", "within", "more", "less", "just", "in", "over", "once", "twice",
		"mid", "q", "h", "same", "one", "quarter", "years", "decades", "months", "weeks", "days", "hours", "minutes", "centuries", "week", "month", "year", "hour", "decade",
		"any", "several", "many", "few", "couple",
		"hundreds", "thousands", "dozens", "tens", "millions",
	} {
		m[w] = true
	}
	add := func(w string) { m[w] = true }
	for w := range months {
		add(w)
	}
	for w := range weekdays {
		add(w)
	}
	for w := range pluralWeekdays {
		add(w)
	}
	for w := range seasons {
		add(w)
	}
	for w := range dayparts {
		add(w)
	}
	for w := range shifts {
		add(w)
	}
	for w := range references {
		add(w)
	}
	for w := range repeated {
		add(w)
	}
	for w := range parts {
		add(w)
	}
	for w := range pieces {
		add(w)
	}
	for w := range approximators {
		add(w)
	}
	for w := range feastWords {
		add(w)
	}
	for _, w := range numerals.Words() {
		add(w)
	}
	return m
}()

// read reads the expression that begins at tokens[i].
func (s *scanner) read(i int) (expression, bool) {
	t := &s.Tokens[i]
	switch t.Kind {
	case numerals.Digits:
		return s.core(i)
	case numerals.Mark:
		return s.shortDecade(i)
	}
	if !starters[t.Lower] {
		return expression{}, false
	}
	if e, ok := s.modified(i); ok {
		return e, true
	}
	return s.core(i)
}

// core reads an expression without words of degree before it, and what belongs
// to it behind.
func (s *scanner) core(i int) (expression, bool) {
	if i >= len(s.Tokens) {
		return expression{}, false
	}
	if e, ok := s.timeOfDay(i); ok {
		return s.withDay(e), true
	}
	if e, ok := s.date(i); ok {
		return s.withTime(e), true
	}
	if e, ok := s.duration(i); ok {
		return e, true
	}
	if e, ok := s.set(i); ok {
		return e, true
	}
	return s.reference(i)
}

// modified reads an expression with words before it that belong to it: "about
// four hours", "the end of the year", "early 2009", "mid-January".
func (s *scanner) modified(i int) (expression, bool) {
	w := s.Tokens[i].Lower
	switch {
	case w == "the":
		return s.the(i)
	case approximators[w]:
		return s.approximate(i, i+1)
	case (w == "more" || w == "less") && s.Word(i+1) == "than":
		return s.approximate(i, i+2)
	case w == "at" && (s.Word(i+1) == "least" || s.Word(i+1) == "most"):
		return s.approximate(i, i+2)
	case w == "just" && (s.Word(i+1) == "over" || s.Word(i+1) == "under"):
		return s.approximate(i, i+2)
	case parts[w]:
		return s.part(i)
	case pieces[w]:
		return s.piece(i)
	}
	return expression{}, false
}

// approximate reads "about four hours", "around 3:30 p.m.": the words [i,j)
// belong to a duration or a time of day behind them.
func (s *scanner) approximate(i, j int) (expression, bool) {
	if s.Word(j) == "" {
		return expression{}, false
	}
	if s.Word(i) == "over" && s.Word(j) == "the" {
		if u, ok := units[s.Word(j+1)]; ok && u.plural {
			return expression{first: i, end: j + 2, typ: Duration, fixed: vagueDuration(u)}, true
		}
	}
	e, ok := s.core(j)
	if !ok || e.typ != Duration && !e.clock && !e.offset {
		return expression{}, false
	}
	e.first = i
	return e, true
}

// part reads "early 2009", "late last year", "mid-January", "earlier this week",
// "late on Thursday".
func (s *scanner) part(i int) (expression, bool) {
	j := i + 1
	if s.Word(j) == "-" && s.Joined(j) {
		j++
	}
	if s.Word(j) == "in" && s.Word(j+1) == "the" { // "earlier in the week"
		if u, ok := units[s.Word(j+2)]; ok && !u.plural && u.letter < 'a' && u.times == 1 && s.Word(j+3) != "of" {
			return expression{first: i, end: j + 3, typ: Date, offset: true, unit: u.letter, anchored: u.letter == 'D'}, true
		}
	}
	switch s.Word(j) {
	case "on", "in":
		j++
	}
	if s.Word(j) == "the" && s.Word(i) != "earlier" && s.Word(i) != "later" {
		j++
	}
	if j >= len(s.Tokens) || s.Tokens[j].Break {
		return expression{}, false
	}
	if dayparts[s.Word(j)] != "" && s.Word(i) == "mid" && j == i+2 {
		return expression{}, false
	}
	e, ok := s.date(j)
	if !ok || e.typ == Duration || e.typ == Set || e.fixed == presentRef || e.fixed == pastRef || e.fixed == futureRef {
		return expression{}, false
	}
	e = s.withTime(e)
	e.first = i
	return e, true
}

// piece reads "the end of the year", "beginning of March", "rest of the week".
func (s *scanner) piece(i int) (expression, bool) {
	if s.Word(i+1) != "of" {
		return expression{}, false
	}
	j := i + 2
	if s.Word(j) == "the" || s.Word(j) == "year" || s.Word(j) == "month" {
		if s.Word(j) == "the" {
			j++
		}
		if u, ok := units[s.Word(j)]; ok && !u.plural && u.letter < 'a' && u.times == 1 && u.letter != 'D' && s.Word(j+1) != "of" {
			return expression{first: i, end: j + 1, typ: Date, offset: true, unit: u.letter}, true
		}
	}
	if s.Word(j) == "" {
		return expression{}, false
	}
	e, ok := s.date(j)
	if !ok || e.typ != Date || e.fixed != "" {
		return expression{}, false
	}
	e.first = i
	return e, true
}

// the reads what "the" begins: "the 13th", "the 1970s", "the last 30 years",
// "the weekend", "the end of the year", "the following day".
func (s *scanner) the(i int) (expression, bool) {
	j := i + 1
	w := s.Word(j)
	if w == "" {
		return expression{}, false
	}
	var e expression
	var ok bool
	switch {
	case parts[w]:
		e, ok = s.part(j)
	case pieces[w]:
		e, ok = s.piece(j)
	case w == "very" && pieces[s.Word(j+1)]:
		e, ok = s.piece(j + 1)
	case w == "day" && (s.Word(j+1) == "before" || s.Word(j+1) == "after"):
		if e, ok = s.date(j); !ok {
			e, ok = s.dayBeside(j)
		}
	case w == "weekend":
		e, ok = expression{end: j + 1, typ: Date, part: "WE"}, true
	case dayparts[w] != "":
		e, ok = s.theDaypart(i, j)
	case w == "future" && s.Before(i) == "in" && !s.Capital(j+1):
		e, ok = expression{end: j + 1, typ: Date, fixed: futureRef}, true
	case w == "past" && s.Before(i) == "in":
		if e, ok = s.core(j); !ok {
			e, ok = expression{end: j + 1, typ: Date, fixed: pastRef}, true
		}
	case seasons[w] != "":
		e, ok = s.season(j, s.Before(i) == "in" || s.Before(i) == "over" || s.Before(i) == "during" || s.Before(i) == "by")
	default:
		if e, ok = s.dayOnly(i, j); ok {
			break
		}
		if e, ok = s.shortDecade(j); ok {
			break
		}
		if e, ok = s.core(j); ok && e.typ == Set {
			return e, ok
		}
		ok = ok && (references[w] == "" || e.end > j+1)
	}
	if !ok {
		return e, false
	}
	e.first = i
	return e, true
}

// dayBeside reads "the day before" where nothing follows that it is before.
func (s *scanner) dayBeside(j int) (expression, bool) {
	if next := s.Word(j + 2); next != "" && next != "." && next != "," && next != ";" && next != ")" {
		return expression{}, false
	}
	e := expression{end: j + 2, typ: Date, offset: true, unit: 'D', count: 1, anchored: true}
	if s.Word(j+1) == "before" {
		e.count = -1
	}
	return e, true
}

// theDaypart reads "in the morning" and "the morning of January 3".
func (s *scanner) theDaypart(i, j int) (expression, bool) {
	if e, ok := s.daypartOf(j); ok {
		return e, true
	}
	switch s.Before(i) {
	case "in", "during", "by", "of":
		if next := s.Word(j + 1); s.Capital(j) || next == "-" {
			return expression{}, false
		}
		return expression{end: j + 1, typ: TimeOf, daypart: dayparts[s.Word(j)]}, true
	}
	return expression{}, false
}

// reference reads the words for now, then and soon.
func (s *scanner) reference(i int) (expression, bool) {
	w := s.Tokens[i].Lower
	one := func(value string, n int) (expression, bool) {
		return expression{first: i, end: i + n, typ: Date, fixed: value}, true
	}
	switch {
	case w == "now" && (s.Word(i+1) == "-" && s.Joined(i+1) || s.Before(i) == "by" || s.Capital(i) && !s.opens(i)):
		return expression{}, false
	case w == "soon" && (s.Before(i) == "as" || s.Word(i+1) == "as" || s.Before(i) == "too" || s.Word(i+1) == "after"):
		return expression{}, false
	case references[w] != "":
		return one(references[w], 1)
	case w == "at" && s.Word(i+1) == "present":
		return one(presentRef, 2)
	case w == "at" && s.Word(i+1) == "the" && s.Word(i+2) == "moment" && s.Word(i+3) != "of" && s.Word(i+3) != "when":
		return one(presentRef, 3)
	case w == "for" && s.Word(i+1) == "the" && (s.Word(i+2) == "moment" || s.Word(i+2) == "time" && s.Word(i+3) == "being"):
		if s.Word(i+2) == "time" {
			return one(presentRef, 4)
		}
		return one(presentRef, 3)
	case w == "these" && s.Word(i+1) == "days":
		return one(presentRef, 2)
	case w == "recent":
		j := i + 1
		if u, ok := units[s.Word(j)]; ok && u.plural {
			return one(pastRef, 2)
		}
	}
	return expression{}, false
}
