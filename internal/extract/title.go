package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/span"
)

// headSize is how many lines from the top belong to a text's head, where title,
// byline and time stand.
const headSize = 8

// maxTitle is the most words that a title has.
const maxTitle = 40

// setTitle brings the lines of a text that aren't furniture into the form of an
// article's text: the title is its first line and stands once. A title that is known (from markup or a record) is put
// there; otherwise the text's own is looked for. The span is empty where there is
// no title.
func setTitle(text string, lines []line, known string) (string, span.Span) {
	known = oneLine(known)
	if known == "" {
		i := findTitle(lines)
		if i < 0 {
			return join(text, lines), span.Span{}
		}
		known = oneLine(lines[i].text)
		lines = lines[i:] // what stood before it is a label of the page
	}
	rest := withoutTitle(lines, known)
	body := join(text, rest)
	if body == "" {
		return known, span.Span{Start: 0, End: len(known)}
	}
	return known + "\n\n" + body, span.Span{Start: 0, End: len(known)}
}

// oneLine is s with its white space, line breaks too, in normal form.
func oneLine(s string) string { return strings.Join(strings.Fields(normalise(s)), " ") }

// withoutTitle leaves out the lines of the head that repeat the title, and a
// byline that names nobody.
func withoutTitle(lines []line, title string) []line {
	words := fold(title)
	var rest []line
	for i, l := range lines {
		if i < headSize && (sameWords(l.words, words) || isEmptyByline(l)) {
			continue
		}
		rest = append(rest, l)
	}
	return rest
}

// findTitle returns the index of the line that is the title, or -1.
//
// Where a line stands twice in the head, it is the title. Otherwise it is the
// first line that could be one, past a label such as the name of a section.
func findTitle(lines []line) int {
	head := lines[:min(len(lines), headSize)]
	for i, l := range head {
		for _, m := range head[i+1:] {
			if titleLike(l) && len(l.words) >= 3 && sameWords(l.words, m.words) {
				return i
			}
		}
	}
	for i, l := range head {
		switch {
		case isEmptyByline(l) || isLabel(l) && i+1 < len(head) && titleLike(head[i+1]) && !isByline(head[i+1]):
			continue
		case titleLike(l):
			return i
		case l.prose:
			return -1
		}
	}
	return -1
}

// titleLike reports whether a line could be a title by its form.
func titleLike(l line) bool {
	n := len(l.words)
	if n == 0 || n > maxTitle || isByline(l) {
		return false
	}
	if len(l.sentences) > 2 || strings.HasSuffix(l.text, ".") && n > 16 {
		return false
	}
	return true
}

// isLabel reports whether a line is the name of a section rather than a title:
// one to three words that make no sentence.
func isLabel(l line) bool {
	return len(l.words) <= 3 && !endsSentence(l.text) && utf8.RuneCountInString(l.text) <= 30
}

// isEmptyByline reports whether a line is a byline whose name was lost.
func isEmptyByline(l line) bool {
	return len(l.words) == 1 && (l.words[0] == "by" || l.words[0] == "von" || l.words[0] == "par")
}

func sameWords(a, b []string) bool {
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// isByline reports whether a line is "By" and a name.
func isByline(l line) bool {
	return len(l.words) >= 2 && len(l.words) <= 14 && l.words[0] == "by" && !endsSentence(l.text) &&
		nameLike(strings.TrimSpace(l.text[2:]))
}

// nameLike reports whether most words of s begin with a capital letter.
func nameLike(s string) bool {
	words := strings.Fields(s)
	capital := 0
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			capital++
		}
	}
	return capital > 0 && capital*2 >= len(words)
}
