package main

import (
	"stemma/account"
	"stemma/cmd/internal/sets"
	"stemma/internal/annotate"
	"stemma/internal/extract"
	"stemma/internal/span"
)

// A doc is a line of docs.jsonl.
type doc struct {
	ID      string  `json:"id"`
	Outlet  *string `json:"outlet"`
	URL     *string `json:"url"`
	Date    *string `json:"date"`
	Lang    *string `json:"lang"`
	Title   *string `json:"title"`
	Text    string  `json:"text"`
	Cluster *string `json:"cluster"`
	Split   string  `json:"split"`
}

// article gives a doc the form that the stages after extract take. Its text is
// the doc's own, so that the set's offsets hold.
func (d *doc) article() *extract.Article {
	or := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	a := &extract.Article{
		ID:       d.ID,
		Document: account.Document{Record: d.ID},
		URL:      or(d.URL), Outlet: or(d.Outlet), Title: or(d.Title), Language: or(d.Lang),
		Text: d.Text,
	}
	if a.Language == "" {
		a.Language = "en"
	}
	a.Published.Time = or(d.Date)
	if a.Title != "" && len(a.Title) <= len(d.Text) && d.Text[:len(a.Title)] == a.Title {
		a.TitleSpan = span.Span{Start: 0, End: len(a.Title)}
	}
	return a
}

// annotated annotates docs on all cores; the result is parallel to docs.
func annotated(docs []doc) []annotate.Report {
	reports := make([]annotate.Report, len(docs))
	sets.Each(len(docs), func(i int) {
		a := docs[i].article()
		reports[i] = annotate.Report{Article: a, Annotations: annotate.Annotate(a)}
	})
	return reports
}

// A tally counts true positives, false positives and false negatives.
type tally struct{ tp, fp, fn float64 }

func (t tally) p() float64  { return ratio(t.tp, t.tp+t.fp) }
func (t tally) r() float64  { return ratio(t.tp, t.tp+t.fn) }
func (t tally) f1() float64 { return ratio(2*t.tp, 2*t.tp+t.fp+t.fn) }

// ratio is a/b, or 0 where b is 0.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}
