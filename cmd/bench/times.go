package main

import (
	"sort"

	"stemma/cmd/internal/sets"
	"stemma/internal/annotate/times"
	"stemma/internal/span"
)

// A goldTime is a line of times.jsonl.
type goldTime struct {
	Article  string  `json:"article"`
	Start    int     `json:"start"`
	End      int     `json:"end"`
	Type     string  `json:"type"`
	Value    string  `json:"value"`
	Function *string `json:"function"`
}

// timesFigures are the figures of the task times. Rest leaves out the article's
// own dateline, which is easy.
type timesFigures struct {
	F1         float64             `json:"f1"`
	P          float64             `json:"p"`
	R          float64             `json:"r"`
	ValueF1    float64             `json:"value_f1"`
	TypeF1     float64             `json:"type_f1"`
	Gold       int                 `json:"gold"`
	Found      int                 `json:"found"`
	RestF1     float64             `json:"f1_without_dateline"`
	RestValues float64             `json:"value_f1_without_dateline"`
	ByType     map[string]accuracy `json:"by_type"`
	Errors     []spanError         `json:"errors"`
}

// A spanError is a mark that differs from the gold: "missed", "extra" or "value".
type spanError struct {
	Article string `json:"article"`
	Kind    string `json:"kind"`
	Text    string `json:"text"`
	Before  string `json:"before"`
	Gold    string `json:"gold,omitempty"`
	Found   string `json:"found,omitempty"`
}

// explain makes an error of a span of a doc.
func explain(d doc, s span.Span, kind, gold, found string) spanError {
	if s.End > len(d.Text) {
		s.End = len(d.Text)
	}
	return spanError{d.ID, kind, s.In(d.Text), d.Text[max(0, s.Start-40):s.Start], gold, found}
}

// accuracy is the share of gold marks that were found, and with the right value.
type accuracy struct {
	Gold  int     `json:"gold"`
	Found float64 `json:"found"`
	Value float64 `json:"value"`
}

// benchTimes measures the task times.
func benchTimes(dir string) (any, error) {
	docs, err := sets.Lines[doc](dir, "docs.jsonl")
	if err != nil {
		return nil, err
	}
	gold, err := sets.Lines[goldTime](dir, "times.jsonl")
	if err != nil {
		return nil, err
	}
	byArticle := map[string][]goldTime{}
	for _, g := range gold {
		byArticle[g.Article] = append(byArticle[g.Article], g)
	}
	found := make([][]times.Time, len(docs))
	sets.Each(len(docs), func(i int) {
		a := docs[i].article()
		found[i] = times.Find(a.Text, nil, a.Published.Time)
	})
	var m timesMeasure
	m.byType = map[string]*[3]float64{}
	for i, d := range docs {
		m.add(d, byArticle[d.ID], found[i])
	}
	return m.figures(len(gold)), nil
}

// A timesMeasure adds up the comparison of found times with gold ones: of all,
// and of those that are not the dateline.
type timesMeasure struct {
	spans, values, types, restSpans, restValues tally
	found                                       int
	byType                                      map[string]*[3]float64
	errors                                      []spanError
}

// add compares one article's times. Gold marks and found ones are paired by
// overlap, best first; one found can stand for one gold mark only.
func (m *timesMeasure) add(d doc, gold []goldTime, found []times.Time) {
	m.found += len(found)
	pair := pairSpans(goldSpans(gold), timeSpans(found))
	used := map[int]bool{}
	for g, f := range pair {
		t := m.byType[gold[g].Type]
		if t == nil {
			t = &[3]float64{}
			m.byType[gold[g].Type] = t
		}
		t[0]++
		rest := gold[g].Function == nil
		if f < 0 {
			m.spans.fn, m.values.fn, m.types.fn = m.spans.fn+1, m.values.fn+1, m.types.fn+1
			if rest {
				m.restSpans.fn, m.restValues.fn = m.restSpans.fn+1, m.restValues.fn+1
			}
			m.errors = append(m.errors, explain(d, span.Span{Start: gold[g].Start, End: gold[g].End}, "missed", gold[g].Type+" "+gold[g].Value, ""))
			continue
		}
		used[f] = true
		t[1]++
		m.spans.tp++
		right := found[f].Value == gold[g].Value
		if right {
			t[2]++
		} else {
			m.errors = append(m.errors, explain(d, found[f].Span, "value", gold[g].Type+" "+gold[g].Value, found[f].Type+" "+found[f].Value))
		}
		m.values.count(right)
		m.types.count(found[f].Type == gold[g].Type)
		if rest {
			m.restSpans.tp++
			m.restValues.count(right)
		}
	}
	for f := range found {
		if !used[f] {
			m.spans.fp, m.values.fp, m.types.fp = m.spans.fp+1, m.values.fp+1, m.types.fp+1
			m.restSpans.fp, m.restValues.fp = m.restSpans.fp+1, m.restValues.fp+1
			m.errors = append(m.errors, explain(d, found[f].Span, "extra", "", found[f].Type+" "+found[f].Value))
		}
	}
}

// count adds a pair: right, or wrong on both sides.
func (t *tally) count(right bool) {
	if right {
		t.tp++
	} else {
		t.fp++
		t.fn++
	}
}

func (m *timesMeasure) figures(gold int) timesFigures {
	f := timesFigures{
		F1: m.spans.f1(), P: m.spans.p(), R: m.spans.r(), ValueF1: m.values.f1(), TypeF1: m.types.f1(),
		Gold: gold, Found: m.found, RestF1: m.restSpans.f1(), RestValues: m.restValues.f1(),
		ByType: map[string]accuracy{}, Errors: m.errors,
	}
	for name, t := range m.byType {
		f.ByType[name] = accuracy{Gold: int(t[0]), Found: ratio(t[1], t[0]), Value: ratio(t[2], t[0])}
	}
	return f
}

func goldSpans(gold []goldTime) []span.Span {
	spans := make([]span.Span, len(gold))
	for i, g := range gold {
		spans[i] = span.Span{Start: g.Start, End: g.End}
	}
	return spans
}

func timeSpans(found []times.Time) []span.Span {
	spans := make([]span.Span, len(found))
	for i, t := range found {
		spans[i] = t.Span
	}
	return spans
}

// pairSpans gives each gold span the found one that overlaps it most, each found
// one at most once; -1 where there is none.
func pairSpans(gold, found []span.Span) []int {
	type candidate struct{ g, f, overlap, length int }
	var all []candidate
	for g, x := range gold {
		for f, y := range found {
			if x.Overlaps(y) {
				overlap := min(x.End, y.End) - max(x.Start, y.Start)
				all = append(all, candidate{g, f, overlap, x.Len() + y.Len() - overlap})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].overlap*all[j].length > all[j].overlap*all[i].length })
	pair := make([]int, len(gold))
	for g := range pair {
		pair[g] = -1
	}
	taken := map[int]bool{}
	for _, c := range all {
		if pair[c.g] < 0 && !taken[c.f] {
			pair[c.g], taken[c.f] = c.f, true
		}
	}
	return pair
}
