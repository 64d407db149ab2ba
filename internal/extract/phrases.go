package extract

import "strings"

// A phrase is a pattern over the folded words of a sentence. In its written form
// words stand in order; "a|b" is either word, a "?" behind a word makes it
// optional, "…" is up to seven words of any kind, "#" a number, and "$" the end of
// the sentence. A phrase always begins where the sentence begins: a page's calls to its reader
// do ("Share this post"), while prose mentions the same words further in ("asked
// followers to share this post").
type phrase struct {
	steps []step
}

type step struct {
	words    []string
	optional bool
	gap      bool
	number   bool
	end      bool
}

// A phrasebook holds phrases by their first word.
type phrasebook map[string][]phrase

// newPhrasebook reads phrases, one a line.
func newPhrasebook(text string) phrasebook {
	book := phrasebook{}
	for _, l := range strings.Split(text, "\n") {
		var p phrase
		for _, w := range strings.Fields(l) {
			s := step{}
			if strings.HasSuffix(w, "?") {
				s.optional, w = true, w[:len(w)-1]
			}
			switch w {
			case "…":
				s.gap = true
			case "#":
				s.number = true
			case "$":
				s.end = true
			default:
				s.words = strings.Split(w, "|")
			}
			p.steps = append(p.steps, s)
		}
		if len(p.steps) == 0 {
			continue
		}
		for _, first := range p.firsts() {
			book[first] = append(book[first], p)
		}
	}
	return book
}

// firsts lists the words that a phrase can begin with; "#" stands for a number.
func (p phrase) firsts() []string {
	var all []string
	for _, s := range p.steps {
		if s.number {
			all = append(all, "#")
		}
		all = append(all, s.words...)
		if !s.optional {
			break
		}
	}
	return all
}

// match reports whether a phrase of the book begins words.
func (book phrasebook) match(words []string) bool {
	if len(words) == 0 {
		return false
	}
	key := words[0]
	if isNumber(key) {
		key = "#"
	}
	for _, p := range book[key] {
		if matchSteps(p.steps, words) {
			return true
		}
	}
	return false
}

// maxGap is how many words "…" may stand for.
const maxGap = 7

func matchSteps(steps []step, words []string) bool {
	if len(steps) == 0 {
		return true
	}
	s := steps[0]
	switch {
	case s.end:
		return len(words) == 0
	case s.gap:
		for skip := 0; skip <= maxGap && skip <= len(words); skip++ {
			if matchSteps(steps[1:], words[skip:]) {
				return true
			}
		}
		return false
	}
	if len(words) > 0 && s.takes(words[0]) && matchSteps(steps[1:], words[1:]) {
		return true
	}
	return s.optional && matchSteps(steps[1:], words)
}

func (s step) takes(word string) bool {
	if s.number {
		return isNumber(word)
	}
	for _, w := range s.words {
		if w == word {
			return true
		}
	}
	return false
}

func isNumber(w string) bool {
	return w != "" && w[0] >= '0' && w[0] <= '9'
}
