package mentions

import (
	"sort"
	"strings"

	"stemma/account"
	"stemma/internal/names"
)

// A chain in the making: the names of one entity within the text.
type chain struct {
	names  []int // indexes into the document's names, in order
	tokens []string
	scores scores
	typ    string
	full   int    // the name that is fullest
	gender kinds  // man, woman, or 0
	alias  string // an acronym or expansion that the text gives beside it
	posts  []post
	nation bool       // made of words for a people, or a capital's name for a government
	parsed names.Name // tokens taken apart, once a comparison has asked for it
	loose  bool       // names isn't in order
}

// order sorts the names of a chain that others were merged into: once for many
// merges, so that a name that comes again and again takes linear time.
func (c *chain) order() {
	if c.loose {
		sort.Ints(c.names)
		c.loose = false
	}
}

// person takes the chain's name apart as a person's.
func (c *chain) person() names.Name {
	if c.parsed.Empty() {
		c.parsed = names.Parse(strings.Join(c.tokens, " "), names.Person)
	}
	return c.parsed
}

// chained puts the names of one text together that are of one entity:
//
//  1. names that are equal but for capitals, dots and diacritics;
//  2. an acronym with its expansion;
//  3. a person's short names with the full one;
//  4. short names of organisations and places with the full ones;
//  5. names that differ by a typing error.
func (d *document) chained(all []name) []*chain {
	chains := d.equal(all)
	chains = d.acronyms(all, chains)
	chains = d.people(all, chains)
	chains = d.shortened(all, chains)
	for _, c := range chains {
		c.order()
	}
	sort.SliceStable(chains, func(i, j int) bool { return chains[i].names[0] < chains[j].names[0] })
	return chains
}

// key folds a name for comparison: small letters without diacritics and dots.
func (d *document) key(n name) string {
	return strings.TrimPrefix(names.Fold(d.span(n.first, n.last).In(d.text)), "the ")
}

// equal makes a chain of each set of equal names.
func (d *document) equal(all []name) []*chain {
	index := map[string]*chain{}
	var chains []*chain
	for i, n := range all {
		key := d.key(n)
		if key == "" {
			continue
		}
		if n.form == ByNation {
			key = "nation:" + d.nationKey(n)
		}
		c := index[key]
		if c == nil {
			c = &chain{full: i, tokens: strings.Fields(key), nation: n.form == ByNation}
			index[key] = c
			chains = append(chains, c)
		}
		c.take(d, all, i)
	}
	for _, c := range chains {
		c.settle()
	}
	return chains
}

// take adds name i to the chain.
func (c *chain) take(d *document, all []name, i int) {
	n := all[i]
	c.names = append(c.names, i)
	c.scores.add(n.scores)
	for j := n.title; j < n.last; j++ {
		if d.words[j].kinds&honorific != 0 || n.first == j && n.last-n.first > 1 || j < n.first {
			c.gender |= d.words[j].kinds & (man | woman)
		}
	}
}

// settle decides the chain's type.
func (c *chain) settle() {
	c.typ = c.scores.best()
	if c.gender == man|woman {
		c.gender = 0
	}
}

// merge moves the names of each chain in from into c and returns chains without
// the emptied ones.
func merge(d *document, all []name, c, from *chain) {
	if len(from.tokens) > len(c.tokens) && from.typ == c.typ {
		c.tokens, c.full, c.parsed = from.tokens, from.full, names.Name{}
	}
	c.names = append(c.names, from.names...)
	c.loose = true
	c.scores.add(from.scores)
	if c.gender == 0 {
		c.gender = from.gender
	}
	from.names = nil
}

// living returns the chains that have names.
func living(chains []*chain) []*chain {
	kept := chains[:0]
	for _, c := range chains {
		if len(c.names) > 0 {
			kept = append(kept, c)
		}
	}
	return kept
}

// people joins the short names of people with their full names. A surname that
// several people of the text share goes to the one named last before it.
func (d *document) people(all []name, chains []*chain) []*chain {
	var full []*chain
	for _, c := range chains {
		if c.typ == account.Person && len(c.tokens) > 1 && !c.nation {
			full = append(full, c)
		}
	}
	// Longest first, so that "George Bush" finds "George Herbert Bush".
	sort.SliceStable(full, func(i, j int) bool { return len(full[i].tokens) > len(full[j].tokens) })
	byLast, byFirst, sounds := map[string][]*chain{}, map[string][]*chain{}, map[string][]*chain{}
	for _, c := range full {
		last := c.surname()
		candidates := byLast[last]
		if len(candidates) == 0 {
			candidates = misspelt(last, sounds)
		}
		if joined := d.samePerson(candidates, c); joined != nil {
			merge(d, all, joined, c)
			continue
		}
		byLast[last] = append(byLast[last], c)
		byFirst[c.tokens[0]] = append(byFirst[c.tokens[0]], c)
		sounds[names.Sound(last)] = append(sounds[names.Sound(last)], c)
	}
	for _, c := range chains {
		if len(c.names) == 0 || len(c.tokens) != 1 || c.nation || c.typ == account.Place && c.scores.place >= 4 && !(len(byFirst[c.tokens[0]]) == 1 && d.acting(all, c)) {
			continue
		}
		candidates := byLast[c.tokens[0]]
		if len(candidates) == 0 && c.scores.organization < 4 {
			candidates = byFirst[c.tokens[0]]
			if len(candidates) > 1 {
				continue
			}
		}
		if len(candidates) == 0 && c.scores.organization < 3 {
			candidates = misspelt(c.tokens[0], sounds)
		}
		d.share(all, c, candidates)
	}
	return living(chains)
}

// acting reports whether every name of a chain stands before a verb, and none
// behind a preposition: "Milan could play" where the text has a Milan Kovac.
func (d *document) acting(all []name, c *chain) bool {
	for _, i := range c.names {
		after := d.at(all[i].last)
		if d.placed(all[i].first) || after.tag != "VERB" && after.tag != "AUX" || after.sentence != d.words[all[i].first].sentence {
			return false
		}
	}
	return true
}

// surname is the last token that isn't a suffix as "jr".
func (c *chain) surname() string {
	for i := len(c.tokens) - 1; i > 0; i-- {
		if load().words[c.tokens[i]]&suffix == 0 {
			return c.tokens[i]
		}
	}
	return c.tokens[len(c.tokens)-1]
}

// samePerson finds among people of one surname the only one whose other names
// agree with c's.
func (d *document) samePerson(candidates []*chain, c *chain) *chain {
	var found *chain
	for _, o := range few(candidates) {
		if o == c {
			continue
		}
		if o.gender != 0 && c.gender != 0 && o.gender != c.gender {
			continue
		}
		if !agree(o, c) {
			continue
		}
		if found != nil {
			return nil
		}
		found = o
	}
	return found
}

// agree reports whether two full names of one surname can be one person's. A
// father and his son differ by "Jr.".
func agree(a, b *chain) bool {
	if x, y := suffixOf(a.tokens), suffixOf(b.tokens); x != y && x != "sr" && y != "sr" {
		return false
	}
	return names.Compare(a.person(), b.person()) >= names.Same
}

func suffixOf(tokens []string) string {
	last := tokens[len(tokens)-1]
	if load().words[last]&suffix != 0 {
		return last
	}
	return ""
}

// misspelt finds the people whose surname differs from a word by a slip of the
// pen that leaves its sound; none if there are several.
func misspelt(word string, sounds map[string][]*chain) []*chain {
	if len(word) < 4 {
		return nil
	}
	var found []*chain
	for _, c := range few(sounds[names.Sound(word)]) {
		if last := c.surname(); len(c.names) > 0 && last != word && names.Slip(word, last) {
			found = append(found, c)
		}
	}
	if len(found) > 1 {
		return nil
	}
	return found
}

// few bounds the people that a name is compared with, so that a directory of
// namesakes takes linear time.
func few(chains []*chain) []*chain {
	return chains[:min(len(chains), 16)]
}

// share gives each name of c to the candidate that was named last before it, or
// to the first if none was.
func (d *document) share(all []name, c *chain, candidates []*chain) {
	var people []*chain
	for _, o := range few(candidates) {
		if len(o.names) > 0 && o != c && (o.gender == 0 || c.gender == 0 || o.gender == c.gender) {
			people = append(people, o)
		}
	}
	switch len(people) {
	case 0:
		return
	case 1:
		merge(d, all, people[0], c)
		return
	}
	c.order()
	next := make([]int, len(people)) // how many of each one's names stand before
	for _, o := range people {
		o.order()
	}
	shares := make([][]int, len(people))
	for _, i := range c.names {
		best, at := 0, -1
		for k, o := range people {
			for next[k] < len(o.names) && o.names[next[k]] < i {
				next[k]++
			}
			if next[k] > 0 && o.names[next[k]-1] > at {
				best, at = k, o.names[next[k]-1]
			}
		}
		shares[best] = append(shares[best], i)
	}
	for k, o := range people {
		o.names, o.loose = append(o.names, shares[k]...), true
	}
	c.names = nil
}
