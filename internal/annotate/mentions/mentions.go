// Package mentions finds who and what one article names, and which mentions are
// of the same entity within it.
//
// Find recognises names, joins them into chains (full name, surname, acronym),
// reads the offices that the text gives to people, and links pronouns and
// descriptions ("the diplomat") to a chain where that is safe; what it can't
// link is no mention.
//
// A word for a people ("Russian", "Russians") is a mention by nation, never by
// name. It belongs to its country's chain where the text names the country, else
// to a chain of its own that has no name. So does a capital that stands for a
// government ("Moscow said"): a chain of its own of type PLACE, whose mentions are
// all by nation, apart from the city.
package mentions

import (
	"stemma/internal/language"
	"stemma/internal/names/nations"
	"stemma/internal/span"
)

// Forms of mention.
const (
	ByName    = "name"
	ByTitle   = "title"   // "the diplomat", "the Kremlin envoy"
	ByPronoun = "pronoun" // "he"
	ByNation  = "nation"  // "Russian", "Moscow" for a government
)

// A Mention is a span that names or refers to somebody or something.
type Mention struct {
	span.Span
	Form  string `json:"form"`
	Chain int    `json:"chain"` // index into Found.Chains
}

// A Role is the words by which the article gives a chain an office, a title or a
// relation: "Deputy Foreign Minister".
type Role struct {
	span.Span
}

// A Chain is one entity within one article.
type Chain struct {
	Type     string `json:"type"`     // account.Person, Organization, Place, Other
	Name     string `json:"name"`     // the fullest name the article gives
	Mentions []int  `json:"mentions"` // indexes into Found.Mentions, in order of text
	Roles    []Role `json:"roles,omitempty"`
}

// Found is what one article names. Mentions are ordered by start.
type Found struct {
	Mentions []Mention `json:"mentions"`
	Chains   []Chain   `json:"chains"`
}

// Find finds the mentions in a text. sentences are those of language.Analyze. It
// takes time linear in the text but for the people of one text, who are compared
// with one another.
func Find(text string, sentences []language.Sentence) Found {
	d := read(text, sentences)
	all := recognise(d)
	d.metonyms(all)
	chains := d.chained(all)
	d.roles(all, chains)
	return d.found(all, chains)
}

// found gives names and chains their public form.
func (d *document) found(all []name, chains []*chain) Found {
	var f Found
	of := make([]int, len(all))
	for i := range of {
		of[i] = -1
	}
	for c, chain := range chains {
		for _, i := range chain.names {
			of[i] = c
		}
		f.Chains = append(f.Chains, Chain{Type: chain.typ, Name: d.nameOf(all, chain)})
		for _, p := range chain.posts {
			f.Chains[c].Roles = append(f.Chains[c].Roles, Role{d.span(p.first, p.last)})
		}
	}
	for i, n := range all {
		if of[i] < 0 {
			continue
		}
		c := &f.Chains[of[i]]
		c.Mentions = append(c.Mentions, len(f.Mentions))
		f.Mentions = append(f.Mentions, Mention{d.span(n.first, n.last), n.form, of[i]})
	}
	return f
}

// nameOf is the text of a chain's fullest name.
func (d *document) nameOf(all []name, c *chain) string {
	n := all[c.full]
	return d.span(n.first, n.last).In(d.text)
}

// metonyms marks capitals that stand for a government: as the subject of what
// governments do ("Moscow said"), or owning an office ("Washington's ambassador").
func (d *document) metonyms(all []name) {
	for i := range all {
		n := &all[i]
		if n.form != ByName {
			continue
		}
		first, last := d.words[n.first], d.words[n.last-1]
		text := d.text[first.Start:last.End]
		if _, ok := nations.Capital(text); !ok {
			continue
		}
		if _, ok := nations.Lookup(text); ok {
			continue // Singapore, Djibouti: the name of both
		}
		before, after := d.at(n.first-1), d.at(n.last)
		inPlace := before.sentence == first.sentence && (before.low == "in" || before.low == "near" || before.low == "at" || before.low == "outside")
		acts := after.sentence == first.sentence && !after.capital && after.kinds&govern != 0
		if !inPlace && acts {
			n.form = ByNation
		}
	}
}
