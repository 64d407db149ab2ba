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
	for i, w := range m.weights {
		z += w * x[i]
	}
	return z
}

// probability is the model's for the features x.
func (m model) probability(x []float64) float64 { return 1 / (1 + math.Exp(-m.score(x))) }

// sentenceModel says whether two sentences have the same matter, from
// [corpus.features].
var sentenceModel = model{bias: -6.28473098, weights: []float64{
	1.72112745, 12.18623913, -0.46403182, 0.11570897, 2.84886115, -1.08812813, -1.24257569,
}}

// linkModel says whether two articles share text, from [corpus.linkFeatures].
var linkModel = model{bias: -10.835, weights: []float64{
	3.3264, 3.2201, 3.7184, 5.2089, -1.3791, 2.9929, 3.8167, 4.3572, 6.1871, 0.25709,
}}

// sourceModel scores one article as the direct source of another, from
// [family.sourceOf].
var sourceModel = model{bias: -5.5101, weights: []float64{
	-2.2993, 1.0982, -0.28422, 0.40129, -0.21702, 0.70363, 0.5714, 0.95832,
	-0.012341, -0.13745, -0.053316, -0.28517, 1.2965, 0.70303, 1.869, 0.4714,
	3.2912, -0.068988, 3.1753, 2.6855, 0.38251, 15.867, 0.16105, 3.2657,
	-4.7936, -0.67411, -2.0391, 1.021, -0.36399, -1.0714, 0.39298, -0.072918,
	-0.7245, 0, 0, -4.7855, -4.7409, -0.014769, -5.8622, -0.32899,
	-2.6986, -0.9637, 0.13433, 0.8437, -0.43858, -0.16984, 2.7668, -0.81457,
}}

// ownModel scores an article as one that has its text from none of the others,
// from [family.ownSource].
var ownModel = model{bias: 2.224, weights: []float64{
	0.94249, -1.47, 0.086333, 0.0065705, -0.55711, 0.61839, -2.0202, 1.6349,
	1.2264, -3.2792, 4.2774, 0.6035, 1.2384, -0.23776, -0.029785, 0.72525,
}}

// kindModel says whether one article has its text from another rather than both
// from a third, from [descent.kind].
var kindModel = model{bias: -4.9736, weights: []float64{
	4.3356, -0.98542, -0.98621, -0.024564, 0.21467, 0.70882, -0.24911, 0.9124,
	-0.98621, 1.9805, 0.49268, -0.18993, -0.2802, -0.080843, 0.05031, 0.049087,
	0.05287, -0.53223, -0.091891, -0.053966, 0.12943, -0.3838, -0.48454, 0.19063,
	0.50729, 0.4155, 0.72562, 0.13882, -0.047233, -0.38825, -2.8524, 0.17479,
	3.0629, 4.4307, 0.068647, 1.7551, -0.09662, 0.030916, -0.14114, 0.84862,
	-0.13543, -0.38989, -0.39186, 0.030376, -0.29828, -0.61462, 1.2884, 0.48294,
	-0.99573, -0.39195, -0.24011, -0.74867, -0.45942, 0.62872, 0.41673, 0.046302,
	0.91026, 0.82114, -0.25057, -0.72215, -0.080843, -0.2802, 0.05031, -0.049087,
	-0.1291, -0.091891, -0.53223, 0.12943, -0.053966, 1.0074, 0.57891, 0.50729,
	0.19063, 0.37191, -0.7774, 0.13822, -0.71558, 0.38825, 3.4764, 0.47056,
	0.88813, -2.8874, 0.068647, -0.09662, 1.7551, -0.14114, 0.030916, 0.84862,
	-0.38989, -0.13543, -0.38698, 0.0082775, 3.1516, -0.61462, 1.2884, 2.3226,
	-0.87399, -0.42059, 1.3538, -0.22544, -0.4133, -0.078625, -1.4854, -0.33612,
	-0.78418, 0.19819, -0.76635, -0.71381,
}}
