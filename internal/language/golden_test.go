package language

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden: the analysis of testdata/story.txt is that of testdata/story.golden,
// on every machine. It changes with the model; go test -update writes it.
func TestGolden(t *testing.T) {
	data, err := os.ReadFile("testdata/story.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	var out strings.Builder
	for _, s := range checkLaws(t, text) {
		for i, k := range s.Tokens {
			fmt.Fprintf(&out, "%d\t%s\t%s\t%s\t%d\t%s\n", i+1, k.In(text), k.Lemma, k.Tag, k.Head+1, k.Relation)
		}
		for _, n := range s.Names {
			fmt.Fprintf(&out, "# %s: %s\n", n.Type, text[s.Tokens[n.First].Start:s.Tokens[n.Last-1].End])
		}
		out.WriteString("\n")
	}
	if *update {
		if err := os.WriteFile("testdata/story.golden", []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/story.golden")
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("another analysis than in testdata/story.golden:\n%s", out.String())
	}
}

// TestModels: the English model is there, whole, and told of with its checksum.
func TestModels(t *testing.T) {
	if err := Check(); err != nil {
		t.Fatal(err)
	}
	if sum := Models()["en"]; !strings.HasPrefix(sum, "sha256:") || len(sum) != len("sha256:")+64 {
		t.Errorf("checksum %q", sum)
	}
}
