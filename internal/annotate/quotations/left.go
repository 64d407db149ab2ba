package quotations

// What a cue says may stand before it.

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
