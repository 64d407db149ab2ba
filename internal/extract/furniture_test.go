package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFurniture measures Clean on invented texts whose furniture is marked: a line
// that begins with "-" is the page's, one with "+" the reporter's.
func TestFurniture(t *testing.T) {
	names, _ := filepath.Glob("testdata/furniture/*.txt")
	var right, wrong, missed float64
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		marked := map[string]bool{}
		var text []string
		for _, l := range strings.Split(strings.TrimSpace(string(b)), "\n") {
			marked[l[2:]] = l[0] == '-'
			text = append(text, l[2:])
		}
		whole := normalise(strings.Join(text, "\n\n"))
		clean, removed := Clean(whole)
		gone := map[string]bool{}
		for _, s := range removed {
			gone[s.In(whole)] = true
		}
		for _, l := range text {
			switch {
			case gone[l] && marked[l]:
				right++
			case gone[l]:
				wrong++
				t.Errorf("%s: the reporter's line was removed: %q", name, l)
			case marked[l]:
				missed++
				t.Logf("%s: left standing: %q", name, l)
			}
		}
		if again, more := Clean(clean); again != clean {
			t.Errorf("%s: a second pass removes more: %v", name, more)
		}
	}
	t.Logf("precision %.3f, recall %.3f of %v lines", right/(right+wrong), right/(right+missed), right+missed)
	if right/(right+missed) < 0.95 {
		t.Errorf("too much furniture is left: %v of %v lines", missed, right+missed)
	}
}
