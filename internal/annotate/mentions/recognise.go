package mentions

import (
	"strings"

	"stemma/account"
)

// A name is the words [first, last) that name something, with what is known of
// it from its words and from around it.
type name struct {
	first, last int
	scores      scores
	form        string // ByName or ByNation
	title       int    // first word of the titles before it in the same run; first if none
}

// recognise finds the names in a document by its capitals: runs of capitalised
// words, carved at titles, nationalities and words that are no names. Where
// capitals tell nothing, in headlines, it looks for the names that the rest of
// the text has shown. Names are in order and don't overlap.
func recognise(d *document) []name {
	var all []name
	for _, s := range d.sentences {
		if s.headline {
			continue
		}
		for i := s.first; i < s.last; {
			if !d.starts(i) {
				i++
				continue
			}
			end := d.run(i, s.last)
			if !d.heading(s, i, end) {
				all = append(all, d.carve(i, end)...)
			}
			i = end
		}
	}
	all = d.fit(d.headlines(all))
	for i := range all {
		all[i].scores = d.guess(all[i])
	}
	return all
}

// heading reports whether the run [first, last) is one word that is all of its
// sentence, as "World" or "Background" above a piece of text, and that nothing
// shows to be a name.
func (d *document) heading(s sentence, first, last int) bool {
	w := d.words[first]
	const known = given | nation | people | capital | placeName | organizationName
	return s.last-s.first == 1 && last-first == 1 && d.mid[w.low] == 0 && !w.upper && w.kinds&known == 0
}

// longestRun bounds the words of a run of capitals, so that a page of nothing but
// capitals takes linear time.
const longestRun = 16

// starts reports whether a run of capitals may start at word i.
func (d *document) starts(i int) bool {
	w := d.words[i]
	if !w.letter || !w.capital || w.kinds&stop != 0 && w.kinds&(nation|given) == 0 {
		return false
	}
	return w.low != "'s"
}

// run returns the end of the run of capitals that starts at word i: capitalised
// words with the small ones that may stand inside a name.
func (d *document) run(i, limit int) int {
	end := i + 1
	for end < min(limit, i+longestRun) {
		next := d.link(i, end, limit)
		if next == 0 {
			break
		}
		end = next
	}
	return end
}

// nickname has the marks that open a nickname within a name, with those that
// close it.
var nickname = map[string]string{"\"": "\"", "“": "”", "'": "'", "‘": "’", "``": "''"}

// link returns the end of the run [first, end) when it is taken on by the word
// at end, or by small words and the one after them; 0 where it ends.
func (d *document) link(first, end, limit int) int {
	w, before := d.words[end], d.words[end-1]
	after := func(i int) bool { // is word i one that goes on a name?
		return i < limit && d.words[i].capital && d.words[i].letter &&
			(d.words[i].kinds&stop == 0 || d.words[i].kinds&given != 0)
	}
	switch {
	case w.low == "'s" || w.low == "'" && d.adjoins(end-1):
		if w.low == "'s" && after(end+1) && d.kindOfHouse(end+1) {
			return end + 2
		}
		if w.low == "'" && strings.HasSuffix(before.low, "s") && after(end+1) && d.kindOfHouse(end+1) {
			return end + 2 // "Railway Workers' Union"
		}
		return 0
	case isNumber(w.text) && len(w.text) <= 3 && d.numbered(first, end):
		return end + 1
	case w.text == "-" || w.text == "–" || w.text == "/":
		if w.text == "-" && d.adjoins(end-1) && d.adjoins(end) && after(end+1) && !d.opposed(end) {
			return end + 2
		}
		return 0
	case w.text == ".":
		if d.adjoins(end-1) && len(before.text) <= 2 && after(end+1) {
			return end + 2
		}
		return 0
	case w.text == "&":
		if after(end + 1) {
			return end + 2
		}
		return 0
	case nickname[w.text] != "":
		// Vincent "The Chin" Gigante
		for close := end + 2; close < min(limit, end+5); close++ {
			if c := d.words[close].text; c == nickname[w.text] || c == w.text {
				if close+1 < limit && d.words[end+1].capital && after(close+1) {
					return close + 2
				}
				break
			}
		}
		return 0
	case w.letter && w.capital && (w.kinds&stop == 0 || w.kinds&given != 0 && before.kinds&given == 0 && !w.opens):
		if w.opens && w.sentence == before.sentence && !d.adjoins(end-1) && d.gap(end-1) {
			return 0
		}
		return end + 1
	case w.kinds&inside == 0:
		return 0
	}
	return d.linkSmall(first, end, limit, after)
}

// linkSmall is link where the word at end is small: a particle, "of", "for",
// "and", "in".
func (d *document) linkSmall(first, end, limit int, after func(int) bool) int {
	w, before := d.words[end], d.words[end-1]
	next := end + 1
	if next < limit && (d.words[next].low == "the" || d.words[next].kinds&particle != 0) && w.kinds&inside != 0 {
		if !d.words[next].capital {
			next++
		}
	}
	if !after(next) {
		return 0
	}
	ofKind := organization | place | placeBefore | event | roleOf
	switch w.low {
	case "of":
		if before.kinds&(ofKind|role) != 0 && before.kinds&given == 0 {
			return next + 1
		}
	case "for":
		if d.hasKind(first, end, organization|cabinet) {
			return next + 1
		}
	case "in", "on":
		if d.hasSmall(first, end, "for") && d.hasKind(first, end, organization) {
			return next + 1
		}
	case "and":
		if d.hasSmall(first, end, "for") && !d.hasKind(first, end, cabinet) || (d.hasSmall(first, end, "of") || d.hasSmall(first, end, "for")) && (d.words[first].kinds&organization != 0 || d.hasKind(first, end, cabinet|role) && d.words[next].kinds&(role|honorific|given) == 0) && before.kinds&(nation|placeName|capital) == 0 || d.topical(first, end, next, limit) {
			return next + 1
		}
	case "the", "le", "les", "y", "e", "et", "und", "zu", "la", "el":
		return 0
	default:
		if w.kinds&particle != 0 && before.kinds&(nation|people|stop) == 0 {
			return next + 1
		}
	}
	return 0
}

// hasSmall reports whether the words [first, last) hold the small word.
func (d *document) hasSmall(first, last int, small string) bool {
	for i := first; i < last; i++ {
		if d.words[i].low == small {
			return true
		}
	}
	return false
}

// hasKind reports whether one of the words [first, last) is of the kind.
func (d *document) hasKind(first, last int, k kinds) bool {
	for _, w := range d.words[first:last] {
		if w.kinds&k != 0 {
			return true
		}
	}
	return false
}

// opposed reports whether the hyphen at i stands between two parties, as in
// "U.S.-Russia talks"; one name of both is the "NATO-Russia Council".
func (d *document) opposed(i int) bool {
	party := func(w word) bool {
		return w.kinds&(nation|people|capital|organizationName) != 0 || w.upper && len(w.text) > 1
	}
	after := d.at(i + 2)
	return party(d.words[i-1]) && party(d.words[i+1]) && !(after.capital && after.kinds&organization != 0)
}

// topical reports whether "and" at end joins two words of one name, as in "Food
// and Drug Administration": what follows runs on to a word for an organisation,
// and what stands before isn't somebody of its own.
func (d *document) topical(first, end, next, limit int) bool {
	before := d.words[end-1]
	if before.kinds&(nation|people|given|capital|placeName|organizationName|organization|suffix|place) != 0 || before.upper {
		return false
	}
	last := next
	for last+1 < limit && last-next < 4 && d.words[last+1].capital && d.words[last+1].letter {
		last++
	}
	return last > next && d.words[last].kinds&organization != 0 && d.words[next].kinds&(given|nation|people|honorific) == 0 &&
		(before.kinds&roleModifier != 0 || d.words[next].kinds&roleModifier != 0 || d.small[before.low] > 0 || d.small[d.words[next].low] > 0)
}

// gap reports whether words i and i+1 are apart by more than a space.
func (d *document) gap(i int) bool {
	return d.words[i+1].Start-d.words[i].End > 1
}

// numbered reports whether the number at word end belongs to the name [first, end):
// a channel's does ("Channel 4"), one that the model sees so, and that of somebody
// who says something or is told it ("told Signal 24 that").
func (d *document) numbered(first, end int) bool {
	if d.words[end-1].kinds&organizationHead != 0 && end-first == 1 {
		return true
	}
	if before, next := d.at(first-1), d.at(end+1); len(d.words[end].text) == 2 && d.words[end-1].kinds&(given|place|placeName) == 0 {
		if before.low == "told" && (next.low == "that" || !next.letter) || next.kinds&speech != 0 && !next.capital && next.tag != "NOUN" {
			return true
		}
	}
	for _, g := range d.guessesIn(end, end+1) {
		if g.typ == account.Organization && g.first < end && g.last == end+1 {
			return true
		}
	}
	return false
}

// kindOfHouse reports whether word i, after "'s", goes on a name: "Doctor's
// Hospital", "McDonald's Corporation".
func (d *document) kindOfHouse(i int) bool {
	w := d.words[i]
	return w.kinds&organization != 0 && w.kinds&role == 0 && d.words[i-2].kinds&(nation|people|capital|placeName|organizationName) == 0 && !d.words[i-2].upper
}
