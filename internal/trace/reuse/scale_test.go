package reuse

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"stemma/internal/annotate"
	"stemma/internal/extract"
)

// generous is far more time than any of these takes, and far less than what is
// not linear would.
const generous = 20 * time.Second

func reportOf(id, text string) annotate.Report {
	return annotate.Report{Article: &extract.Article{ID: id, Text: text}, Annotations: &annotate.Annotations{}}
}

// prose makes n sentences of made-up words.
func prose(r *rand.Rand, n int) []string {
	sentences := make([]string, n)
	for i := range sentences {
		words := make([]string, 8+r.IntN(12))
		for w := range words {
			words[w] = fmt.Sprintf("%c%s", 'a'+r.IntN(26), strings.Repeat(string(rune('a'+r.IntN(26))), 1+r.IntN(3)))
			if r.IntN(3) == 0 {
				words[w] = []string{"the", "of", "said", "in", "to", "and"}[r.IntN(6)]
			}
		}
		words[0] = strings.ToUpper(words[0][:1]) + words[0][1:]
		sentences[i] = strings.Join(words, " ") + "."
	}
	return sentences
}

func within(t *testing.T, what string, do func()) {
	t.Helper()
	start := time.Now()
	do()
	if took := time.Since(start); took > generous {
		t.Errorf("%s took %v", what, took)
	} else {
		t.Logf("%s: %v", what, took)
	}
}

// TestLargeStories: what comes of much text takes time in proportion to it.
func TestLargeStories(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	text := prose(r, 25)
	var copies []annotate.Report
	for i := range 120 {
		changed := append([]string(nil), text...)
		for n := range changed {
			if r.IntN(2) == 0 {
				changed[n] = strings.Replace(changed[n], " the ", fmt.Sprintf(" %d ", i), 1)
			}
		}
		copies = append(copies, reportOf(fmt.Sprint("a", i), strings.Join(changed, " ")))
	}
	within(t, "many versions of one text", func() {
		if got := len(Find(copies)); got != 120*119/2 {
			t.Errorf("%d edges", got)
		}
	})
	var own []annotate.Report
	for i := range 120 {
		own = append(own, reportOf(fmt.Sprint("a", i), strings.Join(prose(r, 25), " ")))
	}
	within(t, "many texts of their own", func() {
		if got := len(Find(own)); got != 0 {
			t.Errorf("%d edges", got)
		}
	})
	long := strings.Join(prose(r, 1500), " ")
	for what, text := range map[string]string{
		"a long text twice":         long,
		"one line, over and over":   strings.Repeat("Not a word more or less stands in this line.\n", 4000),
		"a sentence without an end": strings.Repeat("then he went on and on ", 4000),
		"bytes":                     randomBytes(r, 1<<17),
	} {
		within(t, what, func() { Find([]annotate.Report{reportOf("a", text), reportOf("b", text)}) })
	}
}

func randomBytes(r *rand.Rand, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(r.IntN(256))
	}
	return string(b)
}
