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

// firm is the likeness from which two places with the same value say the same
// thing, and not the same value of two things; true: from which two clauses do.
var firm = map[bool]float64{false: 0.3, true: 0.45}

// mostAgreeing and mostSingle are how many claims of a kind a reader is shown.
const (
	mostAgreeing = 40
	mostSingle   = 40
)

// agreements gathers the places of several reports that give one value in like
// contexts. What a difference shows already isn't shown again.
func (s *story) agreements(all []pair, differences []matter) []matter {
	shown := map[int]bool{}
	for _, m := range differences {
		for _, r := range m.readings {
			for _, n := range r {
				shown[n] = true
			}
		}
	}
	same := newSets(len(s.places))
	for _, p := range all {
		if (p.verdict == slots.Same || p.verdict == slots.Looser) && p.like >= firm[s.places[p.a].Class == clauseClass] && agreeable(s.places[p.a].Class) {
			same.join(p.a, p.b)
		}
	}
	s.joinUnusual(same)
	var matters []matter
	for _, members := range same.lists() {
		m := s.agreement(members)
		if m.readings == nil || slices.ContainsFunc(members, func(n int) bool { return shown[n] }) {
			continue
		}
		matters = append(matters, m)
	}
	slices.SortStableFunc(matters, func(x, y matter) int { return cmp.Compare(y.sure, x.sure) })
	return s.firstSaid(matters, mostAgreeing)
}

// joinUnusual joins places that give one unusual number of one thing: that two
// reports count 57 countries is no chance, whatever they say around it.
func (s *story) joinUnusual(same *sets) {
	first := map[string]int{}
	for n := range s.places {
		p := &s.places[n]
		if !strings.HasPrefix(p.Class, "count:") || p.Class == "count:" || p.Class == "count:day" || !unusual(p.Low, p.High) {
			continue
		}
		key := p.Class + " " + p.Key
		if f, ok := first[key]; ok {
			same.join(f, n)
		} else {
			first[key] = n
		}
	}
}

// unusual reports whether a number is one that is hardly said twice by chance.
func unusual(low, high float64) bool {
	x := low
	if math.IsInf(x, 0) {
		x = high
	}
	return x > 12 && (math.Mod(x, 10) != 0 || x >= 1000) && (low == high || math.IsInf(low, 0) || math.IsInf(high, 0))
}

// agreeable reports whether agreement in a class tells a reader something: that
// two reports use one verb doesn't, that both say somebody pleaded guilty does.
func agreeable(class string) bool {
	if matter, ok := strings.CutPrefix(class, "opposite:"); ok {
		switch matter {
		case "plea", "verdict", "custody", "danger", "intent", "approval":
			return true
		}
		return false
	}
	return class != "kin" && class != "medium" && !strings.HasPrefix(class, "verb:") && !strings.HasPrefix(class, "name:")
}

// agreement makes a matter of places that give one value, a reading for each way
// of giving it that isn't quite the same. It is empty where only one report does.
func (s *story) agreement(members []int) matter {
	m := matter{relation: account.Agree}
	reports := map[int]bool{}
	for _, n := range members {
		reports[s.places[n].report] = true
	}
	if len(reports) < 2 {
		return m
	}
	for _, n := range members {
		s.side(&m, n)
	}
	best := 0.0
	for _, n := range members {
		best = max(best, s.telling(n))
	}
	m.sure = (float64(len(reports)) / float64(len(s.pages))) * best
	return m
}

// telling is how much a reader learns from a place: it stands among what the
// story's reports are about, and says something definite.
func (s *story) telling(n int) float64 {
	p := &s.places[n]
	central := 0.0
	for _, t := range p.context {
		if t.id >= 0 {
			central += s.spread[t.id] * t.weight
		}
	}
	if p.mass > 0 {
		central /= p.mass
	}
	return central * definite(p.Class)
}

// definite weighs classes by how much a value of them says.
func definite(class string) float64 {
	switch {
	case strings.HasPrefix(class, "count:"), class == "score", class == "block":
		return 1
	case class == "day", class == "hour", strings.HasPrefix(class, "site:"), class == "office", class == clauseClass:
		return 0.9
	case class == "age", strings.HasPrefix(class, "opposite:"):
		return 0.8
	}
	return 0.6
}

// firstSaid keeps the first of matters, at most n, of those that stand in the same
// sentences for the same aspect.
func (s *story) firstSaid(matters []matter, n int) []matter {
	type spot struct {
		aspect           string
		report, sentence int
	}
	seen := map[spot]bool{}
	var kept []matter
	for _, m := range matters {
		p := &s.places[m.readings[0][0]]
		at := spot{p.Aspect, p.report, p.Sentence}
		if seen[at] {
			continue
		}
		seen[at] = true
		if kept = append(kept, m); len(kept) == n {
			break
		}
	}
	return kept
}

// singles are the clauses that only one report says: none of another is like
// them.
func (s *story) singles(all []pair) []matter {
	likest := map[int]float64{}
	for _, p := range all {
		likest[p.a] = max(likest[p.a], p.like)
		likest[p.b] = max(likest[p.b], p.like)
	}
	var matters []matter
	for n := range s.places {
		if s.places[n].Class != clauseClass || likest[n] >= loose {
			continue
		}
		m := matter{relation: account.Single, readings: [][]int{{n}}}
		m.sure = s.telling(n) * (1 - likest[n]) * s.substance(n)
		matters = append(matters, m)
	}
	slices.SortStableFunc(matters, func(x, y matter) int { return cmp.Compare(y.sure, x.sure) })
	return s.firstSaid(matters, mostSingle)
}

// loose is the likeness below which no other clause says what one says.
const loose = 0.2

// substance weighs a clause by what of definite it holds: numbers, times, names.
func (s *story) substance(n int) float64 {
	p := &s.places[n]
	held := 0.0
	page := s.pages[p.report]
	for _, q := range page.Quantities {
		if p.Contains(q.Span) && !q.Ordinal {
			held += 2
		}
	}
	for _, m := range page.Mentions.Mentions {
		if p.Contains(m.Span) && m.Form == "name" {
			held++
		}
	}
	return 0.3 + min(held, 6)/6
}

// sets joins numbers 0 … n-1 into lists.
type sets struct{ parent []int }

func newSets(n int) *sets {
	g := &sets{make([]int, n)}
	for i := range g.parent {
		g.parent[i] = i
	}
	return g
}

func (g *sets) root(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

func (g *sets) join(i, j int) {
	a, b := g.root(i), g.root(j)
	g.parent[max(a, b)] = min(a, b)
}

// lists are the sets of more than one, each in order, by their first.
func (g *sets) lists() [][]int {
	byRoot := map[int][]int{}
	for i := range g.parent {
		r := g.root(i)
		byRoot[r] = append(byRoot[r], i)
	}
	var all [][]int
	for _, list := range byRoot {
		if len(list) > 1 {
			all = append(all, list)
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i][0] < all[j][0] })
	return all
}
