package entities

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"stemma/internal/annotate"
	"stemma/internal/annotate/mentions"
	"stemma/internal/extract"
	"stemma/internal/language"
)

// A crowd makes articles of about n bytes that name somebody else in every
// sentence.
var crowds = []struct {
	name     string
	sentence func(i int) string
}{
	{"surnames of one sound", func(i int) string {
		return fmt.Sprintf("Minister %s K%sr%sl%sn%sv spoke to %s Mar%sn%s. Then K%sr%sl%sn%sv left.", given(i), vowel(i), vowel(i>>3), vowel(i>>6), vowel(i>>9),
			given(i*7), vowel(i>>2), vowel(i>>5), vowel(i>>1), vowel(i>>2), vowel(i>>5), vowel(i>>8))
	}},
	{"one surname", func(i int) string {
		return fmt.Sprintf("Minister %s %sr%s%s Kadilov spoke to Kadilov.", given(i), []string{"B", "D", "G", "K", "P", "T"}[i%6], vowel(i>>3), strings.Repeat("n", i%5)+vowel(i>>6)+vowel(i>>9))
	}},
	{"two of one surname", func(i int) string {
		return "Kadilov spoke to " + []string{"Ivan", "Anna"}[i%2] + " Kadilov."
	}},
	{"offices", func(i int) string {
		return fmt.Sprintf("The %srn%s%s Agency met the %srn%s Council.", []string{"Ka", "Bo", "Di"}[i%3], vowel(i), vowel(i>>3)+vowel(i>>6), []string{"Ta", "Vo"}[i%2], vowel(i>>2)+vowel(i>>5)+vowel(i>>8))
	}},
}

func given(i int) string {
	return strings.Fields("Ivan Anna Oleg Maria Pavel Greta Milan Vera Denis Nina Lars Joan Peter Rosa Karl Olga Hans Irma Juan Elsa")[i%20]
}

func vowel(i int) string { return []string{"a", "e", "i", "o", "u", "ya", "oy", "ai"}[i%8] }

func crowd(sentence func(int) string, n int) string {
	var b strings.Builder
	for i := 0; b.Len() < n; i++ {
		b.WriteString(sentence(i))
		b.WriteString([]string{" ", "\n\n"}[i%10/9])
	}
	return b.String()
}

// work finds who is who in a text, and returns how long it took at best. The
// sentences are read without a model, whose time is its own.
func work(text string) time.Duration {
	sentences := language.Analyze(text, "")
	best := time.Hour
	for range 2 {
		start := time.Now()
		found := mentions.Find(text, sentences)
		Resolve([]annotate.Report{{Article: &extract.Article{Text: text}, Annotations: &annotate.Annotations{Mentions: found}}})
		best = min(best, time.Since(start))
	}
	return best
}

// TestGrowth shows that a crowd of namesakes takes time in line with the text: half
// the text, half the time. The limit is generous for a machine that does something
// else meanwhile; quadratic code has 4.
func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, c := range crowds {
		t.Run(c.name, func(t *testing.T) {
			for try := 1; ; try++ {
				half, whole := work(crowd(c.sentence, 100_000)), work(crowd(c.sentence, 200_000))
				t.Logf("100 kB %v, 200 kB %v", half, whole)
				ratio := float64(whole) / float64(half)
				switch {
				case ratio <= 3:
					return
				case try == 3: // something else doesn't stand in the way three times
					t.Errorf("twice the text takes %.1f times as long: %v, %v", ratio, half, whole)
					return
				}
			}
		})
	}
}
