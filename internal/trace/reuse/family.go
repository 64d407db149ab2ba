package reuse

import (
	"cmp"
	"math"
	"slices"
	"stemma/internal/annotate"
)

// A family is a story's articles with what each has in common with each other,
// seen from both sides. From it follows who has its text from whom.
//
// Articles have a text from one another as manuscripts do, and the signs are the
// textual critic's (Maas, Textkritik, 1927): who has what the other lacks, who
// agrees in wording with a third against the second; and the newsroom's: who was
// first, who credits whom.
type family struct {
	c      *corpus
	ties   [][]*tie // by the two articles; nil where they have nothing in common
	near   [][]int  // for each article its relatives, the closest first
	stamps []stamp
	houses []houses
}

// A tie is what an article has in common with another. It is seen from the
// article; has, wording and where are parallel to its sentences.
type tie struct {
	has     []bool    // whether the sentence's matter is in the other
	wording []float64 // how far the wording is the same, 0 to 1
	share   float64   // part of the article's length whose matter is in the other
	alike   float64   // mean of wording over what it has
	exact   float64   // part of what it has that is the same letter for letter
	order   float64   // part of what it has that follows in the same order
	longer  float64   // logarithm of its words to the other's over what both have
	kept    float64   // part of what it has whose wording is nearly the same

	parents  []float64 // chances of each of the article's relatives to be the direct source of what it has
	ancestor float64   // chance that the other is among its sources, directly or by way of others
}

// nearlySame is the wording in common from which on a sentence was kept.
const nearlySame = 0.85

// mostNear bounds the relatives of an article that count as its source, or as
// third parties to a pair. Reports of one agency's text can be hundreds.
const mostNear = 16

// newFamily sees the links from both sides.
func newFamily(c *corpus, links []*link) *family {
	f := &family{c: c, ties: make([][]*tie, len(c.articles)), near: make([][]int, len(c.articles))}
	for _, a := range c.articles {
		f.stamps = append(f.stamps, parseStamp(a.report.Published.Time))
	}
	reports := make([]annotate.Report, 0, len(c.articles))
	for _, a := range c.articles {
		reports = append(reports, a.report)
	}
	f.houses = housesOf(reports)
	for _, l := range links {
		for _, x := range [...]int{l.a, l.b} {
			if f.ties[x] == nil {
				f.ties[x] = make([]*tie, len(c.articles))
			}
		}
		f.ties[l.a][l.b] = c.tie(l, l.a)
		f.ties[l.b][l.a] = c.tie(l, l.b)
		f.near[l.a] = append(f.near[l.a], l.b)
		f.near[l.b] = append(f.near[l.b], l.a)
	}
	for x, near := range f.near {
		slices.SortFunc(near, func(y, z int) int {
			ty, tz := f.ties[x][y], f.ties[x][z]
			return cmp.Or(cmp.Compare(tz.closeness(), ty.closeness()), cmp.Compare(y, z))
		})
	}
	return f
}

// closeness ranks relatives, coarsely, so that of those that are much alike the
// earlier comes first.
func (t *tie) closeness() float64 { return math.Round(10 * t.share * (0.5 + t.alike)) }

// tie sees a link from the side of article a. Sentences that are too short to
// compare don't count.
func (c *corpus) tie(l *link, a int) *tie {
	best, heldThere := l.bestA, l.heldA
	if a == l.b {
		best, heldThere = l.bestB, l.heldB
	}
	art := &c.articles[a]
	t := &tie{has: make([]bool, len(best)), wording: make([]float64, len(best))}
	var total, held, alike, exact, follow, pairs, words, others float64
	before := int32(-1)
	for i, n := range best {
		length := art.sentences[i].length()
		if len(c.classes[art.sentences[i].class].all.terms) < fewestTerms {
			continue
		}
		total += length
		if !heldThere[i] {
			continue
		}
		m := l.matches[n]
		t.has[i] = true
		t.wording[i] = m.wording
		here, there := c.articles[l.a].sentences[m.i], c.articles[l.b].sentences[m.j]
		other := m.j
		if a == l.b {
			here, there, other = there, here, m.i
		}
		held += length
		alike += length * m.wording
		if m.wording > nearlySame {
			t.kept += length
		}
		if here.class == there.class && here.In(art.report.Text) == there.In(c.articles[l.a+l.b-a].report.Text) {
			exact += length
		}
		words += float64(len(c.classes[here.class].order))
		others += float64(len(c.classes[there.class].order))
		if before >= 0 {
			pairs++
			if other > before {
				follow++
			}
		}
		before = other
	}
	t.share = held / math.Max(total, 1)
	t.alike = alike / math.Max(held, 1)
	t.exact = exact / math.Max(held, 1)
	t.kept /= math.Max(held, 1)
	t.order = 1
	if pairs > 0 {
		t.order = follow / pairs
	}
	t.longer = math.Log((words + 1) / (others + 1))
	return t
}

// relatives are the closest relatives of x.
func (f *family) relatives(x int) []int { return f.near[x][:min(len(f.near[x]), mostNear)] }

// earlier says whether y appeared before x: 1 yes, -1 no, after it, 0 unknown.
func (f *family) earlier(y, x int) float64 {
	switch {
	case f.stamps[y].before(f.stamps[x]):
		return 1
	case f.stamps[x].before(f.stamps[y]):
		return -1
	}
	return 0
}
