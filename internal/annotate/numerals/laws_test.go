package numerals

import (
	"math"
	"testing"
)

// Tokens are in order and inside the text, and no number runs over them.
func FuzzRead(f *testing.F) {
	for _, text := range []string{"two hundred and five", "1.234.567,8", "12,34,567", "half a million and a half", "\xff½ 3½", "tens of thousands of millions", "twenty-five-and-a-half", "a\n\nhundred"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens := Scan(text)
		end := 0
		for i, x := range tokens {
			if x.Start < end || x.End <= x.Start || x.End > len(text) {
				t.Fatalf("token [%d,%d) after %d in a text of %d", x.Start, x.End, end, len(text))
			}
			end = x.End
			n, ok := Read(tokens, i)
			if ok && (n.First != i || n.Last <= i || n.Last > len(tokens) || n.Low > n.High || math.IsNaN(n.Low) || math.IsInf(n.High, 0)) {
				t.Fatalf("token %d of %q: %+v", i, text, n)
			}
		}
	})
}
