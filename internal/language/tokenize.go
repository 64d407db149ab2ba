package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/span"
)

// The tokenizer follows the English Web Treebank, so that the models see in
// news what they saw in training: clitics are words ("do|n't", "Russia|'s"), most
// hyphens part words ("U.S.|-|led"), and marks that repeat are one token.
//
// It looks at each byte a bounded number of times.

// A tokenizer cuts a block into tokens.
type tokenizer struct {
	text string
	out  []Token
}

// tokenize appends the tokens of the block b of text to out.
func tokenize(out []Token, text string, b span.Span) []Token {
	t := tokenizer{text, out}
	for i := b.Start; i < b.End; {
		r, size := utf8.DecodeRuneInString(text[i:b.End])
		if isSpace(r) {
			i += size
			continue
		}
		end := i
		for end < b.End {
			r, size := utf8.DecodeRuneInString(text[end:b.End])
			if isSpace(r) {
				break
			}
			end += size
		}
		t.chunk(i, end, b)
		i = end
	}
	return t.out
}

func isSpace(r rune) bool {
	return r <= ' ' || r == 0x85 || r > 0x7f && (unicode.IsSpace(r) || r == 0x200b || r == 0xfeff || r == 0x2060)
}

func (t *tokenizer) add(start, end int) {
	if start < end {
		t.out = append(t.out, Token{Span: span.Span{Start: start, End: end}, Head: -1})
	}
}

// chunk cuts text[i:end], which holds no white space.
func (t *tokenizer) chunk(i, end int, b span.Span) {
	whole := t.text[i:end]
	if lead, n := address(whole); n > 0 {
		t.punctuation(i, i+lead)
		t.add(i+lead, i+lead+n)
		i += lead + n
	} else if smiley(whole) {
		t.add(i, end)
		return
	}
	for i < end {
		r, size := utf8.DecodeRuneInString(t.text[i:end])
		switch {
		case ideograph(r):
			t.add(i, i+size)
			i += size
		case isWord(r):
			i = t.word(i, end, b)
		case isApostrophe(r):
			i = t.apostrophe(i, end)
		case (r == '#' || r == '@') && i+1 < end && isWordAt(t.text, i+1, end) && !isDigit(t.text[i+1]) && (i == 0 || !isWordBefore(t.text, i)):
			j := i + 1
			for j < end && (isWordAt(t.text, j, end) || t.text[j] == '_') {
				_, n := utf8.DecodeRuneInString(t.text[j:end])
				j += n
			}
			t.add(i, j)
			i = j
		default:
			i = t.mark(i, end)
		}
	}
}

// isWord reports whether r belongs to words and numbers.
func isWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == 0xad || r == 0x200d || r == 0x200c
}

func isWordAt(s string, i, end int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:end])
	return isWord(r)
}

func isWordBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return isWord(r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '`' || r == 'ʼ' || r == '‘' }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func ideograph(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// word cuts off what begins with the word character at i, and returns where it
// ends.
func (t *tokenizer) word(start, end int, b span.Span) int {
	s := t.text
	i := start
	for i < end {
		r, size := utf8.DecodeRuneInString(s[i:end])
		if isWord(r) && !ideograph(r) {
			i += size
			continue
		}
		next := i + size
		inside := next < end && isWordAt(s, next, end)
		switch {
		case r == '_' && inside:
		case r == '.' && inside && t.dotJoins(start, i, next, end):
		case (r == ',' || r == ':' || r == '/') && inside && isDigit(s[i-1]) && isDigit(s[next]):
		case r == '/' && inside && i == start+1 && next+1 == end && isLower(s[start]) && isLower(s[next]): // b/c
		case isApostrophe(r) && r != '‘' && inside:
		case isHyphen(r) && inside && t.hyphenJoins(start, i, next, end):
		case r == '&' && inside && i-start <= 2 && isUpper(s[i-1]) && isUpper(s[next]): // AT&T, R&D
		default:
			return t.wordEnds(start, i, end, b)
		}
		i = next
	}
	return t.wordEnds(start, i, end, b)
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }
func isLower(c byte) bool { return c >= 'a' && c <= 'z' }

// dotJoins reports whether the period at i, amid s[start:end], is inside a word:
// a number, an acronym, a host name.
func (t *tokenizer) dotJoins(start, i, next, end int) bool {
	s := t.text
	if isDigit(s[i-1]) && isDigit(s[next]) {
		return true
	}
	// One letter between periods: "U.S", "e.g", "a.m".
	single := i-1 == start || i >= start+2 && s[i-2] == '.'
	if single && !isDigit(s[i-1]) {
		n := next
		for n < end && n < next+3 && (isUpper(s[n]) || isLower(s[n])) {
			n++
		}
		if n == next+1 || n == end && topLevel[s[next:n]] || s[next:n] == "Ph" || s[next:n] == "Sc" {
			return true
		}
		return false
	}
	if strings.EqualFold(s[start:i], "ph") && (s[next] == 'D' || s[next] == 'd') {
		return true
	}
	if i-start > 64 {
		return false
	}
	if isLower(s[next]) && isLower(s[i-1]) && strings.IndexByte(s[start:i], '.') > 0 {
		return true // the word is a host or a newsgroup already
	}
	// A host or file name: what follows the last period is a known ending.
	n := next
	for n < end && n < next+16 && (isLower(s[n]) || isUpper(s[n]) || isDigit(s[n])) {
		n++
	}
	if n < end && s[n] == '.' && n+1 < end && isWordAt(s, n+1, end) {
		if isLower(s[start]) && isLower(s[next]) && isLower(s[n+1]) {
			return true // a newsgroup, a host
		}
		m := n + 1
		for m < end && m < n+8 && isLower(s[m]) {
			m++
		}
		return topLevel[s[n+1:m]]
	}
	return topLevel[strings.ToLower(s[next:n])] && (isLower(s[next]) || !isLower(s[i-1])) &&
		!abbreviated(s[start:i])
}

// hyphenJoins reports whether the hyphen at i is inside a word.
func (t *tokenizer) hyphenJoins(start, i, next, end int) bool {
	s := t.text
	if i-start <= 8 && joinedPrefixes[strings.ToLower(s[start:i])] {
		return true
	}
	if !isDigit(s[i-1]) || !isDigit(s[next]) {
		return false
	}
	// Telephone numbers and dates hold hyphens, ranges don't: "713-853-3989",
	// "345-3436", "2012-06-01", but "3-4" and "1990-1995".
	a := i
	for a > start && i-a < 5 && isDigit(s[a-1]) {
		a--
	}
	n := next
	for n < end && n-next < 5 && isDigit(s[n]) {
		n++
	}
	more := n+1 < end && s[n] == '-' && isDigit(s[n+1]) || a > start && s[a-1] == '-'
	return more || i-a == 3 && n-next == 4
}

// wordEnds adds the word text[start:i] as one token or several, with the period
// that follows it where it is abbreviated, and returns where it ends.
func (t *tokenizer) wordEnds(start, i, end int, b span.Span) int {
	s := t.text
	if i < end && s[i] == '.' && t.keepsPeriod(start, i, end, b) {
		i++
		t.add(start, i)
		return i
	}
	t.clitics(start, i)
	return i
}

// punctuation adds the marks of text[i:end].
func (t *tokenizer) punctuation(i, end int) {
	for i < end {
		i = t.mark(i, end)
	}
}

// mark adds the punctuation mark or symbol at i; marks that repeat are one.
func (t *tokenizer) mark(i, end int) int {
	s := t.text
	r, size := utf8.DecodeRuneInString(s[i:end])
	n := i + size
	switch r {
	case '.':
		for n < end && s[n] == '.' {
			n++
		}
		for n < end && (s[n] == '!' || s[n] == '?') {
			n++
		}
	case '-', '=', '_', '*', '~':
		// A ruled line may be of several marks.
		for n < end && (s[n] == s[i] || n >= i+2 && strings.IndexByte("-=_*~", s[n]) >= 0) {
			n++
		}
	case '–', '—', '…', '<', '>', '’', '+', '$':
		for n < end && strings.HasPrefix(s[n:end], s[i:i+size]) {
			n += size
		}
	case '!', '?':
		for n < end && (s[n] == '!' || s[n] == '?') {
			n++
		}
	}
	if r == '-' && n == i+1 && n < end && s[n] == '>' {
		n++
	}
	t.add(i, n)
	return n
}
