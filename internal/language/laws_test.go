package language

import (
	"bytes"
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"
)

// checkLaws checks what holds of the analysis of any text.
func checkLaws(t *testing.T, text string) []Sentence {
	t.Helper()
	sentences := Analyze(text, "en")
	end := 0
	for i, s := range sentences {
		if s.Start < end || s.End > len(text) || s.Start >= s.End || len(s.Tokens) == 0 {
			t.Fatalf("sentence %d %v after %d, of %d bytes", i, s.Span, end, len(text))
		}
		if s.Tokens[0].Start != s.Start || s.Tokens[len(s.Tokens)-1].End != s.End {
			t.Fatalf("sentence %v doesn't begin and end with a token", s.Span)
		}
		end = s.Start
		for j, k := range s.Tokens {
			if k.Start < end || k.End > s.End || k.Start >= k.End {
				t.Fatalf("token %d of sentence %v is %v, after %d", j, s.Span, k.Span, end)
			}
			end = k.End
			if k.Head < -1 || k.Head >= len(s.Tokens) || k.Head == j {
				t.Fatalf("token %d of %d has head %d", j, len(s.Tokens), k.Head)
			}
		}
		checkTree(t, s)
		last := 0
		for _, n := range s.Names {
			if n.First < last || n.First >= n.Last || n.Last > len(s.Tokens) || n.Type == "" {
				t.Fatalf("name %v after %d in %d tokens", n, last, len(s.Tokens))
			}
			last = n.Last
		}
	}
	return sentences
}

// checkTree: one root, and every word leads to it.
func checkTree(t *testing.T, s Sentence) {
	t.Helper()
	if s.Tokens[0].Tag == "" {
		return
	}
	state := make([]int, len(s.Tokens))
	roots := 0
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 {
			roots++
		}
		j := i
		for j >= 0 && state[j] == 0 {
			state[j] = i + 1
			j = s.Tokens[j].Head
		}
		if j >= 0 && state[j] == i+1 {
			t.Fatalf("a cycle at token %d of %d", j, len(s.Tokens))
		}
	}
	if roots != 1 {
		t.Fatalf("%d roots in %d tokens", roots, len(s.Tokens))
	}
}

const story = `GENEVA (Reuters) - Deputy Foreign Minister Ada Marlow said on Thursday that Norvik's
troops wouldn't leave the U.S. base.

"We have waited. It is time," she told Example TV. More than 3,500 people fled to Poland, the
agency said; “nobody knows” why… TALKS FAIL IN VIENNA

By Tomasz Wiśniewski-Díaz`

func TestLaws(t *testing.T) {
	texts := []string{
		"", " ", "\n\n\n", ".", "...", "\x00", "\xff\xfe", "a", "’", "''", "((((", "\"", "'s", "-", "1.", "A.", "@", "#", "http://",
		story, strings.ToUpper(story), strings.ReplaceAll(story, " ", ""), "Москва слышит. 東京。 القدس تنتظر.",
		"दिल्ली चुप है। กรุงเทพ 서울은 기다린다.\u2029Երևան։ 👩🏽‍🚀🇺🇦 e\u0301\u0301\u200d\ufeff", strings.Repeat("京", 3000), strings.Repeat("\u0301", 3000),
		strings.Repeat("a", 5000), strings.Repeat("word ", 3000), strings.Repeat("(", 3000), strings.Repeat("'", 3000),
		strings.Repeat("U.S.", 1000), strings.Repeat("\xff", 1000), strings.Repeat("-a", 2000),
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		b := []byte(story)
		for range 1 + rng.IntN(40) {
			b[rng.IntN(len(b))] = byte(rng.IntN(256))
		}
		texts = append(texts, string(b))
	}
	for _, text := range texts {
		checkLaws(t, text)
	}
}

// TestTwice: the same text gives the same, also from many goroutines at once and
// whatever was analyzed before.
func TestTwice(t *testing.T) {
	want := Analyze(story, "en")
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			Analyze(strings.Repeat(story[:30*i+30], i+1), "en")
			if got := Analyze(story, "en"); !reflect.DeepEqual(got, want) {
				t.Error("another analysis of the same text")
			}
		})
	}
	wg.Wait()
}

func TestOtherLanguage(t *testing.T) {
	s := Analyze("Das ist gut. Wir gehen.", "de")
	if len(s) != 2 || s[0].Tokens[0].Tag != "" || s[0].Tokens[0].Head != -1 {
		t.Errorf("%v", s)
	}
}

// TestLinear: ten times the text takes about ten times as long.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	Analyze(story, "en")
	for name, unit := range map[string]string{
		"sentence without end": "and the minister said that ",
		"no spaces":            "minister",
		"no spaces, marks":     "a.b-c'd/",
		"brackets":             "([{",
		"quotes":               `" ' “ `,
		"short lines":          "a line\n",
		"abbreviations":        "U.S. ",
		"hosts":                "a.b.c.d.",
		"hyphens":              "12-",
		"capitals":             "Norvik ",
		"bytes":                "\xc3(\xff",
		"ideographs":           "東京は待つ",
		"Thai":                 "กรุงเทพ",
		"Arabic":               "القدس تنتظر ",
		"marks on letters":     "a\u0301\u0302",
	} {
		took := func(n int) time.Duration {
			text := strings.Repeat(unit, n/len(unit))
			best := time.Hour
			for range 2 {
				start := time.Now()
				Analyze(text, "en")
				best = min(best, time.Since(start))
			}
			return best
		}
		small, large := took(2_000), took(20_000)
		if large > 40*small+30*time.Millisecond {
			t.Errorf("%s: %v for 2 kB, %v for 20 kB", name, small, large)
		}
	}
}

// TestMonster: a sentence of 100,000 words comes through, and takes as much memory
// a word as one of 10,000.
func TestMonster(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	perWord := func(words int) float64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		s := checkLaws(t, strings.Repeat("and ", words))
		runtime.ReadMemStats(&after)
		if len(s) != 1 || len(s[0].Tokens) != words {
			t.Errorf("%d sentences", len(s))
		}
		return float64(after.TotalAlloc-before.TotalAlloc) / float64(words)
	}
	perWord(10_000) // what is kept for the next analysis is made here
	small, large := perWord(10_000), perWord(100_000)
	if large > 2*small+200 {
		t.Errorf("%.0f bytes a word of 10,000 words, %.0f of 100,000", small, large)
	}
}

func FuzzAnalyze(f *testing.F) {
	f.Add(story)
	f.Add("\xff.\n'")
	f.Fuzz(func(t *testing.T, text string) {
		checkLaws(t, text)
		if !utf8.ValidString(text) {
			return
		}
		for _, s := range Segment(text) {
			for _, k := range s.Tokens {
				if !utf8.ValidString(k.In(text)) {
					t.Fatalf("token %v cuts a letter", k.Span)
				}
			}
		}
	})
}

func TestTokensHoldAllLetters(t *testing.T) {
	var got bytes.Buffer
	for _, s := range Segment(story) {
		for _, k := range s.Tokens {
			got.WriteString(k.In(story))
		}
	}
	if want := strings.Join(strings.Fields(story), ""); got.String() != want {
		t.Errorf("tokens hold %q", got.String())
	}
}
