package reuse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/span"
)

// quoted finds the parts of a text that stand between quotation marks, in
// order. A mark that is opened and not closed within its paragraph holds to the
// paragraph's end, as marks do in speech that runs over paragraphs.
func quoted(text string) []span.Span {
	var found []span.Span
	for start := 0; start < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
			end = start + n
		}
		found = quotedIn(text, start, end, found)
		start = end + 1
	}
	return found
}

// Marks that open a quotation, with those that close it.
var marks = map[rune]string{'“': "”\"“", '"': "\"”", '«': "»", '„': "“”\"", '»': "«"}

// quotedIn adds the quoted parts of one paragraph to found.
func quotedIn(text string, start, end int, found []span.Span) []span.Span {
	open, closers := -1, ""
	before := ' '
	for i := start; i < end; {
		r, size := utf8.DecodeRuneInString(text[i:end])
		switch {
		case open >= 0:
			if strings.ContainsRune(closers, r) {
				found = append(found, span.Span{Start: open, End: i})
				open = -1
			}
		case marks[r] != "":
			open, closers = i+size, marks[r]
		case (r == '‘' || r == '\'') && !unicode.IsLetter(before) && !unicode.IsDigit(before):
			if n := closingSingle(text[i+size : end]); n > 0 {
				found = append(found, span.Span{Start: i + size, End: i + size + n})
				size += n
			}
		}
		before = r
		i += size
	}
	if open >= 0 {
		found = append(found, span.Span{Start: open, End: end})
	}
	return found
}

// longestSingle is how far a single closing mark is looked for. A single mark is
// an apostrophe more often than not.
const longestSingle = 600

// closingSingle returns where the single quotation that rest begins with ends;
// 0 if it doesn't, or holds fewer than three words.
func closingSingle(rest string) int {
	rest = rest[:min(len(rest), longestSingle)]
	spaces := 0
	before := ' '
	for i, r := range rest {
		if r == ' ' {
			spaces++
		}
		if isApostrophe(r) && before != ' ' {
			next, _ := utf8.DecodeRuneInString(rest[i+utf8.RuneLen(r):])
			if !inWord(next) && (spaces >= 2 && before != 's' || strings.ContainsRune(".,!?", before)) {
				return i
			}
		}
		before = r
	}
	return 0
}
