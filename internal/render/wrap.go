package render

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// clean makes words of a report safe for a terminal: control characters, which
// could carry commands to it, and characters that turn the direction of what
// follows are taken out; line breaks and tabs become spaces.
func clean(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if strings.IndexFunc(s, unsafeRune) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r' || r == '\u2028' || r == '\u2029':
			return ' '
		case unsafeRune(r):
			return -1
		}
		return r
	}, s)
}

func unsafeRune(r rune) bool {
	return unicode.IsControl(r) ||
		r == '\u2028' || r == '\u2029' || // line and paragraph separator
		r >= '\u202a' && r <= '\u202e' || // embeddings and overrides
		r >= '\u2066' && r <= '\u2069' || // isolates
		r == '\u200e' || r == '\u200f' || r == '\u061c' // marks
}

// displayWidth is how many columns of a terminal s takes: two for a wide
// character, none for a combining one.
func displayWidth(s string) int {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return uniseg.StringWidth(s)
		}
	}
	return len(s)
}

// cut shortens s to at most width columns, with an ellipsis for what is gone.
func cut(s string, width int) string {
	if displayWidth(s) <= width {
		return s
	}
	var b strings.Builder
	left := width - 1
	for state := -1; s != "" && left > 0; {
		var cluster string
		var w int
		cluster, s, w, state = uniseg.FirstGraphemeClusterInString(s, state)
		if w > left {
			break
		}
		left -= w
		b.WriteString(cluster)
	}
	return strings.TrimRight(b.String(), " ") + "…"
}

// A styled is text in one style.
type styled struct {
	style style
	text  string
}

// wrap sets text into lines of at most width columns, broken where Unicode allows
// a break (UAX #14); what has no such place is broken between characters. Styles
// go on over the break. Lines don't end in spaces.
func wrap(text []styled, width int) [][]styled {
	width = max(width, 8)
	l := liner{width: width}
	for _, piece := range joinWords(text) {
		l.add(piece)
	}
	l.end()
	return l.lines
}

// A liner fills lines.
type liner struct {
	width, used int
	line        []styled
	lines       [][]styled
	space       []styled // spaces that are only set if something follows on the line
}

// add sets an unbreakable piece, which may end in spaces and have several styles.
func (l *liner) add(piece []styled) {
	word, space := splitTrailing(piece)
	w := widthOf(word)
	if l.used > 0 && l.used+widthOf(l.space)+w > l.width {
		l.end()
	}
	if w > l.width {
		l.addLong(word)
	} else if w > 0 {
		l.put(word)
	}
	l.space = append(l.space, space...)
}

// addLong sets a piece that is wider than a line, character by character.
func (l *liner) addLong(word []styled) {
	for _, t := range word {
		for s, state := t.text, -1; s != ""; {
			var cluster string
			var w int
			cluster, s, w, state = uniseg.FirstGraphemeClusterInString(s, state)
			if l.used > 0 && l.used+widthOf(l.space)+w > l.width {
				l.end()
			}
			l.put([]styled{{t.style, cluster}})
		}
	}
}

func (l *liner) put(word []styled) {
	if l.used > 0 {
		word = append(l.space, word...)
	}
	l.space = nil
	for _, t := range word {
		l.used += displayWidth(t.text)
		if n := len(l.line); n > 0 && l.line[n-1].style == t.style {
			l.line[n-1].text += t.text
		} else {
			l.line = append(l.line, t)
		}
	}
}

func (l *liner) end() {
	if l.used > 0 {
		l.lines = append(l.lines, l.line)
	}
	l.line, l.used, l.space = nil, 0, nil
}

func widthOf(text []styled) int {
	w := 0
	for _, t := range text {
		w += displayWidth(t.text)
	}
	return w
}

// joinWords cuts text at the places where a line may be broken.
func joinWords(text []styled) [][]styled {
	var all strings.Builder
	for _, t := range text {
		all.WriteString(t.text)
	}
	var pieces [][]styled
	rest, state := all.String(), -1
	i, at := 0, 0 // the run and the place in it where the next piece begins
	for rest != "" {
		var segment string
		segment, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		var piece []styled
		for n := len(segment); n > 0; {
			take := min(n, len(text[i].text)-at)
			if take > 0 {
				piece = append(piece, styled{text[i].style, text[i].text[at : at+take]})
			}
			at += take
			n -= take
			if at == len(text[i].text) {
				i, at = i+1, 0
			}
		}
		pieces = append(pieces, piece)
	}
	return pieces
}

// splitTrailing parts the spaces at the end of a piece from the rest.
func splitTrailing(piece []styled) (word, space []styled) {
	for n := len(piece); n > 0; n-- {
		t := piece[n-1]
		trimmed := strings.TrimRightFunc(t.text, unicode.IsSpace)
		if len(trimmed) < len(t.text) {
			space = append([]styled{{t.style, t.text[len(trimmed):]}}, space...)
		}
		if trimmed != "" {
			word = append(word, piece[:n-1]...)
			return append(word, styled{t.style, trimmed}), space
		}
	}
	return nil, space
}
