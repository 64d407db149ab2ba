package model

import "strings"

// Lemmas turn words into their lemmas: for each part of speech, what to cut off
// and put on, by the longest ending that a rule knows. A rule for a whole word
// begins with "^".
type Lemmas map[string]string // part of speech, tab, ending → what it does

// MaxEnding is the length of the longest ending with a rule, in bytes; whole
// words may be longer.
const MaxEnding = 6

// A rule's first byte is 'k' to keep the case or 'l' for small letters, then the
// number of bytes to cut as a letter from 'a', then what to put on.

// MakeRule makes the rule that turns word into lemma, or "" where only a list
// could.
func MakeRule(word, lemma string) string {
	if rule := cutRule('k', word, lemma); rule != "" && (strings.ToLower(word) == word || word[:1] == lemma[:1]) {
		return rule
	}
	return cutRule('l', strings.ToLower(word), lemma)
}

func cutRule(c byte, word, lemma string) string {
	n := 0
	for n < len(word) && n < len(lemma) && word[n] == lemma[n] {
		n++
	}
	for n > 0 && (n < len(word) && word[n]&0xc0 == 0x80 || n < len(lemma) && lemma[n]&0xc0 == 0x80) {
		n-- // not within a rune
	}
	if len(word)-n > 20 {
		return ""
	}
	return string([]byte{c, byte('a' + len(word) - n)}) + lemma[n:]
}

// Rule finds the rule for a word in the form it is looked up by (see Key).
func (l Lemmas) Rule(tag, key string) string {
	var buf [64]byte
	k := append(append(buf[:0], tag...), '\t')
	base := len(k)
	if len(key) < 40 {
		k = append(append(k, '^'), key...)
		if rule, ok := l[string(k)]; ok {
			return rule
		}
	}
	for n := min(MaxEnding, len(key)); n >= 0; n-- {
		k = append(k[:base], key[len(key)-n:]...)
		if rule, ok := l[string(k)]; ok {
			return rule
		}
	}
	return ""
}

// Key is the form under which rules know a word: in small letters, with a mark
// where it begins with a capital though it begins no sentence.
func Key(word string, capital bool) string {
	key := strings.ToLower(strings.ReplaceAll(word, "’", "'"))
	if capital {
		return "+" + key
	}
	return key
}

// Lemma is the lemma of word.
func (l Lemmas) Lemma(word, tag string, capital bool) string {
	rule := l.Rule(tag, Key(word, capital))
	if rule == "" {
		return word
	}
	return Apply(rule, word)
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
