package language

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestSegment runs the cases of testdata/segment.txt.
func TestSegment(t *testing.T) { segmentCases(t, "testdata/segment.txt") }

// TestNewsBoundaries: the habits of news don't mislead the cutting.
func TestNewsBoundaries(t *testing.T) { segmentCases(t, "testdata/news.boundaries.txt") }

func segmentCases(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range strings.Split(string(data), "\n== ")[1:] {
		lines := strings.Split(strings.TrimSpace(c), "\n")
		name, text := lines[0], lines[1]
		t.Run(name, func(t *testing.T) {
			if s, err := strconv.Unquote(text); err == nil && strings.Contains(text, `\n`) {
				text = s
			}
			var got []string
			for _, s := range Segment(text) {
				var words []string
				for _, k := range s.Tokens {
					words = append(words, k.In(text))
				}
				got = append(got, "-- "+strings.Join(words, "|"))
			}
			if g, w := strings.Join(got, "\n"), strings.Join(lines[2:], "\n"); g != w {
				t.Errorf("got\n%s\nwant\n%s", g, w)
			}
		})
	}
}
