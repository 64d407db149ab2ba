package quotations

import (
	"sort"

	"stemma/account"
	"stemma/internal/annotate/mentions"
	"stemma/internal/span"
)

// A cast finds the mentions that lie in a span.
type cast struct {
	*page
	found mentions.Found
}

// in lists the mentions that overlap s.
func (c *cast) in(s span.Span) []mentions.Mention {
	all := c.found.Mentions
	// Mentions are ordered by start and don't grow long: look a little back.
	i := sort.Search(len(all), func(i int) bool { return all[i].Start >= s.Start })
	for i > 0 && all[i-1].End > s.Start {
		i--
	}
	var out []mentions.Mention
	for ; i < len(all) && all[i].Start < s.End; i++ {
		if all[i].Overlaps(s) {
			out = append(out, all[i])
		}
	}
	return out
}

func (c *cast) typeOf(m mentions.Mention) string {
	if m.Chain < 0 || m.Chain >= len(c.found.Chains) {
		return ""
	}
	return c.found.Chains[m.Chain].Type
}

// head is the part of a source that holds its head noun: up to an apposition, a
// relative clause or a preposition after the first word.
func (c *cast) head(r [2]int) [2]int {
	for i := r[0] + 1; i < r[1]; i++ {
		l := c.low(i)
		if l == "," || l == "who" || l == "which" || l == "(" || l == "and" ||
			prepositions[l] && c.tag(i) != "PROPN" {
			return [2]int{r[0], i}
		}
	}
	return r
}

// speaker is the chain of the source's mention: the person at its head; else the
// mention that is the head itself, so that "US officials" are not the US. -1
// where no mention will do.
func (c *cast) speaker(r [2]int) int {
	if !filled(r) {
		return -1
	}
	head := c.head(r)
	if c.is(head[0], "according") {
		return -1
	}
	zone := c.spanOf(head[0], head[1])
	inZone := c.in(zone)
	for _, form := range []string{mentions.ByName, mentions.ByTitle, mentions.ByPronoun} {
		for i := len(inZone) - 1; i >= 0; i-- {
			m := inZone[i]
			if m.Form != form || form != mentions.ByTitle && c.typeOf(m) != account.Person && form != mentions.ByPronoun {
				continue
			}
			if form == mentions.ByPronoun && head[1]-head[0] > 2 {
				continue
			}
			if !c.owns(m, head) {
				return m.Chain
			}
		}
	}
	for _, m := range inZone {
		if c.endsAt(m, head[1]) && (m.Form != mentions.ByNation || zone.Start+4 >= m.Start) && !c.owns(m, head) {
			return m.Chain
		}
	}
	// A person by name further on: "the envoy to Rome, Ann Lee," and "Secretary
	// of State Ann Lee", but not "a spokesman for Ann Lee".
	for _, m := range c.in(c.spanOf(head[1], r[1])) {
		i := c.from(m.Start)
		for j := head[1]; j < i; j++ {
			if c.is(j, "who", "which", "whose", "that") {
				return -1
			}
		}
		if m.Form == mentions.ByName && c.typeOf(m) == account.Person && !prepositions[c.low(i-1)] && !c.is(i-1, "the", "and") && !c.owns(m, r) {
			return m.Chain
		}
	}
	return -1
}

// owns reports whether the mention has the head noun for its own ("Ann Lee's
// lawyer") rather than being it.
func (c *cast) owns(m mentions.Mention, head [2]int) bool {
	i := c.from(m.End)
	return i < head[1]-1 && c.is(i, "'s", "'")
}

// endsAt reports whether nothing but a possessive stands between the mention and
// word b.
func (c *cast) endsAt(m mentions.Mention, b int) bool {
	i := c.from(m.End)
	for i < b && (c.is(i, "'s", "'") || c.punctuation(i)) {
		i++
	}
	return i >= b
}

// resolve gives the attributions their speakers. A pronoun that mentions could
// not link is given to the person who spoke last in the same or the sentence
// before, if nobody else is named between.
func (c *cast) resolve(all []attribution) {
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(x, y int) bool { return all[order[x]].source[0] < all[order[y]].source[0] })
	last := -1 // attribution of a person, in order of text
	for _, i := range order {
		a := &all[i]
		a.speaker = c.speaker(a.source)
		if !filled(a.source) {
			continue
		}
		if a.speaker < 0 && c.is(a.source[0], "he", "she") && a.source[1]-a.source[0] == 1 && last >= 0 {
			prev := all[last]
			near := c.words[a.source[0]].sentence - c.words[prev.source[0]].sentence
			if near <= 2 && a.source[0]-prev.source[0] < reach && !c.othersBetween(prev, *a) {
				a.speaker = prev.speaker
			}
		}
		if a.speaker >= 0 && c.found.Chains[a.speaker].Type == account.Person {
			last = i
		}
	}
}

// othersBetween reports whether another person is named between the sources of a
// and b.
func (c *cast) othersBetween(a, b attribution) bool {
	for _, m := range c.in(span.Span{Start: c.words[a.source[0]].Start, End: c.words[b.source[0]].Start}) {
		if m.Chain != a.speaker && c.typeOf(m) == account.Person {
			return true
		}
	}
	return false
}
