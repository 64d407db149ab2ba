package quantities

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"stemma/internal/annotate/times"
)

// laws checks what holds for every text.
func laws(t *testing.T, text string) {
	t.Helper()
	when := times.Find(text, nil, "2022-01-13")
	found := Find(text, nil, when)
	end := 0
	for _, q := range found {
		if q.Start < 0 || q.End > len(text) || !q.Contains(q.Number) || q.Number.Empty() {
			t.Fatalf("span [%d,%d) with number [%d,%d) in a text of %d", q.Start, q.End, q.Number.Start, q.Number.End, len(text))
		}
		if q.Number.Start < end {
			t.Fatalf("%q overlaps the number before it", q.In(text))
		}
		end = q.Number.End
		if q.Low == nil && q.High == nil || q.Kind == "" {
			t.Fatalf("%q says nothing: %+v", q.In(text), q)
		}
		for _, v := range []*float64{q.Low, q.High} {
			if v != nil && (math.IsNaN(*v) || math.IsInf(*v, 0)) {
				t.Fatalf("%q has the bound %v", q.In(text), *v)
			}
		}
		if q.Low != nil && q.High != nil && *q.Low > *q.High {
			t.Fatalf("%q is from %v to %v", q.In(text), *q.Low, *q.High)
		}
		if Compare(q, q) != Equal {
			t.Fatalf("%q isn't equal to itself", q.In(text))
		}
	}
	if !reflect.DeepEqual(found, Find(text, nil, when)) {
		t.Fatal("a second call found something else")
	}
}

func FuzzFind(f *testing.F) {
	for _, text := range []string{
		"More than 100,000 men, or tens of thousands of troops, for $1.2 billion.", "52-48 and 3-1", "between -5 and 7 degrees", "US$16 million to $28 million",
		"aged 42, Jones, 42,", "555-123-4567 at www.example.com/12", "a third of the 30 members", "1.5m people, 100m, 3G", "\xff12\x80%", "12 to 15", "½", "-", "9e9 999999999999999999999999999999 quadrillion trillion",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 1<<14 {
			laws(t, text)
		}
	})
}

// A long text takes time in proportion to its length, whatever is in it.
func TestLinear(t *testing.T) {
	for _, piece := range []string{"two ", "12 to ", "$", "more than ", "half of the ", "12-", "12", "Boeing 747 ", "five of all the ", "tens of ", ", 42, ", "a "} {
		text := strings.Repeat(piece, 1<<17/len(piece))
		begin := time.Now()
		Find(text, nil, nil)
		if d := time.Since(begin); d > 5*time.Second {
			t.Errorf("%d bytes of %q took %v", len(text), piece, d)
		}
	}
}
