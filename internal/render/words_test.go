package render

import (
	"strings"
	"testing"

	"stemma/account"
)

func TestWhen(t *testing.T) {
	for iso, want := range map[string]string{
		"":                          "",
		"2022":                      "2022",
		"2022-01":                   "Jan 2022",
		"2022-01-13":                "13 Jan 2022",
		"2022-01-13T11:45":          "13 Jan 2022, 11:45",
		"2022-01-13T11:45:30":       "13 Jan 2022, 11:45",
		"2022-01-13T11:45Z":         "13 Jan 2022, 11:45 UTC",
		"2022-01-13T11:45:00+01:00": "13 Jan 2022, 11:45 +01:00",
		"2022-W03":                  "2022-W03",
		"XXXX-01":                   "XXXX-01",
	} {
		if got := when(iso); got != want {
			t.Errorf("when(%q) = %q, want %q", iso, got, want)
		}
	}
}

func TestPeriod(t *testing.T) {
	for _, c := range [][3]string{
		{"2022-01-13", "2022-01-13", "13 Jan 2022"},
		{"2022-01-10", "2022-01-14", "10–14 Jan 2022"},
		{"2022-01-30", "2022-02-01", "30 Jan – 1 Feb 2022"},
		{"2021-12-30", "2022-01-01", "30 Dec 2021 – 1 Jan 2022"},
		{"2022-01-13", "", "13 Jan 2022"},
		{"", "2022-01-13", "13 Jan 2022"},
		{"2022", "2023", "2022 – 2023"},
		{"", "", ""},
	} {
		if got := period(c[0], c[1]); got != c[2] {
			t.Errorf("period(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
	for _, c := range [][3]string{
		{"2022-01-13T08:10", "2022-01-13T09:40", "13 Jan 2022, 08:10–09:40"},
		{"2022-01-13", "2022-01-13T09:40", "13 Jan 2022"},
		{"2022-01-13T08:10", "2022-01-15T07:00", "13–15 Jan 2022"},
	} {
		if got := span(c[0], c[1]); got != c[2] {
			t.Errorf("span(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestCounts(t *testing.T) {
	for want, got := range map[string]string{
		"0 reports":     count(0, "report"),
		"1 story":       count(1, "story"),
		"2 stories":     count(2, "story"),
		"1,234 reports": count(1234, "report"),
		"-1,234":        thousands(-1234),
		"1 %":           percent(0.001),
		"99 %":          percent(0.999),
		"100 %":         percent(1),
		"42 %":          percent(0.42),
		"0 %":           percent(-1),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestVerdictSaysWhatIsOpen(t *testing.T) {
	for _, c := range []struct {
		least, most     int
		number, between string
	}{
		{1, 1, "1 origin", ""},
		{1, 2, "1 origin", "at least 1, at most 2"},
		{0, 0, "unknown origins", ""},
		{0, 3, "unknown origins", "at most 3"},
	} {
		v := verdict{Origins: account.Origins{AtLeast: c.least, AtMost: c.most}}
		if v.OriginCount() != c.number || v.OriginRange() != c.between {
			t.Errorf("%d to %d: %q (%q)", c.least, c.most, v.OriginCount(), v.OriginRange())
		}
	}
}

// set writes runs as the terminal does without colour.
func set(runs []run) string {
	t := terminal{}
	var b strings.Builder
	for _, s := range t.runs(runs) {
		b.WriteString(unglue.Replace(s.text))
	}
	return b.String()
}

func TestCompare(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"one two three", "one two three", "one two three"},
		{"We cannot cut three thousand off", "We can cut 3,500 off", "We [-cannot-] {+can+} cut [-three thousand-] {+3,500+} off"},
		{"“Russia” is, here.", "Russia is here", "Russia is here"},
		{"Don’t go", "don't go", "don't go"},
		{"the old man went slowly home", "a young cat came the quickly back", "[-the old man went slowly home-] {+a young cat came the quickly back+}"},
		{"船长说两次撞击", "船长说三次撞击", "船长说[-两-]{+三+}次撞击"},
		{"a b c", "a b c d e", "a b c {+d e+}"},
	} {
		runs, _ := compare(words(c.a), words(c.b))
		if got := set(runs); got != c.want {
			t.Errorf("%q against %q:\n got %s\nwant %s", c.b, c.a, got, c.want)
		}
	}
	if runs, like := compare(nil, words("one")); runs != nil || like != 0 {
		t.Error("nothing is like something")
	}
}

func TestElide(t *testing.T) {
	runs, _ := compare(words("one two three four five six seven"), words("one two three"))
	if got := set(elide(runs, 3)); got != "one two three [− 4 words]" {
		t.Errorf("got %q", got)
	}
}

func TestSentence(t *testing.T) {
	const text = "First one. “Second,” said Dr. J. Low of Acme. Third!\nFourth without end"
	for words, want := range map[string]string{
		"First":  "First one.",
		"Low":    "“Second,” said Dr. J. Low of Acme.",
		"Third!": "Third!",
		"end":    "Fourth without end",
	} {
		i := strings.Index(text, words)
		from, _ := sentenceStart(text, i)
		to, _ := sentenceEnd(text, i+len(words))
		if got := text[from:to]; got != want {
			t.Errorf("around %q: %q, want %q", words, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"one two three four", 9, "one two|three|four"},
		{"渡船在海岸附近搁浅", 8, "渡船在海|岸附近搁|浅"},
		{"abcdefghijklmnop", 8, "abcdefgh|ijklmnop"},
		{"e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301e\u0301", 8, "e\u0301e\u0301e\u0301e\u0301|e\u0301e\u0301e\u0301e\u0301"},
		{"one  ", 8, "one"},
		{"", 8, ""},
	} {
		var lines []string
		for _, l := range wrap([]styled{{text: c.text}}, c.width) {
			var b strings.Builder
			for _, s := range l {
				b.WriteString(s.text)
			}
			lines = append(lines, b.String())
		}
		if got := strings.Join(lines, "|"); got != c.want {
			t.Errorf("wrap(%q, %d) = %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestCutToFit(t *testing.T) {
	if got := cut("渡船在海岸", 7); got != "渡船在…" {
		t.Errorf("cut: %q", got)
	}
	for _, s := range []string{"", "x", "A rather long name of an outlet that has no end", strings.Repeat("w", 500)} {
		for _, row := range fit(s, 13, 100, 2) {
			if textWidth(row, 13) > 100 {
				t.Errorf("fit(%q): %q is too wide", s, row)
			}
		}
	}
}
