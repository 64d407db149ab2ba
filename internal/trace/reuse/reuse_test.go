package reuse

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"stemma/account"
	"stemma/internal/annotate"
)

// A storyCase is a story of testdata/stories.txt.
type storyCase struct {
	name    string
	reports []annotate.Report
	expect  []string
}

func readStories(t testing.TB) []storyCase {
	data, err := os.ReadFile("testdata/stories.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []storyCase
	for _, part := range strings.Split(string(data), "\n== ")[1:] {
		name, rest, _ := strings.Cut(part, "\n")
		articles, expected, ok := strings.Cut(rest, "\nexpect:")
		if !ok {
			t.Fatalf("%s: nothing expected", name)
		}
		c := storyCase{name: name}
		for _, a := range strings.Split("\n"+articles, "\n-- ")[1:] {
			head, text, _ := strings.Cut(a, "\n")
			fields := strings.Split(head, "|")
			r := reportOf(strings.TrimSpace(fields[0]), strings.TrimSpace(text))
			r.Outlet = strings.TrimSpace(fields[1])
			r.Published.Time = strings.TrimSpace(fields[2])
			c.reports = append(c.reports, r)
		}
		for line := range strings.Lines(strings.TrimSpace(expected)) {
			c.expect = append(c.expect, strings.TrimSpace(line))
		}
		slices.Sort(c.expect)
		cases = append(cases, c)
	}
	return cases
}

func TestStories(t *testing.T) {
	for _, c := range readStories(t) {
		edges := Find(c.reports)
		checkLaws(t, c.reports, edges)
		var got []string
		for _, e := range edges {
			line := e.From + " " + e.Kind + " " + e.To
			if linked := e.From + " linked " + e.To; slices.Contains(c.expect, linked) {
				line = linked // the kind is open
			}
			got = append(got, line)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.expect) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.expect)
		}
	}
}

// checkLaws: spans lie in their articles, and what is counted is within bounds.
func checkLaws(t *testing.T, reports []annotate.Report, edges []account.Edge) {
	t.Helper()
	texts := map[string]string{}
	for _, r := range reports {
		texts[r.ID] = r.Text
	}
	inside := func(id string, s account.Span) {
		text := texts[id]
		if s.Article != id || s.Start < 0 || s.End < s.Start || s.End > len(text) || text[s.Start:s.End] != s.Text {
			t.Errorf("span %s %d-%d does not lie in its article", s.Article, s.Start, s.End)
		}
	}
	seen := map[string]bool{}
	for _, e := range edges {
		key := min(e.From, e.To) + " " + max(e.From, e.To)
		if e.From == e.To || seen[key] {
			t.Errorf("%s: an edge to itself, or a second one", key)
		}
		seen[key] = true
		if !(0 <= e.Share && e.Share <= 1 && 0 <= e.Certainty && e.Certainty <= 1) || len(e.Evidence) > mostEvidence {
			t.Errorf("%s: share %v, certainty %v, %d pieces of evidence", key, e.Share, e.Certainty, len(e.Evidence))
		}
		for _, v := range e.Evidence {
			inside(e.From, v.From)
			inside(e.To, *v.To)
		}
	}
}

// TestOrderDoesNotMatter: the same pairs are found whatever the order of the
// reports, and the same bytes come of the same reports.
func TestOrderDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, c := range readStories(t) {
		first, again := encode(t, Find(c.reports)), encode(t, Find(c.reports))
		if first != again {
			t.Errorf("%s: twice the same reports gave different edges", c.name)
		}
		shuffled := slices.Clone(c.reports)
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if a, b := pairsOf(Find(c.reports)), pairsOf(Find(shuffled)); !slices.Equal(a, b) {
			t.Errorf("%s: %q, but shuffled %q", c.name, a, b)
		}
	}
}

func encode(t *testing.T, edges []account.Edge) string {
	b, err := json.Marshal(edges)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func pairsOf(edges []account.Edge) []string {
	var all []string
	for _, e := range edges {
		all = append(all, min(e.From, e.To)+" "+max(e.From, e.To))
	}
	slices.Sort(all)
	return all
}

func TestSpoken(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`He said "no way" and left.`, "no way"},
		{"“One.\n“Two,” she said.", "One.|Two,"},
		{`Prices 'went through the roof' at Tim's shop.`, "went through the roof"},
		{"It's the players' fault.", ""},
		{"«Jamais», dit-il. „Nie“, sagte er.", "Jamais|Nie"},
		{"Before.\n\nSee you all there!\n\n— Ann Roe (@annroe) May 4, 2021\nAfter.", "See you all there!\n\n— Ann Roe (@annroe) May 4, 2021"},
		{"An email (@ the office) in 2021.", ""},
	} {
		var got []string
		for _, s := range spoken(reportOf("a", c.text)) {
			got = append(got, s.In(c.text))
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q: got %q, want %q", c.text, strings.Join(got, "|"), c.want)
		}
	}
}

func TestConfesses(t *testing.T) {
	for text, want := range map[string]bool{
		"I was there.": true, "And then I ran.": true, "Queen Elizabeth I died.": false, "It rained.": false, "": false,
	} {
		if got := confesses(text); got != want {
			t.Errorf("confesses(%q) = %v", text, got)
		}
	}
}

func TestStamps(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		before bool
	}{
		{"2022-01-13T11:45Z", "2022-01-13T12:00Z", true},
		{"2022-01-13T11:45+05:00", "2022-01-13T07:00Z", true},
		{"2022-01-13", "2022-01-13T12:00Z", false},
		{"2022-01-12", "2022-01-13T00:00:00Z", true},
		{"2022-01", "2022-02-01", true},
		{"", "2022-02-01", false},
		{"yesterday", "2022-02-01", false},
	} {
		if got := parseStamp(c.a).before(parseStamp(c.b)); got != c.before {
			t.Errorf("%q before %q: %v", c.a, c.b, got)
		}
	}
}

func TestScan(t *testing.T) {
	var got []string
	text := "The envoy’s 1,500 troops don't re-enter São Tomé’s twelve ports"
	for _, s := range split(text, 0, len(text), nil) {
		for _, w := range scan(text, s, nil, nil) {
			got = append(got, w.stem)
		}
	}
	want := "the envo 1500 troop dont re enter sao tom 12 port"
	if strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
}

// FuzzFind: no text panics, and the laws hold for all.
func FuzzFind(f *testing.F) {
	for _, c := range readStories(f) {
		for _, r := range c.reports {
			f.Add(r.Text, c.reports[0].Text)
		}
	}
	f.Add("\xff\xfe “ (@", "\" ' ‘a b c’ (@x) 2020")
	f.Fuzz(func(t *testing.T, a, b string) {
		reports := []annotate.Report{reportOf("a", a), reportOf("b", b), reportOf("c", a+"\n"+b)}
		for i := range reports {
			reports[i].Outlet = fmt.Sprint("outlet ", i)
		}
		checkLaws(t, reports, Find(reports))
	})
}
