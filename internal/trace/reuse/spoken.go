package reuse

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/span"
)

// spoken finds the parts of a report that are somebody else's words: what stands
// between quotation marks, direct quotations that a reader of the whole sentence
// found, and posts that are embedded without marks. That two reports have the
// same of these says nothing about where the reports are from. The parts are in
// order and don't overlap.
func spoken(r annotate.Report) []span.Span {
	all := append(quoted(r.Text), posts(r.Text)...)
	if r.Annotations != nil {
		for _, q := range r.Quotations {
			if q.Form == account.Direct {
				all = append(all, q.Content...)
			}
		}
	}
	slices.SortFunc(all, func(a, b span.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	joined := all[:0]
	for _, s := range all {
		if n := len(joined) - 1; n >= 0 && s.Start <= joined[n].End {
			joined[n].End = max(joined[n].End, s.End)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// longestSignature is how many bytes after a handle its date must begin.
const longestSignature = 40

// posts finds the posts of social networks that are embedded in a text: a line
// that ends in "Name (@handle) March 3, 2021", or such a line and the one before
// it.
func posts(text string) []span.Span {
	var found []span.Span
	for from := 0; ; {
		n := strings.Index(text[from:], "(@")
		if n < 0 {
			return found
		}
		at := from + n
		from = at + 2
		end := signed(text, at)
		if end == 0 {
			continue
		}
		start := strings.LastIndexByte(text[:at], '\n') + 1
		if name := strings.TrimLeft(text[start:at], " \t—–-"); len(strings.Fields(name)) <= longestName {
			before := strings.TrimRightFunc(text[:start], unicode.IsSpace)
			start = strings.LastIndexByte(before, '\n') + 1
		}
		found = append(found, span.Span{Start: start, End: end})
		from = end
	}
}

// signed returns where the date ends that follows the handle at a place in a
// text; 0 if none does.
func signed(text string, at int) int {
	end := strings.IndexByte(text[at:min(len(text), at+longestSignature)], ')')
	if end < 0 || strings.ContainsAny(text[at:at+end], " \n") {
		return 0
	}
	digits := 0
	for i := at + end; i < len(text) && i < at+end+longestSignature && text[i] != '\n'; i++ {
		if '0' <= text[i] && text[i] <= '9' {
			if digits++; digits == 4 {
				return i + 1
			}
		} else {
			digits = 0
		}
	}
	return 0
}

// confesses reports whether a sentence says "I": outside quotation marks too,
// somebody else speaks then, or the author does.
func confesses(sentence string) bool {
	capital := true // the word before begins with a capital, as in "Elizabeth I"
	for i := 0; i < len(sentence); {
		r, size := utf8.DecodeRuneInString(sentence[i:])
		if !inWord(r) {
			i += size
			continue
		}
		start := i
		for i < len(sentence) && inWord(r) {
			i += size
			r, size = utf8.DecodeRuneInString(sentence[i:])
		}
		if sentence[start:i] == "I" && (start == 0 || !capital || strings.TrimLeft(sentence[:start], "\"“'‘ ") == "") {
			return true
		}
		first, _ := utf8.DecodeRuneInString(sentence[start:])
		capital = unicode.IsUpper(first)
	}
	return false
}
