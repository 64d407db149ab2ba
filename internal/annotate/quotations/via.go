package quotations

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/account"
	"stemma/internal/annotate/mentions"
	"stemma/internal/span"
)

// Words that make what is named an outlet, and names that need none.
var (
	mediaNouns = set(`tv television radio channel station network news agency newspaper daily weekly magazine
		broadcaster press website site outlet wire newswire paper tabloid podcast journalists reporters`)
	mediaNames = set(`reuters ap afp interfax tass itar-tass xinhua dpa bbc cnn nbc abc cbs msnbc fox bloomberg axios politico npr pbs rtvi
		itv sky spiegel bild monde figaro guardian telegraph independent times post journal herald tribune gazette wsj nyt
		globe mail press news today tv radio jazeera arabiya rt sputnik kyodo nikkei efe ansa anadolu upi yonhap
		observer mirror sun economist forbes fortune time newsweek atlantic huffpost buzzfeed slate vox vice zeit
		welt handelsblatt corriere repubblica mundo pais folha globo kommersant izvestia meduza dozhd ria novosti`)
	// Bodies that are told things without being a way to the public.
	bodies = set(`council congress senate parliament committee court house assembly commission panel conference
		government ministry cabinet board police party department union nato summit meeting jury inquiry`)
	tells     = set(`told tells telling tell`)
	occasions = set(`interview interviews remarks comments comment statement statements speaking spoke question questions asked conversation
		article column op-ed interviewed appearance appeared talking briefing response`)
	carriers = set(`quoted cited reported carried published broadcast quoting citing`)
)

// vias finds through whom the attribution reached the article, in the words
// of its sentence outside the content.
func (c *cast) vias(a *attribution) []Via {
	if !filled(a.cue) {
		return nil
	}
	lo, hi := c.around(a)
	in := func(i int) bool {
		for _, r := range a.content {
			if r[0] <= i && i < r[1] {
				return true
			}
		}
		return false
	}
	var out []Via
	add := func(i, limit int, needOutlet bool) {
		if v, ok := c.outlet(i, limit, needOutlet); ok {
			for _, w := range out {
				if w.Name == v.Name {
					return
				}
			}
			if !filled(a.source) || !c.spanOf(a.source[0], a.source[1]).Overlaps(v.Span) {
				out = append(out, v)
			}
		}
	}
	for i := lo; i < hi; i++ {
		if in(i) {
			continue
		}
		l := c.low(i)
		switch {
		case tells[l] && a.cue[0] <= i && i < a.cue[1]:
			add(i+1, i+10, false)
		case occasions[l]:
			for j := i + 1; j < min(i+8, hi); j++ {
				if c.is(j, "with", "to", "on", "for", "by", "in", "from") && !in(j) {
					add(j+1, min(j+9, hi), c.is(j, "in", "on", "from"))
				}
				if c.is(j, ".", ",", "that") {
					break
				}
			}
		case carriers[l] && c.low(i+1) == "by":
			add(i+2, i+10, false)
		case (carriers[l] || l == "reports") && c.low(i+1) == ",":
			// "…, the agency reported, …": it has the others' words from them.
			k := i
			for k > lo && i-k < 8 && c.low(k-1) != "," {
				k--
			}
			if c.low(k-1) == "," {
				n := len(out)
				if add(k, i, true); len(out) > n {
					out = append([]Via{out[n]}, out[:n]...)
				}
			}
		case l == "on" && a.cue[1] <= i:
			add(i+1, i+8, true)
		case l == "according" && c.low(i+1) == "to" && a.cue[0] != i:
			add(i+2, i+10, true)
		}
	}
	return out
}

// around is the sentence of the cue; a direct quote cuts it into sentences of
// its own, so that what stands beside the cue up to the next stop is meant.
func (c *cast) around(a *attribution) (lo, hi int) {
	lo, hi = a.cue[0], a.cue[1]
	for lo > 0 && a.cue[0]-lo < 50 && !c.breaks(lo-1) {
		lo--
	}
	for hi < len(c.words) && hi-a.cue[1] < 50 && !c.breaks(hi) {
		hi++
	}
	return lo, hi
}

// breaks reports whether a sentence or paragraph ends with word i.
func (c *cast) breaks(i int) bool {
	if c.is(i, ".", "!", "?", ";") && !c.inName(i) && c.words[i].quote < 0 {
		return true
	}
	return i+1 < len(c.words) && strings.Contains(c.text[c.words[i].End:c.words[i+1].Start], "\n")
}

// outlet finds the name that begins at word i or within a few attributes after
// it. With sure it must be known for, or called, an outlet.
func (c *cast) outlet(i, limit int, sure bool) (Via, bool) {
	limit = min(limit, len(c.words))
	if i >= limit {
		return Via{}, false
	}
	called := false
	for _, m := range c.in(c.spanOf(i, limit)) {
		at := c.from(m.Start)
		for ; i < at; i++ {
			// Only attributes may stand before the name.
			if c.punctuation(i) && !c.inName(i) || c.tag(i) == "VERB" && !strings.HasSuffix(c.low(i), "ed") || prepositions[c.low(i)] || clauseStart[c.low(i)] {
				return Via{}, false
			}
			called = called || mediaNouns[c.low(i)]
		}
		i = c.from(m.End)
		called = called || mediaNouns[c.low(i)]
		known := called || mediaNames[lastWord(m.In(c.text))] || c.says(m.Span, mediaNames)
		switch {
		case m.Form == mentions.ByTitle && c.says(m.Span, mediaNouns) && m.Chain >= 0:
			return Via{Span: m.Span, Name: c.found.Chains[m.Chain].Name, Chain: m.Chain}, true
		case m.Form != mentions.ByName:
			continue
		case c.typeOf(m) == account.Person && !known, c.typeOf(m) == account.Place && !known, sure && !known, c.says(m.Span, bodies):
			return Via{}, false
		}
		return Via{Span: m.Span, Name: m.In(c.text), Chain: m.Chain}, true
	}
	// A name that mentions missed.
	for ; i < limit; i++ {
		r, _ := utf8.DecodeRuneInString(c.words[i].In(c.text))
		if unicode.IsUpper(r) && (called || mediaNames[c.low(i)]) {
			s := c.words[i].Span
			return Via{Span: s, Name: s.In(c.text), Chain: -1}, true
		}
		if !determiners[c.low(i)] && c.tag(i) != "ADJ" && c.tag(i) != "NOUN" {
			break
		}
		called = called || mediaNouns[c.low(i)]
	}
	return Via{}, false
}

func lastWord(s string) string {
	f := strings.Fields(strings.ToLower(s))
	if len(f) == 0 {
		return ""
	}
	return f[len(f)-1]
}

// says reports whether a span has one of the words.
func (c *cast) says(s span.Span, words map[string]bool) bool {
	for _, w := range strings.Fields(strings.ToLower(s.In(c.text))) {
		if words[strings.Trim(w, ".,'’s")] || words[w] {
			return true
		}
	}
	return false
}

// reportedBy takes attributions in order of their cues. It gives what an outlet says that another says the outlet for its via,
// and drops the outlet's own attribution where nothing else stands in it:
// "According to Interfax, the minister said …".
func (c *cast) reportedBy(all []attribution) []attribution {
	drop := make([]bool, len(all))
	for i := range all {
		outer := &all[i]
		if len(outer.content) == 0 || !filled(outer.source) {
			continue
		}
		via, ok := c.outlet(outer.source[0], outer.source[1], true)
		if s := c.speaker(outer.source); !ok || s >= 0 && via.Chain >= 0 && s != via.Chain {
			continue
		}
		first := outer.content[0][0]
		for j := sort.Search(len(all), func(j int) bool { return all[j].cue[0] >= first }); j < len(all) && all[j].cue[0] < first+reach; j++ {
			inner := &all[j]
			if i == j || !filled(inner.source) || !within(inner, outer) {
				continue
			}
			if !slices.ContainsFunc(inner.via, func(v Via) bool { return v.Name == via.Name }) {
				inner.via = append([]Via{via}, inner.via...)
			}
			size, rest := 0, 0
			for _, r := range outer.content {
				for w := r[0]; w < r[1]; w++ {
					size++
					if !covers(inner, w) {
						rest++
					}
				}
			}
			drop[i] = drop[i] || rest*8 <= size
		}
	}
	var out []attribution
	for i, a := range all {
		if !drop[i] {
			out = append(out, a)
		}
	}
	return out
}

// within reports whether a's cue stands in the content of b.
func within(a, b *attribution) bool {
	for _, r := range b.content {
		if r[0] <= a.cue[0] && a.cue[1] <= r[1] {
			return true
		}
	}
	return false
}

// covers reports whether word w belongs to a.
func covers(a *attribution, w int) bool {
	for _, r := range append([][2]int{a.source, a.cue}, a.content...) {
		if r[0] <= w && w < r[1] {
			return true
		}
	}
	return false
}
