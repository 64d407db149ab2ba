package mentions

// outfitBefore is the words in small letters directly before an organisation's name
// that say what it is: "television channel", "privately owned Russian-language
// network".
func (d *document) outfitBefore(n name, owner []int) post {
	head := n.title - 1
	here := d.words[n.first].sentence
	w := d.at(head)
	if w.sentence != here || w.kinds&outfit == 0 || w.capital || owner[head] != 0 {
		return post{}
	}
	first := head
	for i := head - 1; i >= 0 && head-i <= 8; i-- {
		w := d.words[i]
		if w.sentence != here || w.text != "-" && !d.qualifies(w) {
			break
		}
		if w.letter {
			first = i
		}
	}
	return post{d.withoutNation(first, head), head + 1, head}
}

// outfitOf is the words behind an organisation's name that say what it is, directly
// ("the Interfax | news agency") or apart by a comma (", a private station").
func (d *document) outfitOf(n name) post {
	here := d.words[n.first].sentence
	i := n.last
	comma := d.at(i).text == "," && d.at(i).sentence == here
	if !comma {
		return d.mediumAt(i, here)
	}
	i++
	switch low := d.at(i).low; {
	case d.at(i).sentence != here:
		return post{}
	case low == "a" || low == "an" || low == "the":
		i++
	case d.at(i).kinds&nation != 0 && d.at(i+1).low == "'s": // ", Russia's largest bank"
		i += 2
	default:
		return post{}
	}
	head := -1
	for j := i; j < i+8 && d.at(j).sentence == here; j++ {
		w := d.words[j]
		if w.text != "-" && !d.qualifies(w) {
			break
		}
		head = j
	}
	if head < 0 || d.words[head].kinds&outfit == 0 || d.words[head].capital || d.at(head+1).capital {
		return post{}
	}
	return post{d.withoutNation(i, head), head + 1, head}
}

// mediumAt is the kind of a medium that directly follows a name: "radio station".
func (d *document) mediumAt(i, sentence int) post {
	for j := i; j < i+3; j++ {
		w := d.at(j)
		switch {
		case w.sentence != sentence || w.capital || !w.letter:
			return post{}
		case w.kinds&medium != 0 && (w.low != "station" || j > i || d.words[i-1].upper || d.inside(i-1)):
			if d.at(j+1).kinds&role != 0 && d.at(j+1).sentence == sentence {
				return post{} // "the X agency director"
			}
			return post{i, j + 1, j}
		case w.low == "radio" || w.low == "tv" || w.low == "television" || w.low == "news" || w.low == "press":
		default:
			return post{}
		}
	}
	return post{}
}

// inside reports whether word i has a capital other than its first letter, as
// "RTVi": no place, whose station it would be, is written so.
func (d *document) inside(i int) bool {
	upper := 0
	for _, r := range d.words[i].text {
		if 'A' <= r && r <= 'Z' {
			upper++
		}
	}
	return upper > 1
}

// qualifies reports whether a word in small letters, or for a people, may stand
// among those that say what an organisation is.
func (d *document) qualifies(w word) bool {
	if !w.letter || w.kinds&(grammar|inside|stop) != 0 {
		return false
	}
	if w.capital {
		return w.kinds&(people|nation) != 0
	}
	switch w.tag {
	case "ADJ", "NOUN", "ADV", "PROPN":
		return true
	case "":
		return w.kinds&(outfit|organization|roleModifier) != 0
	}
	return w.low == "owned" || w.low == "run" || w.low == "based" || w.low == "controlled" || w.low == "funded"
}

// withoutNation leaves out a word for a people that stands first, but for one that
// a hyphen ties to the next.
func (d *document) withoutNation(first, head int) int {
	if first < head && d.words[first].kinds&(people|nation) != 0 && d.words[first].capital && d.words[first+1].text != "-" {
		return first + 1
	}
	return first
}
