package mentions

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/account"
	"stemma/internal/names"
	"stemma/internal/names/nations"
)

// acronyms joins acronyms with their expansions: first where one stands in
// brackets behind the other ("Security Forum (SF)", "SF (Security Forum)"), then
// where an acronym is made of the first letters of a name in the text.
func (d *document) acronyms(all []name, chains []*chain) []*chain {
	of := map[int]*chain{}
	for _, c := range chains {
		for _, i := range c.names {
			of[i] = c
		}
	}
	join := func(short, long *chain) {
		if short == long || len(short.names) == 0 || len(long.names) == 0 {
			return
		}
		long.alias = short.tokens[0]
		for _, i := range short.names {
			of[i] = long
		}
		tokens, full := long.tokens, long.full
		merge(d, all, long, short)
		long.tokens, long.full = tokens, full
		long.settle()
	}
	for i := 0; i+1 < len(all); i++ {
		a, b := all[i], all[i+1]
		if b.first != a.last+1 || d.words[a.last].text != "(" || of[i] == nil || of[i+1] == nil || a.form != ByName || b.form != ByName {
			continue
		}
		switch {
		case d.abbreviates(b, a):
			join(of[i+1], of[i])
		case d.abbreviates(a, b):
			join(of[i], of[i+1])
		}
	}
	long := map[string]*chain{}
	for _, c := range chains {
		if len(c.names) > 0 && len(c.tokens) > 1 && c.typ != account.Person {
			for _, a := range d.initials(all[c.full]) {
				if _, taken := long[a]; !taken {
					long[a] = c
				}
			}
		}
	}
	for _, c := range chains {
		if len(c.names) == 0 || len(c.tokens) != 1 || !d.words[all[c.full].first].upper {
			continue
		}
		if l := long[strings.ToUpper(c.tokens[0])]; l != nil && len(c.tokens[0]) > 1 {
			join(c, l)
		}
	}
	return living(chains)
}

// abbreviates reports whether short, standing in brackets beside long, is its
// acronym: its letters stand in long in order, from the first word's first on.
func (d *document) abbreviates(short, long name) bool {
	if short.last-short.first != 1 {
		return false
	}
	letters := strings.ReplaceAll(d.words[short.first].text, ".", "")
	if len(letters) < 2 || len(letters) > 10 || long.last-long.first < 2 && len(d.words[long.first].text) < len(letters)+2 {
		return false
	}
	upper := 0
	for _, r := range letters {
		if unicode.IsUpper(r) {
			upper++
		}
	}
	if upper*2 <= len(letters) {
		return false
	}
	want := []rune(strings.ToLower(letters))
	text := []rune(strings.ToLower(d.span(long.first, long.last).In(d.text)))
	if len(text) == 0 || text[0] != want[0] {
		return false
	}
	i := 0
	for _, r := range text {
		if i < len(want) && r == want[i] {
			i++
		}
	}
	return i == len(want)
}

// initials returns the acronyms that a name of several words can have: with and
// without its small words and hyphenated parts.
func (d *document) initials(n name) []string {
	var all, capitals strings.Builder
	for i := n.first; i < n.last; i++ {
		w := d.words[i]
		if !w.letter {
			continue
		}
		r, _ := utf8.DecodeRuneInString(w.text)
		if w.capital {
			if i == n.first || d.words[i-1].text != "-" {
				capitals.WriteRune(unicode.ToUpper(r))
			}
		}
		all.WriteRune(unicode.ToUpper(r))
	}
	out := []string{capitals.String()}
	if all.String() != out[0] {
		out = append(out, all.String())
	}
	if len(out[0]) < 2 {
		return nil
	}
	return out
}

// nationKey is the nation that a word for a people belongs to.
func (d *document) nationKey(n name) string {
	text := d.span(n.first, n.last).In(d.text)
	if nation, ok := nations.People(text); ok {
		return nation.Code
	}
	return names.Fold(text)
}

// shortened joins names of organisations and places with fuller ones: "Apple"
// with "Apple Inc.", "the Angels" with "Los Angeles Angels", "US" with "United
// States".
func (d *document) shortened(all []name, chains []*chain) []*chain {
	byKey := map[string][]*chain{}
	for _, c := range chains {
		if c.nation || c.typ == account.Person {
			continue
		}
		for _, key := range Short(c.typ, strings.Join(c.tokens, " ")) {
			byKey[key] = append(byKey[key], c)
		}
	}
	for _, c := range chains {
		own := strings.Join(c.tokens, " ")
		if c.nation || len(c.names) == 0 || c.typ == account.Person && (len(c.tokens) > 1 || c.scores.person > 1 && !agencyOf(byKey[own])) {
			continue
		}
		var found *chain
		unique := true
		for _, o := range byKey[own] {
			if o == c || len(o.names) == 0 || c.typ == account.Person && o.typ == account.Place {
				continue
			}
			unique = unique && found == nil
			found = o
		}
		if found != nil && unique && len(found.tokens) >= len(c.tokens) {
			merge(d, all, found, c)
		}
	}
	return living(chains)
}

// agencyOf reports whether a short name's long ones are of a press agency alone,
// which speaks as people do: "Orbis reported", of "Orbis Press".
func agencyOf(long []*chain) bool {
	if len(long) != 1 || long[0].typ != account.Organization {
		return false
	}
	switch last := long[0].tokens[len(long[0].tokens)-1]; last {
	case "press", "news", "media":
		return load().words[long[0].tokens[0]]&given == 0
	}
	return false
}
