package entities

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/mentions"
	"stemma/internal/names"
	"stemma/internal/names/lists"
	"stemma/internal/names/nations"
)

// A story is the reports with their chains.
type story struct {
	reports []annotate.Report
	chains  []*chain
	known   *lists.Lists // the user's, or nil
}

// A chain is one entity of one report, and a node of the forest whose trees are
// the story's entities.
type chain struct {
	*mentions.Chain
	report, index int
	parent        *chain
	keys          []string // its names, folded, the longest first
	offices       []string // its roles, folded
	upper         bool     // has a name in capitals throughout: an acronym
	metonym       bool     // a capital that stands for a government
	listed        string   // list and id of the entry of the user's lists that it is; "" if none
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
	if c.listed == "" {
		c.listed = o.listed
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

// read takes the names and offices of a chain from its report.
func (c *chain) read(r annotate.Report) {
	seen := map[string]bool{}
	for _, m := range c.Mentions {
		mention := r.Mentions.Mentions[m]
		text := mention.In(r.Text)
		switch mention.Form {
		case mentions.ByNation:
			if n, ok := nations.People(text); ok {
				c.nation = n
				continue
			}
			if n, ok := nations.Capital(text); ok {
				c.nation, c.metonym = n, true
			}
		case mentions.ByName:
			if n, ok := nations.Lookup(text); ok && c.Type == account.Place {
				c.nation = n
			}
		default:
			continue
		}
		key := plain(text)
		if key != "" && !seen[key] {
			seen[key] = true
			c.keys = append(c.keys, key)
		}
		c.upper = c.upper || len(text) > 1 && strings.IndexFunc(text, unicode.IsLower) < 0
	}
	sort.SliceStable(c.keys, func(i, j int) bool { return len(c.keys[i]) > len(c.keys[j]) })
	for _, role := range c.Roles {
		c.offices = append(c.offices, roleKey(role.In(r.Text)))
	}
	sort.Strings(c.offices)
	c.offices = slices.Compact(c.offices)
}

// plain folds a name, without an article and with the United States in short.
func plain(text string) string {
	key := strings.TrimPrefix(names.Fold(text), "the ")
	if rest, ok := strings.CutPrefix(key, "united states "); ok && !strings.HasPrefix(rest, "of ") {
		return "us " + rest
	}
	return key
}

// A divide keeps people apart whom one report tells apart: it names both in full.
// And it keeps apart what stands for different entries of the user's lists.
type divide map[*chain]map[int]bool // reports that name a tree's person in full

// apart reads which reports name which people in full.
func (s *story) apart() divide {
	d := divide{}
	for _, c := range s.chains {
		if c.Type != account.Person || len(c.keys) == 0 || !strings.Contains(c.keys[0], " ") {
			continue
		}
		root := c.find()
		if d[root] == nil {
			d[root] = map[int]bool{}
		}
		d[root][c.report] = true
	}
	return d
}

// clash reports whether some report names both in full.
func (d divide) clash(a, b *chain) bool {
	if a.listed != "" && b.listed != "" && a.listed != b.listed {
		return true
	}
	x, y := d[a], d[b]
	if len(x) > len(y) {
		x, y = y, x
	}
	for r := range x {
		if y[r] {
			return true
		}
	}
	return false
}

// join notes that a and b become one tree.
func (d divide) join(a, b *chain) {
	all := map[int]bool{}
	for r := range d[a] {
		all[r] = true
	}
	for r := range d[b] {
		all[r] = true
	}
	d[a], d[b] = all, all
}
