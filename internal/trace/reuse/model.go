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
var linkModel = model{bias: -13.813, weights: []float64{
	3.6852, 3.903, 2.3741, 6.2129, -2.7076, 2.113, 2.4115, 5.6561, 9.5368, 0.79468,
}}

// sourceModel scores one article as the direct source of another, from
// [family.sourceOf].
var sourceModel = model{bias: -4.5868, weights: []float64{
	-2.3087, 1.075, -0.27998, 0.36247, -0.23323, 0.39136, 0.55555, 1.3156,
	-0.03961, -1.5119, -0.22811, 0.058249, 1.0131, 0.48314, 1.7248, -0.071928,
	4.381, -0.1476, 3.2942, 3.3865, 2.8951, 14.404, 0.13462, 3.2133,
	-4.8005, -0.7402, -2.0209, 1.0938, -0.071188, -1.0565, 0.75364, 0.51624,
	-1.4759, 0, 0, -4.6266, -2.8741, -0.05048, -6.2154, -0.57014,
	-3.0058, -0.86339, 0.013909, 0.93107, -0.52978, -0.422, 2.7141, -1.1517,
}}

// ownModel scores an article as one that has its text from none of the others,
// from [family.ownSource].
var ownModel = model{bias: 2.8803, weights: []float64{
	1.2721, -1.4738, 0.085392, 0.059219, -0.56126, 0.61442, -2.0112, 1.5119,
	1.3878, -4.2544, 4.5394, 0.85015, 1.2194, -0.22928, -0.074886, 1.477,
}}

// kindModel says whether one article has its text from another rather than both
// from a third, from [descent.kind].
var kindModel = model{bias: -3.2873, weights: []float64{
	4.3804, -1.3238, -0.81545, -0.081067, 0.24223, 0.91963, -0.0068669, 0.96455,
	-0.81545, 1.9464, 0.21842, -0.22904, -0.23218, -0.042218, 0.11024, 0.062971,
	0.12117, -0.81035, -0.37153, 0.0007256, 0.26956, -0.78718, -0.68429, 0.054949,
	0.51179, 0.27765, 0.98987, 0.050662, 0.20557, -0.31496, -1.5232, 0.5926,
	-0.77569, 1.339, 0.067797, 1.4349, -0.21709, 0.043843, -0.10506, 0.85974,
	-0.12661, -0.44661, -0.58451, 0.088051, -0.25891, -0.84483, 1.5693, 0.27556,
	-0.85532, -0.40902, -0.46565, -0.91035, -0.27585, 0.66843, 0.28424, 0.025696,
	0.91357, 1.3112, -0.85327, -1.222, -0.042218, -0.23218, 0.11024, -0.062971,
	-0.10077, -0.37153, -0.81035, 0.26956, 0.0007256, 0.99282, 0.534, 0.51179,
	0.054949, 0.28359, -0.49681, 0.042783, -0.020632, 0.31496, 1.134, 0.62277,
	0.66935, -1.0145, 0.067797, -0.21709, 1.4349, -0.10506, 0.043843, 0.85974,
	-0.44661, -0.12661, -0.56638, 0.0055529, 4.0296, -0.84483, 1.5693, 2.3149,
	-0.68535, -0.30319, 1.4319, -0.40166, -0.24216, 0.019513, -1.3191, -0.34057,
	-0.76414, 0.23857, -0.86055, -1.3179,
}}
