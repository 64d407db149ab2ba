// Package dating infers when an article was published that doesn't say so.
//
// Three things speak about it. The article's own words: where it gives a day of
// the month with its weekday ("this Thursday (13)"), one month in seven is left,
// and full dates bound the rest. The other articles of its story: where a
// sentence says "yesterday", and a dated article tells the same of the 13th, the
// article is of the 14th; where both speak of Monday, it is the same Monday. And
// how writers use words: who says "yesterday" doesn't call the same day by its
// name.
//
// Every day near the story is scored by these; the best is given if anything
// speaks for it, with the spans that do, and only as precisely as they say.
package dating

import (
	"slices"
	"sort"
	"time"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/span"
)

// Infer returns, for each report without a stated time of publication, what its
// own words, the calendar and the other reports of its story say about it; nil
// where nothing does, and for reports that state it. The result is parallel to
// reports and doesn't depend on their order.
//
// The time is a day ("2022-01-13") where the article's own words fix one, alone
// or beside a dated report; a month ("2022-01") where only the story's other
// dates speak. Evidence has the article's own spans first.
func Infer(reports []annotate.Report) []*account.Published {
	inferred := make([]*account.Published, len(reports))
	if !slices.ContainsFunc(reports, func(r annotate.Report) bool { return r.Published.Time == "" }) {
		return inferred
	}
	dated := stated(reports)
	if len(dated) == 0 {
		dated = alone(reports, inferred)
	}
	if len(dated) == 0 {
		return inferred
	}
	s := newStory(reports, dated)
	for i, r := range reports {
		if _, ok := dated[i]; !ok && r.Published.Time == "" {
			inferred[i] = s.infer(i)
		}
	}
	return inferred
}

// A day counts days from 1970-01-01.
type day int

func (d day) time() time.Time   { return time.Unix(int64(d)*86400, 0).UTC() }
func (d day) String() string    { return d.time().Format("2006-01-02") }
func (d day) weekday() int      { return (int(d.time().Weekday())+6)%7 + 1 }
func (d day) dayOfMonth() int   { return d.time().Day() }
func (d day) monthYear() string { return d.time().Format("2006-01") }

// parseDay reads the day that an ISO 8601 time begins with.
func parseDay(s string) (day, bool) {
	if len(s) < 10 {
		return 0, false
	}
	t, err := time.Parse("2006-01-02", s[:10])
	if err != nil {
		return 0, false
	}
	return day(t.Unix() / 86400), true
}

// A date is a report's day with the span that gives it.
type date struct {
	day      day
	evidence []account.Span
}

// stated collects the reports that state a whole day.
func stated(reports []annotate.Report) map[int]date {
	dated := map[int]date{}
	for i, r := range reports {
		if d, ok := parseDay(r.Published.Time); ok {
			at := date{day: d}
			if e := r.Published.Evidence; !e.Empty() && e.End <= len(r.Text) {
				at.evidence = []account.Span{evidence(r, e)}
			}
			dated[i] = at
		}
	}
	return dated
}

func evidence(r annotate.Report, s span.Span) account.Span {
	return account.Span{Article: r.ID, Start: s.Start, End: s.End, Text: s.In(r.Text)}
}

// sortSpans orders evidence and drops what is there twice, own spans first.
func sortSpans(spans []account.Span, own string) []account.Span {
	sort.Slice(spans, func(i, j int) bool {
		a, b := spans[i], spans[j]
		switch {
		case (a.Article == own) != (b.Article == own):
			return a.Article == own
		case a.Article != b.Article:
			return a.Article < b.Article
		case a.Start != b.Start:
			return a.Start < b.Start
		}
		return a.End < b.End
	})
	kept := spans[:0]
	for i, s := range spans {
		if i == 0 || s != spans[i-1] {
			kept = append(kept, s)
		}
	}
	return kept
}
