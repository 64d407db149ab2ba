package claims

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"stemma/internal/collate/slots"
)

// A pair is two slots of different reports that may be about one matter. A comes
// from the earlier report.
type pair struct {
	a, b    int // indexes into story.places
	verdict slots.Verdict
	shared  float64 // weight of the terms that both contexts have
	like    float64 // shared over the geometric mean of both masses, 0 to 1
}

// faint is the likeness below which two contexts have nothing to do with each
// other.
const faint = 0.05

// A slot looks at the postings of its rarest terms first, until it has seen this
// many, and keeps this many partners in all. In stories of a dozen reports neither
// bound is reached.
const (
	mostPostings  = 2000
	mostSame      = 12
	mostDifferent = 20
)

// pairs returns the pairs of slots of a class whose contexts are alike, found
// through an inverted index. For each slot and each other report it keeps the
// likest slot with the same value and the two likest with another, so that the
// number of pairs stays linear in that of slots.
func (s *story) pairs() []pair {
	byClass := map[string][]int{}
	var classes []string
	for n, p := range s.places {
		if byClass[p.Class] == nil {
			classes = append(classes, p.Class)
		}
		byClass[p.Class] = append(byClass[p.Class], n)
	}
	sort.Strings(classes)
	var all []pair
	for _, c := range classes {
		all = append(all, s.pairsWithin(byClass[c])...)
	}
	return all
}

// A finder of pairs among members, which are of one class and in order of report.
type finder struct {
	*story
	members []int
	index   map[int][]posting // by term
	shared  []float64         // with the member in hand, by member; zero between members
	touched []int             // members that share a term with it
}

type posting struct {
	member int
	weight float64
}

func (s *story) pairsWithin(members []int) []pair {
	f := &finder{story: s, members: members, index: map[int][]posting{}, shared: make([]float64, len(members))}
	for n, m := range members {
		for _, t := range s.places[m].context {
			f.index[t.id] = append(f.index[t.id], posting{n, t.weight})
		}
	}
	var all []pair
	for n := range members {
		whole := f.touch(n)
		all = append(all, f.best(n, whole)...)
		for _, t := range f.touched {
			f.shared[t] = 0
		}
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].a != all[j].a {
			return all[i].a < all[j].a
		}
		return all[i].b < all[j].b
	})
	return slices.CompactFunc(all, func(x, y pair) bool { return x.a == y.a && x.b == y.b })
}

// touch finds the members of other reports that share terms with member n, and how
// much. It reports whether it looked at all terms.
func (f *finder) touch(n int) (whole bool) {
	p := &f.places[f.members[n]]
	terms := p.context
	if f.postings(terms) > mostPostings {
		terms = append([]term{}, terms...)
		sort.SliceStable(terms, func(i, j int) bool { return len(f.index[terms[i].id]) < len(f.index[terms[j].id]) })
	}
	f.touched = f.touched[:0]
	seen := 0
	for _, t := range terms {
		if seen += len(f.index[t.id]); seen > mostPostings && len(f.touched) > 0 {
			return false
		}
		for _, q := range f.index[t.id] {
			if f.places[f.members[q.member]].report == p.report {
				continue
			}
			if f.shared[q.member] == 0 {
				f.touched = append(f.touched, q.member)
			}
			f.shared[q.member] += min(t.weight, q.weight)
		}
	}
	return true
}

// postings counts the postings of terms.
func (f *finder) postings(terms []term) int {
	n := 0
	for _, t := range terms {
		n += len(f.index[t.id])
	}
	return n
}

// best returns the pairs of member n with the likest of those touched: for each
// report one with the same value and two with another, and of all these the
// likest. Where not all terms were looked at, the likeness of what is kept is
// measured anew.
func (f *finder) best(n int, whole bool) []pair {
	p := &f.places[f.members[n]]
	sort.Ints(f.touched)
	var same, different []pair // of all reports
	var sameHere, differentHere []pair
	report := -1
	flush := func() {
		same, different = append(same, sameHere...), append(different, differentHere...)
		sameHere, differentHere = sameHere[:0], differentHere[:0]
	}
	for _, t := range f.touched {
		q := &f.places[f.members[t]]
		x := f.pair(p, q, f.members[n], f.members[t], f.shared[t])
		if x.like < faint {
			continue
		}
		if q.report != report {
			flush()
			report = q.report
		}
		switch x.verdict = f.compare(x.a, x.b); x.verdict {
		case slots.Same, slots.Looser:
			sameHere = keep(sameHere, x, 1)
		case slots.Different:
			differentHere = keep(differentHere, x, 2)
		}
	}
	flush()
	kept := append(likest(same, mostSame), likest(different, mostDifferent)...)
	if !whole {
		for i, x := range kept {
			shared := overlap(f.places[x.a].context, f.places[x.b].context)
			kept[i] = f.pair(&f.places[x.a], &f.places[x.b], x.a, x.b, shared)
			kept[i].verdict = x.verdict
		}
	}
	return kept
}

// pair makes the pair of places a and b, p and q, the one of the earlier report
// first.
func (s *story) pair(p, q *place, a, b int, shared float64) pair {
	x := pair{a: a, b: b, shared: shared, like: shared / math.Sqrt(p.mass*q.mass)}
	if q.report < p.report {
		x.a, x.b = x.b, x.a
	}
	return x
}

// keep puts x into top, which is in descending order of likeness and holds at
// most n.
func keep(top []pair, x pair, n int) []pair {
	top = append(top, x)
	for i := len(top) - 1; i > 0 && top[i].like > top[i-1].like; i-- {
		top[i], top[i-1] = top[i-1], top[i]
	}
	return top[:min(n, len(top))]
}

// likest returns the n likest of all.
func likest(all []pair, n int) []pair {
	if len(all) > n {
		slices.SortStableFunc(all, func(x, y pair) int { return cmp.Compare(y.like, x.like) })
		all = all[:n]
	}
	return all
}

// overlap is the weight of the terms that two contexts, in order of id, share.
func overlap(a, b []term) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].id < b[j].id:
			i++
		case a[i].id > b[j].id:
			j++
		default:
			sum += min(a[i].weight, b[j].weight)
			i, j = i+1, j+1
		}
	}
	return sum
}

// compare compares two places' values.
func (s *story) compare(a, b int) slots.Verdict {
	p, q := &s.places[a], &s.places[b]
	if p.value == q.value {
		return slots.Same
	}
	key := [2]int{min(p.value, q.value), max(p.value, q.value)}
	v, known := s.verdicts[key]
	if !known {
		v = slots.Compare(p.Slot, q.Slot)
		s.verdicts[key] = v
	}
	return v
}
