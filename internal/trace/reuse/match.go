package reuse

import (
	"cmp"
	"math"
	"slices"
)

// A likeness says how alike two sentences are: the probability that they have
// the same matter, over all their words, and over those outside quotation marks.
// Own is -1 where there are too few of these to tell. Wording is how much of the
// wording is the same, 0 to 1.
type likeness struct {
	all, own, wording float64
}

// A likePair is two classes that may have the same matter.
type likePair struct {
	u, v int
	likeness
}

const (
	// fewestTerms is the number of terms below which a sentence is too short to
	// say where it is from.
	fewestTerms = 4
	// walkBudget bounds the places that are looked at to find the candidates of
	// one sentence; its rarest terms come first.
	walkBudget = 20000
	// leastCommon is the part of the lighter sentence's weight that a candidate
	// has in common with it.
	leastCommon = 0.25
	// leastAlike is the probability below which a pair is forgotten.
	leastAlike = 0.1
)

// candidates finds the pairs of classes of different articles that are alike.
// Candidates come from an inverted index; a term costs as much as it is common,
// so each sentence starts with its rarest and stops at a budget.
func (c *corpus) candidates() []likePair {
	index := make([][]int32, len(c.weights))
	common := make([]float64, len(c.classes))
	var found []likePair
	var touched []int32
	for u := range c.classes {
		cu := &c.classes[u]
		if len(cu.all.terms) < fewestTerms {
			continue
		}
		rare := slices.Clone(cu.all.terms)
		slices.SortStableFunc(rare, func(s, t int32) int { return cmp.Compare(len(index[s]), len(index[t])) })
		touched = touched[:0]
		budget := walkBudget
		for _, t := range rare {
			if budget -= len(index[t]); budget < 0 {
				break
			}
			for _, v := range index[t] {
				if common[v] == 0 {
					touched = append(touched, v)
				}
				common[v] += c.weights[t]
			}
		}
		promising := touched[:0]
		for _, v := range touched {
			cv := &c.classes[v]
			if common[v] >= leastCommon*math.Min(cu.all.weight, cv.all.weight) && !sameArticle(cu, cv) {
				promising = append(promising, v)
			}
			common[v] = 0
		}
		slices.Sort(promising)
		for _, v := range promising {
			if l := c.compare(cu, &c.classes[v]); l.all > leastAlike || l.own > leastAlike {
				found = append(found, likePair{int(v), u, l})
			}
		}
		for _, t := range cu.all.terms {
			index[t] = append(index[t], int32(u))
		}
		if len(cu.places) > 1 {
			found = append(found, likePair{u, u, c.compare(cu, cu)})
		}
	}
	return found
}

// sameArticle reports whether two classes stand only in one and the same
// article.
func sameArticle(u, v *class) bool {
	return len(u.places) == 1 && len(v.places) == 1 && u.places[0].article == v.places[0].article
}

// compare says how alike two classes are.
func (c *corpus) compare(u, v *class) likeness {
	l := likeness{own: -1}
	x := c.features(&u.all, &v.all)
	l.all = c.learnt.sentence.probability(x[:])
	l.wording = wording(&u.all, &v.all)
	if !u.mixed && !v.mixed {
		l.own = l.all
	} else if len(u.own.terms) >= fewestTerms && len(v.own.terms) >= fewestTerms {
		y := c.features(&u.own, &v.own)
		l.own = c.learnt.sentence.probability(y[:])
	}
	return l
}

// wording is how far two sentences put it in the same words: the part of their
// neighbouring words that both have (Dice's coefficient).
func wording(a, b *bag) float64 {
	if len(a.pairs)+len(b.pairs) == 0 {
		return 1
	}
	return 2 * float64(commonPairs(a.pairs, b.pairs)) / float64(len(a.pairs)+len(b.pairs))
}

// sentenceFeatures is the number of things that tell whether two sentences have
// the same matter.
const sentenceFeatures = 7

// features are: the weight in common as a part of the lighter's and of the
// heavier's weight, the logarithms of the weight in common and of the number of
// terms in common, the neighbours in common as a part of the lesser and of the
// greater number, and how unlike the numbers of terms are.
func (c *corpus) features(a, b *bag) [sentenceFeatures]float64 {
	common, terms := c.common(a.terms, b.terms)
	pairs := float64(commonPairs(a.pairs, b.pairs))
	light, heavy := math.Min(a.weight, b.weight), math.Max(a.weight, b.weight)
	few, many := float64(min(len(a.pairs), len(b.pairs))), float64(max(len(a.pairs), len(b.pairs)))
	return [sentenceFeatures]float64{
		common / math.Max(light, 1e-9),
		common / math.Max(heavy, 1e-9),
		math.Log1p(common),
		math.Log1p(float64(terms)),
		pairs / math.Max(few, 1),
		pairs / math.Max(many, 1),
		math.Abs(math.Log(float64(len(a.terms)+1) / float64(len(b.terms)+1))),
	}
}

// common is the weight and the number of the terms that both have.
func (c *corpus) common(a, b []int32) (weight float64, terms int) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			weight += c.weights[a[0]]
			terms++
			a, b = a[1:], b[1:]
		}
	}
	return weight, terms
}

func commonPairs(a, b []uint64) (n int) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] < b[0]:
			a = a[1:]
		case a[0] > b[0]:
			b = b[1:]
		default:
			n++
			a, b = a[1:], b[1:]
		}
	}
	return n
}
