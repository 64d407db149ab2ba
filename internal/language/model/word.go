package model

import (
	"unicode"
	"unicode/utf8"
)

// Kinds of case of a word.
const (
	CaseNone = iota
	CaseLower
	CaseTitle
	CaseUpper
	CaseMixed
)

const maxNormal = 48 // bytes of a word that are looked at

// Normalize appends the form under which the vocabulary knows a word: small
// letters, digits as 0, one form of each quotation mark and dash. At most
// maxNormal bytes of the word count.
func Normalize(dst []byte, word string) []byte {
	if len(word) > maxNormal {
		word = word[:maxNormal]
	}
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			switch {
			case c >= 'A' && c <= 'Z':
				c |= 0x20
			case c >= '0' && c <= '9':
				c = '0'
			case c == '`':
				c = '\''
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		switch r {
		case '’', '‘', 'ʼ', '‛', '′':
			dst = append(dst, '\'')
		case '“', '”', '„', '«', '»', '″':
			dst = append(dst, '"')
		case '–', '—', '‒', '−':
			dst = append(dst, '-', '-')
		case '‐', '‑':
			dst = append(dst, '-')
		case '…':
			dst = append(dst, "..."...)
		case utf8.RuneError:
			dst = append(dst, '?')
		default:
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
	}
	if len(dst) == 2 && dst[0] == '\'' && dst[1] == '\'' {
		dst = append(dst[:0], '"')
	}
	return dst
}

// Hash is FNV-1a.
func Hash(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// mix spreads a hash so that its low bits may be used.
func mix(h uint32) uint32 {
	h ^= h >> 16
	h *= 0x7feb352d
	h ^= h >> 15
	h *= 0x846ca68b
	return h ^ h>>16
}

// CaseOf classes how a word is written.
func CaseOf(word string) int {
	uppers, lowers, first := 0, 0, true
	title := false
	for i := 0; i < len(word) && i < maxNormal; {
		r, size := rune(word[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(word[i:])
		}
		i += size
		switch {
		case r >= 'a' && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLower(r):
			lowers++
		case r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && (unicode.IsUpper(r) || unicode.IsTitle(r)):
			uppers++
			title = title || first
		default:
			continue
		}
		first = false
	}
	switch {
	case uppers+lowers == 0:
		return CaseNone
	case uppers == 0:
		return CaseLower
	case lowers == 0 && uppers > 1:
		return CaseUpper
	case title && uppers == 1:
		return CaseTitle
	}
	return CaseMixed
}
