// Package times finds expressions of time and normalises them to TIMEX3 values.
package times

import (
	"stemma/internal/language"
	"stemma/internal/span"
)

// A Time is a span with its normalised value. A value that depends on the
// article's own time, where that isn't known, has X for what is missing
// ("XXXX-WXX-4" for "Thursday"); Resolve fills it in later.
type Time struct {
	span.Span
	Type  string `json:"type"` // DATE, TIME, DURATION, SET
	Value string `json:"value"`
}

// Find finds the times in a text. published is the article's own time, ISO 8601
// as precise as known, or "".
func Find(text string, sentences []language.Sentence, published string) []Time {
	return nil
}

// Resolve gives t the value it has in an article published at the given time.
// text is the article's.
func Resolve(t Time, text, published string) Time {
	return t
}
