package collate

import (
	"slices"

	"math"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/times"
	"stemma/internal/extract"
)

// Article gives a report the form it has in an account. inferred is when it
// appeared, for a report that doesn't say so; nil where nobody knows. No list in
// the result is nil.
func Article(r annotate.Report, inferred *account.Published) *account.Article {
	a := &account.Article{
		ID: r.ID, Document: r.Document,
		URL: r.URL, Outlet: r.Outlet, Title: r.Title, Byline: r.Byline, Language: r.Language,
		Published: stated(r, r.Published),
		Modified:  stated(r, r.Modified),
		Text:      r.Text,
		Credits:   make([]account.Credit, len(r.Credits)),
		Problems:  problems(r),
	}
	if a.Published == nil && inferred != nil {
		p := *inferred
		p.Evidence = list(p.Evidence)
		a.Published = &p
	}
	for i, c := range r.Credits {
		a.Credits[i] = account.Credit{Kind: c.Kind, Name: c.Name, Span: quote(r, c.Span)}
	}
	a.Times = articleTimes(r, inferred)
	a.Quantities = articleQuantities(r)
	return a
}

// stated is a time of publication as the report itself gives it, or nil.
func stated(r annotate.Report, s extract.Stamp) *account.Published {
	if s.Time == "" {
		return nil
	}
	p := &account.Published{Time: s.Time, Basis: account.Stated, Evidence: []account.Span{}}
	if !s.Evidence.Empty() {
		p.Evidence = append(p.Evidence, quote(r, s.Evidence))
	}
	return p
}

// articleTimes are a report's times, resolved against the inferred time of
// publication where the report states none.
func articleTimes(r annotate.Report, inferred *account.Published) []account.Time {
	all := make([]account.Time, len(r.Times))
	for i, t := range r.Times {
		if r.Published.Time == "" && inferred != nil {
			t = times.Resolve(t, r.Text, inferred.Time)
		}
		all[i] = account.Time{Span: quote(r, t.Span), Type: t.Type, Value: t.Value}
	}
	return all
}

// articleQuantities are a report's quantities; "the third meeting" has none.
func articleQuantities(r annotate.Report) []account.Quantity {
	all := []account.Quantity{}
	for _, q := range r.Quantities {
		if q.Ordinal {
			continue
		}
		all = append(all, account.Quantity{Span: quote(r, q.Span), Low: bound(q.Low), High: bound(q.High), Unit: q.Unit})
	}
	return all
}

// bound is b, or nil where it bounds nothing: JSON has no infinity.
func bound(b *float64) *float64 {
	if b == nil || math.IsInf(*b, 0) || math.IsNaN(*b) {
		return nil
	}
	return b
}

// problems are what went wrong with a report, and that it is in a language of
// which nothing can be found but sentences.
func problems(r annotate.Report) []account.Problem {
	all := list(slices.Clone(r.Problems))
	if lang := annotate.ReadAs(r.Language, r.Text); lang == "" {
		all = append(all, account.Problem{Stage: "annotate", Reason: "in what language it is isn't known: only sentences and shared text are found"})
	} else if !annotate.Knows(lang) {
		all = append(all, account.Problem{Stage: "annotate", Reason: "the language " + lang + " isn't known: only sentences and shared text are found"})
	}
	return all
}
