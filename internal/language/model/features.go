package model

import (
	"unicode"
	"unicode/utf8"
)

// A Word is what a model knows of a token before it looks around it.
type Word struct {
	Hash   uint32            // of the normalized word
	Row    int32             // row of the vocabulary; 0 for a word that isn't in it
	Hashes [HashTables]int32 // rows of the tables of affixes and shapes
	Flags  uint64            // bit i is flag i
}

// The tables of affixes and shapes, each with its rows and columns.
const (
	suffix2 = iota
	suffix3
	suffix4
	prefix3
	shape
	HashTables
)

// HashShape has the rows and columns of the tables of affixes and shapes. Rows
// are a power of two.
var HashShape = [HashTables][2]int{
	suffix2: {2048, 16},
	suffix3: {4096, 32},
	suffix4: {8192, 24},
	prefix3: {4096, 16},
	shape:   {1024, 16},
}

// Flags of a word.
const (
	flagFirst = iota
	flagTitle
	flagUpper
	flagInitial
	flagMixed
	flagDigit
	flagNumber
	flagHyphen
	flagPeriod
	flagApostrophe
	flagMark
	flagSpaced
	flagAllCaps
	flagHeadline
	flagMostlyLower
	flagMostlyTitle
	flagMostlyUpper
	flagNoCase
	flagUnknown
	flagRare
	flagLists // the first of the flags of lists, two a list: begins, goes on
	Flags     = 48
)

// ListFlags are the flags that lists of names set.
const ListFlags = uint64(1<<Flags - 1<<flagLists)

// Words describes the tokens of a sentence to the networks. spaced tells of each
// whether white space stands before it. words is appended to.
func (m *Model) Words(words []Word, tokens []string, spaced []bool) []Word {
	var buf [2 * maxNormal]byte
	first := len(words)
	var cases [256]uint8
	wide := cases[:0]
	letters, titles, uppers, lowers := 0, 0, 0, 0
	for i, token := range tokens {
		normal := Normalize(buf[:0], token)
		h := Hash(normal)
		row := m.lookup(h)
		c := CaseOf(token)
		wide = append(wide, uint8(c))
		switch c {
		case CaseLower:
			if len(token) > 3 {
				lowers++
				letters++
			}
		case CaseTitle, CaseMixed:
			titles++
			letters++
		case CaseUpper:
			uppers++
			letters++
		}
		w := Word{Hash: h, Row: row}
		w.affixes(normal)
		if i == 0 || i == 1 && cases[0] == CaseNone {
			w.Flags |= 1 << flagFirst
		}
		if spaced[i] {
			w.Flags |= 1 << flagSpaced
		}
		words = append(words, w)
	}
	allCaps := letters >= 2 && uppers*5 >= letters*4 && uppers >= 2
	headline := !allCaps && letters >= 4 && (titles+uppers)*10 >= letters*8
	for i, token := range tokens {
		w := &words[first+i]
		c := int(wide[i])
		usual := m.caseOf(w.Row)
		if allCaps && c == CaseUpper || headline && c == CaseTitle && usual == CaseLower {
			// Where everything is capital, a word's usual form says more.
			c = usual
			if c == CaseNone {
				c = CaseTitle
			}
		}
		w.form(token, c)
		if allCaps {
			w.Flags |= 1 << flagAllCaps
		}
		if headline {
			w.Flags |= 1 << flagHeadline
		}
		switch {
		case w.Row == 0:
			w.Flags |= 1 << flagUnknown
		case usual == CaseLower:
			w.Flags |= 1 << flagMostlyLower
		case usual == CaseTitle:
			w.Flags |= 1 << flagMostlyTitle
		case usual == CaseUpper:
			w.Flags |= 1 << flagMostlyUpper
		default:
			w.Flags |= 1 << flagNoCase
		}
		if w.Row >= m.RareFrom {
			w.Flags |= 1 << flagRare
		}
	}
	m.markLists(words[first:], tokens, wide)
	return words
}

// Capitalized reports whether a word is written with a capital, be it all of it
// or one that headlines give.
func (w *Word) Capitalized() bool {
	return w.Flags&(1<<flagTitle|1<<flagUpper|1<<flagMixed) != 0
}

// affixes looks up the beginnings and ends of a normalized word.
func (w *Word) affixes(normal []byte) {
	row := func(table int, b []byte, whole bool) {
		h := Hash(b)*HashTables + uint32(table)
		if whole {
			h ^= 0x9e3779b9
		}
		w.Hashes[table] = int32(mix(h) & uint32(HashShape[table][0]-1))
	}
	for table, n := range [...]int{suffix2: 2, suffix3: 3, suffix4: 4} {
		at := lastRunes(normal, n)
		row(table, normal[at:], at == 0)
	}
	at := firstRunes(normal, 3)
	row(prefix3, normal[:at], at == len(normal))
}

// lastRunes is where the last n runes of b begin, or 0.
func lastRunes(b []byte, n int) int {
	at := len(b)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRune(b[:at])
		at -= size
	}
	return at
}

// firstRunes is where the first n runes of b end, or len(b).
func firstRunes(b []byte, n int) int {
	at := 0
	for ; n > 0 && at < len(b); n-- {
		_, size := utf8.DecodeRune(b[at:])
		at += size
	}
	return at
}

// form sets the flags and the shape of a word that is written like token, in the
// case c.
func (w *Word) form(token string, c int) {
	switch c {
	case CaseTitle:
		w.Flags |= 1 << flagTitle
	case CaseUpper:
		w.Flags |= 1 << flagUpper
	case CaseMixed:
		w.Flags |= 1 << flagMixed
	}
	if len(token) == 2 && token[1] == '.' && c == CaseTitle {
		w.Flags |= 1 << flagInitial
	}
	var buf [24]byte
	s := buf[:0]
	s = append(s, byte('0'+c))
	var last byte
	repeat, digits, others := 0, 0, 0
	for i := 0; i < len(token) && i < maxNormal && len(s) < cap(s); {
		r, size := rune(token[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(token[i:])
		}
		i += size
		var k byte
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			k = 'x'
			others++
		case r >= '0' && r <= '9':
			k = 'd'
			digits++
		case r == '-' || r == '‐' || r == '‑':
			k = '-'
			w.Flags |= 1 << flagHyphen
		case r == '.':
			k = '.'
			w.Flags |= 1 << flagPeriod
		case r == '\'' || r == '’':
			k = '\''
			w.Flags |= 1 << flagApostrophe
		case r < utf8.RuneSelf:
			k = byte(r)
		case unicode.IsLetter(r):
			k = 'u'
			if r > 0x24f {
				k = 'f' // another script
			}
			others++
		case r == '“' || r == '”' || r == '„' || r == '«' || r == '»':
			k = '"'
		case r == '‘':
			k = '\''
		case r == '–' || r == '—':
			k = '~'
		default:
			k = 's'
		}
		if k == last {
			if repeat++; repeat >= 3 && k != 'd' || repeat >= 5 {
				continue
			}
		} else {
			last, repeat = k, 0
		}
		s = append(s, k)
	}
	if digits > 0 {
		w.Flags |= 1 << flagDigit
		if others == 0 {
			w.Flags |= 1 << flagNumber
		}
	} else if others == 0 {
		w.Flags |= 1 << flagMark
	}
	w.Hashes[shape] = int32(mix(Hash(s)) & uint32(HashShape[shape][0]-1))
}
