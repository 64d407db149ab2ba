// Package names compares names of people, organisations and places, whatever
// their spelling, alphabet and order. It serves to say who is who in a story, and
// to search.
//
//	a := names.Parse("Sergei Ryabkov", names.Person)
//	b := names.Parse("Рябков, Сергей Алексеевич", names.Person)
//	names.Compare(a, b)   // 0.99
//
// # The score
//
// Compare gives a number from 0 to 1, the same both ways: how likely it is that
// two names that were met in one context are names of one. At [Same] and above
// take them for one. The parts:
//
//  1. Names are romanised and folded ([Fold]); titles are dropped, legal forms of
//     companies are set apart by class ("OAO", "Joint Stock Company").
//  2. Words are compared as sequences of sounds as they are written: a weighted
//     Damerau-Levenshtein distance in which what romanisations write for one
//     another costs little ("kh", "h"; "tsch", "ch"; "y", "i", "j"), a vowel less
//     than a consonant. Nicknames, initials, number words and words for one thing
//     in several languages are near.
//  3. Words are paired off, nearest first, whatever their order; words that were
//     run together or torn apart are mended first. (The soft-matching of token
//     sets follows Cohen, Ravikumar & Fienberg 2003.)
//  4. What is left decides: words without a partner on both sides speak against
//     it, on one side alone ("Vladimir Vladimirovich Putin") hardly. A logistic
//     function of a few such sums gives the score. Its weights were learned from
//     aliases in the European Union's sanctions lists, with names of others that
//     share a word as counter-examples.
//
// An acronym and a body whose first letters it has score .7 at least.
//
// [Name.Keys] gives blocking keys: two names that Compare may find the same nearly
// always share one.
package names

import (
	"strings"
	"unicode"
)

// Kind says what a name is of, and so how its words weigh.
type Kind int

// Kinds of name.
const (
	Any Kind = iota
	Person
	Organization
	Place
)

// Same is the score from which two names are taken for one.
const Same = 0.6

// A Name is a name taken apart for comparison. It may be used by several
// goroutines at once.
type Name struct {
	kind  Kind
	parts []part
	form  string // class of the legal form: "LLC"; "" where there is none
}

// A part is a word of a name.
type part struct {
	text    string
	units   []unit
	weight  float64
	initial bool
	number  bool
	small   bool // a particle: "al", "von"
}

// Parse takes a name apart. A name without letters and digits has no parts and
// compares to 0 with all names.
func Parse(text string, kind Kind) Name {
	n := Name{kind: kind}
	words := strings.Fields(Fold(unglue(text)))
	if kind == Person {
		words = withoutTitles(words)
	} else {
		words, n.form = withoutForm(words)
		words = numbers(words)
	}
	for i, w := range words {
		if i > 0 && w == words[i-1] && len(words) > 2 {
			continue // "Sergey Sergey Shoigu"
		}
		n.parts = append(n.parts, newPart(w, kind))
	}
	return n
}

// Empty reports whether the name has nothing to compare.
func (n Name) Empty() bool { return len(n.parts) == 0 }

func newPart(w string, kind Kind) part {
	p := part{text: w, number: isNumber(w)}
	if kind == Person && !p.number {
		p.text = undigit(w)
	}
	p.units = units(p.text)
	runes := len(p.text)
	switch {
	case p.number:
		p.weight = .5
	case particles[p.text]:
		p.small = true
		p.weight = .15
	case runes == 1:
		p.initial = kind == Person
		p.weight = .35
	case kind != Person && len(symbols(p.text)) > 0:
		p.weight = .7
	default:
		p.weight = min(1, .4+.1*float64(runes))
	}
	return p
}

var particles = set(`al el ul ad as ar ash at an bin ibn ben bint abu abou ould de da do dos das del della di du la le les
	von van der den ter ten zu zum af av y e the of and for und et`)

// titles stand before people's names.
var titles = set(`mr mister mrs ms miss mx madam madame mme monsieur fraulein frau fr senor senora senorita herr dr doctor prof professor dott
	president prasident ambassador amb admiral general gen lieutenant lt colonel col brigadier commodore captain capt major maj sergeant sgt private pvt
	chairman chairwoman director sir lord lady dame baroness baron count countess rev reverend hon honourable honorable sheikh shaikh shaykh sheik haji hajji
	haj hadji mullah maulavi mawlawi ayatollah imam senator sen rep governor minister chancellor pope cardinal archbishop bishop king queen`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// withoutTitles drops titles before a name, and legal forms behind it that got
// there by mistake.
func withoutTitles(words []string) []string {
	for len(words) > 1 && titles[words[0]] {
		words = words[1:]
	}
	for len(words) > 2 && strayForms[words[len(words)-1]] {
		words = words[:len(words)-1]
	}
	return words
}

var strayForms = set("sa llc ltd inc ag gmbh plc limited corp")

// unglue parts words that were run together at a capital: "SergeiLavrov"; not
// "McDonald", nor "iPhone". Capitals in a row without vowels are initials:
// "JC Juncker".
func unglue(s string) string {
	runes := []rune(s)
	var b strings.Builder
	start := 0 // of the word
	for i, r := range runes {
		if !unicode.IsLetter(r) {
			start = i + 1
		} else if i-start >= 3 && unicode.IsUpper(r) && unicode.IsLower(runes[i-1]) && (i+1 == len(runes) || len(runes)-i >= 2 && runes[i+1] != ' ') {
			b.WriteByte(' ')
			start = i
		}
		b.WriteRune(r)
	}
	return b.String()
}

// undigit writes letters for the digits that stand for them in "Ig0r".
func undigit(w string) string {
	if !strings.ContainsAny(w, "0123456789") {
		return w
	}
	return strings.NewReplacer("0", "o", "1", "i", "3", "e", "4", "a", "5", "s", "9", "g").Replace(w)
}

func isNumber(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || '9' < s[i] {
			return false
		}
	}
	return s != ""
}
