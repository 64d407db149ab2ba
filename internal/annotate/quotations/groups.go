package quotations

import "strings"

// What may stand within a verb group before its verb.
var auxiliaries = set(`am is are was were be been being 's 're 'm has have had having 've 'd do does did
	will would shall should can could may might must ought wo ca 'll not n't never to cannot`)

// Verbs that take another verb and say little themselves: the group goes on
// over them ("continued to insist").
var catenatives = set(`continue continues continued continuing begin begins began begun start starts started
	try tries tried trying fail fails failed go goes went going appear appears appeared seem seems seemed
	need needs needed manage managed used tend tends tended proceed proceeded come comes came dare
	keep keeps kept stop stopped get gets got help helped`)

var degree = set(`also even still just only once again then now already later repeatedly often always
	really strongly publicly openly all but almost far first further long soon too ever well so very
	quite rather instead thus yet both either neither more most better`)

// Words that a noun phrase can't contain before its head, so that going back
// from a verb for its subject stops there.
var clauseStart = set(`that if whether because although though while when where whereas since unless until
	but or nor so than as after before why how what once and however meanwhile`)

var finiteBe = set(`am is are was were 's 're 'm has have had 've does did do will would can could may might must should shall 'll 'd wo ca cannot`)

var determiners = set(`the a an this that these those his her its their our my your some any no every each all both
	another several many most few such one two three whose`)

var subjects = set(`i you he she it we they who which there that this these those everyone everybody someone
	somebody nobody anyone one others some many most both few several critics`)

var prepositions = set(`of in on at by for with from about against to into over under as between among after
	before during through despite amid since until toward towards than without within across`)

var wh = set(`that whether how why what who whom where when if which whose`)

// set makes a set of the words in s.
func set(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// adverb reports whether the word at i modifies a verb or an adjective.
func (p *page) adverb(i int) bool {
	if p.tag(i) != "" {
		return p.tag(i) == "ADV" || p.low(i) == "not" || p.low(i) == "n't" || p.low(i) == "all"
	}
	l := p.low(i)
	return degree[l] || len(l) > 4 && strings.HasSuffix(l, "ly")
}

// verb reports whether the word at i is used as a verb, as far as is known.
func (p *page) verb(i int) bool {
	switch p.tag(i) {
	case "VERB", "AUX":
		return true
	case "":
		e := p.words[i].entry
		prev := p.low(i - 1)
		if c := p.text[p.words[i].Start]; c >= 'A' && c <= 'Z' && i > p.sentences[p.words[i].sentence][0] && p.words[i-1].quote == p.words[i].quote {
			return false // a name
		}
		if e == nil || e.form == 0 || e.form&^(base|plural) == 0 && e.class&anyNoun != 0 && e.class&anyVerb == 0 {
			return auxiliaries[p.low(i)]
		}
		if determiners[prev] && !subjects[prev] || prepositions[prev] && prev != "to" || prev == "'s" && e.form&(gerund|participle) == 0 {
			return false
		}
		if e.form&plural != 0 || e.form == base {
			return e.form&^plural&^base != 0 && subjects[prev] || prev == "to" || auxiliaries[prev] || subjects[prev]
		}
		return true
	}
	return false
}

// verbGroup is the words [a, b) of the verb at v with its auxiliaries and the
// adverbs between; chained says that the auxiliary "to" or a catenative leads it.
func (p *page) verbGroup(v, lo int) (a, b int) {
	a = v
	for i := v - 1; i >= lo; i-- {
		l := p.low(i)
		switch {
		case l == "to" && i-1 >= lo && !catenatives[p.low(i-1)] && !auxiliaries[p.low(i-1)]:
			return a, v + 1
		case l == "to" && i-1 >= lo && catenatives[p.low(i-1)] && p.words[v].quote == p.words[i].quote:
			a = i
		case auxiliaries[l] && p.tag(i) != "ADP" && p.tag(i) != "NOUN" && l != "to":
			if l == "'s" && p.tag(i) == "PART" {
				return a, v + 1
			}
			a = i
		case p.adverb(i):
			if i == v-1 || a == i+1 {
				a = i
			}
		case catenatives[l] && p.low(i+1) == "to":
			a = i
		default:
			return a, v + 1
		}
	}
	return a, v + 1
}

// passive reports whether the verb at v with group start a is in the passive.
func (p *page) passive(a, v int) bool {
	e := p.words[v].entry
	if e == nil || e.form&participle == 0 {
		return false
	}
	for i := v - 1; i >= a; i-- {
		switch p.low(i) {
		case "am", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "'m", "get", "gets", "got":
			return p.low(i) != "'s" || p.tag(i) == "AUX" || p.tag(i) == ""
		case "has", "have", "had", "having", "'ve":
			return false
		}
	}
	return false
}

// subjectBefore finds the noun phrase that ends at word end (exclusive), going
// back no further than lo: the subject of the verb that begins there. A relative
// clause or an apposition between commas belongs to it.
func (p *page) subjectBefore(end, lo int) (a, b int) {
	i := end - 1
	if i < lo {
		return end, end
	}
	if p.low(i) == "," {
		// "Ann Lee, a lawyer in Rome, said": find the comma that opens the aside.
		for j := i - 1; j > lo; j-- {
			if p.low(j) == "," && p.asideStarts(j+1) {
				a, _ = p.phraseBefore(j, lo)
				if a < j {
					return a, end
				}
			}
			if p.words[j].quote >= 0 || p.low(j) == ";" || i-j > 60 {
				break
			}
		}
		return end, end
	}
	return p.phraseBefore(end, lo)
}

// asideStarts reports whether what begins at i, after a comma, can be an aside
// on the noun before it.
func (p *page) asideStarts(i int) bool {
	l := p.low(i)
	return l == "who" || l == "which" || l == "whose" || l == "a" || l == "an" || l == "the" || l == "one" || l == "both" || l == "now" ||
		p.tag(i) == "NUM" || p.tag(i) == "NOUN" || p.tag(i) == "PROPN" || p.tag(i) == "ADJ" || p.tag(i) == "" && !subjects[l]
}

// phraseBefore goes back from end over one noun phrase with its prepositional
// attributes.
func (p *page) phraseBefore(end, lo int) (a, b int) {
	a = end
	for i := end - 1; i >= lo; i-- {
		l := p.low(i)
		if p.words[i].quote >= 0 && p.words[end-1].quote < 0 {
			break
		}
		if subjects[l] && !determiners[l] {
			if a == end || l == "who" || l == "which" {
				return i, end
			}
			break
		}
		if clauseStart[l] && !(l == "and" && i > lo && a < end && p.nominal(i-1) && !p.clauseAnd(i, end)) || p.punctuation(i) && !p.inName(i) {
			break
		}
		if p.tag(i) == "VERB" || p.tag(i) == "AUX" {
			if p.participial(i, lo) {
				continue
			}
			break
		}
		if p.tag(i) == "" && (auxiliaries[l] && l != "'s" || p.words[i].entry != nil && p.words[i].entry.class&anyVerb != 0 && p.verb(i)) {
			break
		}
		if p.adverb(i) && a == end {
			break
		}
		a = i
	}
	// A preposition at the front belongs to what stands before; so does what it
	// governs up to a second noun phrase, which can't be told without a parse.
	for a < end && (prepositions[p.low(a)] && p.low(a) != "of" || p.adverb(a) && p.tag(a) != "") {
		b := a + 1
		for b < end && !determiners[p.low(b)] && p.tag(b) != "PROPN" && !subjects[p.low(b)] {
			b++
		}
		if b == end {
			break
		}
		a = b
	}
	return a, end
}

// clauseAnd reports whether the "and" at i joins clauses rather than nouns: a
// verb stands before it in the clause.
func (p *page) clauseAnd(i, end int) bool {
	for j := i - 1; j >= 0 && j > i-12; j-- {
		if p.punctuation(j) {
			return false
		}
		if p.tag(j) == "VERB" || p.tag(j) == "AUX" || p.tag(j) == "" && p.verb(j) {
			return true
		}
	}
	return false
}

// participial reports whether the verb form at i is an attribute of a noun:
// "those affected by", "the proposed law".
func (p *page) participial(i, lo int) bool {
	l := p.low(i)
	if i <= lo || !(strings.HasSuffix(l, "ed") || strings.HasSuffix(l, "ing") || strings.HasSuffix(l, "en")) {
		return false
	}
	if determiners[p.low(i-1)] || p.tag(i-1) == "ADJ" || p.words[i].relation == "amod" {
		return true
	}
	return p.low(i+1) == "by" || p.low(i+1) == "in" || p.low(i+1) == "at"
}

// inName reports whether the mark at i is part of a noun phrase: "R-Tenn.",
// "Smith & Sons", brackets.
func (p *page) inName(i int) bool {
	switch p.low(i) {
	case "-", "'", "'s", "&", "(", ")", "/", ".":
		if p.low(i) != "." {
			return true
		}
		if i == 0 || p.words[i-1].End != p.words[i].Start || len(p.low(i-1)) > 3 {
			return false
		}
		c := p.text[p.words[i-1].Start]
		return c >= 'A' && c <= 'Z' && i+1 < len(p.words) && p.words[i+1].sentence == p.words[i].sentence
	}
	return false
}

// nominal reports whether the word at i can stand in a noun phrase.
func (p *page) nominal(i int) bool {
	switch p.tag(i) {
	case "NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM":
		return true
	case "":
		return !p.punctuation(i) && !auxiliaries[p.low(i)] && !prepositions[p.low(i)]
	}
	return false
}

// subjectAfter finds the noun phrase that begins at i, no further than hi: the
// subject of an inverted "said Ann Lee, a lawyer".
func (p *page) subjectAfter(i, hi int) (a, b int) {
	b = i
	for b < hi {
		l := p.low(b)
		if p.words[b].quote >= 0 {
			break
		}
		if l == "," {
			if p.asideStarts(b+1) && b+1 < hi {
				b++
				continue
			}
			break
		}
		if p.punctuation(b) && !p.inName(b) {
			break
		}
		if b > i && (clauseStart[l] && l != "and" || l == "in" && p.tag(b+1) != "PROPN" || l == "on" || l == "at" || l == "during" || l == "after" || timeWord[l]) && !p.ofNounBefore(b, i) {
			break
		}
		b++
	}
	for b > i && p.punctuation(b-1) && !p.inName(b-1) {
		b--
	}
	return i, b
}

// ofNounBefore reports whether the parse has the small word at b introduce what
// belongs to a noun since i, and not to the verb of speech: "director at a museum",
// "who works on trade".
func (p *page) ofNounBefore(b, i int) bool {
	if p.tree == nil || timeWord[p.low(b)] {
		return false
	}
	k := p.words[b].head
	if k <= b || k >= len(p.words) || timeWord[p.low(k)] || occasions[p.low(k)] {
		return false
	}
	return p.words[k].head >= i && p.words[k].head < b
}

var timeWord = set(`monday tuesday wednesday thursday friday saturday sunday yesterday today tonight`)
