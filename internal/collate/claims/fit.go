package claims

import "math"

// A Labelled example is one of which it is known whether readers must see it.
// Weight is how much it counts.
type Labelled struct {
	Example
	Differs bool
	Weight  float64
}

// Fit learns the weights of the features from labelled examples, by logistic
// regression with a quadratic penalty, and returns them as weights.txt has them.
// The method is gradient descent with Adam's steps (Kingma and Ba, 2015) over all
// examples at once, so that their order doesn't matter.
func Fit(examples []Labelled) string {
	const (
		steps   = 1500
		rate    = 0.05
		penalty = 0.5
	)
	total := 0.0
	for _, e := range examples {
		total += e.Weight
	}
	n := len(featureNames)
	w, slope := make([]float64, n), make([]float64, n)
	mean, square := make([]float64, n), make([]float64, n)
	for step := 1; step <= steps; step++ {
		for i := range slope {
			slope[i] = penalty * w[i] / total
		}
		slope[fBias] = 0
		for _, e := range examples {
			miss := (logistic(e.Features, w) - flag(e.Differs)) * e.Weight / total
			for i, x := range e.Features {
				slope[i] += miss * x
			}
		}
		for i := range w {
			mean[i] = 0.9*mean[i] + 0.1*slope[i]
			square[i] = 0.999*square[i] + 0.001*slope[i]*slope[i]
			m := mean[i] / (1 - math.Pow(0.9, float64(step)))
			s := square[i] / (1 - math.Pow(0.999, float64(step)))
			w[i] -= rate * m / (math.Sqrt(s) + 1e-9)
		}
	}
	return writeWeights(w)
}

// logistic is the score that weights give to features, 0 to 1.
func logistic(x, w []float64) float64 {
	sum := 0.0
	for i, v := range x {
		sum += v * w[i]
	}
	return 1 / (1 + math.Exp(-sum))
}
