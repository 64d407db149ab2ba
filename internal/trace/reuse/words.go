package reuse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/span"
)

// A word is a word of a text in the form in which words are compared. Quoted
// says that it stands between quotation marks.
type word struct {
	span.Span
	stem   string
	quoted bool
}

// longestWord is the number of bytes after which a word's form is cut off.
const longestWord = 40

// scan finds the words of text[s.Start:s.End]. quotes are the text's quoted
// parts, in order.
func scan(text string, s span.Span, quotes []span.Span, words []word) []word {
	q := 0
	for i := s.Start; i < s.End; {
		r, size := utf8.DecodeRuneInString(text[i:s.End])
		if !inWord(r) {
			i += size
			continue
		}
		start := i
		var form strings.Builder
		for i < s.End {
			r, size = utf8.DecodeRuneInString(text[i:s.End])
			if !inWord(r) {
				next, _ := utf8.DecodeRuneInString(text[i+size : s.End])
				joins := isApostrophe(r) || isSeparator(r) && unicode.IsDigit(next)
				if !joins || !inWord(next) {
					break
				}
				i += size
				if isApostrophe(r) && (next == 's' || next == 'S') && !followedByLetter(text[i+1:s.End]) {
					i++ // a possessive is the same word
					break
				}
				continue
			}
			if form.Len() < longestWord {
				form.WriteRune(fold(r))
			}
			i += size
		}
		w := word{Span: span.Span{Start: start, End: i}, stem: stem(form.String())}
		for q < len(quotes) && quotes[q].End <= start {
			q++
		}
		w.quoted = q < len(quotes) && quotes[q].Start <= start
		words = append(words, w)
	}
	return words
}

func followedByLetter(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return inWord(r)
}

func inWord(r rune) bool {
	return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' ||
		r >= utf8.RuneSelf && r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' }

// isSeparator reports whether r can stand within a number.
func isSeparator(r rune) bool { return r == ',' || r == '.' }

// plain has the letters without marks of Latin letters that reports write with
// and without them.
var plain = func() map[rune]rune {
	m := map[rune]rune{}
	for letter, marked := range map[rune]string{
		'a': "áàâäãåāăą", 'c': "çćčĉ", 'd': "ďđ", 'e': "éèêëēęěė", 'g': "ğģ", 'i': "íìîïīıį",
		'l': "łļľ", 'n': "ñńňņ", 'o': "óòôöõøőō", 'r': "řŕ", 's': "śšşșß", 't': "ťţț",
		'u': "úùûüūůűų", 'y': "ýÿ", 'z': "źżž",
	} {
		for _, r := range marked {
			m[r] = letter
		}
	}
	return m
}()

// fold gives a letter the form in which letters are compared.
func fold(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}
	r = unicode.ToLower(r)
	if p, ok := plain[r]; ok {
		return p
	}
	return r
}

// numerals are the small numbers that one report writes in words and another in
// figures.
var numerals = map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
	"seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
	"thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17",
	"eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
	"fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
}

// stemLength is the number of letters that are compared. Two translators choose
// other endings ("require", "requiring", "requirement").
const stemLength = 6

// stem cuts a word's endings off.
func stem(form string) string {
	if n, ok := numerals[form]; ok {
		return n
	}
	if len(form) > 0 && form[0] <= '9' && form[0] >= '0' {
		return form
	}
	for _, ending := range [...]string{"ing", "ies", "ed", "es", "s", "e", "y"} {
		if len(form) >= len(ending)+3 && strings.HasSuffix(form, ending) && !strings.HasSuffix(form, "ss") {
			form = form[:len(form)-len(ending)]
			break
		}
	}
	letters := 0
	for i := range form {
		if letters == stemLength {
			return form[:i]
		}
		letters++
	}
	return form
}
