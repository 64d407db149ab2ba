package mentions

import (
	"slices"

	"stemma/account"
)

// A post is the words [first, last) that give somebody an office or a title,
// with the word that heads them.
type post struct {
	first, last, head int
}

// roles finds the offices that the text gives its people: titles before a name
// ("Deputy Foreign Minister Sergei Ryabkov", "Kremlin spokesman Dmitri Peskov"),
// appositions before it ("the ministry's spokesman, Ivan Petrov") and after it
// ("Alexander Fomin, deputy defense minister who …").
func (d *document) roles(all []name, chains []*chain) {
	owner := make([]int, len(d.words)) // 1 + the index of the name a word belongs to, with its titles
	for i, n := range all {
		for j := n.title; j < n.last; j++ {
			owner[j] = i + 1
		}
	}
	shared := d.sharedTitles(all)
	for _, c := range chains {
		for _, i := range c.names {
			n := all[i]
			switch {
			case c.typ == account.Person:
				c.give(d.titleOf(n), shared[i], d.postBefore(n, owner), d.postAfter(n, owner))
			case c.typ == account.Organization && n.form == ByName:
				c.give(d.outfitBefore(n, owner), d.outfitOf(n))
			}
		}
	}
}

// give adds the posts that aren't empty. They come in order of the names, so that
// one that two names share stands among the last.
func (c *chain) give(posts ...post) {
	for _, p := range posts {
		if p.first < p.last && !slices.Contains(c.posts[max(0, len(c.posts)-4):], p) {
			c.posts = append(c.posts, p)
		}
	}
}

// sharedTitles finds titles in the plural that several names have, by the index of
// each name after the first: "Presidents Petrov and Weaver".
func (d *document) sharedTitles(all []name) map[int]post {
	shared := map[int]post{}
	var p post
	for i, n := range all {
		if i > 0 && p.first < p.last && n.title == n.first && n.first == all[i-1].last+1 &&
			(d.words[n.first-1].low == "and" || d.words[n.first-1].text == ",") {
			shared[i] = p
			continue
		}
		if p = d.titleOf(n); p.first < p.last && !d.several(p.head) {
			p = post{}
		}
	}
	return shared
}

// titleOf is the title that stands in one run of capitals with the name, with an
// organisation or place before it in the same run ("EU Foreign Minister"). Mere
// forms of address ("Mr") are no office.
func (d *document) titleOf(n name) post {
	last := n.first
	head := -1
	for i := n.title; i < n.first; i++ {
		if d.words[i].kinds&role != 0 {
			head = i
		}
	}
	if head < 0 {
		return post{}
	}
	first := n.title
	for first < last && (d.words[first].kinds&people != 0 || d.words[first].kinds&honorific != 0 && d.words[first].kinds&role == 0) {
		first++
	}
	return post{d.extendLeft(first, head), last, head}
}

// extendLeft takes in the words before the title at first that qualify it: "ruling
// party", "Kremlin", "Democratic US"; not nationalities that stand first, nor
// owners ("Russia's").
func (d *document) extendLeft(first, head int) int {
	start := first
	here := d.words[head].sentence
	for i := first - 1; i >= 0 && first-i <= 6; i-- {
		w := d.words[i]
		if w.sentence != here {
			break
		}
		switch {
		case w.text == "-" && i > 0 && d.adjoins(i-1) && d.adjoins(i):
			continue
		case w.kinds&(stop|grammar|inside|speech) != 0 && w.kinds&roleModifier == 0, !w.letter, w.low == "'s":
			return d.dropNation(start, first)
		case w.kinds&(roleModifier|role|organization|organizationName|people|nation) != 0 || w.upper || w.capital && !w.opens || adjective(w):
			start = i
			continue
		}
		break
	}
	return d.dropNation(start, first)
}

// dropNation leaves out a nationality that stands first.
func (d *document) dropNation(start, first int) int {
	for start < first && d.words[start].kinds&(people|nation|grammar) != 0 && d.words[start].kinds&organizationName == 0 {
		start++
		if start < first && d.words[start].text == "-" {
			start++
		}
	}
	return start
}

// adjective reports whether a small word may qualify an office: the tagger says
// so, or it is made of two by a hyphen.
func adjective(w word) bool {
	return w.tag == "ADJ" || w.tag == "PROPN"
}

// postBefore is the office in small letters before the name: directly ("foreign
// minister Sergei Lavrov") or apart by a comma, with what it is an office of
// ("representative to the OSCE, Alexander Lukashevich").
func (d *document) postBefore(n name, owner []int) post {
	i := n.title - 1
	here := d.words[n.first].sentence
	comma := d.at(i).text == "," && d.at(i).sentence == here
	if comma {
		i--
	}
	if d.at(i).sentence != here {
		return post{}
	}
	w := d.words[i]
	if w.kinds&role != 0 && owner[i] == 0 && (!w.capital || comma) {
		return post{d.extendLeft(i, i), i + 1, i}
	}
	if !comma {
		return d.cabinetBefore(i, owner)
	}
	// "representative to the OSCE,": the office stands before the complement.
	for j := i; j > 0 && i-j < 6; j-- {
		c := d.words[j]
		if c.sentence != here || !c.letter && c.text != "-" || c.kinds&speech != 0 {
			return post{}
		}
		h := d.words[j-1]
		if (c.low == "to" || c.low == "of" || c.low == "for" || c.low == "at" || c.low == "in") && h.kinds&role != 0 && owner[j-1] == 0 && h.sentence == here {
			return post{d.extendLeft(j-1, j-1), i + 1, j - 1}
		}
	}
	return post{}
}

// cabinetBefore is the office with its portfolio in small letters that ends with
// word i: "minister of transport", "secretary of state for defence".
func (d *document) cabinetBefore(i int, owner []int) post {
	here := d.at(i).sentence
	if d.at(i).capital && d.at(i).kinds&roleOf == 0 {
		return post{}
	}
	for j := i; j > 0 && i-j < 6 && d.words[j].sentence == here && owner[j] == 0; j-- {
		w, h := d.words[j], d.words[j-1]
		switch {
		case (w.low == "of" || w.low == "for") && j < i && h.kinds&cabinet != 0 && h.sentence == here && owner[j-1] == 0:
			return post{d.extendLeft(j-1, j-1), i + 1, j - 1}
		case w.low == "of", w.low == "for", w.low == "and", w.low == "the", w.kinds&(roleOf|roleModifier) != 0, w.tag == "NOUN", w.tag == "ADJ":
			continue
		}
		break
	}
	return post{}
}

// postAfter is the office behind the name and a comma: "Alexander Fomin, deputy
// defense minister", "Zbigniew Rau, the foreign minister of Poland".
func (d *document) postAfter(n name, owner []int) post {
	i := n.last
	here := d.words[n.first].sentence
	if d.at(i).text != "," || d.at(i).sentence != here {
		return post{}
	}
	i++
	if isNumber(d.at(i).text) && d.at(i+1).text == "," { // ", 54,"
		i += 2
	}
	first, head := -1, -1
	for j := i; j < i+8 && d.at(j).sentence == here; j++ {
		w := d.words[j]
		switch {
		case w.kinds&role != 0 && owner[j] == 0:
			if first < 0 {
				first = j
			}
			head = j
			continue
		case head >= 0 && w.kinds&roleModifier == 0:
		case w.low == "a" || w.low == "an" || w.low == "the" || w.low == "his" || w.low == "her" || w.low == "its" || w.low == "'s":
			first = -1
			continue
		case w.text == "-" || w.low == "and" && first >= 0:
			continue
		case w.letter && (w.kinds&(roleModifier|people|nation|organization|organizationName) != 0 || w.capital || adjective(w) || w.tag == "NOUN"):
			if first < 0 {
				first = j
			}
			continue
		}
		break
	}
	if head < 0 {
		return post{}
	}
	if head+1 < len(owner) && owner[head+1] != 0 && d.words[head+1].sentence == here {
		return post{} // it is the next name's: "Lavrov, spokeswoman Maria Zakharova and …"
	}
	first = d.dropNation(first, head)
	end := d.complement(head+1, here)
	if next := d.at(end); next.sentence == here && next.kinds&speech != 0 && d.at(head).kinds&role != 0 && first == head {
		return post{}
	}
	return post{first, end, head}
}

// complement returns the end of what an office is an office of, where it begins
// at word i: "of Poland", "for European affairs", "to the OSCE".
func (d *document) complement(i, sentence int) int {
	w := d.at(i)
	if w.sentence != sentence || w.low != "of" && w.low != "for" && w.low != "to" && w.low != "at" {
		return i
	}
	end := i
	for j := i + 1; j <= i+6 && d.at(j).sentence == sentence; j++ {
		c := d.words[j]
		switch {
		case c.low == "the" && j == i+1:
			continue
		case c.capital && c.letter, c.kinds&(organization|roleModifier) != 0 && c.letter, c.tag == "NOUN" || c.tag == "ADJ":
			end = j + 1
			continue
		case c.low == "of" || c.low == "for" || c.low == "and" || c.text == "-":
			continue
		}
		break
	}
	if end == i {
		return i
	}
	return end
}
