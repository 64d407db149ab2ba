package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold brings a name to small Latin letters and digits with single spaces between
// its words: other scripts are romanised, diacritics and dots left out ("U.S." is
// "us", "O’Neill" is "oneill"), hyphens and other marks are spaces. Fold(Fold(s))
// is Fold(s).
func Fold(s string) string {
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	return foldASCIIOnly(Romanize(s))
}

// foldASCII folds a name that is all ASCII in one pass.
func foldASCII(s string) (string, bool) {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return "", false
		}
	}
	return foldASCIIOnly(s), true
}

func foldASCIIOnly(s string) string {
	b := make([]byte, 0, len(s))
	gap := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case c == '.' || c == '\'' || c == '`':
			continue
		case c == '&':
			b = space(b)
			b = append(b, "and"...)
			gap = true
			continue
		default:
			gap = true
			continue
		}
		if gap {
			b = space(b)
			gap = false
		}
		b = append(b, c)
	}
	return string(b)
}

func space(b []byte) []byte {
	if len(b) > 0 && b[len(b)-1] != ' ' {
		b = append(b, ' ')
	}
	return b
}

// letters that don't decompose into a base letter and a mark.
var letters = map[rune]string{
	'ß': "ss", 'ẞ': "ss", 'æ': "ae", 'Æ': "ae", 'œ': "oe", 'Œ': "oe", 'ø': "o", 'Ø': "o",
	'ł': "l", 'Ł': "l", 'đ': "d", 'Đ': "d", 'ð': "d", 'Ð': "d", 'þ': "th", 'Þ': "th",
	'ı': "i", 'ħ': "h", 'ŋ': "ng", 'ə': "a", 'Ə': "a", '’': "'", '‘': "'", 'ʼ': "'", 'ʻ': "'", 'ʿ': "'", 'ʾ': "'",
	'´': "'", '–': "-", '—': "-", '‐': "-", '‑': "-", '−': "-", '\u00a0': " ",
}

// Romanize writes a name in Latin letters without diacritics. It knows Cyrillic,
// Greek, Arabic, Hebrew, Armenian, Georgian, Hangul, kana and the most frequent
// characters of Chinese names; a letter of another script is written as letters that
// stand for it alone. The
// spellings are those that English-language news favours, so that a comparison
// afterwards has the least to forgive.
func Romanize(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	s = norm.NFC.String(s)
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if r < utf8.RuneSelf {
			b.WriteRune(r)
			continue
		}
		if l, ok := letters[r]; ok {
			b.WriteString(l)
			continue
		}
		if l, ok := script(runes, i); ok {
			b.WriteString(l)
			continue
		}
		base := bare(r)
		switch {
		case base < utf8.RuneSelf:
			b.WriteRune(base)
		case base != r:
			if l, ok := script([]rune{base}, 0); ok {
				b.WriteString(l)
			} else if unicode.IsLetter(base) {
				b.WriteString(stranger(base))
			}
		case unicode.IsLetter(r):
			b.WriteString(stranger(r))
		case unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.IsSymbol(r):
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// bare takes the marks off a letter.
func bare(r rune) rune {
	for _, d := range norm.NFD.String(string(r)) {
		return d
	}
	return r
}
