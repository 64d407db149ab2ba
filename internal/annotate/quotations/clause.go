package quotations

// Where the clause that a cue leads to begins and ends.

// closesCue reports whether the word at i, right after the verb at v, is an adverb
// of that verb rather than of what follows: "said again", but not "explained why".
func (p *page) closesCue(i, v int) bool {
	if !p.adverb(i) || p.words[i].quote >= 0 || wh[p.low(i)] || p.is(i, "so", "then", "about") {
		return false
	}
	return p.tree == nil || p.words[i].head == v
}

// clauseAt reports whether the parse has a clause that completes the word at v
// begin at i, before its own subject.
func (p *page) clauseAt(v, i int) bool {
	c := p.child(v, "ccomp")
	return c > i && p.tree.first[c] == i && p.child(c, "nsubj") >= i
}

// clauseAfter is the start of the clause that completes the verb at v by the parse,
// where no more than the one who is told, the time and the place stand before it:
// "told a meeting in Rome, New York, on Monday that". It returns i where there is
// none.
func (p *page) clauseAfter(v, i, limit int, c class) int {
	if p.tree == nil {
		return i
	}
	clause := -1
	for _, k := range p.tree.children[v] {
		switch r := p.words[k].relation; {
		case k < i:
		case r == "ccomp" || r == "xcomp" && p.low(p.tree.first[k]) == "to" && c&(verbVow|verbWant) != 0:
			if clause < 0 {
				clause = k
			}
		case clause < 0 && r == "obj" && c&verbTell == 0:
			return i // "made the case that": the noun's
		}
	}
	if clause < 0 {
		return i
	}
	start := p.tree.first[clause]
	if start <= i || start >= limit {
		return i
	}
	for j := i; j < start; j++ {
		if p.words[j].quote >= 0 || p.verb(j) && !p.participial(j, i) {
			return i
		}
	}
	if p.is(start, "that", "whether", "if", "how", "why", "what", "to") || c&verbTell != 0 {
		return start
	}
	return i
}

// overReporter goes over the one who is told and the one who reports it, between
// commas: "told a radio, an agency reported, that". It returns i where nobody does.
func (p *page) overReporter(i, limit int) int {
	first := -1
	for j := i; j+1 < limit && j < i+20; j++ {
		switch {
		case p.words[j].quote >= 0:
			return i
		case p.low(j) != ",":
			if first < 0 && p.verb(j) {
				return i
			}
		case first < 0:
			first = j
		case p.low(j+1) == "that" && p.cueIn(j-1, j):
			return j + 1
		default:
			return i
		}
	}
	return i
}

// overMeasure goes over "for years", "for much of the past decade" to a "that"; it
// returns i where there is none.
func (p *page) overMeasure(i, limit int) int {
	measured := false
	for j := i; j < limit && j < i+12; j++ {
		switch {
		case p.low(j) == "that" && measured:
			return j
		case p.verb(j) || p.punctuation(j) || clauseStart[p.low(j)]:
			return i
		}
		measured = measured || measures[p.low(j)]
	}
	return i
}

// tellsClause reports whether the one who is told stands at i, and what he is told
// after that: in "Last week, Ann Lee told reporters that" nothing is said before.
func (p *page) tellsClause(i, limit int) bool {
	j := p.skipObject(i, limit)
	return j > i && (p.nextKind(j, limit) == nextThat || p.nextKind(j, limit) == nextWh)
}

// clauseOver is the start of the clause with "that" which completes the word at v
// from beyond a phrase between them; i where there is none.
func (p *page) clauseOver(v, i, limit int) int {
	c := p.child(v, "ccomp", "csubj")
	if c < 0 {
		return p.overMeasure(i, limit)
	}
	if p.tree.first[c] <= i || p.tree.first[c] >= limit || p.low(p.tree.first[c]) != "that" {
		return i
	}
	return p.tree.first[c]
}

// overAside goes over the time and occasion of speech: "said Thursday in a
// televised statement that", "wrote on Monday that". It returns i where no
// content follows them.
func (p *page) overAside(i, limit int) int {
	j := i
	for j < limit && j < i+14 {
		l := p.low(j)
		switch {
		case p.words[j].quote >= 0 || p.verb(j) && !p.participial(j, i):
			return i
		case l == "that" || j > i && (l == "whether" || l == "how"):
			return j
		case timeWord[l]:
			j++
			if k := p.nextKind(j, limit); k != nextPreposition && k != nextPlace && k != nextComma && k != nextEnd && k != nextThat && k != nextOther && k != nextAdjective {
				return j
			}
			continue
		case j == i && !prepositions[l] && !p.adverb(j), l == "of" && j == i, p.punctuation(j) && !p.inName(j), clauseStart[l]:
			return i
		}
		j++
	}
	return i
}

// skipObject goes over the one who is told: "told reporters that", "asked him
// whether", "urged them to". It returns i where there is nobody.
func (p *page) skipObject(i, limit int) int {
	for j := i; j < limit && j < i+14; j++ {
		if j > i && p.is(j, "that", "whether", "how", "why", "to", "what") && p.tag(j) != "PRON" && p.words[j].quote < 0 {
			if p.low(j) == "to" && (p.tag(j+1) == "DET" || p.tag(j+1) == "PROPN" || p.tag(j+1) == "NOUN" || p.tag(j+1) == "PRON") {
				return i
			}
			return j
		}
		if p.words[j].quote >= 0 {
			return i
		}
		if p.verb(j) || p.punctuation(j) && !p.inName(j) || clauseStart[p.low(j)] {
			return i
		}
	}
	return i
}

// finiteIn reports whether a finite verb stands in [i, end) before any mark: what
// follows the cue is a clause.
func (p *page) finiteIn(i, end int) bool {
	for j := i; j < end && j < i+25; j++ {
		l := p.low(j)
		if j > i && (p.is(j, "who", "which", "that", "whose") || l == "," || l == ";") {
			return false
		}
		if p.words[j].quote >= 0 {
			continue
		}
		if finiteBe[l] && p.tag(j) != "PART" && p.tag(j) != "NOUN" {
			return true
		}
		if p.tag(j) == "VERB" && p.low(j-1) != "to" && j > i && len(l) > 2 && l[len(l)-2:] != "ng" && !p.participial(j, i) {
			return true
		}
	}
	return false
}

// limit is the end of what a cue before i can govern: the sentence's, or where
// direct speech begins that has a cue of its own.
func (p *page) limit(i, end int, taken []bool) int {
	for j := i; j < end; j++ {
		if taken != nil && taken[j] && p.words[j].quote >= 0 && p.before(p.words[j].quote) != "w" {
			return j
		}
	}
	return end
}
