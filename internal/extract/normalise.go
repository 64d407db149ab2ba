package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// normalise gives a text the one form that all spans are made on: lines end in
// \n, a run of white space is one space, at most one blank line stands between
// lines, and control characters and invisible marks are gone. It runs before any
// span is made and never after.
//
// Letters are left as they are: Unicode composition (NFC) is not forced, since a
// reader must find the report's own characters.
func normalise(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	newlines, space := 2, false // as if blank lines stood before the text
	var last rune
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		if r == '\r' {
			if i < len(s) && s[i] == '\n' {
				continue
			}
			r = '\n'
		}
		switch class := classify(r, last); {
		case class == lineBreak:
			newlines, space = newlines+1, false
		case class == blank:
			space = true
		case class == visible:
			if newlines > 0 && b.Len() > 0 {
				b.WriteString("\n\n"[:min(newlines, 2)])
			} else if space && newlines == 0 {
				b.WriteByte(' ')
			}
			newlines, space = 0, false
			b.WriteRune(r)
			last = r
		}
	}
	return b.String()
}

type runeClass int

const (
	visible runeClass = iota
	blank
	lineBreak
	nothing
)

// classify says what a rune counts as in a text; before is the visible rune that
// came before it.
func classify(r, before rune) runeClass {
	switch {
	case r > ' ' && r < 0x7f:
		return visible
	case r == ' ' || r == '\t':
		return blank
	case r == '\n' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return lineBreak
	case r < 0xa0: // what is left of the control characters
		return nothing
	case r == 0x200c || r == 0x200d:
		// The joiners shape words in Arabic and Indic scripts, and emoji;
		// between Latin letters they are rubbish.
		if before >= 0x600 {
			return visible
		}
		return nothing
	case r == 0xad || r == 0xfeff || unicode.Is(unicode.Cf, r):
		return nothing
	case unicode.IsSpace(r) || unicode.Is(unicode.Zs, r):
		return blank
	}
	return visible
}
