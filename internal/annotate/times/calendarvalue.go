package times

// calendar completes what a calendar expression leaves unsaid: the year of "13
// January", the date of "Thursday" and "the 13th".
func (s *scanner) calendar(e *expression) civil {
	on := e.civil
	if e.feast != nil {
		return s.feastDay(e)
	}
	ref := s.ref.civil
	if on.year > 0 || ref.year == 0 {
		return on
	}
	switch {
	case e.weekday > 0 && e.offset:
		if !ref.whole() {
			return on
		}
		return ref.plus(0, 0, int(e.count)*7+e.weekday-ref.weekday())
	case e.weekday > 0 && e.month > 0:
		return s.dated(e)
	case e.weekday > 0 && e.day > 0:
		return s.weekdayAndDay(e)
	case e.weekday > 0:
		return s.nearWeekday(e)
	case e.month > 0:
		if end, ok := s.rangeFrom(e); ok {
			return end
		}
		return s.nearMonth(e)
	case e.day > 0:
		return s.nearDay(e)
	}
	return on
}

// longest is how many days a range of dates without years may cover.
const longest = 200

// rangeFrom completes the second date of a range by the first: "10 to 14
// January", "28 December to 3 January".
func (s *scanner) rangeFrom(e *expression) (civil, bool) {
	if e.day == 0 || !s.spoken.whole() || s.at != e.first-1 {
		return civil{}, false
	}
	switch s.Tokens[s.at].Lower {
	case "to", "-", "and", "until", "till", "through":
	default:
		return civil{}, false
	}
	for k := range 2 {
		on := civil{s.spoken.year + k, e.month, e.day}
		if d := on.days() - s.spoken.days(); on.valid() && d > 0 && d < longest {
			return on, true
		}
	}
	return civil{}, false
}

// direction is that of the shift word, else that of the tense.
func (s *scanner) direction(e *expression) int {
	switch e.shift {
	case last:
		return -1
	case next:
		return 1
	}
	return s.tense(e)
}

// nearWeekday is the nearest such day in the direction of the words; the
// article's own day counts unless "last" or "next" says otherwise.
func (s *scanner) nearWeekday(e *expression) civil {
	ref := s.ref.civil
	if !ref.whole() {
		return e.civil
	}
	back := (ref.weekday() - e.weekday + 7) % 7
	strict := e.shift == last || e.shift == next
	dir := s.direction(e)
	switch {
	case back == 0 && !strict:
		return ref
	case back == 0 && dir < 0:
		return ref.plus(0, 0, -7)
	case dir > 0:
		return ref.plus(0, 0, 7-back)
	case dir == 0 && e.shift == this:
		return ref.plus(0, 0, e.weekday-ref.weekday())
	}
	return ref.plus(0, 0, -back)
}

// weekdayAndDay is the nearest date where day of the week and day of the month
// agree.
func (s *scanner) weekdayAndDay(e *expression) civil {
	ref := s.ref.civil
	if ref.month == 0 {
		return e.civil
	}
	if !ref.whole() {
		ref.day = 15
	}
	best, off := e.civil, 0
	for k := -12; k <= 12; k++ {
		on := civil{ref.year, ref.month, 1}.plus(0, k, 0)
		on.day = e.day
		if !on.valid() || on.weekday() != e.weekday {
			continue
		}
		if d := abs(on.days() - ref.days()); off == 0 || d < off {
			best, off = on, d+1
		}
	}
	return best
}

// dated is "Thursday, January 13": the year nearest to the article's in which
// the two agree.
func (s *scanner) dated(e *expression) civil {
	for k := range 7 {
		for _, sign := range [...]int{-1, 1} {
			on := civil{s.ref.year + sign*k, e.month, e.day}
			if on.valid() && on.weekday() == e.weekday {
				if k == 0 || abs(on.days()-s.ref.days()) < 400 {
					return on
				}
			}
		}
	}
	return s.nearMonth(e)
}

// farBack and nearAhead: without a cue a day of the month is in the past unless
// that lies far back and the next one is near.
const (
	farBack   = 270
	nearAhead = 60
)

// nearMonth is the nearest such month or day of a year in the direction of the
// words; the article's own counts unless "last" or "next" says otherwise.
func (s *scanner) nearMonth(e *expression) civil {
	ref, on := s.ref.civil, e.civil
	on.year = ref.year
	if ref.month == 0 {
		return on
	}
	dir := s.direction(e)
	if e.day == 0 || !ref.whole() {
		switch strict := e.shift == last || e.shift == next; {
		case on.month == ref.month && !strict:
		case on.month >= ref.month && dir <= 0 && e.shift != this:
			on.year--
		case on.month <= ref.month && dir > 0:
			on.year++
		}
		return on
	}
	past, future := on, on
	if on.days() > ref.days() {
		past.year--
	} else if on.days() < ref.days() {
		future.year++
	}
	ahead, back := future.days()-ref.days(), ref.days()-past.days()
	switch {
	case dir > 0 && (ahead < farBack || back > nearAhead):
		on = future
	case dir == 0 && back > farBack && ahead < nearAhead:
		on = future
	default:
		on = past
	}
	for !on.valid() { // 29 February
		on.year--
	}
	return on
}

// nearDay is the nearest such day of a month.
func (s *scanner) nearDay(e *expression) civil {
	ref := s.ref.civil
	if !ref.whole() {
		if ref.month > 0 {
			return civil{ref.year, ref.month, e.day}
		}
		return e.civil
	}
	step := -1
	if s.direction(e) > 0 {
		step = 1
	}
	for k := range 3 {
		on := civil{ref.year, ref.month, 1}.plus(0, k*step, 0)
		on.day = e.day
		if on.valid() && (on.days()-ref.days())*step >= 0 {
			return on
		}
	}
	return e.civil
}

// feastDay is the holiday of the year that is meant.
func (s *scanner) feastDay(e *expression) civil {
	ref := s.ref.civil
	year := e.year
	if year == 0 {
		if ref.year == 0 {
			a, d := e.feast.on(2001)
			b, f := e.feast.on(2004)
			if a == b && d == f {
				return civil{0, a, d}
			}
			return civil{}
		}
		month, day := e.feast.on(ref.year)
		year = ref.year
		if ref.whole() {
			on := civil{ref.year, month, day}
			dir := s.direction(e)
			switch off := on.days() - ref.days(); {
			case e.shift == this || off == 0:
			case off > 0 && (dir < 0 || dir == 0 && off > nearAhead):
				year--
			case off < 0 && dir > 0:
				year++
			}
		}
	}
	month, day := e.feast.on(year)
	return civil{year, month, day}
}
