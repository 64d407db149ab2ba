package utterances

import (
	"sort"

	"stemma/account"
)

// Scores that join two quotations, by what is known of their speakers.
const (
	joinSame     = 0.56
	joinUnknown  = 0.64
	joinDiffer   = 0.9
	joinDenied   = 0.4  // of one speaker who denies the same word in both
	covers       = 0.4  // that says of a sentence that another says it too
	leastCovered = 0.6  // of what one report has twice, said by the rest of the utterance
	mostAsked    = 12   // members of a cluster that are asked for it
	joinIndirect = 0.02 // more, where neither quotes the speaker's words
	leastWeight  = 1.3  // of matching content words
	leastInside  = 1.5  // the same, for the words that a mixed quotation quotes
	leastWithin  = 2.2  // the same, where one holds much more than the other
	muchMore     = 0.4
	commonest    = 200 // a word in more quotations than this finds no candidates
	indexedTerms = 40  // terms of a quotation that look for candidates
)

// An edge is two items that may be one utterance.
type edge struct {
	a, b   int
	score  float64
	whole  float64 // how much of both is said by the other
	denied bool
}

// A forest is a union-find over items that knows each cluster's members and
// speaker.
type forest struct {
	items   []*item
	parent  []int
	speaker []int
	members [][]int
}

func newForest(items []*item) *forest {
	f := &forest{items: items, parent: make([]int, len(items)), speaker: make([]int, len(items)), members: make([][]int, len(items))}
	for i, it := range items {
		f.parent[i], f.speaker[i], f.members[i] = i, it.speaker, []int{i}
	}
	return f
}

func (f *forest) find(i int) int {
	for f.parent[i] != i {
		f.parent[i] = f.parent[f.parent[i]]
		i = f.parent[i]
	}
	return i
}

// union joins the clusters of a and b under the smaller root, unless an article
// says one of their members within another: what a speaker says that another
// said is not a variant of it.
func (f *forest) union(a, b int) {
	a, b = f.find(a), f.find(b)
	if a == b || f.nested(a, b) {
		return
	}
	if b < a {
		a, b = b, a
	}
	f.parent[b] = a
	f.members[a] = append(f.members[a], f.members[b]...)
	f.members[b] = nil
	if f.speaker[a] < 0 {
		f.speaker[a] = f.speaker[b]
	}
}

// nested reports whether clusters a and b have members whose contents overlap in
// one article.
func (f *forest) nested(a, b int) bool {
	small, large := f.members[a], f.members[b]
	if len(small) > len(large) {
		small, large = large, small
	}
	inReport := map[int][]int{}
	for _, i := range small {
		inReport[f.items[i].report] = append(inReport[f.items[i].report], i)
	}
	for _, j := range large {
		for _, i := range inReport[f.items[j].report] {
			for _, s := range f.items[i].quote.Content {
				for _, t := range f.items[j].quote.Content {
					if s.Overlaps(t) {
						return true
					}
				}
			}
		}
	}
	return false
}

// cluster groups the items that are one utterance. Groups are in the order of
// their first items, and so are the items in them.
func cluster(items []*item) [][]*item {
	f := newForest(items)
	for _, e := range edgesOf(items, f.joinCopies()) {
		a, b := f.find(e.a), f.find(e.b)
		if a != b && e.score >= need(f, a, b, e) && (e.denied || !f.apart(a, b)) {
			f.union(a, b)
		}
	}
	groups := map[int]int{}
	var out [][]*item
	for i, it := range items {
		r := f.find(i)
		n, ok := groups[r]
		if !ok {
			n = len(out)
			groups[r] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], it)
	}
	return out
}

// joinCopies joins items of equal words whose speakers don't contradict each
// other, and returns the items that are left to compare.
func (f *forest) joinCopies() []int {
	byKey := map[string][]int{}
	for i, it := range f.items {
		if it.key != "" && content(it) >= leastWeight {
			byKey[it.key] = append(byKey[it.key], i)
		}
	}
	copied := make([]bool, len(f.items))
	for _, k := range sortedKeys(byKey) {
		for n, i := range byKey[k] {
			for _, j := range byKey[k][:n] {
				if !copied[j] && compatible(f.speaker[f.find(i)], f.speaker[f.find(j)]) {
					f.union(i, j)
					copied[i] = true
					break
				}
			}
		}
	}
	var distinct []int
	for i := range f.items {
		if !copied[i] {
			distinct = append(distinct, i)
		}
	}
	return distinct
}

// apart reports whether an article says in two places what clusters a and b say,
// and neither place is said by the rest: two sayings of one speaker, which a third
// article quotes in one breath.
func (f *forest) apart(a, b int) bool {
	inReport := map[int][]int{}
	for _, i := range f.members[a] {
		inReport[f.items[i].report] = append(inReport[f.items[i].report], i)
	}
	for _, j := range f.members[b] {
		for _, i := range inReport[f.items[j].report] {
			x, y := f.items[i], f.items[j]
			if x.key != y.key && !compare(x, y).enough() && coverage(y, f.asked(a)) < leastCovered && coverage(x, f.asked(b)) < leastCovered {
				return true
			}
		}
	}
	return false
}

// asked are the first few members of a cluster.
func (f *forest) asked(a int) []*item {
	var out []*item
	for _, i := range f.members[a][:min(len(f.members[a]), mostAsked)] {
		out = append(out, f.items[i])
	}
	return out
}

// need is the score by which e joins clusters a and b, by what is known of their
// speakers: entities where they are resolved, else the words of the source.
func need(f *forest, a, b int, e edge) float64 {
	x, y := f.items[e.a], f.items[e.b]
	more := 0.0
	if x.quote.Form == account.Indirect && y.quote.Form == account.Indirect {
		more = joinIndirect
	}
	switch s, t := f.speaker[a], f.speaker[b]; {
	case s >= 0 && s == t && e.denied:
		return joinDenied
	case s >= 0 && s == t:
		return joinSame + more
	case s >= 0 && t >= 0:
		return joinDiffer
	}
	if x.crowd != y.crowd && (f.speaker[a] >= 0 || f.speaker[b] >= 0) {
		return joinDiffer // "US officials" aren't the minister
	}
	if x.name == "" || y.name == "" {
		return joinUnknown + more
	}
	if looks(x.name, y.name) > 0.5 {
		return joinSame + more
	}
	return joinDiffer
}

func compatible(a, b int) bool { return a < 0 || b < 0 || a == b }

// content is the weight of an item's words other than function words.
func content(it *item) float64 {
	var w float64
	for _, u := range it.units {
		for _, t := range u.terms {
			if t.weight > 0.2 && t.stem != "not" {
				w += t.weight
			}
		}
	}
	return w
}

// edgesOf compares the items that share words, best scores first.
func edgesOf(items []*item, distinct []int) []edge {
	index := map[string][]int{}
	shared := make([]float64, len(items))
	var edges []edge
	for _, i := range distinct {
		var near []int
		for _, t := range telling(items[i]) {
			with := index[t.stem]
			if len(with) <= commonest {
				for _, j := range with {
					if shared[j] == 0 {
						near = append(near, j)
					}
					shared[j] += t.weight
				}
			}
			index[t.stem] = append(with, i)
		}
		for _, j := range near {
			enough := shared[j] >= 0.6*leastWeight
			shared[j] = 0
			if !enough {
				continue
			}
			if m := compare(items[j], items[i]); m.enough() {
				edges = append(edges, edgeOf(items, j, i, m))
			}
		}
	}
	sort.SliceStable(edges, func(x, y int) bool { return edges[x].score+edges[x].whole > edges[y].score+edges[y].whole })
	return edges
}

// edgeOf is the edge between items a and b. Those that say all of one another
// come before those that share a sentence.
func edgeOf(items []*item, a, b int, m match) edge {
	x, y := items[a], items[b]
	e := edge{a: a, b: b, score: m.score, denied: m.denied, whole: 2}
	if len(x.units)+len(y.units) > 2 {
		e.whole = coverage(x, []*item{y}) + coverage(y, []*item{x})
	}
	return e
}

// telling are the terms of an item that look for candidates: each stem once, the
// heaviest first.
func telling(it *item) []term {
	var out []term
	seen := map[string]bool{}
	for _, u := range it.units {
		for _, t := range u.terms {
			if t.weight > 0.2 && t.stem != "not" && !seen[t.stem] {
				seen[t.stem] = true
				out = append(out, t)
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].weight > out[j].weight })
	return out[:min(len(out), indexedTerms)]
}
