// Package reuse finds which articles carry the same text.
package reuse

import (
	"cmp"
	"slices"

	"stemma/account"
	"stemma/internal/annotate"
)

// Find finds the pairs of reports that share text, as edges of the kinds copies,
// shares and translates, strongest first.
func Find(reports []annotate.Report) []account.Edge {
	c := newCorpus(reports)
	var edges []account.Edge
	for _, l := range c.links(c.candidates()) {
		x := c.linkFeatures(l)
		if p := linkModel.probability(x[:]); p > 0.5 {
			edges = append(edges, c.edge(l, p))
		}
	}
	slices.SortStableFunc(edges, func(e, f account.Edge) int {
		return cmp.Or(cmp.Compare(f.Certainty*f.Share, e.Certainty*e.Share), cmp.Compare(e.From, f.From), cmp.Compare(e.To, f.To))
	})
	return edges
}

// edge gives a link the form it has in an account.
func (c *corpus) edge(l *link, certainty float64) account.Edge {
	a, b := c.articles[l.a].report, c.articles[l.b].report
	shareA, _, _, _, wording := c.covered(l, l.bestA, l.a)
	shareB, _, _, _, _ := c.covered(l, l.bestB, l.b)
	e := account.Edge{From: a.ID, To: b.ID, Share: round(shareA), Certainty: round(certainty), Kind: account.EdgeCopies}
	if wording < 0.5 {
		e.Kind = account.EdgeTranslates
	}
	sa, sb := parseStamp(a.Published.Time), parseStamp(b.Published.Time)
	flip := sa.before(sb) || !sb.before(sa) && shareA < shareB
	e.Evidence = c.evidence(l)
	if flip {
		e.From, e.To, e.Share = b.ID, a.ID, round(shareB)
		for i := range e.Evidence {
			from := e.Evidence[i].From
			e.Evidence[i].From = *e.Evidence[i].To
			e.Evidence[i].To = &from
		}
	}
	return e
}

// round keeps three digits.
func round(x float64) float64 { return float64(int(x*1000+0.5)) / 1000 }
