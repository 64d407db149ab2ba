package trace

import (
	"strings"
	"testing"

	"stemma/account"
	"stemma/internal/annotate"
)

// TestOwnReporting: what an outlet gathered itself is told by its own words.
func TestOwnReporting(t *testing.T) {
	for _, c := range []struct {
		outlet, text string
		credits      []string
		want         string // how the first evidence begins; "" none
	}{
		{"Harbour Courier", "The quay was empty. From the bridge this newspaper counted nine ships.", nil, "From the bridge"},
		{"Harbour Courier", `It rained. "We left at dawn," Ada Quill told the Courier at the quay.`, nil, `"We left`},
		{"The Northern Mirror", "The letter, seen by the Northern Mirror, names four ships.", nil, "The letter"},
		{"Northwire", "VELSUND (Northwire) - The quay is empty. Nobody said why.", []string{"dateline: Northwire: VELSUND (Northwire) -"}, "VELSUND"},
		{"Orbis Press", "VELSUND (Orbis) - The quay is empty.", []string{"dateline: Orbis: VELSUND (Orbis) -"}, "VELSUND"},
		{"Signal 9", "It was foggy. A video that Signal 9 has checked shows the mast.", nil, "A video"},
		{"Coast Mirror", "VELSUND. The quay is empty.", []string{"author: Ada Quill: quay", "dateline: VELSUND: VELSUND."}, "VELSUND"},

		{"Coast Mirror", "VELSUND. The quay is empty.", []string{"dateline: VELSUND: VELSUND."}, ""},
		{"Coast Mirror", "VELSUND (Northwire) - The quay is empty.", []string{"author: Ada Quill: quay", "dateline: Northwire: VELSUND (Northwire) -"}, ""},
		{"Coast Mirror", `"We left at dawn," Ada Quill told the Courier.`, nil, ""},
		{"Coast Mirror", "Readers of the Mirror can write to us. The Coast Mirror was founded in 1921.", nil, ""},
		{"Post", "He told the postmaster. A Poster hung there, as Postal workers had told.", nil, ""},
		{"", "It told the truth.", nil, ""},
	} {
		r := articleOf("a1", c.outlet, "2024-04-08", c.text, c.credits...)
		got := ownReporting(r)
		if c.want == "" != (len(got) == 0) || len(got) > 0 && !strings.HasPrefix(got[0].In(r.Text), c.want) {
			t.Errorf("%s: %q: %v; want %q", c.outlet, c.text, got, c.want)
		}
	}
}

// witnesses are four reports on one event: two whose reporters were there, one
// that cites the first, and one that has nothing of its own.
func witnesses() []annotate.Report {
	return []annotate.Report{
		articleOf("a1", "Harbour Courier", "2024-04-08T08:00Z", `From the bridge this newspaper counted nine ships that had left the ice behind. The pilots' boat lay at the northern quay until noon, and fishermen were mending their nets.`),
		articleOf("a2", "Northwire", "2024-04-08T09:00Z", `VELSUND (Northwire) - Nine ships reached the port on Monday for the first time since December. Two of them carry grain for the mills upriver, a spokeswoman of the port said.`, "dateline: Northwire: VELSUND (Northwire) -"),
		articleOf("a3", "Coast Mirror", "2024-04-08T10:00Z", `Winter is over in Velsund, the Harbour Courier reported. Our reporter heard the horns from the lighthouse. Nine ships came in, and a band played.`, "cites: Harbour Courier: Harbour Courier reported"),
		articleOf("a4", "Daily Lantern", "2024-04-08T11:00Z", `The first ships of the year have come to Velsund. There were nine of them, more than in any year since the war.`),
	}
}

func TestCountOwnReporting(t *testing.T) {
	reports := witnesses()
	l := Trace(reports)
	own := map[string]bool{}
	for _, o := range l.Origins {
		if o.Kind == account.OriginOwn {
			own[o.Name] = true
		}
	}
	if !own["Harbour Courier"] || !own["Northwire"] || own["Daily Lantern"] {
		t.Errorf("own reporting: %v", own)
	}
	count := func(name string, least, most int, spans ...account.Span) {
		t.Helper()
		if got := l.Count(spans); got.AtLeast != least || got.AtMost != most {
			t.Errorf("%s: at least %d, at most %d; want %d and %d", name, got.AtLeast, got.AtMost, least, most)
		}
	}
	whole := func(i int) account.Span { return account.Span{Article: reports[i].ID, End: len(reports[i].Text)} }
	count("two that were there", 2, 2, whole(0), whole(1))
	count("one that cites the other", 1, 2, whole(0), whole(2))
	count("one with nothing of its own", 1, 2, whole(0), whole(3))
	count("all", 2, 4, whole(0), whole(1), whole(2), whole(3))
	nine := []account.Span{spanOf(reports[0], "nine ships"), spanOf(reports[1], "Nine ships"), spanOf(reports[3], "nine of them")}
	count("what three say", 2, 3, nine...)
	count("at two places of one report", 1, 1, spanOf(reports[3], "There were nine of them"), spanOf(reports[3], "more than in any year"))
}

// TestOwnOutletIsNoOther: an outlet that names itself in short is no other one.
func TestOwnOutletIsNoOther(t *testing.T) {
	l := Trace([]annotate.Report{articleOf("a1", "Harbour Courier", "2024-04-08T08:00Z",
		`"We left at dawn," Ada Quill told the Courier at the quay.`, "cites: Courier: told the Courier")})
	for _, o := range l.Origins {
		if o.Kind == account.OriginOutlet {
			t.Errorf("another outlet: %+v", o)
		}
	}
}

func FuzzOwnReporting(f *testing.F) {
	f.Add("Harbour Courier", "this newspaper counted nine; told the Courier")
	f.Add("The \xff", "the \xff saw \xff, seen by the \xff")
	f.Fuzz(func(t *testing.T, outlet, text string) {
		r := articleOf("a1", outlet, "", text)
		for _, s := range ownReporting(r) {
			if s.Start < 0 || s.End > len(text) || s.Empty() {
				t.Errorf("%v in %d bytes", s, len(text))
			}
		}
	})
}
