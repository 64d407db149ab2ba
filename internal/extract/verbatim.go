package extract

import (
	"errors"
	"strings"

	"stemma/account"
	"stemma/internal/collect"
)

// Verbatim makes an article of plain text as it stands: decoded, but with nothing
// taken out, put in order or read out of it save its language. It is for those who
// want to see what is found at a place in their own text.
func Verbatim(doc *collect.Document) (*Article, error) {
	text, note, err := decode(doc.Bytes, doc.Charset)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(text) == "" {
		return nil, errors.New("the document holds no text")
	}
	a := &Article{Document: doc.Document, Text: text, Language: identify(text, "")}
	if note != "" {
		a.Problems = append(a.Problems, account.Problem{Stage: "extract", Reason: note})
	}
	return a, nil
}
