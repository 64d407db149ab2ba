package mentions

import (
	"strings"

	"stemma/account"
)

// scores weigh how much speaks for each type of entity.
type scores struct{ person, organization, place, other float64 }

func (s *scores) add(t scores) {
	s.person += t.person
	s.organization += t.organization
	s.place += t.place
	s.other += t.other
}

// best returns the type with the highest score; the earlier of equals in the
// order organisation, person, place, other.
func (s scores) best() string {
	t, most := account.Organization, s.organization
	if s.person > most {
		t, most = account.Person, s.person
	}
	if s.place > most {
		t, most = account.Place, s.place
	}
	if s.other > most {
		t = account.Other
	}
	return t
}

// guess weighs the types of a name by its own words and by those beside it. The
// weights were set by hand and checked on annotated text: what names a type
// outright (a title, "Inc", a country) outweighs any hints around it.
func (d *document) guess(n name) scores {
	if n.form == ByNation {
		return scores{place: 1}
	}
	var s scores
	s.add(d.guessInside(n))
	s.add(d.guessAround(n))
	s.add(d.guessModel(n))
	return s
}

func (d *document) guessInside(n name) scores {
	var s scores
	first, last := d.words[n.first], d.words[n.last-1]
	whole := look(d.text[first.Start:last.End], d.low(n.first, n.last))
	length := n.last - n.first
	switch {
	case whole&organizationName != 0:
		s.organization += 5
	case whole&nation != 0:
		s.place += 6
	case whole&(capital|placeName) != 0:
		s.place += 5
	}
	if n.title < n.first {
		s.person += 4
	}
	plain := true
	for i := n.first; i < n.last; i++ {
		w := d.words[i]
		switch {
		case w.low == "&":
			s.organization += 3
		case w.low == "of" || w.low == "for":
			s.organization++
			plain = false
		case w.kinds&organization != 0 && w.kinds&given == 0 && whole&(placeName|nation) == 0:
			s.organization += 2
			plain = false
		case w.kinds&(place|event) != 0 && w.kinds&given == 0 && length > 1:
			plain = false
		}
	}
	if length > 1 {
		switch {
		case last.kinds&organization != 0 && whole&(placeName|nation) == 0:
			s.organization += 2
		case last.kinds&place != 0:
			s.place += 3.5
		case first.kinds&placeBefore != 0 && d.words[n.first+1].low == "of": // "Gulf of Aden"
			s.place += 4
		case last.kinds&event != 0:
			s.other += 4
		case last.kinds&suffix != 0:
			s.person += 3
		}
		if first.kinds&organizationHead != 0 && first.kinds&given == 0 && last.kinds&place == 0 && whole&(placeName|nation) == 0 {
			s.organization += 4
			plain = false
		}
		if first.kinds&given != 0 && plain {
			s.person += 2.5
		}
		if first.kinds&placeBefore != 0 && first.kinds&given == 0 && plain {
			s.place++
		}
		if plain && length <= 3 && whole == 0 && (first.kinds&placeBefore == 0 || first.kinds&given != 0) {
			s.person++
		}
		if first.kinds&people != 0 {
			s.organization++
		}
		if _, ok := d.team(n.first, n.last); ok {
			s.organization += 4
		}
	} else {
		switch {
		case first.upper && len(first.text) >= 2 && len(first.text) <= 6 && whole == 0:
			s.organization += 2
		case first.kinds&given != 0 && whole&(nation|capital|placeName) == 0:
			s.person += 1.5
		case whole&event != 0:
			s.other++
		}
	}
	return s
}

// team reports whether the words are a place and a word in the plural, as the
// names of teams are: "Los Angeles Angels", "Boston Red Sox"; and where the second
// part starts.
func (d *document) team(first, last int) (int, bool) {
	w := d.words[last-1]
	if !strings.HasSuffix(w.low, "s") && !strings.HasSuffix(w.low, "ox") || w.kinds&(place|placeName|event|given|nation) != 0 {
		return 0, false
	}
	for i := min(last-1, first+3); i > first; i-- {
		if k := look(d.text[d.words[first].Start:d.words[i-1].End], d.low(first, i)); k&(placeName|capital) != 0 {
			return i, true
		}
	}
	return 0, false
}

func (d *document) guessAround(n name) scores {
	var s scores
	before, after := d.at(n.title-1), d.at(n.last)
	here := d.words[n.first].sentence
	if before.sentence == here {
		switch {
		case before.kinds&role != 0 && !before.capital:
			s.person += 3
		case before.kinds&kin != 0:
			s.person += 2
		case before.kinds&outfit != 0 && !before.capital:
			s.organization += 2
			if d.at(n.title-2).low == "the" {
				s.organization += 2 // "the agency X"
			}
		case before.low == "the":
			s.organization += .7
			s.person -= 2
		case before.low == "in":
			s.place += 2
		case before.low == "at" || before.low == "near" || before.low == "outside" || before.low == "across":
			s.place += 1
		case before.low == "from" || before.low == "to":
			s.place += .5
		case before.low == "of" && d.at(n.title-2).kinds&place != 0:
			s.place += 3
		}
	}
	s.add(d.guessLine(n))
	if after.sentence != here {
		return s
	}
	if before.text == "," && (after.low == "reported" || after.low == "reports") && d.words[n.first].kinds&given == 0 && n.title == n.first {
		s.organization += 3 // ", Northwire reported": people say, media report
		s.person--
	}
	next := d.at(n.last + 1)
	if p := d.outfitOf(n); p.head >= n.last {
		s.organization += 3
	}
	switch {
	case after.kinds&place != 0 && after.kinds&(outfit|govern|speech) == 0 && !after.capital && n.last-n.first == 1:
		s.place++
	case after.kinds&speech != 0 && !after.capital:
		s.person++
		s.organization += .3
	case after.low == "who":
		s.person += 2
	case after.text == ",":
		end := d.at(n.last + 2)
		switch {
		case isNumber(next.text) && len(next.text) == 2 && (end.text == "," || end.text == "."):
			s.person += 3
		case next.kinds&(nation|placeName) != 0 && next.capital:
			s.place += 2.5
		case next.low == "who":
			s.person += 3
		case d.describesPerson(n.last + 1):
			s.person += 2
		}
	case after.text == "(" && next.upper && len(next.text) > 1:
		s.organization++
	}
	return s
}

// guessLine weighs the types of names in the lines that news has about itself: the
// place of a dateline ("TAVISK, June 3 (Reuters) -"), and an agency in brackets or
// behind "Source:".
func (d *document) guessLine(n name) scores {
	before, after := d.at(n.first-1), d.at(n.last)
	s := d.sentences[d.words[n.first].sentence]
	switch {
	case before.text == "(" && after.text == ")" && n.form == ByName:
		next := d.at(n.last + 1)
		if dash(next) || n.last+1 >= s.last && n.first-1 == s.first || n.last+1 >= s.last && d.at(n.first-2).text == "." {
			return scores{organization: 3.5}
		}
	case before.text == ":" && credits[d.at(n.first-2).low]:
		return scores{organization: 3}
	case n.first == s.first && d.words[n.first].upper && len(d.words[n.first].text) > 3:
		if n.last == s.last || after.text == "." && n.last+1 == s.last {
			return scores{place: 4}
		}
		for i := n.last; i < min(s.last, n.last+10); i++ {
			if d.words[i].text == ")" && dash(d.at(i+1)) || i == n.last && dash(d.words[i]) {
				return scores{place: 4}
			}
		}
	}
	return scores{}
}

// credits are words that with a colon behind them say where a report is from.
var credits = map[string]bool{"source": true, "sources": true, "from": true, "via": true, "outlet": true}

func dash(w word) bool {
	return w.text == "-" || w.text == "–" || w.text == "—" || w.text == "--"
}

// describesPerson reports whether a role begins at word i: "a former minister",
// "Poland's foreign minister", "deputy defense minister".
func (d *document) describesPerson(i int) bool {
	for j := i; j < i+6; j++ {
		w := d.at(j)
		switch {
		case w.sentence != d.at(i).sentence:
			return false
		case w.kinds&role != 0:
			return true
		case w.letter && (w.capital || w.kinds&roleModifier != 0 || w.low == "a" || w.low == "an" || w.low == "the" || w.low == "'s"), w.text == "-":
		default:
			return false
		}
	}
	return false
}

// isNumber reports whether s is all digits.
func isNumber(s string) bool {
	for _, r := range s {
		if r < '0' || '9' < r {
			return false
		}
	}
	return s != ""
}
