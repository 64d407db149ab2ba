package dating

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/times"
	"stemma/internal/extract"
	"stemma/internal/span"
)

// report makes a report of a text whose sentences are its lines.
func report(id, published, text string) annotate.Report {
	a := &extract.Article{ID: id, Text: text}
	a.Published.Time = published
	n := &annotate.Annotations{Times: times.Find(text, nil, published)}
	at := 0
	for _, line := range strings.SplitAfter(text, "\n") {
		n.Sentences = append(n.Sentences, span.Span{Start: at, End: at + len(line)})
		at += len(line)
	}
	return annotate.Report{Article: a, Annotations: n}
}

// The harbour of an invented town, told by four outlets.
const (
	harbour   = "The harbour council of Vellmark met on Thursday and voted to close the northern ferry terminal.\nOn Monday engineers had inspected the terminal's cracked quay wall."
	yesterday = "The northern ferry terminal of Vellmark is to close, the harbour council voted yesterday.\nEngineers inspected the cracked quay wall on Monday."
	numbered  = "The council decided this Thursday (13) that the ferry terminal would close.\nThe wall was inspected on Monday (10)."
	silent    = "The ferry terminal of Vellmark has a long history of repairs and quarrels."
)

func TestInfer(t *testing.T) {
	for _, c := range []struct {
		name    string
		reports []annotate.Report
		want    []string // "" for nil
	}{
		{"weekdays with their days beside a dated report", []annotate.Report{report("a", "2022-01-13T18:00Z", harbour), report("b", "", numbered)}, []string{"", "2022-01-13"}},
		{"yesterday against a named day", []annotate.Report{report("a", "2022-01-13", harbour), report("b", "", yesterday)}, []string{"", "2022-01-14"}},
		{"the same days named", []annotate.Report{report("a", "2022-01-13", harbour), report("b", "", harbour)}, []string{"", "2022-01-13"}},
		{"nothing but the story", []annotate.Report{report("a", "2022-01-13", harbour), report("b", "", silent)}, []string{"", "2022-01"}},
		{"a mention close by settles the month", []annotate.Report{report("a", "", numbered+"\nThe tender was published on January 4, 2022.")}, []string{"2022-01-13"}},
		{"the month and the weekday leave one year", []annotate.Report{report("a", "", "They met on Thursday, January 13.\nWork began in 2021.")}, []string{"2022-01-13"}},
		{"a weekday and its day alone leave many", []annotate.Report{report("a", "", numbered)}, []string{""}},
		{"nothing", []annotate.Report{report("a", "", silent), report("b", "", silent)}, []string{"", ""}},
		{"all stated", []annotate.Report{report("a", "2022-01-13", silent), report("b", "2022-01", silent)}, []string{"", ""}},
	} {
		got := Infer(c.reports)
		for i, want := range c.want {
			if have := stamp(got[i]); have != want {
				t.Errorf("%s: report %d is of %q, want %q", c.name, i, have, want)
			}
		}
		laws(t, c.reports, got)
	}
}

func stamp(p *account.Published) string {
	if p == nil {
		return ""
	}
	return p.Time
}

// laws checks what holds for every story.
func laws(t *testing.T, reports []annotate.Report, got []*account.Published) {
	t.Helper()
	texts := map[string]string{}
	for _, r := range reports {
		texts[r.ID] = r.Text
	}
	for i, p := range got {
		if p == nil {
			continue
		}
		if reports[i].Published.Time != "" {
			t.Errorf("report %s states its time, and got one", reports[i].ID)
		}
		if p.Basis != account.Inferred || p.Evidence == nil {
			t.Errorf("%+v", p)
		}
		for _, e := range p.Evidence {
			if text := texts[e.Article]; e.Start < 0 || e.End > len(text) || e.Start >= e.End || text[e.Start:e.End] != e.Text {
				t.Errorf("evidence %+v isn't in its article", e)
			}
		}
	}
	turned := slices.Clone(reports)
	slices.Reverse(turned)
	back := Infer(turned)
	slices.Reverse(back)
	if !reflect.DeepEqual(got, back) {
		t.Error("the order of the reports matters")
	}
}

// A story of many reports doesn't take the square of their number in time.
func TestManyReports(t *testing.T) {
	var reports []annotate.Report
	for i := range 400 {
		published := ""
		if i%2 == 0 {
			published = "2022-01-13"
		}
		reports = append(reports, report(string(rune('a'+i%26))+strings.Repeat("x", i), published, strings.Repeat(harbour+"\n", 5)))
	}
	begin := time.Now()
	Infer(reports)
	if d := time.Since(begin); d > 5*time.Second {
		t.Errorf("400 reports took %v", d)
	}
}
