package group

import "slices"

// after says where the epoch ends that begins at a number of arrival: it depends
// on nothing else, so that a restored grouper knows it.
func (g *Grouper) after(epoch int) int {
	return epoch + min(max(8, epoch/3), max(8, g.Memory/2))
}

// at returns the member with a number of arrival, or nil.
func (g *Grouper) at(arrival int) *member {
	if arrival < g.base {
		return nil
	}
	return g.members[arrival-g.base]
}

// arrive takes an item into memory. It can't be found yet and has no story.
func (g *Grouper) arrive(item Item) *member {
	arrival := g.base + len(g.members)
	if arrival >= g.next {
		g.begin(arrival)
	} else if g.changed.stale {
		g.weigh()
	}
	m := &member{Item: item, arrival: arrival, when: item.Time}
	g.members, g.hours = append(g.members, m), append(g.hours, hours(m.Time))
	g.of[item.ID] = m
	return m
}

// begin begins an epoch: the oldest articles leave memory, what is common is
// counted anew over those in it, and all of them are weighed by that. Within an
// epoch nothing changes by which articles are weighed. So comparing is cheap, and
// what a grouper will do follows from the articles alone, whenever it was
// restored.
func (g *Grouper) begin(arrival int) {
	for _, m := range g.members[g.epoch-g.base:] {
		if m != nil {
			g.rare.add(&m.Item, 1)
		}
	}
	oldest := max(g.base, arrival-g.Memory)
	for _, m := range g.members[:oldest-g.base] {
		if m != nil {
			g.rare.add(&m.Item, -1)
			g.release(m)
		}
	}
	g.members = slices.Delete(g.members, 0, oldest-g.base)
	g.hours = slices.Delete(g.hours, 0, oldest-g.base)
	g.base, g.epoch, g.next = oldest, arrival, g.after(arrival)
	g.weigh()
}

// release lets go of a member. Its story stays while it has another.
func (g *Grouper) release(m *member) {
	delete(g.of, m.ID)
	s := m.story
	s.members = slices.DeleteFunc(s.members, func(x *member) bool { return x == m })
	if len(s.members) == 0 {
		delete(g.stories, s.id)
	}
}

// weigh weighs all members, and lets them be found by their rarest terms.
func (g *Grouper) weigh() {
	g.changed.stale = false
	g.rare.settle()
	g.index.clear()
	for _, m := range g.members {
		if m != nil {
			g.index.add(int32(m.arrival), g.admit(m))
		}
	}
}

// admit weighs a member and returns what it can be found by.
func (g *Grouper) admit(m *member) []posting {
	m.weights, g.scratch.rare = g.rare.weigh(&m.Item, m.weights, g.scratch.rare)
	g.scratch.postings = postings(g.scratch.postings[:0], &m.Item, g.scratch.rare)
	return g.scratch.postings
}
