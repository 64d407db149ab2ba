package names

import (
	"strings"
	"testing"
)

// TestLearn: from a handful of pairs it learns that a word without a partner on
// both sides speaks against, and the same each time.
func TestLearn(t *testing.T) {
	var examples []Example
	for _, first := range strings.Fields("Anna Boris Clara David Elena Frank") {
		examples = append(examples,
			Example{Person, first + " Shtyrkov", first + " Chtyrkov", true},
			Example{Person, first + " Weiss", first + " Weiß", true},
			Example{Person, first + " Weiss", first + " Molnar", false},
			Example{Organization, first + " Bank", first + " Bank Ltd", true},
			Example{Organization, first + " Bank", first + " Harbour", false})
	}
	weights := Learn(examples)
	if again := Learn(examples); again != weights {
		t.Errorf("twice differs:\n%s\n%s", weights, again)
	}
	compare, err := CompareWith(weights)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples {
		if score := compare(Parse(e.A, e.Kind), Parse(e.B, e.Kind)); (score >= Same) != e.Same {
			t.Errorf("%q and %q score %.2f, want same: %v", e.A, e.B, score, e.Same)
		}
	}
}

func TestWeightsOfAnotherForm(t *testing.T) {
	for _, file := range []string{"", "constant 1 2\n", strings.Replace(weightsFile, "worst", "best", 1), strings.Replace(weightsFile, "-", "x", 1), weightsFile + "more 1 2\n"} {
		if _, err := CompareWith(file); err == nil {
			t.Errorf("took %q for weights", file)
		}
	}
	if _, err := CompareWith(weightsFile); err != nil {
		t.Error(err)
	}
}
