package quotations

import "strings"

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
	sourcePeople // a noun for people: "officials"
	sourcePaper  // a noun for what is written or counted: "a poll"
	sources
)

var (
	classWeights  = newTable("class", classes, families)
	nextWeights   = newTable("next", nexts, 3)
	shapeWeights  = newTable("shape", shapes, 3)
	sourceWeights = newTable("source", sources, families)
	acceptFlags   = newTable("flag", flagsOfAccept, 4)
	sizeWeights   = newTable("size", 6, families)
	nestWeights   = newTable("nest", nests, families)
	placeWeights  = newTable("place", 4, 3)
	topWeights    = newTable("top", tags, families)
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
	flagLeftQuoted   // “…,” he said: the content before the cue ends with a closing mark
	flagBeforeClause // a finite verb in the content before the cue
	flagAfterClause  // and in that after it, for a cue amid its content
	flagAfterVerb    // which goes on with a verb
	flagSpeaker      // the source is one who is quoted directly
	flagsOfAccept
)

// people are nouns for those who speak.
var people = set(`official spokesman spokeswoman spokesperson aide adviser advisor ally critic opponent supporter voter lawmaker senator
	congressman congresswoman representative leader president minister secretary governor mayor judge justice lawyer attorney
	prosecutor investigator officer police detective soldier general commander expert analyst economist professor scientist
	researcher scholar historian doctor teacher student resident neighbor neighbour witness survivor victim protester activist
	advocate organizer campaigner candidate nominee rival contender challenger politician strategist operative consultant donor
	delegate member chairman chairwoman chair director executive manager founder owner author writer reporter journalist
	editor columnist correspondent host anchor commentator moderator blogger man woman people person friend relative
	brother sister father mother son daughter husband wife couple family parent child children men women kid americans
	democrat republican conservative liberal progressive moderate independent evangelical millennial diplomat envoy
	ambassador negotiator chief head boss employee worker staffer staff source insider observer fan follower believer
	skeptic sceptic pollster respondent majority minority percent crowd audience public nation team camp campaign
	administration government ministry department agency office committee commission council court party union group
	company firm bank association organization organisation institute coalition network newspaper magazine side
	billionaire businessman mogul tycoon celebrity actor actress singer star pastor priest pope bishop rabbi imam
	veteran immigrant refugee citizen taxpayer customer user driver passenger patient nurse farmer miner panel jury
	everyone everybody someone somebody nobody anyone others critics many some most few`)

// papers are nouns for what is written, shown or counted.
var papers = set(`report poll survey study letter email e-mail ad advertisement statement article story data record document memo filing
	transcript tweet post video book editorial column op-ed headline release website site page message text note speech
	lawsuit complaint ruling verdict decision opinion law bill amendment constitution rule policy plan proposal platform
	resolution review analysis audit estimate figure statistic number result finding evidence research paper map chart
	sign banner slogan motto ticket census index forecast projection account log email emails polling`)

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
	switch hl := p.low(head); {
	case people[hl] || people[strings.TrimSuffix(hl, "s")]:
		return sourcePeople
	case papers[hl] || papers[strings.TrimSuffix(hl, "s")]:
		return sourcePaper
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
	column := part
	if h.shape == shapeAround {
		column = 3
	}
	flag := func(f int, on bool) {
		if on {
			to = append(to, acceptFlags.cell(f, column))
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
	if h.family() == familyLeft {
		flag(flagBeforeClause, p.finiteIn(h.before[0], h.before[1]) && !subordinate[p.low(h.before[0])])
		if h.next == nextComma {
			a, b := h.cue[1]+1, p.limit(h.cue[1]+1, p.sentences[p.words[h.anchor].sentence][1], nil)
			flag(flagAfterClause, p.finiteIn(a, b) && !p.is(a, "and", "but", "who", "which", "while", "as"))
			flag(flagAfterVerb, a < b && (p.tag(a) == "AUX" || p.tag(a) == "VERB" && !strings.HasSuffix(p.low(a), "ing")))
		}
	}
	name := p.nameIn(h.source)
	flag(flagSpeaker, name != "" && p.speakers[name])
	flag(flagByAgent, h.shape == shapePassive && filled(h.source))
	flag(flagObject, h.object > 0)
	flag(flagClauseInside, p.finiteIn(h.start, h.limit))
	flag(flagParticle, h.cue[1] > h.anchor+1)
	flag(flagNoTag, p.tag(h.anchor) == "")
	flag(flagFirstInSentence, h.cue[0] == p.sentences[p.words[h.anchor].sentence][0])
	s := p.sentences[p.words[h.anchor].sentence]
	flag(flagQuestion, p.low(s[1]-1) == "?")
	if a, b := h.start, h.limit; a < b && len(h.ends) > 0 {
		to = append(to, topWeights.cell(tagNumbers[p.tag(p.firstHead(a, b))], h.family()))
	}
	to = append(to, nestWeights.cell(h.nested, h.family()), placeWeights.cell(p.placeOf(h.anchor), part))
	to = p.attachFeatures(h, part, to)
	if p.tree != nil {
		c := p.child(h.anchor, "ccomp", "xcomp")
		flag(flagHasClauseChild, c >= 0)
	}
	return to
}

const tags = 18

// tagNumbers are the parts of speech of UD.
var tagNumbers = map[string]int{
	"ADJ": 1, "ADP": 2, "ADV": 3, "AUX": 4, "CCONJ": 5, "DET": 6, "INTJ": 7, "NOUN": 8, "NUM": 9, "PART": 10,
	"PRON": 11, "PROPN": 12, "PUNCT": 13, "SCONJ": 14, "SYM": 15, "VERB": 16, "X": 17,
}

// firstHead is the head of the phrase that begins at word a.
func (p *page) firstHead(a, b int) int {
	if p.tree == nil {
		return a
	}
	return p.top(a, a, b)
}

// placeOf says where in the text a word stands: in the headline, the first
// paragraph, the next three or later.
func (p *page) placeOf(i int) int {
	for n, last := range [...]int{0, 1, 4} {
		if last < len(p.paras) && p.words[i].Start < p.paras[last].End {
			return n
		}
	}
	return 3
}
