package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/account"
)

// A citation is a span of a report with the words of the sentence around it.
// Report is nil where the account doesn't hold the article.
type citation struct {
	Report               *report
	Before, Words, After string
	Href                 string // "#s1-r2-120": the place in the report
}

// keyMax is the width up to which a span is a place within a sentence; a longer
// one is the sentence, and what is left of it stands around.
const keyMax = 48

// Runs is the sentence with the span marked as its deciding place.
func (c citation) Runs() []run {
	if displayWidth(c.Words) > keyMax {
		return []run{{around, c.Before}, {plain, c.Words}, {around, c.After}}
	}
	return []run{{plain, c.Before}, {key, c.Words}, {plain, c.After}}
}

// A run is a piece of text with the part it plays.
type run struct {
	Kind runKind
	Text string
}

type runKind string

const (
	plain   runKind = ""
	key     runKind = "key"     // the deciding place of a sentence
	around  runKind = "around"  // what stands before and behind a long span
	removed runKind = "removed" // words that only the fuller wording has
	added   runKind = "added"   // words that only this wording has
	elided  runKind = "elided"  // a count of words that are not shown
)

// Caps in bytes on what is shown of a report's words outside of the report: of a
// sentence on either side of a span, of a span, of a value or title, of a name,
// and of a wording.
const (
	contextMax = 280
	wordsMax   = 1200
	valueMax   = 400
	nameMax    = 160
	wordingMax = 4000
)

// shorten cuts s to at most n bytes, at a space if there is one near, and says so
// with an ellipsis.
func shorten(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	if i := strings.LastIndexByte(s[:n], ' '); i > n-40 && i > 0 {
		n = i
	}
	return s[:n] + " …"
}

// cite looks a span up in its report and takes in the sentence around it. Spans
// that don't lie in the text are cut to what does.
func (d *desk) cite(s account.Span) citation {
	r := d.byID[s.Article]
	if r == nil {
		return citation{Words: shorten(oneLine(s.Text), wordsMax)}
	}
	text := r.Article.Text
	start, end := clampSpan(text, s.Start, s.End)
	from, whole := sentenceStart(text, start)
	to, done := sentenceEnd(text, end)
	c := citation{
		Report: r,
		Before: oneLineOpen(text[from:start]),
		Words:  shorten(oneLine(text[start:end]), wordsMax),
		After:  oneLineOpen(text[end:to]),
		Href:   "#" + r.place(start),
	}
	if !whole {
		c.Before = "… " + strings.TrimLeft(c.Before, " ")
	}
	if !done {
		c.After = strings.TrimRight(c.After, " ") + " …"
	}
	return c
}

// citeAll cites spans, leaving out those whose report and sentence a citation
// before them has already.
func (d *desk) citeAll(spans []account.Span) []citation {
	seen := map[[2]string]bool{}
	var list []citation
	for _, s := range spans {
		c := d.cite(s)
		k := [2]string{s.Article, c.Before + "\x00" + c.Words}
		if !seen[k] {
			seen[k] = true
			list = append(list, c)
		}
	}
	return list
}

// clampSpan moves start and end into text and onto the starts of characters.
func clampSpan(text string, start, end int) (int, int) {
	start = min(max(start, 0), len(text))
	end = min(max(end, start), len(text))
	for start > 0 && start < len(text) && !utf8.RuneStart(text[start]) {
		start--
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return start, end
}

// sentenceStart goes from start back to where its sentence begins: to a line
// break, or behind an end mark before a space and a capital or an opening
// quotation mark, but not by more than contextMax bytes; whole is whether it got
// there. It is for showing, not for analysis.
func sentenceStart(text string, start int) (from int, whole bool) {
	low := max(0, start-contextMax)
	for i := start; i > low; i-- {
		if text[i-1] == '\n' || endsSentence(text, i) && i < start {
			return skipSpace(text, i, start), true
		}
	}
	if low == 0 {
		return skipSpace(text, 0, start), true
	}
	// Too long a sentence: begin at a word.
	if i := strings.IndexByte(text[low:start], ' '); i >= 0 {
		return low + i + 1, false
	}
	for low < start && !utf8.RuneStart(text[low]) {
		low++
	}
	return low, false
}

// sentenceEnd goes from end on to where its sentence ends, in the same way.
func sentenceEnd(text string, end int) (to int, whole bool) {
	high := min(len(text), end+contextMax)
	if end > 0 && endsSentence(text, end) {
		return end, true
	}
	for i := end; i < high; i++ {
		if text[i] == '\n' {
			return i, true
		}
		if endsSentence(text, i+1) {
			return i + 1, true
		}
	}
	if high == len(text) {
		return high, true
	}
	if i := strings.LastIndexByte(text[end:high], ' '); i >= 0 {
		return end + i, false
	}
	for high > end && !utf8.RuneStart(text[high]) {
		high--
	}
	return high, false
}

// endsSentence reports whether a sentence ends right before position i: an end
// mark, perhaps with closing marks behind it, then a space and something that
// begins a sentence.
func endsSentence(text string, i int) bool {
	if i >= len(text) {
		return i > 0
	}
	if text[i] != ' ' {
		return false
	}
	before := strings.TrimRight(text[max(0, i-12):i], "\"'”’»)]")
	if before == "" || strings.IndexByte(".!?", before[len(before)-1]) < 0 {
		return false
	}
	if w := before[strings.LastIndexByte(before, ' ')+1:]; strings.HasSuffix(w, ".") && len(w) <= 3 {
		return false // an initial or a short abbreviation: "J.", "Dr."
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[i:min(len(text), i+8)], " "))
	return unicode.IsUpper(next) || strings.ContainsRune("\"“‘«„(", next)
}

func skipSpace(text string, i, limit int) int {
	for i < limit && (text[i] == ' ' || text[i] == '\n' || text[i] == '\t') {
		i++
	}
	return i
}

// oneLine sets text on one line, with single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// oneLineOpen is oneLine for text that goes on before and behind: a space at
// either end stays, as one.
func oneLineOpen(s string) string {
	t := oneLine(s)
	if t == "" {
		if s == "" {
			return ""
		}
		return " "
	}
	if first, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(first) {
		t = " " + t
	}
	if last, _ := utf8.DecodeLastRuneInString(s); unicode.IsSpace(last) {
		t += " "
	}
	return t
}
