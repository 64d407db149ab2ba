// Package mentions finds who and what one article names, and which mentions are
// of the same entity within it.
//
// Find recognises names, joins them into chains (full name, surname, acronym),
// reads the offices that the text gives to people, and links pronouns and
// descriptions ("the diplomat") to a chain where that is safe; what it can't
// link is no mention.
//
// Names are found by capitals, a lexicon and what the rest of the text shows, and by
// the language's model, where there is one ([language.Sentence.Names]): it decides
// most types, some bounds, and finds what capitals don't show. Without a model the
// rest works alone. How pronouns are linked follows the nearest-subject heuristics
// of Hobbs (1978) and Lappin & Leass (1994), without a parse.
//
// A word for a people ("Russian", "Russians") is a mention by nation, never by
// name. It belongs to its country's chain where the text names the country, else
// to a chain of its own that has no name. So does a capital that stands for a
// government ("Moscow said"): a chain of its own of type PLACE, whose mentions are
// all by nation, apart from the city.
package mentions

import (
	"sort"

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
	links := d.refer(all, chains)
	return d.found(all, chains, links)
}

// found gives names, chains and links their public form.
func (d *document) found(all []name, chains []*chain, links []link) Found {
	var f Found
	index := map[*chain]int{}
	for i, c := range chains {
		index[c] = i
		f.Chains = append(f.Chains, Chain{Type: c.typ, Name: d.nameOf(all, c)})
		for _, p := range c.posts {
			f.Chains[i].Roles = append(f.Chains[i].Roles, Role{d.span(p.first, p.last)})
		}
		for _, n := range c.names {
			f.Mentions = append(f.Mentions, Mention{d.span(all[n].first, all[n].last), all[n].form, i})
		}
	}
	for _, l := range links {
		f.Mentions = append(f.Mentions, Mention{d.span(l.first, l.last), l.form, index[l.chain]})
	}
	sort.SliceStable(f.Mentions, func(i, j int) bool { return f.Mentions[i].Start < f.Mentions[j].Start })
	for i, m := range f.Mentions {
		f.Chains[m.Chain].Mentions = append(f.Chains[m.Chain].Mentions, i)
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
		after := d.at(n.last)
		acts := after.sentence == first.sentence && !after.capital && after.kinds&govern != 0
		owns := after.low == "'s" && d.describesPerson(n.last+1)
		if owns || acts && !d.placed(n.first) {
			n.form = ByNation
		}
	}
}

// placed reports whether a preposition stands before the name at word i, also
// before others that it is listed with: "in Geneva and Brussels".
func (d *document) placed(i int) bool {
	here := d.words[i].sentence
	for j := i - 1; j >= 0 && i-j <= 6 && d.words[j].sentence == here; j-- {
		switch w := d.words[j]; {
		case w.low == "and" || w.low == "or" || w.text == "," || w.low == "the" || w.capital && !w.opens:
		case w.kinds&inside != 0 || w.kinds&grammar != 0 || w.low == "near" || w.low == "outside" || w.low == "between":
			return true
		default:
			return false
		}
	}
	return false
}
