package quotations

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"stemma/account"
	"stemma/internal/annotate/mentions"
	"stemma/internal/language"
	"stemma/internal/span"
)

// find annotates a text as far as Find needs it.
func find(text string) ([]Quotation, mentions.Found) {
	sentences := language.Analyze(text, "en")
	found := mentions.Find(text, sentences)
	return Find(text, sentences, found), found
}

// show writes a quotation as "form source|cue|content …content @via".
func show(q Quotation, text string) string {
	join := func(spans []span.Span) string {
		var out []string
		for _, s := range spans {
			out = append(out, s.In(text))
		}
		return strings.Join(out, " … ")
	}
	out := fmt.Sprintf("%s %s|%s|%s", q.Form, join(q.Source), join(q.Cue), join(q.Content))
	for _, v := range q.Via {
		out += " @" + v.Name
	}
	return out
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"cue after", "“The bridge is safe,” Mayor Lena Brandt said.", "direct Mayor Lena Brandt|said|“The bridge is safe,”"},
		{"cue after, inverted", "“The bridge is safe,” said Lena Brandt on Monday.", "direct Lena Brandt|said|“The bridge is safe,”"},
		{"cue before", "Lena Brandt said: “The bridge is safe.”", "direct Lena Brandt|said:|“The bridge is safe.”"},
		{"cue amid", "“The bridge is safe,” Lena Brandt said. “Nobody needs to worry.”", "direct Lena Brandt|said|“The bridge is safe,” … “Nobody needs to worry.”"},
		{"straight marks", `"The bridge is safe," Lena Brandt said.`, `direct Lena Brandt|said|"The bridge is safe,"`},
		{"guillemets", "«The bridge is safe», Lena Brandt said.", "direct Lena Brandt|said|«The bridge is safe»"},
		{"low marks", "„The bridge is safe“, Lena Brandt said.", "direct Lena Brandt|said|„The bridge is safe“"},
		{"single marks", "‘We don’t want the town’s money,’ Lena Brandt said.", "direct Lena Brandt|said|‘We don’t want the town’s money,’"},
		{"two apostrophes", "''The bridge is safe,'' Lena Brandt said.", "direct Lena Brandt|said|''The bridge is safe,''"},
		{"no closing mark", "“The bridge is safe,” Lena Brandt said. “Nobody needs to worry about it.\n\nIt rained.", "direct Lena Brandt|said|“The bridge is safe,” … “Nobody needs to worry about it."},
		{"over paragraphs", "“The bridge is safe,” Lena Brandt said. “Nobody needs to worry about it.\n\n“We inspected it twice this year.”", "direct Lena Brandt|said|“The bridge is safe,” … “Nobody needs to worry about it. … “We inspected it twice this year.”"},
		{"told an outlet", "“The bridge is safe,” Lena Brandt told Radio Nordhaven.", "direct Lena Brandt|told|“The bridge is safe,” @Radio Nordhaven"},
		{"indirect", "Lena Brandt said that the bridge was safe.", "indirect Lena Brandt|said|that the bridge was safe"},
		{"indirect without that", "Lena Brandt said the bridge was safe.", "indirect Lena Brandt|said|the bridge was safe"},
		{"addressee", "Lena Brandt told reporters that the bridge was safe.", "indirect Lena Brandt|told|that the bridge was safe"},
		{"occasion", "Lena Brandt said on Monday in a statement that the bridge was safe.", "indirect Lena Brandt|said on Monday in a statement|that the bridge was safe"},
		{"cue after, indirect", "The bridge was safe, Lena Brandt said.", "indirect Lena Brandt|said|The bridge was safe"},
		{"according to", "According to Lena Brandt, the bridge was safe.", "indirect Lena Brandt|According to|the bridge was safe"},
		{"according to, after", "The bridge was safe, according to Lena Brandt.", "indirect Lena Brandt|according to|The bridge was safe"},
		{"agency between", "According to the Reuters agency, Lena Brandt said the bridge was safe.", "indirect Lena Brandt|said|the bridge was safe @Reuters"},
		{"mixed", "Lena Brandt said that the bridge was “safe for everybody” and would open soon.", "mixed Lena Brandt|said|that the bridge was “safe for everybody” and would open soon"},
		{"scare quotes", "The so-called “summer bridge” opened in 1950.", ""},
		{"a title", "The museum opened “Girl with a Lamp” in May.", ""},
		{"addressee after a time", "Last month, Lena Brandt told reporters that the bridge was safe.", "indirect Lena Brandt|told|that the bridge was safe"},
		{"content is the noun of a clause", "The bridge was sold in May, an intention that Lena Brandt denies.", "indirect Lena Brandt|denies|an intention"},
		{"clear for years", "Lena Brandt was clear for years that the bridge must go.", "indirect Lena Brandt|was clear for years|that the bridge must go"},
		{"talks for the first time", "The two towns held talks for the first time in three years.", ""},
		{"told a meeting", "The bridge was “safe for everybody,” the mayor, Lena Brandt, told the meeting.", "mixed the mayor, Lena Brandt,|told|The bridge was “safe for everybody,”"},
		{"headline", "Brandt: The Bridge Is Safe\n\nThe town built it in 1950.", "indirect Brandt|:|The Bridge Is Safe"},
		{"quote over sentences", "Lena Brandt said that the bridge was “safe for everybody. Nobody needs to worry. It will open soon.”", "mixed Lena Brandt|said|that the bridge was “safe for everybody. Nobody needs to worry. It will open soon.”"},
		{"cue amid, indirect", "The bridge, Lena Brandt said, would open soon.", "indirect Lena Brandt|said|The bridge … would open soon"},
		{"goes on in own words", "Lena Brandt praised the bridge. “Nobody in this town needs to worry.”", "mixed Lena Brandt|praised|the bridge … “Nobody in this town needs to worry.”"},
		{"addressee with a comma", "Lena Brandt told a meeting in Nordhaven, Ohio, on Monday that the bridge was safe.", "indirect Lena Brandt|told|that the bridge was safe"},
		{"according to, amid", "The bridge, according to Lena Brandt, is safe for everybody.", "indirect Lena Brandt|according to|The bridge … is safe for everybody"},
		{"a country", "Russia will not rule out stationing troops in Cuba.", "indirect Russia|will not rule out|stationing troops in Cuba"},
		{"why belongs to the content", "Lena Brandt explained why the bridge was closed.", "indirect Lena Brandt|explained|why the bridge was closed"},
		{"occasion with a participle", "Lena Brandt said yesterday in televised statements that the bridge was safe.", "indirect Lena Brandt|said yesterday in televised statements|that the bridge was safe"},
		{"nested", "Lena Brandt told Radio Nordhaven, the Reuters agency reported, that the bridge was safe.", "indirect Lena Brandt|told|that the bridge was safe @Reuters @Radio Nordhaven"},
		{"heading in marks", "“A Bridge for Everybody”\n\nThe town built it in 1950.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			all, _ := find(c.text)
			var got []string
			for _, q := range all {
				if !q.Doubtful {
					got = append(got, show(q, c.text))
				}
			}
			if s := strings.Join(got, "\n"); s != c.want {
				t.Errorf("%s\n got %s\nwant %s", c.text, s, c.want)
			}
		})
	}
}

func TestTranscript(t *testing.T) {
	text := "HOST: Is the bridge safe?\n\nBRANDT: It is. We looked at it twice.\n\nHOST: And the road?\n\nBRANDT: That too."
	all, _ := find(text)
	var got []string
	for _, q := range all {
		if q.Form == account.Direct {
			got = append(got, show(q, text))
		}
	}
	want := []string{
		"direct HOST|:|Is the bridge safe?", "direct BRANDT|:|It is. We looked at it twice.",
		"direct HOST|:|And the road?", "direct BRANDT|:|That too.",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestSpeaker(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Lena Brandt inspected the bridge. “It is safe,” she said.", "Lena Brandt"},
		{"Mayor Lena Brandt, who took office in May, said the bridge was safe.", "Lena Brandt"},
		{"Lena Brandt’s lawyer said the bridge was safe.", ""},
	} {
		all, found := find(c.text)
		if len(all) == 0 {
			t.Errorf("%s: nothing found", c.text)
			continue
		}
		name := ""
		if s := all[0].Speaker; s >= 0 {
			name = found.Chains[s].Name
		}
		if name != c.want {
			t.Errorf("%s: speaker %q, want %q", c.text, name, c.want)
		}
	}
}

// laws checks what holds for any text.
func laws(t *testing.T, text string) {
	t.Helper()
	all, found := find(text)
	for _, q := range all {
		if len(q.Content) == 0 {
			t.Error("a quotation without content")
		}
		for _, spans := range [][]span.Span{q.Source, q.Cue, q.Content} {
			for _, s := range spans {
				if s.Start < 0 || s.End > len(text) || s.Empty() {
					t.Errorf("span %v outside of a text of %d bytes", s, len(text))
				}
			}
		}
		for i := 1; i < len(q.Content); i++ {
			if q.Content[i].Start < q.Content[i-1].End {
				t.Errorf("pieces %v out of order", q.Content)
			}
		}
		if q.Form != account.Direct && q.Form != account.Indirect && q.Form != account.Mixed {
			t.Errorf("form %q", q.Form)
		}
		if q.Speaker < -1 || q.Speaker >= len(found.Chains) {
			t.Errorf("speaker %d of %d", q.Speaker, len(found.Chains))
		}
		for _, v := range q.Via {
			if v.Start < 0 || v.End > len(text) || v.Empty() || v.Name == "" {
				t.Errorf("via %+v", v)
			}
		}
	}
	again, _ := find(text)
	if !reflect.DeepEqual(all, again) {
		t.Error("a second run differs")
	}
}

var odd = []string{
	"", " ", "“", "”", `"`, "''", "“”", "“ ”", "said", "said.", "he said,", "According to", "according to .", "“a” said “b” said “c",
	"“\n“\n“", "»a« «b»", "‘’‘’", "He said “ “ “ a ” ” ”.", "\xff\xfe said \xff", ": : :", "A: B: C:", "“x,” — Ann\n", "said said said said that that",
}

func TestLaws(t *testing.T) {
	for _, text := range odd {
		laws(t, text)
	}
	long := strings.Repeat("“The bridge is safe,” said Lena Brandt, who wants it to stay, “and it will be” ", 200)
	laws(t, long)
	laws(t, strings.Repeat("said that he ", 2000))
	laws(t, strings.Repeat("“", 5000))
}

func FuzzFind(f *testing.F) {
	for _, text := range odd {
		f.Add(text)
	}
	f.Add("“The bridge is safe,” Lena Brandt told Radio Nordhaven. “Nobody needs to worry.\n\n“It will open,” she added, saying that it was “new”.")
	f.Fuzz(func(t *testing.T, text string) { laws(t, text) })
}
