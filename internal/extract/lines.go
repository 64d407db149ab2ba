package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/span"
)

// A line is what stands in a text as one piece: a paragraph, a heading, a label.
// Usually that is a line of the text; a paragraph that was wrapped over several
// lines is one line here.
type line struct {
	span.Span
	text      string   // what Span covers
	words     []string // folded, without punctuation
	sentences []string
	prose     bool // reads like a reporter's paragraph, by its length and its end
	after     bool // directly under the line before, without a blank line
}

// split takes a normalised text apart into lines.
func split(text string) []line {
	var lines []line
	wrapped := hardWrapped(text)
	blank := true
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		if start == end {
			blank = true
			start++
			continue
		}
		s := text[start:end]
		if n := len(lines); !blank && goesOn(lines[n-1].text, s, wrapped) {
			lines[n-1].End = end
			lines[n-1].text = text[lines[n-1].Start:end]
		} else {
			lines = append(lines, line{Span: span.Span{Start: start, End: end}, text: s, after: !blank})
		}
		blank = false
		start = end + 1
	}
	for i := range lines {
		l := &lines[i]
		l.words = fold(l.text)
		l.sentences = sentences(l.text)
		l.prose = len(l.words) >= 25 || len(l.words) >= 8 && (endsSentence(l.text) || endsSentence(beforeMark(l.text)))
	}
	return lines
}

// beforeMark leaves out a short mark in brackets behind the last sentence of s,
// such as an agency's: "… said. (Northwire)".
func beforeMark(s string) string {
	if open := strings.LastIndexByte(s, '('); open > 0 && len(s)-open <= 40 && strings.HasSuffix(s, ")") {
		return s[:open]
	}
	return s
}

// lineEnd returns where the line that holds start ends.
func lineEnd(text string, start int) int {
	if n := strings.IndexByte(text[start:], '\n'); n >= 0 {
		return start + n
	}
	return len(text)
}

// hardWrapped reports whether a text breaks its paragraphs into lines of about
// equal length, as agencies' wires and e-mails do.
func hardWrapped(text string) bool {
	var full, all int
	for start := 0; start < len(text); {
		end := lineEnd(text, start)
		if end+1 < len(text) && end > start && text[end+1] != '\n' {
			all++
			if n := end - start; n >= 50 && n <= 100 {
				full++
			}
		}
		start = end + 1
	}
	return all >= 8 && full*10 >= all*7
}

// goesOn reports whether the line next continues the paragraph that line ends.
func goesOn(line, next string, wrapped bool) bool {
	first, _ := utf8.DecodeRuneInString(next)
	if wrapped {
		last := line[strings.LastIndexByte(line, '\n')+1:]
		return len(last) >= 45 && len(last) <= 110
	}
	return unicode.IsLower(first) && !endsSentence(line) && !strings.HasSuffix(line, ":")
}

// endsSentence reports whether s ends as a sentence does, closing quotes and
// brackets aside.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"”’'»)]* ")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") ||
		strings.HasSuffix(s, "…") || strings.HasSuffix(s, "。")
}

// sentences cuts a line at ends of sentences. It is rough: furniture is matched
// against its pieces, nothing is built on them.
func sentences(s string) []string {
	var out []string
	start := 0
	for i := 0; i+2 < len(s); i++ {
		if c := s[i]; c != '.' && c != '!' && c != '?' {
			continue
		}
		j := i + 1
		for j < len(s) && strings.ContainsRune("\"')]", rune(s[j])) {
			j++
		}
		if strings.HasPrefix(s[j:], "”") || strings.HasPrefix(s[j:], "’") {
			j += len("”")
		}
		if j+1 < len(s) && (s[j] == ' ' || s[j] == '\n') {
			if r, _ := utf8.DecodeRuneInString(s[j+1:]); !unicode.IsLower(r) && j-start > 3 {
				out = append(out, s[start:j])
				start = j + 1
			}
		}
	}
	return append(out, s[start:])
}

// fold gives the words of s in lower case: letters and digits, with apostrophes
// left out and everything else between words.
func fold(s string) []string {
	s = strings.ToLower(s)
	words := make([]string, 0, len(s)/6+1)
	start, elided := -1, false
	flush := func(end int) {
		switch {
		case start < 0:
			return
		case elided:
			words = append(words, apostrophes.Replace(s[start:end]))
		default:
			words = append(words, s[start:end])
		}
		start, elided = -1, false
	}
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case isWordRune(r):
			if start < 0 {
				start = i
			}
		case r == '\'' || r == '’' || r == '‘':
			elided = start >= 0
		default:
			flush(i)
		}
		i += size
	}
	flush(len(s))
	return words
}

var apostrophes = strings.NewReplacer("'", "", "’", "", "‘", "")

// isWordRune reports whether words are made of r.
func isWordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}
