// Package entities says who is who across the articles of a story.
package entities

import (
	"fmt"
	"sort"
	"strings"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/mentions"
	"stemma/internal/names"
	"stemma/internal/names/lists"
)

// Resolved is who is who in a story. Of[i][c] is the index into Entities of
// chain c of report i, or -1.
type Resolved struct {
	Entities []account.Entity `json:"entities"`
	Of       [][]int          `json:"of"`
}

// Resolve joins the chains of a story's reports into entities, most mentioned
// first, with ids "e1", "e2", …
//
// A word for a people ("Russian") that no report's country stands for is no
// entity: its chain has -1.
func Resolve(reports []annotate.Report) Resolved { return ResolveListed(reports, nil) }

// ResolveListed is Resolve with lists of entities that the user brought, or nil.
// Chains that stand for one entry of a list are one entity, whatever their names;
// those that stand for different ones are never joined for being alike.
func ResolveListed(reports []annotate.Report, known *lists.Lists) Resolved {
	s := gather(reports)
	s.known = known
	s.join()
	return s.resolved()
}

// resolved gives the groups of chains their public form.
func (s *story) resolved() Resolved {
	r := Resolved{Entities: []account.Entity{}, Of: make([][]int, len(s.reports))}
	for i := range s.reports {
		r.Of[i] = make([]int, len(s.reports[i].Mentions.Chains))
		for c := range r.Of[i] {
			r.Of[i][c] = -1
		}
	}
	type group struct {
		chains []*chain
		count  int
	}
	var groups []group
	index := map[*chain]int{}
	for _, c := range s.chains {
		root := c.find()
		g, ok := index[root]
		if !ok {
			g = len(groups)
			index[root] = g
			groups = append(groups, group{})
		}
		groups[g].chains = append(groups[g].chains, c)
		groups[g].count += len(c.Mentions)
	}
	sort.SliceStable(groups, func(i, j int) bool { return groups[i].count > groups[j].count })
	for _, g := range groups {
		e := s.entity(g.chains)
		if len(e.Names) == 0 {
			continue
		}
		e.ID = fmt.Sprintf("e%d", len(r.Entities)+1)
		for _, c := range g.chains {
			r.Of[c.report][c.index] = len(r.Entities)
		}
		r.Entities = append(r.Entities, e)
	}
	return r
}

// entity makes the account's entity of the chains, which are in order of report.
func (s *story) entity(chains []*chain) account.Entity {
	e := account.Entity{Names: []account.Name{}, Roles: []account.Role{}, Mentions: []account.Span{}}
	spelled := map[string]*account.Name{}
	roles := newRoles()
	types := map[string]int{}
	for _, c := range chains {
		report := s.reports[c.report]
		named := 0
		for _, m := range c.Mentions {
			mention := report.Mentions.Mentions[m]
			text := mention.In(report.Text)
			if isName(mention, c) {
				n := spelled[text]
				if n == nil {
					n = &account.Name{Text: text}
					spelled[text] = n
				}
				n.Count++
				if len(n.Articles) == 0 || n.Articles[len(n.Articles)-1] != report.ID {
					n.Articles = append(n.Articles, report.ID)
				}
				named++
			}
			if mention.Form != mentions.ByNation || c.metonym {
				e.Mentions = append(e.Mentions, account.Span{Article: report.ID, Start: mention.Start, End: mention.End, Text: text})
			}
		}
		types[c.Type] += named
		for _, role := range c.Roles {
			roles.add(account.Span{Article: report.ID, Start: role.Start, End: role.End, Text: role.In(report.Text)})
		}
	}
	for _, n := range spelled {
		e.Names = append(e.Names, *n)
	}
	sort.Slice(e.Names, func(i, j int) bool {
		if a, b := e.Names[i], e.Names[j]; a.Count != b.Count {
			return a.Count > b.Count
		}
		return e.Names[i].Text < e.Names[j].Text
	})
	e.Roles = roles.list()
	e.Type = majority(types)
	s.list(&e, chains)
	e.Name = telling(e)
	return e
}

// isName reports whether a chain's mention is one of its names.
func isName(m mentions.Mention, c *chain) bool {
	return m.Form == mentions.ByName || m.Form == mentions.ByNation && c.metonym
}

// majority is the type of most names; the earlier in the order of the account's
// constants among equals.
func majority(types map[string]int) string {
	best := ""
	for _, t := range []string{account.Person, account.Organization, account.Place, account.Other} {
		if types[t] > types[best] || best == "" && types[t] > 0 {
			best = t
		}
	}
	return best
}

// telling picks the name to show: the full names of people and the names of
// organisations that are written out go first, then the most frequent, then, of
// spellings that are as frequent, the one that is nearest to all others.
func telling(e account.Entity) string {
	full := func(n account.Name) bool {
		words := len(strings.Fields(n.Text))
		return e.Type == account.Person && words > 1 || e.Type == account.Organization && words > 2
	}
	var best []account.Name
	for _, n := range e.Names {
		switch {
		case len(best) == 0 || full(n) && !full(best[0]):
			best = []account.Name{n}
		case full(n) == full(best[0]) && n.Count == best[0].Count && len(best) < 8:
			best = append(best, n)
		case full(n) == full(best[0]) && n.Count > best[0].Count:
			best = []account.Name{n}
		}
	}
	name, most := "", -1.0
	for _, n := range best {
		sum := 0.0
		for _, o := range e.Names {
			sum += float64(o.Count) * names.Closeness(n.Text, o.Text)
		}
		if sum > most {
			name, most = n.Text, sum
		}
	}
	return name
}
