package language

import (
	"strings"
	"unicode/utf8"

	"stemma/internal/span"
)

// A block is a piece of text that no sentence crosses: a paragraph, a headline,
// an item of a list.
//
// A blank line always ends a block, and so does a line break, save where the
// text was wrapped by a program that breaks lines at a fixed width.

// Widths of hard-wrapped text, in runes: a run of lines counts as wrapped only
// where its longest line is between these.
const (
	minWrap = 45
	maxWrap = 110
)

// A line is a line of text without its break, trimmed of white space.
type line struct {
	span.Span
	runes int // its width
	first int // width of its first word
}

// blocks cuts text into blocks, in order; none is empty.
func blocks(text string) []span.Span {
	var out []span.Span
	var run []line // consecutive lines that aren't blank
	flush := func() {
		out = appendBlocks(out, text, run)
		run = run[:0]
	}
	for start := 0; start <= len(text); {
		end := len(text)
		if n := strings.IndexAny(text[start:], "\n\r\u2028\u2029\f\v"); n >= 0 {
			end = start + n
		}
		if l := trim(text, start, end); l.Empty() {
			flush()
		} else {
			run = append(run, l)
		}
		if end == len(text) {
			break
		}
		_, size := utf8.DecodeRuneInString(text[end:])
		if strings.HasPrefix(text[end:], "\r\n") {
			size = 2
		}
		if text[end] == '\f' || strings.HasPrefix(text[end:], "\u2029") {
			flush()
		}
		start = end + size
	}
	flush()
	return out
}

// trim measures the line text[start:end].
func trim(text string, start, end int) line {
	s := strings.TrimSpace(text[start:end])
	if s == "" {
		return line{}
	}
	start += strings.Index(text[start:end], s[:1])
	l := line{Span: span.Span{Start: start, End: start + len(s)}, runes: utf8.RuneCountInString(s)}
	l.first = l.runes
	if n := strings.IndexAny(s, " \t"); n >= 0 {
		l.first = utf8.RuneCountInString(s[:n])
	}
	return l
}

// appendBlocks joins the wrapped lines of a run and appends its blocks.
func appendBlocks(out []span.Span, text string, run []line) []span.Span {
	if len(run) == 0 {
		return out
	}
	width := wrapWidth(text, run)
	block := run[0].Span
	for i := 1; i < len(run); i++ {
		if width > 0 && full(run[i-1], run[i], width) && !startsItem(run[i].In(text)) {
			block.End = run[i].End
			continue
		}
		out = append(out, block)
		block = run[i].Span
	}
	return append(out, block)
}

// full reports whether a was broken since the first word of b no longer fitted.
func full(a, b line, width int) bool {
	return a.runes+1+b.first > width
}

// wrapWidth is the width to which the lines of a run were wrapped, or 0 where
// they stand on lines of their own.
func wrapWidth(text string, run []line) int {
	if len(run) < 2 {
		return 0
	}
	width := 0
	for _, l := range run {
		width = max(width, l.runes)
	}
	if width < minWrap || width > maxWrap {
		return 0
	}
	fulls, open := 0, 0
	for i := 0; i+1 < len(run); i++ {
		if full(run[i], run[i+1], width) {
			fulls++
			if !endsSentence(run[i].In(text)) {
				open++
			}
		}
	}
	// Most lines must be full, and some must break off within a sentence:
	// headlines of like length end where they end, and mostly begin with a
	// capital.
	lower := 0
	for _, l := range run[1:] {
		if c := text[l.Start]; c >= 'a' && c <= 'z' {
			lower++
		}
	}
	if 3*fulls < 2*(len(run)-1) || open == 0 || 3*lower < len(run)-1 {
		return 0
	}
	return width
}

// endsSentence reports whether a line ends as sentences do.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, "\"'”’)]")
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?") ||
		strings.HasSuffix(s, ":") || strings.HasSuffix(s, "…")
}

// startsItem reports whether a line begins with the mark of a list's item.
func startsItem(s string) bool {
	for _, mark := range [...]string{"* ", "- ", "• ", "– ", "— ", "· ", "▪ ", "● ", "■ "} {
		if strings.HasPrefix(s, mark) {
			return true
		}
	}
	n := 0
	for n < len(s) && n < 3 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n > 0 && n+1 < len(s) && (s[n] == '.' || s[n] == ')') && s[n+1] == ' '
}
