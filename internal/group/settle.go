package group

import (
	"cmp"
	"slices"
)

// settle makes the stories what the bundles say. An id goes where the article
// goes that it is named after; where several ids come together the largest story
// keeps its own, or else the eldest, and the others lead there. So no id is lost
// that a reader may have.
func (g *Grouper) settle(bundles []bundle) {
	targets := make([]*story, len(bundles))
	for i, b := range bundles {
		targets[i] = g.target(b)
	}
	for i, b := range bundles {
		for _, m := range b.members {
			if m.story != targets[i] {
				g.move(m, targets[i])
			}
		}
	}
	for i, b := range bundles {
		for _, s := range b.stories {
			if s != targets[i] {
				g.merge(s, targets[i])
			}
		}
	}
}

// target is the story that a bundle becomes: one of its own, or a new one that is
// named after its first article.
func (g *Grouper) target(b bundle) *story {
	if len(b.stories) > 0 {
		return slices.MinFunc(b.stories, func(x, y *story) int {
			return cmp.Or(-cmp.Compare(len(x.articles), len(y.articles)), cmp.Compare(x.arrivals[0], y.arrivals[0]))
		})
	}
	first := slices.MinFunc(b.members, func(x, y *member) int { return cmp.Compare(x.arrival, y.arrival) })
	s := &story{id: storyOf(first.ID)}
	g.stories[s.id] = s
	return s
}

// move puts a member into a story, out of the one that it may be in. The id that
// a story had by the member goes with it.
func (g *Grouper) move(m *member, to *story) {
	if from := m.story; from != nil {
		from.drop(m.ID)
		from.members = slices.DeleteFunc(slices.Clone(from.members), func(x *member) bool { return x == m })
		if i := slices.Index(from.formerly, storyOf(m.ID)); i >= 0 {
			g.lead(from.formerly[i], to)
			from.formerly = slices.Delete(slices.Clone(from.formerly), i, i+1)
		}
		g.changed.story(from)
	}
	m.story = to
	to.insert(m.ID, m.arrival)
	at, _ := slices.BinarySearchFunc(to.members, m.arrival, func(x *member, n int) int { return cmp.Compare(x.arrival, n) })
	to.members = slices.Insert(to.members, at, m)
	g.changed.story(to)
	g.changed.member(m)
}

func (s *story) insert(article string, arrival int) {
	at, _ := slices.BinarySearch(s.arrivals, arrival)
	s.articles = slices.Insert(s.articles, at, article)
	s.arrivals = slices.Insert(s.arrivals, at, arrival)
}

// drop takes an article from a story's lists.
func (s *story) drop(article string) {
	if i := slices.Index(s.articles, article); i >= 0 {
		s.articles = slices.Delete(slices.Clone(s.articles), i, i+1)
		s.arrivals = slices.Delete(slices.Clone(s.arrivals), i, i+1)
	}
}

// merge puts what is left of a story into another.
func (g *Grouper) merge(from, to *story) {
	for _, m := range slices.Clone(from.members) {
		g.move(m, to)
	}
	for i, article := range from.articles { // that have left memory
		to.insert(article, from.arrivals[i])
	}
	for _, id := range append([]string{from.id}, from.formerly...) {
		g.lead(id, to)
	}
	delete(g.stories, from.id)
	g.changed.story(to)
}

// lead makes an id lead to a story.
func (g *Grouper) lead(id string, to *story) {
	if id == to.id {
		return
	}
	to.formerly = append(slices.Clip(to.formerly), id)
	g.changed.redirect(id, to.id)
}
