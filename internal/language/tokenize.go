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

// abbreviated reports whether word, before a period, is an abbreviation.
func abbreviated(word string) bool {
	return kindOf(word) != noAbbreviation
}

// kindOf classes a word that stands before a period.
func kindOf(word string) int {
	if len(word) > 8 || len(word) == 0 {
		return noAbbreviation
	}
	var low [8]byte
	for i := range len(word) {
		c := word[i]
		if isUpper(c) {
			c |= 0x20
		}
		low[i] = c
	}
	return abbreviations[string(low[:len(word)])]
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

// keepsPeriod reports whether the period at i belongs to the word before it.
func (t *tokenizer) keepsPeriod(start, i, end int, b span.Span) bool {
	s := t.text
	if i+1 < end && s[i+1] == '.' {
		return false // an ellipsis
	}
	word := s[start:i]
	if len(word) >= 3 && word[len(word)-2] == '.' && !isDigit(word[len(word)-1]) {
		return true // U.S., a.m.
	}
	if len(word) == 1 && isUpper(word[0]) {
		// An initial; "I." and "A." at the end of the text are none.
		return i+1 < b.End
	}
	if start == b.Start && len(word) <= 3 && isDigit(word[0]) && isDigit(word[len(word)-1]) && i+1 == end && i+1 < b.End {
		return true // the number of a list's item
	}
	switch kindOf(word) {
	case noAbbreviation:
		return false
	case opensNumber:
		j := i + 1
		for j < b.End && s[j] == ' ' {
			j++
		}
		return j < b.End && (isDigit(s[j]) || s[j] == ',' || s[j] == '#')
	case opensName:
		// "St." and "v." stand within; a period at the very end ends.
		return i+1 < b.End && strings.TrimSpace(s[i+1:min(b.End, i+4)]) != ""
	}
	// "et al." is one, "al." alone, "in.", "mass." and "wash." in lower case
	// mostly are words.
	switch word {
	case "mass", "wash", "miss", "del", "ill", "man", "ore", "mo", "ind", "rec", "reg", "min", "la", "pa", "va", "int", "ed":
		return false
	}
	return true
}

// clitics adds text[start:end], a word without a period, and cuts off what
// English writes together.
func (t *tokenizer) clitics(start, end int) {
	s := t.text
	if end-start > 64 {
		t.add(start, end)
		return
	}
	word := s[start:end]
	if cut := cliticAt(word); cut > 0 {
		t.add(start, start+cut)
		t.add(start+cut, end)
		return
	}
	if isDigit(word[0]) { // 10am, 5pm
		n := len(word)
		if n >= 3 && n <= 7 && (word[n-1]|0x20) == 'm' && ((word[n-2]|0x20) == 'a' || (word[n-2]|0x20) == 'p') && isDigit(word[n-3]) {
			t.add(start, end-2)
			t.add(end-2, end)
			return
		}
	}
	t.add(start, end)
}

// carelessly are negations written without their apostrophe.
var carelessly = map[string]bool{
	"didnt": true, "doesnt": true, "isnt": true, "wasnt": true, "arent": true, "couldnt": true,
	"wouldnt": true, "shouldnt": true, "havent": true, "hasnt": true, "werent": true, "hadnt": true,
}

// cliticAt is where a clitic begins in word, or 0.
func cliticAt(word string) int {
	switch n := len(word); {
	case n == 6 && strings.EqualFold(word, "cannot"):
		return 3
	case n == 5 && (strings.EqualFold(word, "gonna") || strings.EqualFold(word, "gotta") || strings.EqualFold(word, "wanna")):
		return 3
	case n == 4 && (strings.EqualFold(word, "dont") || strings.EqualFold(word, "cant") || strings.EqualFold(word, "wont")):
		return 2
	case n == 2 && (word == "im" || word == "Im"), n == 3 && (word == "ive" || word == "Ive"):
		return 1
	case n == 4 && word == "alot":
		return 1
	case n == 5 && (strings.EqualFold(word, "thats") || strings.EqualFold(word, "whats")):
		return 4
	case n >= 5 && n <= 8 && strings.HasSuffix(word, "nt") && carelessly[strings.ToLower(word)]:
		return n - 2
	}
	for i := len(word) - 1; i > 0 && i >= len(word)-5; i-- {
		r, size := utf8.DecodeRuneInString(word[i:])
		if !isApostrophe(r) {
			continue
		}
		switch strings.ToLower(word[i+size:]) {
		case "s":
			if isDigit(word[i-1]) && word[i-1] == '0' {
				return 0 // the 1980's
			}
			return i
		case "m", "re", "ve", "ll", "d":
			return i
		case "t":
			if word[i-1]|0x20 == 'n' && i > 1 {
				return i - 1
			}
		}
		return 0
	}
	return 0
}

// apostrophe cuts off what begins with an apostrophe.
func (t *tokenizer) apostrophe(i, end int) int {
	s := t.text
	_, size := utf8.DecodeRuneInString(s[i:end])
	next := i + size
	if next+2 <= end && isDigit(s[next]) && isDigit(s[next+1]) { // '90s
		n := next + 2
		if n < end && s[n] == 's' {
			n++
		}
		if n == end || !isWordAt(s, n, end) {
			t.add(i, n)
			return n
		}
	}
	rest := s[next:min(end, next+4)]
	n := 0
	for n < len(rest) && (isLower(rest[n]) || isUpper(rest[n])) {
		n++
	}
	if next+n < end && isWordAt(s, next+n, end) {
		n = 0 // a longer word
	}
	switch strings.ToLower(rest[:n]) {
	case "s", "re", "ve", "ll", "m", "d":
		if i > 0 && !isSpaceBefore(s, i) {
			t.add(i, next+n)
			return next + n
		}
	case "em", "til", "tis", "cos":
		t.add(i, next+n)
		return next + n
	}
	if next < end && s[next] == s[i] && s[i] < utf8.RuneSelf { // '' and ``
		next++
	}
	t.add(i, next)
	return next
}

func isSpaceBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return isSpace(r)
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
