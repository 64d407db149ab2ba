// Package collate compares a story's reports and makes its account.
package collate

import (
	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/trace"
)

// Version of the stage: raised when its results change.
const Version = 1

// Collate makes the account of one story from its reports, in order of time, and
// their lineage.
func Collate(id string, reports []annotate.Report, lineage *trace.Lineage) *account.Story {
	return &account.Story{ID: id}
}

// Article gives a report the form it has in an account.
func Article(r annotate.Report, inferred *account.Published) *account.Article {
	return &account.Article{ID: r.ID, Text: r.Text}
}
