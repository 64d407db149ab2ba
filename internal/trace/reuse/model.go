package reuse

import "math"

// A model is a logistic regression.
type model struct {
	bias    float64
	weights []float64
}

// score is the model's for the features x: the logarithm of the odds.
func (m model) score(x []float64) float64 {
	z := m.bias
	for i, w := range m.weights[:min(len(m.weights), len(x))] {
		z += w * x[i]
	}
	return z
}

// probability is the model's for the features x.
func (m model) probability(x []float64) float64 { return 1 / (1 + math.Exp(-m.score(x))) }
