package quotations

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
