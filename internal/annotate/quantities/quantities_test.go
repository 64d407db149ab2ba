package quantities

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"stemma/internal/annotate/times"
	"stemma/internal/language"
	"stemma/internal/span"
)

func show(v *float64) string {
	if v == nil {
		return "…"
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

// A line is the text, with its quantities as "text=low..high unit (kind)" behind
// a bar.
func TestFind(t *testing.T) {
	for _, line := range []string{
		"They sent more than 100,000 men. | more than 100,000 men=100000..… person (count)",
		"Tens of thousands of troops and hundreds of observers | Tens of thousands of troops=10000..99999 person (count); hundreds of observers=100..999 person (count)",
		"some 200 sheep, about 250 goats, up to 3,000 pigs, at least 12 cows | some 200 sheep=180..220 sheep (count); about 250 goats=237.5..262.5 goat (count); up to 3,000 pigs=…..3000 pig (count); at least 12 cows=12..… cow (count)",
		"between 5 and 7 lamps, 12 to 15 chairs, 200-250 seats | between 5 and 7 lamps=5..7 lamp (count); 12 to 15 chairs=12..15 chair (count); 200-250 seats=200..250 seat (count)",
		"nearly 50 boats, just over 30 boats, 100 or more boats | nearly 50 boats=45..50 boat (count); just over 30 boats=30..33 boat (count); 100 or more=100..…  (count)",
		"the 57-country club and 57 southern countries, 30 ORB members | 57-country=57..57 country (count); 57 southern countries=57..57 country (count); 30 ORB members=30..30 member (count)",
		"in 4 regions, 3 of them coastal | 4 regions=4..4 region (count); 3 of them=3..3 region (count)",
		"for two and a half years, about four hours | two and a half years=2.5..2.5 year (duration); about four hours=3.6..4.4 hour (duration)",
		"It rose 3.5 percent, by 2 percentage points, to 15-20%. | 3.5 percent=3.5..3.5 percent (percent); 2 percentage points=2..2 percentage point (percent); 15-20%=15..20 percent (percent)",
		"$1.2 billion, €3m, 5 million rubles, US$16 million to $28 million | $1.2 billion=1200000000..1200000000 USD (money); €3m=3000000..3000000 EUR (money); 5 million rubles=5000000..5000000 RUB (money); US$16 million to $28 million=16000000..28000000 USD (money)",
		"9.9 billion yuan, A$20, 40 million Australian dollars, ₹5 crore | 9.9 billion yuan=9900000000..9900000000 CNY (money); A$20=20..20 AUD (money); 40 million Australian dollars=40000000..40000000 AUD (money); ₹5 crore=50000000..50000000 INR (money)",
		"a third of the voters, half of them, more than half of the farms | a third of the voters=0.333333..0.333333  (share); half=0.5..0.5  (share); more than half of the farms=0.5..…  (share)",
		"the third meeting and the 25th anniversary | third meeting=3..3 meeting (ordinal); 25th anniversary=25..25 anniversary (ordinal)",
		"Ada Holm, 42, and a 30-year-old man aged 31 | 42=42..42 year (age); 30-year-old=30..30 year (age); aged 31=31..31 year (age)",
		"The bill was approved 52-48 in a vote; the team won 3-1. | 52=52..52 vote (vote); 48=48..48 vote (vote); 3=3..3  (score); 1=1..1  (score)",
		"500km, 20 square metres, 35 sq ft, -5 degrees Celsius, twenty tonnes | 500km=500..500 kilometre (measure); 20 square metres=20..20 square metre (measure); 35 sq ft=35..35 square foot (measure); -5 degrees Celsius=-5..-5 degree Celsius (measure); twenty tonnes=20..20 tonne (measure)",
		"1.5m people, 12.500 men, 2.5 million users | 1.5m people=1500000..1500000 person (count); 12.500 men=12500..12500 person (count); 2.5 million users=2500000..2500000 person (count)",
		"It grew from 5 to 7 mines. | 5=5..5  (count); 7 mines=7..7 mine (count)",
		"a dozen eggs, several ships, a few hundred jobs | a dozen eggs=12..12 egg (count); several ships=3..9 ship (count); a few hundred jobs=200..599 job (count)",
	} {
		text, want, _ := strings.Cut(line, "|")
		text, want = strings.TrimSpace(text), strings.TrimSpace(want)
		var got []string
		for _, q := range Find(text, nil, times.Find(text, nil, "")) {
			got = append(got, fmt.Sprintf("%s=%s..%s %s (%s)", q.In(text), show(q.Low), show(q.High), q.Unit, q.Kind))
		}
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("%s\n got  %s\n want %s", text, g, want)
		}
	}
}

// Numbers that name and don't count.
func TestNames(t *testing.T) {
	for _, text := range []string{
		"The Boeing 747 and its larger 777 were parked.", "Article 5 of the charter, on page 12", "Covid-19 and the G20", "He lives at 10 Harbour Street.",
		"Call 555-123-4567.", "See https://example.org/2019/12345 for more.", "No. 7 was empty.", "on January 13, 2022 at 11:45", "It is a 5G phone.",
		"One of the ships, no one knew, one day", "Version 3.5.1 of the program",
	} {
		for _, q := range Find(text, nil, times.Find(text, nil, "")) {
			t.Errorf("%s: found %q", text, q.In(text))
		}
	}
}

// tagged makes a sentence of words with their parts of speech.
func tagged(line string) (string, []language.Sentence) {
	var text strings.Builder
	var s language.Sentence
	for i, field := range strings.Fields(line) {
		word, tag, _ := strings.Cut(field, "/")
		if i > 0 {
			text.WriteByte(' ')
		}
		start := text.Len()
		text.WriteString(word)
		s.Tokens = append(s.Tokens, language.Token{Span: span.Span{Start: start, End: text.Len()}, Tag: tag})
	}
	s.Span = span.Span{End: text.Len()}
	return text.String(), []language.Sentence{s}
}

// TestTagged: what is counted stands in the plural; a number before one thing is
// its name.
func TestTagged(t *testing.T) {
	for line, want := range map[string]string{
		"They/PRON showed/VERB 12/NUM new/ADJ rescue/NOUN boats/NOUN":            "12 new rescue boats",
		"They/PRON showed/VERB 737/NUM replacement/NOUN work/NOUN":               "",
		"He/PRON flew/VERB a/DET larger/ADJ 777/NUM airliner/NOUN":               "",
		"some/DET 14/NUM police/NOUN officers/NOUN left/VERB":                    "some 14 police officers",
		"She/PRON had/VERB 1/NUM boat/NOUN":                                      "1 boat",
		"a/DET third/NOUN of/ADP the/DET budget/NOUN":                            "a third of the budget",
		"There/PRON were/AUX 40/NUM dead/ADJ":                                    "40 dead",
		"firm/ADJ orders/NOUN for/ADP 18/NUM Halden/NOUN Swift/PROPN boats/NOUN": "18 Halden Swift boats",
	} {
		text, sentences := tagged(line)
		var got []string
		for _, q := range Find(text, sentences, nil) {
			got = append(got, q.In(text))
		}
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("%s: got %q, want %q", text, g, want)
		}
	}
}

func TestCompare(t *testing.T) {
	q := func(text string) Quantity {
		found := Find(text, nil, nil)
		if len(found) != 1 {
			t.Fatalf("%q has %d quantities", text, len(found))
		}
		return found[0]
	}
	for _, c := range []struct {
		a, b string
		want Relation
	}{
		{"more than 100,000 men", "more than 100,000 troops", Equal},
		{"more than 100,000 men", "120,000 soldiers", LessPrecise},
		{"120,000 soldiers", "more than 100,000 men", MorePrecise},
		{"more than 100,000 troops", "tens of thousands of troops", Conflict},
		{"tens of thousands of troops", "30,000 troops", LessPrecise},
		{"about 50 people", "up to 52 people", Overlap},
		{"two years", "two and a half years", Conflict},
		{"about two and a half years", "two and a half years", LessPrecise},
		{"3 ships", "3 planes", Apart},
		{"the third meeting", "3 meetings", Apart},
	} {
		if got := Compare(q(c.a), q(c.b)); got != c.want {
			t.Errorf("%q beside %q is %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
