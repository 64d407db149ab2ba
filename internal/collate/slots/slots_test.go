package slots

import (
	"fmt"
	"reflect"
	"sort"
	"strings"
	"testing"

	"stemma/internal/annotate"
	"stemma/internal/annotate/mentions"
	"stemma/internal/annotate/quantities"
	"stemma/internal/annotate/statements"
	"stemma/internal/annotate/times"
	"stemma/internal/extract"
	"stemma/internal/language"
	"stemma/internal/span"
)

// page makes a page of a text, with the annotations that the text alone gives.
func page(text string) *Page {
	sentences := language.Analyze(text, "en")
	r := annotate.Report{Article: &extract.Article{Text: text}, Annotations: &annotate.Annotations{}}
	for _, s := range sentences {
		r.Sentences = append(r.Sentences, s.Span)
	}
	return NewPage(r, nil)
}

func describe(p *Page, classes ...string) []string {
	var got []string
	for _, s := range Find(p) {
		for _, c := range classes {
			if strings.HasPrefix(s.Class, c) {
				line := s.Class + " " + s.Key
				if s.About != "" {
					line += " of " + s.About
				}
				got = append(got, line+" ["+s.In(p.Text)+"]")
			}
		}
	}
	return got
}

func TestForms(t *testing.T) {
	tests := []struct {
		class, text string
		want        []string
	}{
		{"age", "Orwin, 42, and a 7-year-old left. Police named Tom Aldan Jr., 19. Room 42, 3 doors on.",
			[]string{"age 42 of orwin [Orwin, 42]", "age 7 [7-year-old]", "age 19 of aldan [Aldan Jr., 19]"}},
		{"age", "The 48-year-old officer Mara Orwin was there.", []string{"age 48 of orwin [48-year-old]"}},
		{"score", "The council voted 134-63 after a vote of 9 to 4.", []string{"score 134-63 [134-63]", "score 9-4 [9 to 4]"}},
		{"block", "They met in the 6,700 block of South Orla Street.", []string{"block 6700 of orla [6,700 block of South Orla Street]"}},
		{"site:", "She was taken to Orla Valley Medical Center from E. 55th St. and Mill Road.",
			[]string{"site:hospital orla valley medical center [Orla Valley Medical Center]", "site:road east 55th street [E. 55th St]", "site:road mill road [Mill Road]"}},
		{"office", "Deputy Foreign Minister Ana Orwin met Lt. Tom Aldan and Gov. Bray.",
			[]string{"office deputy foreign minister of orwin [Deputy Foreign Minister Ana Orwin]", "office lieutenant of aldan [Lt. Tom Aldan]", "office governor of bray [Gov. Bray]"}},
		{"office", "Deputy Transport Minister Ana Orwin wrote to Transport Minister Tom Aldan.",
			[]string{"office deputy transport minister of orwin [Deputy Transport Minister Ana Orwin]", "office minister of aldan [Minister Tom Aldan]"}},
		{"kin", "His estranged wife and her mom called Junior Smith.", []string{"kin ex-wife [estranged wife]", "kin mother [mom]"}},
		{"medium", "He told the ORT radio station and television network Vesna.",
			[]string{"medium radio station of ort [radio station]", "medium television network of vesna [television network]"}},
		{"medium", "He told Radio Vesna, a private station in the capital, and the television channel Radio Orla. The Vesna Channel and Radio Orla agreed.",
			[]string{"medium station of vesna [station]", "medium television channel of orla [television channel]"}},
		{"opposite:plea", "Orwin pleaded not guilty.", []string{"opposite:plea b [pleaded not guilty]"}},
		{"opposite:custody", "No arrests have been made. The men are not in custody; two were arrested.",
			[]string{"opposite:custody b [No arrests]", "opposite:custody b [not in custody]", "opposite:custody a [arrested]"}},
		{"opposite:admission", "They do not want to confirm or deny anything, but admitted a delay.",
			[]string{"opposite:admission a [admitted]"}},
		{"opposite:danger", "One has non-life-threatening injuries, one life-threatening ones.",
			[]string{"opposite:danger b [non-life-threatening]", "opposite:danger a [life-threatening]"}},
	}
	for _, tt := range tests {
		got := describe(page(tt.text), tt.class)
		if tt.class == "opposite:custody" {
			got = withoutDouble(got)
		}
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s in %q:\ngot  %q\nwant %q", tt.class, tt.text, got, tt.want)
		}
	}
}

// withoutDouble drops what is said twice with one negation: "no arrests" and "no
// arrests have been made".
func withoutDouble(all []string) []string {
	var kept []string
	for _, s := range all {
		if !strings.Contains(s, "have been made") {
			kept = append(kept, s)
		}
	}
	return kept
}

// annotated adds annotations by hand: their words, which must stand in the text.
func annotated(text string) *Page {
	p := page(text)
	at := func(words string) span.Span {
		i := strings.Index(text, words)
		if i < 0 {
			panic(words)
		}
		return span.Span{Start: i, End: i + len(words)}
	}
	low, high := 100000.0, 2.0
	p.Quantities = []quantities.Quantity{
		{Span: at("more than 100,000 men"), Low: &low, Unit: "person"},
		{Span: at("two years"), Low: &high, High: &high, Unit: "year"},
	}
	p.Times = []times.Time{
		{Span: at("Friday at 9 p.m."), Type: "TIME", Value: "2021-03-05T21:00"},
		{Span: at("in 2019"), Type: "DATE", Value: "2019"},
		{Span: at("Monday night"), Type: "TIME", Value: "XXXX-WXX-1TNI"},
		{Span: at("18 months"), Type: "DURATION", Value: "P18M"},
	}
	p.Mentions = mentions.Found{
		Mentions: []mentions.Mention{{Span: at("Orwin"), Form: mentions.ByName, Chain: 0}},
		Chains:   []mentions.Chain{{Type: "PERSON", Name: "Mara Orwin", Mentions: []int{0}}},
	}
	i := 0
	for k, s := range p.Sentences {
		if s.Contains(at("did not reply")) {
			i = k
		}
	}
	p.Statements = []statements.Statement{{Span: p.Sentences[i], Sentence: i, Verb: at("did not reply"), Lemma: "reply", Negated: true}}
	return p
}

func TestAnnotated(t *testing.T) {
	p := annotated("Orwin said more than 100,000 men came on Friday at 9 p.m. for the first time in two years. " +
		"That was in 2019, or Monday night, after 18 months. She did not reply.")
	want := []string{
		"count:day 547.875 [18 months]", "count:day 730.5..730.5 [two years]", "count:person 100000..+Inf [more than 100,000 men]",
		"day 2021-03-05 [Friday at 9 p.m.]", "day monday [Monday night]", "hour 21:00 [Friday at 9 p.m.]",
		"name:PERSON mara orwin [Orwin]", "part of day night [Monday night]", "verb:reply no [did not reply]", "year 2019 [in 2019]",
	}
	got := describe(p, "count:", "day", "hour", "part", "year", "name:", "verb:")
	sort.Strings(got)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestCompare(t *testing.T) {
	name := func(s string) *Slot { return &Slot{Class: "name:PERSON", Key: s, Parts: strings.Fields(s)} }
	site := func(s string) *Slot { return &Slot{Class: "site:hospital", Key: s, Parts: strings.Fields(s)} }
	count := func(low, high float64) *Slot {
		return &Slot{Class: "count:person", Key: fmt.Sprint(low, high), Low: low, High: high}
	}
	day := func(key, weekday, said string) *Slot {
		return &Slot{Class: "day", Key: key, Parts: []string{weekday, said}}
	}
	office := func(about, s string) *Slot {
		return &Slot{Class: "office", About: about, Key: s, Parts: strings.Fields(s)}
	}
	medium := func(s string) *Slot { return &Slot{Class: "medium", About: "vesna", Key: s, Parts: strings.Fields(s)} }
	harmed := func(n float64, how string) *Slot {
		return &Slot{Class: "count:person", Key: fmt.Sprint(n), Low: n, High: n, About: how}
	}
	tests := []struct {
		a, b *Slot
		want Verdict
	}{
		{medium("station radio"), medium("television channel radio"), Different},
		{medium("station"), medium("television channel"), Looser},
		{harmed(5, "dead"), harmed(6, "injured"), Apart},
		{harmed(5, "dead"), harmed(6, "dead"), Different},
		{harmed(5, ""), harmed(6, "dead"), Different},
		{name("mara orwin"), name("orwin"), Same},
		{name("sergei ryabkov"), name("sergey riabkov"), Same},
		{name("m orwin"), name("mara orwin"), Same},
		{name("mara orwin"), name("lara orwin"), Different},
		{name("mara orwin"), name("mara olsen"), Different},
		{name("rosselló"), name("rossello"), Same},
		{site("orla hospital"), site("orla medical center"), Looser},
		{site("orla hospital"), site("vesna hospital"), Different},
		{count(5, 5), count(5, 5), Same},
		{count(5, 5), count(6, 6), Different},
		{count(20000, 99999), count(100000, 1e18), Different},
		{count(100000, 1e18), count(130000, 130000), Looser},
		{count(381000, 381000), count(320000, 320000), Different},
		{count(381000, 381000), count(380000, 380000), Looser},
		{day("2021-03-05", "friday", ""), day("friday", "friday", ""), Same},
		{day("2021-03-05", "friday", ""), day("2021-03-12", "friday", ""), Same},
		{day("2021-03-05", "friday", ""), day("2021-03-04", "thursday", ""), Different},
		{day("2021-03-05", "", "03-05"), day("2021-03-07", "", "03-07"), Different},
		{day("2021-03-05", "", ""), day("saturday", "saturday", ""), Different},
		{office("orwin", "minister"), office("orwin", "foreign minister"), Looser},
		{office("orwin", "deputy foreign minister"), office("orwin", "foreign minister"), Different},
		{office("orwin", "sheriff"), office("bray", "mayor"), Apart},
		{office("orwin", "sheriff"), office("orwin", "mayor"), Different},
		{office("orwin", "sheriff"), name("orwin"), Apart},
		{&Slot{Class: "hour", Low: 21, Key: "21:00"}, &Slot{Class: "hour", Low: 21.2, Key: "21:12"}, Same},
		{&Slot{Class: "hour", Low: 21, Key: "21:00"}, &Slot{Class: "hour", Low: 19, Key: "19:00"}, Different},
		{&Slot{Class: "age", About: "orwin", Key: "42"}, &Slot{Class: "age", About: "bray", Key: "43"}, Apart},
		{&Slot{Class: "age", About: "orwin", Key: "42"}, &Slot{Class: "age", Key: "43"}, Different},
		{&Slot{Class: "block", About: "orla", Key: "100"}, &Slot{Class: "block", About: "mill", Key: "200"}, Apart},
	}
	for _, tt := range tests {
		if got := Compare(tt.a, tt.b); got != tt.want {
			t.Errorf("Compare(%s %q, %q) = %d, want %d", tt.a.Class, tt.a.Key, tt.b.Key, got, tt.want)
		}
		if got := Compare(tt.b, tt.a); got != tt.want {
			t.Errorf("Compare(%s %q, %q) = %d, want %d", tt.a.Class, tt.b.Key, tt.a.Key, got, tt.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Deputy Mayor Ana Orwin, 42, of the 400 block of West 8th St., pleaded not guilty 5-4 on the ORT radio station.")
	f.Fuzz(func(t *testing.T, text string) {
		p := page(text)
		last := 0
		for _, s := range Find(p) {
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%s %v after %d in %d bytes", s.Class, s.Span, last, len(text))
			}
			if s.First < 0 || s.First >= s.Last || s.Last > len(p.Words[s.Sentence]) {
				t.Fatalf("%s covers words %d to %d of %d", s.Class, s.First, s.Last, len(p.Words[s.Sentence]))
			}
			last = s.Start
		}
	})
}
