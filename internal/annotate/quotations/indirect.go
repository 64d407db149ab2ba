package quotations

// indirect finds the attributions outside of direct quotes: each word that can
// cue one, with its subject and what it governs.
func (p *page) indirect(taken []bool) []attribution {
	var out []attribution
	for _, s := range p.sentences {
		for v := s[0]; v < s[1]; v++ {
			if taken[v] {
				continue
			}
			if p.is(v, "according") && p.is(v+1, "to") {
				if a, ok := p.accordingTo(v, s); ok {
					out = append(out, a)
				}
				continue
			}
			e := p.words[v].entry
			if e == nil {
				continue
			}
			c, last := p.classAt(v)
			if c&anyVerb != 0 && p.verb(v) {
				if a, ok := p.verbal(v, last, c&anyVerb, s, taken); ok {
					out = append(out, a)
				}
			} else if c&anyNoun != 0 && !p.verb(v) {
				if a, ok := p.noun(v, last, s); ok {
					out = append(out, a)
				}
			} else if c&anyAdj != 0 && p.tag(v) != "VERB" {
				if a, ok := p.adjective(v, last, s); ok {
					out = append(out, a)
				}
			}
		}
	}
	return out
}

// classAt is the class of the cue at v, with the word after it: particles that
// the lexicon asks for are taken along, the longest first.
func (p *page) classAt(v int) (c class, end int) {
	e := p.words[v].entry
	c, end = e.class, v+1
	for _, l := range e.longer {
		ok := true
		for i, w := range l.words {
			if p.low(v+1+i) != w {
				ok = false
				break
			}
		}
		if ok && v+1+len(l.words) > end {
			c, end = c|l.class, v+1+len(l.words)
		}
	}
	return c, end
}

// verbal takes the attribution of the verb at v whose cue ends at last.
func (p *page) verbal(v, last int, c class, s [2]int, taken []bool) (attribution, bool) {
	g, _ := p.verbGroup(v, s[0])
	for p.adverb(last) && last < s[1] {
		last++
	}
	src, to := p.subjectBefore(g, s[0])
	a := attribution{source: [2]int{src, to}, cue: [2]int{g, last}, form: formIndirect}
	end := s[1]
	for end > last && p.is(end-1, ".", "!", "?") {
		end--
	}
	next := last
	stop := p.clauseEnd(next, end, taken)
	empty := next >= stop
	switch {
	case p.passive(g, v):
		if next < s[1] && p.low(next) == "by" {
			a.cue[1] = next + 1
			x, y := p.subjectAfter(next+1, stop)
			a.source = [2]int{x, y}
			a.content = [][2]int{{src, to}}
			return a, src < to
		}
		a.source = [2]int{}
		a.content = [][2]int{{src, to}}
		if stop > next {
			a.content = append(a.content, [2]int{next, stop})
		}
		return a, src < to && c&(verbBlame|verbAnnounce|verbUrge|verbSay|verbWrite) != 0
	case empty || p.low(next) == ",":
		// "The talks failed, he said."
		if c&(quotative|verbKnow|verbShow) == 0 || src <= s[0]+1 || src == to || p.low(src-1) != "," {
			return a, false
		}
		a.content = [][2]int{{s[0], src - 1}}
		return a, !taken[s[0]]
	case wh[p.low(next)]:
		a.content = [][2]int{{next, stop}}
		return a, true
	case p.low(next) == "to":
		if c&(verbWant|verbUrge|verbVow|verbFeel|verbThink|verbSay) == 0 {
			return a, false
		}
		a.content = [][2]int{{next, stop}}
		return a, true
	}
	// "told reporters that …"
	for i := next; i < stop && i < next+8; i++ {
		if p.low(i) == "that" && i > next && c&(verbSay|verbArgue|verbUrge|verbAnnounce) != 0 {
			a.content = [][2]int{{i, stop}}
			return a, true
		}
		if p.verb(i) || p.punctuation(i) {
			break
		}
	}
	if prepositions[p.low(next)] {
		if c&(verbBlame|verbBack|verbDiscuss|verbFeel|verbAnnounce|verbSay) == 0 {
			return a, false
		}
		if last == v+1 && stop > next+1 {
			a.cue[1], next = next+1, next+1
		}
	}
	a.content = [][2]int{{next, stop}}
	return a, src < to && next < stop
}

// noun takes "his claim that …", "the threat to …".
func (p *page) noun(v, last int, s [2]int) (attribution, bool) {
	end := s[1]
	for end > last && p.is(end-1, ".", "!", "?") {
		end--
	}
	if !p.is(last, "that", "to") || p.low(last) == "to" && p.words[v].entry.class&nounWant == 0 {
		return attribution{}, false
	}
	a := attribution{cue: [2]int{v, last}, content: [][2]int{{last, p.clauseEnd(last, end, nil)}}, form: formIndirect}
	i := v - 1
	for i > s[0] && (p.tag(i) == "ADJ" || p.adverb(i)) {
		i--
	}
	switch {
	case p.is(i, "his", "her", "their", "its", "our", "my", "your"):
		a.source = [2]int{i, i + 1}
	case p.is(i, "'s", "'"):
		x, _ := p.phraseBefore(i, s[0])
		a.source = [2]int{x, i + 1}
	default:
		return a, false
	}
	a.cue[0] = i + 1
	return a, true
}

// adjective takes "he is confident that …".
func (p *page) adjective(v, last int, s [2]int) (attribution, bool) {
	g := v
	for g > s[0] && (auxiliaries[p.low(g-1)] || p.adverb(g-1)) {
		g--
	}
	if g == v || !p.is(last, "that", "to") && last == v+1 && !prepositions[p.low(last)] {
		return attribution{}, false
	}
	src, to := p.subjectBefore(g, s[0])
	end := s[1]
	for end > last && p.is(end-1, ".", "!", "?") {
		end--
	}
	next := last
	if last == v+1 && prepositions[p.low(next)] && p.low(next) != "to" {
		last, next = last+1, next+1
	}
	stop := p.clauseEnd(next, end, nil)
	a := attribution{source: [2]int{src, to}, cue: [2]int{g, last}, content: [][2]int{{next, stop}}, form: formIndirect}
	return a, src < to && next < stop
}

// accordingTo takes "According to X, …" and "…, according to X".
func (p *page) accordingTo(v int, s [2]int) (attribution, bool) {
	end := s[1]
	for end > v && p.is(end-1, ".", "!", "?") {
		end--
	}
	a := attribution{cue: [2]int{v, v + 2}, form: formIndirect}
	if v == s[0] {
		i := v + 2
		for i < end && p.low(i) != "," {
			i++
		}
		a.source, a.content = [2]int{v + 2, i}, [][2]int{{i + 1, end}}
		return a, i+1 < end
	}
	x, y := p.subjectAfter(v+2, end)
	a.source = [2]int{x, y}
	to := v
	if p.low(to-1) == "," {
		to--
	}
	a.content = [][2]int{{s[0], to}}
	return a, to > s[0] && y > x
}

// clauseEnd is where the clause from i ends at the latest: before words that
// open a clause of the sentence above it.
func (p *page) clauseEnd(i, end int, taken []bool) int {
	for j := i + 1; j < end; j++ {
		if p.words[j].quote >= 0 {
			continue
		}
		switch l := p.low(j); {
		case l == ";":
			return j
		case l == ",":
			next := j + 1
			if p.is(next, "and", "but") {
				next++
			}
			if next >= end {
				return j
			}
			e := p.words[next].entry
			if p.is(j+1, "but", "although", "though", "while", "whereas") || p.is(next, "according") ||
				e != nil && e.class&anyVerb != 0 && e.form&gerund != 0 && p.verb(next) {
				return j
			}
		case l == "according" && p.low(j+1) == "to":
			return j
		}
	}
	return end
}
