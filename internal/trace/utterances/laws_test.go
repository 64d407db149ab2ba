package utterances

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/trace/entities"
)

// Every quotation stands in one utterance, and twice the same is the same.
func TestLaws(t *testing.T) {
	all := readSaid(t)
	reports, who, _ := storyOf(all, "port", true)
	j := Join(reports, who)
	count := 0
	for i, r := range reports {
		for q := range r.Quotations {
			n := j.Of[i][q]
			if n < 0 || n >= len(j.Quotations) {
				t.Fatalf("quotation %d of report %d is in no utterance", q, i)
			}
			count++
		}
	}
	variants := 0
	for n, q := range j.Quotations {
		if q.ID != fmt.Sprint("q", n+1) {
			t.Errorf("id %s at %d", q.ID, n)
		}
		if q.Fullest < 0 || q.Fullest >= len(q.Variants) {
			t.Errorf("%s: fullest %d of %d", q.ID, q.Fullest, len(q.Variants))
		}
		for _, v := range q.Variants {
			variants++
			for _, r := range reports {
				if r.ID == v.Article && r.Text[v.Start:v.End] != v.Text {
					t.Errorf("%s: span and text differ", q.ID)
				}
			}
		}
	}
	if variants != count {
		t.Errorf("%d variants of %d quotations", variants, count)
	}
	a, _ := json.Marshal(j)
	b, _ := json.Marshal(Join(reports, who))
	if string(a) != string(b) {
		t.Error("a second run differs")
	}
}

func TestNothing(t *testing.T) {
	j := Join(nil, entities.Resolved{})
	if b, _ := json.Marshal(j.Quotations); string(b) != "[]" {
		t.Errorf("no reports give %s", b)
	}
	j = Join([]annotate.Report{{}, reportOf("a", account.Direct, "", "…", "“ ”", strings.Repeat("x", 100000))}, entities.Resolved{})
	if len(j.Of) != 2 {
		t.Errorf("Of has %d reports", len(j.Of))
	}
}

// A large story: hundreds of reports with dozens of quotations each.
func TestLargeStory(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	random := rand.New(rand.NewSource(1))
	vocabulary := make([]string, 3000)
	for i := range vocabulary {
		vocabulary[i] = fmt.Sprintf("w%sord%d", string(rune('a'+i%26)), i)
	}
	sentence := func() string {
		var w []string
		for range 12 {
			w = append(w, vocabulary[int(random.ExpFloat64()*300)%len(vocabulary)])
		}
		return "“" + strings.Join(w, " ") + ".”"
	}
	said := make([]string, 600)
	for i := range said {
		said[i] = sentence()
	}
	var reports []annotate.Report
	for i := range 300 {
		var own []string
		for range 30 {
			own = append(own, said[random.Intn(len(said))])
		}
		own[0] = sentence()
		reports = append(reports, reportOf(fmt.Sprint("a", i), account.Direct, own...))
	}
	start := time.Now()
	j := Join(reports, oneSpeaker(len(reports)))
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	} else {
		t.Logf("%d utterances in %v", len(j.Quotations), took)
	}
}
