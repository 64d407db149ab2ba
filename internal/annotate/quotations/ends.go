package quotations

import "strings"

// Kinds of boundary: what begins at the place where a content may end.
const (
	endSentence = iota
	endGerundCue
	endCommaContrast
	endCommaAnd
	endCommaRelative
	endCommaTime
	endCommaCue
	endCommaPreposition
	endCommaOther
	endSemicolon
	endDash
	endColon
	endBracket
	endAccording
	endContrast
	endSubordinate
	endAndVerb
	endAnd
	endRelative
	endTo
	endOf
	endAdverbial
	endPreposition
	endTime
	endQuote
	endQuoteComma // after “…,”: the comma is within the marks
	endVerb
	ends
)

const mostEnds = 40

var contrast = set(`but although though while whereas yet even`)
var subordinate = set(`as after before when because if since until unless once where so`)

// endsOf lists the places where a content that begins at start may end, limit
// last.
func (p *page) endsOf(start, limit int) []int {
	if start >= limit {
		return nil
	}
	var out []int
	for j := start + 1; j < limit && len(out) < mostEnds; j++ {
		if p.words[j].quote >= 0 && p.words[j-1].quote == p.words[j].quote {
			continue // never inside quotation marks
		}
		if p.endKind(j, limit) >= 0 {
			out = append(out, j)
		}
	}
	return append(out, limit)
}

// endKind says what begins at word j, -1 if no content can end before it.
func (p *page) endKind(j, limit int) int {
	if j >= limit {
		return endSentence
	}
	l := p.low(j)
	if j >= 2 && p.words[j-1].quote >= 0 && p.words[j].quote != p.words[j-1].quote && p.low(j-2) == "," {
		return endQuoteComma
	}
	switch l {
	case ",":
		n := j + 1
		nl := p.low(n)
		switch {
		case n >= limit:
			return endCommaOther
		case nl == "and" || nl == "or":
			return endCommaAnd
		case contrast[nl]:
			return endCommaContrast
		case p.is(n, "who", "which", "where", "whose", "whom"):
			return endCommaRelative
		case nl == "according":
			return endAccording
		case subordinate[nl]:
			return endCommaTime
		}
		if e := p.words[n].entry; e != nil && e.class&anyVerb != 0 && strings.HasSuffix(nl, "ing") {
			return endGerundCue
		}
		for k := n; k < limit && k < n+12; k++ {
			if p.low(k) == "," {
				break
			}
			if e := p.words[k].entry; e != nil && e.class&quotative != 0 && p.verb(k) {
				if k+1 >= limit || p.punctuation(k+1) {
					return endCommaCue
				}
				break
			}
		}
		if prepositions[nl] {
			return endCommaPreposition
		}
		return endCommaOther
	case ";":
		return endSemicolon
	case "-", "–", "—", "--":
		if j > 0 && p.words[j-1].End == p.words[j].Start && l == "-" {
			return -1
		}
		return endDash
	case ":":
		return endColon
	case "(", "[":
		return endBracket
	case "according":
		return endAccording
	case "to":
		return endTo
	case "of":
		return endOf
	case "and", "or":
		if p.tag(j+1) == "VERB" || p.tag(j+1) == "AUX" || p.adverb(j+1) && p.tag(j+2) == "VERB" || p.tag(j+1) == "" && p.verb(min(j+1, limit-1)) {
			return endAndVerb
		}
		return endAnd
	case "who", "which", "that", "whom", "whose":
		return endRelative
	}
	switch {
	case p.words[j-1].quote >= 0 && p.words[j].quote != p.words[j-1].quote:
		return endQuote
	case contrast[l]:
		return endContrast
	case subordinate[l]:
		return endSubordinate
	case timeWord[l]:
		return endTime
	case prepositions[l]:
		if p.is(j, "in", "on", "at", "during", "by", "after", "before", "through") {
			return endAdverbial
		}
		return endPreposition
	case p.adverb(j):
		return endTime
	case p.tag(j) == "AUX" || p.tag(j) == "VERB":
		return endVerb
	}
	return -1
}

// bucket puts a number of words in one of six ranges.
func bucket(n int) int {
	switch {
	case n <= 1:
		return 0
	case n <= 3:
		return 1
	case n <= 6:
		return 2
	case n <= 12:
		return 3
	case n <= 25:
		return 4
	}
	return 5
}

var (
	endWeights    = newTable("end", ends, families)
	lengthWeights = newTable("end-length", 6, families)
	restWeights   = newTable("end-rest", 6, families)
	endFlags      = newTable("end-flag", flagsOfEnd, families)
	skippedEnds   = newTable("end-skipped", ends, 2)
	leadWeights   = newTable("end-lead", leads, families)
	leadOn        = newTable("end-lead-on", leads, places)
	classEnds     = newTable("end-class", classes, 4)
)

// Flags of an end.
const (
	flagVerbInside  = iota // a finite verb stands in the content
	flagVerbAfter          // a verb stands in what is left out
	flagQuoteInside        // quotation marks in the content
	flagQuoteAfter         // and in what is left out
	flagSubtree            // the parse ends a phrase of the cue here
	flagWithin             // the parse has what follows under the content's head
	flagClosesQuote        // the content ends with a closing mark
	flagFirstOfKind        // no earlier end is of this kind
	flagBeforeHead         // the word by which the content hangs stands after it
	flagCutShort           // the content ends with a word that asks for another
	flagTimeAfter          // a time or a measure stands soon after
	flagCueAfter           // somebody speaks in what is left out
	flagInComma            // a comma in the content opens what may be an aside
	flagAsideEnds          // the content ends with a comma's aside, and more follows
	flagsOfEnd
)

// endFeatures describes the n-th end of h.
func (p *page) endFeatures(h *hypothesis, n int, to []int) []int {
	j := h.ends[n]
	kind := p.endKind(j, h.limit)
	to = append(to[:0], endWeights.cell(kind, h.family()), lengthWeights.cell(bucket(j-h.start), h.family()), restWeights.cell(bucket(h.limit-j), h.family()))
	flag := func(f int, on bool) {
		if on {
			to = append(to, endFlags.cell(f, h.family()))
		}
	}
	flag(flagVerbInside, p.finiteIn(h.start, j))
	flag(flagVerbAfter, j < h.limit && p.finiteIn(j, h.limit))
	flag(flagQuoteInside, p.quoteIn(h.start, j))
	flag(flagQuoteAfter, p.quoteIn(j, h.limit))
	flag(flagClosesQuote, p.words[j-1].quote >= 0)
	first := true
	for m := range n {
		k := p.endKind(h.ends[m], h.limit)
		first = first && k != kind
		if m == n-1 || n < 8 {
			to = append(to, skippedEnds.cell(k, b2i(h.family() >= familyNoun)))
		}
	}
	flag(flagFirstOfKind, first)
	commas := 0
	for i := h.start; i < j; i++ {
		commas += b2i(p.low(i) == ",")
	}
	flag(flagInComma, commas == 1)
	flag(flagAsideEnds, commas == 1 && j < h.limit && p.low(j) == ",")
	if j < h.limit {
		switch p.tag(j - 1) {
		case "DET", "ADP", "AUX", "CCONJ", "PART", "SCONJ":
			flag(flagCutShort, true)
		}
		for i := j; i < min(j+6, h.limit); i++ {
			if timeWord[p.low(i)] || measures[p.low(i)] {
				flag(flagTimeAfter, true)
				break
			}
		}
		flag(flagCueAfter, p.cueIn(j, min(h.limit, j+20)))
		to = append(to, leadWeights.cell(p.lead(j), h.family()))
	}
	if h.family() == familyNoun {
		after := 0 // nothing, a phrase of the verb's, another
		if j < h.limit {
			after = 1
			if p.tree != nil {
				_, place := p.crossing(h, j)
				after = 1 + b2i(place == onAnchor) + 2*b2i(place == onCue || place == onTop)
			}
		}
		for i := range classes {
			if h.class&(1<<i) != 0 {
				to = append(to, classEnds.cell(i, after))
			}
		}
	}
	if p.tree != nil {
		flag(flagBeforeHead, p.headAfter(h, j))
		flag(flagSubtree, p.endsPhrase(h, j))
		flag(flagWithin, j < h.limit && p.under(j, h.start))
		if j < h.limit {
			relation, place := p.crossing(h, j)
			to = append(to, crossWeights.cell(relation*places+place, h.family()), leadOn.cell(p.lead(j), place))
		}
	}
	return to
}

// leading are the small words that what follows a content may begin with, after a
// comma perhaps.
var leading = func() map[string]int {
	out := map[string]int{}
	for i, w := range strings.Fields(`of in on at by for with from about to as after before during since until over under against into
		through between among when while if because that who which where and or but not than following amid despite including whether how`) {
		out[w] = i + 1
	}
	return out
}()

const leads = 44

func (p *page) lead(j int) int {
	if p.punctuation(j) {
		j++
	}
	return leading[p.low(j)]
}

// headAfter reports whether the verb's complement by the parse, which begins in
// front of word j, has its head behind it.
func (p *page) headAfter(h *hypothesis, j int) bool {
	for _, c := range p.tree.children[h.anchor] {
		if c >= j && p.tree.first[c] < j && p.tree.first[c] >= h.start {
			switch p.words[c].relation {
			case "ccomp", "xcomp", "obj":
				return true
			}
		}
	}
	return false
}

// cueIn reports whether a verb of speech stands in [a, b).
func (p *page) cueIn(a, b int) bool {
	for i := a; i < b; i++ {
		if e := p.words[i].entry; e != nil && e.class&quotative != 0 && p.verb(i) {
			return true
		}
	}
	return false
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (p *page) quoteIn(a, b int) bool {
	for i := a; i < b; i++ {
		if p.words[i].quote >= 0 {
			return true
		}
	}
	return false
}

// endsPhrase reports whether the parse ends, before j, a phrase that hangs on
// the cue's word.
func (p *page) endsPhrase(h *hypothesis, j int) bool {
	k := j
	for k > h.start && p.punctuation(k-1) {
		k--
	}
	for _, c := range p.tree.children[h.anchor] {
		if c >= h.start && (p.tree.last[c] == j || p.tree.last[c] == k) {
			switch p.words[c].relation {
			case "ccomp", "xcomp", "obj", "obl", "acl", "nmod", "advcl":
				return true
			}
		}
	}
	return false
}

// under reports whether word j hangs, however far down, on a word in the content
// that begins at start.
func (p *page) under(j, start int) bool {
	for steps := 0; steps < 50; steps++ {
		h := p.words[j].head
		if h < 0 || h >= len(p.words) {
			return false
		}
		if h >= start && h < j {
			return true
		}
		j = h
	}
	return false
}
