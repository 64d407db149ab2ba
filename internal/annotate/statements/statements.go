// Package statements takes clauses apart: who, what, whom, with the times,
// places and quantities that stand in them.
//
// Where the sentence has a dependency parse, a clause is a predicate with all
// that depends on it, down to the next predicate. Where it has only tags, or not
// even these, a clause is what stands around a finite group of verbs, cut at the
// nearest conjunction, relative pronoun or comma: right for most sentences of
// news, and never wrong about what stands in the sentence.
package statements

import (
	"sort"
	"strings"

	"stemma/internal/annotate/mentions"
	"stemma/internal/annotate/quantities"
	"stemma/internal/annotate/quotations"
	"stemma/internal/annotate/times"
	"stemma/internal/language"
	"stemma/internal/span"
)

// A Statement is one clause. Indexes point into the article's annotations.
type Statement struct {
	span.Span
	Sentence   int       `json:"sentence"`
	Verb       span.Span `json:"verb"`           // the group: "has not been told"
	Lemma      string    `json:"lemma"`          // of its main verb; lower case
	Who        []int     `json:"who,omitempty"`  // mentions before the verb
	Whom       []int     `json:"whom,omitempty"` // mentions after it
	Times      []int     `json:"times,omitempty"`
	Quantities []int     `json:"quantities,omitempty"`
	Negated    bool      `json:"negated,omitempty"`
	Modal      string    `json:"modal,omitempty"` // "may", "could", "would", …
	Quotation  int       `json:"quotation"`       // -1: the article's own words
}

// A clause is a predicate within its sentence: the tokens [first, last) that it
// reaches over, and those of its verb. own says which of the tokens are its own
// and not those of a clause inside it; nil: all.
type clause struct {
	first, last         int
	verbFirst, verbLast int
	main                int // the main verb
	own                 func(token int) bool
}

// Find finds the statements in a text, in order of their verbs. A sentence
// without a verb has none.
func Find(text string, sentences []language.Sentence, found mentions.Found, said []quotations.Quotation, when []times.Time, howMany []quantities.Quantity) []Statement {
	var all []Statement
	in := &filler{text: text, found: found, when: when, howMany: howMany, said: contents(said)}
	for i, s := range sentences {
		cs := clauses(text, s)
		for _, c := range cs {
			all = append(all, in.statement(i, s, c))
		}
		in.share(all[len(all)-len(cs):])
	}
	return all
}

// longestParsed is the length in tokens from which a sentence is cut and its parse
// not used: clauses inside clauses would take quadratic time, and nothing so long
// is a sentence.
const longestParsed = 300

// clauses returns the clauses of a sentence, in order of their verbs.
func clauses(text string, s language.Sentence) []clause {
	if parsed(s) && len(s.Tokens) <= longestParsed {
		return parsedClauses(text, s)
	}
	return cutClauses(text, s)
}

// A filler puts annotations, which are in order of text, into statements.
type filler struct {
	text    string
	found   mentions.Found
	when    []times.Time
	howMany []quantities.Quantity
	said    []content
	content int // the first that may lie in this sentence
}

// A content is a piece of a quotation's content.
type content struct {
	span.Span
	quotation int
}

// contents are the pieces of all quotations, in order of start.
func contents(said []quotations.Quotation) []content {
	var all []content
	for n, q := range said {
		if q.Doubtful {
			continue // the account has no such utterance
		}
		for _, c := range q.Content {
			all = append(all, content{c, n})
		}
	}
	sortContents(all)
	return all
}

// statement fills a clause of sentence i.
func (f *filler) statement(i int, s language.Sentence, c clause) Statement {
	at := func(first, last int) span.Span {
		return span.Span{Start: s.Tokens[first].Start, End: s.Tokens[last-1].End}
	}
	st := Statement{Span: at(c.first, c.last), Sentence: i, Verb: at(c.verbFirst, c.verbLast), Quotation: -1}
	st.Lemma = lemma(f.text, s.Tokens[c.main])
	for k := c.first; k < c.last; k++ {
		if c.own != nil && !c.own(k) {
			continue
		}
		w := strings.ToLower(s.Tokens[k].In(f.text))
		switch {
		case denying(w) && !hyphened(f.text, s.Tokens[k]) && denies(w, k, c):
			st.Negated = true
		case k >= c.verbFirst && k < c.verbLast && modals[w] != "":
			st.Modal = modals[w]
		}
	}
	f.fill(&st, s, c)
	return st
}

// denies reports whether the negation w, token k, denies the verb of c: it stands
// in the verb's group or right after it, or is "no" or its like before it.
func denies(w string, k int, c clause) bool {
	switch w {
	case "no", "none", "neither", "nobody", "nothing":
		return k <= c.verbLast
	case "nor":
		return k < c.verbFirst
	}
	return k >= c.verbFirst-1 && k < c.verbLast
}

// hyphened reports whether a token is the first part of a word such as
// "not-so-subtle".
func hyphened(text string, t language.Token) bool {
	return t.End < len(text) && text[t.End] == '-'
}

// fill gives a statement the annotations that lie in its clause.
func (f *filler) fill(st *Statement, s language.Sentence, c clause) {
	mine := func(x span.Span) bool {
		if !st.Contains(x) {
			return false
		}
		if c.own == nil {
			return true
		}
		for k := c.first; k < c.last; k++ {
			if s.Tokens[k].Overlaps(x) && c.own(k) {
				return true
			}
		}
		return false
	}
	each(f.found.Mentions, func(m mentions.Mention) span.Span { return m.Span }, st.Span, func(n int, at span.Span) {
		switch {
		case !mine(at):
		case at.Start < st.Verb.Start:
			st.Who = append(st.Who, n)
		default:
			st.Whom = append(st.Whom, n)
		}
	})
	each(f.when, func(t times.Time) span.Span { return t.Span }, st.Span, func(n int, at span.Span) {
		if mine(at) {
			st.Times = append(st.Times, n)
		}
	})
	each(f.howMany, func(q quantities.Quantity) span.Span { return q.Span }, st.Span, func(n int, at span.Span) {
		if mine(at) {
			st.Quantities = append(st.Quantities, n)
		}
	})
	for f.content < len(f.said) && f.said[f.content].End <= s.Start {
		f.content++
	}
	for n := f.content; n < len(f.said) && f.said[n].Start < s.End; n++ {
		if f.said[n].Contains(st.Verb) {
			st.Quotation = f.said[n].quotation
		}
	}
}

// each calls do with those of all, which are in order of start, that start within
// a span.
func each[T any](all []T, at func(T) span.Span, within span.Span, do func(n int, at span.Span)) {
	n := sort.Search(len(all), func(n int) bool { return at(all[n]).Start >= within.Start })
	for ; n < len(all) && at(all[n]).Start < within.End; n++ {
		do(n, at(all[n]))
	}
}

// share gives clauses of one sentence that have nobody before their verb who
// stands before the verb of the one they follow: "She rose and left".
func (f *filler) share(all []Statement) {
	for i := 1; i < len(all); i++ {
		if len(all[i].Who) == 0 && all[i-1].Quotation == all[i].Quotation {
			all[i].Who = all[i-1].Who
		}
	}
}

// modals are the verbs of modality, with the form they are given.
var modals = map[string]string{
	"may": "may", "might": "might", "can": "can", "could": "could", "will": "will", "would": "would",
	"shall": "shall", "should": "should", "must": "must", "ought": "ought", "'ll": "will", "'d": "would",
	"ca": "can", "wo": "will",
}

// denying reports whether a lower-case token is a negation.
func denying(w string) bool {
	switch w {
	case "not", "n't", "n’t", "never", "no", "none", "neither", "nor", "nobody", "nothing", "cannot":
		return true
	}
	return strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t")
}

// lemma is the dictionary form of a token, or its lower case where none is known.
func lemma(text string, t language.Token) string {
	if t.Lemma != "" {
		return strings.ToLower(t.Lemma)
	}
	return strings.ToLower(t.In(text))
}
