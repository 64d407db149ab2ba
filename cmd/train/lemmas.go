package main

import (
	"sort"

	"stemma/internal/language/model"
)

// learnLemmas learns the rules by which words get their lemmas: for each ending,
// the commonest thing to do, where that differs from what a shorter ending says.
func learnLemmas(samples []*sample, m *model.Model) model.Lemmas {
	votes := map[string]map[string]int{} // ending by tag to rules
	vote := func(key, rule string, n int) {
		if votes[key] == nil {
			votes[key] = map[string]int{}
		}
		votes[key][rule] += n
	}
	for _, s := range samples {
		words := m.Words(nil, s.tokens, s.spaced)
		for i, t := range s.tokens {
			if s.lemmas[i] == "_" {
				continue
			}
			rule := model.MakeRule(t, s.lemmas[i])
			if rule == "" {
				continue
			}
			key := model.Key(t, m.Capital(&words[i]))
			for n := 0; n <= min(model.MaxEnding, len(key)); n++ {
				vote(s.tags[i]+"\t"+key[len(key)-n:], rule, 1)
			}
			vote(s.tags[i]+"\t^"+key, rule, 1)
		}
	}
	var keys []string
	for k := range votes {
		keys = append(keys, k)
	}
	// Shorter endings first; whole words last.
	sort.Slice(keys, func(i, j int) bool {
		if len(keys[i]) != len(keys[j]) {
			return len(keys[i]) < len(keys[j])
		}
		return keys[i] < keys[j]
	})
	lemmas := model.Lemmas{}
	for _, whole := range []bool{false, true} {
		for _, k := range keys {
			tag, ending, isWhole := model.SplitKey(k)
			if isWhole != whole {
				continue
			}
			best, total := "", 0
			for rule, n := range votes[k] {
				total += n
				if best == "" || n > votes[k][best] || n == votes[k][best] && rule < best {
					best = rule
				}
			}
			if !whole && ending != "" && total < 2 {
				continue
			}
			if lemmas.Rule(tag, ending) != best {
				lemmas[k] = best
			}
		}
	}
	return lemmas
}
