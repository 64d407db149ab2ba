package reuse

import (
	"cmp"
	"math"
	"slices"
)

// A match is a sentence of one article beside one of another.
type match struct {
	i, j int32
	likeness
}

// A link is two articles, a < b, with the sentences that they may share.
// Matches are ordered by i, then j.
type link struct {
	a, b    int
	matches []match
	bestA   []int32 // for each sentence of a, the index of its best match, or -1
	bestB   []int32
	heldA   []bool // for each sentence of a, whether its matter is in b
	heldB   []bool
}

// A sentence is held by another article if it probably has a match there, or may
// have one that stands near those of the sentences around it, as the sentences
// of a translation do (Gale and Church 1993).
const (
	probablyHeld = 0.5
	perhapsHeld  = 0.15
	nearHeld     = 2
)

// links gathers the like pairs by the articles they stand in, in order of a,
// then b.
func (c *corpus) links(pairs []likePair) []*link {
	of := map[[2]int]*link{}
	for _, p := range pairs {
		for _, x := range c.classes[p.u].places {
			for _, y := range c.classes[p.v].places {
				if x.article > y.article {
					if p.u != p.v {
						c.match(of, y, x, p.likeness)
					}
					continue
				}
				if x.article < y.article {
					c.match(of, x, y, p.likeness)
				}
			}
		}
	}
	all := make([]*link, 0, len(of))
	for _, l := range of {
		all = append(all, l)
	}
	slices.SortFunc(all, func(l, m *link) int { return cmp.Or(cmp.Compare(l.a, m.a), cmp.Compare(l.b, m.b)) })
	for _, l := range all {
		c.settle(l)
	}
	return all
}

func (c *corpus) match(of map[[2]int]*link, x, y place, like likeness) {
	key := [2]int{x.article, y.article}
	l := of[key]
	if l == nil {
		l = &link{a: x.article, b: y.article}
		of[key] = l
	}
	l.matches = append(l.matches, match{int32(x.sentence), int32(y.sentence), like})
}

// settle orders a link's matches and finds the best for each sentence.
func (c *corpus) settle(l *link) {
	slices.SortFunc(l.matches, func(m, n match) int { return cmp.Or(cmp.Compare(m.i, n.i), cmp.Compare(m.j, n.j)) })
	l.bestA = none(len(c.articles[l.a].sentences))
	l.bestB = none(len(c.articles[l.b].sentences))
	for n, m := range l.matches {
		for _, best := range []*int32{&l.bestA[m.i], &l.bestB[m.j]} {
			if *best < 0 || m.all > l.matches[*best].all {
				*best = int32(n)
			}
		}
	}
	l.heldA = l.held(l.bestA, func(m match) int32 { return m.j })
	l.heldB = l.held(l.bestB, func(m match) int32 { return m.i })
}

// held says which sentences are held, given their best matches and the position
// of a match in the other article.
func (l *link) held(best []int32, other func(match) int32) []bool {
	at := func(i int) (position int32, ok bool) {
		if i < 0 || i >= len(best) || best[i] < 0 || l.matches[best[i]].all < probablyHeld {
			return 0, false
		}
		return other(l.matches[best[i]]), true
	}
	held := make([]bool, len(best))
	for i, n := range best {
		if n < 0 {
			continue
		}
		p, j := l.matches[n].all, other(l.matches[n])
		held[i] = p >= probablyHeld
		for _, k := range [...]int{i - 1, i + 1} {
			if near, ok := at(k); ok && p >= perhapsHeld && max(near-j, j-near) <= nearHeld {
				held[i] = true
			}
		}
	}
	return held
}

func none(n int) []int32 {
	s := make([]int32, n)
	for i := range s {
		s[i] = -1
	}
	return s
}

// linkFeatures is the number of things that tell whether two articles share
// text.
const linkFeatures = 10

// features describes a link: see the names beside them.
func (c *corpus) linkFeatures(l *link) [linkFeatures]float64 {
	var x [linkFeatures]float64
	shareA, ownA, countA, runA, wordA := c.covered(l, l.bestA, l.a)
	shareB, ownB, countB, runB, wordB := c.covered(l, l.bestB, l.b)
	x[0] = math.Max(ownA, ownB)
	x[1] = math.Min(ownA, ownB)
	x[2] = math.Max(shareA, shareB)
	x[3] = math.Min(shareA, shareB)
	x[4] = math.Log1p(math.Max(countA, countB))
	x[5] = math.Log1p(math.Max(runA, runB))
	x[6] = math.Max(wordA, wordB)
	x[7] = math.Sqrt(x[0])
	x[8] = math.Sqrt(x[1])
	x[9] = math.Log(math.Min(c.articles[l.a].length, c.articles[l.b].length) + 1)
	return x
}

// covered says how much of an article has its match in the other: as a part of
// its length, the same for what stands outside quotation marks, the expected
// number of such sentences, the longest row of them, and how far their wording
// is the same.
func (c *corpus) covered(l *link, best []int32, a int) (share, own, count, run, wording float64) {
	art := &c.articles[a]
	var row, weight float64
	for i, n := range best {
		s := art.sentences[i]
		cl := &c.classes[s.class]
		if n < 0 {
			row = 0
			continue
		}
		m := l.matches[n]
		length := s.length()
		share += m.all * length
		if m.own < 0 {
			continue
		}
		free := length * cl.own.weight / math.Max(cl.all.weight, 1e-9)
		own += m.own * free
		count += m.own
		wording += m.wording * m.own
		weight += m.own
		row += m.own
		run = math.Max(run, row)
		if m.own < 0.5 {
			row = 0
		}
	}
	total := math.Max(art.length, 1)
	return share / total, own / total, count, run, wording / math.Max(weight, 1e-9)
}
