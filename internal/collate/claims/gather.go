package claims

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"

	"stemma/account"
	"stemma/internal/collate/slots"
)

// doubtful is the score below which a pair isn't shown as a difference, and
// patience how much surer each further one has to be: the first few are worth a
// doubtful look, the tenth is not.
const (
	doubtful = 0.008
	patience = 0.004
)

// mostDiffering is how many differences a reader is shown at most: a few, and
// more where there are many reports.
func mostDiffering(reports int) int { return min(6+reports, 40) }

// differences gathers the pairs whose values differ into matters, the surest
// first. Pairs with the same two values are one matter; so are pairs that share a
// place, as three reports can give three values of one thing.
func (s *story) differences(all []pair) []matter {
	j := newJudge(s, all)
	byValues := map[string]*matter{}
	var found []*matter
	type scored struct {
		pair
		sure float64
	}
	var shown []scored
	for _, p := range all {
		if p.verdict != slots.Different {
			continue
		}
		if sure := j.sure(p); sure >= doubtful {
			shown = append(shown, scored{p, sure})
		}
	}
	slices.SortStableFunc(shown, func(x, y scored) int { return cmp.Compare(y.sure, x.sure) })
	for _, p := range shown {
		key := s.valuesKey(p.a, p.b)
		m := byValues[key]
		if m == nil {
			m = &matter{relation: account.Differ, readings: [][]int{nil, nil}, sure: p.sure}
			byValues[key] = m
			found = append(found, m)
		}
		s.side(m, p.a)
		s.side(m, p.b)
	}
	found = s.merge(found)
	near := s.near(all)
	var matters []matter
	for _, m := range found {
		s.widen(m, near)
		if !s.parted(m) {
			continue
		}
		if s.follows(m) {
			m.relation = account.Update
			matters = append(matters, *m)
			continue
		}
		updates := s.apart(m)
		if len(m.readings) > 1 {
			matters = append(matters, *m)
		}
		matters = append(matters, updates...)
	}
	return worth(matters, mostDiffering(len(s.pages)))
}

// worth keeps the matters that a reader should see, at most so many, the surest
// first.
func worth(matters []matter, most int) []matter {
	slices.SortStableFunc(matters, func(x, y matter) int { return cmp.Compare(y.sure, x.sure) })
	kept := matters[:0]
	for _, m := range matters {
		if len(kept) < most && m.sure >= doubtful+patience*float64(len(kept)) {
			kept = append(kept, m)
		}
	}
	return kept
}

// parted reports whether two readings of m aren't given by the same reports. Those
// that all say Monday and Wednesday speak of two days.
func (s *story) parted(m *matter) bool {
	gives := make([]map[int]bool, len(m.readings))
	for i, r := range m.readings {
		gives[i] = map[int]bool{}
		for _, n := range r {
			gives[i][s.places[n].report] = true
		}
	}
	for i := range gives {
		for j := range i {
			if lacks(gives[i], gives[j]) || lacks(gives[j], gives[i]) {
				return true
			}
		}
	}
	return false
}

// lacks reports whether b lacks one of a.
func lacks(a, b map[int]bool) bool {
	for x := range a {
		if !b[x] {
			return true
		}
	}
	return false
}

// valuesKey names what two places differ in: the class and both values.
func (s *story) valuesKey(a, b int) string {
	x, y := s.value(a), s.value(b)
	if y < x {
		x, y = y, x
	}
	p := &s.places[a]
	return p.Class + "\x00" + p.About + "\x00" + x + "\x00" + y
}

// value is the value of a place as readings are told apart by.
func (s *story) value(n int) string {
	p := &s.places[n]
	if p.entity != "" && strings.HasPrefix(p.Class, "name:") {
		return p.entity + " " + p.Key
	}
	return p.Key
}

// side puts a place into the reading of m that has its value, or into an empty
// one, or into a new one.
func (s *story) side(m *matter, n int) {
	for i, r := range m.readings {
		if len(r) == 0 || s.alike(r[0], n) {
			m.readings[i] = insert(r, n)
			return
		}
	}
	m.readings = append(m.readings, []int{n})
}

// alike reports whether two places give one reading: the same value, or one that
// is as good as the same ("two and a half years", "about two and a half years").
func (s *story) alike(a, b int) bool {
	switch s.compare(a, b) {
	case slots.Same:
		return true
	case slots.Looser:
		x, y := s.places[a].Slot, s.places[b].Slot
		if !strings.HasPrefix(x.Class, "count:") {
			return x.Class != "office" && x.Class != "medium"
		}
		mx, my := (x.Low+x.High)/2, (y.Low+y.High)/2
		return !math.IsInf(mx, 0) && !math.IsInf(my, 0) && math.Abs(mx-my) <= 0.1*max(math.Abs(mx), math.Abs(my))
	}
	return false
}

// insert puts n into an ordered list unless it is there.
func insert(all []int, n int) []int {
	at, found := slices.BinarySearch(all, n)
	if found {
		return all
	}
	return slices.Insert(all, at, n)
}

// mostReadings is how many readings merging may give a matter.
const mostReadings = 5

// merge joins matters that share a place, the surer keeping its rank. Matters are
// in order of their surest pair.
func (s *story) merge(found []*matter) []*matter {
	of := map[int]*matter{}
	var merged []*matter
	for _, m := range found {
		into := m
		for _, r := range m.readings {
			for _, n := range r {
				if other := of[n]; other != nil && len(other.readings) < mostReadings {
					into = other
				}
			}
		}
		if into == m {
			merged = append(merged, m)
		}
		for _, r := range m.readings {
			for _, n := range r {
				if into != m {
					s.side(into, n)
				}
				if of[n] == nil {
					of[n] = into
				}
			}
		}
	}
	return merged
}

// likely is the likeness from which a place with the same value belongs to a
// reading of another report.
const likely = 0.12

// near lists, for each place, those of other reports that give the same value in a
// context as like.
func (s *story) near(all []pair) map[int][]int {
	near := map[int][]int{}
	for _, p := range all {
		if p.verdict != slots.Different && p.like >= likely && s.places[p.a].Class != clauseClass {
			near[p.a] = append(near[p.a], p.b)
			near[p.b] = append(near[p.b], p.a)
		}
	}
	return near
}

// keys are the places of a matter, in order.
func keys(in map[int]int) []int {
	all := make([]int, 0, len(in))
	for n := range in {
		all = append(all, n)
	}
	sort.Ints(all)
	return all
}

// widen adds to the readings of m the places of other reports that give the same
// value in a context as like, and those that are like these.
func (s *story) widen(m *matter, near map[int][]int) {
	in := map[int]int{}
	for i, r := range m.readings {
		for _, n := range r {
			in[n] = i
		}
	}
	newest := keys(in)
	for range 2 {
		var added []int
		for _, n := range newest {
			for _, other := range near[n] {
				if _, there := in[other]; there || !s.alike(n, other) {
					continue
				}
				in[other] = in[n]
				m.readings[in[n]] = insert(m.readings[in[n]], other)
				added = append(added, other)
			}
		}
		newest = added
	}
	sort.SliceStable(m.readings, func(i, j int) bool { return len(m.readings[i]) > len(m.readings[j]) })
}
