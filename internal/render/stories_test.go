package render

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"stemma/account"
)

// summaries are stories of every kind: large, dated across years, of no outlet
// that is known, with a title that a list can't show as it is.
func summaries() []account.Summary {
	title := func(s string) *account.Span { return &account.Span{Article: "a1", End: len(s), Text: s} }
	return []account.Summary{
		{ID: "s12", Title: title("Ferry runs aground off Port Maren with 214 people on board, nobody is hurt, harbour master says"),
			From: "2024-03-03", To: "2024-03-05", Articles: 1204, Outlets: 310, Origins: account.Origins{AtLeast: 3, AtMost: 17}},
		{ID: "s3", Title: title("=SUM(\"A1\"),\nsays\x1b[31m 港の火事 report"), From: "2023-12-30", To: "2024-01-02", Articles: 2, Outlets: 1, Origins: account.Origins{AtLeast: 1, AtMost: 1}},
		{ID: "s4", Articles: 1, Outlets: 1},
	}
}

func TestStories(t *testing.T) {
	for name, o := range map[string]Options{"stories-100.txt": {Width: 100}, "stories-80.txt": {}, "stories-44.txt": {Width: 44}} {
		var b bytes.Buffer
		if err := Stories(&b, summaries(), o); err != nil {
			t.Fatal(err)
		}
		golden(t, name, b.Bytes())
		for line := range strings.Lines(b.String()) {
			if w := displayWidth(strings.TrimSuffix(line, "\n")); w > max(o.Width, 44) && (o.Width > 0 || w > 80) {
				t.Errorf("%s: %d columns in %q", name, w, line)
			}
		}
	}
	var b bytes.Buffer
	if err := Stories(&b, nil, Options{}); err != nil || b.String() != "0 stories\n" {
		t.Errorf("no stories: %q, %v", b.String(), err)
	}
}

func TestStoriesForPrograms(t *testing.T) {
	var b bytes.Buffer
	if err := StoriesCSV(&b, summaries()); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != 4 || rows[0][7] != "title" || rows[1][3] != "1204" || rows[1][6] != "17" || rows[3][1] != "" {
		t.Errorf("CSV: %q, %v", rows, err)
	}
	b.Reset()
	want := account.Stories{Format: account.StoriesFormat, Stories: summaries()}
	if err := StoriesJSON(&b, want); err != nil {
		t.Fatal(err)
	}
	var got account.Stories
	if err := json.Unmarshal(b.Bytes(), &got); err != nil || len(got.Stories) != 3 || got.Stories[1].Title.Text != want.Stories[1].Title.Text {
		t.Errorf("JSON: %+v, %v", got, err)
	}
	if strings.Contains(b.String(), "null") {
		t.Errorf("a null in\n%s", b.String())
	}
}

func why() *account.Why {
	return &account.Why{
		Article: "a3", Story: "s1", Evidence: 3.75, Threshold: -0.4,
		Reasons: []account.Reason{
			{Field: "body", Value: 0.5, Weight: 9, Contribution: 4.5}, {Field: "places", Value: 0.2, Weight: 1.25, Contribution: 0.25},
			{Field: "bias", Value: 1, Weight: -1, Contribution: -1},
		},
		Rival: "s3", RivalEvidence: -2, RivalReasons: []account.Reason{{Field: "days", Value: 0.001, Weight: -1999, Contribution: -2}},
	}
}

func TestArticleText(t *testing.T) {
	acc := fixture(t)
	rival := summaries()[1]
	for name, write := range map[string]func(*bytes.Buffer) error{
		"article-80.txt": func(b *bytes.Buffer) error { return Article(b, acc, "a3", Options{}) },
		"why-80.txt":     func(b *bytes.Buffer) error { return Why(b, acc, why(), &rival, Options{}) },
		"why-44.txt":     func(b *bytes.Buffer) error { return Why(b, acc, why(), &rival, Options{Width: 44}) },
		"why-alone.txt": func(b *bytes.Buffer) error {
			return Why(b, acc, &account.Why{Article: "a3", Story: "s1"}, nil, Options{})
		},
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		golden(t, name, b.Bytes())
	}
	var b bytes.Buffer
	if err := Article(&b, acc, "nobody", Options{}); err != nil || b.Len() > 0 {
		t.Errorf("an unknown article: %q, %v", b.String(), err)
	}
	if err := WhyJSON(&b, why()); err != nil {
		t.Fatal(err)
	}
	var got struct {
		Format string
		account.Why
	}
	if err := json.Unmarshal(b.Bytes(), &got); err != nil || got.Format != account.WhyFormat || got.Evidence != 3.75 || len(got.Reasons) != 3 {
		t.Errorf("why as JSON: %+v, %v", got, err)
	}
}
