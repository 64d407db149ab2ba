package mentions

import (
	_ "embed"
	"strings"
	"sync"

	"stemma/internal/names/nations"
)

//go:embed lexicon.txt
var lexiconFile string

//go:embed givennames.txt
var givenNamesFile string

//go:embed places.txt
var placesFile string

// kinds is the set of sections of the lexicon that a word stands in.
type kinds uint64

const (
	honorific kinds = 1 << iota
	man             // a word, title or given name of men
	woman
	given // a given name
	role
	roleModifier
	roleOf
	kin
	cabinet          // a role that has a portfolio: "Minister of Sports"
	organization     // a word for a kind of organisation
	organizationHead // one that names of organisations start with: "Radio Zagreb"
	masthead         // one that stands for the name of a newspaper: "the Times"
	outfit           // one in small letters that says what an organisation is: "the daily X"
	medium           // an outfit that stands behind the name too: "the X news agency"
	organizationName // the name of one
	place            // a word for a kind of place
	placeBefore      // the first word of names of places
	placeName
	event
	stop
	grammar // articles, conjunctions and prepositions: small in headlines too
	inside
	particle
	suffix
	speech
	govern
	people  // "Russian", "Russians"
	nation  // "Russia"
	capital // "Moscow"
)

// sections gives each section of lexicon.txt its kinds. Sections named class.…
// are kept apart: see classes.
var sections = map[string]kinds{
	"honorific": honorific, "honorific.m": honorific | man, "honorific.f": honorific | woman,
	"role": role, "role.plural": role, "role.mod": roleModifier, "role.of": roleOf, "role.cabinet": cabinet, "kin": kin,
	"org": organization, "org.before": organizationHead, "org.title": masthead, "org.kind": outfit, "org.media": medium, "org.name": organizationName,
	"place": place, "place.before": placeBefore, "event": event,
	"stop": stop, "grammar": grammar, "inside": inside, "particle": particle, "suffix": suffix,
	"speech": speech, "govern": govern, "people": people, "human.m": man, "human.f": woman,
}

type lexicon struct {
	words   map[string]kinds    // by word or phrase in small letters
	classes map[string][]string // class of a role's head: "diplomat" → "envoy", …
}

// notGiven are the kinds that a rare given name gives way to ("Foreign", "Chancellor").
const notGiven = role | roleModifier | organization | inside

var load = sync.OnceValue(func() lexicon {
	x := lexicon{map[string]kinds{}, map[string][]string{}}
	for line := range strings.Lines(lexiconFile) {
		name, list, ok := strings.Cut(strings.TrimPrefix(line, "["), "] ")
		if !ok || !strings.HasPrefix(line, "[") {
			continue
		}
		if class, ok := strings.CutPrefix(name, "class."); ok {
			x.classes[class] = strings.Fields(list)
			continue
		}
		for _, w := range strings.Fields(list) {
			x.words[strings.ReplaceAll(w, "_", " ")] |= sections[name]
		}
	}
	gender := given
	for line := range strings.Lines(givenNamesFile) {
		switch w := strings.TrimSpace(line); {
		case w == "[m]":
			gender = given | man
		case w == "[f]":
			gender = given | woman
		case w == "[u]":
			gender = given
		case strings.HasPrefix(w, "#") || x.words[w]&notGiven != 0:
		default:
			x.words[w] |= gender
		}
	}
	for line := range strings.Lines(placesFile) {
		if !strings.HasPrefix(line, "#") {
			x.words[strings.ToLower(strings.TrimSpace(line))] |= placeName
		}
	}
	return x
})

// look gives the kinds of a word or phrase. text is as written, low in small
// letters.
func look(text, low string) kinds {
	k := load().words[low]
	if stem, ok := strings.CutSuffix(low, "s"); ok && k&role == 0 {
		k |= load().words[stem] & role
	}
	if r := text[0]; r < 'A' || 'Z' < r && r < 0x80 {
		return k
	}
	if _, ok := nations.Lookup(text); ok {
		k = k&^stop | nation
	}
	if _, ok := nations.People(text); ok {
		k |= people
	}
	if _, ok := nations.Capital(text); ok {
		k |= capital
	}
	return k
}
