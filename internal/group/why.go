package group

import (
	"cmp"
	"maps"
	"slices"
)

// A Why says what speaks for and against an article's being in its story, as
// seen with all that has been grouped by now.
type Why struct {
	Article  string
	Story    string
	Evidence float64  // logarithm of the odds; the sum of what Reasons contribute
	Reasons  []Reason // what weighs most first, for or against

	// Threshold is the least evidence by which an article joins a story. An
	// article that joined later than others, or opened its story, may have less.
	Threshold float64

	// Rival is the story that would have the article if its own weren't there: ""
	// if nothing else in memory has anything in common with it.
	Rival         string
	RivalEvidence float64
	RivalReasons  []Reason
}

// A Reason is one thing that was compared. Value is how alike it was, as a rule
// 0 to 1, on the average over the articles of the story; Contribution is what it
// added to the evidence: above 0 it speaks for the story, below 0 against it.
// Weight is what a Value of 1 would add at that rate.
type Reason struct {
	Field        string
	Value        float64
	Weight       float64
	Contribution float64
}

// Why explains the place of an article in memory; of others it reports false.
func (g *Grouper) Why(article string) (Why, bool) {
	m := g.of[article]
	if m == nil {
		return Why{}, false
	}
	return g.why(m, m.story.id, m.story.members), true
}

// WhyStored explains the place of an article that has left memory, from its
// record and those of the other articles of its story.
func (g *Grouper) WhyStored(article, story string, records map[string][]byte) (Why, error) {
	var all []*member
	var own *member
	for _, id := range slices.Sorted(maps.Keys(records)) {
		m, _, err := readMember(id, records[id])
		if err != nil {
			return Why{}, err
		}
		g.admit(m)
		all = append(all, m)
		if id == article {
			own = m
		}
	}
	if own == nil {
		return Why{}, errRecord
	}
	return g.why(own, story, all), nil
}

// why compares a member anew with those of its story and those it is like.
func (g *Grouper) why(m *member, story string, own []*member) Why {
	if g.changed.stale {
		g.weigh()
	}
	near := slices.DeleteFunc(g.near(m, g.admit(m)), func(n neighbour) bool { return n.story.id == story })
	for _, x := range own {
		if x.ID != m.ID {
			near = append(near, neighbour{member: x})
		}
	}
	g.compareAll(m, near)
	of := map[string][]neighbour{}
	for _, n := range near {
		id := story
		if !slices.Contains(own, n.member) {
			id = n.story.id
		}
		of[id] = append(of[id], n)
	}
	w := Why{Article: m.ID, Story: story, Threshold: joins - g.Join}
	w.Reasons, w.Evidence = reasons(of[story])
	for _, id := range slices.Sorted(maps.Keys(of)) {
		if id == story {
			continue
		}
		if r, e := reasons(of[id]); w.Rival == "" || e > w.RivalEvidence {
			w.Rival, w.RivalEvidence, w.RivalReasons = id, e, r
		}
	}
	return w
}

// reasons sums up what was compared with the articles of a story: the average, as
// in linkage.evidence.
func reasons(near []neighbour) ([]Reason, float64) {
	if len(near) == 0 {
		return nil, 0
	}
	of := map[string]*Reason{}
	total := 0.0
	share := 1 / float64(len(near))
	for i := range near {
		x := near[i].features(nil)
		total += share * weights().odds(x)
		for k, c := range weights().contributions(x) {
			name := features[k].of
			if of[name] == nil {
				of[name] = new(Reason)
			}
			of[name].Contribution += share * c
		}
		for f, cosine := range near[i].cosine {
			if r := of[fieldNames[f]]; r != nil {
				r.Value += share * float64(cosine)
			}
		}
		of[timeName].Value += share * near[i].within(3)
		of[outletName].Value += share * is(near[i].ofOutlet)
		of[biasName].Value += share
	}
	var list []Reason
	for _, name := range slices.Sorted(maps.Keys(of)) {
		r := *of[name]
		r.Field = name
		if r.Value != 0 {
			r.Weight = r.Contribution / r.Value
		}
		list = append(list, r)
	}
	slices.SortStableFunc(list, func(x, y Reason) int {
		return -cmp.Compare(max(x.Contribution, -x.Contribution), max(y.Contribution, -y.Contribution))
	})
	return list, total
}

// contributions shares the odds among the features: what each adds on the way
// from nothing to its value (integrated gradients, Sundararajan et al. 2017). The
// bias, the last, takes what the network says of nothing. They add up to the odds.
func (w *network) contributions(x []float64) []float64 {
	shares := make([]float64, len(x))
	sum := w.second[hidden]
	for u, unit := range w.first {
		bias := unit[len(unit)-1]
		var way float64
		for i, v := range x[:len(x)-1] {
			way += v * unit[i]
		}
		begin, end := tanh(bias), tanh(bias+way)
		sum += w.second[u] * begin
		if way == 0 {
			continue
		}
		// Along a straight way each feature's share of one unit is in proportion.
		slope := w.second[u] * (end - begin) / way
		for i, v := range x[:len(x)-1] {
			shares[i] += slope * v * unit[i]
		}
	}
	shares[len(x)-1] = sum
	return shares
}
