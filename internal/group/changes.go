package group

import (
	"cmp"
	"maps"
	"slices"
)

// changes are what changed since Changes was last called.
type changes struct {
	stories map[string]*story
	into    map[string]string // stories that went into others
	members map[string]*member
	stale   bool // an article was taken out, and the others aren't weighed anew yet
}

func (c *changes) clear() {
	c.stories, c.into, c.members = map[string]*story{}, map[string]string{}, map[string]*member{}
}

func (c *changes) story(s *story) {
	c.stories[s.id] = s
	delete(c.into, s.id)
}

func (c *changes) member(m *member) { c.members[m.ID] = m }

// redirect says that a story is now found under another id.
func (c *changes) redirect(from, to string) {
	delete(c.stories, from)
	c.into[from] = to
}

// Changes are what has to be stored.
type Changes struct {
	// Stories are those that have other articles than before; one without any is
	// no more.
	Stories []Story

	// Into says of stories that went into others where their articles are now.
	// There may be more than one step from an old id to a story that is.
	Into map[string]string

	// Members are the records of the articles that came or moved, by which
	// Restore brings a grouper back.
	Members map[string][]byte
}

// Changes returns what changed since it was last called.
func (g *Grouper) Changes() Changes {
	c := Changes{Into: g.changed.into, Members: map[string][]byte{}}
	for _, id := range slices.Sorted(maps.Keys(g.changed.stories)) {
		c.Stories = append(c.Stories, g.changed.stories[id].public())
	}
	for id, m := range g.changed.members {
		c.Members[id] = m.record()
	}
	g.changed.clear()
	slices.SortStableFunc(c.Stories, func(x, y Story) int { return cmp.Compare(len(x.ID), len(y.ID)) })
	return c
}
