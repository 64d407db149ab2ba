// Package times finds expressions of time and normalises them to TIMEX3 values.
//
// What is marked and how follows the TimeML annotation guidelines (Saurí et al.
// 2006, ISO 24617-1), as HeidelTime (Strötgen and Gertz 2010) and SUTime (Chang
// and Manning 2012) read them:
//
//	DATE      2022-01-13, 2022-W02, 2022-01, 2022, 202 (a decade), 19 (a century),
//	          2022-Q3, 2022-SU, 2022-W02-WE, FY2022, PRESENT_REF, PAST_REF, FUTURE_REF
//	TIME      2022-01-13T11:45, 2022-01-13T18:00Z, 2022-01-13TMO (MO AF EV NI MI)
//	DURATION  P2Y, P2.5Y, PT4H, P30Y for three decades, PXY for "years"
//	SET       P1Y ("annually"), XXXX-WXX-4 ("every Thursday")
//
// An expression is read by a hand-written grammar over the tokens of package
// numerals, then given its value against the article's own time. A date without
// a year or a weekday means the nearest one in the direction in which the words
// beside it point ("will meet Friday", "met Monday"); news speaks of the past
// where nothing says otherwise, and the day of publication counts for both. An
// article whose own time isn't known has that of a date which heads its text.
package times

import (
	"strings"

	"stemma/internal/annotate/numerals"
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

// Find finds the times in a text, in order and without overlap. published is the
// article's own time, ISO 8601 as precise as known, or "". sentences may be nil.
func Find(text string, sentences []language.Sentence, published string) []Time {
	s := scan(text, parseStamp(published))
	var times []Time
	for _, r := range s.found {
		times = append(times, r.Time)
	}
	return times
}

// context is how much text before and after an expression can bear on its value:
// the tense of its sentence, the date last spoken of.
const context = 1500

// Resolve gives t the value it has in an article published at the given time.
// text is the article's. A t that Find doesn't find comes back as it is.
func Resolve(t Time, text, published string) Time {
	if published == "" || t.Start < 0 || t.End > len(text) || t.Start > t.End {
		return t
	}
	from, to := cut(text, t.Start-context), cut(text, t.End+context)
	for _, r := range scan(text[from:to], parseStamp(published)).found {
		if r.Start+from == t.Start && r.End+from == t.End {
			t.Type, t.Value = r.Type, r.Value
			break
		}
	}
	return t
}

// cut moves i into the text, to where a token may begin.
func cut(text string, i int) int {
	if i <= 0 || i >= len(text) {
		return max(0, min(i, len(text)))
	}
	for i > 0 && text[i-1] != ' ' && text[i-1] != '\n' {
		i--
	}
	return i
}

// A scanner finds expressions from left to right.
type scanner struct {
	numerals.Walk
	ref         stamp
	found       []reading
	spoken      civil // the date last spoken of
	at          int   // token where it was
	monthsFirst bool  // ambiguous numeric dates: the article's others begin with the month
	daysFirst   bool
	depth       int // of dates within dates
}

// A reading is an expression with its value.
type reading struct {
	Time
	expression
}

func scan(text string, ref stamp) *scanner {
	s := &scanner{Walk: numerals.Walk{Text: text, Tokens: numerals.Scan(text)}, ref: ref}
	s.learnOrder()
	for i := 0; i < len(s.Tokens); {
		e, ok := s.read(i)
		if !ok {
			i++
			continue
		}
		s.emit(e)
		i = max(i+1, e.end)
		i = s.rangeEnd(e, i)
	}
	return s
}

// emit gives an expression its value and keeps it.
func (s *scanner) emit(e expression) {
	value, on := s.value(&e)
	if value == "" {
		return
	}
	sp := span.Span{Start: s.Tokens[e.first].Start, End: s.Tokens[e.end-1].End}
	s.found = append(s.found, reading{Time{sp, e.typ, value}, e})
	if on.year > 0 && (e.typ == Date || e.typ == TimeOf) {
		s.spoken, s.at = on, e.end
	}
	if on.whole() && e.typ == Date && s.ref.year == 0 && s.heads(sp) {
		s.ref = parseStamp(value)
	}
}

// heading is how far into a text a date can head it.
const heading = 300

// heads reports whether a date stands on a line of its own at a text's head: then
// the text was written on it.
func (s *scanner) heads(date span.Span) bool {
	before, after := s.Text[:date.Start], s.Text[date.End:]
	if len(before) > heading {
		return false
	}
	line, _, _ := strings.Cut(after, "\n")
	return strings.TrimSpace(before[strings.LastIndexByte(before, '\n')+1:]) == "" && strings.TrimSpace(line) == ""
}

// opens reports whether tokens[i] begins a sentence, as far as marks tell.
func (s *scanner) opens(i int) bool {
	if i == 0 || s.Tokens[i].Break {
		return true
	}
	switch s.Tokens[i-1].Lower {
	case ".", "!", "?", `"`, ":", "-", "(", "•", "'":
		return true
	}
	return false
}
