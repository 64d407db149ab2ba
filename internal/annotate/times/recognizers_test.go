package times

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// recognizers is what Microsoft's recognizers are specified to find in short
// sentences. Its dialect differs from TIMEX3, above all for ranges; what both
// have is compared.
const recognizers = "../../../../shared/bench/recognizers-en/cases.jsonl.gz"

func TestRecognizers(t *testing.T) {
	f, err := os.Open(recognizers)
	if err != nil {
		t.Skip("the cases are not there: ", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var all, found, right float64
	for in := bufio.NewScanner(z); in.Scan(); {
		var c struct {
			Input, Reference string
			Results          []struct {
				Start, End  int
				Type, Timex string
			}
		}
		if err := json.Unmarshal(in.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		dated, undated := Find(c.Input, nil, c.Reference), Find(c.Input, nil, "")
		for _, r := range c.Results {
			if r.Type != "date" && r.Type != "duration" && r.Type != "set" && r.Type != "datetime" && r.Type != "time" {
				continue
			}
			all++
			if overlaps(dated, r.Start, r.End, "") {
				found++
			}
			if overlaps(dated, r.Start, r.End, r.Timex) || overlaps(undated, r.Start, r.End, r.Timex) {
				right++
			}
		}
	}
	t.Logf("%.0f expressions: found %.3f, with the same value %.3f", all, found/all, right/all)
	if found/all < 0.8 || right/all < 0.45 {
		t.Errorf("of %.0f expressions %.0f are found, %.0f with the same value", all, found, right)
	}
}

// overlaps reports whether a time with the value, or any for "", overlaps the
// span. A time of day counts without its day and without zero minutes, which the
// dialect leaves away.
func overlaps(times []Time, start, end int, value string) bool {
	for _, x := range times {
		v := x.Value
		if x.Start < end && start < x.End {
			_, clock, _ := strings.Cut(v, "T")
			if value == "" || v == value || strings.TrimSuffix(v, ":00") == value || clock != "" && (x.Type == TimeOf) && ("T"+clock == value || "T"+strings.TrimSuffix(clock, ":00") == value) {
				return true
			}
		}
	}
	return false
}
