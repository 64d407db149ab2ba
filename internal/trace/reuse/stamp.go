package reuse

import (
	"time"

	"stemma/internal/isotime"
)

// A stamp is the time within which an article appeared: first ≤ it < last. The
// zero stamp says nothing.
type stamp struct{ first, last time.Time }

// parseStamp reads an ISO 8601 time; a day is taken for one of UTC.
func parseStamp(s string) stamp {
	first, last, _ := isotime.Within(s)
	return stamp{first, last}
}

func (s stamp) known() bool { return !s.first.IsZero() }

// before reports whether s is certainly earlier than t.
func (s stamp) before(t stamp) bool {
	return s.known() && t.known() && !s.last.After(t.first)
}
