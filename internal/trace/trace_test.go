package trace

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/extract"
	"stemma/internal/span"
)

// articleOf makes an article; credits are given as "kind: name: words".
func articleOf(id, outlet, published, text string, credits ...string) annotate.Report {
	a := &extract.Article{ID: id, Outlet: outlet, Text: text, Language: "en"}
	a.Published.Time = published
	for _, c := range credits {
		f := strings.SplitN(c, ": ", 3)
		at := strings.Index(text, f[2])
		a.Credits = append(a.Credits, extract.Credit{Span: span.Span{Start: at, End: at + len(f[2])}, Kind: f[0], Name: f[1]})
	}
	return annotate.Report{Article: a, Annotations: annotate.Annotate(a)}
}

// ferry is a story told by five reports: two of one agency's text, one that cites
// the interview the matter comes from, one that credits another outlet, and one
// of somebody who was there.
func ferry() []annotate.Report {
	agency := `VELSUND (Reuters) - The ferry line between Velsund and Torp will be closed from June, the shipping company's director Lars Vind said on Monday. "We have lost money on every single crossing since the bridge was opened," Vind told Radio Torp. The company runs three ships on the line and employs 140 people.`
	return []annotate.Report{
		articleOf("a1", "Harbour Post", "2024-04-08T08:00Z", agency, "dateline: Reuters: (Reuters)", "cites: Radio Torp: told Radio Torp"),
		articleOf("a2", "Daily Lantern", "2024-04-08T09:00Z", agency+" Readers can write to us.", "dateline: Reuters: (Reuters)", "cites: Radio Torp: told Radio Torp"),
		articleOf("a3", "Coast Mirror", "2024-04-08T10:00Z", `Torp is to lose its ferry this summer. "We have lost money on every crossing since the bridge opened," Lars Vind, who heads the shipping company, told Radio Torp. Islanders are dismayed. They have relied on the boats for eighty years and see no other way to school.`, "cites: Radio Torp: told Radio Torp"),
		articleOf("a4", "Evening Bell", "2024-04-08T12:00Z", `School boards on the islands have called a meeting about the end of the boats. Nobody knows yet how pupils will get to Velsund after the holidays. Source: Coast Mirror`, "source: Coast Mirror: Source: Coast Mirror"),
	}
}

func TestOrigins(t *testing.T) {
	l := Trace(ferry())
	edge := func(from, kind, to string) bool {
		return slices.ContainsFunc(l.Edges, func(e account.Edge) bool {
			name := e.To
			for _, o := range l.Origins {
				if o.ID == e.To {
					name = strings.TrimSpace(o.Kind + " " + o.Name + " " + o.To)
				}
			}
			return e.From == from && e.Kind == kind && name == to
		})
	}
	for _, want := range [][3]string{
		{"a1", account.EdgeCredits, "agency Reuters"},
		{"a2", account.EdgeCredits, "agency Reuters"},
		{"a1", account.EdgeCites, "outlet Radio Torp"},
		{"a3", account.EdgeCites, "outlet Radio Torp"},
		{"a4", account.EdgeCredits, "a3"},
	} {
		if !edge(want[0], want[1], want[2]) {
			t.Errorf("no edge %v", want)
		}
	}
	texts := map[string]string{}
	for _, r := range ferry() {
		texts[r.ID] = r.Text
	}
	for n, o := range l.Origins {
		if len(o.Spans) == 0 || o.Name == "" {
			t.Errorf("origin %d has no name or no spans: %+v", n, o)
		}
		for _, s := range o.Spans {
			if texts[s.Article][s.Start:s.End] != s.Text {
				t.Errorf("%s: span %d-%d of %s does not hold %q", o.ID, s.Start, s.End, s.Article, s.Text)
			}
		}
	}
}

// spanOf is the span of words in a report.
func spanOf(r annotate.Report, words string) account.Span {
	at := strings.Index(r.Text, words)
	return account.Span{Article: r.ID, Start: at, End: at + len(words), Text: words}
}

func TestCount(t *testing.T) {
	reports := ferry()
	l := Trace(reports)
	count := func(name string, least, most int, spans ...account.Span) {
		t.Helper()
		got := l.Count(spans)
		if got.AtLeast != least || got.AtMost != most {
			t.Errorf("%s: at least %d, at most %d; want %d and %d", name, got.AtLeast, got.AtMost, least, most)
		}
	}
	employs := "employs 140 people"
	count("nothing", 0, 0)
	count("one span", 1, 1, spanOf(reports[0], employs))
	count("the same twice", 1, 1, spanOf(reports[0], employs), spanOf(reports[0], employs))
	count("a shared passage", 1, 1, spanOf(reports[0], employs), spanOf(reports[1], employs))
	count("own words of two", 1, 2, spanOf(reports[0], employs), spanOf(reports[2], "Islanders are dismayed."))
}

// TestCountLaws: a count is a range, and one read back from JSON is the same.
func TestCountLaws(t *testing.T) {
	reports := ferry()
	l := Trace(reports)
	data, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	var back Lineage
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	var spans []account.Span
	for _, r := range reports {
		spans = append(spans, account.Span{Article: r.ID, End: len(r.Text)})
		for _, s := range r.Sentences {
			spans = append(spans, account.Span{Article: r.ID, Start: s.Start, End: s.End})
		}
	}
	spans = append(spans, account.Span{Article: "nobody", Start: 3, End: 5})
	for n := 1; n <= len(spans); n++ {
		got := l.Count(spans[:n])
		if got.AtLeast < 1 || got.AtMost < got.AtLeast || got.AtMost > n || got.IDs == nil {
			t.Errorf("%d spans: %+v", n, got)
		}
		if again := back.Count(spans[:n]); !reflect.DeepEqual(got, again) {
			t.Errorf("%d spans: %+v, read back %+v", n, got, again)
		}
	}
	if got := l.Story(); got.AtLeast != 1 || got.AtMost > len(reports) {
		t.Errorf("story: %+v", got)
	}
}

func TestNothing(t *testing.T) {
	for _, reports := range [][]annotate.Report{nil, {articleOf("a1", "", "", "")}} {
		l := Trace(reports)
		if l.Story().AtLeast > 1 || len(l.Reports) != len(reports) {
			t.Errorf("%d reports: %+v", len(reports), l.Story())
		}
	}
}

func TestIsAddress(t *testing.T) {
	for words, want := range map[string]bool{
		"told the BBC": true, "in an interview with Radio Torp": true, "on RTVi": true, "speaking to Kanal 4": true,
		"According to Interfax": false, "quoted by the WSJ": false, "as reported by AFP": false, "Reuters reported": false, "": false,
	} {
		if got := isAddress(words); got != want {
			t.Errorf("isAddress(%q) = %v", words, got)
		}
	}
}
