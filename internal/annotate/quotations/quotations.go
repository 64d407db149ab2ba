// Package quotations finds who said what: source, cue and content spans, after
// PARC and PolNeAR.
package quotations

import (
	"stemma/internal/annotate/mentions"
	"stemma/internal/language"
	"stemma/internal/span"
)

// A Quotation is one attribution. Content has at least one piece; Source and Cue
// may be empty. Pieces are in order of text.
type Quotation struct {
	Source  []span.Span `json:"source,omitempty"`
	Cue     []span.Span `json:"cue,omitempty"`
	Content []span.Span `json:"content"`
	Form    string      `json:"form"`    // account.Direct, Indirect, Mixed
	Speaker int         `json:"speaker"` // index into mentions.Found.Chains; -1 unknown
	Via     []Via       `json:"via,omitempty"`
}

// A Via is a party through which the quotation reached the article: "told RTVI",
// "according to Interfax", "quoted by the WSJ".
type Via struct {
	span.Span
	Name  string `json:"name"`
	Chain int    `json:"chain"` // -1 unknown
}

// Find finds the quotations in a text.
func Find(text string, sentences []language.Sentence, found mentions.Found) []Quotation {
	return nil
}
