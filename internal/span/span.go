// Package span has the piece of text that every annotation rests on.
package span

// A Span is a piece of a text in bytes of UTF-8: 0 ≤ Start ≤ End ≤ len(text).
// The zero Span is empty and stands for "nowhere".
type Span struct {
	Start int `json:"s"`
	End   int `json:"e"`
}

// Len is the length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// In returns the text that s covers.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Join returns the smallest span that holds s and t; an empty one counts as
// nowhere.
func (s Span) Join(t Span) Span {
	if s.Empty() {
		return t
	}
	if t.Empty() {
		return s
	}
	return Span{min(s.Start, t.Start), max(s.End, t.End)}
}
