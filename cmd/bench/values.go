package main

import (
	"stemma/cmd/internal/sets"
	"stemma/internal/annotate/quantities"
	"stemma/internal/annotate/times"
	"stemma/internal/language"
	"stemma/internal/span"
)

// A goldValue is a line of values.jsonl: an amount by its span and type, MONEY,
// PERCENT or QUANTITY.
type goldValue struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Type    string `json:"type"`
}

// valuesFigures are the figures of the task values: relaxed spans and types.
type valuesFigures struct {
	P      float64             `json:"p"`
	R      float64             `json:"r"`
	F1     float64             `json:"f1"`
	TypeF1 float64             `json:"type_f1"`
	Gold   int                 `json:"gold"`
	Found  int                 `json:"found"`
	ByType map[string]accuracy `json:"by_type"`
	Errors []spanError         `json:"errors"`
}

// valueTypes are the types of the sets for kinds of quantity. Durations, ages,
// ordinals, votes and scores are not marked there.
var valueTypes = map[string]string{
	quantities.Money: "MONEY", quantities.Percent: "PERCENT",
	quantities.Count: "QUANTITY", quantities.Measure: "QUANTITY", quantities.Share: "QUANTITY",
}

// benchValues measures the quantities that the stage annotate finds.
func benchValues(dir string) (any, error) {
	docs, err := sets.Lines[doc](dir, "docs.jsonl")
	if err != nil {
		return nil, err
	}
	gold, err := sets.Lines[goldValue](dir, "values.jsonl")
	if err != nil {
		return nil, err
	}
	byArticle := map[string][]goldValue{}
	for _, g := range gold {
		byArticle[g.Article] = append(byArticle[g.Article], g)
	}
	found := make([][]quantities.Quantity, len(docs))
	sets.Each(len(docs), func(i int) {
		a := docs[i].article()
		when := times.Find(a.Text, nil, a.Published.Time)
		for _, q := range quantities.Find(a.Text, language.Analyze(a.Text, a.Language), when) {
			if valueTypes[q.Kind] != "" {
				found[i] = append(found[i], q)
			}
		}
	})
	figures := valuesFigures{Gold: len(gold), ByType: map[string]accuracy{}}
	var spans, types tally
	for i, d := range docs {
		figures.Found += len(found[i])
		compareValues(d, byArticle[d.ID], found[i], &spans, &types, &figures)
	}
	for name, a := range figures.ByType {
		a.Found, a.Value = ratio(a.Found, float64(a.Gold)), ratio(a.Value, float64(a.Gold))
		figures.ByType[name] = a
	}
	figures.P, figures.R, figures.F1, figures.TypeF1 = spans.p(), spans.r(), spans.f1(), types.f1()
	return figures, nil
}

// compareValues adds one article's comparison to the tallies.
func compareValues(d doc, gold []goldValue, found []quantities.Quantity, spans, types *tally, figures *valuesFigures) {
	goldAt, foundAt := make([]span.Span, len(gold)), make([]span.Span, len(found))
	for i, g := range gold {
		goldAt[i] = span.Span{Start: g.Start, End: g.End}
	}
	for i, q := range found {
		foundAt[i] = q.Number
	}
	used := map[int]bool{}
	for g, f := range pairSpans(goldAt, foundAt) {
		a := figures.ByType[gold[g].Type]
		a.Gold++
		if f < 0 {
			spans.fn, types.fn = spans.fn+1, types.fn+1
			figures.Errors = append(figures.Errors, explain(d, goldAt[g], "missed", gold[g].Type, ""))
		} else {
			used[f] = true
			spans.tp++
			a.Found++
			right := valueTypes[found[f].Kind] == gold[g].Type
			types.count(right)
			if right {
				a.Value++
			} else {
				figures.Errors = append(figures.Errors, explain(d, foundAt[f], "type", gold[g].Type, found[f].Kind))
			}
		}
		figures.ByType[gold[g].Type] = a
	}
	for f, q := range found {
		if !used[f] {
			spans.fp, types.fp = spans.fp+1, types.fp+1
			figures.Errors = append(figures.Errors, explain(d, q.Span, "extra", "", q.Kind+" "+q.Unit))
		}
	}
}
