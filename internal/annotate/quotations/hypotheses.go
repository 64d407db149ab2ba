package quotations

// Shapes of hypothesis: where the content stands and how it hangs on the cue.
const (
	shapeThat     = iota // said that …, asked whether …
	shapeTo              // wants to …, urged them to …
	shapeClause          // said the talks …
	shapeNoun            // rejected the offer
	shapeGerund          // denied meeting them
	shapeQuote           // called it “…”: content begins with a quotation mark
	shapeLeft            // …, he said
	shapeAround          // The talks, he said, …
	shapePassive         // the offer was rejected
	shapeRelative        // an offer that they rejected
	shapes
)

// Families of shapes, which share weights.
const (
	familyClause = iota
	familyTo
	familyNoun
	familyLeft
	familyPassive
	families
)

var familyOf = [shapes]int{
	shapeThat: familyClause, shapeClause: familyClause, shapeTo: familyTo, shapeGerund: familyTo,
	shapeNoun: familyNoun, shapeQuote: familyNoun, shapeLeft: familyLeft, shapeAround: familyLeft, shapePassive: familyPassive, shapeRelative: familyPassive,
}

func (h *hypothesis) family() int { return familyOf[h.shape] }

// A hypothesis is an attribution that the text may make: a cue with its source,
// the start of its content, and the places where that may end.
type hypothesis struct {
	anchor int // the word that makes the cue
	class  class
	shape  int
	next   int // kind of what follows the cue
	source [2]int
	cue    [2]int
	before [2]int // content before the cue; empty if none
	start  int    // of the content after the cue
	limit  int    // where it ends at the latest
	ends   []int  // candidates, limit among them; nil if nothing follows
	borrow bool   // the source is that of another verb
	nested int    // how it lies to the sentence's first verb of speech
	object int    // end of the words between the cue and the content: "told them"
}

// reach is how many words a cue governs at most on either side. It keeps a text
// that is one endless sentence from taking quadratic time.
const reach = 200

// Kinds of what follows a cue.
const (
	nextThat = iota
	nextWh
	nextTo
	nextQuote
	nextPronoun
	nextDeterminer
	nextName
	nextPreposition
	nextPlace // a preposition of place or time
	nextComma
	nextEnd
	nextGerund
	nextAdjective
	nextOther
	nexts
)

func (p *page) nextKind(i, end int) int {
	if i >= end {
		return nextEnd
	}
	l := p.low(i)
	switch {
	case p.words[i].quote >= 0:
		return nextQuote
	case l == "that":
		return nextThat
	case wh[l]:
		return nextWh
	case l == "to":
		return nextTo
	case l == ",":
		return nextComma
	case p.punctuation(i):
		return nextEnd
	case subjects[l] && !determiners[l] || p.is(i, "i", "you", "we"):
		return nextPronoun
	case determiners[l]:
		return nextDeterminer
	case p.tag(i) == "PROPN":
		return nextName
	case prepositions[l]:
		if p.is(i, "in", "at", "on", "from", "during", "after", "before", "by", "through", "since", "until", "amid", "within") {
			return nextPlace
		}
		return nextPreposition
	case p.tag(i) == "VERB" && len(l) > 4 && l[len(l)-3:] == "ing":
		return nextGerund
	case p.tag(i) == "ADJ":
		return nextAdjective
	}
	return nextOther
}

// hypothesesIn lists what the words of a sentence may attribute. Words that
// direct speech has taken are left alone.
func (p *page) hypothesesIn(s [2]int, taken []bool) []hypothesis {
	var out []hypothesis
	end := s[1]
	for end > s[0] && p.is(end-1, ".", "!", "?", "…", "...") {
		end--
	}
	for v := s[0]; v < end; v++ {
		if taken[v] {
			continue
		}
		if p.is(v, "according") && p.is(v+1, "to") {
			continue
		}
		e := p.words[v].entry
		if e == nil {
			continue
		}
		if v > s[0] && p.low(v-1) == "-" && p.words[v-1].End == p.words[v].Start {
			continue // "so-called"
		}
		c, last := p.classAt(v)
		lo, hi := max(s[0], v-reach), min(end, v+reach)
		switch {
		case p.verb(v) && c&anyVerb != 0:
			out = p.ofVerb(out, v, last, c&anyVerb, lo, hi, taken)
		case c&anyNoun != 0 && p.tag(v) != "VERB" && p.tag(v) != "ADJ" && p.tag(v) != "PROPN":
			out = p.ofNoun(out, v, last, c&anyNoun, lo, hi, taken)
		case c&anyAdj != 0 && p.tag(v) != "NOUN" && p.tag(v) != "PROPN" && p.tag(v) != "ADV":
			out = p.ofAdjective(out, v, last, c&anyAdj, lo, hi, taken)
		}
	}
	nest(out)
	return out
}

// How a hypothesis lies to the surest sign of speech in its sentence: that may
// report it, or be what it reports.
const (
	nestAlone = iota
	nestAfter
	nestBefore
	nestItself
	nestRelated // of the same word
	nests
)

// nest says of each hypothesis of a sentence how it lies to the first that has a
// verb of speech with a clause, or one with its content to the left.
func nest(all []hypothesis) {
	first := -1
	for i, h := range all {
		if h.class&quotative != 0 && h.class&anyVerb != 0 && (h.family() == familyClause || h.family() == familyLeft) && filled(h.source) && !h.borrow {
			first = i
			break
		}
	}
	for i := range all {
		switch h := &all[i]; {
		case first < 0:
			h.nested = nestAlone
		case i == first:
			h.nested = nestItself
		case h.anchor == all[first].anchor:
			h.nested = nestRelated
		case h.anchor > all[first].anchor:
			h.nested = nestAfter
		default:
			h.nested = nestBefore
		}
	}
}

// ofVerb adds what the verb at v may attribute.
func (p *page) ofVerb(out []hypothesis, v, last int, c class, lo, end int, taken []bool) []hypothesis {
	g, _ := p.verbGroup(v, lo)
	for last < end && p.closesCue(last, v) {
		last++
	}
	src, borrow := p.sourceOf(v, g, lo)
	h := hypothesis{anchor: v, class: c, source: src, cue: [2]int{g, last}, borrow: borrow, limit: p.limit(last, end, taken)}
	if c&quotative != 0 {
		last = p.overAside(last, h.limit)
	}
	if c&(quotative|verbTell) != 0 {
		last = p.overReporter(last, h.limit)
	}
	h.start, h.next = last, p.nextKind(last, end)
	if g == v && p.low(v) != "told" && c&quotative != 0 && p.closesLeft(g-1, lo) && p.words[v].entry.form&(past|third) != 0 && h.next != nextThat && h.next != nextQuote {
		// "…, said Ann Lee."
		if x, y := p.subjectAfter(last, end); x < y && (y == end || p.punctuation(y) && p.words[y].quote < 0) && !p.hasSubject(v) && !prepositions[p.low(x)] && !p.finiteIn(x, y) {
			h.source, h.borrow, h.next = [2]int{x, y}, false, nextEnd
			h.limit = y
			out = p.leftOf(out, h, lo, y, taken)
		}
	}
	if p.passive(g, v) || p.reduced(v, last, lo) {
		h.shape = shapePassive
		h.before, h.source = src, [2]int{}
		if p.reduced(v, last, lo) {
			noun := p.words[v].head
			h.before = [2]int{max(p.tree.first[noun], lo), noun + 1}
			for h.before[0] < noun && p.punctuation(h.before[0]) {
				h.before[0]++
			}
		} else if k := h.next; k == nextThat || k == nextWh || c&(verbTell|verbAsk) != 0 && p.is(last, "about") {
			// "It was said that", "was asked about": what stands before is no content.
			h.before, h.shape = [2]int{}, shapeThat
			if p.is(last, "about") {
				h.cue[1], h.start, h.shape = last+1, last+1, shapeNoun
			}
			h.ends = p.endsOf(h.start, h.limit)
			if len(h.ends) == 0 {
				return out
			}
			return append(out, h)
		}
		if p.low(last) == "by" {
			x, y := p.subjectAfter(last+1, h.limit)
			h.cue[1], h.source = last+1, [2]int{x, y}
			h.start = h.limit
		}
		h.ends = p.endsOf(h.start, h.limit)
		return append(out, h)
	}
	if c&quotative != 0 && (h.next == nextPlace || c&verbTell != 0) && filled(src) && (p.closesLeft(src[0]-1, lo) || p.low(src[0]-1) == "as" && p.closesLeft(src[0]-2, lo)) && !p.finiteIn(last, h.limit) && !p.tellsClause(last, h.limit) {
		// "…," Ann Lee said in Rome; "…," Ann Lee told the meeting.
		h.next = nextEnd
	}
	if p.is(src[0]-1, "which", "what", "whom") && src[0]-1 >= lo && filled(src) && src[1] <= g && !borrow {
		return append(out, p.ofPronoun(h, last, end))
	}
	switch h.next {
	case nextThat, nextWh:
		h.shape = shapeThat
	case nextTo:
		h.shape = shapeTo
	case nextQuote:
		h.shape = shapeQuote
	case nextGerund:
		h.shape = shapeGerund
	case nextComma, nextEnd:
		// Nothing follows: what stands before may be the content.
		if r, ok := p.relativeTo(h, lo); ok && !taken[r.before[0]] {
			return append(out, r)
		}
		return p.leftOf(out, h, lo, end, taken)
	case nextPreposition, nextPlace:
		h.shape = shapeNoun
		if i := p.clauseOver(v, last, h.limit); i > last {
			// "made it clear for years that"
			h.start, h.next, h.shape = i, nextThat, shapeThat
		} else if last == v+1 && !p.is(last, "at", "in", "on", "during", "after", "before", "by") || p.is(last, "on") {
			h.cue[1], h.start = last+1, last+1
			if p.nextKind(h.start, end) == nextGerund {
				h.shape = shapeGerund
			}
			if k := p.nextKind(h.start, end); k == nextWh || k == nextThat {
				h.shape = shapeThat
			}
		}
	default:
		h.shape = shapeNoun
		if i := p.clauseAfter(v, last, h.limit, c); i > last {
			h.start, h.object = i, i
			h.shape = shapeClause
			if k := p.nextKind(i, end); k == nextThat || k == nextWh {
				h.shape = shapeThat
			}
		} else if i := p.skipObject(last, h.limit); i > last && (c&verbTell != 0 || p.low(i) == "to" && c&verbUrge != 0) {
			h.start, h.object = i, i
			switch p.nextKind(i, end) {
			case nextThat, nextWh:
				h.shape = shapeThat
			case nextTo:
				// The one who is urged belongs to the content.
				h.shape, h.start = shapeTo, last
			}
		} else if p.finiteIn(last, h.limit) || p.clauseAt(v, last) {
			h.shape = shapeClause
		}
	}
	h.ends = p.endsOf(h.start, h.limit)
	if len(h.ends) == 0 {
		return out
	}
	return append(out, h)
}

// hasSubject reports whether the parse has a subject before the verb at v.
func (p *page) hasSubject(v int) bool {
	s := p.child(v, "nsubj")
	return s >= 0 && s < v
}

// reduced reports whether the participle at v is an attribute of the noun before it
// with its agent: "an idea opposed by the council".
func (p *page) reduced(v, last, lo int) bool {
	e := p.words[v].entry
	if p.tree == nil || p.words[v].relation != "acl" || e.form&participle == 0 || p.low(last) != "by" {
		return false
	}
	noun := p.words[v].head
	return noun >= lo && noun < v && v-noun < 4
}

// closesCue reports whether the word at i, right after the verb at v, is an adverb
// of that verb rather than of what follows: "said again", but not "explained why".
func (p *page) closesCue(i, v int) bool {
	if !p.adverb(i) || p.words[i].quote >= 0 || wh[p.low(i)] || p.is(i, "so", "then", "about") {
		return false
	}
	return p.tree == nil || p.words[i].head == v
}

// clauseAt reports whether the parse has a clause that completes the word at v
// begin at i, before its own subject.
func (p *page) clauseAt(v, i int) bool {
	c := p.child(v, "ccomp")
	return c > i && p.tree.first[c] == i && p.child(c, "nsubj") >= i
}

// clauseAfter is the start of the clause that completes the verb at v by the parse,
// where no more than the one who is told, the time and the place stand before it:
// "told a meeting in Rome, New York, on Monday that". It returns i where there is
// none.
func (p *page) clauseAfter(v, i, limit int, c class) int {
	if p.tree == nil {
		return i
	}
	clause := -1
	for _, k := range p.tree.children[v] {
		switch r := p.words[k].relation; {
		case k < i:
		case r == "ccomp" || r == "xcomp" && p.low(p.tree.first[k]) == "to" && c&(verbVow|verbWant) != 0:
			if clause < 0 {
				clause = k
			}
		case clause < 0 && r == "obj" && c&verbTell == 0:
			return i // "made the case that": the noun's
		}
	}
	if clause < 0 {
		return i
	}
	start := p.tree.first[clause]
	if start <= i || start >= limit {
		return i
	}
	for j := i; j < start; j++ {
		if p.words[j].quote >= 0 || p.verb(j) && !p.participial(j, i) {
			return i
		}
	}
	if p.is(start, "that", "whether", "if", "how", "why", "what", "to") || c&verbTell != 0 {
		return start
	}
	return i
}

// overReporter goes over the one who is told and the one who reports it, between
// commas: "told a radio, an agency reported, that". It returns i where nobody does.
func (p *page) overReporter(i, limit int) int {
	first := -1
	for j := i; j+1 < limit && j < i+20; j++ {
		switch {
		case p.words[j].quote >= 0:
			return i
		case p.low(j) != ",":
			if first < 0 && p.verb(j) {
				return i
			}
		case first < 0:
			first = j
		case p.low(j+1) == "that" && p.cueIn(j-1, j):
			return j + 1
		default:
			return i
		}
	}
	return i
}

// overMeasure goes over "for years", "for much of the past decade" to a "that"; it
// returns i where there is none.
func (p *page) overMeasure(i, limit int) int {
	measured := false
	for j := i; j < limit && j < i+12; j++ {
		switch {
		case p.low(j) == "that" && measured:
			return j
		case p.verb(j) || p.punctuation(j) || clauseStart[p.low(j)]:
			return i
		}
		measured = measured || measures[p.low(j)]
	}
	return i
}

// tellsClause reports whether the one who is told stands at i, and what he is told
// after that: in "Last week, Ann Lee told reporters that" nothing is said before.
func (p *page) tellsClause(i, limit int) bool {
	j := p.skipObject(i, limit)
	return j > i && (p.nextKind(j, limit) == nextThat || p.nextKind(j, limit) == nextWh)
}

// clauseOver is the start of the clause with "that" which completes the word at v
// from beyond a phrase between them; i where there is none.
func (p *page) clauseOver(v, i, limit int) int {
	c := p.child(v, "ccomp", "csubj")
	if c < 0 {
		return p.overMeasure(i, limit)
	}
	if p.tree.first[c] <= i || p.tree.first[c] >= limit || p.low(p.tree.first[c]) != "that" {
		return i
	}
	return p.tree.first[c]
}

// relativeTo makes of h, whose cue ends a relative clause with a subject of its
// own, the hypothesis that its content is the noun that the clause is on.
func (p *page) relativeTo(h hypothesis, lo int) (hypothesis, bool) {
	if p.tree == nil || p.words[h.anchor].relation != "acl" {
		return h, false
	}
	noun, s := p.words[h.anchor].head, p.child(h.anchor, "nsubj")
	if noun < lo || s <= noun || s >= h.cue[0] || p.is(s, "that", "which", "who") {
		return h, false
	}
	end := max(p.tree.first[s], noun+1)
	h.source = [2]int{end, min(p.tree.last[s], h.cue[0])}
	for end > noun+1 && (p.punctuation(end-1) || p.is(end-1, "that", "which", "whom")) {
		end--
	}
	begin := max(p.tree.first[noun], lo)
	for begin < noun && p.punctuation(begin) {
		begin++
	}
	h.before, h.shape, h.borrow = [2]int{begin, end}, shapeRelative, false
	h.start, h.limit, h.ends = h.cue[1], h.cue[1], nil
	return h, true
}

// ofPronoun makes of h the hypothesis that its content is the pronoun before its
// source, with what completes that after the cue: "which Lee calls a mistake".
func (p *page) ofPronoun(h hypothesis, last, end int) hypothesis {
	at := h.source[0] - 1
	h.shape, h.before = shapeRelative, [2]int{at, at + 1}
	h.start, h.ends = last, nil
	switch h.next {
	case nextDeterminer, nextQuote, nextAdjective, nextTo:
		h.ends = p.endsOf(last, h.limit)
		return h
	}
	if p.is(last, "as") && last+1 < end || p.tag(last) == "AUX" {
		h.ends = p.endsOf(last, h.limit)
		return h
	}
	h.limit = last
	return h
}

// overAside goes over the time and occasion of speech: "said Thursday in a
// televised statement that", "wrote on Monday that". It returns i where no
// content follows them.
func (p *page) overAside(i, limit int) int {
	j := i
	for j < limit && j < i+14 {
		l := p.low(j)
		switch {
		case p.words[j].quote >= 0 || p.verb(j) && !p.participial(j, i):
			return i
		case l == "that" || j > i && (l == "whether" || l == "how"):
			return j
		case timeWord[l]:
			j++
			if k := p.nextKind(j, limit); k != nextPreposition && k != nextPlace && k != nextComma && k != nextEnd && k != nextThat && k != nextOther && k != nextAdjective {
				return j
			}
			continue
		case j == i && !prepositions[l] && !p.adverb(j), l == "of" && j == i, p.punctuation(j) && !p.inName(j), clauseStart[l]:
			return i
		}
		j++
	}
	return i
}

// skipObject goes over the one who is told: "told reporters that", "asked him
// whether", "urged them to". It returns i where there is nobody.
func (p *page) skipObject(i, limit int) int {
	for j := i; j < limit && j < i+14; j++ {
		if j > i && p.is(j, "that", "whether", "how", "why", "to", "what") && p.tag(j) != "PRON" && p.words[j].quote < 0 {
			if p.low(j) == "to" && (p.tag(j+1) == "DET" || p.tag(j+1) == "PROPN" || p.tag(j+1) == "NOUN" || p.tag(j+1) == "PRON") {
				return i
			}
			return j
		}
		if p.words[j].quote >= 0 {
			return i
		}
		if p.verb(j) || p.punctuation(j) && !p.inName(j) || clauseStart[p.low(j)] {
			return i
		}
	}
	return i
}

// finiteIn reports whether a finite verb stands in [i, end) before any mark: what
// follows the cue is a clause.
func (p *page) finiteIn(i, end int) bool {
	for j := i; j < end && j < i+25; j++ {
		l := p.low(j)
		if j > i && (p.is(j, "who", "which", "that", "whose") || l == "," || l == ";") {
			return false
		}
		if p.words[j].quote >= 0 {
			continue
		}
		if finiteBe[l] && p.tag(j) != "PART" && p.tag(j) != "NOUN" {
			return true
		}
		if p.tag(j) == "VERB" && p.low(j-1) != "to" && j > i && len(l) > 2 && l[len(l)-2:] != "ng" && !p.participial(j, i) {
			return true
		}
	}
	return false
}

// leftOf adds hypotheses for a cue after or amid its content: "…, he said" and
// "The talks, he said, …".
func (p *page) leftOf(out []hypothesis, h hypothesis, lo, end int, taken []bool) []hypothesis {
	from := h.cue[0]
	if filled(h.source) && h.source[1] <= from {
		from = h.source[0]
	}
	comma := from - 1
	if p.low(comma) == "as" && p.low(comma-1) == "," {
		comma-- // "…, as Lee said"
	}
	if !p.closesLeft(comma, lo) || !filled(h.source) || h.borrow {
		return out
	}
	begin := lo
	for begin < comma && (p.is(begin, "and", "but", "still", "also", "meanwhile") || p.punctuation(begin)) {
		begin++
	}
	if begin >= comma || taken[begin] {
		return out
	}
	h.before = [2]int{begin, comma}
	if p.low(comma) != "," {
		h.before[1]++ // the closing mark belongs to the content
	}
	h.shape = shapeLeft
	h.start, h.limit, h.ends = h.cue[1], h.cue[1], nil
	out = append(out, h)
	if h.next == nextComma && h.cue[1]+1 < end {
		h.shape = shapeAround
		h.start = h.cue[1] + 1
		h.limit = p.limit(h.start, end, taken)
		h.ends = p.endsOf(h.start, h.limit)
		if len(h.ends) > 0 {
			out = append(out, h)
		}
	}
	return out
}

// closesLeft reports whether word i ends a content that stands before its cue: a
// comma, or a closing quotation mark with the comma inside.
func (p *page) closesLeft(i, lo int) bool {
	if i <= lo {
		return false
	}
	if p.low(i) == "," {
		return true
	}
	return p.words[i].quote >= 0 && p.punctuation(i) && p.is(i-1, ",", "?", "!")
}

// ofNoun adds what the noun at v may attribute: "his claim that", "the threat
// to", "criticism of".
func (p *page) ofNoun(out []hypothesis, v, last int, c class, lo, end int, taken []bool) []hypothesis {
	h := hypothesis{anchor: v, class: c, cue: [2]int{v, last}, start: last, limit: p.limit(last, end, taken)}
	h.next = p.nextKind(last, end)
	switch h.next {
	case nextThat, nextWh:
		h.shape = shapeThat
	case nextTo:
		h.shape = shapeTo
	case nextQuote:
		h.shape = shapeQuote
	case nextPreposition, nextPlace:
		h.shape = shapeNoun
		if !p.is(last, "of", "about", "for", "on", "against", "over", "with", "in", "toward", "towards") {
			return out
		}
		h.cue[1], h.start = last+1, last+1
	case nextEnd, nextComma:
		return out
	default:
		switch {
		case last > v+1:
			h.shape = shapeNoun // the preposition is the lexicon's: "attacks on the bridge"
		case p.is(last, "is", "was", "are", "were") && last+1 < h.limit:
			// "Her point is that the bridge is old."
			h.cue[1], h.start = last+1, last+1
			h.next = p.nextKind(last+1, end)
			h.shape = shapeThat
			if h.next != nextThat && h.next != nextWh && h.next != nextTo {
				return out
			}
			if h.next == nextTo {
				h.shape = shapeTo
			}
		default:
			return out
		}
	}
	// Back over the attributes to whose it is.
	i := v - 1
	for i > lo && (p.tag(i) == "ADJ" || p.adverb(i) || p.tag(i) == "NOUN" && p.low(i) != "'s") {
		i--
	}
	switch {
	case p.is(i, "his", "her", "their", "its", "our", "my", "your") && i >= lo:
		h.source = [2]int{i, i + 1}
		h.cue[0] = i + 1
	case p.is(i, "'s", "'") && i > lo:
		x, _ := p.phraseBefore(i, lo)
		h.source = [2]int{x, i + 1}
		h.cue[0] = i + 1
	default:
		if i >= lo && p.is(i, "the", "a", "an", "any", "no") {
			h.cue[0] = i
		} else {
			h.cue[0] = i + 1
		}
		// "made the claim that": the verb's subject is the source.
		if w := h.cue[0] - 1; w > lo && p.verb(w) {
			g, _ := p.verbGroup(w, lo)
			if src, borrow := p.sourceOf(w, g, lo); src[0] > v || src[1] <= g {
				h.source, h.borrow, h.cue[0] = src, borrow, g
			} else {
				h.borrow = true // "there were no talks": the noun is its verb's subject
			}
		}
	}
	h.ends = p.endsOf(h.start, h.limit)
	if len(h.ends) == 0 {
		return out
	}
	return append(out, h)
}

// ofAdjective adds what the adjective at v may attribute: "is confident that",
// "critical of".
func (p *page) ofAdjective(out []hypothesis, v, last int, c class, lo, end int, taken []bool) []hypothesis {
	g := v
	for g > lo && (auxiliaries[p.low(g-1)] || p.adverb(g-1) || p.is(g-1, "feel", "feels", "felt", "seem", "seems", "seemed", "remain", "remains", "remained", "become", "became", "feeling")) {
		g--
	}
	h := hypothesis{anchor: v, class: c, cue: [2]int{g, last}, start: last, limit: p.limit(last, end, taken)}
	h.next = p.nextKind(last, end)
	switch h.next {
	case nextThat, nextWh:
		h.shape = shapeThat
	case nextTo:
		h.shape = shapeTo
	case nextPreposition, nextPlace:
		h.shape = shapeNoun
		if i := p.clauseOver(v, last, h.limit); i > last {
			h.start, h.next, h.shape = i, nextThat, shapeThat
		} else if last == v+1 {
			h.cue[1], h.start = last+1, last+1
		}
	case nextComma, nextEnd:
		return out
	default:
		h.shape = shapeNoun
		if p.finiteIn(last, h.limit) {
			h.shape = shapeClause
		} else if last == v+1 {
			return out
		}
	}
	h.source, h.borrow = p.sourceOf(v, g, lo)
	h.ends = p.endsOf(h.start, h.limit)
	if len(h.ends) == 0 {
		return out
	}
	return append(out, h)
}

// limit is the end of what a cue before i can govern: the sentence's, or where
// direct speech begins that has a cue of its own.
func (p *page) limit(i, end int, taken []bool) int {
	for j := i; j < end; j++ {
		if taken != nil && taken[j] && p.words[j].quote >= 0 && p.before(p.words[j].quote) != "w" {
			return j
		}
	}
	return end
}
