package slots

import (
	_ "embed"
	"strings"

	"stemma/account"
	"stemma/internal/collate/words"
)

// opposites.txt holds a matter a line: its name, a colon, and the ways of saying
// one side of it, then "|" and those of the other. A way of saying is one or more
// words; longer ones are tried first.
//
//go:embed opposites.txt
var oppositesText string

// A phrase is one way of saying one side of a matter.
type phrase struct {
	matter, side string
	rest         []string // words after the first
}

// oppositePhrases is by first word, longest first.
var oppositePhrases = func() map[string][]phrase {
	byFirst := map[string][]phrase{}
	for line := range strings.Lines(oppositesText) {
		matter, sides, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(matter, "#") {
			continue
		}
		for n, side := range strings.Split(sides, "|") {
			for _, way := range strings.Split(side, ",") {
				ws := strings.Fields(way)
				byFirst[ws[0]] = append(byFirst[ws[0]], phrase{matter, "ab"[n : n+1], ws[1:]})
			}
		}
	}
	for _, all := range byFirst {
		sortLongest(all)
	}
	return byFirst
}()

func sortLongest(all []phrase) {
	for i := range all {
		for j := i; j > 0 && len(all[j].rest) > len(all[j-1].rest); j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
}

// opposites finds the words by which one report says the contrary of another. A
// negation before them turns the side.
func (f *finder) opposites(i int) {
	ws := f.Words[i]
	for k := 0; k < len(ws); k++ {
		longest := k
		done := ""
		for _, p := range oppositePhrases[ws[k].Lower] {
			if p.matter == done || !follow(ws[k+1:], p.rest) {
				continue
			}
			if f.offersBoth(i, k, "opposite:"+p.matter) {
				done, longest = p.matter, max(longest, k+len(p.rest))
				f.found = f.found[:len(f.found)-1]
				continue
			}
			first, last := k, k+1+len(p.rest)
			side := p.side
			if n := negator(ws, k); n >= 0 {
				side, first = other[side], n
			}
			aspect := account.AspectPolarity
			if p.matter == "place of death" {
				aspect = account.AspectPlace
			}
			f.add(i, first, last, aspect, "opposite:"+p.matter, side)
			done, longest = p.matter, max(longest, last-1)
		}
		k = longest
	}
}

// offersBoth reports whether the slot found last and the words from k on are the two
// sides of one matter with "or" between them: who won't confirm or deny takes none.
func (f *finder) offersBoth(i, k int, class string) bool {
	if k == 0 || f.Words[i][k-1].Lower != "or" || len(f.found) == 0 {
		return false
	}
	s := &f.found[len(f.found)-1]
	return s.Class == class && s.Sentence == i && s.Last == k-1
}

var other = map[string]string{"a": "b", "b": "a"}

// follow reports whether ws begin with the given words.
func follow(ws []words.Word, given []string) bool {
	if len(ws) < len(given) {
		return false
	}
	for i, g := range given {
		if ws[i].Lower != g {
			return false
		}
	}
	return true
}

// negating words deny what follows them.
var negating = map[string]bool{
	"not": true, "no": true, "never": true, "none": true, "neither": true, "nobody": true, "nothing": true,
	"without": true, "cannot": true, "hardly": true, "nor": true,
}

// auxiliaries may stand between a negation and its verb, and before it.
var auxiliaries = map[string]bool{
	"be": true, "been": true, "being": true, "is": true, "are": true, "was": true, "were": true, "am": true,
	"has": true, "have": true, "had": true, "do": true, "does": true, "did": true, "will": true, "would": true,
	"shall": true, "should": true, "can": true, "could": true, "may": true, "might": true, "must": true,
	"to": true, "yet": true, "immediately": true, "currently": true, "still": true, "also": true, "even": true,
	"want": true, "wants": true, "wanted": true, "able": true, "going": true, "ready": true, "willing": true,
	"ever": true, "any": true, "a": true, "an": true, "believed": true, "expected": true, "considered": true,
}

// denies reports whether a word is a negation: "not", "didn't".
func denies(w words.Word) bool {
	return negating[w.Lower] || strings.HasSuffix(w.Lower, "n't")
}

// negator is the index of the negation that governs word k, or -1: one right
// before it, or before the auxiliaries before it, or in "no" and the subject of a
// passive ("no arrests have been made").
func negator(ws []words.Word, k int) int {
	for n := k - 1; n >= 0 && k-n <= 5; n-- {
		if denies(ws[n]) {
			return n
		}
		if ws[n].Lower == "or" && n > 1 {
			n-- // "not confirm or exclude"
			continue
		}
		if !auxiliaries[ws[n].Lower] {
			if n > 0 && k-n >= 2 && ws[n-1].Lower == "no" {
				return n - 1
			}
			return -1
		}
	}
	return -1
}

// deniedSubject is the index of a "no" or its like that stands a few words before
// a verb, in its subject, or -1.
func deniedSubject(ws []words.Word, verb int) int {
	for n := verb - 1; n >= 0 && verb-n <= 6; n-- {
		if negating[ws[n].Lower] {
			return n
		}
	}
	return -1
}

// negations gives every statement of the report whose verb says something a slot:
// its verb, denied or not, with the words that deny it.
func (f *finder) negations() {
	for _, s := range f.Statements {
		i, first, last, ok := f.locate(s.Verb)
		if !ok || i != s.Sentence {
			continue
		}
		ws := f.Words[i]
		verb := ws[last-1]
		if !verb.Content || auxiliaries[verb.Lower] {
			continue
		}
		key := "yes"
		n := negator(ws, last-1)
		if n >= 0 && ws[n].Lower == "without" {
			continue // says how, and denies nothing: "without giving details"
		}
		if n < 0 && s.Negated {
			n = deniedSubject(ws, first)
		}
		if n >= 0 {
			first, key = min(n, first), "no"
		}
		lemma := s.Lemma
		if lemma == "" || lemma == verb.Lower {
			lemma = verb.Stem
		}
		f.add(i, first, last, account.AspectPolarity, "verb:"+lemma, key)
	}
}
