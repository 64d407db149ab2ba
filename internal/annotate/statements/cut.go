package statements

import (
	"cmp"
	"slices"
	"strings"

	"stemma/internal/language"
)

// A group is a run of tokens that makes one finite predicate: "has not yet been
// told", "said", "was". main is its last verb.
type group struct{ first, last, main int }

// cutClauses cuts a sentence at the boundaries between its finite groups.
func cutClauses(text string, s language.Sentence) []clause {
	groups := finite(text, s.Tokens)
	var all []clause
	first := 0
	for n, g := range groups {
		last := len(s.Tokens)
		if n+1 < len(groups) {
			last = boundary(text, s.Tokens, g.last, groups[n+1].first)
		}
		all = append(all, clause{first: first, last: last, verbFirst: g.first, verbLast: g.last, main: g.main})
		first = last
	}
	return all
}

// finite returns the finite groups of verbs. Infinitives after "to" and bare -ing
// forms belong to the group before them.
func finite(text string, tokens []language.Token) []group {
	var all []group
	for k := 0; k < len(tokens); k++ {
		if !verbal(text, tokens, k) {
			continue
		}
		g := group{k, k + 1, k}
		for n := k + 1; n < len(tokens); n++ {
			w := strings.ToLower(tokens[n].In(text))
			if verbal(text, tokens, n) {
				g.last, g.main = n+1, n
			} else if tokens[n].Tag != "ADV" && !denying(w) {
				break
			}
		}
		k = g.last - 1
		if bare(text, tokens, g) {
			continue
		}
		all = append(all, g)
	}
	return all
}

// bare reports whether a group has no finite verb: "to leave", "leaving".
func bare(text string, tokens []language.Token, g group) bool {
	w := strings.ToLower(tokens[g.first].In(text))
	if g.first > 0 && strings.EqualFold(tokens[g.first-1].In(text), "to") {
		return true
	}
	return strings.HasSuffix(w, "ing") && len(w) > 4 && tokens[g.first].Tag != "AUX"
}

// verbal reports whether token k is a verb. Without tags only those count that
// can hardly be something else.
func verbal(text string, tokens []language.Token, k int) bool {
	t := tokens[k]
	if t.Tag != "" {
		return t.Tag == "VERB" || t.Tag == "AUX"
	}
	w := strings.ToLower(t.In(text))
	if plainVerbs[w] {
		return true
	}
	if k == 0 || w != t.In(text) || len(w) < 5 || !strings.HasSuffix(w, "ed") {
		return false
	}
	before := strings.ToLower(tokens[k-1].In(text))
	return before != "the" && before != "a" && before != "an"
}

var plainVerbs = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`is are was were be been being am 's 're has have had having do does did will would
		shall should can could may might must says said tells told went took gave made came became began left met sent
		saw knew thought held kept ran got found won lost shot died killed says wrote spoke put cut set hit`) {
		m[w] = true
	}
	return m
}()

// boundary returns where, between the end of one group and the start of the next,
// one clause ends and the next begins: at the last conjunction, relative pronoun
// or mark before the second group, else right after the first.
func boundary(text string, tokens []language.Token, from, to int) int {
	for k := to - 1; k >= from; k-- {
		switch t := tokens[k]; {
		case t.Tag == "CCONJ" || t.Tag == "SCONJ" || joining[strings.ToLower(t.In(text))]:
			return max(k, from)
		case closing(t.In(text)):
			return k + 1
		}
	}
	return from
}

var joining = map[string]bool{
	"and": true, "but": true, "or": true, "because": true, "although": true, "though": true, "while": true,
	"when": true, "where": true, "who": true, "which": true, "that": true, "if": true, "whether": true,
	"after": true, "before": true, "since": true, "until": true, "unless": true, "as": true, "so": true,
	"whom": true, "whose": true, "what": true, "how": true, "why": true,
}

// closing reports whether a mark ends a clause.
func closing(mark string) bool {
	switch mark {
	case ",", ";", ":", "—", "–", "--", "”", "\"", ")", "…", "...":
		return true
	}
	return false
}

func sortContents(all []content) {
	slices.SortStableFunc(all, func(a, b content) int { return cmp.Compare(a.Start, b.Start) })
}
