package reuse

import (
	"cmp"
	"slices"

	"stemma/account"
	"stemma/internal/span"
)

// mostEvidence is the number of passages that an edge shows.
const mostEvidence = 40

// A passage is a stretch of sentences of one article beside those of another.
type passage struct {
	i, j   [2]int // first and last sentence, in a and in b
	length int
}

// evidence are the passages that two articles share, longest first. From is the
// span in a, To the one in b.
func (c *corpus) evidence(l *link) []account.Evidence {
	passages := c.passages(l)
	slices.SortStableFunc(passages, func(p, q passage) int { return cmp.Compare(q.length, p.length) })
	passages = passages[:min(len(passages), mostEvidence)]
	evidence := []account.Evidence{}
	for _, p := range passages {
		to := c.span(l.b, p.j)
		evidence = append(evidence, account.Evidence{From: c.span(l.a, p.i), To: &to})
	}
	return evidence
}

// passages joins the best matches that follow one another in both articles.
func (c *corpus) passages(l *link) []passage {
	var passages []passage
	for n, m := range l.matches {
		if (l.bestA[m.i] != int32(n) || !l.heldA[m.i]) && (l.bestB[m.j] != int32(n) || !l.heldB[m.j]) {
			continue
		}
		i, j := int(m.i), int(m.j)
		length := c.articles[l.a].sentences[i].Len()
		if k := len(passages) - 1; k >= 0 {
			last := &passages[k]
			di, dj := i-last.i[1], j-last.j[1]
			if di >= 0 && di <= 1 && dj >= 0 && dj <= 1 {
				last.i[1], last.j[1] = i, j
				if di > 0 {
					last.length += length
				}
				continue
			}
		}
		passages = append(passages, passage{[2]int{i, i}, [2]int{j, j}, length})
	}
	return passages
}

// span is the span of an article from its sentence first to its sentence last.
func (c *corpus) span(a int, sentences [2]int) account.Span {
	art := &c.articles[a]
	s := span.Span{Start: art.sentences[sentences[0]].Start, End: art.sentences[sentences[1]].End}
	return account.Span{Article: art.report.ID, Start: s.Start, End: s.End, Text: s.In(art.report.Text)}
}
