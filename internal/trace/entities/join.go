package entities

import (
	"slices"
	"sort"
	"strings"

	"stemma/account"
	"stemma/internal/names"
	"stemma/internal/names/nations"
)

// join puts the chains into trees, the surest evidence first:
//
//  0. what stands for one entry of the user's lists;
//  1. nations by their names, capitals and governments by their nation;
//  2. names that are equal but for capitals, dots and marks, also acronyms that
//     some report writes out;
//  3. full names of people, and names of organisations and places, that
//     names.Compare takes for one, unless one report tells them apart;
//  4. acronyms by the first letters of a name, and short names by the one longer
//     name of the story that they can stand for;
//  5. surnames alone, by the person of that name who is spoken of most.
func (s *story) join() {
	s.joinListed()
	s.joinNations()
	s.joinEqual()
	s.joinAlike()
	s.joinAcronyms()
	s.joinShort()
	s.joinSurnames()
}

// linker unites the chains that have a key in common.
type linker map[string]*chain

func (l linker) link(key string, c *chain) {
	if o := l[key]; o != nil {
		union(o, c)
	} else {
		l[key] = c
	}
}

func (s *story) joinNations() {
	l := linker{}
	for _, c := range s.chains {
		switch {
		case c.metonym:
			l.link("government "+c.nation.Code, c)
		case c.nation != nil:
			l.link("nation "+c.nation.Name(), c)
		case c.Type == account.Place && len(c.keys) > 0:
			if n, ok := nations.Capital(c.keys[0]); ok {
				l.link("capital "+n.Code, c)
			}
		}
	}
}

// joinEqual joins chains by equal names. A person's surname alone says too little
// where several people have it: see joinSurnames.
func (s *story) joinEqual() {
	l := linker{}
	for _, c := range s.chains {
		if c.metonym || c.nation != nil {
			continue
		}
		for _, k := range c.keys {
			if c.Type == account.Person && !strings.Contains(k, " ") && !c.upper {
				continue
			}
			l.link(k, c)
		}
	}
}

// A variant is one name of a tree, taken apart for comparison.
type variant struct {
	names.Name
	root  *chain
	typ   string
	words []string
	chain *chain
}

const (
	wide  = 32  // names of a block that are compared with one another
	alike = .75 // least score for organisations and places, whose words mean more than their letters
)

// joinAlike compares the names that share a blocking key and joins those that are
// one by their score. Among people a common office makes up for some score.
func (s *story) joinAlike() {
	seen := map[string]bool{}
	blocks := map[string][]*variant{}
	for _, c := range s.chains {
		if c.metonym || c.nation != nil || len(c.keys) == 0 {
			continue
		}
		words := strings.Fields(c.keys[0])
		if c.Type == account.Person && len(words) < 2 || c.Type != account.Person && len(c.keys[0]) < 5 {
			continue
		}
		if id := c.Type + " " + c.keys[0]; seen[id] {
			continue
		} else {
			seen[id] = true
		}
		v := &variant{names.Parse(c.keys[0], kinds[c.Type]), c, c.Type, words, c}
		for _, k := range v.blocks() {
			blocks[k] = append(blocks[k], v)
		}
	}
	keys := make([]string, 0, len(blocks))
	for k := range blocks {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var found []match
	done := map[[2]*variant]bool{}
	for _, k := range keys {
		block := blocks[k]
		for i, v := range block {
			for _, w := range block[i+1 : min(len(block), i+1+wide)] {
				if v.typ == account.Person && w.typ == account.Person && v.chain.report == w.chain.report {
					continue // the report tells them apart
				}
				if pair := [2]*variant{v, w}; done[pair] {
					continue
				} else {
					done[pair] = true
				}
				if m, ok := s.compare(v, w); ok {
					found = append(found, m)
				}
			}
		}
	}
	// The best first, so that a doubtful match can't stand in a sure one's way.
	sort.SliceStable(found, func(i, j int) bool { return found[i].score > found[j].score })
	apart := s.apart()
	for _, m := range found {
		if apart.clash(m.a.find(), m.b.find()) {
			continue
		}
		apart.join(m.a.find(), m.b.find())
		union(m.a, m.b)
	}
}

var kinds = map[string]names.Kind{account.Person: names.Person, account.Organization: names.Organization, account.Place: names.Place, account.Other: names.Organization}

// blocks are the keys under which a name is compared with others: a person's
// surname by its sound, also with a consonant too few or two of them changed
// about; the words of others.
func (v *variant) blocks() []string {
	if v.typ != account.Person {
		var keys []string
		for _, k := range v.Keys() {
			keys = append(keys, "thing "+k)
		}
		return keys
	}
	sound := names.Sound(v.words[len(v.words)-1])
	keys := []string{"surname " + sound}
	letters := []byte(sound)
	slices.Sort(letters)
	keys = append(keys, "letters "+string(letters))
	if len(letters) > 3 {
		for i := range letters {
			keys = append(keys, "letters "+string(letters[:i])+string(letters[i+1:]))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// A match is two chains whose names may be of one.
type match struct {
	a, b  *chain
	score float64
}

// compare scores two names and reports whether they can be of one.
func (s *story) compare(v, w *variant) (match, bool) {
	if (v.typ == account.Person) != (w.typ == account.Person) || v.root.find() == w.root.find() {
		return match{}, false
	}
	if v.typ == account.Person && names.Closeness(v.words[len(v.words)-1], w.words[len(w.words)-1]) < .65 {
		return match{}, false // a quick look: the surnames have nothing in common
	}
	m := match{v.chain, w.chain, names.Compare(v.Name, w.Name)}
	if v.typ == account.Person {
		least := names.Same
		if s.sameOffice(v.chain, w.chain) {
			least = .3
		}
		return m, m.score >= least
	}
	// "Foreign Ministry" and "Defense Ministry" share most of their letters: every
	// word must have its partner.
	least := alike
	if v.typ != w.typ {
		least = .9
	}
	return m, m.score >= least && len(v.words) == len(w.words)
}

// sameOffice reports whether two chains are given one office.
func (s *story) sameOffice(a, b *chain) bool {
	for _, r := range a.offices {
		if slices.Contains(b.offices, r) {
			return true
		}
	}
	return false
}
