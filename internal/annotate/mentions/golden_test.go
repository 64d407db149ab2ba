package mentions

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"stemma/internal/language"
)

var update = flag.Bool("update", false, "write the golden files anew")

// The golden file holds cases "== title, text, --, chains": a line a chain with its
// mentions by name; ~ is before one by title or pronoun, ^ before one by nation,
// and roles stand in brackets.
func TestGolden(t *testing.T) {
	const file = "testdata/chains.golden"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, c := range strings.Split("\n"+string(data), "\n== ")[1:] {
		title, rest, _ := strings.Cut(c, "\n")
		text, want, _ := strings.Cut(rest+"\n", "\n--\n")
		got := show(text, Find(text, language.Analyze(text, "en")))
		fmt.Fprintf(&out, "== %s\n%s\n--\n%s", title, text, got)
		if !*update && strings.TrimSpace(got) != strings.TrimSpace(want) {
			t.Errorf("%s\ngot\n%swant\n%s", title, got, want)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func show(text string, f Found) string {
	var b strings.Builder
	for _, c := range f.Chains {
		fmt.Fprintf(&b, "%s %s:", c.Type, c.Name)
		for i, m := range c.Mentions {
			if i > 0 {
				b.WriteString(" |")
			}
			switch f.Mentions[m].Form {
			case ByTitle, ByPronoun:
				b.WriteString(" ~")
			case ByNation:
				b.WriteString(" ^")
			default:
				b.WriteString(" ")
			}
			b.WriteString(f.Mentions[m].In(text))
		}
		for _, r := range c.Roles {
			fmt.Fprintf(&b, " [%s]", r.In(text))
		}
		b.WriteString("\n")
	}
	return b.String()
}

// FuzzFind checks the laws: spans lie inside the text, mentions are in order,
// chains and mentions point at one another, twice gives the same.
func FuzzFind(f *testing.F) {
	data, err := os.ReadFile("testdata/chains.golden")
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range strings.Split(string(data), "\n== ") {
		f.Add(c)
	}
	f.Add("\xff\xfe U.S.-\x00 “A “B’ (C) D’s")
	f.Fuzz(func(t *testing.T, text string) {
		sentences := language.Analyze(text, "") // without a model, which fuzzing slows down
		found := Find(text, sentences)
		last := 0
		for i, m := range found.Mentions {
			if m.Start < last || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("mention %d is [%d, %d) after %d of %d bytes", i, m.Start, m.End, last, len(text))
			}
			last = m.Start
			if m.Chain < 0 || m.Chain >= len(found.Chains) {
				t.Fatalf("mention %d is of chain %d of %d", i, m.Chain, len(found.Chains))
			}
		}
		for c, chain := range found.Chains {
			if len(chain.Mentions) == 0 || chain.Type == "" || chain.Name == "" {
				t.Fatalf("chain %d is %+v", c, chain)
			}
			for _, m := range chain.Mentions {
				if found.Mentions[m].Chain != c {
					t.Fatalf("chain %d has mention %d of chain %d", c, m, found.Mentions[m].Chain)
				}
			}
			for _, r := range chain.Roles {
				if r.Start < 0 || r.End <= r.Start || r.End > len(text) {
					t.Fatalf("role [%d, %d) of %d bytes", r.Start, r.End, len(text))
				}
			}
		}
		if again := show(text, Find(text, sentences)); again != show(text, found) {
			t.Fatalf("twice differs:\n%s\n%s", show(text, found), again)
		}
	})
}
