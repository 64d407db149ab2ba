package claims

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/statements"
	"stemma/internal/collate/slots"
	"stemma/internal/extract"
	"stemma/internal/language"
)

// story makes what claims are found in from texts, the first published first.
func reports(texts ...string) Reports {
	in := Reports{
		Entity:    func(report, chain int) string { return "" },
		Utterance: func(report, quotation int) int { return -1 },
		Carries:   func(report, other int) bool { return false },
		Count:     func(spans []account.Span) account.Origins { return account.Origins{AtLeast: 1, AtMost: len(spans)} },
	}
	for i, text := range texts {
		sentences := language.Analyze(text, "en")
		r := annotate.Report{
			Article:     &extract.Article{ID: fmt.Sprint("a", i+1), Text: text},
			Annotations: &annotate.Annotations{},
		}
		for _, s := range sentences {
			r.Sentences = append(r.Sentences, s.Span)
		}
		r.Statements = statements.Find(text, sentences, r.Mentions, nil, nil, nil)
		in.Pages = append(in.Pages, slots.NewPage(r, nil))
		in.Published = append(in.Published, fmt.Sprintf("2021-03-%02d", i+1))
	}
	return in
}

var bridge = []string{
	"The bridge over the Orla fell on Friday. Driver Mara Orwin, 42, was taken to Vesna Hospital with life-threatening injuries. She had lived on Mill Road.",
	"The old bridge over the Orla fell on Friday. Driver Mara Orwin, 42, was taken to Vesna Hospital with life-threatening injuries. Engineers warned the council last spring that the cables had rusted through.",
	"The bridge over the Orla fell on Friday. Driver Mara Orwin, 46, was taken to Kalin Hospital with life-threatening injuries.",
}

func TestDiffer(t *testing.T) {
	claims := Find(reports(bridge...))
	var got []string
	for _, c := range claims {
		if c.Relation != account.Differ {
			continue
		}
		line := c.Aspect + ":"
		for _, r := range c.Readings {
			line += fmt.Sprintf(" %s %v", r.Value, r.Articles)
		}
		got = append(got, line)
	}
	want := []string{
		"place: Vesna Hospital [a1 a2] Kalin Hospital [a3]",
		"quantity: Orwin, 42 [a1 a2] Orwin, 46 [a3]",
	}
	if !reflect.DeepEqual(sorted(got), want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func sorted(all []string) []string {
	for i := range all {
		for j := i; j > 0 && all[j] < all[j-1]; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
	return all
}

func TestUpdate(t *testing.T) {
	in := reports("The man who fired at the ferry is still at large, police in Orla said.",
		"The man who fired at the ferry is in custody, police in Orla said.")
	if got := relations(Find(in))["custody"]; got != account.Update {
		t.Errorf("at large, then in custody: %q, want update", got)
	}
	in.Published[0], in.Published[1] = "2021-03-02", "2021-03-02T08:00"
	if got := relations(Find(in))["custody"]; got != account.Differ {
		t.Errorf("on one day: %q, want differ", got)
	}
}

// relations maps words of a claim's readings to the claim's relation.
func relations(claims []account.Claim) map[string]string {
	m := map[string]string{}
	for _, c := range claims {
		for _, r := range c.Readings {
			for _, w := range strings.Fields(r.Value) {
				if m[w] == "" {
					m[w] = c.Relation
				}
			}
		}
	}
	return m
}

// TestLaws: spans lie in their articles and say what they say; ids and ranks are
// in order; no list is nil; twice gives the same.
func TestLaws(t *testing.T) {
	in := reports(bridge...)
	claims := Find(in)
	if again := Find(reports(bridge...)); !reflect.DeepEqual(claims, again) {
		t.Error("a second run differs")
	}
	text := map[string]string{}
	for _, p := range in.Pages {
		text[p.ID] = p.Text
	}
	seen := map[string]bool{}
	for i, c := range claims {
		seen[c.Relation] = true
		if c.ID != fmt.Sprint("c", i+1) || i > 0 && c.Weight > claims[i-1].Weight {
			t.Errorf("claim %d is %s of weight %v", i, c.ID, c.Weight)
		}
		if c.Absent == nil || c.Origins.IDs == nil || len(c.Matter) != len(c.Readings) || len(c.Readings) == 0 {
			t.Errorf("%s: %+v", c.ID, c)
		}
		for _, r := range c.Readings {
			for _, s := range r.Spans {
				if s.Start < 0 || s.End > len(text[s.Article]) || text[s.Article][s.Start:s.End] != s.Text {
					t.Errorf("%s: span %+v", c.ID, s)
				}
			}
		}
	}
	for _, relation := range []string{account.Differ, account.Agree, account.Single} {
		if !seen[relation] {
			t.Errorf("no claim is %s", relation)
		}
	}
}

// TestAlone: one report, or none, makes no comparison and no trouble.
func TestAlone(t *testing.T) {
	for _, c := range Find(reports(bridge[0])) {
		if c.Relation != account.Single {
			t.Errorf("one report alone: %s", c.Relation)
		}
	}
	if got := Find(reports()); got == nil || len(got) != 0 {
		t.Errorf("no reports: %v", got)
	}
	Find(reports("", ""))
}

// TestMany: a story of many reports takes time in proportion to their number, not
// to its square. The limit is loose; a quadratic way takes minutes.
func TestMany(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second")
	}
	var texts []string
	for i := range 120 {
		texts = append(texts, strings.Repeat(bridge[i%3]+fmt.Sprintf(" Item %d was moved to shed %d.\n", i, i*7), 3))
	}
	Find(reports(texts...))
}

func TestSaid(t *testing.T) {
	yesterday := &slots.Slot{Class: "day", Key: "2021-03-05", Parts: []string{"", ""}}
	if got := said(yesterday, "yesterday"); got != "2021-03-05" {
		t.Errorf("yesterday is %q", got)
	}
	friday := &slots.Slot{Class: "day", Key: "2021-03-05", Parts: []string{"friday", ""}}
	if got := said(friday, "Friday"); got != "Friday" {
		t.Errorf("Friday is %q", got)
	}
}

// TestWeights: the file has a weight for each feature, and no other.
func TestWeights(t *testing.T) {
	if got := writeWeights(readWeights(weightsText)); got != weightsText {
		t.Error("weights.txt isn't what cmd/train/differences would write for these features")
	}
}

// TestFit: what differs in the examples decides.
func TestFit(t *testing.T) {
	var examples []Labelled
	for i := range 40 {
		x := make([]float64, size)
		x[fBias], x[fLike] = 1, float64(i%2)
		examples = append(examples, Labelled{Example{Features: x}, i%2 == 1, 1})
	}
	w := readWeights(Fit(examples))
	if low, high := logistic(examples[0].Features, w), logistic(examples[1].Features, w); low > 0.2 || high < 0.8 {
		t.Errorf("unlike %.2f, like %.2f", low, high)
	}
}

func BenchmarkFind(b *testing.B) {
	in := reports(bridge...)
	for b.Loop() {
		Find(in)
	}
}
