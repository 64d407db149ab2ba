package language

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/span"
)

// Segment cuts text into sentences of tokens without looking at what they mean.
func Segment(text string) []Sentence {
	var out []Sentence
	var tokens []Token
	for _, b := range blocks(text) {
		first := len(tokens)
		tokens = tokenize(tokens, text, b)
		out = appendSentences(out, text, tokens[first:len(tokens):len(tokens)])
	}
	return out
}

// appendSentences cuts the tokens of a block into sentences.
func appendSentences(out []Sentence, text string, tokens []Token) []Sentence {
	b := boundaries{text: text, tokens: tokens}
	start := 0
	for i := 0; i < len(tokens); i++ {
		b.quote(i)
		end := b.after(i, start)
		if end == 0 {
			continue
		}
		for j := i + 1; j < end; j++ {
			b.quote(j)
		}
		out = append(out, sentence(tokens[start:end:end]))
		start, i = end, end-1
	}
	if start < len(tokens) {
		out = append(out, sentence(tokens[start:]))
	}
	return out
}

func sentence(tokens []Token) Sentence {
	return Sentence{Span: span.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End}, Tokens: tokens}
}

// boundaries decides where sentences end among the tokens of a block.
type boundaries struct {
	text   string
	tokens []Token
	open   bool // within straight double quotation marks
}

func (b *boundaries) at(i int) string { return b.tokens[i].In(b.text) }

// spaced reports whether white space stands before token i.
func (b *boundaries) spaced(i int) bool { return i > 0 && b.tokens[i-1].End < b.tokens[i].Start }

// quote keeps count of straight quotation marks.
func (b *boundaries) quote(i int) {
	if s := b.at(i); s == `"` || s == "''" || s == "``" {
		b.open = !b.open
	}
}

// after returns the index after the sentence that ends with token i and the
// closing marks after it, or 0 where none ends here. The sentence began at start.
func (b *boundaries) after(i, start int) int {
	s := b.at(i)
	kind := b.terminal(s)
	if kind == 0 {
		return 0
	}
	if kind == abbreviation && i == start && (isDigit(s[0]) || len(s) == 2 && isUpper(s[0])) {
		return 0 // the number of a list's item, the letter of who is asked
	}
	end, quoted := b.closers(i + 1)
	if end == len(b.tokens) {
		return end
	}
	next := b.at(end)
	if t := b.terminal(next); t != 0 && t != abbreviation && !isWordAt(next, 0, len(next)) {
		return 0 // "…" before "." and the like: the last of them ends
	}
	if b.begins(kind, i, end, quoted) {
		return end
	}
	return 0
}

// Kinds of token that may end a sentence.
const (
	period = iota + 1
	exclamation
	ellipsis
	abbreviation
)

// terminal classes a token by how it may end a sentence; 0 is not at all.
func (b *boundaries) terminal(s string) int {
	switch s[len(s)-1] {
	case '.':
		switch {
		case s == ".":
			return period
		case strings.Trim(s, ".") == "":
			return ellipsis
		}
		return abbreviation
	case '!', '?':
		return exclamation // also ".?" and the like
	}
	switch s {
	case "…", "……":
		return ellipsis
	case "。", "！", "？", "؟", "।":
		return exclamation
	}
	return 0
}

// closers returns the index after the closing brackets and quotation marks from
// token i on, and whether a quotation mark is among them.
func (b *boundaries) closers(i int) (end int, quoted bool) {
	open := b.open
	for ; i < len(b.tokens); i++ {
		switch s := b.at(i); s {
		case ")", "]", "}":
		case "”", "’", "»", "’’":
			quoted = true
		case `"`, "''":
			// With a space before it, it closes only what is open.
			if b.spaced(i) && (!open || i+1 < len(b.tokens) && !b.spaced(i+1)) {
				return i, quoted
			}
			open = !open
			quoted = true
		case "'":
			if b.spaced(i) {
				return i, quoted
			}
			quoted = true
		default:
			return i, quoted
		}
	}
	return i, quoted
}

// begins reports whether a sentence begins at token n, after a terminal of the
// given kind at token i.
func (b *boundaries) begins(kind, i, n int, quoted bool) bool {
	form := b.form(n)
	if !b.spaced(n) && !b.runTogether(i, n) {
		return false
	}
	switch kind {
	case abbreviation:
		return b.beginsAfterAbbreviation(i, n, form)
	case period:
		// Web writers begin with small letters too; after an acronym or a number
		// it is rather a slip amid a sentence.
		return form != lower || b.plainWord(i-1) && !quoted && b.letter(n)
	case exclamation:
		if form == lower {
			return !quoted && i > 0 && !b.capital(i-1)
		}
		if quoted && form == upper {
			return !b.cueFollows(n)
		}
		return kindOf(strings.TrimSuffix(b.at(n), ".")) != mayEnd // "Yahoo! Inc."
	}
	return form == upper // ellipsis
}

// runTogether reports whether the space between two sentences was lost:
// "said.The".
func (b *boundaries) runTogether(i, n int) bool {
	if i == 0 || n+1 > len(b.tokens) {
		return false
	}
	before, next := b.at(i-1), b.at(n)
	return len(before) > 1 && isLower(before[len(before)-1]) && len(next) > 0 && isUpper(next[0]) ||
		n > i+1 && len(next) > 0 && isUpper(next[0])
}

// Forms of what may begin a sentence.
const (
	lower = iota
	upper
	number
	opening
)

// form classes token n by how it begins; past opening marks the word counts.
func (b *boundaries) form(n int) int {
	r, _ := utf8.DecodeRuneInString(b.at(n))
	switch {
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return upper
	case unicode.IsLower(r):
		return lower
	case unicode.IsDigit(r) || r == '$' || r == '€' || r == '£':
		return number
	case unicode.IsLetter(r):
		return upper // a script without case
	}
	switch r {
	case '/':
		if b.spaced(n) && n+1 < len(b.tokens) && !b.spaced(n+1) {
			return opening // an agency's name: "/TASS/"
		}
		return lower
	case ',', ';', ':', ')', ']', '%':
		return lower
	case '-', '–', '—':
		// A dash amid text goes on; one that opens an item begins.
		if n+1 < len(b.tokens) && b.spaced(n+1) {
			return b.formNoMarks(n + 1)
		}
	case '"', '“', '‘', '\'', '(', '[', '«', '„':
		if n+1 < len(b.tokens) && b.formNoMarks(n+1) == lower && !b.spaced(n+1) && r != '(' && r != '[' {
			return lower
		}
	}
	return opening
}

func (b *boundaries) formNoMarks(n int) int {
	r, _ := utf8.DecodeRuneInString(b.at(n))
	if unicode.IsLower(r) {
		return lower
	}
	return opening
}

// capital reports whether token i begins with a capital.
func (b *boundaries) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(b.at(i))
	return unicode.IsUpper(r)
}

// beginsAfterAbbreviation decides whether a sentence begins at n after an
// abbreviation at i.
func (b *boundaries) beginsAfterAbbreviation(i, n, form int) bool {
	s := b.at(i)
	kind := kindOf(s[:len(s)-1])
	if kind == opensName || kind == opensNumber {
		return false
	}
	if n > i+1 && form != lower { // closing marks stand between
		return true
	}
	switch form {
	case upper:
		next := b.at(n)
		if !starters[strings.ToLower(next)] {
			return false
		}
		// "J. A. Smith": a single letter is an initial.
		return len(next) > 1 && len(s) > 2 || next == "I" || next == "A" && len(s) > 2 || len(next) > 1 && i > 0 && !b.capital(i-1)
	case opening:
		r, _ := utf8.DecodeRuneInString(b.at(n))
		return (r == '“' || r == '"' || r == '‘') && len(s) > 2
	}
	return false
}

// plainWord reports whether token i is a word of small letters.
func (b *boundaries) plainWord(i int) bool {
	if i < 0 {
		return false
	}
	s := b.at(i)
	for j := range len(s) {
		if !isLower(s[j]) {
			return false
		}
	}
	return len(s) > 1
}

// letter reports whether token i begins with a letter.
func (b *boundaries) letter(i int) bool {
	r, _ := utf8.DecodeRuneInString(b.at(i))
	return unicode.IsLetter(r)
}

// cueFollows reports whether the words from n on are a speaker and a verb of
// saying: “Why now?” Ryabkov asked.
func (b *boundaries) cueFollows(n int) bool {
	for i := n; i < len(b.tokens) && i < n+8; i++ {
		s := b.at(i)
		switch s {
		case "said", "asked", "says", "asks", "told", "wrote", "added", "wondered", "replied", "exclaimed", "shouted", "tweeted", "joked", "quipped", "demanded", "cried":
			return i > n
		case "the", "The", "of", "de", "del", "al", "von", "van", "bin", "-", "'s", "’s", "He", "She", "They", "I", "We":
			continue
		}
		if !b.capital(i) && s[len(s)-1] != '.' {
			return false
		}
	}
	return false
}
