package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/span"
)

// A word is a run of letters and digits of a text, in lower case.
type word struct {
	span.Span
	fold    string
	capital bool // begins with a capital letter
}

// words takes a text apart. An apostrophe between letters does not part a word,
// except before the "s" that makes a genitive: "CNN’s" gives "cnn" and "s", so
// that names are found in every case.
func words(text string) []word {
	out := make([]word, 0, len(text)/6+1)
	start := -1
	for i := 0; i <= len(text); {
		r, size := ' ', 1
		if i < len(text) {
			if r, size = rune(text[i]), 1; r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(text[i:])
			}
		}
		inside := isWordRune(r)
		switch {
		case inside && start < 0:
			start = i
		case !inside && start >= 0:
			first, _ := utf8.DecodeRuneInString(text[start:])
			out = append(out, word{span.Span{Start: start, End: i}, strings.ToLower(text[start:i]), unicode.IsUpper(first)})
			start = -1
		}
		i += size
	}
	return out
}

// gap is what stands in text between two words.
func gap(text string, a, b word) string { return text[a.End:b.Start] }
