// Package reuse finds which articles carry the same text.
package reuse

import (
	"cmp"
	"math"
	"slices"

	"stemma/account"
	"stemma/internal/annotate"
)

// leastCertain is the probability from which on a link is shown.
const leastCertain = 0.5

// Find finds the pairs of reports that share text, as edges of the kinds copies,
// shares and translates, strongest first.
func Find(reports []annotate.Report) []account.Edge {
	c := newCorpus(reports)
	var links []*link
	var certainty []float64
	for _, l := range c.links(c.candidates()) {
		x := c.linkFeatures(l)
		if p := linkModel.probability(x[:]); p > leastCertain {
			links = append(links, l)
			certainty = append(certainty, p)
		}
	}
	d := newDescent(newFamily(c, links))
	edges := make([]account.Edge, len(links))
	for i, l := range links {
		edges[i] = d.edge(l, certainty[i])
	}
	slices.SortStableFunc(edges, func(e, f account.Edge) int {
		return cmp.Or(cmp.Compare(f.Certainty*f.Share, e.Certainty*e.Share), cmp.Compare(e.From, f.From), cmp.Compare(e.To, f.To))
	})
	return edges
}

// translated reports whether the wording of what two articles have in common is
// that of a translation between them: different throughout, where one who
// rewords leaves much as it is.
func (t *tie) translated() bool { return t.alike < 0.7 && t.kept < 0.2 }

// edge gives a link the form it has in an account.
func (d *descent) edge(l *link, certainty float64) account.Edge {
	fromB, fromA := d.kind(l.a, l.b)
	from, to := l.a, l.b
	kind := account.EdgeCopies
	if shares := 1 - fromA - fromB; shares >= math.Max(fromA, fromB) {
		kind = account.EdgeShares
	} else if fromA > fromB {
		from, to = to, from
	}
	t := d.f.ties[[2]int{from, to}]
	if kind == account.EdgeCopies && t.translated() {
		kind = account.EdgeTranslates
	}
	c := d.f.c
	e := account.Edge{
		From: c.articles[from].report.ID, To: c.articles[to].report.ID, Kind: kind,
		Share: round(t.share), Certainty: round(certainty), Evidence: c.evidence(l),
	}
	if from != l.a {
		for i, v := range e.Evidence {
			e.Evidence[i] = account.Evidence{From: *v.To, To: &v.From}
		}
	}
	return e
}

// round keeps three digits.
func round(x float64) float64 { return float64(int(x*1000+0.5)) / 1000 }
