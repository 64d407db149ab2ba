package quotations

import "strings"

// An attribution is a quotation as ranges of words, while it is being found.
type attribution struct {
	source, cue [2]int
	anchor      int // the cue's verb, where it has one
	content     [][2]int
	verbatim    bool  // the speaker's words, though not in quotation marks
	quotes      []int // the direct quotes it has for content
	speaker     int   // chain, -1 unknown
	via         []Via
	doubtful    bool
	prob        float64 // that it is one; 0 where a rule found it
}

func filled(r [2]int) bool { return r[1] > r[0] }

// wordsOf is the range of words within quote q, marks included.
func (p *page) wordsOf(q int) [2]int {
	a := p.from(p.quotes[q].Start)
	b := a
	for b < len(p.words) && p.words[b].Start < p.quotes[q].End {
		b++
	}
	return [2]int{a, b}
}

// spoken reports whether quote q can be a piece of direct speech of its own: it
// begins where a sentence or a colon lets it, and is more than a name.
func (p *page) spoken(q int) bool {
	k := p.quotes[q]
	inner := strings.TrimSpace(k.inner.In(p.text))
	if inner == "" {
		return false
	}
	r := p.wordsOf(q)
	n := r[1] - r[0] - 2
	last := inner[len(inner)-1]
	stops := last == ',' || last == '.' || last == '?' || last == '!' || strings.HasSuffix(inner, "…") || k.open
	prev := p.before(q)
	starts := prev == "" || prev == "." || prev == "!" || prev == "?" || prev == ":" || prev == `"`
	switch {
	case starts:
		return stops || n >= 4
	case prev == ",":
		return n >= 3 || stops
	}
	// Amid a sentence: only right after its cue, which cueBefore sees to.
	return n >= 1
}

// before is the mark that stands before quote q in its paragraph: "" at its
// start, `"` after another quote, "w" after a word.
func (p *page) before(q int) string {
	k := p.quotes[q]
	if q > 0 && p.quotes[q-1].paragraph == k.paragraph && strings.TrimSpace(p.text[p.quotes[q-1].End:k.Start]) == "" {
		return `"`
	}
	gap := strings.TrimSpace(p.text[p.paras[k.paragraph].Start:k.Start])
	if gap == "" {
		return ""
	}
	switch c := gap[len(gap)-1]; c {
	case '.', '!', '?', ':', ',', ';':
		return string(c)
	case ')', ']':
		return "."
	}
	return "w"
}

// paragraphWords is the range of words of paragraph n.
func (p *page) paragraphWords(n int) [2]int {
	a := p.from(p.paras[n].Start)
	b := a
	for b < len(p.words) && p.words[b].Start < p.paras[n].End {
		b++
	}
	return [2]int{a, b}
}

// directSpeech finds the attributions of direct speech, and says which words are
// taken by them.
func (p *page) directSpeech() (all []attribution, taken []bool) {
	all = append(p.direct(), p.transcript()...)
	taken = make([]bool, len(p.words))
	p.speakers = map[string]bool{}
	for _, a := range all {
		p.speakers[p.nameIn(a.source)] = true
		for _, r := range append(a.content, a.cue) {
			for i := r[0]; i < r[1]; i++ {
				taken[i] = true
			}
		}
	}
	return all, taken
}

// nameIn is the last word of the first name in r, "" without one.
func (p *page) nameIn(r [2]int) string {
	for i := r[0]; i < r[1]; i++ {
		if p.tag(i) == "PROPN" && p.tag(i+1) != "PROPN" && p.low(i+1) != "'s" {
			return p.low(i)
		}
	}
	return ""
}

// direct finds the attributions of direct speech, paragraph by paragraph.
func (p *page) direct() []attribution {
	var out []attribution
	lastPara, last := -2, -1 // where the last direct attribution stood
	for q := 0; q < len(p.quotes); {
		n := p.quotes[q].paragraph
		r := p.paragraphWords(n)
		first := len(out)
		current := -1
		continued := last >= 0 && lastPara == n-1 && p.quotes[q-1].open && p.before(q) == ""
		if continued {
			current = last
		}
		for ; q < len(p.quotes) && p.quotes[q].paragraph == n; q++ {
			if !p.spoken(q) {
				continue
			}
			w := p.wordsOf(q)
			hi := r[1]
			if q+1 < len(p.quotes) && p.quotes[q+1].paragraph == n {
				hi = p.wordsOf(q + 1)[0]
			}
			lo := r[0]
			if q > 0 && p.quotes[q-1].paragraph == n {
				lo = p.wordsOf(q - 1)[1]
			}
			a := attribution{content: [][2]int{w}, quotes: []int{q}}
			amid := p.before(q) == "w" || p.before(q) == ","
			if !amid && p.cueAfter(&a, w, hi) || p.cueBefore(&a, w, lo) {
				if !filled(a.source) && len(out) > first {
					a.source = out[len(out)-1].source // "…," she said, adding: "…"
				}
				if !amid && len(a.content) == 1 {
					a.content = append(a.content, p.restAfter(a, hi)...)
				}
				if prev := len(out) - 1; prev >= first && a.cue == out[prev].cue {
					out[prev].content = append(out[prev].content, w)
					out[prev].quotes = append(out[prev].quotes, q)
				} else {
					// A quote before this one that had no cue waits for it.
					out = append(out, a)
				}
				current = len(out) - 1
				continue
			}
			if amid || p.before(q) == ":" {
				continue // a part of a sentence that attributes it, or nobody's words
			}
			inner := p.quotes[q].inner.In(p.text)
			if len(w) > 0 && p.before(q) == "" && w[1] >= r[1] && !p.quotes[q].open && !strings.ContainsAny(inner[len(inner)-1:], ".,?!") && !strings.HasSuffix(inner, "…") {
				continue // a heading
			}
			switch {
			case current >= 0:
				out[current].content = append(out[current].content, w)
				out[current].quotes = append(out[current].quotes, q)
			case p.before(q) == "" && n > 0 && p.cueInParagraphBefore(&a, n):
				out = append(out, a)
				current = len(out) - 1
			case p.before(q) == "" && last >= 0 && lastPara == n-1 && w[1]-w[0] > 6:
				out[last].content = append(out[last].content, w)
				out[last].quotes = append(out[last].quotes, q)
				current = last
			}
		}
		if current >= 0 {
			last, lastPara = current, n
		}
	}
	return out
}

// follow gives quotes that nobody is named for to the attribution before them in
// their paragraph, whose speaker goes on in his own words: "Lee praised the bridge.
// “Nobody needs to worry.”"
func (p *page) follow(all []attribution) {
	taken := make([]bool, len(p.quotes))
	for _, a := range all {
		for _, r := range a.content {
			for w := r[0]; w < r[1]; w++ {
				if q := p.words[w].quote; q >= 0 {
					taken[q] = true
				}
			}
		}
	}
	at := 0
	for q := range p.quotes {
		if taken[q] || !p.spoken(q) {
			continue
		}
		if b := p.before(q); b != "." && b != "!" && b != "?" && b != `"` {
			continue
		}
		w := p.wordsOf(q)
		for at < len(all) && all[at].cue[0] < w[0] {
			at++
		}
		if w[1]-w[0] < 5 {
			continue
		}
		n := p.quotes[q].paragraph
		for i := at - 1; i >= 0 && i >= at-4; i-- {
			a := &all[i]
			if a.cue[0] < p.paragraphWords(n)[0] {
				break
			}
			end := a.content[len(a.content)-1][1]
			if filled(a.source) && end <= w[0] && p.words[a.cue[0]].sentence >= p.words[w[0]].sentence-2 {
				a.content = append(a.content, w)
				break
			}
		}
	}
}

// cueAfter looks for "…," he said or said Ann Lee after the quote at w.
func (p *page) cueAfter(a *attribution, w [2]int, hi int) bool {
	end := p.words[w[1]-1].Start
	inner := strings.TrimRight(strings.TrimSpace(p.text[p.words[w[0]].Start:end]), "”\"'’»")
	if inner == "" {
		return false
	}
	stopped := strings.HasSuffix(inner, ".") && !strings.HasSuffix(inner, "..")
	i := w[1]
	if p.is(i, ",", "—", "-", "–", "--", "―") {
		i++
	} else if stopped || p.is(i, ".", ";") {
		return false
	}
	hi = min(hi, i+60)
	for j := i; j < hi; j++ {
		if p.is(j, ".", "!", "?", ";", ":") && !p.inName(j) {
			hi = j
			break
		}
	}
	if p.is(i, "according") && p.is(i+1, "to") {
		a.cue = [2]int{i, i + 2}
		s, e := p.subjectAfter(i+2, hi)
		a.source = [2]int{s, e}
		return e > s
	}
	if p.is(w[1], "—", "–", "―", "--", "-") && p.nameOnly(i, hi) {
		a.source, a.cue = [2]int{i, hi}, [2]int{i - 1, i}
		return true
	}
	for v := i; v < hi && v < i+40; v++ {
		e := p.words[v].entry
		if p.words[v].quote >= 0 {
			break
		}
		if e == nil || p.classOf(v)&quotative == 0 || e.form&(past|third|gerund|base) == 0 || !p.verb(v) && p.tag(v) != "" && v != i {
			continue
		}
		g, b := p.verbGroup(v, i)
		if g == i { // said Ann Lee
			s, t := p.subjectAfter(b, hi)
			if t == s || prepositions[p.low(s)] {
				continue
			}
			a.source, a.cue, a.anchor = [2]int{s, t}, [2]int{g, b}, v
			return true
		}
		s, t := p.subjectBefore(g, i)
		if t > s && s <= i+1 {
			a.source, a.cue, a.anchor = [2]int{s, t}, [2]int{g, b}, v
			return true
		}
	}
	return false
}

// restAfter is what follows the cue of a and completes the quote before it:
// "“It is safe,” she said, because the engineers looked at it". Nothing, if
// something of another kind follows.
func (p *page) restAfter(a attribution, hi int) [][2]int {
	i := max(a.cue[1], a.source[1])
	if a.cue[0] < a.content[0][1] || p.low(i) != "," || !p.is(i+1, "because", "to", "that", "and", "but", "if", "unless", "even") || p.words[i+1].quote >= 0 {
		return nil
	}
	if p.is(i+1, "and", "but") && p.verb(i+2) {
		return nil
	}
	end := p.sentences[p.words[i].sentence][1]
	for end > i && p.punctuation(end-1) {
		end--
	}
	if end > hi || end <= i+2 {
		return nil
	}
	return [][2]int{{i + 1, end}}
}

// small reports whether word i begins with a small letter.
func (p *page) small(i int) bool {
	return i < len(p.words) && p.text[p.words[i].Start] >= 'a' && p.text[p.words[i].Start] <= 'z'
}

// nameOnly reports whether the words [i, hi), at the end of their paragraph, name
// somebody: a quote is signed that way.
func (p *page) nameOnly(i, hi int) bool {
	if i >= hi || hi-i > 12 || hi < len(p.words) && p.text[p.words[hi-1].End:p.words[hi].Start] == " " {
		return false
	}
	c := p.words[i].In(p.text)[0]
	return c >= 'A' && c <= 'Z' && !p.finiteIn(i, hi)
}

// cueBefore looks for he said, "…" or he added: "…" before the quote at w.
func (p *page) cueBefore(a *attribution, w [2]int, lo int) bool {
	i := w[0] - 1
	if i < lo {
		return false
	}
	colon := p.low(i) == ":"
	if p.is(i, ".", "!", "?", ";") && !p.inName(i) {
		return false
	}
	start := i
	for start > lo && !(p.is(start-1, ".", "!", "?", ";", ":") && !p.inName(start-1)) && w[0]-start < 60 {
		start--
	}
	for v := i; v >= start; v-- {
		e := p.words[v].entry
		if e == nil || p.classOf(v)&(quotative|verbBlame|verbBack|verbUrge|verbShow|verbKnow|verbVow|verbDiscuss) == 0 || !p.verb(v) || p.words[v].quote >= 0 {
			continue
		}
		if !colon && !p.leadsTo(v, w[0], p.classOf(v)) {
			return false
		}
		// "said there were two choices: “…”" and "said “local forces” must lead":
		// the quote is a part of what is said.
		if colon && (p.low(v+1) == "that" || p.finiteIn(v+1, i)) || !colon && p.goesOn(w) {
			return false
		}
		g, b := p.verbGroup(v, start)
		src, _ := p.sourceOf(v, g, start)
		if p.low(v-1) == "to" && !filled(src) {
			continue
		}
		if p.is(b, ",", ":") && b == i {
			if colon {
				b++
			}
		} else if colon {
			b = min(v+1, i+1)
		}
		a.source, a.cue, a.anchor = src, [2]int{g, b}, v
		if !colon && p.low(i) == "," && p.low(b) == "," && filled(src) && src[1] <= g && src[0]-1 > start && p.low(src[0]-1) == "," && p.small(w[0]+1) {
			// "No tunnel, he said, “would be safe.”"
			a.content = append([][2]int{{start, src[0] - 1}}, a.content...)
		}
		return true
	}
	if p.is(start, "according") && p.is(start+1, "to") {
		a.cue = [2]int{start, start + 2}
		a.source = [2]int{start + 2, i}
		return i > start+2
	}
	if colon && i > start {
		return p.colonCue(a, start, i)
	}
	return false
}

// colonCue takes what stands before a colon for the cue, though no word of it is
// known for one: a name alone, or a subject with its verb ("Lee summed it up:").
func (p *page) colonCue(a *attribution, start, colon int) bool {
	for v := start + 1; v < colon; v++ {
		if p.tag(v) != "VERB" && p.tag(v) != "AUX" || p.words[v].quote >= 0 {
			continue
		}
		g, _ := p.verbGroup(v, start)
		src, _ := p.sourceOf(v, g, start)
		if !filled(src) {
			break
		}
		a.source, a.cue = src, [2]int{g, min(v+1, colon)}
		return true
	}
	if colon-start > 8 {
		return false
	}
	// Without tags: the name up to the first small word.
	end := start
	for end < colon && (p.text[p.words[end].Start] < 'a' || p.text[p.words[end].Start] > 'z') && !p.punctuation(end) {
		end++
	}
	if end > start && end < colon && p.tag(end) == "" {
		a.source, a.cue = [2]int{start, end}, [2]int{end, colon}
		return true
	}
	a.source, a.cue = [2]int{start, colon}, [2]int{colon, colon + 1}
	return true
}

// goesOn reports whether the sentence runs on after the quote at w.
func (p *page) goesOn(w [2]int) bool {
	last := w[1] - 1
	if last-1 < w[0] || last+1 >= len(p.words) || p.words[last+1].sentence != p.words[last].sentence {
		return false
	}
	return !p.is(last-1, ".", ",", "?", "!", "…", "...") && !p.punctuation(last+1) && !p.is(last+1, "and", "but", "as", "when", "after", "in", "on", "at", "during")
}

// leadsTo reports whether the verb at v introduces the quote at w without words
// of its own between: "said, “…”", "told reporters on Monday: “…”".
func (p *page) leadsTo(v, w int, c class) bool {
	if v+1 == w {
		return c&(quotative|verbKnow) != 0
	}
	if p.low(w-1) != "," && p.low(w-1) != ":" {
		return p.low(w-1) == "that" && w-2 == v && c&(verbSay|verbArgue|verbWrite) != 0
	}
	for i := v + 1; i < w-1; i++ {
		if p.verb(i) && !p.participial(i, v) || p.words[i].quote >= 0 || clauseStart[p.low(i)] && !p.is(i, "after", "when", "and") {
			return false
		}
	}
	return w-v < 25
}

// cueInParagraphBefore takes the cue of a paragraph that ends with a colon.
func (p *page) cueInParagraphBefore(a *attribution, n int) bool {
	prev := p.paragraphWords(n - 1)
	if !filled(prev) || p.low(prev[1]-1) != ":" {
		return false
	}
	return p.cueBefore(a, [2]int{prev[1], prev[1]}, prev[0])
}
