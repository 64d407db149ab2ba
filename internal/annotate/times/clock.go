package times

import (
	"strconv"
	"strings"

	"stemma/internal/annotate/numerals"
)

// A clockTime is a time of day as it is written.
type clockTime struct {
	hour, minute int
	zone         string
	end          int
}

// timeOfDay reads "11:45", "8 p.m. ET", "noon", "1400 GMT", and dayparts that
// need no day: "overnight".
func (s *scanner) timeOfDay(i int) (expression, bool) {
	if w := s.Tokens[i].Lower; w == "overnight" && !s.Capital(i) {
		return expression{first: i, end: i + 1, typ: TimeOf, daypart: "NI"}, true
	}
	if e, ok := s.daypartOf(i); ok {
		return e, true
	}
	c, ok := s.clockAt(i)
	if !ok {
		return expression{}, false
	}
	return expression{first: i, end: c.end, typ: TimeOf, clock: true, hour: c.hour, minute: c.minute, zone: c.zone}, true
}

// daypartOf reads "morning of January 3".
func (s *scanner) daypartOf(i int) (expression, bool) {
	p := dayparts[s.Tokens[i].Lower]
	if p == "" || s.Word(i+1) != "of" || s.Word(i+2) == "" {
		return expression{}, false
	}
	d, ok := s.date(i + 2)
	if !ok || !d.dayLevel() {
		return expression{}, false
	}
	d.first, d.typ, d.daypart = i, TimeOf, p
	return d, true
}

// dayLevel reports whether e is a day, so that a time of day can belong to it.
func (e *expression) dayLevel() bool {
	return e.fixed == "" && e.part == "" && (e.weekday > 0 || e.day > 0 || e.feast != nil || e.offset && e.unit == 'D')
}

// clockAt reads a time of day.
func (s *scanner) clockAt(i int) (clockTime, bool) {
	c := clockTime{}
	if i >= len(s.Tokens) {
		return c, false
	}
	t := &s.Tokens[i]
	if t.Kind != numerals.Digits {
		return s.clockWord(i)
	}
	if s.Joined(i) && (s.Tokens[i-1].Kind == numerals.Word || strings.ContainsAny(s.Tokens[i-1].Lower, ":$€£.#")) {
		return c, false
	}
	d := t.Lower
	j := i + 1
	marked := false // am, pm, a zone or o'clock makes it a time without doubt
	switch {
	case len(d) <= 2 && s.Word(j) == ":" && s.Joined(j) && s.Joined(j+1) && j+1 < len(s.Tokens) && len(s.Tokens[j+1].Lower) == 2 && s.Tokens[j+1].Kind == numerals.Digits:
		c.hour, _ = strconv.Atoi(d)
		c.minute, _ = strconv.Atoi(s.Tokens[j+1].Lower)
		j += 2
		if s.Word(j) == ":" && s.Joined(j) && s.Joined(j+1) && j+1 < len(s.Tokens) && s.Tokens[j+1].Kind == numerals.Digits {
			if len(d) < 2 {
				return c, false // a runner's time
			}
			j += 2
		}
		if s.Capital(i-1) && len(d) == 1 && !s.opens(i-1) && weekdays[s.Before(i)] == 0 && !function[s.Before(i)] {
			_, _, marked = s.meridiem(j)
			if !marked {
				return c, false // chapter and verse
			}
		}
		marked = true
	case len(d) == 4 && strings.Trim(d, "0123456789") == "" && (zones[s.Word(j)] == "Z" || s.Word(j) == "hours" && !s.Joined(j)):
		c.hour, _ = strconv.Atoi(d[:2])
		c.minute, _ = strconv.Atoi(d[2:])
		if s.Word(j) == "hours" && (c.hour > 23 || d[0] != '0' && c.minute != 0) {
			return c, false
		}
		marked = true
		if s.Word(j) == "hours" {
			j++
		}
	case (len(d) == 4 || len(d) == 5) && d[len(d)-3] == '.':
		c.hour, _ = strconv.Atoi(d[:len(d)-3])
		c.minute, _ = strconv.Atoi(d[len(d)-2:])
		marked = zones[s.Word(j)] == "Z"
	case len(d) <= 2:
		c.hour, _ = strconv.Atoi(d)
		if s.Word(j) == "o" && s.Word(j+1) == "'" && s.Word(j+2) == "clock" {
			j, marked = j+3, true
		}
	default:
		return c, false
	}
	return s.clockEnd(c, i, j, marked)
}

// clockEnd reads am, pm and the zone, and checks the time.
func (s *scanner) clockEnd(c clockTime, i, j int, marked bool) (clockTime, bool) {
	if pm, end, ok := s.meridiem(j); ok {
		if c.hour < 1 || c.hour > 12 && !(marked && !pm) {
			return c, false
		}
		if c.hour <= 12 {
			c.hour %= 12
			if pm {
				c.hour += 12
			}
		}
		j, marked = end, true
	}
	c.end = j
	if !marked || c.hour > 24 || c.minute > 59 {
		return c, false
	}
	c.zone, c.end = s.zone(j)
	return c, true
}

// clockWord reads "noon", "midnight" and "eight o'clock".
func (s *scanner) clockWord(i int) (clockTime, bool) {
	w := s.Tokens[i].Lower
	name := s.Capital(i) && !s.opens(i)
	switch w {
	case "noon", "midday":
		if name || s.Word(i+1) == "-" {
			return clockTime{}, false
		}
		c := clockTime{hour: 12}
		c.zone, c.end = s.zone(i + 1)
		return c, true
	case "midnight":
		if name || s.Word(i+1) == "-" {
			return clockTime{}, false
		}
		c := clockTime{hour: 24}
		c.zone, c.end = s.zone(i + 1)
		return c, true
	}
	if !starters[w] || s.Tokens[i].Kind != numerals.Word {
		return clockTime{}, false
	}
	n, ok := numerals.Read(s.Tokens, i)
	if !ok || n.Ordinal || !n.Exact() || n.Low < 1 || n.Low > 12 || n.Last != i+1 {
		return clockTime{}, false
	}
	c := clockTime{hour: int(n.Low)}
	j := n.Last
	if s.Word(j) == "o" && s.Word(j+1) == "'" && s.Word(j+2) == "clock" {
		return s.clockEnd(c, i, j+3, true)
	}
	if _, _, ok := s.meridiem(j); ok {
		return s.clockEnd(c, i, j, false)
	}
	return c, false
}

// meridiem reads "a.m.", "pm", "p.m".
func (s *scanner) meridiem(i int) (pm bool, end int, ok bool) {
	w := s.Word(i)
	switch w {
	case "am", "pm":
		if s.Tokens[i].In(s.Text) == "Am" {
			return false, i, false
		}
		return w == "pm", i + 1, true
	case "a", "p":
		if s.Word(i+1) == "." && s.Word(i+2) == "m" && s.Joined(i+1) {
			end = i + 3
			if s.Word(end) == "." && s.Joined(end) {
				end++
			}
			return w == "p", end, true
		}
	}
	return false, i, false
}

// zone reads the zone behind a time of day: "GMT", "ET", "local time", "Eastern
// Time", "(GMT +8)".
func (s *scanner) zone(i int) (string, int) {
	w := s.Word(i)
	if z, ok := zones[w]; ok && s.Tokens[i].In(s.Text) == strings.ToUpper(w) && (len(w) > 1 || s.Joined(i)) {
		if s.Word(i+1) == "+" || s.Word(i+1) == "-" && s.Joined(i+1) {
			return "", i + 1
		}
		return z, i + 1
	}
	switch w {
	case "(":
		if z, ok := zones[s.Word(i+1)]; ok && s.Word(i+2) == ")" && s.Capital(i+1) {
			return z, i + 3
		}
	case "local", "eastern", "pacific", "central", "moscow", "london":
		if s.Word(i+1) == "time" {
			return "", i + 2
		}
		if (s.Word(i+1) == "standard" || s.Word(i+1) == "daylight") && s.Word(i+2) == "time" {
			return "", i + 3
		}
	}
	return "", i
}

// withDay adds the day behind a time of day: "3:30 p.m. Sunday", "noon on
// January 3", "8 p.m. tonight".
func (s *scanner) withDay(e expression) expression {
	if !e.clock && e.daypart != "NI" || e.dayLevel() {
		return e
	}
	j := s.comma(e.end)
	if s.Word(j) == "on" {
		j++
	}
	if s.Word(j) == "(" {
		j++
	}
	if s.Word(j) == "" {
		return e
	}
	d, ok := s.date(j)
	if !ok || !d.dayLevel() || d.feast != nil && !d.feast.day {
		return e
	}
	end := d.end
	if s.Word(j-1) == "(" && s.Word(end) == ")" {
		end++
	}
	first, clock := e.first, e
	e = d
	e.first, e.end, e.typ = first, end, TimeOf
	e.clock, e.hour, e.minute, e.zone = clock.clock, clock.hour, clock.minute, clock.zone
	if clock.daypart != "" {
		e.daypart = clock.daypart
	}
	return e
}

// withTime adds the time of day behind a date: "Friday morning", "yesterday at
// 8 p.m.", "13 January 2022 – 11:45".
func (s *scanner) withTime(e expression) expression {
	if !e.dayLevel() || e.typ != Date && e.typ != TimeOf {
		return e
	}
	j := e.end
	if e.daypart == "" {
		if s.Word(j) == "in" && s.Word(j+1) == "the" {
			j += 2
		} else if w := s.Word(j); w == "late" || w == "early" || w == "-" && s.Joined(j) {
			j++
		}
		if p := dayparts[s.Word(j)]; p != "" && !(s.Capital(j) && s.Capital(j+1)) {
			e.typ, e.daypart, e.end = TimeOf, p, j+1
		}
	}
	j = e.end
	for range 3 {
		switch s.Word(j) {
		case ",", "at", "around", "about", "-", "@", "by", "|", "from", "t":
			j++
		}
	}
	if s.Word(j) == "" {
		return e
	}
	if c, ok := s.clockAt(j); ok {
		e.typ, e.clock, e.hour, e.minute, e.zone, e.end = TimeOf, true, c.hour, c.minute, c.zone, c.end
		if y, end := s.yearAt(s.comma(c.end)); y > 0 && e.year == 0 && e.month > 0 {
			e.year, e.end = y, end // "Oct 26 15:50:06 2016"
		}
	} else if c, ok := s.isoClock(e.end); ok {
		e.typ, e.clock, e.hour, e.minute, e.zone, e.end = TimeOf, true, c.hour, c.minute, c.zone, c.end
	}
	return e
}

// isoClock reads the time of day of "2022-01-13T11:45Z".
func (s *scanner) isoClock(i int) (clockTime, bool) {
	if s.Word(i) != "t" || !s.Joined(i) || !s.Joined(i+1) || s.Word(i+2) != ":" || i+3 >= len(s.Tokens) || s.Tokens[i+3].Kind != numerals.Digits {
		return clockTime{}, false
	}
	hour, errH := strconv.Atoi(s.Tokens[i+1].Lower)
	minute, errM := strconv.Atoi(s.Tokens[i+3].Lower)
	if errH != nil || errM != nil || hour > 24 || minute > 59 {
		return clockTime{}, false
	}
	c := clockTime{hour: hour, minute: minute, end: i + 4}
	if s.Word(c.end) == ":" && s.Joined(c.end+1) && c.end+1 < len(s.Tokens) && s.Tokens[c.end+1].Kind == numerals.Digits {
		c.end += 2
	}
	if s.Word(c.end) == "z" && s.Joined(c.end) {
		c.zone, c.end = "Z", c.end+1
	}
	return c, true
}
