package mentions

import "sort"

// headlines adds the names in headlines to all: those that the rest of the text
// names, and those that the lexicon knows. It returns all in order of text.
func (d *document) headlines(all []name) []name {
	known := d.known(all)
	for _, s := range d.sentences {
		if !s.headline {
			continue
		}
		for i := s.first; i < s.last; {
			if n, ok := d.knownAt(known, i, s.last); ok {
				all = append(all, n)
				i = n.last
				continue
			}
			i++
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].first < all[j].first })
	return all
}

// known indexes the names of a text by their words in small letters, each with
// the most words that a name starting with its first word has. A person's last
// name counts as known with the full one.
func (d *document) known(all []name) map[string]int {
	longest := map[string]int{}
	learn := func(first, last int) {
		longest[d.low(first, last)] = 1
		start := d.words[first].low + " …"
		longest[start] = max(longest[start], last-first)
	}
	for _, n := range all {
		if n.form == ByNation {
			continue
		}
		learn(n.first, n.last)
		if last := d.words[n.last-1]; n.last-n.first > 1 && last.kinds&(organization|place|event|stop|suffix) == 0 && last.letter && d.small[last.low] == 0 {
			learn(n.last-1, n.last)
		}
	}
	return longest
}

// knownAt finds the longest known name that starts at word i.
func (d *document) knownAt(known map[string]int, i, limit int) (name, bool) {
	w := d.words[i]
	if !w.letter || !w.capital || w.kinds&stop != 0 && w.kinds&nation == 0 {
		return name{}, false
	}
	for n := min(max(known[w.low+" …"], 4), limit-i); n > 0; n-- {
		last := d.words[i+n-1]
		if !last.letter || !last.capital {
			continue
		}
		low := d.low(i, i+n)
		if known[low] > 0 {
			return name{first: i, last: i + n, form: ByName, title: i}, true
		}
		k := look(d.text[w.Start:last.End], low)
		switch {
		case k&(nation|capital|placeName|organizationName) != 0:
			return name{first: i, last: i + n, form: ByName, title: i}, true
		case k&people != 0:
			return name{first: i, last: i + n, form: ByNation, title: i}, true
		case n == 2 && w.kinds&given != 0 && last.kinds&^given == 0 && d.small[last.low] == 0:
			return name{first: i, last: i + n, form: ByName, title: i}, true
		case n == 1 && w.upper && len(w.text) > 1 && !d.sentences[w.sentence].shouts:
			return name{first: i, last: i + n, form: ByName, title: i}, true
		}
	}
	return name{}, false
}
