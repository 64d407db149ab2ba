package times

import (
	"reflect"
	"strings"
	"testing"
	"time"
)

// laws checks what holds for every text.
func laws(t *testing.T, text, published string) {
	t.Helper()
	found := Find(text, nil, published)
	end := 0
	for _, x := range found {
		if x.Start < end || x.End <= x.Start || x.End > len(text) {
			t.Fatalf("span [%d,%d) after %d in a text of %d", x.Start, x.End, end, len(text))
		}
		end = x.End
		if x.Value == "" || x.Type != Date && x.Type != TimeOf && x.Type != Duration && x.Type != Set {
			t.Fatalf("%q has type %q and value %q", x.In(text), x.Type, x.Value)
		}
	}
	if again := Find(text, nil, published); !reflect.DeepEqual(found, again) {
		t.Fatal("a second call found something else")
	}
	for i, x := range found {
		if r := Resolve(x, text, published); r.Span != x.Span || i < 50 && len(text) < context && !reflect.DeepEqual(r, x) {
			t.Fatalf("%+v resolves to %+v against the time it was found with", x, r)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, text := range []string{
		"On Thursday (13) the council met for two and a half hours, as it does every Friday.",
		"Thu, 01/13/2022 – 11:45", "from 10 to 14 January 2022", "the '70s, '98 and the 20th century", "29 February", "\xff\x80Q3\n\n1",
		"half a million years ago", "9999 quadrillion centuries ago", "the 31st", "31/02/2021", "99:99 p.m. GMT", "0 years later",
	} {
		f.Add(text, "2022-01-13T11:45")
		f.Add(text, "")
	}
	f.Fuzz(func(t *testing.T, text, published string) {
		if len(text) < 1<<14 {
			laws(t, text, published)
		}
	})
}

// A long text takes time in proportion to its length, whatever is in it.
func TestLinear(t *testing.T) {
	for _, piece := range []string{"two ", "Monday ", "January 13, ", "the ", "late ", "1-", "12:", "twenty and ", "said ", "in 2014 and ", "every ", "five of ", "a year, ", "hundreds of ", "2 hours and "} {
		text := strings.Repeat(piece, 1<<17/len(piece))
		begin := time.Now()
		Find(text, nil, "2022-01-13")
		if d := time.Since(begin); d > 5*time.Second {
			t.Errorf("a megabyte of %q took %v", piece, d)
		}
	}
}
