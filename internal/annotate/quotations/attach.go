package quotations

// What the parse says of a hypothesis: how the content hangs on the cue, and how
// the cue hangs on the rest. A content that another word governs ("held talks
// for the first time") is rarely the cue's.

// Relations of UD that are told apart here.
const (
	relationNone = iota
	relationRoot
	relationCcomp
	relationXcomp
	relationObj
	relationObl
	relationNmod
	relationAcl
	relationAdvcl
	relationParataxis
	relationSubject
	relationConj
	relationOther
	relations
)

var relationOf = map[string]int{
	"": relationNone, "root": relationRoot, "ccomp": relationCcomp, "xcomp": relationXcomp, "obj": relationObj, "iobj": relationObj,
	"obl": relationObl, "nmod": relationNmod, "acl": relationAcl, "advcl": relationAdvcl, "parataxis": relationParataxis,
	"nsubj": relationSubject, "csubj": relationSubject, "conj": relationConj,
}

// Where a content, or what follows it, hangs.
const (
	onAnchor  = iota
	onCue     // on another word of the cue, or of the source; of what follows: within the content
	elsewhere // on a word that is neither
	onTop     // of what follows an end: on the word by which the content hangs
	above     // of what follows an end: on the word on which the cue hangs
	places
)

var (
	anchorWeights  = newTable("anchor", relations, 3*families)
	contentWeights = newTable("content", relations*places, 3)
	parentWeights  = newTable("parent", classes+1, 4)
	markWeights    = newTable("mark", leads, 3)
	childWeights   = newTable("child", children, 3)
	measureWeights = newTable("measure", 1, 3*families)
	crossWeights   = newTable("crossing", relations*places, families)
)

func (p *page) relation(i int) int {
	if r, ok := relationOf[p.words[i].relation]; ok {
		return r
	}
	return relationOther
}

// top climbs from word i as long as the parse stays within words [a, b).
func (p *page) top(i, a, b int) int {
	for steps := 0; steps < 50; steps++ {
		h := p.words[i].head
		if h < a || h >= b || h == i {
			break
		}
		i = h
	}
	return i
}

// attachment is how the content of h hangs on its cue, by the parse; top is the
// word that it hangs by.
func (p *page) attachment(h *hypothesis) (relation, place, top int) {
	a, b := h.start, h.limit
	if a >= b || len(h.ends) == 0 {
		a, b = h.before[0], h.before[1]
	}
	top = p.top(a, a, b)
	head := p.words[top].head
	place = elsewhere
	switch {
	case head == h.anchor, p.words[h.anchor].head == top && top != h.anchor:
		place = onAnchor
	case h.cue[0] <= head && head < h.cue[1], h.source[0] <= head && head < h.source[1]:
		place = onCue
	}
	return p.relation(top), place, top
}

// attachFeatures describes a hypothesis by the parse.
func (p *page) attachFeatures(h *hypothesis, part int, to []int) []int {
	if p.tree == nil {
		return to
	}
	column := part*families + h.family()
	relation, place, top := p.attachment(h)
	to = append(to, anchorWeights.cell(p.relation(h.anchor), column), contentWeights.cell(relation*places+place, part))
	to = p.aroundFeatures(h, part, to)
	if measures[p.low(top)] || timeWord[p.low(top)] {
		to = append(to, measureWeights.cell(0, column))
	}
	return to
}

// Children of a cue's word that are told apart.
const (
	childSubject = iota
	childObjectName
	childObjectPronoun
	childObjectNoun
	childOblique
	childClause
	childComplement
	childAdverb
	childNone
	children
)

// aroundFeatures describes what the cue's word hangs on, the word that opens its
// clause, and what hangs on it.
func (p *page) aroundFeatures(h *hypothesis, part int, to []int) []int {
	v := h.anchor
	if up := p.words[v].head; up >= 0 {
		how := 3
		switch p.words[v].relation {
		case "xcomp", "ccomp":
			how = 0
		case "acl", "advcl", "obl", "nmod":
			how = 1
		case "conj", "parataxis":
			how = 2
		}
		if e := p.words[up].entry; e != nil && e.class != 0 && how < 3 {
			for i := range classes {
				if e.class&(1<<i) != 0 {
					to = append(to, parentWeights.cell(i, how))
					break
				}
			}
		} else {
			to = append(to, parentWeights.cell(classes, how))
		}
	}
	child := func(n int) { to = append(to, childWeights.cell(n, part)) }
	seen := 0
	for _, c := range p.tree.children[v][:min(len(p.tree.children[v]), 16)] {
		n := -1
		switch p.words[c].relation {
		case "mark", "advmod":
			if c < v {
				to = append(to, markWeights.cell(leading[p.low(c)], part))
			} else {
				n = childAdverb
			}
		case "nsubj":
			n = childSubject
		case "obj", "iobj":
			switch p.tag(c) {
			case "PROPN":
				n = childObjectName
			case "PRON":
				n = childObjectPronoun
			default:
				n = childObjectNoun
			}
		case "obl":
			n = childOblique
		case "advcl":
			n = childClause
		case "ccomp", "xcomp":
			n = childComplement
		}
		if n >= 0 && seen&(1<<n) == 0 {
			child(n)
			seen |= 1 << n
		}
	}
	if seen == 0 {
		child(childNone)
	}
	return to
}

// crossing is how what follows an end at j hangs on what stands before it: on a
// word of the content that begins at h.start, on the cue's word, or elsewhere.
func (p *page) crossing(h *hypothesis, j int) (relation, place int) {
	for j < h.limit-1 && p.punctuation(j) {
		j++
	}
	i := p.top(j, j, len(p.words))
	head := p.words[i].head
	switch {
	case head >= h.start && head == p.top(h.start, h.start, j):
		place = onTop
	case head >= h.start:
		place = onCue
	case head == h.anchor:
		place = onAnchor
	case head >= 0 && head == p.words[h.anchor].head:
		place = above
	default:
		place = elsewhere
	}
	return p.relation(i), place
}

// measures are nouns that say when, how long or how much: "for the first time",
// "for much of the year".
var measures = set(`time times second seconds minute minutes hour hours day days week weeks month months year years decade decades
	century centuries moment period while part much most example instance now morning afternoon evening night weekend
	january february march april june july august september october november december spring summer autumn winter`)
