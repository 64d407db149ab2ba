package times

import (
	"fmt"
	"strconv"
	"time"
)

// A civil is a day as precisely as it is known: month and day may be 0.
type civil struct{ year, month, day int }

// stamp is the article's own time: a day, with the hour and minute where they
// are known (-1 where not).
type stamp struct {
	civil
	hour, minute int
}

// parseStamp reads the beginning of an ISO 8601 time, as much as there is of it.
func parseStamp(s string) stamp {
	st := stamp{hour: -1, minute: -1}
	number := func(from, to, low, high int) int {
		if len(s) < to {
			return -1
		}
		n, err := strconv.Atoi(s[from:to])
		if err != nil || n < low || n > high {
			return -1
		}
		return n
	}
	y := number(0, 4, 1, 9999)
	if y < 0 {
		return st
	}
	st.year = y
	m := number(5, 7, 1, 12)
	if m < 0 || s[4] != '-' {
		return st
	}
	st.month = m
	d := number(8, 10, 1, 31)
	if d < 0 || s[7] != '-' || d > daysIn(y, m) {
		return st
	}
	st.day = d
	if h := number(11, 13, 0, 24); h >= 0 {
		st.hour = h
		st.minute = number(14, 16, 0, 59)
	}
	return st
}

// whole reports whether the day is known.
func (c civil) whole() bool { return c.day > 0 }

func (c civil) time() time.Time {
	return time.Date(c.year, time.Month(max(c.month, 1)), max(c.day, 1), 0, 0, 0, 0, time.UTC)
}

func fromTime(t time.Time) civil {
	y, m, d := t.Date()
	return civil{y, int(m), d}
}

// days counts days from a fixed day on, so that they can be compared.
func (c civil) days() int { return int(c.time().Unix() / 86400) }

// plus moves a day; overflow of the month is cut to its last day.
func (c civil) plus(years, months, days int) civil {
	m := (c.year+years)*12 + c.month - 1 + months
	y := m / 12
	m = m%12 + 1
	if m < 1 {
		y, m = y-1, m+12
	}
	d := min(c.day, daysIn(y, m))
	if days == 0 {
		return civil{y, m, d}
	}
	return fromTime(civil{y, m, d}.time().AddDate(0, 0, days))
}

// weekday is 1 for Monday to 7 for Sunday.
func (c civil) weekday() int { return (int(c.time().Weekday())+6)%7 + 1 }

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// valid reports whether there is such a day; year 0 counts as a leap year.
func (c civil) valid() bool {
	y := c.year
	if y == 0 {
		y = 2000
	}
	return c.month >= 1 && c.month <= 12 && c.day >= 1 && c.day <= daysIn(y, c.month)
}

// String gives the ISO 8601 form with X for what isn't known but stands before
// something that is.
func (c civil) String() string {
	y := "XXXX"
	if c.year > 0 {
		y = fmt.Sprintf("%04d", c.year)
	}
	switch {
	case c.day > 0 && c.month > 0:
		return fmt.Sprintf("%s-%02d-%02d", y, c.month, c.day)
	case c.day > 0:
		return fmt.Sprintf("%s-XX-%02d", y, c.day)
	case c.month > 0:
		return fmt.Sprintf("%s-%02d", y, c.month)
	}
	return y
}

// week gives the ISO 8601 week of a day: "2022-W02".
func (c civil) week() string {
	y, w := c.time().ISOWeek()
	return fmt.Sprintf("%04d-W%02d", y, w)
}
