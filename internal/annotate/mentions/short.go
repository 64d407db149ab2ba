package mentions

import (
	"strings"

	"stemma/account"
	"stemma/internal/names"
	"stemma/internal/names/nations"
)

// Short returns the shorter and other names, folded, by which texts go on to call
// what has the given type and folded name: "apple" for "apple inc", "angels" for
// "los angeles angels", "air force" for "us air force", "us" for "united states".
// A name of people has none: see the chains of one text.
func Short(typ, folded string) []string {
	if n, ok := nations.Lookup(folded); ok {
		var keys []string
		for _, name := range n.Names {
			if f := names.Fold(name); f != folded {
				keys = append(keys, f)
			}
		}
		return keys
	}
	words := strings.Fields(folded)
	if len(words) < 2 {
		return nil
	}
	switch typ {
	case account.Organization:
		return shortOrganization(words)
	case account.Place:
		if last := words[len(words)-1]; dropped[last] {
			return []string{strings.Join(words[:len(words)-1], " ")}
		}
	}
	return nil
}

// dropped are words that close a place's name and may be left out.
var dropped = map[string]bool{"city": true, "state": true, "province": true, "county": true, "island": true, "islands": true, "sea": true, "ocean": true, "region": true}

// corporate are words that close a company's name and may be left out.
var corporate = map[string]bool{"inc": true, "incorporated": true, "ltd": true, "limited": true, "llc": true, "plc": true, "corp": true, "corporation": true,
	"co": true, "company": true, "ag": true, "gmbh": true, "sa": true, "nv": true, "spa": true, "group": true, "holdings": true, "airlines": true, "airways": true,
	"motors": true, "motor": true, "entertainment": true, "industries": true, "technologies": true, "pictures": true, "records": true, "computer": true, "press": true, "news": true, "media": true}

func shortOrganization(words []string) []string {
	var keys []string
	x := load().words
	for end := len(words) - 1; end > 0 && corporate[words[end]]; end-- {
		if short := strings.Join(words[:end], " "); x[short]&(placeName|given) == 0 && !country(short) {
			keys = append(keys, short)
		}
	}
	if last := words[len(words)-1]; x[last]&masthead != 0 {
		keys = append(keys, last) // "the Post"
	}
	for i := min(len(words)-1, 3); i > 0; i-- {
		head := strings.Join(words[:i], " ")
		if x[head]&placeName == 0 && !country(head) {
			continue
		}
		rest := words[i:]
		if len(rest) > 1 || strings.HasSuffix(rest[0], "s") && x[rest[0]]&(organization|role|place) == 0 {
			keys = append(keys, strings.Join(rest, " "))
		}
		break
	}
	return keys
}

// country reports whether a folded name is that of a country, its people or its
// capital.
func country(folded string) bool {
	if folded == "us" || folded == "uk" || folded == "eu" {
		return true
	}
	if _, ok := nations.Lookup(folded); ok {
		return true
	}
	if _, ok := nations.People(folded); ok {
		return true
	}
	_, ok := nations.Capital(folded)
	return ok
}
