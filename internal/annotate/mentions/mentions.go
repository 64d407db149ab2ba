// Package mentions finds who and what one article names, and which mentions are
// of the same entity within it.
package mentions

import (
	"stemma/internal/language"
	"stemma/internal/span"
)

// Forms of mention.
const (
	ByName    = "name"
	ByTitle   = "title"   // "the diplomat", "the Kremlin envoy"
	ByPronoun = "pronoun" // "he"
	ByNation  = "nation"  // "Russian", "Moscow" for a government
)

// A Mention is a span that names or refers to somebody or something.
type Mention struct {
	span.Span
	Form  string `json:"form"`
	Chain int    `json:"chain"` // index into Found.Chains
}

// A Role is the words by which the article gives a chain an office, a title or a
// relation: "Deputy Foreign Minister".
type Role struct {
	span.Span
}

// A Chain is one entity within one article.
type Chain struct {
	Type     string `json:"type"`     // account.Person, Organization, Place, Other
	Name     string `json:"name"`     // the fullest name the article gives
	Mentions []int  `json:"mentions"` // indexes into Found.Mentions, in order of text
	Roles    []Role `json:"roles,omitempty"`
}

// Found is what one article names. Mentions are ordered by start.
type Found struct {
	Mentions []Mention `json:"mentions"`
	Chains   []Chain   `json:"chains"`
}

// Find finds the mentions in a text.
func Find(text string, sentences []language.Sentence) Found {
	return Found{}
}
