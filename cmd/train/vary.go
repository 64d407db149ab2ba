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
	if s.names != nil && rng.Float64() < .25 {
		changed = v.swapPeople(d.people, rng) || changed
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
func (s *sample) swapPeople(people []person, rng *rand.Rand) bool {
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
