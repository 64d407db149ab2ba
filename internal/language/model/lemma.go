package model

import (
	"iter"
	"strings"
)

// Lemmas turn words into their lemmas: for each part of speech, what to cut off
// and put on, by the longest ending that a rule knows. A rule for a whole word
// begins with "^".
type Lemmas map[string]string // part of speech, with its mark, tab, ending → what it does

// MaxEnding is the length of the longest ending with a rule, in bytes; whole
// words may be longer.
const MaxEnding = 6

// A rule's first byte is 'k' to keep the case or 'l' for small letters, then the
// number of bytes to cut as a letter from 'a', then what to put on.

// MakeRule makes the rule that turns word into lemma, or "" where only a list
// could.
func MakeRule(word, lemma string) string {
	if strings.ToLower(lemma) == lemma {
		return cutRule('l', strings.ToLower(word), lemma)
	}
	return cutRule('k', word, lemma)
}

func cutRule(c byte, word, lemma string) string {
	n := 0
	for n < len(word) && n < len(lemma) && word[n] == lemma[n] {
		n++
	}
	for n > 0 && (n < len(word) && word[n]&0xc0 == 0x80 || n < len(lemma) && lemma[n]&0xc0 == 0x80) {
		n-- // not within a rune
	}
	if len(word)-n > 20 || strings.ContainsAny(lemma, Alternatives+"\t\n") {
		return ""
	}
	return string([]byte{c, byte('a' + len(word) - n)}) + lemma[n:]
}

// Alternatives parts the rules of an ending that has several, best first.
const Alternatives = "|"

// Rule finds the rule for a word in the form it is looked up by (see Key). Of the
// rules for its endings it is the first, from the longest, whose result known
// reports, else that for the longest.
func (l Lemmas) Rule(tag, key string, known func(word string) bool) string {
	first := ""
	for rules := range l.Rules(tag, key) {
		for rules != "" {
			var rule string
			rule, rules, _ = strings.Cut(rules, Alternatives)
			if first == "" {
				first = rule
			}
			if rule[1] == 'a' && first != rule {
				continue // a word that is left alone is always known
			}
			if known(Apply(rule, key)) {
				return rule
			}
		}
	}
	return first
}

// Rules yields the rules that match a word: those of the whole word alone, or
// those of its endings from the longest on.
func (l Lemmas) Rules(tag, key string) iter.Seq[string] {
	return func(yield func(string) bool) {
		var buf [64]byte
		k := append(append(buf[:0], tag...), '\t')
		base := len(k)
		if len(key) < 40 {
			k = append(append(k, '^'), key...)
			if rules, ok := l[string(k)]; ok {
				yield(rules)
				return
			}
		}
		for n := min(MaxEnding, len(key)); n >= 0; n-- {
			k = append(k[:base], key[len(key)-n:]...)
			if rules, ok := l[string(k)]; ok && !yield(rules) {
				return
			}
		}
	}
}

// Key is the form under which rules know a word, and the part of speech with a
// mark where the word has a capital of its own.
func Key(word, tag string, capital bool) (key, marked string) {
	if capital {
		tag += "+"
	}
	return strings.ToLower(strings.ReplaceAll(word, "’", "'")), tag
}

// Lemma is the lemma of word.
func (m *Model) Lemma(word, tag string, capital bool) string {
	key, tag := Key(word, tag, capital)
	rule := m.Lemmas.Rule(tag, key, m.known)
	if rule == "" {
		return word
	}
	return Apply(rule, word)
}

func (m *Model) known(word string) bool {
	var buf [2 * maxNormal]byte
	return m.lookup(Hash(Normalize(buf[:0], word))) != 0
}

// Apply applies a rule to a word.
func Apply(rule, word string) string {
	if strings.Contains(word, "’") {
		word = strings.ReplaceAll(word, "’", "'")
	}
	if rule[0] == 'l' {
		word = strings.ToLower(word)
	}
	cut := int(rule[1] - 'a')
	if cut == 0 && len(rule) == 2 {
		return word
	}
	if cut > len(word) {
		return word
	}
	return word[:len(word)-cut] + rule[2:]
}

// SplitKey takes the key of a rule apart: the part of speech, the ending, and
// whether it is a whole word.
func SplitKey(key string) (tag, ending string, whole bool) {
	tag, ending, _ = strings.Cut(key, "\t")
	rest, whole := strings.CutPrefix(ending, "^")
	if len(ending) == 1 && whole {
		return tag, ending, false // the mark itself is the ending
	}
	return tag, rest, whole
}

// Capital reports whether a word is to be taken as one that is written with a
// capital of its own, not one that its place gives it.
func (m *Model) Capital(w *Word) bool {
	if w.Flags&(1<<flagTitle|1<<flagUpper|1<<flagMixed) == 0 {
		return false
	}
	return w.Flags&(1<<flagFirst) == 0 || m.caseOf(w.Row) != CaseLower
}
