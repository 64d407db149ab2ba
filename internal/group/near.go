package group

import (
	"cmp"
	"math"
	"slices"
	"time"
)

const (
	// window is how far apart in time two reports of one event can lie: a trial
	// follows the crime by months.
	window = 400 * 24 // hours
	// slope is how far apart halves what two articles share, when those to
	// be compared are chosen.
	slope = 30 * 24 // hours
	// candidates is how many earlier articles an article is compared with.
	candidates = 28
	// faint is the least evidence that is remembered.
	faint = -4
)

// scratch is what is used for one article after the other.
type scratch struct {
	rare     []float32
	postings []posting
	shared   []float32 // by member, all 0 between articles
	touched  []int32
	found    []posting // by place among the members
	near     []neighbour
	query    query
	features []float64
}

// A neighbour is an earlier article with what it shares with a new one.
type neighbour struct {
	*member
	shared float32
	comparison
}

// compare finds the earlier articles that share the most rare terms with a new
// one, and compares them with it. They are in order of arrival, and valid until
// the next call.
func (g *Grouper) compare(m *member) []neighbour {
	posted := g.admit(m)
	near := g.near(m, posted)
	g.compareAll(m, near)
	slices.SortFunc(near, func(x, y neighbour) int { return cmp.Compare(x.arrival, y.arrival) })
	g.index.add(int32(m.arrival), posted)
	return near
}

// compareAll compares a member that was admitted last with its neighbours.
func (g *Grouper) compareAll(m *member, near []neighbour) {
	s := &g.scratch
	s.query.ask(&m.Item, m.weights, s.rare)
	for i := range near {
		near[i].comparison = s.query.compare(near[i].member)
	}
	support(m, near)
	rank(near)
}

// near finds the earlier articles that share the most rare terms with a new one,
// the first first.
func (g *Grouper) near(m *member, posted []posting) []neighbour {
	s := &g.scratch
	if len(s.shared) < len(g.members) {
		s.shared = make([]float32, 2*len(g.members))
	}
	s.touched = g.index.share(posted, int32(g.base), s.shared, s.touched[:0])
	s.found = s.found[:0]
	now := hours(m.Time)
	for _, i := range s.touched {
		shared := s.shared[i]
		s.shared[i] = 0
		if then := g.hours[i]; now != unknown && then != unknown {
			apart := max(now-then, then-now)
			if apart > window {
				continue
			}
			shared /= 1 + float32(apart)/slope
		}
		if int(i)+g.base != m.arrival {
			s.found = append(s.found, posting{uint32(i), shared})
		}
	}
	best := s.found[:heaviest(s.found, candidates)]
	slices.SortFunc(best, func(x, y posting) int {
		return cmp.Or(-cmp.Compare(x.weight, y.weight), cmp.Compare(x.term, y.term))
	})
	s.near = s.near[:0]
	for _, f := range best {
		s.near = append(s.near, neighbour{member: g.members[f.term], shared: f.weight})
	}
	return s.near
}

// unknown stands for the hour of an undated article.
const unknown = math.MinInt32

// hours counts the hours from 1970 to a time; unknown for none, and for times
// that are beyond counting.
func hours(t time.Time) int32 {
	h := t.Unix() / 3600
	if t.IsZero() || h > math.MaxInt32/2 || h < math.MinInt32/2 {
		return unknown
	}
	return int32(h)
}

// support tells what the others' days say for each one's being the day of an
// undated article: reports that share much with it, and are of one week, speak
// for one another. The first has the most in common with it.
func support(m *member, near []neighbour) {
	if !m.Time.IsZero() || len(near) == 0 {
		return
	}
	var sum float64
	weights := make([]float64, len(near))
	for i, x := range near {
		if !x.when.IsZero() {
			weights[i] = math.Pow(float64(x.shared/near[0].shared), 4)
			sum += weights[i]
		}
	}
	for i := range near {
		for j := range near {
			if i != j && weights[i] > 0 && weights[j] > 0 {
				days := near[i].when.Sub(near[j].when).Hours() / 24
				near[i].support += float32(weights[j] * math.Exp(-days*days/18) / sum)
			}
		}
	}
}

// rank sets each neighbour's likeness against that of the likest other.
func rank(near []neighbour) {
	for k, field := range ranked {
		var first, second float32
		for i := range near {
			if c := near[i].cosine[field]; c > first {
				first, second = c, first
			} else {
				second = max(second, c)
			}
		}
		for i := range near {
			c := near[i].cosine[field]
			if c == first {
				near[i].relative[k] = c - second
			} else {
				near[i].relative[k] = c - first
			}
		}
	}
}

// link remembers what the comparison with neighbours says.
func (g *Grouper) link(m *member, near []neighbour) {
	for i := range near {
		g.scratch.features = near[i].features(g.scratch.features[:0])
		if odds := weights().odds(g.scratch.features); odds > faint {
			m.links = append(m.links, link{int32(near[i].arrival), float32(odds)})
		}
	}
	g.linkBack(m)
}

// linkBack gives the links of a new member to those that it is linked to.
func (g *Grouper) linkBack(m *member) {
	for _, l := range m.links {
		if x := g.at(int(l.to)); x != nil {
			x.links = append(x.links, link{int32(m.arrival), l.odds})
		}
	}
}
