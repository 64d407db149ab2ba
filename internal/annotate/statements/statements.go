// Package statements takes clauses apart: who, what, whom, with the times,
// places and quantities that stand in them.
package statements

import (
	"stemma/internal/annotate/mentions"
	"stemma/internal/annotate/quantities"
	"stemma/internal/annotate/quotations"
	"stemma/internal/annotate/times"
	"stemma/internal/language"
	"stemma/internal/span"
)

// A Statement is one clause. Indexes point into the article's annotations.
type Statement struct {
	span.Span
	Sentence   int       `json:"sentence"`
	Verb       span.Span `json:"verb"`
	Lemma      string    `json:"lemma"`
	Who        []int     `json:"who,omitempty"`  // mentions before the verb
	Whom       []int     `json:"whom,omitempty"` // mentions after it
	Times      []int     `json:"times,omitempty"`
	Quantities []int     `json:"quantities,omitempty"`
	Negated    bool      `json:"negated,omitempty"`
	Modal      string    `json:"modal,omitempty"` // "may", "could", "would", …
	Quotation  int       `json:"quotation"`       // -1: the article's own words
}

// Find finds the statements in a text.
func Find(text string, sentences []language.Sentence, found mentions.Found, said []quotations.Quotation, when []times.Time, howMany []quantities.Quantity) []Statement {
	return nil
}
