package mentions

import (
	"strings"

	"stemma/account"
)

// carve cuts the run of words [first, last) into the names it holds: titles,
// nationalities and words that only begin a sentence are taken away.
//
//	NATO Secretary General Jens Stoltenberg → NATO, (Secretary General) Jens Stoltenberg
//	American Joe Biden                      → (nation) American, Joe Biden
//	However Boeing                          → Boeing
func (d *document) carve(first, last int) []name {
	first = d.trimOpening(first, last)
	for last > first && d.words[last-1].kinds&(stop|particle|given) == stop {
		last--
	}
	if first >= last {
		return nil
	}
	if cut, ok := d.cutNation(first, last); ok {
		all := []name{{first: first, last: cut, form: ByNation, title: first}}
		return append(all, d.carveTitle(cut, last)...)
	}
	return d.carveTitle(first, last)
}

// trimOpening returns where the name begins if the first words of a sentence are
// left out that have a capital only for standing there.
func (d *document) trimOpening(first, last int) int {
	for first < last {
		w := d.words[first]
		switch {
		case w.kinds&stop != 0 && w.kinds&(given|nation) == 0,
			w.kinds&(stop|inside) != 0 && w.kinds&given != 0 && w.opens && d.mid[w.low] == 0,
			w.opens && !d.namelike(first, last):
			first++
			for first < last && d.words[first].kinds&inside != 0 && !d.words[first].capital {
				first++
			}
			continue
		}
		break
	}
	return first
}

// namelike reports whether word i, which opens a sentence and starts the run
// [i, last), is part of a name.
func (d *document) namelike(i, last int) bool {
	w := d.words[i]
	const known = given | nation | people | capital | placeName | organizationName | honorific
	switch {
	case w.tag == "PROPN":
		return true
	case w.upper && len(w.text) > 1:
		return true
	case d.mid[w.low] > 0:
		return d.mid[w.low] >= d.small[w.low] || w.kinds&(known|role|roleModifier) != 0
	case d.small[w.low] > 0:
		return w.kinds&(nation|people|capital) != 0
	case w.kinds&(known|role) != 0:
		return true
	case w.tag != "":
		return false
	}
	if last-i > 1 {
		return w.kinds&(roleModifier|placeBefore|organization) != 0 || d.words[i+1].kinds&(organization|place|event) != 0 || d.at(last).kinds&speech != 0
	}
	next := d.at(i + 1)
	return next.low == "'s" || next.kinds&speech != 0 && !next.capital
}

// cutNation reports whether the run starts with a word for a people that isn't
// part of a name, and where that word ends. It is part of one before a word for
// an organisation, place or event that closes the run ("Russian Navy").
func (d *document) cutNation(first, last int) (int, bool) {
	n := 0
	switch {
	case d.words[first].kinds&people != 0:
		n = 1
	case first+1 < last && look(d.text[d.words[first].Start:d.words[first+1].End], d.low(first, first+2))&people != 0:
		n = 2 // "North Korean"
	default:
		return 0, false
	}
	if d.words[first].kinds&nation != 0 {
		return 0, false
	}
	rest := first + n
	if rest == last {
		return rest, true
	}
	if rest+1 == last && generic[d.words[rest].low] {
		return rest, true // "Russian TV" is any
	}
	end := d.words[last-1].kinds
	heads := organization | place | event
	if end&heads != 0 && end&(role|given) == 0 && d.words[rest].kinds&role == 0 {
		return 0, false
	}
	for i := rest; i < last; i++ {
		if d.words[i].low == "of" && d.words[rest].kinds&heads != 0 {
			return 0, false
		}
	}
	return rest, true
}

// generic are words that with a nationality are still no name.
var generic = map[string]bool{"tv": true, "television": true, "media": true, "press": true, "news": true, "radio": true, "newspaper": true, "magazine": true,
	"company": true, "firm": true, "bank": true, "government": true, "police": true, "cabinet": true, "group": true, "team": true}

// carveTitle cuts titles out of the run [first, last), and cuts a body from the
// organisation it belongs to ("Permanent Council of the | Organization for …").
func (d *document) carveTitle(first, last int) []name {
	if first >= last {
		return nil
	}
	for i := first + 1; i+2 < last; i++ {
		next := i + 1
		if d.words[next].low == "the" {
			next++
		}
		if d.words[i].low == "of" && d.words[next].kinds&organization != 0 && (d.at(next+1).low == "for" || d.at(next+1).low == "of") && next+1 < last {
			return append(d.carveTitle(first, i), d.carveTitle(next, last)...)
		}
	}
	// "Apple Inc. | Steve Jobs", "Air Force | James Roche"
	for i := first + 1; i+1 < last; i++ {
		if d.words[i].kinds&given != 0 && d.words[i-1].kinds&organization != 0 && d.words[i-1].kinds&given == 0 && i-first < 6 && d.personal(i, last) && last-i > 1 {
			return append(d.carveTitle(first, i), d.one(i, last, i)...)
		}
	}
	if end := d.title(first, last); end > first && end+1 < last && (d.words[end].low == "of" || d.words[end].low == "for") && d.words[end].kinds&inside != 0 {
		end++ // "Chief Operating Officer of | AirTran Airways"
		if d.words[end].low == "the" {
			end++
		}
		return d.carveTitle(end, last)
	}
	from, to := d.titles(first, last)
	if from == to {
		return d.one(first, last, first)
	}
	var all []name
	if from > first {
		all = d.one(first, from, first)
	}
	if to < last {
		all = append(all, d.one(to, last, from)...)
	}
	return all
}

// one makes a name of [first, last), unless it is a bare title or nothing that
// names.
func (d *document) one(first, last, title int) []name {
	for first < last && d.words[first].kinds&inside != 0 && !d.words[first].capital {
		first++
	}
	for last > first && d.words[last-1].kinds&inside != 0 && !d.words[last-1].capital {
		last--
	}
	if first >= last || last-first == 1 && len(d.words[first].text) < 2 {
		return nil
	}
	if title == first && d.generic(first, last) {
		return nil
	}
	return []name{{first: first, last: last, form: ByName, title: min(title, first)}}
}

// generic reports whether the words are all words for kinds of things, as in
// "Foreign Minister", "Group", "Club".
func (d *document) generic(first, last int) bool {
	if w := d.words[first]; last-first == 1 && w.low[len(w.low)-1] == 's' && d.mid[w.low] > 1 && d.small[w.low] == 0 && w.kinds&(role|organization|place|event|stop) == role {
		return false // the Chiefs, the Senators
	}
	if w := d.words[first]; last-first == 1 && w.kinds&masthead != 0 && w.capital && d.at(first-1).low == "the" {
		return false // the Times
	}
	for _, w := range d.words[first:last] {
		if w.kinds&(role|roleModifier|honorific|kin|inside) == 0 || w.kinds&(given|placeName|nation|organizationName) != 0 {
			if last-first > 1 || w.kinds&(organization|place|event|placeBefore|roleOf) == 0 || w.kinds&(organizationName|placeName|nation|given) != 0 {
				return false
			}
		}
	}
	return true
}

// titles finds the titles in the run [first, last) that stand before a person's
// name or fill the rest of the run: words [from, to); from == to where none do.
func (d *document) titles(first, last int) (from, to int) {
	for from = first; from < last; from++ {
		if d.words[from].kinds&(role|roleModifier|honorific) == 0 || d.words[from].kinds&given != 0 && d.words[from].kinds&(role|honorific) == 0 {
			continue
		}
		to = d.title(from, last)
		if to == from {
			continue
		}
		if to-from == 1 && d.words[from].kinds&placeName != 0 {
			continue // Queens
		}
		if to == last && from > first && d.several(to-1) && d.words[from-1].kinds&(organization|nation|people) == 0 {
			continue // "Weaver Advisors" is a firm
		}
		if to == last || d.personal(to, last) {
			return from, to
		}
	}
	return first, first
}

// several reports whether word i is a role in the plural.
func (d *document) several(i int) bool {
	w := d.words[i]
	return strings.HasSuffix(w.low, "s") && load().words[w.low]&role == 0
}

// title returns the end of the title that starts at word from, or from.
func (d *document) title(from, last int) int {
	end := from
	for i := from; i < last; i++ {
		k := d.words[i].kinds
		switch {
		case k&honorific != 0 && k&role == 0:
			end = i + 1
			if i+1 < last && d.words[i+1].text == "." {
				end = i + 2
				i++
			}
		case k&role != 0:
			end = i + 1
		case k&roleModifier != 0 && k&given == 0:
		case k&(nation|people) != 0 && i > from: // "Democratic US Senator"
		case d.words[i].low == "and" || d.words[i].low == "-" || d.words[i].text == "/":
		case (d.words[i].low == "of" || d.words[i].low == "for") && i == end:
			behind := d.portfolio(i, last, d.hasKind(from, i, cabinet))
			if behind == i {
				return end
			}
			end = behind
			i = end - 1
		default:
			return end
		}
	}
	return end
}

// portfolio returns the end of what an office is an office of, said by the "of" or
// "for" at word i, or i: a country ("President of Russia"), a known field
// ("Secretary of State"), and of a cabinet's offices all words up to where a
// person's name begins ("Minister of Fish and Game Anna Weiss").
func (d *document) portfolio(i, last int, ofCabinet bool) int {
	end := d.field(i+1, last)
	if end == i+1 && d.at(i+1).kinds&nation != 0 {
		end = i + 2
	}
	for ofCabinet && end > i+1 && end+1 < last && d.words[end].low == "and" {
		more := d.field(end+1, last)
		if more == end+1 {
			break
		}
		end = more
	}
	if !ofCabinet || end > i+1 && (end == last || d.words[end].kinds&inside == 0 && d.personal(end, last)) {
		if end == i+1 {
			return i
		}
		return end
	}
	for j := max(end, i+2); j < min(last-1, i+7); j++ {
		if (d.words[j].kinds&given != 0 || d.personAt(j)) && d.words[j].kinds&(roleOf|roleModifier|organization) == 0 && d.personal(j, last) {
			return j
		}
	}
	if end == i+1 {
		return i
	}
	return end
}

// field returns the end of the longest known field of an office that starts at
// word i, or i: "the Interior", "Foreign Affairs", "National Defence".
func (d *document) field(i, last int) int {
	for n := min(3, last-i); n > 0; n-- {
		if load().words[d.low(i, i+n)]&roleOf != 0 {
			return i + n
		}
	}
	return i
}

// personAt reports whether the model sees a person's name that starts at word i.
func (d *document) personAt(i int) bool {
	for _, g := range d.guessesIn(i, i+1) {
		if g.typ == account.Person && g.first == i {
			return true
		}
	}
	return false
}

// personal reports whether the words [first, last) can be a person's name.
func (d *document) personal(first, last int) bool {
	n := 0
	for _, w := range d.words[first:last] {
		if w.kinds&(organization|place|event|people|nation) != 0 && w.kinds&given == 0 && n > 0 {
			return false
		}
		if w.low == "of" || w.low == "&" || w.low == "for" || !w.letter && w.text != "." && w.text != "-" {
			return false
		}
		n++
	}
	k := d.words[first].kinds
	if last-first == 1 && (k&(organization|event|people|nation|place) != 0 && k&given == 0) {
		return false
	}
	return n <= 6
}
