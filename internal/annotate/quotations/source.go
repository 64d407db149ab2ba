package quotations

// Where a candidate for a source is from.
const (
	fromNowhere       = iota // there is no source
	fromParse                // the subject by the parse
	fromParseBorrowed        // the subject of a verb that this one hangs on
	fromBefore               // the noun phrase that ends where the cue begins
	fromBoth                 // the parse and going back agree
	fromFirst                // the subject of the sentence's first verb
	origins
)

var (
	originWeights = newTable("origin", origins, 4)
	originFlags   = newTable("origin-flag", flagsOfSource, 2)
	originKinds   = newTable("origin-kind", sources, 2)
)

// Flags of a source.
const (
	flagAdjacent     = iota // it ends right before the cue
	flagVerbIn              // a finite verb stands in it
	flagLong                // more than ten words
	flagWholeLeft           // it begins where the sentence does
	flagAfter               // it stands after the cue
	flagFar                 // more than ten words before the cue
	flagOddStart            // it begins with a mark or a conjunction
	flagInside              // the parse has a longer phrase without a comma or a verb
	flagStartsInside        // the parse's phrase begins earlier
	flagAside               // it holds a comma
	flagVeryLong            // more than twenty words
	flagLoose               // two of its words hang on words outside of it
	flagVeryLoose           // more than two do
	flagsOfSource
)

// A candidate is a source that a cue may have.
type candidate struct {
	words  [2]int
	origin int
}

// candidates lists the sources that the verb at v may have, whose group begins
// at g. The empty one is always the last.
func (p *page) candidates(v, g, lo int) []candidate {
	var out []candidate
	add := func(a, b, origin int) {
		for a < b && (p.punctuation(a) && !p.inName(a) || p.is(a, "but", "and", "that", "because", "while", "although", "when", "if", "after", "as")) {
			a++
		}
		if a >= b || a < lo || p.onlyTime(a, b) {
			return
		}
		for i := min(b-1, a+12); i > a; i-- {
			if p.is(i, "-", "–", "—", "--") && p.low(i-1) == ")" {
				a = i + 1 // after a dateline
				break
			}
		}
		if a >= b {
			return
		}
		for i := a; i < b; i++ {
			if p.is(i, ":", ";") {
				return // more than a phrase
			}
		}
		for i := range out {
			if out[i].words == [2]int{a, b} {
				if out[i].origin == fromParse && origin == fromBefore {
					out[i].origin = fromBoth
				}
				return
			}
		}
		out = append(out, candidate{[2]int{a, b}, origin})
	}
	if p.tree != nil {
		if s := p.subjectOf(v); s >= 0 {
			a, b := p.tree.first[s], p.tree.last[s]
			origin := fromParse
			if p.words[s].head != v {
				origin = fromParseBorrowed
			}
			if a < v && b > g {
				b = g
				for b > a && (p.punctuation(b-1) || p.is(b-1, "that", "who", "which")) {
					b--
				}
			}
			add(a, b, origin)
		}
	}
	if a, b := p.subjectBefore(g, lo); a < b {
		add(a, b, fromBefore)
	}
	for i := lo; i < g; i++ {
		if p.words[i].quote < 0 && (p.tag(i) == "VERB" || p.tag(i) == "AUX" || p.tag(i) == "" && p.verb(i)) {
			f, _ := p.verbGroup(i, lo)
			if a, b := p.subjectBefore(f, lo); a < b {
				add(a, b, fromFirst)
			}
			break
		}
	}
	return append(out, candidate{[2]int{g, g}, fromNowhere})
}

// onlyTime reports whether the words [a, b) say no more than when: "last month".
func (p *page) onlyTime(a, b int) bool {
	l := p.low(b - 1)
	return b-a <= 3 && (timeWord[l] || p.is(b-1, "week", "month", "year", "morning", "night", "evening", "afternoon", "weekend")) && (b-a == 1 || p.is(a, "last", "this", "next", "that", "earlier", "late", "on"))
}

// posture is the verb's form as far as it tells whether it has a subject of its
// own: finite, gerund, infinitive or other.
func (p *page) posture(v, g int) int {
	e := p.words[v].entry
	switch {
	case e != nil && g == v && e.form&gerund != 0:
		return 1
	case p.low(g-1) == "to" || p.low(g) == "to":
		return 2
	case p.is(g-1, ",", "and", "but", "or"):
		return 3
	}
	return 0
}

// sourceFeatures describes one candidate.
func (p *page) sourceFeatures(c candidate, v, g, lo int, to []int) []int {
	posture := p.posture(v, g)
	to = append(to[:0], originWeights.cell(c.origin, posture))
	if c.origin == fromNowhere {
		return to
	}
	r := c.words
	own := b2i(posture == 0)
	flag := func(f int, on bool) {
		if on {
			to = append(to, originFlags.cell(f, own))
		}
	}
	flag(flagAdjacent, r[1] == g)
	flag(flagVerbIn, p.finiteIn(r[0]+1, r[1]))
	flag(flagLong, r[1]-r[0] > 10)
	flag(flagWholeLeft, r[0] == lo)
	flag(flagAfter, r[0] > v)
	flag(flagFar, g-r[1] > 10)
	flag(flagOddStart, p.adverb(r[0]) || prepositions[p.low(r[0])])
	if s := p.subjectOf(v); p.tree != nil && s >= 0 && r[0] <= s && s < r[1] {
		a, b := p.tree.first[s], min(p.tree.last[s], g)
		plain := a < b && b-a <= 14
		for i := a; plain && i < b; i++ {
			plain = p.words[i].quote < 0 && (!p.punctuation(i) || p.inName(i)) && !finiteBe[p.low(i)]
		}
		flag(flagInside, plain && (a < r[0] || b > r[1]))
		flag(flagStartsInside, a < r[0])
	}
	flag(flagVeryLong, r[1]-r[0] > 20)
	aside, out := false, 0
	for i := r[0]; i < r[1]; i++ {
		aside = aside || p.low(i) == ","
		if h := p.words[i].head; p.tree != nil && (h < r[0] || h >= r[1]) && !p.punctuation(i) {
			out++
		}
	}
	flag(flagAside, aside)
	flag(flagLoose, out == 2)
	flag(flagVeryLoose, out > 2)
	return append(to, originKinds.cell(p.sourceKind(r), own))
}

// sourceOf is the source of the verb at v whose group begins at g. borrow says
// that it is another verb's.
func (p *page) sourceOf(v, g, lo int) (source [2]int, borrow bool) {
	all := p.candidates(v, g, lo)
	w := p.weights
	best, most := 0, 0.0
	var features []int
	for i, c := range all {
		features = p.sourceFeatures(c, v, g, lo, features)
		if s := w.score(features); i == 0 || s > most {
			best, most = i, s
		}
	}
	c := all[best]
	if c.origin == fromNowhere {
		return [2]int{}, true
	}
	return c.words, c.origin == fromParseBorrowed || c.origin == fromFirst
}
