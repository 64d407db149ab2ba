// Package nations knows the countries of the world by the words that news uses
// for them: names, people and adjectives, capitals.
//
//	n, ok := nations.Lookup("U.S.")        // United States, as a name
//	n, ok := nations.People("Russians")    // Russia, by a word for its people
//
// The table nations.tsv is compiled from The World Factbook (public domain) and
// datasets/country-codes (ODC-PDDL), with spellings in use added by hand.
package nations

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed nations.tsv
var table string

// A Nation is a country or territory. Names, People and Capitals are in order of
// use and may be empty but for Names.
type Nation struct {
	Code     string // ISO 3166-1 alpha-2; Gaza and the West Bank share PS
	Names    []string
	People   []string // "Russian": adjective and noun
	Capitals []string
}

// Name is the usual English name.
func (n *Nation) Name() string { return n.Names[0] }

type index struct {
	names, people, capitals map[string]*Nation
}

var load = sync.OnceValue(func() index {
	x := index{map[string]*Nation{}, map[string]*Nation{}, map[string]*Nation{}}
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		n := &Nation{f[0], list(f[1]), list(f[2]), list(f[3])}
		enter(x.names, n, n.Names)
		enter(x.people, n, n.People)
		enter(x.capitals, n, n.Capitals)
		for _, p := range n.People {
			if plural := plural(p); plural != "" {
				enter(x.people, n, []string{plural})
			}
		}
	}
	return x
})

func list(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// enter indexes n under words; the first nation to claim a word keeps it.
func enter(m map[string]*Nation, n *Nation, words []string) {
	for _, w := range words {
		if _, taken := m[fold(w)]; !taken {
			m[fold(w)] = n
		}
	}
}

// plural is the plural of a noun for people, or "" where the word has none:
// "Russian" has, "Chinese" and "French" have not.
func plural(p string) string {
	for _, end := range []string{"ese", "ish", "ch", "ss", "lsh"} {
		if strings.HasSuffix(p, end) {
			return ""
		}
	}
	if stem, ok := strings.CutSuffix(p, "man"); ok && (strings.HasSuffix(stem, "ch") || strings.HasSuffix(stem, "sh")) {
		return stem + "men"
	}
	return p + "s"
}

// fold makes capital letters and dots not count, but keeps "us" from being US:
// a name of two or three letters must be in capitals.
func fold(s string) string {
	bare := strings.ReplaceAll(s, ".", "")
	if len(bare) <= 4 && bare == strings.ToUpper(bare) {
		return bare
	}
	return strings.TrimPrefix(strings.ToLower(bare), "the ")
}

// Lookup finds the nation that has the given name ("Russia", "U.S.", "the UK").
func Lookup(name string) (*Nation, bool) {
	return find(load().names, name)
}

// People finds the nation that a word for people or an adjective belongs to
// ("Russian", "Russians", "British").
func People(word string) (*Nation, bool) {
	return find(load().people, word)
}

// Capital finds the nation whose capital has the given name ("Kiev", "Kyiv").
func Capital(name string) (*Nation, bool) {
	return find(load().capitals, name)
}

// find tries a short word in capitals as what it is ("US"), then as a word of a
// headline in capitals ("IRAN").
func find(m map[string]*Nation, word string) (*Nation, bool) {
	n, ok := m[fold(word)]
	if !ok {
		n, ok = m[strings.ToLower(fold(word))]
	}
	return n, ok
}
