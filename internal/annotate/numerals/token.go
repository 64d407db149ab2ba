// Package numerals reads numbers, in digits and in words, as news writes them:
// "100,000", "1.5bn", "two and a half", "tens of thousands". It has the light
// scanner that [stemma/internal/annotate/times] and
// [stemma/internal/annotate/quantities] work on: unlike the tokens of package
// language, its tokens split at every change between letters, digits and marks
// ("57-country", "8pm", "$1.2bn"), which is where numbers begin and end.
//
// Everything is linear in the length of the text.
package numerals

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/span"
)

// Kinds of token.
const (
	Word   = iota // letters, with their combining marks
	Digits        // digits, with the separators inside: "100,000", "2.5"
	Mark          // one punctuation mark or symbol
)

// A Token is the smallest piece of text that the scanners look at.
type Token struct {
	span.Span
	Kind   int
	Lower  string // in lower case; for a Mark in its plain form (– and — are "-", ’ is "'")
	Spaced bool   // white space or the text's beginning before it
	Break  bool   // a new paragraph or a new short line begins with it
}

// Capital reports whether the token is a word that begins with a capital letter.
func (t Token) Capital(text string) bool {
	if t.Kind != Word {
		return false
	}
	c := text[t.Start]
	if c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(text[t.Start:t.End])
	return unicode.IsUpper(r)
}

// fullLine is the length from which a line that ends without a blank line
// behind it is taken to run on: texts are wrapped at 60 to 80 columns.
const fullLine = 50

// Scan splits a text into tokens, in order. Bytes that are not UTF-8 come out as
// marks.
func Scan(text string) []Token {
	tokens := make([]Token, 0, len(text)/5+1)
	spaced, broken, line := true, true, 0
	for i := 0; i < len(text); {
		kind, n := classify(text[i:])
		switch kind {
		case white:
			spaced = true
			end := i + n
			if text[i] == '\n' {
				broken = broken || breaks(text, line, i)
				line = end
			}
			i = end
			continue
		case digit:
			n = digitsLen(text[i:])
			tokens = append(tokens, Token{Span: span.Span{Start: i, End: i + n}, Kind: Digits, Lower: text[i : i+n]})
		case letter:
			n = lettersLen(text[i:])
			tokens = append(tokens, Token{Span: span.Span{Start: i, End: i + n}, Kind: Word, Lower: strings.ToLower(text[i : i+n])})
		default:
			tokens = append(tokens, Token{Span: span.Span{Start: i, End: i + n}, Kind: Mark, Lower: plain(text[i : i+n])})
		}
		last := &tokens[len(tokens)-1]
		last.Spaced, last.Break = spaced, broken
		spaced, broken = false, false
		i += n
	}
	return tokens
}

// breaks says whether the line feed at i ends a paragraph: the next line is
// blank, or the line was short, or what follows starts a new thought.
func breaks(text string, line, i int) bool {
	if i-line < fullLine || i+1 >= len(text) {
		return true
	}
	kind, _ := classify(text[i+1:])
	return kind == white || 'A' <= text[i+1] && text[i+1] <= 'Z' && text[i-1] == '.'
}

const (
	mark = iota
	letter
	digit
	white
)

// classify gives the class and the length of a text's first character.
func classify(s string) (class, n int) {
	c := s[0]
	switch {
	case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
		return letter, 1
	case '0' <= c && c <= '9':
		return digit, 1
	case c == ' ' || '\t' <= c && c <= '\r':
		return white, 1
	case c < utf8.RuneSelf:
		return mark, 1
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case unicode.IsLetter(r) || unicode.Is(unicode.M, r):
		return letter, n
	case unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff':
		return white, n
	}
	return mark, n
}

func lettersLen(s string) int {
	i := 0
	for i < len(s) {
		class, n := classify(s[i:])
		if class != letter {
			break
		}
		i += n
	}
	return i
}

// plain gives the variants of a mark one form.
func plain(s string) string {
	switch s {
	case "–", "—", "‑", "‐", "−", "‒":
		return "-"
	case "’", "‘", "ʼ", "`":
		return "'"
	case "“", "”", "„", "«", "»":
		return `"`
	}
	return s
}

// A Walk goes over the tokens of a text: what scanners for times and quantities
// have in common.
type Walk struct {
	Text   string
	Tokens []Token
}

// Word returns the lower-case form of Tokens[i]; "" outside of the text and where
// a new paragraph begins.
func (w *Walk) Word(i int) string {
	if i < 0 || i >= len(w.Tokens) || w.Tokens[i].Break {
		return ""
	}
	return w.Tokens[i].Lower
}

// Before returns the lower-case form of the token before i in its paragraph.
func (w *Walk) Before(i int) string {
	if i <= 0 || w.Tokens[i].Break {
		return ""
	}
	return w.Tokens[i-1].Lower
}

// Joined reports whether nothing stands between tokens i-1 and i.
func (w *Walk) Joined(i int) bool {
	return i > 0 && i < len(w.Tokens) && !w.Tokens[i].Spaced
}

// Capital reports whether Tokens[i] is a word with a capital letter.
func (w *Walk) Capital(i int) bool {
	return i >= 0 && i < len(w.Tokens) && w.Tokens[i].Capital(w.Text)
}
