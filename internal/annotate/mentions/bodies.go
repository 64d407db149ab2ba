package mentions

import (
	"slices"
	"strings"

	"stemma/account"
)

// bodies are the organisations that the text has spoken of, for descriptions that
// link back to one: "the airline", "the company". Such a link is made only where
// one organisation alone can be meant.
type bodies struct{ recent []reference }

// saw notes that the text speaks of c by the words from i on.
func (b *bodies) saw(c *chain, i, sentence int) {
	b.recent = append(b.recent, reference{chain: c, word: i, sentence: sentence})
	if len(b.recent) > 2*window {
		b.recent = slices.Delete(b.recent, 0, window)
	}
}

// How many sentences back a description finds what it says ("the airline" after
// "Meridian Airways"), and how many "the company" does, which says nothing.
const (
	bodyReach    = 6
	companyReach = 2
	fewPosts     = 8 // of an organisation that are looked at, so that a long text takes linear time
)

// anyCompany are descriptions that fit every company.
var anyCompany = map[string]bool{"company": true, "firm": true, "conglomerate": true, "startup": true}

// notCompanies are words in names of bodies that nobody calls a company.
var notCompanies = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`ministry agency authority union navy army force forces police court council university institute foundation museum
		party parliament government team club united rovers committee commission administration bureau church school college hospital nato eu un osce
		department office board congress senate assembly organization organisation association federation league fund trust court academy embassy`) {
		m[w] = true
	}
	return m
}()

// body finds the organisation that the description starting with "the" at word i is
// of, and the word that heads it; nil where there is none, or where it goes on to
// say which.
func (r *referrer) body(i int) (int, *chain) {
	head := i + 1
	if w := r.at(head); w.sentence == r.words[i].sentence && w.kinds&outfit == 0 && (w.kinds&people != 0 || w.tag == "ADJ" && !w.capital) {
		head++
	}
	w := r.at(head)
	if w.sentence != r.words[i].sentence || w.kinds&outfit == 0 || w.capital || w.kinds&role != 0 || strings.HasSuffix(w.low, "s") || r.inName[head] {
		return 0, nil
	}
	if next := r.at(head + 1); next.sentence == w.sentence && next.letter && next.low != "'s" {
		switch {
		case next.capital, r.inName[head+1], next.tag == "NOUN", next.tag == "ADJ", next.low == "of" || next.low == "for":
			return 0, nil
		case next.low == "that" || next.low == "which" || next.low == "whose" || next.low == "where" || next.low == "behind":
			return 0, nil // it says which
		}
	}
	if c := r.only(bodyReach, w.sentence, func(c *chain) bool { return r.isA(c, w.low) }); c != nil || !anyCompany[w.low] {
		return head, c
	}
	for reach := range companyReach + 1 {
		n := 0
		c := r.only(reach, w.sentence, func(c *chain) bool {
			ok := r.company(c)
			if ok {
				n++
			}
			return ok
		})
		if n > 0 {
			return head, c
		}
	}
	return 0, nil
}

// only is the one organisation of the last sentences that fits, or nil.
func (r *referrer) only(reach, here int, fits func(*chain) bool) *chain {
	var found *chain
	for k := len(r.bodies.recent) - 1; k >= 0 && here-r.bodies.recent[k].sentence <= reach; k-- {
		c := r.bodies.recent[k].chain
		if c == found || !fits(c) {
			continue
		}
		if found != nil {
			return nil
		}
		found = c
	}
	return found
}

// isA reports whether the name or an apposition of an organisation says that it is
// what the word says, or a word of its class.
func (r *referrer) isA(c *chain, word string) bool {
	class := load().classes[word]
	is := func(w string) bool { return w == word || slices.Contains(class, w) }
	if slices.ContainsFunc(c.tokens, is) {
		return true
	}
	return slices.ContainsFunc(c.posts[:min(len(c.posts), fewPosts)], func(p post) bool { return is(r.words[p.head].low) })
}

// company reports whether an organisation may be a company: no office or club, nor
// a medium, which is mostly named for what it reports.
func (r *referrer) company(c *chain) bool {
	for _, t := range c.tokens {
		if notCompanies[t] || load().words[t]&(masthead|organizationHead|medium) != 0 {
			return false
		}
	}
	return !slices.ContainsFunc(c.posts[:min(len(c.posts), fewPosts)], func(p post) bool { return r.words[p.head].kinds&medium != 0 || notCompanies[r.words[p.head].low] })
}

// isBody reports whether a chain is of an organisation that the text names.
func isBody(c *chain) bool { return c.typ == account.Organization && !c.nation }
