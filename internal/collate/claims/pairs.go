package claims

import (
	"math"
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

// crowd is how many slots of a class a term may stand beside before it says too
// little to look for pairs by.
const crowd = 600

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

type posting struct {
	place  int // index into the class's list
	weight float64
}

// pairsWithin returns the pairs among members, which are of one class and in
// order of report.
func (s *story) pairsWithin(members []int) []pair {
	index := map[int][]posting{}
	for n, m := range members {
		for _, t := range s.places[m].context {
			index[t.id] = append(index[t.id], posting{n, t.weight})
		}
	}
	kept := map[[2]int]pair{}
	shared := make([]float64, len(members))
	var touched []int
	for n, m := range members {
		p := &s.places[m]
		touched = touched[:0]
		for _, t := range p.context {
			if len(index[t.id]) > crowd {
				continue
			}
			for _, q := range index[t.id] {
				if s.places[members[q.place]].report == p.report {
					continue
				}
				if shared[q.place] == 0 {
					touched = append(touched, q.place)
				}
				shared[q.place] += min(t.weight, q.weight)
			}
		}
		sort.Ints(touched)
		s.best(n, members, touched, shared, kept)
		for _, t := range touched {
			shared[t] = 0
		}
	}
	all := make([]pair, 0, len(kept))
	for _, p := range kept {
		all = append(all, p)
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].a != all[j].a {
			return all[i].a < all[j].a
		}
		return all[i].b < all[j].b
	})
	return all
}

// best keeps the likest partners of member n among touched, which are in order of
// report: for each report one with the same value and two with another.
func (s *story) best(n int, members, touched []int, shared []float64, kept map[[2]int]pair) {
	p := &s.places[members[n]]
	var same, different []pair
	flush := func() {
		for _, top := range [][]pair{same, different} {
			for _, q := range top {
				kept[[2]int{q.a, q.b}] = q
			}
		}
		same, different = same[:0], different[:0]
	}
	report := -1
	for _, t := range touched {
		q := &s.places[members[t]]
		like := shared[t] / math.Sqrt(p.mass*q.mass)
		if like < faint {
			continue
		}
		if q.report != report {
			flush()
			report = q.report
		}
		x := pair{a: members[n], b: members[t], shared: shared[t], like: like}
		if q.report < p.report {
			x.a, x.b = x.b, x.a
		}
		x.verdict = s.compare(x.a, x.b)
		switch x.verdict {
		case slots.Same, slots.Looser:
			same = keep(same, x, 1)
		case slots.Different:
			different = keep(different, x, 2)
		}
	}
	flush()
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

// compare compares two places' values. Names that resolve to one entity are one.
func (s *story) compare(a, b int) slots.Verdict {
	return slots.Compare(s.places[a].Slot, s.places[b].Slot)
}
