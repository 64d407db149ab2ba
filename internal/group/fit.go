package group

import (
	"fmt"
	"math"
	"strings"
)

// A Labelled is an article with the story it is known to belong to.
type Labelled struct {
	Item
	Story string
}

// Fit learns the weights of the features from labelled streams, each in order of
// time, and returns them in the form of weights.txt. Each stream counts as much
// as any other, however long.
//
// It fits a logistic regression with an L2 penalty by Newton's method (Hastie,
// Tibshirani and Friedman, The Elements of Statistical Learning, 4.4.1).
func Fit(streams ...[]Labelled) string {
	var rows []row
	for _, stream := range streams {
		from := len(rows)
		rows = append(rows, compared(stream)...)
		for i := from; i < len(rows); i++ {
			rows[i].weight = 20000 / float64(len(rows)-from)
		}
	}
	w := newton(rows)
	var out strings.Builder
	for _, x := range w {
		fmt.Fprintf(&out, "%.4g\n", x)
	}
	return out.String()
}

// A row is a pair of articles that were compared.
type row struct {
	features
	same   bool
	weight float64
}

// compared gives the pairs that a grouper compares when every article joins the
// story it belongs to.
func compared(stream []Labelled) []row {
	g := New()
	var rows []row
	for i := range stream {
		g.seen.add(stream[i].Item, 1)
		for _, j := range g.near(&stream[i].Item) {
			other := g.items[j]
			rows = append(rows, row{g.likeness(&stream[i].Item, &other.Item), other.story.id == stream[i].Story, 1})
		}
		g.put(stream[i].Story, stream[i].Item)
	}
	return rows
}

const penalty = 1.0

func newton(rows []row) features {
	var w features
	for range 30 {
		var gradient features
		var hessian [nFeatures][nFeatures]float64
		for i := range w {
			gradient[i] = -penalty * w[i]
			hessian[i][i] = penalty
		}
		gradient[bias], hessian[bias][bias] = 0, 1e-9
		for k := range rows {
			r := &rows[k]
			p := 1 / (1 + math.Exp(-r.odds(&w)))
			miss := -p
			if r.same {
				miss = 1 - p
			}
			for i, x := range r.features {
				if x == 0 {
					continue
				}
				gradient[i] += r.weight * miss * x
				for j, y := range r.features[:i+1] {
					hessian[i][j] += r.weight * p * (1 - p) * x * y
				}
			}
		}
		step := solve(hessian, gradient)
		far := 0.0
		for i := range w {
			w[i] += step[i]
			far = max(far, math.Abs(step[i]))
		}
		if far < 1e-6 {
			break
		}
	}
	return w
}

// solve solves a symmetric positive definite system whose lower half is given,
// by Cholesky's decomposition.
func solve(a [nFeatures][nFeatures]float64, b features) features {
	for i := range a {
		for j := range i + 1 {
			sum := a[i][j]
			for k := range j {
				sum -= a[i][k] * a[j][k]
			}
			if i == j {
				a[i][i] = math.Sqrt(max(sum, 1e-12))
			} else {
				a[i][j] = sum / a[j][j]
			}
		}
	}
	for i := range b {
		for k := range i {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	for i := nFeatures - 1; i >= 0; i-- {
		for k := i + 1; k < nFeatures; k++ {
			b[i] -= a[k][i] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}
