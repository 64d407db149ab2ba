package main

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"

	"stemma/internal/language/model"
)

// maxCut is how much of a word the rule of an ending may cut off.
const maxCut = 4

// learnLemmas learns the rules by which words get their lemmas: for each ending,
// the commonest thing to do, where that differs from what a shorter ending says.
func learnLemmas(samples []*sample, m *model.Model) model.Lemmas {
	votes := map[string]map[string]int{} // ending by tag to rules
	seen := map[string]bool{}
	vote := func(key, rule string) {
		if votes[key] == nil {
			votes[key] = map[string]int{}
		}
		votes[key][rule]++
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
			key, tag := model.Key(t, s.tags[i], m.Capital(&words[i]))
			vote(tag+"\t^"+key, rule)
			if strings.ContainsAny(key, "0123456789") {
				continue
			}
			if seen[tag+"\t"+key+"\t"+rule] {
				continue // a word counts once for its endings
			}
			seen[tag+"\t"+key+"\t"+rule] = true
			if rule[1]-'a' > maxCut {
				continue // too much of a change to be one of endings
			}
			for n := 0; n <= min(model.MaxEnding, len(key)); n++ {
				vote(tag+"\t"+key[len(key)-n:], rule)
			}
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
			if rules := bestRules(votes[k], whole); rules != "" && (whole || ending == "" || sum(votes[k]) > 1) {
				if said, ok := firstOf(lemmas.Rules(tag, ending)); !ok || said != rules {
					lemmas[k] = rules
				}
			}
		}
	}
	return lemmas
}

// bestRules is the rule with most votes and, for an ending, the next one if it
// has a good share of them.
func bestRules(votes map[string]int, whole bool) string {
	rules := slices.Collect(maps.Keys(votes))
	slices.SortFunc(rules, func(a, b string) int {
		return cmp.Or(votes[b]-votes[a], strings.Compare(a, b))
	})
	if !whole && len(rules) > 1 && 8*votes[rules[1]] >= sum(votes) {
		return rules[0] + model.Alternatives + rules[1]
	}
	return rules[0]
}

func sum(votes map[string]int) (n int) {
	for _, v := range votes {
		n += v
	}
	return n
}

func firstOf(seq iter.Seq[string]) (string, bool) {
	for s := range seq {
		return s, true
	}
	return "", false
}
