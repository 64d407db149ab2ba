package collate

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/statements"
	"stemma/internal/annotate/times"
	"stemma/internal/extract"
	"stemma/internal/span"
	"stemma/internal/trace"
)

// report makes a report of one sentence a line, without annotations. Its first
// line is its title.
func report(id, outlet, day string, lines ...string) annotate.Report {
	text := strings.Join(lines, "\n")
	r := annotate.Report{
		Article:     &extract.Article{ID: id, Outlet: outlet, Text: text, Title: lines[0], TitleSpan: span.Span{End: len(lines[0])}},
		Annotations: &annotate.Annotations{},
	}
	r.Published.Time = day
	at := 0
	for _, l := range lines {
		r.Sentences = append(r.Sentences, span.Span{Start: at, End: at + len(l)})
		at += len(l) + 1
	}
	return r
}

// dated adds a time to a report, in a clause where clause is true.
func dated(r annotate.Report, words, kind, value string, clause bool) annotate.Report {
	at := strings.Index(r.Text, words)
	r.Times = append(r.Times, times.Time{Span: span.Span{Start: at, End: at + len(words)}, Type: kind, Value: value})
	for i, s := range r.Sentences {
		if clause && s.Start <= at && at < s.End {
			r.Statements = append(r.Statements, statements.Statement{Span: s, Sentence: i, Times: []int{len(r.Times) - 1}, Quotation: -1})
		}
	}
	return r
}

func TestStory(t *testing.T) {
	a := report("a1", "The Plain Dealer", "2021-03-04", "Bridge closed", "The bridge over the Orla closed on Tuesday.", "Tue, 03/02/2021")
	b := report("a2", "", "2021-03-05T09:00", "Cracks close the bridge over the Orla", "It closed on Tuesday at 6 p.m.")
	c := report("a3", "the plain dealer", "", "Orla bridge", "The bridge closed.")
	a = dated(a, "Tuesday", "DATE", "2021-03-02", true)
	a = dated(a, "Tue, 03/02/2021", "DATE", "2021-03-01", false)
	b = dated(b, "Tuesday at 6 p.m.", "TIME", "2021-03-02T18:00", true)
	s := Collate("s1", []annotate.Report{a, b, c}, trace.Trace([]annotate.Report{a, b, c}))
	if s.From != "2021-03-02" || s.To != "2021-03-05" {
		t.Errorf("period %s to %s, want 2021-03-02 to 2021-03-05", s.From, s.To)
	}
	if s.Outlets != 2 {
		t.Errorf("%d outlets, want 2", s.Outlets)
	}
	if s.Title == nil || s.Title.Text != "Cracks close the bridge over the Orla" {
		t.Errorf("title %v", s.Title)
	}
	if len(s.Timeline) != 1 || s.Timeline[0].Time != "2021-03-02" || len(s.Timeline[0].Spans) != 2 {
		t.Errorf("timeline %v", s.Timeline)
	}
	if len(s.Articles) != 3 || slices.Index(s.Articles, "a1") > slices.Index(s.Articles, "a2") {
		t.Errorf("articles %v: want all three, a1 before a2", s.Articles)
	}
}

// TestNoNulls: what is found nowhere is an empty array.
func TestNoNulls(t *testing.T) {
	r := report("a1", "", "", "Nothing")
	r.Statements, r.Times = nil, nil
	for _, v := range []any{
		Collate("s1", []annotate.Report{r}, trace.Trace([]annotate.Report{r})),
		Article(r, &account.Published{Time: "2021", Basis: account.Inferred}),
	} {
		text, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "null") {
			t.Errorf("null in %s", text)
		}
	}
}

// FuzzCollate: any two texts make an account whose spans lie in them.
func FuzzCollate(f *testing.F) {
	f.Add("Bridge closed\nThe bridge over the Orla closed on Friday, Mara Orwin, 42, said.", "The bridge over the Orla closed on Monday, Mara Orwin, 43, said.")
	f.Add("\xff\x00“", ", 5, 5-4 block of")
	f.Fuzz(func(t *testing.T, a, b string) {
		texts := map[string]string{"a1": a, "a2": b}
		var reports []annotate.Report
		for _, id := range []string{"a1", "a2"} {
			article := &extract.Article{ID: id, Text: texts[id], Language: "en"}
			reports = append(reports, annotate.Report{Article: article, Annotations: annotate.Annotate(article)})
		}
		lineage := trace.Trace(reports)
		story := Collate("s1", reports, lineage)
		if again := Collate("s1", reports, lineage); !reflect.DeepEqual(story, again) {
			t.Fatal("a second run differs")
		}
		for _, c := range story.Claims {
			for _, r := range c.Readings {
				for _, s := range append(r.Spans, c.Matter...) {
					if text := texts[s.Article]; s.Start < 0 || s.Start > s.End || s.End > len(text) || text[s.Start:s.End] != s.Text {
						t.Fatalf("%s: span %+v", c.ID, s)
					}
				}
			}
		}
		for _, r := range reports {
			Article(r, nil)
		}
	})
}
