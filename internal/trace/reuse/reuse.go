// Package reuse finds which articles of a story carry the same text, how much of
// which stands in the other, and who has it from whom.
//
// [Find] compares a story's reports in four steps.
//
//   - Sentences. Every distinct sentence of the story becomes a bag of stems and
//     of neighbouring stems, weighed by how few other sentences have them. An
//     inverted index gives each sentence those that have its rarest stems; a
//     logistic regression says whether two have the same matter. This holds for
//     a copy, for a text that was reworded (the METER corpus: Clough, Gaizauskas,
//     Piao and Wilks 2002), and for one that was translated twice, which shares
//     few long runs of words but keeps its names, numbers and order; a sentence
//     is also taken for held where it stands between two that are (Gale and
//     Church 1993).
//   - Links. What two articles have in common outside quotation marks decides
//     whether they share text: how much, in how long a row of sentences, how
//     literally. The same quotation, statement or post in both is no copying
//     (cf. Smith, Cordell and Mullen 2015 on passim, and Bär, Zesch and Gurevych
//     2012 on reuse without copying).
//   - Sources. Each shared sentence of an article has one direct source: another
//     article that has it, or something outside. Their chances follow from who
//     came first, who has what the other lacks, who agrees in wording with a
//     third against the other, and who credits whom; the signs of the textual
//     critic (Maas 1927) and the newsroom.
//   - Descent. From the chances of direct sources follow those of ancestors, and
//     from these whether one article has the text from the other (copies, or
//     translates where the wording differs throughout) or both from a third
//     (shares).
//
// The weights of the regressions were learnt by cmd/train/reuse from stories with
// a known or judged lineage ([Fit]); they hold no words. Time and space are linear in the text but for the
// pairs that do share text.
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
func Find(reports []annotate.Report) []account.Edge { return shipped.Find(reports) }

// Find is [Find] with other weights than those that ship.
func (w *Weights) Find(reports []annotate.Report) []account.Edge {
	c := newCorpus(reports, w)
	links, certainty := c.certain()
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

// certain are the links that are more likely than not, with how likely each is.
func (c *corpus) certain() (links []*link, certainty []float64) {
	for _, l := range c.links(c.candidates()) {
		x := c.linkFeatures(l)
		if p := c.learnt.link.probability(x[:]); p > leastCertain {
			links = append(links, l)
			certainty = append(certainty, p)
		}
	}
	return links, certainty
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
	t := d.f.ties[from][to]
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
