package reuse

import (
	"math"
	"slices"
	"strings"
	"testing"

	"stemma/account"
)

// TestMinimise finds the least of functions whose least is known.
func TestMinimise(t *testing.T) {
	bowl := minimise(3, func(x, slope []float64) float64 {
		sum := 0.0
		for i := range x {
			scale := math.Pow(10, float64(i))
			d := x[i] - float64(i+1)
			slope[i] = 2 * scale * d
			sum += scale * d * d
		}
		return sum
	})
	valley := minimise(2, func(x, slope []float64) float64 { // Rosenbrock's
		a, b := 1-x[0], x[1]-x[0]*x[0]
		slope[0], slope[1] = -2*a-40*b*x[0], 20*b
		return a*a + 10*b*b
	})
	for _, c := range []struct{ got, want []float64 }{{bowl, []float64{1, 2, 3}}, {valley, []float64{1, 1}}} {
		for i := range c.want {
			if math.Abs(c.got[i]-c.want[i]) > 1e-3 {
				t.Errorf("got %v, want %v", c.got, c.want)
				break
			}
		}
	}
}

// TestFitLogistic: what decides gets the weight, whatever its scale.
func TestFitLogistic(t *testing.T) {
	var examples []example
	for i := range 200 {
		x := float64(i%20) / 2
		examples = append(examples, example{[]float64{1000 * x, float64(i % 7)}, x > 4.9, 1})
	}
	m := fitLogistic(examples)
	for _, e := range examples {
		if p := m.probability(e.features); (p > 0.5) != e.yes {
			t.Errorf("%v: %.3f, want %v", e.features, p, e.yes)
		}
	}
}

// TestShippedWeights: the weights fit the features, and are read as they were
// written.
func TestShippedWeights(t *testing.T) {
	for _, m := range shipped.models() {
		want := map[string]int{
			"sentence": sentenceFeatures, "link": linkFeatures, "source": sourceFeatures, "own": ownFeatures,
			"kind": 2 * (sourceFeatures + signFeatures),
		}[m.name]
		if len(m.weights) != want {
			t.Errorf("%s: %d weights for %d features", m.name, len(m.weights), want)
		}
	}
	if again := ReadWeights(shipped.String()).String(); again != shipped.String() {
		t.Errorf("read %s\nof %s", again, shipped)
	}
	if w := ReadWeights("link x y\nnonsense\nlink\n\xff 1"); len(w.link.weights) != 1 || w.link.weights[0] != 0 {
		t.Errorf("read %v", w.link)
	}
}

// known are the stories of testdata/stories.txt with the lineage they expect.
func known(t *testing.T) []Known {
	var all []Known
	for _, c := range readStories(t) {
		k := Known{Reports: c.reports, Sources: map[string][]string{}, Weight: 1}
		for _, line := range c.expect {
			words := strings.Fields(line)
			if len(words) != 3 {
				continue
			}
			e := KnownEdge{From: words[0], Kind: words[1], To: words[2], Share: 1}
			if e.Kind == "linked" {
				e.Kind = account.EdgeShares
			}
			k.Edges = append(k.Edges, e)
			if e.Kind != account.EdgeShares {
				k.Sources[e.From] = append(k.Sources[e.From], e.To)
			}
		}
		all = append(all, k)
	}
	return all
}

// TestFit: learning from a few stories gives the same weights each time, and
// weights that find links; learning from none gives none.
func TestFit(t *testing.T) {
	stories := known(t)
	w := Fit(stories)
	if again := Fit(stories); again.String() != w.String() {
		t.Errorf("first %s\nthen %s", w, again)
	}
	if slices.ContainsFunc(w.models(), func(m namedModel) bool { return slices.ContainsFunc(m.weights, math.IsNaN) }) {
		t.Errorf("not a number among %s", w)
	}
	if len(w.link.weights) != linkFeatures {
		t.Errorf("%d weights for links", len(w.link.weights))
	}
	if empty := Fit(nil); len(empty.link.weights) != 0 {
		t.Errorf("weights from nothing: %s", empty)
	}
}
