package group

import (
	"unicode"
	"unicode/utf8"
)

// A word of a text.
type word struct {
	start, end int
	hash       uint32 // of its lower case
	capital    bool   // begins with an upper-case letter
	first      bool   // of its sentence, as far as one can see
	number     bool
}

// What a byte of ASCII is to eachWord.
const (
	other = iota
	stop  // ends a sentence, or begins a quotation
	lower
	upper
	digit
)

var classes = func() (c [utf8.RuneSelf]byte) {
	for i := range c {
		switch {
		case 'a' <= i && i <= 'z':
			c[i] = lower
		case 'A' <= i && i <= 'Z':
			c[i] = upper
		case '0' <= i && i <= '9':
			c[i] = digit
		}
	}
	for _, b := range ".!?\n\":" {
		c[b] = stop
	}
	return c
}()

// class reads the letter at i: what it is, in lower case, and its length.
func class(text string, i int) (kind byte, r rune, size int) {
	if b := text[i]; b < utf8.RuneSelf {
		kind = classes[b]
		if kind == upper {
			b += 'a' - 'A'
		}
		return kind, rune(b), 1
	}
	r, size = utf8.DecodeRuneInString(text[i:])
	switch {
	case unicode.IsUpper(r):
		return upper, unicode.ToLower(r), size
	case unicode.IsLetter(r):
		return lower, unicode.ToLower(r), size
	case unicode.IsDigit(r):
		return digit, r, size
	case r == '“':
		return stop, r, size
	}
	return other, r, size
}

// eachWord calls do for each run of letters and digits, until it returns false.
// An apostrophe ends a word, so that a genitive doesn't hide a name. A number may
// hold commas, which don't count, and points.
func eachWord(text string, do func(word) bool) {
	first := true
	for i := 0; i < len(text); {
		kind, r, size := class(text, i)
		if kind < lower {
			first = first || kind == stop
			i += size
			continue
		}
		w := word{start: i, capital: kind == upper, number: kind == digit, first: first, hash: 2166136261}
		for {
			if r != ',' {
				w.hash = (w.hash ^ uint32(r)) * 16777619
			}
			i += size
			if i >= len(text) {
				break
			}
			kind, r, size = class(text, i)
			if kind < lower && !(w.number && (r == ',' || r == '.') && i+1 < len(text) && text[i+1] >= '0' && text[i+1] <= '9') {
				break
			}
		}
		w.end = i
		if w.end-w.start > 1 || w.number {
			if !do(w) {
				return
			}
		}
		first = false
	}
}

// hash is the hash that eachWord gives a word in lower case.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for _, r := range s {
		h = (h ^ uint32(r)) * 16777619
	}
	return h
}

// then is the hash of one term followed by another.
func then(a, b uint32) uint32 { return a*16777619 ^ b }
