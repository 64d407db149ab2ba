package entities

import (
	"sort"
	"strings"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/mentions"
	"stemma/internal/names"
	"stemma/internal/names/nations"
)

// A story is the reports with their chains.
type story struct {
	reports []annotate.Report
	chains  []*chain
}

// A chain is one entity of one report, and a node of the forest whose trees are
// the story's entities.
type chain struct {
	*mentions.Chain
	report, index int
	parent        *chain
	keys          []string // its names, folded
	metonym       bool     // a capital that stands for a government
	nation        *nations.Nation
}

// find returns the root of c's tree.
func (c *chain) find() *chain {
	for c.parent != c {
		c.parent = c.parent.parent
		c = c.parent
	}
	return c
}

// union puts c and o into one tree; the earlier chain is its root.
func union(c, o *chain) {
	c, o = c.find(), o.find()
	if c.report > o.report || c.report == o.report && c.index > o.index {
		c, o = o, c
	}
	o.parent = c
}

// gather reads the chains of all reports.
func gather(reports []annotate.Report) *story {
	s := &story{reports: reports}
	for i, r := range reports {
		for j := range r.Mentions.Chains {
			c := &chain{Chain: &r.Mentions.Chains[j], report: i, index: j}
			c.parent = c
			c.read(r)
			s.chains = append(s.chains, c)
		}
	}
	return s
}

// read takes the names of a chain from its report.
func (c *chain) read(r annotate.Report) {
	seen := map[string]bool{}
	for _, m := range c.Mentions {
		mention := r.Mentions.Mentions[m]
		if mention.Form != mentions.ByName && mention.Form != mentions.ByNation {
			continue
		}
		text := mention.In(r.Text)
		if mention.Form == mentions.ByNation {
			if n, ok := nations.People(text); ok {
				c.nation = n
				continue
			}
			if n, ok := nations.Capital(text); ok {
				c.nation = n
				c.metonym = true
			}
		} else if n, ok := nations.Lookup(text); ok && c.Type == account.Place {
			c.nation = n
		}
		key := strings.TrimPrefix(names.Fold(text), "the ")
		if key != "" && !seen[key] {
			seen[key] = true
			c.keys = append(c.keys, key)
		}
	}
	sort.SliceStable(c.keys, func(i, j int) bool { return len(c.keys[i]) > len(c.keys[j]) })
}

// join puts the chains into trees.
func (s *story) join() {
	byKey := map[string]*chain{}
	link := func(key string, c *chain) {
		if o := byKey[key]; o != nil {
			union(o, c)
		} else {
			byKey[key] = c
		}
	}
	for _, c := range s.chains {
		switch {
		case c.metonym:
			link("government "+c.nation.Code, c)
		case c.nation != nil:
			link("nation "+c.nation.Code, c)
		case c.Type == account.Person:
			if len(c.keys) > 0 {
				full := strings.Fields(c.keys[0])
				link("person "+full[len(full)-1], c)
			}
		default:
			for _, k := range c.keys {
				link(k, c)
			}
		}
	}
}
