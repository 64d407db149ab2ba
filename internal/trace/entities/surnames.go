package entities

import (
	"strings"

	"stemma/account"
	"stemma/internal/names"
)

// joinSurnames joins chains that give a surname or a first name alone with the
// person of that name. Where several have it, the one with the same office, else
// the one that most reports name.
func (s *story) joinSurnames() {
	people := map[string][]*chain{} // by surname, and by first name after a space
	sounds := map[string][]*chain{}
	weight := map[*chain]int{}
	for _, c := range s.chains {
		if c.Type != account.Person || c.nation != nil {
			continue
		}
		weight[c.find()] += 1000 + len(c.Mentions)
		for _, k := range c.keys {
			words := strings.Fields(k)
			if len(words) < 2 {
				continue
			}
			last := words[len(words)-1]
			people[last] = append(people[last], c)
			people[" "+words[0]] = append(people[" "+words[0]], c)
			sounds[names.Sound(last)] = append(sounds[names.Sound(last)], c)
		}
	}
	l := linker{}
	for _, c := range s.chains {
		if c.nation == nil && c.Type != account.Person {
			for _, k := range c.keys {
				if l[k] == nil {
					l[k] = c // a word that one report's context makes a person of
				}
			}
		}
	}
	for _, c := range s.chains {
		if c.nation != nil || c.metonym || len(c.keys) == 0 || strings.Contains(c.keys[0], " ") || c.upper && c.Type != account.Person {
			continue
		}
		key := c.keys[0]
		candidates := people[key]
		if c.Type == account.Person {
			if len(candidates) == 0 {
				candidates = people[" "+key]
			}
			if len(candidates) == 0 {
				candidates = misspelt(key, sounds)
			}
		} else if c.Type == account.Place {
			continue
		}
		if best := s.most(c, candidates, weight); best != nil {
			union(c, best)
		} else if c.Type == account.Person {
			l.link(key, c)
		}
	}
}

// misspelt finds the people whose surname is the word but for a slip.
func misspelt(word string, sounds map[string][]*chain) []*chain {
	var found []*chain
	namesakes := sounds[names.Sound(word)]
	for _, c := range namesakes[:min(len(namesakes), wide)] {
		words := strings.Fields(c.keys[0])
		if names.Slip(word, words[len(words)-1]) {
			found = append(found, c)
		}
	}
	return found
}

// most picks among the candidates for a short name c: one with the same office,
// else one of the person who is named most.
func (s *story) most(c *chain, candidates []*chain, weight map[*chain]int) *chain {
	var best *chain
	score := -1
	for _, o := range candidates {
		w := weight[o.find()]
		if s.sameOffice(c, o) {
			w += 1 << 30
		}
		if w > score {
			best, score = o, w
		}
	}
	return best
}
