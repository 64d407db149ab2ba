// Package claims finds what a story's reports agree on, where they differ, and
// what only one of them says.
//
// Reports are compared slot by slot (package slots), never as bags of words: two
// slots of different reports are a pair if they are of one class and stand among
// the same words and entities, the rarer and the nearer the better. A pair whose
// values differ is scored by a logistic model on how like the contexts are, and
// on what the rest of both reports says: a report that also gives the other's
// value doesn't contradict it. The pairs that score are gathered into claims: one
// claim for one disagreement, with every place where the reports take a side.
package claims

import (
	"stemma/account"
	"stemma/internal/collate/slots"
)

// Reports is what claims are found in: a story's pages, in order of time, and
// what trace knows of them.
type Reports struct {
	Pages     []*slots.Page
	Published []string                                   // when each page appeared, ISO 8601; "" unknown
	Entity    func(report, chain int) string             // the id of a chain's entity; "" for none
	Utterance func(report, quotation int) int            // the number of a quotation's utterance; -1 for none
	Carries   func(report, other int) bool               // whether a report copies or translates another
	Count     func(spans []account.Span) account.Origins // independent origins
}

// Find returns the claims of a story, what a reader must see first first, with ids
// "c1", "c2", ….
func Find(in Reports) []account.Claim {
	s := newStory(in)
	all := s.pairs()
	matters := s.differences(all)
	matters = append(matters, s.agreements(all, matters)...)
	matters = append(matters, s.singles(all)...)
	claims := make([]account.Claim, len(matters))
	for i, m := range matters {
		claims[i] = s.claim(m)
	}
	rank(claims)
	return claims
}

// A matter is a claim in the making: readings as lists of places.
type matter struct {
	relation string
	readings [][]int // places, in order of report
	sure     float64
}
