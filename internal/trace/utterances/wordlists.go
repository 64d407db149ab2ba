package utterances

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed synonyms.txt
var synonymText string

// stop has words that say little about which utterance it is.
var stop = set(`a an the this that these those there here it its he him his she her hers they them their theirs we us
	our ours i me my mine you your yours who whom whose which what when where why how if whether as than then so and
	or but nor for of in on at by to from with about into over under up down out off between among through during
	before after since until against toward towards is am are was were be been being has have had having do does did
	done will would shall should can could may might must ought 's 're 've 'll 'd 'm also just only even very really
	quite too still yet already again more most much many some any all both each every other another such own same
	because while although though however therefore thus well like get got make made go going gone come say said
	says saying think thing things something anything nothing everything someone anyone everyone one ones
	let lot kind sort want know see`)

var negators = set(`not n't no never none neither nor nobody nothing nowhere without cannot hardly`)

// modals maps a modal to its strength; backshift in reported speech (will →
// would) keeps it.
var modals = map[string]string{
	"will": "will", "would": "will", "wo": "will", "'ll": "will", "shall": "will",
	"can": "can", "could": "can", "ca": "can", "cannot": "can",
	"may": "may", "might": "may",
	"must": "must", "should": "should", "ought": "should",
}

// plainCue has the stems of verbs that only say that something was said.
var plainCue = func() map[string]bool {
	out := map[string]bool{}
	for w := range set(`say said tell told add state report note mention explain reply answer continue declare announce
		claim argue insist write wrote according stress emphasize emphasise point out warn suggest indicate reveal
		comment remark respond conclude confirm think believe feel describe also later reporters`) {
		out[stem(w)] = true
	}
	return out
}()

// set makes a set of the words in s.
func set(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[w] = true
	}
	return out
}

// alike maps a stem, or two with + between, to the stem that stands for its
// group.
var alike = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(synonymText) {
		f := strings.Fields(line)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		first := stemOf(f[0])
		for _, w := range f {
			parts := strings.Split(w, "+")
			for i := range parts {
				parts[i] = stemOf(parts[i])
			}
			if key := strings.Join(parts, "+"); out[key] == "" {
				out[key] = first
			}
		}
	}
	return out
})

// stemOf is the stem by which a word is compared: one for all negators, digits
// for numbers.
func stemOf(low string) string {
	switch {
	case negators[low]:
		return "not"
	case numbers[low] != "":
		return numbers[low]
	}
	return stem(low)
}

// stem cuts the endings of inflection off a lower-case word, and those of
// derivation that translators vary most.
func stem(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
	for _, e := range endings {
		if len(w) >= len(e.cut)+e.least && strings.HasSuffix(w, e.cut) {
			w = w[:len(w)-len(e.cut)] + e.put
			break
		}
	}
	if n := len(w); n > 4 && w[n-1] == w[n-2] && w[n-1] != 's' && w[n-1] != 'l' && w[n-1] < 0x80 {
		w = w[:n-1] // stopp → stop
	}
	if n := len(w); n > 4 && w[n-1] == 'e' {
		w = w[:n-1]
	}
	return w
}

var endings = []struct {
	cut, put string
	least    int
}{
	{"ations", "at", 4}, {"ation", "at", 4}, {"ements", "", 4}, {"ement", "", 4}, {"ments", "", 4}, {"ment", "", 4},
	{"ities", "", 4}, {"ity", "", 4}, {"nesses", "", 4}, {"ness", "", 4}, {"ingly", "", 4}, {"edly", "", 4},
	{"ies", "y", 2}, {"ied", "y", 2}, {"sses", "ss", 2}, {"ches", "ch", 2}, {"shes", "sh", 2}, {"xes", "x", 2},
	{"ions", "", 4}, {"ion", "", 4}, {"ings", "", 4}, {"ing", "", 3}, {"eed", "eed", 1}, {"ed", "", 3},
	{"ers", "", 4}, {"er", "", 4}, {"ally", "al", 3}, {"ly", "", 4}, {"ss", "ss", 1}, {"us", "us", 1}, {"is", "is", 1}, {"es", "e", 3}, {"s", "", 3},
}
