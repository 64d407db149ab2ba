package quotations

// accepted is the probability from which a hypothesis is returned, be it as a
// doubtful one. Words are measured by F1, for which the best threshold lies far
// below a half.
const accepted = 0.2

// sure is the probability from which an attribution is no longer doubtful, and
// sureAlone that where nobody is named for it.
const (
	sure      = 0.5
	sureAlone = 0.7
)

// indirect finds the attributions outside of direct speech.
func (p *page) indirect(taken []bool) []attribution {
	out := p.headline(taken)
	var features []int
	for _, s := range p.sentences {
		for v := s[0]; v < s[1]; v++ {
			if !taken[v] && p.is(v, "according") && p.is(v+1, "to") {
				if a, ok := p.accordingTo(v, s); ok {
					out = append(out, a)
				}
			}
		}
		first := len(out)
		all := p.hypothesesIn(s, taken)
		for i := 0; i < len(all); {
			best, prob := -1, accepted
			j := i
			for ; j < len(all) && all[j].anchor == all[i].anchor; j++ {
				features = p.acceptFeatures(&all[j], features)
				if v := logistic(p.weights.score(features)); v >= prob {
					best, prob = j, v
				}
			}
			if best >= 0 {
				a := p.settle(&all[best])
				a.doubtful, a.prob = p.doubtful(&all[best], prob), prob
				if n := len(out) - 1; n >= first && len(a.content) > 0 && out[n].cue[1] > a.cue[0] && out[n].cue[0] < a.cue[1] {
					// "made the claim that": one attribution, by its noun or by its verb.
					if a.prob > out[n].prob {
						out[n] = a
					}
				} else if len(a.content) > 0 && !sameStart(out[first:], a) {
					out = append(out, a)
				}
			}
			i = j
		}
	}
	return out
}

// doubtful reports whether an attribution of probability prob is one that an
// account should not rest on: nobody stands for it, or it is improbable and no
// speech of somebody with a name.
func (p *page) doubtful(h *hypothesis, prob float64) bool {
	switch p.sourceKind(h.source) {
	case sourceNone:
		return prob < sureAlone
	case sourceName, sourceHe:
		return prob < sure && h.class&spoken == 0
	}
	return prob < sure
}

// sameStart reports whether a content that begins where a's last piece does has
// its attribution: "said in a statement that" has two words that could cue it,
// and the first does.
func sameStart(all []attribution, a attribution) bool {
	start := a.content[len(a.content)-1][0]
	for _, b := range all[max(0, len(all)-6):] {
		if len(b.content) > 0 && b.content[len(b.content)-1][0] == start {
			return true
		}
	}
	return false
}

// settle gives a hypothesis its content.
func (p *page) settle(h *hypothesis) attribution {
	a := attribution{source: h.source, cue: h.cue, anchor: h.anchor}
	if filled(h.before) {
		a.content = append(a.content, h.before)
	}
	if n := p.bestEnd(h); n >= 0 {
		a.content = append(a.content, [2]int{h.start, p.overQuote(h.ends[n])})
	}
	return a
}

// overQuote is j, or where j lies within a quotation that goes on over the next
// sentences, the end of that.
func (p *page) overQuote(j int) int {
	if j == 0 || j >= len(p.words) || p.words[j].quote < 0 || p.words[j].quote != p.words[j-1].quote {
		return j
	}
	return p.wordsOf(p.words[j].quote)[1]
}

// bestEnd is the index of the end with the highest score, -1 if there is none.
func (p *page) bestEnd(h *hypothesis) int {
	best, most := -1, 0.0
	var features []int
	for n := range h.ends {
		features = p.endFeatures(h, n, features)
		if s := p.weights.score(features); best < 0 || s > most {
			best, most = n, s
		}
	}
	return best
}

// accordingTo takes "According to X, …", "…, according to X" and "…, according to
// X, …".
func (p *page) accordingTo(v int, s [2]int) (attribution, bool) {
	end := s[1]
	for end > v && p.is(end-1, ".", "!", "?") {
		end--
	}
	a := attribution{cue: [2]int{v, v + 2}}
	if v == s[0] {
		i := v + 2
		for i < end && p.low(i) != "," {
			i++
		}
		a.source, a.content = [2]int{v + 2, i}, [][2]int{{i + 1, end}}
		return a, i+1 < end
	}
	x, y := p.subjectAfter(v+2, end)
	rest := y
	if p.low(v-1) == "," {
		if i := p.goesOnAfter(v+2, end); i > v+2 {
			x, y, rest = v+2, i, i
		}
	}
	a.source = [2]int{x, y}
	to := v
	if p.low(to-1) == "," {
		to--
	}
	a.content = [][2]int{{s[0], to}}
	if p.low(v-1) == "," && p.low(rest) == "," && rest+1 < end && p.finiteIn(rest+1, end) && !p.is(rest+1, "who", "which", "but", "while", "and", "whose") {
		a.content = append(a.content, [2]int{rest + 1, end})
	}
	return a, to > s[0] && y > x
}

// goesOnAfter is the comma after the phrase at i, where the sentence that the
// phrase was put into goes on with a verb: "The bridge, according to the council of
// the town, is safe". It returns i where it doesn't.
func (p *page) goesOnAfter(i, end int) int {
	for j := i; j < end; j++ {
		if p.verb(j) && !p.participial(j, i) {
			return i
		}
		if p.low(j) == "," && (p.tag(j+1) == "AUX" || p.tag(j+1) == "VERB" && !p.participial(j+1, i)) {
			return j
		}
	}
	return i
}
