// Package annotate finds what one article says: sentences, mentions, quotations,
// times, quantities and statements. It is pure: an article in, spans out.
package annotate

import (
	"strings"
	"unicode"

	"stemma/internal/annotate/mentions"
	"stemma/internal/annotate/quantities"
	"stemma/internal/annotate/quotations"
	"stemma/internal/annotate/statements"
	"stemma/internal/annotate/times"
	"stemma/internal/extract"
	"stemma/internal/language"
	"stemma/internal/span"
)

// Version of the stage: raised when its results change.
const Version = 2

// Annotations are what was found in one article's text.
type Annotations struct {
	Sentences  []span.Span            `json:"sentences"`
	Mentions   mentions.Found         `json:"mentions"`
	Quotations []quotations.Quotation `json:"quotations"`
	Times      []times.Time           `json:"times"`
	Quantities []quantities.Quantity  `json:"quantities"`
	Statements []statements.Statement `json:"statements"`
}

// A Report is an article with its annotations.
type Report struct {
	*extract.Article
	*Annotations
}

// Knows reports whether what articles in a language (ISO 639-1) say can be found.
func Knows(lang string) bool {
	lang, _, _ = strings.Cut(lang, "-")
	return lang == "en"
}

// ReadAs is the language in which a text is read: its own, or where none is known
// English, if most of its letters are Latin. It is empty where nothing is known.
func ReadAs(lang, text string) string {
	if lang == "" && mostlyLatin(text) {
		return "en"
	}
	return lang
}

// mostlyLatin reports whether most letters of a text are Latin.
func mostlyLatin(text string) bool {
	latin, all := 0, 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			all++
			if unicode.Is(unicode.Latin, r) {
				latin++
			}
		}
	}
	return 2*latin > all
}

// Annotate finds what an article says. It never fails; it may find nothing. In a
// language that it doesn't know it finds sentences alone: the rules for English
// would make a name of every German noun.
func Annotate(a *extract.Article) *Annotations {
	lang := ReadAs(a.Language, a.Text)
	sentences := language.Analyze(a.Text, lang)
	n := &Annotations{}
	for _, s := range sentences {
		n.Sentences = append(n.Sentences, s.Span)
	}
	if !Knows(lang) {
		return n
	}
	n.Times = times.Find(a.Text, sentences, a.Published.Time)
	n.Quantities = quantities.Find(a.Text, sentences, n.Times)
	n.Mentions = mentions.Find(a.Text, sentences)
	n.Quotations = quotations.Find(a.Text, sentences, n.Mentions)
	n.Statements = statements.Find(a.Text, sentences, n.Mentions, n.Quotations, n.Times, n.Quantities)
	return n
}
