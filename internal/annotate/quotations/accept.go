package quotations

// Kinds of source, by its first or only word.
const (
	sourceNone = iota
	sourceSpeaker
	sourceYou
	sourceHe
	sourceIt
	sourceRelative
	sourceThis
	sourceThere
	sourceName
	sourcePlural
	sourceNoun
	sourceNumber
	sources
)

var (
	classWeights  = newTable("class", classes, families)
	nextWeights   = newTable("next", nexts, 3)
	shapeWeights  = newTable("shape", shapes, 3)
	sourceWeights = newTable("source", sources, families)
	acceptFlags   = newTable("flag", flagsOfAccept, 3)
	sizeWeights   = newTable("size", 6, families)
	habitWeights  = newTable("habit", habits*6, families)
)

// Flags of a hypothesis.
const (
	flagBorrowed = iota
	flagWould
	flagNegated
	flagInfinitive
	flagPerfect
	flagProgressive
	flagBase
	flagThird
	flagPast
	flagGerund
	flagQuoted
	flagHasQuote
	flagHeadline
	flagByAgent
	flagObject
	flagClauseInside
	flagParticle
	flagNoTag
	flagHasClauseChild
	flagBareParticiple
	flagFirstInSentence
	flagQuestion
	flagLeftQuoted // “…,” he said: the content before the cue ends with a closing mark
	flagsOfAccept
)

func (p *page) sourceKind(r [2]int) int {
	if !filled(r) {
		return sourceNone
	}
	l := p.low(r[0])
	if r[1]-r[0] == 1 {
		switch l {
		case "i", "we", "my", "our":
			return sourceSpeaker
		case "you", "your", "one":
			return sourceYou
		case "he", "she", "they", "his", "her", "their":
			return sourceHe
		case "it", "its":
			return sourceIt
		case "who", "which", "that", "what":
			return sourceRelative
		case "there":
			return sourceThere
		}
	}
	if p.is(r[0], "this", "these", "that", "there", "what") {
		return sourceThis
	}
	// The head: the last word before an attribute or an apposition.
	head := r[0]
	for i := r[0]; i < r[1]; i++ {
		if i > r[0] && (p.punctuation(i) && !p.inName(i) || prepositions[p.low(i)] || p.is(i, "who", "which", "that")) {
			break
		}
		head = i
	}
	switch p.tag(head) {
	case "PROPN":
		return sourceName
	case "NUM":
		return sourceNumber
	}
	if p.is(head, "'s", "'") && head > r[0] && p.tag(head-1) == "PROPN" {
		return sourceName
	}
	if hl := p.low(head); len(hl) > 3 && hl[len(hl)-1] == 's' && hl[len(hl)-2] != 's' {
		return sourcePlural
	}
	return sourceNoun
}

// acceptFeatures describes whether h is an attribution at all.
func (p *page) acceptFeatures(h *hypothesis, to []int) []int {
	to = to[:0]
	part := 0
	switch {
	case h.class&anyNoun != 0 && h.class&anyVerb == 0:
		part = 1
	case h.class&anyAdj != 0 && h.class&anyVerb == 0:
		part = 2
	}
	for i := range classes {
		if h.class&(1<<i) != 0 {
			to = append(to, classWeights.cell(i, h.family()))
		}
	}
	to = append(to, nextWeights.cell(h.next, part), shapeWeights.cell(h.shape, part), sourceWeights.cell(p.sourceKind(h.source), h.family()))
	for i, b := range p.words[h.anchor].entry.habits {
		to = append(to, habitWeights.cell(i*6+int(b)+1, h.family()))
	}
	size := h.limit - h.start
	if size <= 0 {
		size = h.before[1] - h.before[0]
	}
	to = append(to, sizeWeights.cell(bucket(size), h.family()))
	flag := func(f int, on bool) {
		if on {
			to = append(to, acceptFlags.cell(f, part))
		}
	}
	flag(flagBorrowed, h.borrow)
	for i := h.cue[0]; i < h.anchor; i++ {
		switch p.low(i) {
		case "would", "could", "might", "may", "should", "can", "must", "'d":
			flag(flagWould, true)
		case "not", "n't", "never", "no":
			flag(flagNegated, true)
		case "to":
			flag(flagInfinitive, true)
		case "has", "have", "had", "'ve":
			flag(flagPerfect, true)
		case "is", "are", "was", "were", "be", "been":
			flag(flagProgressive, true)
		}
	}
	flag(flagInfinitive, h.cue[0] == h.anchor && p.low(h.anchor-1) == "to")
	e := p.words[h.anchor].entry
	if part == 0 {
		bare := h.cue[0] == h.anchor
		flag(flagBase, bare && e.form&base != 0)
		flag(flagThird, bare && e.form&third != 0)
		flag(flagPast, bare && e.form&past != 0)
		flag(flagGerund, bare && e.form&gerund != 0)
		flag(flagBareParticiple, bare && e.form&participle != 0 && e.form&past == 0)
	} else {
		flag(flagPast, e.form&plural != 0)
	}
	flag(flagQuoted, p.words[h.anchor].quote >= 0)
	flag(flagHasQuote, p.quoteIn(h.start, h.limit) || p.quoteIn(h.before[0], h.before[1]))
	flag(flagHeadline, len(p.paras) > 0 && p.words[h.anchor].Start < p.paras[0].End)
	flag(flagLeftQuoted, h.family() == familyLeft && p.words[h.before[1]-1].quote >= 0)
	flag(flagByAgent, h.shape == shapePassive && filled(h.source))
	flag(flagObject, h.object > 0)
	flag(flagClauseInside, p.finiteIn(h.start, h.limit))
	flag(flagParticle, h.cue[1] > h.anchor+1)
	flag(flagNoTag, p.tag(h.anchor) == "")
	flag(flagFirstInSentence, h.cue[0] == p.sentences[p.words[h.anchor].sentence][0])
	s := p.sentences[p.words[h.anchor].sentence]
	flag(flagQuestion, p.low(s[1]-1) == "?")
	to = p.attachFeatures(h, part, to)
	if p.tree != nil {
		c := p.child(h.anchor, "ccomp", "xcomp")
		flag(flagHasClauseChild, c >= 0)
	}
	return to
}
