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
