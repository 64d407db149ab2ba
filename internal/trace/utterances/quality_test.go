package utterances

import (
	"os"
	"slices"
	"strings"
	"testing"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/quotations"
	"stemma/internal/extract"
	"stemma/internal/span"
	"stemma/internal/trace/entities"
)

// A said is a line of testdata/variants.txt.
type said struct{ story, utterance, article, form, speaker, content string }

func readSaid(t *testing.T) []said {
	t.Helper()
	b, err := os.ReadFile("testdata/variants.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []said
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSpace(line), " | ")
		if len(f) == 6 {
			out = append(out, said{f[0], f[1], f[2], f[3], f[4], f[5]})
		}
	}
	return out
}

// storyOf makes reports whose texts hold nothing but the quotations. speakers
// says whether they are resolved. keys names the line of each quotation.
func storyOf(all []said, story string, speakers bool) (reports []annotate.Report, who entities.Resolved, keys [][]said) {
	var articles, names []string
	for _, s := range all {
		if s.story == story && !slices.Contains(articles, s.article) {
			articles = append(articles, s.article)
		}
		if s.story == story && !slices.Contains(names, s.speaker) {
			names = append(names, s.speaker)
		}
	}
	for _, n := range names {
		who.Entities = append(who.Entities, account.Entity{ID: "e-" + n, Name: n, Type: account.Person})
	}
	for _, a := range articles {
		var text strings.Builder
		n := &annotate.Annotations{}
		var lines []said
		for _, s := range all {
			if s.story != story || s.article != a {
				continue
			}
			start := text.Len()
			text.WriteString(s.content)
			q := quotations.Quotation{Content: []span.Span{{Start: start, End: text.Len()}}, Form: s.form, Speaker: -1}
			if speakers {
				q.Speaker = slices.Index(names, s.speaker)
			}
			text.WriteString("\n\n")
			n.Quotations = append(n.Quotations, q)
			lines = append(lines, s)
		}
		reports = append(reports, annotate.Report{Article: &extract.Article{ID: a, Text: text.String()}, Annotations: n})
		of := make([]int, len(names))
		for i := range of {
			of[i] = i
		}
		who.Of = append(who.Of, of)
		keys = append(keys, lines)
	}
	return reports, who, keys
}

// pairs counts pairs of quotations that are rightly joined, wrongly joined, and
// wrongly left apart.
func pairs(t *testing.T, speakers bool) (right, wrong, missed int) {
	all := readSaid(t)
	for _, story := range []string{"port", "vote", "quake"} {
		reports, who, keys := storyOf(all, story, speakers)
		j := Join(reports, who)
		type at struct{ r, q int }
		var flat []at
		for r := range keys {
			for q := range keys[r] {
				flat = append(flat, at{r, q})
			}
		}
		for x, a := range flat {
			for _, b := range flat[:x] {
				s, u := keys[a.r][a.q], keys[b.r][b.q]
				same, got := s.utterance == u.utterance, j.Of[a.r][a.q] == j.Of[b.r][b.q]
				switch {
				case same && got:
					right++
				case got:
					wrong++
					t.Logf("wrongly joined: %s / %s", s.content, u.content)
				case same:
					missed++
					t.Logf("left apart: %s / %s", s.content, u.content)
				}
			}
		}
	}
	return right, wrong, missed
}

func TestVariantsAreJoined(t *testing.T) {
	right, wrong, missed := pairs(t, true)
	t.Logf("speakers known: %d right, %d wrong, %d missed", right, wrong, missed)
	if p, r := ratio(right, wrong), ratio(right, missed); p < 0.95 || r < 0.85 {
		t.Errorf("precision %.2f, recall %.2f", p, r)
	}
	right, wrong, missed = pairs(t, false)
	t.Logf("speakers unknown: %d right, %d wrong, %d missed", right, wrong, missed)
	if p, r := ratio(right, wrong), ratio(right, missed); p < 0.9 || r < 0.6 {
		t.Errorf("speakers unknown: precision %.2f, recall %.2f", p, r)
	}
}

func ratio(a, b int) float64 { return float64(a) / float64(a+b) }
