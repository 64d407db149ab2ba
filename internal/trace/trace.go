// Package trace finds out where a story's reports have what they say from.
package trace

import (
	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/trace/dating"
	"stemma/internal/trace/entities"
	"stemma/internal/trace/reuse"
	"stemma/internal/trace/utterances"
)

// Version of the stage: raised when its results change.
const Version = 1

// A Lineage is what trace adds to a story's reports: who is who, which
// quotations are one utterance, when undated reports appeared, and who has what
// from whom. All of it is parallel to the reports it was made from.
type Lineage struct {
	Who       entities.Resolved    `json:"who"`
	Said      utterances.Joined    `json:"said"`
	Published []*account.Published `json:"published"`
	account.Lineage
}

// Trace finds the lineage of a story's reports, which are in order of time.
func Trace(reports []annotate.Report) *Lineage {
	l := &Lineage{Published: dating.Infer(reports)}
	l.Who = entities.Resolve(reports)
	l.Said = utterances.Join(reports, l.Who)
	l.Edges = reuse.Find(reports)
	return l
}

// Count says how many independent origins the given spans of a story's articles
// rest on.
func (l *Lineage) Count(spans []account.Span) account.Origins {
	return account.Origins{}
}
