package claims

import (
	"stemma/account"
	"stemma/internal/collate/slots"
)

// An Example is a pair of places whose values differ, as the model sees it.
type Example struct {
	Class    string
	A, B     account.Span
	Features []float64
	Score    float64 // with the weights as they are
}

// Examples returns what the model that scores differences is fitted on: every pair
// of places in which the reports of a story give different values.
func Examples(in Reports) []Example {
	s := newStory(in)
	all := s.pairs()
	j := newJudge(s, all)
	var examples []Example
	for _, p := range all {
		if p.verdict != slots.Different {
			continue
		}
		a, b := &s.places[p.a], &s.places[p.b]
		x := j.features(p)
		examples = append(examples, Example{a.Class, s.quote(a.report, a.Span), s.quote(b.report, b.Span), x, score(x)})
	}
	return examples
}
