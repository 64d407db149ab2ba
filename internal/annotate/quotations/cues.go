package quotations

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed cues.txt
var cueText string

//go:embed irregular.txt
var irregularText string

//go:embed habits.txt
var habitText string

// A class is a set of cue classes of one part of speech, a bit each.
type class uint32

// The classes of cues.txt. A word may have several.
const (
	verbSay class = 1 << iota
	verbArgue
	verbWrite
	verbShout
	verbThink
	verbKnow
	verbShow
	verbWant
	verbUrge
	verbVow
	verbBlame
	verbBack
	verbFeel
	verbCall
	verbDiscuss
	verbAnnounce
	verbAsk
	verbTell // has an addressee
	nounSpeech
	nounView
	nounWant
	nounFeel
	adjSure
	adjFeel
	adjWant
	adjJudge
	classes = iota
)

var classNames = [classes]string{
	"verb say", "verb argue", "verb write", "verb shout", "verb think", "verb know",
	"verb show", "verb want", "verb urge", "verb vow", "verb blame", "verb back",
	"verb feel", "verb call", "verb discuss", "verb announce", "verb ask", "verb tell",
	"noun speech", "noun view", "noun want", "noun feel",
	"adj sure", "adj feel", "adj want", "adj judge",
}

const (
	anyVerb   = nounSpeech - 1
	anyNoun   = nounSpeech | nounView | nounWant | nounFeel
	anyAdj    = adjSure | adjFeel | adjWant | adjJudge
	spoken    = quotative&^verbThink | verbUrge | verbVow | verbBlame | verbBack | verbCall | verbDiscuss | verbTell | nounSpeech
	quotative = verbSay | verbArgue | verbWrite | verbShout | verbAsk | verbThink | verbAnnounce
)

// An inflection is a form that a verb takes.
type inflection uint8

const (
	base inflection = 1 << iota
	third
	past
	participle
	gerund
	plural // of a noun
)

// An entry is what the lexicon knows about one word form. Longer holds the
// entries that the words after it make: "rule" + "out".
type entry struct {
	class  class
	form   inflection
	longer []longer
	habits [habits]int8 // buckets; -1 unknown
}

// Habits of a word form, as habits.txt has them.
const (
	habitThat = iota
	habitQuote
	habitTo
	habitPerson
	habits
)

type longer struct {
	words []string
	class class
}

// lexicon maps lower-case word forms to what they can cue.
var lexicon = sync.OnceValue(func() map[string]*entry {
	irregular := map[string][]string{}
	for line := range strings.Lines(irregularText) {
		if f := strings.Fields(line); len(f) > 1 && f[0] != "#" {
			irregular[f[0]] = f[1:]
		}
	}
	number := map[string]class{}
	for i, name := range classNames {
		number[name] = 1 << i
	}
	lex := map[string]*entry{}
	add := func(form string, how inflection, c class, rest []string) {
		e := lex[form]
		if e == nil {
			e = &entry{habits: [habits]int8{-1, -1, -1, -1}}
			lex[form] = e
		}
		e.form |= how
		if len(rest) == 0 {
			e.class |= c
			return
		}
		for i := range e.longer {
			if strings.Join(e.longer[i].words, "+") == strings.Join(rest, "+") {
				e.longer[i].class |= c
				return
			}
		}
		e.longer = append(e.longer, longer{rest, c})
	}
	for line := range strings.Lines(cueText) {
		name, words, ok := strings.Cut(line, ":")
		c := number[name]
		if !ok || c == 0 {
			continue
		}
		for _, w := range strings.Fields(words) {
			parts := strings.Split(w, "+")
			switch {
			case c&anyVerb != 0:
				for how, form := range inflect(parts[0], irregular) {
					add(form, how, c, parts[1:])
				}
			case c&anyNoun != 0:
				add(parts[0], base, c, parts[1:])
				add(pluralOf(parts[0]), plural, c, parts[1:])
			default:
				add(parts[0], 0, c, parts[1:])
			}
		}
	}
	for line := range strings.Lines(habitText) {
		f := strings.Fields(line)
		if len(f) < 2 || len(f[0]) != habits {
			continue
		}
		for _, w := range f[1:] {
			if e := lex[w]; e != nil {
				for i := range habits {
					e.habits[i] = int8(f[0][i] - '0')
				}
			}
		}
	}
	return lex
})

// inflect yields the forms of a verb, each with what it is.
func inflect(verb string, irregular map[string][]string) func(func(inflection, string) bool) {
	return func(yield func(inflection, string) bool) {
		third1 := pluralOf(verb)
		ing, ed := verb+"ing", verb+"ed"
		switch n := len(verb); {
		case strings.HasSuffix(verb, "ie"):
			ing, ed = verb[:n-2]+"ying", verb+"d"
		case strings.HasSuffix(verb, "ee"), strings.HasSuffix(verb, "oe"):
			ed = verb + "d"
		case strings.HasSuffix(verb, "e"):
			ing, ed = verb[:n-1]+"ing", verb+"d"
		case strings.HasSuffix(verb, "y") && !vowel(verb[n-2]):
			ed = verb[:n-1] + "ied"
		case doubles(verb):
			ing, ed = verb+verb[n-1:]+"ing", verb+verb[n-1:]+"ed"
		}
		pasts, participles := []string{ed}, []string{ed}
		if f := irregular[verb]; len(f) > 0 {
			pasts = strings.Split(f[0], "/")
			participles = pasts
			if len(f) > 1 {
				participles = strings.Split(f[1], "/")
			}
		}
		if !yield(base, verb) || !yield(third, third1) || !yield(gerund, ing) {
			return
		}
		for _, f := range pasts {
			if !yield(past, f) {
				return
			}
		}
		for _, f := range participles {
			if !yield(participle, f) {
				return
			}
		}
	}
}

// pluralOf gives a noun its plural; a verb takes the same ending in the third
// person.
func pluralOf(w string) string {
	n := len(w)
	switch {
	case strings.HasSuffix(w, "sis"):
		return w[:n-2] + "es"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "z"), strings.HasSuffix(w, "o"):
		return w + "es"
	case strings.HasSuffix(w, "y") && n > 1 && !vowel(w[n-2]):
		return w[:n-1] + "ies"
	}
	return w + "s"
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// doubles reports whether a verb's last consonant is written twice before -ed:
// one vowel, one consonant, and the last syllable stressed, which is listed
// where the verb has more than one.
func doubles(verb string) bool {
	switch verb {
	case "admit", "commit", "permit", "prefer", "regret", "rebut", "submit", "refer", "rebel", "propel", "deter", "concur", "begin", "forget", "forbid", "quip", "quiz", "equip":
		return true
	}
	n := len(verb)
	if n < 3 || vowel(verb[n-1]) || strings.IndexByte("wxy", verb[n-1]) >= 0 || !vowel(verb[n-2]) || vowel(verb[n-3]) {
		return false
	}
	for i := 0; i < n-2; i++ {
		if vowel(verb[i]) || verb[i] == 'y' {
			return false
		}
	}
	return true
}
