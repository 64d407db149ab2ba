package entities

import (
	"strings"

	"stemma/account"
	"stemma/internal/annotate/mentions"
)

// joinAcronyms joins an acronym with the one name in the story whose words start
// with its letters.
func (s *story) joinAcronyms() {
	long := map[string]*chain{}
	double := map[string]bool{}
	for _, c := range s.chains {
		if c.Type == account.Person || c.nation != nil || len(c.keys) == 0 {
			continue
		}
		for _, a := range acronyms(c.keys[0], c.Type) {
			if o := long[a]; o != nil && o.find() != c.find() {
				double[a] = true
			}
			long[a] = c
		}
	}
	for _, c := range s.chains {
		if c.Type == account.Person || c.nation != nil || !c.upper {
			continue
		}
		for _, k := range c.keys {
			if l := long[k]; l != nil && !double[k] && l != c {
				union(c, l)
			}
		}
	}
}

// acronyms of a folded name of three words or more, of an organisation also of
// two: of all its words and of those that aren't small.
func acronyms(key, typ string) []string {
	words := strings.Fields(key)
	if len(words) < 2 || len(words) == 2 && typ != account.Organization {
		return nil
	}
	var all, most []byte
	for _, w := range words {
		all = append(all, w[0])
		if !small[w] {
			most = append(most, w[0])
		}
	}
	if len(most) < 2 {
		return nil
	}
	return []string{string(all), string(most)}
}

var small = map[string]bool{"of": true, "for": true, "and": true, "the": true, "in": true, "on": true, "de": true}

// joinShort joins a short name with the longer one that it stands for, if the
// story has just one such.
func (s *story) joinShort() {
	long := map[string]*chain{}
	double := map[string]bool{}
	for _, c := range s.chains {
		if c.Type == account.Person || c.nation != nil {
			continue
		}
		for _, k := range c.keys {
			for _, short := range mentions.Short(c.Type, k) {
				if o := long[short]; o != nil && o.find() != c.find() {
					double[short] = true
				}
				long[short] = c
			}
		}
	}
	for _, c := range s.chains {
		if c.Type == account.Person || c.nation != nil {
			continue
		}
		for _, k := range c.keys {
			if l := long[k]; l != nil && !double[k] {
				union(c, l)
			}
		}
	}
}
