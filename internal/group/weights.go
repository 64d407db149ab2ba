package group

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

// hidden is how many units the network has.
const hidden = 6

// A network judges two articles by their features: a layer of units, each the
// hyperbolic tangent of a sum of them, and a sum of these. It is small enough to
// hold no words: a few hundred numbers (docs/models.md says from which sets they
// were learnt).
type network struct {
	first  [hidden][]float64 // weights of the features, the bias's last
	second [hidden + 1]float64
}

//go:embed weights.txt
var weightsFile string

var weights = sync.OnceValue(func() *network {
	w, err := parseWeights(weightsFile)
	if err != nil {
		panic(fmt.Sprintf("weights.txt: %v", err)) // the embedded file was made by Fit
	}
	return w
})

// odds is the logarithm of the odds that two articles with such features report
// one event.
func (w *network) odds(features []float64) float64 {
	sum := w.second[hidden]
	for u, unit := range w.first {
		var z float64
		for i, x := range features {
			z += x * unit[i]
		}
		sum += w.second[u] * tanh(z)
	}
	return sum
}

// tanh is the hyperbolic tangent, the same on every machine.
func tanh(x float64) float64 {
	x = max(-20, min(20, x))
	e := math.Exp(2 * x)
	return (e - 1) / (e + 1)
}

// String is the form of weights.txt: a line a unit, and one for the last layer.
func (w *network) String() string {
	var out strings.Builder
	for _, layer := range append(w.first[:], w.second[:]) {
		for i, x := range layer {
			if i > 0 {
				out.WriteByte(' ')
			}
			fmt.Fprintf(&out, "%.4g", x)
		}
		out.WriteByte('\n')
	}
	return out.String()
}

func parseWeights(text string) (*network, error) {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines) != hidden+1 {
		return nil, fmt.Errorf("%d lines, not %d", len(lines), hidden+1)
	}
	w := new(network)
	for u, line := range lines {
		layer := w.second[:]
		if u < hidden {
			w.first[u] = make([]float64, len(features))
			layer = w.first[u]
		}
		numbers := strings.Fields(line)
		if len(numbers) != len(layer) {
			return nil, fmt.Errorf("line %d: %d weights, not %d", u+1, len(numbers), len(layer))
		}
		for i, s := range numbers {
			var err error
			if layer[i], err = strconv.ParseFloat(s, 64); err != nil {
				return nil, err
			}
		}
	}
	return w, nil
}

// features of a comparison, appended to x.
func (c *comparison) features(x []float64) []float64 {
	for i := range features {
		x = append(x, features[i].value(c))
	}
	return x
}
