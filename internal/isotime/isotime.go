// Package isotime reads times that are known to some precision only: a year, a
// month, a day, a minute, with or without a zone, in ISO 8601.
package isotime

import (
	"cmp"
	"time"
)

// A Precision is the smallest part of a time that is known.
type Precision int

// The precisions, from coarse to fine.
const (
	Year Precision = iota + 1
	Month
	Day
	Minute
	Second
)

var layouts = []struct {
	layout    string
	precision Precision
}{
	{"2006-01-02", Day},
	{time.RFC3339Nano, Second},
	{"2006-01-02T15:04:05.999999999", Second},
	{"2006-01-02T15:04:05Z0700", Second},
	{"2006-01-02T15:04Z07:00", Minute},
	{"2006-01-02T15:04", Minute},
	{"2006-01-02 15:04:05Z07:00", Second},
	{"2006-01-02 15:04:05", Second},
	{"2006-01-02 15:04", Minute},
	{"2006-01", Month},
	{"2006", Year},
}

// Parse reads a time: the first instant of what is known, in UTC where no zone
// is given. ok is false where s is no such time.
func Parse(s string) (t time.Time, precision Precision, ok bool) {
	for _, l := range layouts {
		if t, err := time.Parse(l.layout, s); err == nil {
			return t, l.precision, true
		}
	}
	return time.Time{}, 0, false
}

// Compare orders times, earlier first and the coarser of two that begin
// together; what is no time comes last.
func Compare(a, b string) int {
	at, ap, aok := Parse(a)
	bt, bp, bok := Parse(b)
	switch {
	case aok != bok && aok:
		return -1
	case aok != bok:
		return 1
	}
	return cmp.Or(at.Compare(bt), cmp.Compare(ap, bp))
}

// Within returns the stretch that a time leaves open, first ≤ it < last: the
// whole day where only the day is known.
func Within(s string) (first, last time.Time, ok bool) {
	first, precision, ok := Parse(s)
	if !ok {
		return first, last, false
	}
	switch precision {
	case Year:
		last = first.AddDate(1, 0, 0)
	case Month:
		last = first.AddDate(0, 1, 0)
	case Day:
		last = first.AddDate(0, 0, 1)
	case Minute:
		last = first.Add(time.Minute)
	default:
		last = first.Add(time.Second)
	}
	return first, last, true
}
