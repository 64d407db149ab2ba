package entities

import (
	"slices"
	"strings"

	"stemma/account"
	"stemma/internal/names/lists"
)

// joinListed joins the chains that stand for one entry of the user's lists.
func (s *story) joinListed() {
	if s.known.Len() == 0 {
		return
	}
	l := linker{}
	found := map[string]lists.Found{} // chains of many reports have the same names
	for _, c := range s.chains {
		if c.metonym || len(c.keys) == 0 {
			continue
		}
		spellings := s.spellings(c)
		id := c.Type + "\x00" + strings.Join(spellings, "\x00")
		f, ok := found[id]
		if !ok {
			f = s.known.Find(spellings, c.Type)
			found[id] = f
		}
		if f.Entry != nil {
			c.listed = f.Entry.List + "\x00" + f.Entry.ID
			l.link(c.listed, c)
		}
	}
}

// spellings are the names of a chain as its report writes them, each once.
func (s *story) spellings(c *chain) []string {
	r := s.reports[c.report]
	var all []string
	for _, m := range c.Mentions {
		mention := r.Mentions.Mentions[m]
		if !isName(mention, c) {
			continue
		}
		if text := mention.In(r.Text); !slices.Contains(all, text) {
			if all = append(all, text); len(all) == 16 {
				break
			}
		}
	}
	return all
}

// list says which entry of the user's lists an entity is. A list that says what
// type the entry has knows better than the reports' words.
func (s *story) list(e *account.Entity, chains []*chain) {
	if s.known.Len() == 0 || chains[0].metonym {
		return
	}
	var spellings []string
	for _, n := range e.Names[:min(len(e.Names), 16)] {
		spellings = append(spellings, n.Text)
	}
	f := s.known.Find(spellings, e.Type)
	e.Listed, e.Candidates = f.Entry, f.Candidates
	if e.Listed != nil && e.Listed.Type != "" {
		e.Type = e.Listed.Type
	}
}
