package statements

import (
	"strings"

	"stemma/internal/language"
)

// parsed reports whether a sentence has a dependency parse.
func parsed(s language.Sentence) bool {
	for _, t := range s.Tokens {
		if t.Relation != "" && t.Relation != "punct" {
			return true
		}
	}
	return false
}

// parsedClauses returns a clause for each predicate of a parsed sentence. Every
// token belongs to the nearest predicate above it.
func parsedClauses(text string, s language.Sentence) []clause {
	heads := predicates(s.Tokens)
	of := owners(s.Tokens, heads)
	var all []clause
	for k := range s.Tokens {
		if !heads[k] {
			continue
		}
		c := clause{first: k, last: k + 1, verbFirst: k, verbLast: k + 1, main: k}
		for n := range s.Tokens {
			if of[n] != k {
				continue
			}
			if t := s.Tokens[n]; t.Relation != "punct" {
				c.first, c.last = min(c.first, n), max(c.last, n+1)
			}
			if s.Tokens[n].Head == k && helps(text, s.Tokens[n]) {
				c.verbFirst, c.verbLast = min(c.verbFirst, n), max(c.verbLast, n+1)
			}
		}
		c.own = func(token int) bool { return of[token] == k }
		all = append(all, c)
	}
	return all
}

// helps reports whether a dependent belongs to the group of its verb.
func helps(text string, t language.Token) bool {
	relation, _, _ := strings.Cut(t.Relation, ":")
	return relation == "aux" || relation == "cop" || relation == "advmod" && denying(strings.ToLower(t.In(text)))
}

// predicates marks the tokens that head a clause.
func predicates(tokens []language.Token) []bool {
	heads := make([]bool, len(tokens))
	copula := make([]bool, len(tokens))
	for _, t := range tokens {
		if t.Head >= 0 && t.Head < len(tokens) && (t.Relation == "cop" || strings.HasPrefix(t.Relation, "aux")) {
			copula[t.Head] = true
		}
	}
	for k, t := range tokens {
		verb := t.Tag == "VERB" || t.Tag == "AUX" || copula[k]
		relation, _, _ := strings.Cut(t.Relation, ":")
		switch relation {
		case "root", "ccomp", "advcl", "acl", "parataxis", "csubj", "conj":
			heads[k] = verb
		}
	}
	return heads
}

// owners returns, for each token, the nearest predicate at or above it, or -1. A
// parse that goes in a circle, which a greedy parser can't make but a model file
// could, ends at the sentence's length.
func owners(tokens []language.Token, heads []bool) []int {
	of := make([]int, len(tokens))
	known := make([]bool, len(tokens))
	var way []int
	for k := range tokens {
		way = way[:0]
		owner := -1
		for n := k; n >= 0 && n < len(tokens) && len(way) <= len(tokens); n = tokens[n].Head {
			if known[n] {
				owner = of[n]
				break
			}
			way = append(way, n)
			if heads[n] {
				owner = n
				break
			}
		}
		for _, n := range way {
			of[n], known[n] = owner, true
		}
	}
	return of
}
