package main

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// vary makes a variant of a sentence as other texts would have it, or nil to
// learn from it as it is: the web's sentences don't have the names, headlines
// and capitals of news.
func (d *dataset) vary(s *sample, rng *rand.Rand) *sample {
	changed := false
	v := *s
	if s.names != nil {
		switch r := rng.Float64(); {
		case r < .2:
			changed = v.swapPeople(d.subs.people, rng)
		case r < .45:
			changed = v.swapNames(d.subs, rng)
		}
	}
	switch r := rng.Float64(); {
	case r < .05:
		v.spell(strings.ToUpper)
		changed = true
	case r < .09:
		v.spell(headline)
		changed = true
	case r < .14:
		changed = v.dropPeriod() || changed
	}
	if !changed {
		return nil
	}
	return &v
}

// spell rewrites all tokens.
func (s *sample) spell(as func(string) string) {
	tokens := make([]string, len(s.tokens))
	for i, t := range s.tokens {
		tokens[i] = as(t)
	}
	s.tokens = tokens
}

// headline capitalizes a word as headlines do.
func headline(word string) string {
	switch word {
	case "a", "an", "the", "of", "in", "on", "to", "and", "or", "for", "at", "by", "n't", "'s":
		return word
	}
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}

// dropPeriod takes the full stop off the end, if there is one that nothing
// depends on.
func (s *sample) dropPeriod() bool {
	n := len(s.tokens) - 1
	if n < 3 || s.tokens[n] != "." {
		return false
	}
	for _, h := range s.heads {
		if h == n {
			return false
		}
	}
	s.tokens, s.spaced = s.tokens[:n], s.spaced[:n]
	for _, list := range []*[]string{&s.tags, &s.fine, &s.lemmas, &s.relations, &s.names} {
		if *list != nil {
			*list = (*list)[:n]
		}
	}
	if s.heads != nil {
		s.heads = s.heads[:n]
	}
	return true
}

// swapPeople puts other people's names in place of those in the sentence, word
// by word from the last, so that trees stay as they are.
func (s *sample) swapPeople(people [][]string, rng *rand.Rand) bool {
	if len(people) == 0 {
		return false
	}
	tokens := append([]string(nil), s.tokens...)
	changed := false
	for i := 0; i < len(tokens); i++ {
		if s.names[i] != "B-PER" {
			continue
		}
		end := i + 1
		for end < len(tokens) && s.names[end] == "I-PER" {
			end++
		}
		plain := true
		for _, t := range tokens[i:end] {
			r, _ := utf8.DecodeRuneInString(t)
			plain = plain && unicode.IsUpper(r) && len(t) > 2 && !strings.Contains(t, ".")
		}
		if !plain || rng.Float64() < .3 {
			continue
		}
		p := people[rng.IntN(len(people))]
		for j := end - 1; j >= i; j-- {
			k := len(p) - (end - j)
			if k < 0 {
				break
			}
			tokens[j] = p[k]
			changed = true
		}
		i = end - 1
	}
	s.tokens = tokens
	return changed
}

// swapNames puts other names in place of some of the sentence's, of any length.
// Trees and the tags of those names are lost.
func (s *sample) swapNames(subs *substitutes, rng *rand.Rand) bool {
	old := *s
	out := sample{id: s.id}
	if s.tags != nil {
		out.tags, out.fine = []string{}, []string{}
	}
	keep := func(i int) {
		out.tokens, out.spaced, out.names = append(out.tokens, old.tokens[i]), append(out.spaced, old.spaced[i]), append(out.names, old.names[i])
		if s.tags != nil {
			out.tags, out.fine = append(out.tags, old.tags[i]), append(out.fine, old.fine[i])
		}
	}
	changed := false
	for i := 0; i < len(old.tokens); i++ {
		place, typ, _ := strings.Cut(old.names[i], "-")
		end := i + 1
		for end < len(old.tokens) && old.names[end] == "I-"+typ {
			end++
		}
		sub := subs.draw(typ, end-i, rng)
		if place != "B" || sub == nil {
			keep(i)
			continue
		}
		changed = true
		for k, t := range sub {
			out.tokens = append(out.tokens, t)
			if k == 0 {
				out.spaced = append(out.spaced, old.spaced[i])
				out.names = append(out.names, "B-"+typ)
			} else {
				glued := t == "-" || t == "'" || t == "'s" || sub[k-1] == "-"
				out.spaced = append(out.spaced, !glued)
				out.names = append(out.names, "I-"+typ)
			}
			if s.tags != nil {
				out.tags, out.fine = append(out.tags, ""), append(out.fine, "")
			}
		}
		i = end - 1
	}
	if changed {
		*s = out
	}
	return changed
}

// draw takes a name of a type that may stand for one of size words, or nil to
// leave that one.
func (s *substitutes) draw(typ string, size int, rng *rand.Rand) []string {
	switch r := rng.Float64(); {
	case typ == "ORG" && r < .7:
		return s.organizations[rng.IntN(len(s.organizations))]
	case typ == "LOC" && r < .4:
		return s.places[rng.IntN(len(s.places))]
	case typ == "PER" && r < .5:
		p := s.people[rng.IntN(len(s.people))]
		if size == 1 {
			p = p[len(p)-1:]
		}
		return p
	}
	return nil
}
