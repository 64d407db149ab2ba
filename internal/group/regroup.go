package group

import (
	"cmp"
	"slices"
)

// How stories are made from links. Learnt weights say how much two articles speak
// for one event; these say when articles become a story.
const (
	// joins is the least evidence by which groups of articles become one story.
	joins = -0.6
	// silent is the evidence of two articles that weren't compared or have next to
	// nothing in common.
	silent = -4
	// loud is the most that one link says.
	loud = 8
	// reach is the least evidence by which an article has a story looked at again.
	reach = -1.5
	// crew is how many articles are put together anew at most; larger stories stay
	// as they are and can only grow.
	crew = 40
	// voice is how many members of a story, the latest, speak for all.
	voice = 24
)

// A bundle is what goes together when stories are made anew: one article, or a
// story that stays as it is.
type bundle struct {
	members []*member
	stories []*story // whose naming articles are here
}

// A linkage is all the links between two bundles.
type linkage struct {
	sum   float64
	links int
}

func (l *linkage) add(odds float64) {
	l.sum += min(odds, loud)
	l.links++
}

// evidence is the average of what each article of one group says to each of the
// other: of a large story's, those that speak for it.
func (l *linkage) evidence(a, b int) float64 {
	pairs := max(a*b, l.links)
	return (l.sum + silent*float64(pairs-l.links)) / float64(pairs)
}

// regroup makes the stories anew that a new member has to do with. Their articles
// are put together again, the likest first, as long as the evidence suffices
// (agglomerative clustering with average linkage, on a neighbourhood). So the member joins a story or opens one, near-copies come
// together before all others, and stories become one or fall apart by what the
// member shows.
func (g *Grouper) regroup(m *member) {
	g.settle(g.agglomerate(g.neighbourhood(m)))
}

// neighbourhood returns the new member and the stories it is linked to, article
// by article; where these are too many, the largest stories whole.
func (g *Grouper) neighbourhood(m *member) []bundle {
	type linked struct {
		*story
		most float32
	}
	var near []linked
	for _, l := range m.links {
		x := g.at(int(l.to))
		if x == nil || l.odds < reach {
			continue
		}
		if i := slices.IndexFunc(near, func(n linked) bool { return n.story == x.story }); i >= 0 {
			near[i].most = max(near[i].most, l.odds)
		} else {
			near = append(near, linked{x.story, l.odds})
		}
	}
	slices.SortFunc(near, func(x, y linked) int {
		return cmp.Or(cmp.Compare(len(x.members), len(y.members)), -cmp.Compare(x.most, y.most), cmp.Compare(x.members[0].arrival, y.members[0].arrival))
	})
	bundles := []bundle{{members: []*member{m}}}
	for _, s := range near {
		if len(bundles)+len(s.members) > crew {
			whole := bundle{members: s.members[max(0, len(s.members)-voice):], stories: []*story{s.story}}
			bundles = append(bundles, whole)
			continue
		}
		anchor := s.anchor()
		for _, x := range s.members {
			b := bundle{members: []*member{x}}
			if x == anchor {
				b.stories = []*story{s.story}
			}
			bundles = append(bundles, b)
		}
	}
	return bundles
}

// anchor is the member with which a story's id stays: the one it is named after,
// or the first.
func (s *story) anchor() *member {
	for _, m := range s.members {
		if storyOf(m.ID) == s.id {
			return m
		}
	}
	return s.members[0]
}

// agglomerate puts bundles together, those with the most evidence first, while it
// suffices.
func (g *Grouper) agglomerate(bundles []bundle) []bundle {
	n := len(bundles)
	at := map[*member]int{}
	for i, b := range bundles {
		for _, m := range b.members {
			at[m] = i
		}
	}
	between := make([]linkage, n*n)
	for i, b := range bundles {
		for _, m := range b.members {
			for _, l := range m.links {
				if int(l.to) > m.arrival {
					continue // the other one has it too
				}
				if x := g.at(int(l.to)); x != nil {
					if j, ok := at[x]; ok && j != i {
						between[i*n+j].add(float64(l.odds))
						between[j*n+i] = between[i*n+j]
					}
				}
			}
		}
	}
	gone := make([]bool, n)
	for {
		a, b, most := -1, -1, joins-g.Join
		for i := range n {
			for j := range i {
				if l := &between[i*n+j]; !gone[i] && !gone[j] && l.links > 0 {
					if e := l.evidence(len(bundles[i].members), len(bundles[j].members)); e > most {
						a, b, most = j, i, e
					}
				}
			}
		}
		if a < 0 {
			break
		}
		x, y := &bundles[a], &bundles[b]
		*x = bundle{append(slices.Clone(x.members), y.members...), append(slices.Clone(x.stories), y.stories...)}
		gone[b] = true
		for k := range n {
			if k != a && k != b {
				between[a*n+k].sum += between[b*n+k].sum
				between[a*n+k].links += between[b*n+k].links
				between[k*n+a] = between[a*n+k]
			}
		}
	}
	left := bundles[:0]
	for i, b := range bundles {
		if !gone[i] {
			left = append(left, b)
		}
	}
	return left
}
