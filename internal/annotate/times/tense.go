package times

import (
	"strings"

	"stemma/internal/annotate/numerals"
)

// willBe are words that put what stands beside them into the future.
var willBe = map[string]bool{
	"will": true, "ll": true, "won": true, "shall": true, "scheduled": true, "slated": true, "due": true, "expected": true,
	"upcoming": true, "would": true, "plans": true, "planning": true, "expects": true, "hopes": true, "intends": true,
	"aims": true, "until": true, "till": true, "deadline": true, "awaits": true, "wants": true, "tomorrow": true, "should": true,
	"expire": true, "expires": true, "starts": true, "begins": true, "opens": true,
}

// hadBeen are verbs in the past that don't end in -ed.
var hadBeen = map[string]bool{
	"was": true, "were": true, "had": true, "did": true, "said": true, "told": true, "met": true, "held": true, "came": true,
	"began": true, "took": true, "made": true, "went": true, "gave": true, "found": true, "saw": true, "lost": true,
	"left": true, "died": true, "fell": true, "rose": true, "struck": true, "hit": true, "spoke": true, "wrote": true, "shot": true,
	"led": true, "sent": true, "sat": true, "paid": true, "bought": true, "sold": true, "brought": true, "thought": true, "kept": true,
	"broke": true, "became": true, "grew": true, "flew": true, "ran": true, "drew": true, "chose": true, "fought": true,
	"caught": true, "built": true, "stood": true, "heard": true, "felt": true, "sought": true, "swore": true, "threw": true,
	"withdrew": true, "has": true, "have": true, "been": true, "since": true, "ended": true, "got": true, "put": true,
	"failed": true, "denied": true,
}

// toFuture are words before "to" and a verb that put the verb into the future.
var toFuture = map[string]bool{
	"set": true, "is": true, "are": true, "going": true, "likely": true, "about": true, "ready": true, "scheduled": true,
	"expected": true, "due": true, "plans": true, "planned": true, "agreed": true, "ordered": true, "wants": true, "plan": true, "hopes": true,
	"intends": true, "vowed": true, "promised": true, "slated": true, "poised": true, "prepares": true, "preparing": true, "decision": true,
	"announced": true, "meeting": true, "summit": true, "want": true, "be": true,
}

// reach is how many words away a cue of tense can stand.
const reach = 16

// tense says in which direction the words beside an expression point: -1 into
// the past, 1 into the future, 0 if they don't say. The nearer cue counts; one
// behind the expression, or behind a comma, is taken to be farther off.
func (s *scanner) tense(e *expression) int {
	before, distance := s.cueBefore(e.first)
	after, behind := s.cueAfter(e.end)
	if after != 0 && (before == 0 || behind+2 < distance) {
		return after
	}
	if before == 0 {
		switch s.Before(e.first) {
		case "by", "until", "till":
			return 1
		}
	}
	return before
}

func (s *scanner) cueBefore(i int) (cue, distance int) {
	far := 0
	for k := i - 1; k >= 0 && i-k <= reach; k-- {
		if s.Tokens[k+1].Break || s.Tokens[k].Kind == numerals.Mark && s.ends(k) {
			return 0, 0
		}
		if s.Tokens[k].Kind != numerals.Word {
			if s.Tokens[k].Lower == "," || s.Tokens[k].Lower == `"` {
				far += 2
			}
			continue
		}
		if c := s.cue(k); c != 0 {
			return c, i - k + far
		}
	}
	return 0, 0
}

func (s *scanner) cueAfter(i int) (cue, distance int) {
	far := 0
	for k := i; k < len(s.Tokens) && k-i < reach; k++ {
		if s.Tokens[k].Break || s.Tokens[k].Kind == numerals.Mark && s.ends(k) {
			return 0, 0
		}
		if s.Tokens[k].Kind != numerals.Word {
			if s.Tokens[k].Lower == "," || s.Tokens[k].Lower == `"` {
				far += 2
			}
			continue
		}
		if c := s.cue(k); c != 0 {
			return c, k - i + 1 + far
		}
	}
	return 0, 0
}

// ends reports whether the mark at k ends a sentence.
func (s *scanner) ends(k int) bool {
	switch s.Tokens[k].Lower {
	case "!", "?", ";":
		return true
	case ".":
		return k+1 >= len(s.Tokens) || s.Tokens[k+1].Spaced && k > 0 && s.Tokens[k].Start-s.Tokens[k-1].Start > 3
	}
	return false
}

// cue says where the word at k points.
func (s *scanner) cue(k int) int {
	w := s.Tokens[k].Lower
	switch {
	case s.Before(k) == "be" || s.Before(k) == "being" || k > 1 && s.Tokens[k-2].Lower == "be": // "to be held"
		return 0
	case (w == "expected" || w == "due" || w == "planned") && (s.Before(k) == "than" || s.Before(k) == "-" || s.Before(k) == "as"):
		return 0
	case w == "expected" || w == "scheduled" || w == "planned":
		if s.Before(k) == "had" || s.Word(k+1) == "that" {
			return -1
		}
		return 1
	case willBe[w]:
		return 1
	case hadBeen[w]:
		if w == "has" || w == "have" || w == "had" {
			if s.Word(k+1) == "to" {
				return 1
			}
		}
		return -1
	case w == "to":
		return s.infinitive(k)
	case len(w) > 4 && strings.HasSuffix(w, "ed") && w != "united" && !s.Capital(k):
		return -1
	}
	return 0
}

// infinitive judges "to" by the word before it, where a verb follows.
func (s *scanner) infinitive(k int) int {
	next := s.Word(k + 1)
	if next == "" || s.Capital(k+1) || s.Tokens[k+1].Kind != numerals.Word || function[next] || next == "its" || next == "their" || next == "his" || next == "her" || next == "an" {
		return 0
	}
	if toFuture[s.Before(k)] || next == "be" {
		return 1
	}
	return 0
}
