package reuse

import "math"

// A scale brings features to a mean of 0 and a deviation of 1, so that one
// penalty fits all.
type scale struct{ mean, deviation []float64 }

// leastDeviation keeps a feature that is nearly always the same from being blown
// up.
const leastDeviation = 0.1

// scaleOf is the scale of some rows of features.
func scaleOf(rows [][]float64) scale {
	n := len(rows[0])
	s := scale{make([]float64, n), make([]float64, n)}
	for _, row := range rows {
		add(s.mean, 1/float64(len(rows)), row)
	}
	for _, row := range rows {
		for i, x := range row {
			s.deviation[i] += (x - s.mean[i]) * (x - s.mean[i]) / float64(len(rows))
		}
	}
	for i, d := range s.deviation {
		s.deviation[i] = math.Max(math.Sqrt(d), leastDeviation)
	}
	return s
}

// of is a row on the scale.
func (s scale) of(row []float64) []float64 {
	scaled := make([]float64, len(row))
	for i, x := range row {
		scaled[i] = (x - s.mean[i]) / s.deviation[i]
	}
	return scaled
}

// model is the regression with the given weights and bias for rows as they are,
// not on the scale.
func (s scale) model(weights []float64, bias float64) model {
	m := model{bias: bias, weights: make([]float64, len(weights))}
	for i, w := range weights {
		m.weights[i] = w / s.deviation[i]
		m.bias -= m.weights[i] * s.mean[i]
	}
	return m
}
