package entities

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/mentions"
	"stemma/internal/extract"
	"stemma/internal/language"
)

// report makes a report of a text with its mentions.
func report(id, text string) annotate.Report {
	return annotate.Report{
		Article:     &extract.Article{ID: id, Text: text, Language: "en"},
		Annotations: &annotate.Annotations{Mentions: mentions.Find(text, language.Analyze(text, "en"))},
	}
}

func reports(texts ...string) []annotate.Report {
	var all []annotate.Report
	for i, t := range texts {
		all = append(all, report(fmt.Sprintf("a%d", i+1), t))
	}
	return all
}

// spelled returns the spellings of the entity that has the given one.
func spelled(r Resolved, name string) []string {
	for _, e := range r.Entities {
		var all []string
		for _, n := range e.Names {
			all = append(all, n.Text)
		}
		if slices.Contains(all, name) {
			slices.Sort(all)
			return all
		}
	}
	return nil
}

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		title string
		texts []string
		name  string
		want  []string
	}{
		{"romanisations and typing errors", []string{
			"Deputy Foreign Minister Sergei Shtyrkov spoke to Channel One. Shtyrkov left.",
			"Vice Chancellor Sergey Shtirkov was tired, said the agency.",
			"“No,” said Shtyrkow. The talks in Geneva failed.",
		}, "Shtyrkov", []string{"Sergei Shtyrkov", "Sergey Shtirkov", "Shtyrkov", "Shtyrkow"}},
		{"cities in two spellings", []string{"He flew to Kyiv on Monday.", "She flew to Kiev on Friday."}, "Kyiv", []string{"Kiev", "Kyiv"}},
		{"a country by all its names", []string{"Troops left the United States.", "Troops left the U.S. on Monday, and the US paid."}, "US", []string{"U.S.", "US", "United States"}},
		{"an acronym that one report writes out", []string{
			"The Agency for Harbour Safety (AHS) met in Vienna.", "The AHS met again, and the AHS left."}, "AHS", []string{"AHS", "Agency for Harbour Safety"}},
		{"an acronym that no report explains", []string{
			"Reporters met the Harbour Safety Administration in Vienna.", "The HSA met again, and the HSA left."}, "HSA", []string{"HSA", "Harbour Safety Administration"}},
		{"two brothers", []string{"Milan Kovac met the press. Ivan Kovac did not.", "Milan Kovac met the press again."}, "Milan Kovac", []string{"Milan Kovac"}},
		{"a father and his son of one name", []string{
			"Governor George W. Harrow spoke in Boston. Harrow was tired.",
			"The governor's father, George H. W. Harrow, was in Boston too.", "George W. Harrow left Boston."}, "George W. Harrow", []string{"George W. Harrow", "Harrow"}},
		{"a man and his foundation", []string{
			"George Harrow spoke in Boston. The Harrow Foundation paid for it.", "The Harrow Foundation said no. George Harrow said yes."}, "George Harrow", []string{"George Harrow"}},
		{"an agency and its short name", []string{
			"Orbis Press reported it on Monday.", "The talks failed, Orbis reported. Orbis Press quoted a diplomat."}, "Orbis", []string{"Orbis", "Orbis Press"}},
		{"a nickname", []string{"Bill Henderson spoke in Boston.", "William Henderson spoke in Boston."}, "Bill Henderson", []string{"Bill Henderson", "William Henderson"}},
		{"a government by its capital", []string{"Moscow said it would wait.", "They met in Moscow."}, "Moscow", []string{"Moscow"}},
	} {
		r := Resolve(reports(c.texts...))
		if got := spelled(r, c.name); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %q is spelled %q, want %q", c.title, c.name, got, c.want)
		}
	}
}

func TestGovernmentApart(t *testing.T) {
	r := Resolve(reports("Moscow said it would wait.", "They met in Moscow."))
	if len(r.Entities) != 2 {
		t.Errorf("Moscow the city and Moscow the government are %d entities", len(r.Entities))
	}
}

func TestRoles(t *testing.T) {
	r := Resolve(reports(
		"Deputy Defence Minister Anna Weiss spoke in Vienna.",
		"Anna Weiss, the deputy defense minister, spoke in Vienna. Spokeswoman Anna Weiss left."))
	for _, e := range r.Entities {
		if e.Name != "Anna Weiss" {
			continue
		}
		if e.Type != account.Person || len(e.Roles) != 2 || !reflect.DeepEqual(e.Roles[0].Articles, []string{"a1", "a2"}) {
			t.Errorf("got %s with roles %+v", e.Type, e.Roles)
		}
		return
	}
	t.Error("no entity Anna Weiss")
}

// TestLaws: every chain has an entity or -1, entities are by weight, names by count,
// spans stand in their texts, twice gives the same.
func TestLaws(t *testing.T) {
	all := reports(
		"Sergei Shtyrkov met Anna Weiss in Vienna. The Russian minister said he was tired. Weiss left for Kiev.",
		"", "Anna Weiß and the OSCE met. OSCE (Organization for Security and Cooperation in Europe) talks went on in Kyiv.",
		strings.Repeat("Shtyrkov said no. ", 20))
	text := map[string]string{}
	for _, r := range all {
		text[r.ID] = r.Text
	}
	r := Resolve(all)
	if again := Resolve(all); !reflect.DeepEqual(r, again) {
		t.Error("twice differs")
	}
	if len(r.Of) != len(all) {
		t.Fatalf("Of has %d rows for %d reports", len(r.Of), len(all))
	}
	for i, of := range r.Of {
		if len(of) != len(all[i].Mentions.Chains) {
			t.Errorf("Of[%d] has %d entries for %d chains", i, len(of), len(all[i].Mentions.Chains))
		}
		for _, e := range of {
			if e < -1 || e >= len(r.Entities) {
				t.Errorf("Of[%d] has %d of %d", i, e, len(r.Entities))
			}
		}
	}
	for i, e := range r.Entities {
		if e.ID != fmt.Sprintf("e%d", i+1) || e.Name == "" || e.Type == "" || len(e.Names) == 0 || len(e.Mentions) == 0 {
			t.Errorf("entity %d is %+v", i, e)
		}
		if !slices.IsSortedFunc(e.Names, func(a, b account.Name) int { return b.Count - a.Count }) {
			t.Errorf("names of %s aren't by count: %+v", e.Name, e.Names)
		}
		for _, m := range e.Mentions {
			if text[m.Article][m.Start:m.End] != m.Text {
				t.Errorf("%+v doesn't stand there", m)
			}
		}
	}
}

// TestOrder: which chains are one entity doesn't depend on the order of reports.
func TestOrder(t *testing.T) {
	texts := []string{
		"Deputy Minister Sergei Shtyrkov spoke.", "Sergey Shtirkov was tired in Kiev.", "Shtyrkow left Kyiv.",
		"Shtyrkov told RTX so.", "Anna Weiss met Sergej Schtyrkow."}
	want := spelled(Resolve(reports(texts...)), "Shtyrkov")
	slices.Reverse(texts)
	if got := spelled(Resolve(reports(texts...)), "Shtyrkov"); !reflect.DeepEqual(got, want) {
		t.Errorf("backwards %q, forwards %q", got, want)
	}
}

// TestMany shows quadratic code: a story of 300 reports with 60 chains each.
func TestMany(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a second or two")
	}
	syllables := strings.Fields("ka ro mi ten val der so lu bri gan pe tor fi zan mo nel ri gus ta vo")
	name := func(n int) string {
		s := ""
		for i := 0; i < 3; i++ {
			s += syllables[n%len(syllables)]
			n /= len(syllables)
		}
		return strings.ToUpper(s[:1]) + s[1:]
	}
	var all []annotate.Report
	for r := 0; r < 300; r++ {
		var text strings.Builder
		found := mentions.Found{}
		for c := 0; c < 60; c++ {
			n := (r*60 + c*c*7) % 6000
			start := text.Len()
			fmt.Fprintf(&text, "%s %s", name(n*31%8000), name(n))
			m := mentions.Mention{Form: mentions.ByName, Chain: c}
			m.Start, m.End = start, text.Len()
			text.WriteString(" spoke. ")
			found.Mentions = append(found.Mentions, m)
			found.Chains = append(found.Chains, mentions.Chain{Type: account.Person, Name: "x", Mentions: []int{c}})
		}
		all = append(all, annotate.Report{
			Article:     &extract.Article{ID: fmt.Sprintf("a%d", r), Text: text.String()},
			Annotations: &annotate.Annotations{Mentions: found},
		})
	}
	start := time.Now()
	Resolve(all)
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	} else {
		t.Logf("took %v", took)
	}
}
