package group

import (
	"fmt"
	"hash/fnv"
)

// A Labelled is an article with the story it is known to belong to.
type Labelled struct {
	Item
	Story string
}

// Fit learns the weights of the features from labelled streams, each in order of
// time, and returns them in the form of weights.txt. Each stream counts as much
// as any other, however long.
//
// The network is fitted by Adam (Kingma and Ba 2015) to the logarithm of the
// likelihood, in an order that is shuffled alike every time.
func Fit(streams ...[]Labelled) string {
	var all []compared
	for _, s := range streams {
		all = append(all, compareAll(s))
	}
	return fit(all, nil).String()
}

// Cross groups each stream as it would be with weights that were learnt without
// knowing anything of the stories in question: the stories are dealt into so many
// parts, and articles of a part are compared with weights learnt from pairs of
// which neither is in it. It returns the stories found, parallel to the streams.
func Cross(parts int, streams ...[]Labelled) [][]string {
	var all []compared
	for _, s := range streams {
		all = append(all, compareAll(s))
	}
	weights := make([]*network, parts)
	for part := range parts {
		weights[part] = fit(all, func(story string) bool { return partOf(story, parts) != part })
	}
	var found [][]string
	for _, c := range all {
		g := New(Settings{Memory: len(c.stream) + 1})
		for i, x := range c.stream {
			m := &member{Item: Item{ID: x.ID, Time: x.Time}, arrival: i, when: x.Time}
			g.members = append(g.members, m)
			w := weights[partOf(x.Story, parts)]
			for _, r := range c.rows[c.begin[i]:c.begin[i+1]] {
				if odds := w.odds(r.features); odds > faint {
					m.links = append(m.links, link{int32(r.other), float32(odds)})
				}
			}
			g.linkBack(m)
			g.regroup(m)
		}
		var stories []string
		for _, m := range g.members {
			stories = append(stories, m.story.id)
		}
		found = append(found, stories)
	}
	return found
}

func partOf(story string, parts int) int {
	h := fnv.New32a()
	fmt.Fprint(h, "part of ", story)
	return int(h.Sum32()>>4) % parts
}

// A row is a pair of articles that were compared.
type row struct {
	features []float64
	other    int // the earlier one
	same     bool
}

// compared are the pairs that a grouper compares when every article joins the
// story it belongs to.
type compared struct {
	stream []Labelled
	rows   []row
	begin  []int // where the rows of each article begin, and at last where they end
}

func compareAll(stream []Labelled) compared {
	c := compared{stream: stream}
	g := New(Settings{Memory: len(stream) + 1})
	for i := range stream {
		c.begin = append(c.begin, len(c.rows))
		m := g.arrive(stream[i].Item)
		for _, x := range g.compare(m) {
			r := row{x.features(nil), x.arrival, stream[x.arrival].Story == stream[i].Story}
			c.rows = append(c.rows, r)
			if r.same && m.when.IsZero() {
				m.when = x.when
			}
		}
	}
	c.begin = append(c.begin, len(c.rows))
	return c
}

// fit learns from the pairs of articles whose stories are both in; nil is all.
func fit(all []compared, in func(story string) bool) *network {
	var rows []*row
	var weights []float64
	for i := range all {
		c := &all[i]
		from := len(rows)
		for k := range c.stream {
			for r := c.begin[k]; r < c.begin[k+1]; r++ {
				if in == nil || in(c.stream[k].Story) && in(c.stream[c.rows[r].other].Story) {
					rows = append(rows, &c.rows[r])
				}
			}
		}
		for range len(rows) - from {
			weights = append(weights, 1/float64(len(rows)-from))
		}
	}
	return learn(rows, weights)
}
