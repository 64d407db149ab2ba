// Package trace finds out where a story's reports have what they say from: which
// report carries whose text (package reuse), which of their quotations are one
// act of saying (utterances), and on which speakers, agencies, outlets and
// documents they rest. [Trace] gives a [Lineage]; [Lineage.Count] says how many
// independent origins some spans of the reports have.
//
// The count is a range. That a report isn't a copy of another doesn't make it
// independent: two reports are known to be independent only where they name
// different origins; where nothing is said they may or may not be.
package trace

import (
	"slices"
	"sync"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/names/lists"
	"stemma/internal/trace/dating"
	"stemma/internal/trace/entities"
	"stemma/internal/trace/reuse"
	"stemma/internal/trace/utterances"
)

// Version of the stage: raised when its results change.
const Version = 3

// A Lineage is what trace adds to a story's reports: who is who, which
// quotations are one utterance, when undated reports appeared, and who has what
// from whom. All of it is parallel to the reports it was made from. It is stored
// as JSON, and all its methods work on one that was read back.
type Lineage struct {
	Who       entities.Resolved    `json:"who"`
	Said      utterances.Joined    `json:"said"`
	Published []*account.Published `json:"published"`
	Reports   []Rest               `json:"reports"`
	Lists     map[string]string    `json:"lists,omitempty"` // checksums of the user's lists that it was made with
	account.Lineage

	once  sync.Once
	index *index
}

// A Rest is what a report as a whole rests on: the origin of the story's main
// matter, if it tells that, and whether it leads with it. Length is that of the
// report's text in bytes.
type Rest struct {
	Article string `json:"article"`
	Length  int    `json:"length"`
	Origin  string `json:"origin,omitempty"`
	Leads   bool   `json:"leads,omitempty"`
}

// Trace finds the lineage of a story's reports, which are in order of time.
// Edges between articles come first.
func Trace(reports []annotate.Report) *Lineage { return TraceListed(reports, nil) }

// TraceListed is Trace with lists of entities that the user brought, or nil.
func TraceListed(reports []annotate.Report, known *lists.Lists) *Lineage {
	l := &Lineage{Published: dating.Infer(reports), Lists: known.Checksums()}
	l.Who = entities.ResolveListed(reports, known)
	l.Said = utterances.Join(reports, l.Who)
	origins, credits := gather(reports, l.Who, l.Said)
	l.Origins = origins
	l.Edges = slices.Concat(reuse.Find(reports), credits)
	l.Reports = rests(reports, origins)
	return l
}

// leadPart is the part of a report's text in which it says what it is about, and
// mainPart that within which its main matter has come up.
const (
	leadPart = 0.3
	mainPart = 0.6
)

// rests finds the origin of the story's main matter: the speaker's act that most
// reports, and at least two and half of them, come to soonest; and says of each
// report whether it rests on it.
func rests(reports []annotate.Report, origins []account.Origin) []Rest {
	all := make([]Rest, len(reports))
	of := map[string]int{}
	for i, r := range reports {
		all[i] = Rest{Article: r.ID, Length: len(r.Text)}
		of[r.ID] = i
	}
	var best []float64
	bestCount, bestSum, id := 0, 0.0, ""
	for _, o := range origins {
		if o.Kind != account.OriginSpeaker {
			continue
		}
		places := make([]float64, len(reports)) // of the first span, as a part of the text; 1 none
		for i := range places {
			places[i] = 1
		}
		for _, s := range o.Spans {
			i := of[s.Article]
			places[i] = min(places[i], float64(s.Start)/float64(max(1, len(reports[i].Text))))
		}
		count, sum := 0, 0.0
		for _, p := range places {
			if p <= mainPart {
				count++
			}
			sum += p
		}
		if count > bestCount || count == bestCount && sum < bestSum {
			best, bestCount, bestSum, id = places, count, sum, o.ID
		}
	}
	if bestCount < 2 || 2*bestCount < len(reports) {
		return all
	}
	for i, p := range best {
		if p <= mainPart {
			all[i].Origin, all[i].Leads = id, p <= leadPart
		}
	}
	return all
}
