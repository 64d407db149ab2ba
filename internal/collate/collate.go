// Package collate compares a story's reports and makes its account: the record
// that users came for. Everything it says about the world is a span of some
// report; what it adds are alignments, counts and labels.
//
// [Collate] takes who is who, who said what and who has what from whom as trace
// found it, and adds the story's title, period, outlets, timeline and claims.
// [Article] gives a report the form that it has beside the story. Both are pure:
// the same reports in the same order give the same account.
package collate

import (
	"cmp"
	"slices"
	"strings"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/times"
	"stemma/internal/collate/claims"
	"stemma/internal/collate/slots"
	"stemma/internal/isotime"
	"stemma/internal/span"
	"stemma/internal/trace"
)

// Version of the stage: raised when its results change.
const Version = 2

// Collate makes the account of one story from its reports, in order of time, and
// their lineage, which must have been made from the same reports. No list in the
// result is nil.
func Collate(id string, reports []annotate.Report, lineage *trace.Lineage) *account.Story {
	s := &account.Story{
		ID:         id,
		Articles:   make([]string, len(reports)),
		Outlets:    outlets(reports),
		Entities:   list(lineage.Who.Entities),
		Quotations: list(lineage.Said.Quotations),
		Lineage:    account.Lineage{Origins: list(lineage.Origins), Edges: list(lineage.Edges)},
	}
	when := published(reports, lineage.Published)
	for n, i := range inTime(reports, when) {
		s.Articles[n] = reports[i].ID
	}
	resolved := resolve(reports, when)
	s.Title = title(reports)
	s.Timeline = timeline(reports, resolved)
	s.From, s.To = period(when, s.Timeline)
	s.Origins = counted(lineage.Count(whole(reports)))
	s.Claims = claims.Find(compared(reports, lineage, when, resolved))
	return s
}

// inTime gives the indexes of reports in order of when they appeared, as far as
// that is stated or inferred, then of their ids.
func inTime(reports []annotate.Report, when []string) []int {
	order := make([]int, len(reports))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		return cmp.Or(isotime.Compare(when[i], when[j]), annotate.CompareIDs(reports[i].ID, reports[j].ID))
	})
	return order
}

// Compared returns what the claims of a story are found in: for those who fit the
// model that scores them.
func Compared(reports []annotate.Report, lineage *trace.Lineage) claims.Reports {
	when := published(reports, lineage.Published)
	return compared(reports, lineage, when, resolve(reports, when))
}

func compared(reports []annotate.Report, lineage *trace.Lineage, when []string, resolved [][]times.Time) claims.Reports {
	in := claims.Reports{Published: when, Count: lineage.Count}
	for i, r := range reports {
		in.Pages = append(in.Pages, slots.NewPage(r, resolved[i]))
	}
	in.Entity = func(report, chain int) string {
		if n := at(lineage.Who.Of, report, chain); n >= 0 {
			return lineage.Who.Entities[n].ID
		}
		return ""
	}
	in.Carries = carries(reports, lineage.Edges)
	in.Utterance = func(report, quotation int) int { return at(lineage.Said.Of, report, quotation) }
	return in
}

// carries tells from the edges of a lineage which report carries another's text.
func carries(reports []annotate.Report, edges []account.Edge) func(report, other int) bool {
	carried := map[[2]string]bool{}
	for _, e := range edges {
		if e.Kind == account.EdgeCopies || e.Kind == account.EdgeTranslates {
			carried[[2]string{e.From, e.To}] = true
		}
	}
	return func(report, other int) bool { return carried[[2]string{reports[report].ID, reports[other].ID}] }
}

// at is all[i][j], or -1 where there is none: what trace found nothing of, it may
// leave out.
func at(all [][]int, i, j int) int {
	if i >= len(all) || j < 0 || j >= len(all[i]) {
		return -1
	}
	return all[i][j]
}

// outlets counts the distinct outlets of reports. A report that doesn't name its
// outlet counts as one of its own.
func outlets(reports []annotate.Report) int {
	n := 0
	seen := map[string]bool{}
	for _, r := range reports {
		name := strings.ToLower(strings.TrimSpace(r.Outlet))
		if name == "" || !seen[name] {
			n++
		}
		seen[name] = true
	}
	return n
}

// whole returns one span for each report that covers its text.
func whole(reports []annotate.Report) []account.Span {
	spans := make([]account.Span, len(reports))
	for i, r := range reports {
		spans[i] = quote(r, span.Span{Start: 0, End: len(r.Text)})
	}
	return spans
}

// quote gives a piece of a report's text the form that it has in an account.
func quote(r annotate.Report, s span.Span) account.Span {
	return account.Span{Article: r.ID, Start: s.Start, End: s.End, Text: s.In(r.Text)}
}

// counted is o with a list of ids that isn't nil.
func counted(o account.Origins) account.Origins {
	o.IDs = list(o.IDs)
	return o
}

// list is all, but empty where all is nil: an account has no null lists.
func list[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}
