package reuse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/annotate"
	"stemma/internal/span"
)

// longestUnit is the number of words after which a sentence is compared in
// pieces, so that text without an end to its sentences costs no more than other
// text does.
const longestUnit = 60

// units are the pieces of a report that are compared: its sentences, or where
// nobody found any, what lies between line ends and final marks. They are in
// order of text.
func units(r annotate.Report) []span.Span {
	if r.Annotations != nil && len(r.Sentences) > 0 {
		return r.Sentences
	}
	var found []span.Span
	for start := 0; start < len(r.Text); {
		end := len(r.Text)
		if n := strings.IndexByte(r.Text[start:], '\n'); n >= 0 {
			end = start + n
		}
		found = split(r.Text, start, end, found)
		start = end + 1
	}
	return found
}

// split adds the sentences of one line to found.
func split(text string, start, end int, found []span.Span) []span.Span {
	from := start
	for i := start; i < end; i++ {
		if c := text[i]; c != '.' && c != '!' && c != '?' {
			continue
		}
		j := i + 1
		for j < end {
			r, size := utf8.DecodeRuneInString(text[j:end])
			if !strings.ContainsRune(".!?\"'”’)", r) {
				break
			}
			j += size
		}
		after := strings.TrimLeft(text[j:end], " \t")
		next, _ := utf8.DecodeRuneInString(after)
		if len(after) < end-j && !unicode.IsLower(next) && !abbreviates(text[from:i]) {
			found = append(found, span.Span{Start: from, End: j})
			from = end - len(after)
		}
		i = j - 1
	}
	if strings.TrimSpace(text[from:end]) != "" {
		found = append(found, span.Span{Start: from, End: end})
	}
	return found
}

// abbreviates reports whether the full stop after s belongs to its last word, as
// after an initial or a title.
func abbreviates(s string) bool {
	last := s[strings.LastIndexAny(s, " (\t")+1:]
	return len(last) <= 3 && last != "" && unicode.IsUpper(rune(last[0])) || strings.ContainsRune(last, '.')
}
