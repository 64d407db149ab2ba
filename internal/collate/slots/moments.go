package slots

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"stemma/account"
	"stemma/internal/annotate/times"
	"stemma/internal/collate/words"
)

// times takes over the report's times, but for the one that says when it was
// published. One expression can give several slots: "Friday at 9 p.m." has a day
// and an hour.
func (f *finder) times() {
	for n, t := range f.Times {
		i, first, last, ok := f.locate(t.Span)
		if !ok || t.Overlaps(f.Report.Published.Evidence) {
			continue
		}
		switch t.Type {
		case "DATE", "TIME":
			f.moment(i, first, last, f.Times[n])
		case "DURATION":
			f.duration(i, first, last, f.Times[n])
		}
	}
}

// moment adds the slots of a point in time: its day, hour, part of day, month or
// year, as far as its words say so.
func (f *finder) moment(i, first, last int, t times.Time) {
	add := func(class, key string) *Slot {
		s := f.add(i, first, last, account.AspectTime, class, key)
		s.Span = t.Span
		return s
	}
	day, clock, _ := strings.Cut(t.Value, "T")
	if key, parts := dayKey(f.Words[i][first:last], day); key != "" && (clock == "" || saysDay(f.Words[i][first:last], parts)) {
		add("day", key).Parts = parts
	}
	switch {
	case len(clock) >= 2 && clock[0] >= '0' && clock[0] <= '9':
		if h, ok := hours(clock); ok {
			s := add("hour", clock)
			s.Low, s.High = h, h
		}
	case clock == "MO", clock == "AF", clock == "EV", clock == "NI", clock == "MI":
		add("part of day", partOfDay[clock])
	}
	switch {
	case len(day) == 4 && isNumber(day):
		add("year", day)
	case len(day) == 7 && isNumber(day[:4]) && isNumber(day[5:]):
		add("month", day)
	}
}

// saysDay reports whether the words of a time of day, parts of whose day are given,
// say which day it is on. "That morning" and "5 a.m." are of whatever day the
// report is about, and the day that they were resolved to is a guess.
func saysDay(ws []words.Word, parts []string) bool {
	if parts[0] != "" || parts[1] != "" {
		return true
	}
	for _, w := range ws {
		if pointing[w.Lower] {
			return true
		}
	}
	return false
}

// pointing words say of a time of day which day it is on, from the day of the
// report.
var pointing = map[string]bool{
	"yesterday": true, "today": true, "tonight": true, "tomorrow": true, "this": true, "last": true, "overnight": true,
}

// partOfDay joins what reports don't keep apart: ten in the evening is at night.
var partOfDay = map[string]string{"MO": "morning", "AF": "afternoon", "EV": "night", "NI": "night", "MI": "noon"}

// weekdays and months are the words by which a day is named.
var weekdays = map[string]string{
	"monday": "monday", "tuesday": "tuesday", "wednesday": "wednesday", "thursday": "thursday",
	"friday": "friday", "saturday": "saturday", "sunday": "sunday",
	"mon": "monday", "tue": "tuesday", "tues": "tuesday", "wed": "wednesday", "thu": "thursday", "thurs": "thursday",
	"fri": "friday", "sat": "saturday", "sun": "sunday",
}

// dayKey is the value of a day: its date where it is known, else its weekday. The
// parts say what the words themselves give: a weekday, a day of a month; neither
// where they only point to a day ("yesterday").
func dayKey(ws []words.Word, value string) (key string, parts []string) {
	weekday := ""
	for _, w := range ws {
		if d := cmp.Or(weekdays[w.Lower], weekdays[strings.TrimSuffix(w.Lower, "s")]); d != "" {
			weekday = d
		}
	}
	date, err := time.Parse("2006-01-02", value)
	if err != nil {
		if weekday == "" {
			if len(value) == 10 && strings.HasPrefix(value, "XXXX-") && isNumber(value[5:7]) && isNumber(value[8:]) {
				return value, []string{"", value[5:]}
			}
			return "", nil
		}
		return weekday, []string{weekday, ""}
	}
	said := ""
	for _, w := range ws {
		if n := strings.TrimRight(w.Lower, "stndrh"); isNumber(n) && strings.TrimLeft(n, "0") == strings.TrimLeft(value[8:], "0") {
			said = value[5:]
		}
	}
	return date.Format("2006-01-02"), []string{weekday, said}
}

// duration adds a length of time such as P2Y6M.
func (f *finder) duration(i, first, last int, t times.Time) {
	days, ok := lengthInDays(t.Value)
	if !ok || f.anyTaken(i, first, last) {
		return
	}
	s := f.add(i, first, last, account.AspectQuantity, "count:day", number(days))
	s.Span, s.Low, s.High = t.Span, days, days
	f.take(i, first, last)
}

// lengthInDays reads an ISO 8601 duration; ok is false for one without numbers.
func lengthInDays(value string) (days float64, ok bool) {
	rest, found := strings.CutPrefix(value, "P")
	if !found {
		return 0, false
	}
	units := dateUnits
	for rest != "" {
		if rest[0] == 'T' {
			units, rest = clockUnits, rest[1:]
			continue
		}
		n := 0
		for n < len(rest) && (rest[n] >= '0' && rest[n] <= '9' || rest[n] == '.') {
			n++
		}
		x, err := strconv.ParseFloat(rest[:n], 64)
		if err != nil || n == len(rest) {
			return 0, false
		}
		by, known := units[rest[n]]
		if !known {
			return 0, false
		}
		days, ok, rest = days+x*by, true, rest[n+1:]
	}
	return days, ok
}

var (
	dateUnits  = map[byte]float64{'Y': 365.25, 'M': 30.4375, 'W': 7, 'D': 1}
	clockUnits = map[byte]float64{'H': 1.0 / 24, 'M': 1.0 / 1440, 'S': 1.0 / 86400}
)

// hours reads a time of day: 21:30 is 21.5.
func hours(clock string) (float64, bool) {
	h, err := strconv.Atoi(clock[:2])
	if err != nil || h > 24 {
		return 0, false
	}
	x := float64(h)
	if len(clock) >= 5 && clock[2] == ':' {
		m, err := strconv.Atoi(clock[3:5])
		if err != nil {
			return 0, false
		}
		x += float64(m) / 60
	}
	return x, true
}

func isNumber(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
