package render

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/account"
)

// A CoNLLU writes analyses in CoNLL-U, the form of Universal Dependencies
// (https://universaldependencies.org/format.html), one after another.
//
// What a word that is written together was cut into ("don't") are the words of a
// multiword token, as in the English treebanks. Names are in MISC as NE=B-PER,
// I-PER, with the types PER, ORG, LOC and MISC. White space that isn't one space
// is in MISC as UDPipe has it (SpacesAfter, SpacesBefore, SpacesInToken), so that
// the text can be put together again byte for byte.
type CoNLLU struct {
	w     *bufio.Writer
	begun bool
	by    account.Version
}

// NewCoNLLU returns a writer to w. by is named in the first comment.
func NewCoNLLU(w io.Writer, by account.Version) *CoNLLU {
	return &CoNLLU{w: bufio.NewWriterSize(w, 1<<16), by: by}
}

// Write writes one analysis. A text without tokens gives nothing.
func (c *CoNLLU) Write(a *account.Analysis) error {
	for i := range a.Sentences {
		s := &a.Sentences[i]
		before, next := 0, len(a.Text)
		if i > 0 {
			before = a.Sentences[i-1].End
		}
		if i+1 < len(a.Sentences) {
			next = a.Sentences[i+1].Start
		}
		gap := a.Text[before:s.Start]
		c.comments(a, i, gap)
		if i > 0 {
			gap = "" // it was written behind the sentence before
		}
		c.sentence(s, a.Text, gap, a.Text[s.End:next])
	}
	if err := c.w.Flush(); err != nil {
		return fmt.Errorf("writing CoNLL-U: %w", err)
	}
	return nil
}

// End does nothing: CoNLL-U has no end.
func (c *CoNLLU) End([]account.Failure, account.Version) error { return nil }

// comments writes what stands before sentence i: a new document, a new
// paragraph, its id and its text.
func (c *CoNLLU) comments(a *account.Analysis, i int, gap string) {
	if !c.begun {
		c.begun = true
		c.comment("generator", "stemma "+c.by.Version)
	}
	if i == 0 {
		c.comment("newdoc id", documentID(a.Document))
	}
	if i == 0 || strings.Count(gap, "\n") > 1 {
		c.w.WriteString("# newpar\n")
	}
	c.comment("sent_id", a.ID+"-s"+strconv.Itoa(i+1))
	var text strings.Builder
	s := &a.Sentences[i]
	for n, t := range s.Tokens {
		text.WriteString(form(t.Text))
		if n+1 < len(s.Tokens) && spaced(a.Text[t.End:s.Tokens[n+1].Start]) {
			text.WriteByte(' ')
		}
	}
	c.comment("text", text.String())
}

// documentID is where a document stood, as a word.
func documentID(d account.Document) string {
	id := d.Path
	if id == "" {
		id = d.URL
	}
	if d.Line > 0 {
		id += ":" + strconv.Itoa(d.Line)
	}
	return strings.Join(strings.Fields(form(id)), "_")
}

func (c *CoNLLU) comment(name, value string) {
	c.w.WriteString("# " + name + " = " + form(value) + "\n")
}

// sentence writes the lines of one sentence. before stands before its first
// token, after behind its last.
func (c *CoNLLU) sentence(s *account.Sentence, text, before, after string) {
	entities := entityTags(s)
	gap := func(i int) string { // behind token i
		if i+1 < len(s.Tokens) {
			return text[s.Tokens[i].End:s.Tokens[i+1].Start]
		}
		return after
	}
	for i := 0; i < len(s.Tokens); {
		last := writtenTogether(s.Tokens, i)
		if last > i {
			whole := text[s.Tokens[i].Start:s.Tokens[last].End]
			c.row(strconv.Itoa(i+1)+"-"+strconv.Itoa(last+1), account.Token{Text: whole}, spacing(whole, before, gap(last)))
			for ; i <= last; i++ {
				c.row(strconv.Itoa(i+1), s.Tokens[i], named(entities[i]))
			}
		} else {
			c.row(strconv.Itoa(i+1), s.Tokens[i], append(named(entities[i]), spacing(s.Tokens[i].Text, before, gap(i))...))
			i++
		}
		before = ""
	}
	c.w.WriteByte('\n')
}

// row writes one line of ten columns.
func (c *CoNLLU) row(id string, t account.Token, misc []string) {
	head := ""
	if t.Head != nil {
		head = strconv.Itoa(*t.Head)
	}
	for n, column := range [...]string{id, form(t.Text), form(t.Lemma), t.Tag, "", "", head, t.Relation, "", strings.Join(misc, "|")} {
		if n > 0 {
			c.w.WriteByte('\t')
		}
		if column == "" {
			column = "_"
		}
		c.w.WriteString(column)
	}
	c.w.WriteByte('\n')
}

// entityTypes are the names that CoNLL's shared tasks gave the types.
var entityTypes = map[string]string{
	account.Person: "PER", account.Organization: "ORG", account.Place: "LOC", account.Other: "MISC",
}

// entityTags are the IOB2 tags of a sentence's tokens; "" outside of names.
func entityTags(s *account.Sentence) []string {
	tags := make([]string, len(s.Tokens))
	for _, n := range s.Names {
		prefix := "B-"
		for i := n.First - 1; i < n.Last && i < len(tags); i++ {
			tags[i] = prefix + entityTypes[n.Type]
			prefix = "I-"
		}
	}
	return tags
}

func named(tag string) []string {
	if tag == "" {
		return nil
	}
	return []string{"NE=" + tag}
}

// spacing says what white space stands in and around a token, where it isn't
// one space behind it.
func spacing(token, before, after string) []string {
	var misc []string
	if !spaced(after) {
		misc = append(misc, "SpaceAfter=No")
	}
	if after != "" && after != " " {
		misc = append(misc, "SpacesAfter="+escapeSpaces(after))
	}
	if before != "" {
		misc = append(misc, "SpacesBefore="+escapeSpaces(before))
	}
	if form(token) != token {
		misc = append(misc, "SpacesInToken="+escapeSpaces(token))
	}
	return misc
}

// spaced reports whether white space is in what stands between two tokens.
func spaced(gap string) bool { return strings.IndexFunc(gap, unicode.IsSpace) >= 0 }

// form is how a token is written in a column: what could end the column, the
// line or the reader's patience becomes a plain space.
func form(s string) string {
	if strings.IndexFunc(s, hidden) < 0 {
		return s
	}
	s = strings.Map(func(r rune) rune {
		if hidden(r) {
			return ' '
		}
		return r
	}, s)
	if s = strings.Join(strings.Fields(s), " "); s == "" {
		return "\ufffd"
	}
	return s
}

// hidden reports whether a rune can't stand in a column as it is.
func hidden(r rune) bool {
	return r != ' ' && (unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || r == '\ufeff')
}

// escapes are UDPipe's for white space. Others that a line can't hold are written
// as in Go and JSON: \u00a0.
var escapes = map[rune]string{' ': `\s`, '\t': `\t`, '\r': `\r`, '\n': `\n`, '|': `\p`, '\\': `\\`}

func escapeSpaces(s string) string {
	var b strings.Builder
	for _, r := range s {
		if e := escapes[r]; e != "" {
			b.WriteString(e)
		} else if hidden(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// clitics are what English writes together with the word before it, beside what
// begins with an apostrophe.
var clitics = map[string]bool{"n't": true, "n’t": true, "nt": true, "not": true, "na": true, "ta": true, "s": true, "m": true,
	"ve": true, "lot": true}

// writtenTogether returns the index of the last token of the word that begins
// with token i: i where it is one token. It knows such a word by its tokens: no
// space between them, letters before the cut, and a clitic after it.
func writtenTogether(tokens []account.Token, i int) int {
	for ; i+1 < len(tokens); i++ {
		r, _ := utf8.DecodeLastRuneInString(tokens[i].Text)
		if tokens[i].End != tokens[i+1].Start || !unicode.IsLetter(r) || !isClitic(tokens[i+1]) {
			break
		}
	}
	return i
}

func isClitic(t account.Token) bool {
	r, size := utf8.DecodeRuneInString(t.Text)
	if r != '\'' && r != '’' {
		return clitics[strings.ToLower(t.Text)]
	}
	letter, _ := utf8.DecodeRuneInString(t.Text[size:])
	return size < len(t.Text) && unicode.IsLetter(letter) || t.Relation == "case"
}
