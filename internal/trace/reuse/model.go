package reuse

import "math"

// A model is a logistic regression.
type model struct {
	bias    float64
	weights []float64
}

// probability is the model's for the features x.
func (m model) probability(x []float64) float64 {
	z := m.bias
	for i, w := range m.weights {
		z += w * x[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// sentenceModel says whether two sentences have the same matter, from
// [corpus.features].
var sentenceModel = model{bias: -6.28473098, weights: []float64{
	1.72112745, 12.18623913, -0.46403182, 0.11570897, 2.84886115, -1.08812813, -1.24257569,
}}

// linkModel says whether two articles share text, from [corpus.linkFeatures].
var linkModel = model{bias: -13.813, weights: []float64{
	3.6852, 3.903, 2.3741, 6.2129, -2.7076, 2.113, 2.4115, 5.6561, 9.5368, 0.79468,
}}
