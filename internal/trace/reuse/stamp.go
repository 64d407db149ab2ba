package reuse

import "time"

// A stamp is the time within which an article appeared: first ≤ it < last. The
// zero stamp says nothing.
type stamp struct{ first, last time.Time }

// layouts are the forms that a time of publication has, with the length of time
// that each leaves open.
var layouts = []struct {
	form string
	open func(time.Time) time.Time
}{
	{time.RFC3339, func(t time.Time) time.Time { return t.Add(time.Second) }},
	{"2006-01-02T15:04Z07:00", func(t time.Time) time.Time { return t.Add(time.Minute) }},
	{"2006-01-02T15:04:05", func(t time.Time) time.Time { return t.Add(time.Second) }},
	{"2006-01-02T15:04", func(t time.Time) time.Time { return t.Add(time.Minute) }},
	{"2006-01-02", func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }},
	{"2006-01", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }},
	{"2006", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }},
}

// parseStamp reads an ISO 8601 time; a day is taken for one of UTC.
func parseStamp(s string) stamp {
	for _, l := range layouts {
		if t, err := time.Parse(l.form, s); err == nil {
			return stamp{t, l.open(t)}
		}
	}
	return stamp{}
}

func (s stamp) known() bool { return !s.first.IsZero() }

// before reports whether s is certainly earlier than t.
func (s stamp) before(t stamp) bool {
	return s.known() && t.known() && !s.last.After(t.first)
}
