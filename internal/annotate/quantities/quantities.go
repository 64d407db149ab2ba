// Package quantities finds numbers with units and gives each the interval it
// stands for.
//
// A quantity is what a report commits itself to: "100,000 men" is one value,
// "more than 100,000 men" has no upper bound, "up to 60" no lower one, "tens of
// thousands" is 10,000 to 99,999, and "some 200" is 200 give or take what its
// digits leave open (see tolerance). [Compare] sets two of them side by side.
//
// The numbers are read by package numerals; what stands before them (currency,
// "at least") and behind them (scale, percent, measure, counted noun) by a
// hand-written grammar. Numbers that name and don't count are left out: dates and
// times of day, "Boeing 747", "Article 5", "Covid-19", addresses, telephone
// numbers, web addresses.
package quantities

import (
	"stemma/internal/annotate/numerals"
	"stemma/internal/annotate/times"
	"stemma/internal/language"
	"stemma/internal/span"
)

// Kinds of quantity.
const (
	Count    = "count"    // so many of something: "3,000 men"
	Share    = "share"    // a part of something: "half of the voters"
	Percent  = "percent"  // unit "percent" or "percentage point"
	Money    = "money"    // unit is the ISO 4217 code, "" where the currency isn't known
	Measure  = "measure"  // "500 km", "twenty tonnes"
	Duration = "duration" // "two and a half years"; also among the article's times
	Age      = "age"      // "Jones, 42,"
	Ordinal  = "ordinal"  // "the third meeting"
	Vote     = "vote"     // each number of "52-48"
	Score    = "score"    // each number of "3-1"
)

// A Quantity is low ≤ x ≤ high of something.
type Quantity struct {
	span.Span           // number, modifier and unit: "more than 100,000 troops"
	Number    span.Span `json:"number"`         // the number's words alone: "100,000"
	Low       *float64  `json:"low"`            // nil: no lower bound
	High      *float64  `json:"high"`           // nil: no upper bound
	Unit      string    `json:"unit,omitempty"` // "person", "percent", "USD", "year", "missile"; singular, lower case but for currencies
	Noun      string    `json:"noun,omitempty"` // lemma of the counted noun: "troop" where Unit is "person"
	Kind      string    `json:"kind"`
	Ordinal   bool      `json:"ordinal,omitempty"`
}

// Find finds the quantities in a text, in order; their numbers don't overlap.
// when are the text's times: numbers in dates and times of day are left out.
// sentences may be nil; with tags the counted noun is found better.
func Find(text string, sentences []language.Sentence, when []times.Time) []Quantity {
	s := &scanner{Walk: numerals.Walk{Text: text, Tokens: numerals.Scan(text)}, sentences: sentences}
	s.markTimes(when)
	s.learnNames()
	for i := 0; i < len(s.Tokens); {
		end := s.read(i)
		i = max(i+1, end)
	}
	return s.found
}

// A scanner finds quantities from left to right.
type scanner struct {
	numerals.Walk
	timed     []bool          // tokens that belong to a date, a time of day or a set
	named     map[string]bool // numbers that are names somewhere in the text
	sentences []language.Sentence
	sentence  int // where tag looks next
	found     []Quantity
}

// markTimes marks the tokens of times that aren't durations.
func (s *scanner) markTimes(when []times.Time) {
	s.timed = make([]bool, len(s.Tokens))
	i := 0
	for _, t := range when {
		for i < len(s.Tokens) && s.Tokens[i].End <= t.Start {
			i++
		}
		for i < len(s.Tokens) && s.Tokens[i].Start < t.End {
			s.timed[i] = t.Type != times.Duration && !ago(t, s.Text)
			i++
		}
	}
}

// ago reports whether a date is counted: "two years ago" has a quantity in it.
func ago(t times.Time, text string) bool {
	words := t.In(text)
	return len(words) > 4 && (words[len(words)-4:] == " ago")
}

// isWord reports whether tokens[i] is a word that goes on in the paragraph.
func (s *scanner) isWord(i int) bool {
	return s.Word(i) != "" && s.Tokens[i].Kind == numerals.Word
}

// opens reports whether tokens[i] begins a sentence, as far as marks tell.
func (s *scanner) opens(i int) bool {
	if i <= 0 || s.Tokens[i].Break {
		return true
	}
	switch s.Tokens[i-1].Lower {
	case ".", "!", "?", `"`, ":", "(", "•":
		return true
	}
	return false
}
