// Package words cuts text into words for comparing sentences of different
// reports: lower case, with a light stem, and marked as carrying content or not.
// Comparison needs no more than that, and needs it for every sentence of a story,
// so it is one pass without tables of forms.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/span"
)

// A Word is a run of letters and digits with what joins them inside ("co-chair",
// "o'clock", "12.5"). Stem is its lower case with the commonest endings of
// English taken off; it is the key by which words compare. Content is false for
// words that stand in any sentence ("the", "of", "said").
type Word struct {
	span.Span
	Lower   string
	Stem    string
	Content bool
	Capital bool // begins with an upper-case letter
}

// Of returns the words of text in order. Their spans are moved by base, so that a
// piece of a longer text gives spans of that text.
func Of(text string, base int) []Word {
	var all []Word
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !wordly(r) {
			i += size
			continue
		}
		end := wordEnd(text, i)
		all = append(all, word(text[i:end], span.Span{Start: base + i, End: base + end}))
		i = end
	}
	return all
}

// wordEnd returns where the word that starts at i ends. A mark that joins (hyphen,
// apostrophe, the point or comma of a number) belongs to it if more follows.
func wordEnd(text string, i int) int {
	end := i
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if wordly(r) {
			end += size
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[end+size:])
		if !wordly(next) {
			break
		}
		switch r {
		case '-', '\'', '’':
		case '.', ',', ':':
			if last := text[end-1]; last < '0' || last > '9' || !unicode.IsDigit(next) {
				return end
			}
		default:
			return end
		}
		end += size
	}
	return end
}

func wordly(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

func word(s string, at span.Span) Word {
	first, _ := utf8.DecodeRuneInString(s)
	w := Word{Span: at, Lower: strings.ToLower(s), Capital: unicode.IsUpper(first)}
	w.Lower = strings.ReplaceAll(w.Lower, "’", "'")
	w.Lower = strings.TrimSuffix(w.Lower, "'s")
	w.Stem = Stem(w.Lower)
	w.Content = !empty[w.Lower] && (len(w.Lower) > 1 || unicode.IsDigit(first))
	return w
}

// Stem takes the commonest endings of English off a lower-case word, so that
// "shoot", "shoots" and "shooting" compare equal. It is lighter than Porter's: a
// word that shortens to under three letters stays as it is.
func Stem(w string) string {
	for _, e := range endings {
		if strings.HasSuffix(w, e.from) && len(w)-len(e.from) >= e.least {
			return undouble(w[:len(w)-len(e.from)] + e.to)
		}
	}
	return silent(w)
}

// silent takes the last e off a word that stays longer than two letters.
func silent(w string) string {
	if len(w) > 3 {
		return strings.TrimSuffix(w, "e")
	}
	return w
}

var endings = []struct {
	from, to string
	least    int
}{
	{"ies", "y", 2}, {"ied", "y", 2}, {"sses", "ss", 1}, {"ings", "", 3}, {"ing", "", 3},
	{"eed", "eed", 1}, {"ed", "", 3}, {"ss", "ss", 1}, {"us", "us", 1}, {"is", "is", 1},
	{"es", "", 3}, {"s", "", 3}, {"ly", "", 4},
}

// undouble takes off a doubled last consonant ("stopp") and a silent e.
func undouble(w string) string {
	n := len(w)
	if n > 3 && w[n-1] == w[n-2] && !strings.ContainsRune("aeiouls", rune(w[n-1])) {
		return w[:n-1]
	}
	return silent(w)
}

// empty are the words that say nothing about what a sentence is about.
var empty = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`a an the this that these those some any each every all both no not nor
		and or but if then than as of at by for from in into on onto to with without about over under after
		before during between through out off up down near around against upon via per
		i you he she it we they me him her us them my your his its our their mine hers who whom whose which what
		when where why how there here is are was were be been being am do does did done doing have has had having
		will would shall should can could may might must ought say says said saying tell tells told also just so
		too very more most less least much many other another such only own same while because since until
		though although however still yet now again ever never one's mr mrs ms dr n't don't doesn't didn't
		isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't hasn't haven't hadn't it's he's
		she's that's there's i'm we're they're you're i've we've they've i'll we'll they'll`) {
		m[w] = true
	}
	return m
}()
