package utterances

import (
	"strings"
	"testing"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/quotations"
	"stemma/internal/extract"
	"stemma/internal/span"
	"stemma/internal/trace/entities"
)

// reportOf is a report that holds nothing but quotations of one speaker.
func reportOf(id, form string, contents ...string) annotate.Report {
	var text strings.Builder
	n := &annotate.Annotations{}
	for _, c := range contents {
		start := text.Len()
		text.WriteString(c)
		n.Quotations = append(n.Quotations, quotations.Quotation{Content: []span.Span{{Start: start, End: text.Len()}}, Form: form})
		text.WriteString("\n")
	}
	return annotate.Report{Article: &extract.Article{ID: id, Text: text.String()}, Annotations: n}
}

// oneSpeaker resolves the first chain of n reports to one entity.
func oneSpeaker(n int) entities.Resolved {
	who := entities.Resolved{Entities: []account.Entity{{ID: "e1", Name: "Ann Lee"}}}
	for range n {
		who.Of = append(who.Of, []int{0})
	}
	return who
}

func TestDrift(t *testing.T) {
	for _, c := range []struct{ name, a, b, want string }{
		{"contraction", "“We don't accept this offer from the owners.”", "“We do not accept this offer from the owners.”", ""},
		{"negation lost", "“We do not accept this offer from the owners.”", "“We accept this offer from the owners.”", "negation: not→"},
		{"number", "“The flood destroyed 40 houses in the valley.”", "“The flood destroyed 60 houses in the valley.”", "number: 40→60"},
		{"number in words", "“The flood destroyed forty houses in the valley.”", "“The flood destroyed 40 houses in the valley.”", ""},
		{"modal", "“The bridge must be closed before the winter.”", "“The bridge may be closed before the winter.”", "modal: must→may"},
		{"negation gained", "that the council will pay for the repairs this year", "that the council will not pay for the repairs this year", "negation: →not"},
		{"number in indirect speech", "that 40 houses in the valley were lost", "that 60 houses in the valley were lost", "number: 40→60"},
		{"only that", "that the bridge would be closed before the winter", "the bridge would be closed before the winter", ""},
		{"backshift", "“The bridge will be closed before the winter.”", "that the bridge would be closed before the winter", ""},
		{"name", "“Yesterday the minister phoned Marku about the border.”", "“Yesterday the minister phoned Sefa about the border.”", "name: Marku→Sefa"},
		{"spelling", "“Yesterday the minister phoned Ryabkov about the border.”", "“Yesterday the minister phoned Riabkov about the border.”", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			j := Join([]annotate.Report{reportOf("a", account.Direct, c.a), reportOf("b", account.Direct, c.b)}, oneSpeaker(2))
			if len(j.Quotations) != 1 {
				t.Fatalf("%d quotations, want one", len(j.Quotations))
			}
			got := ""
			for _, d := range j.Quotations[0].Drift {
				from, to := d.From.Text, d.To.Text
				if d.From.Article == "b" {
					from, to = to, from
				}
				got += d.Kind + ": " + from + "→" + to
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestOneArticleWithinAnother(t *testing.T) {
	whole := "“We were warned. Nobody in this town listened to the engineers. Now the bridge is gone.”"
	part := "“Nobody in this town listened to the engineers,”"
	j := Join([]annotate.Report{reportOf("a", account.Direct, whole), reportOf("b", account.Direct, part)}, oneSpeaker(2))
	if len(j.Quotations) != 1 || len(j.Quotations[0].Variants) != 2 {
		t.Fatalf("a sentence out of three isn't joined: %+v", j.Quotations)
	}
	if f := j.Quotations[0].Variants[j.Quotations[0].Fullest]; f.Article != "a" {
		t.Errorf("fullest is %s", f.Article)
	}
}

// What one speaker says that another said stays apart from it in one article.
func TestNestedStaysApart(t *testing.T) {
	text := "Lee said that Marku had called the election in the northern villages stolen."
	n := &annotate.Annotations{Quotations: []quotations.Quotation{
		{Content: []span.Span{{Start: 9, End: len(text)}}, Form: account.Indirect},
		{Content: []span.Span{{Start: 31, End: len(text)}}, Form: account.Indirect},
	}}
	r := annotate.Report{Article: &extract.Article{ID: "a", Text: text}, Annotations: n}
	if j := Join([]annotate.Report{r}, oneSpeaker(1)); len(j.Quotations) != 2 {
		t.Errorf("nested attributions were joined")
	}
}
