// Package utterances joins the quotations of a story's articles that are one act
// of saying.
package utterances

import (
	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/trace/entities"
)

// Joined are a story's utterances. Of[i][q] is the index into Quotations of
// quotation q of report i, or -1.
type Joined struct {
	Quotations []account.Quotation `json:"quotations"`
	Of         [][]int             `json:"of"`
}

// Join finds the quotations that are variants of one utterance, those with most
// articles first, with ids "q1", "q2", …
func Join(reports []annotate.Report, who entities.Resolved) Joined {
	return Joined{}
}
