package quotations

// How far a cue reaches. Annotators count more to it than the verb: what leads to
// the verb ("was quick to point out") and often the time and occasion ("said
// Sunday in a statement"). Which of these, a logistic regression over relations and
// small words decides, phrase by phrase outward from the verb.

// reaching is the probability from which a phrase belongs to the cue. Words of
// cues are measured by F1, for which the best threshold is half of what is reached.
const reaching = 0.35

var (
	phraseWeights = newTable("cue-phrase", relations, 4)
	phraseLeads   = newTable("cue-lead", leads, 2)
	phraseSizes   = newTable("cue-size", 6, 2)
	phraseFlags   = newTable("cue-flag", flagsOfPhrase, 2)
	chainWeights  = newTable("cue-chain", chains, 2)
	chainClasses  = newTable("cue-chain-class", classes+1, 1)
)

// Flags of a phrase that may belong to a cue.
const (
	flagPhraseTime   = iota // it says when
	flagMeetsContent        // the content begins right after it
	flagMeetsMark           // a mark stands right after it
	flagPhraseName          // it holds a name
	flagSecond              // another phrase of the cue stands before it
	flagBareLead            // it begins with a noun, without article
	flagsOfPhrase
)

// Signs of a verb or adjective that the cue's verb completes.
const (
	chainVerb = iota
	chainAdjective
	chainNoun
	chainTo
	chainBy
	chainFar
	chainPast
	chainKnown
	chainAny
	chains
)

// A phrase is what may belong to a cue beside its verb: words next to the cue.
type phrase struct {
	words [2]int
	head  int
	left  bool
}

// nextPhrase is the phrase of the cue's word that begins where the cue ends.
func (p *page) nextPhrase(a *attribution) (phrase, bool) {
	i := a.cue[1]
	if p.tree == nil || a.anchor < a.cue[0] || a.anchor >= i || i >= len(p.words) || p.punctuation(i) || p.words[i].quote >= 0 {
		return phrase{}, false
	}
	end := min(p.sentences[p.words[a.anchor].sentence][1], i+reach)
	for _, r := range append(a.content[:len(a.content):len(a.content)], a.source) {
		if r[0] >= i {
			end = min(end, r[0])
		}
	}
	head := p.top(i, i, end)
	if i >= end || p.words[head].head != a.anchor {
		return phrase{}, false
	}
	last := min(p.tree.last[head], end)
	for last > i && p.punctuation(last-1) {
		last--
	}
	return phrase{words: [2]int{i, last}, head: head}, last > i && p.tree.first[head] == i
}

// phraseFeatures describes a phrase after the cue.
func (p *page) phraseFeatures(a *attribution, f phrase, second bool, to []int) []int {
	r := f.words
	side := 0 // the content stands before the cue, or after it
	for _, c := range a.content {
		if c[0] >= r[1] {
			side = 1
		}
	}
	spoken := 0
	if len(a.quotes) > 0 {
		spoken = 2
	}
	to = append(to[:0], phraseWeights.cell(p.relation(f.head), side+spoken), phraseLeads.cell(leading[p.low(r[0])], side), phraseSizes.cell(bucket(r[1]-r[0]), side))
	flag := func(n int, on bool) {
		if on {
			to = append(to, phraseFlags.cell(n, side))
		}
	}
	when, name := false, false
	for i := r[0]; i < r[1]; i++ {
		when = when || timeWord[p.low(i)] || measures[p.low(i)]
		name = name || p.tag(i) == "PROPN" && !timeWord[p.low(i)]
	}
	flag(flagPhraseTime, when)
	flag(flagPhraseName, name)
	for _, c := range a.content {
		flag(flagMeetsContent, c[0] == r[1])
	}
	flag(flagMeetsMark, p.punctuation(r[1]))
	flag(flagSecond, second)
	flag(flagBareLead, p.tag(r[0]) == "NOUN" || p.tag(r[0]) == "PROPN")
	return to
}

// chainOf is what leads to the cue's verb: the verb, adjective or noun that it
// completes, with all between.
func (p *page) chainOf(a *attribution) (phrase, bool) {
	v := a.anchor
	if p.tree == nil || v < a.cue[0] || v >= a.cue[1] {
		return phrase{}, false
	}
	h := p.words[v].head
	switch p.words[v].relation {
	case "xcomp", "advcl", "acl", "ccomp":
	default:
		return phrase{}, false
	}
	lo := max(p.sentences[p.words[v].sentence][0], v-reach)
	if h < lo || h >= a.cue[0] || a.cue[0]-h > 9 || p.low(a.cue[0]-1) != "to" && p.low(a.cue[0]-1) != "by" && p.low(a.cue[0]) != "to" && h != a.cue[0]-1 {
		return phrase{}, false
	}
	for i := h + 1; i < a.cue[0]; i++ {
		if p.punctuation(i) || p.words[i].quote >= 0 {
			return phrase{}, false
		}
	}
	g := h
	for g > lo && (auxiliaries[p.low(g-1)] && p.low(g-1) != "to" || p.adverb(g-1)) {
		g--
	}
	for _, r := range append(a.content[:len(a.content):len(a.content)], a.source) {
		if r[0] < a.cue[0] && r[1] > g {
			return phrase{}, false
		}
	}
	return phrase{words: [2]int{g, a.cue[0]}, head: h, left: true}, true
}

// chainFeatures describes what leads to the cue's verb.
func (p *page) chainFeatures(a *attribution, f phrase, to []int) []int {
	to = to[:0]
	entry := p.words[f.head].entry
	known := b2i(entry != nil && entry.class != 0)
	flag := func(n int, on bool) {
		if on {
			to = append(to, chainWeights.cell(n, known))
		}
	}
	flag(chainAny, true)
	flag(chainVerb, p.tag(f.head) == "VERB")
	flag(chainAdjective, p.tag(f.head) == "ADJ")
	flag(chainNoun, p.tag(f.head) == "NOUN")
	flag(chainTo, p.low(a.cue[0]-1) == "to" || p.low(a.cue[0]) == "to")
	flag(chainBy, p.low(a.cue[0]-1) == "by")
	flag(chainFar, a.cue[0]-f.head > 3)
	flag(chainKnown, p.words[a.anchor].relation == "xcomp")
	if known > 0 {
		for i := range classes {
			if entry.class&(1<<i) != 0 {
				to = append(to, chainClasses.cell(i, 0))
			}
		}
	}
	return to
}

// extend takes to the cue what belongs to it.
func (p *page) extend(a *attribution) {
	if !filled(a.cue) || len(a.content) == 0 {
		return
	}
	var features []int
	if f, ok := p.chainOf(a); ok {
		features = p.chainFeatures(a, f, features)
		if logistic(p.weights.score(features)) >= reaching {
			a.cue[0] = f.words[0]
		}
	}
	for n := range 4 {
		f, ok := p.nextPhrase(a)
		if !ok {
			return
		}
		features = p.phraseFeatures(a, f, n > 0, features)
		if logistic(p.weights.score(features)) < reaching {
			return
		}
		a.cue[1] = f.words[1]
	}
}

// extentExamples lists which phrases people took to the cues that the weights so
// far find.
func extentExamples(p *page, l Lesson) []example {
	all, taken := p.directSpeech()
	all = append(all, p.indirect(taken)...)
	var out []example
	learn := func(features []int, f phrase, cue [][2]int) bool {
		in := 0
		for _, c := range cue {
			in += max(0, min(c[1], f.words[1])-max(c[0], f.words[0]))
		}
		e := example{options: [][]int{features}, right: -1}
		if in*2 > f.words[1]-f.words[0] {
			e.right = 0
		}
		out = append(out, e)
		return e.right == 0
	}
	for i := range all {
		a := &all[i]
		if !filled(a.cue) || a.anchor < a.cue[0] || a.anchor >= a.cue[1] {
			continue
		}
		for _, g := range l.Gold {
			if !overlapsAny(p.words[a.anchor].Span, g.Cue) {
				continue
			}
			var cue [][2]int
			for _, s := range g.Cue {
				end := p.from(s.Start)
				for end < len(p.words) && p.words[end].Start < s.End {
					end++
				}
				cue = append(cue, [2]int{p.from(s.Start), end})
			}
			if f, ok := p.chainOf(a); ok {
				learn(p.chainFeatures(a, f, nil), f, cue)
			}
			for n := range 4 {
				f, ok := p.nextPhrase(a)
				if !ok || !learn(p.phraseFeatures(a, f, n > 0, nil), f, cue) {
					break
				}
				a.cue[1] = f.words[1]
			}
			break
		}
	}
	return out
}
