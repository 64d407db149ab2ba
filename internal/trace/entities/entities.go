// Package entities says who is who across the articles of a story.
package entities

import (
	"stemma/account"
	"stemma/internal/annotate"
)

// Resolved is who is who in a story. Of[i][c] is the index into Entities of
// chain c of report i, or -1.
type Resolved struct {
	Entities []account.Entity `json:"entities"`
	Of       [][]int          `json:"of"`
}

// Resolve joins the chains of a story's reports into entities, most mentioned
// first, with ids "e1", "e2", …
func Resolve(reports []annotate.Report) Resolved {
	return Resolved{}
}
