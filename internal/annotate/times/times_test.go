package times

import (
	"fmt"
	"strings"
	"testing"
)

// The cases in testdata would be hard to read; here a line is the text, with the
// times in it as "text=TYPE value" behind a bar.
func check(t *testing.T, published, line string) {
	t.Helper()
	text, want, _ := strings.Cut(line, "|")
	text, want = strings.TrimSpace(text), strings.TrimSpace(want)
	var got []string
	for _, x := range Find(text, nil, published) {
		got = append(got, fmt.Sprintf("%s=%s %s", x.In(text), x.Type, x.Value))
	}
	if g := strings.Join(got, "; "); g != want {
		t.Errorf("%s\n got  %s\n want %s", text, g, want)
	}
}
