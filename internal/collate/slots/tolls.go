package slots

import (
	"strings"

	"stemma/internal/collate/words"
)

// harms are the words by which reports count those whom an event harmed, and what
// befell them. A report gives one number for each, so that two such numbers meet
// however their sentences go.
var harms = map[string]string{
	"injured": "injured", "injuring": "injured", "injures": "injured", "injure": "injured", "injuries": "injured",
	"hurt": "injured", "hurting": "injured", "wounded": "injured", "wounding": "injured", "wounds": "injured",
	"dead": "dead", "killed": "dead", "killing": "dead", "kills": "dead", "kill": "dead", "died": "dead", "deaths": "dead",
}

// toll is what befell those whom the words [first, last) count, "" unknown:
// "17 injured", "17 people were hurt", "injuring 17 people", "the number of
// injured rose to 17".
func toll(ws []words.Word, first, last int) string {
	for _, w := range ws[first:last] {
		if h := harms[w.Lower]; h != "" {
			return h
		}
	}
	if h := harmAfter(ws, last); h != "" {
		return h
	}
	if first > 0 && harms[ws[first-1].Lower] != "" {
		return harms[ws[first-1].Lower]
	}
	return runningToll(ws, first)
}

// harmAfter is the harm that words from k on name of those before them, through
// the auxiliaries and adverbs of a passive.
func harmAfter(ws []words.Word, k int) string {
	for end := min(k+4, len(ws)); k < end; k++ {
		if h := harms[ws[k].Lower]; h != "" {
			return h
		}
		if !auxiliaries[ws[k].Lower] && !strings.HasSuffix(ws[k].Lower, "ly") {
			return ""
		}
	}
	return ""
}

// mostBetween is how many words may stand between what a toll is of and its value.
const mostBetween = 4

// runningToll is what the number that begins with word k counts where it is the
// value of a toll: "the number of injured has risen to 23", "the death toll stands
// at 23".
func runningToll(ws []words.Word, k int) string {
	if k == 0 || !reaching[ws[k-1].Lower] {
		return ""
	}
	for n := k - 2; n > 0 && k-n <= mostBetween+2; n-- {
		switch {
		case ws[n].Lower == "toll" && ws[n-1].Lower == "death":
			return "dead"
		case harms[ws[n].Lower] != "" && numberOf(ws[:n]):
			return harms[ws[n].Lower]
		}
	}
	return ""
}

// reaching words stand before the value that a toll has come to.
var reaching = map[string]bool{"to": true, "at": true, "is": true, "was": true, "reached": true, "reaches": true}

// numberOf reports whether words end in "number of", "number of the", "number of
// people".
func numberOf(ws []words.Word) bool {
	for n := len(ws) - 1; n > 0 && len(ws)-n <= 2; n-- {
		if ws[n].Lower == "of" {
			return ws[n-1].Lower == "number"
		}
	}
	return false
}
