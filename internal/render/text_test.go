package render

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma/account"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares got with a file in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; run go test -update and read the change:\n%s", file, firstDifference(string(got), string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			old := "(end)"
			if i < len(w) {
				old = w[i]
			}
			return fmt.Sprintf("line %d\n got: %s\nwant: %s", i+1, g[i], old)
		}
	}
	return "the new one is shorter"
}

func text(t *testing.T, acc *account.Account, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := Text(&b, acc.Stream(), o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTextGolden(t *testing.T) {
	for _, width := range []int{60, 80, 120} {
		got := text(t, fixture(t), Options{Width: width})
		golden(t, fmt.Sprintf("ferry-%d.txt", width), []byte(got))
		for i, line := range strings.Split(got, "\n") {
			if w := displayWidth(line); w > width {
				t.Errorf("width %d: line %d is %d wide: %s", width, i+1, w, line)
			}
		}
	}
	if text(t, fixture(t), Options{}) != text(t, fixture(t), Options{Width: 80}) {
		t.Error("an unknown width is not set as 80")
	}
}
