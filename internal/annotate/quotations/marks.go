package quotations

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/span"
)

// A quoted is a piece of text between quotation marks, with its marks. One that
// its paragraph leaves open ends with the paragraph; Open says so.
type quoted struct {
	span.Span
	inner     span.Span // without the marks
	open      bool      // no closing mark
	single    bool      // ‘…’ or '…'
	paragraph int
}

// paragraphs splits a text at line breaks. Blank ones are left out; the others
// are trimmed of white space.
func paragraphs(text string) []span.Span {
	var out []span.Span
	for start := 0; start <= len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += start
		}
		piece := text[start:end]
		left := len(piece) - len(strings.TrimLeft(piece, " \t\r\u00a0\u3000"))
		piece = strings.TrimSpace(piece)
		if piece != "" {
			out = append(out, span.Span{Start: start + left, End: start + left + len(piece)})
		}
		start = end + 1
	}
	return out
}

// Roles that a mark can play.
const (
	opens = 1 << iota
	closes
)

// A mark is a quotation mark in the text: its family says what can close it.
type mark struct {
	span.Span
	family byte // 'd' double, 'g' guillemets, 's' single
	role   int
}

// marksIn finds the quotation marks of one paragraph. Apostrophes are left out
// as far as their neighbours tell.
func marksIn(text string, p span.Span) []mark {
	var out []mark
	for i := p.Start; i < p.End; {
		c := text[i]
		if c < utf8.RuneSelf && c != '"' && c != '\'' && c != '`' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:p.End])
		m := mark{Span: span.Span{Start: i, End: i + n}}
		before, after := neighbours(text, p, i, i+n)
		switch r {
		case '“', '„', '‟', '″', '＂':
			m.family, m.role = 'd', opens
			// German and Polish close with the mark that English opens with.
			if r == '“' && !unicode.IsSpace(before) && before != 0 && !opener(before) && !wordy(after) {
				m.role = closes
			}
		case '”', '〟':
			m.family, m.role = 'd', closes
			// Swedish and Finnish open with it too.
			if (before == 0 || unicode.IsSpace(before)) && wordy(after) {
				m.role = opens
			}
		case '"':
			m.family, m.role = 'd', straight(before, after)
		case '«', '»', '‹', '›':
			m.family, m.role = 'g', straight(before, after)
			if m.role == opens|closes {
				m.role = opens
				if r == '»' || r == '›' {
					m.role = closes
				}
			}
		case '`', '\'', '‘', '’', '‚', '‛':
			if i+n < p.End && strings.HasPrefix(text[i+n:p.End], text[i:i+n]) { // '' or ``
				m.End += n
				before, after = neighbours(text, p, m.Start, m.End)
				m.family, m.role = 'd', straight(before, after)
				break
			}
			m.family = 's'
			switch r {
			case '‘', '`', '‚', '‛':
				if before == 0 || !wordy(before) {
					m.role = opens
				}
			default:
				// An apostrophe opens only before a word at a word's start, and
				// closes only after one: whether it does is settled later.
				if wordy(after) && wordy(before) {
					break
				}
				if r == '\'' && (before == 0 || unicode.IsSpace(before) || opener(before)) && (wordy(after) || opener(after)) {
					m.role = opens
				} else if before != 0 && !unicode.IsSpace(before) {
					m.role = closes
				}
			}
		}
		if m.role != 0 {
			out = append(out, m)
		}
		i = m.End
	}
	return out
}

// neighbours are the runes before and after [start, end) in p; 0 at its edges.
func neighbours(text string, p span.Span, start, end int) (before, after rune) {
	if start > p.Start {
		before, _ = utf8.DecodeLastRuneInString(text[p.Start:start])
	}
	if end < p.End {
		after, _ = utf8.DecodeRuneInString(text[end:p.End])
	}
	return before, after
}

func wordy(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '$' || r == '£' || r == '€'
}
func opener(r rune) bool { return strings.ContainsRune("([{—–-‘“\"'«:…/", r) }

// straight guesses the role of a mark that has the same shape at both ends.
func straight(before, after rune) int {
	spaceBefore := before == 0 || unicode.IsSpace(before)
	spaceAfter := after == 0 || unicode.IsSpace(after)
	switch {
	case spaceBefore && !spaceAfter:
		return opens
	case spaceAfter && !spaceBefore:
		return closes
	case spaceBefore && spaceAfter:
		return opens | closes
	case strings.ContainsRune("([{—–", before) && wordy(after):
		return opens
	case strings.ContainsRune(",.;:!?)]}…—–", after) || strings.ContainsRune(",.!?…", before):
		return closes
	}
	return opens | closes
}

// quotesIn finds what stands between quotation marks in a text: the outermost
// double quotes, and single ones that stand outside of them.
func quotesIn(text string, paras []span.Span) []quoted {
	var out []quoted
	for n, p := range paras {
		marks := marksIn(text, p)
		var nextOpens bool
		if n+1 < len(paras) {
			nextOpens = startsQuoted(text, paras[n+1])
		}
		out = append(out, pairs(text, p, n, marks, nextOpens)...)
	}
	return out
}

// startsQuoted reports whether a paragraph begins with an opening mark.
func startsQuoted(text string, p span.Span) bool {
	m := marksIn(text, span.Span{Start: p.Start, End: min(p.End, p.Start+8)})
	return len(m) > 0 && m[0].Start == p.Start && m[0].role&opens != 0
}

// pairs matches the marks of one paragraph. Inside a double quote, a further
// opening mark nests where enough closing ones follow, and otherwise starts
// anew: the writer forgot to close.
func pairs(text string, p span.Span, n int, marks []mark, nextOpens bool) []quoted {
	var out []quoted
	take := func(from, to mark, open bool) {
		q := quoted{Span: span.Span{Start: from.Start, End: to.End}, inner: span.Span{Start: from.End, End: to.Start},
			open: open, single: from.family == 's', paragraph: n}
		if open {
			q.End, q.inner.End = to.Start, to.Start
		}
		if strings.TrimSpace(q.inner.In(text)) != "" {
			out = append(out, q)
		}
	}
	left := map[byte]int{} // closing marks still to come
	for _, m := range marks {
		if m.role&closes != 0 {
			left[m.family]++
		}
	}
	var stack []mark
	var outer *mark
	for i := range marks {
		m := &marks[i]
		if m.family == 's' {
			continue
		}
		if m.role&closes != 0 {
			left[m.family]--
		}
		role := m.role
		if role == opens|closes {
			role = opens
			if outer != nil {
				role = closes
			}
		}
		switch {
		case role == opens && outer == nil:
			outer, stack = m, append(stack[:0], *m)
		case role == opens && m.family == outer.family && left[m.family] < len(stack)+1:
			take(*outer, mark{Span: span.Span{Start: trimmedEnd(text, outer.End, m.Start)}}, true)
			outer, stack = m, append(stack[:0], *m)
		case role == opens && m.family == outer.family:
			stack = append(stack, *m)
		case role == closes && outer != nil && m.family == outer.family:
			stack = stack[:len(stack)-1]
			if len(stack) == 0 {
				take(*outer, *m, false)
				outer = nil
			}
		}
	}
	if outer != nil && (nextOpens || p.End-outer.End > 20 || outer.Start > p.Start) {
		take(*outer, mark{Span: span.Span{Start: p.End}}, true)
	}
	for _, q := range singles(marks, out) {
		take(q[0], q[1], false)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// singles pairs single marks outside the double quotes found so far. A closing
// mark after a letter may be the apostrophe of a plural: one after punctuation is
// preferred, if it comes before the next opening mark.
func singles(marks []mark, doubles []quoted) [][2]mark {
	var out [][2]mark
	at := 0
	inside := func(m mark) bool {
		for at < len(doubles) && doubles[at].End <= m.Start {
			at++
		}
		return at < len(doubles) && doubles[at].Start <= m.Start
	}
	var open *mark
	for i := range marks {
		m := &marks[i]
		if m.family != 's' || inside(*m) {
			if m.family != 's' {
				open = nil
			}
			continue
		}
		switch {
		case m.role&opens != 0:
			open = m
		case open != nil:
			out = append(out, [2]mark{*open, *m})
			open = nil
		}
	}
	return out
}

// trimmedEnd is end without the white space before it.
func trimmedEnd(text string, start, end int) int {
	return start + len(strings.TrimRightFunc(text[start:end], unicode.IsSpace))
}
