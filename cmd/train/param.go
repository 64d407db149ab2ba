package main

import (
	"math"
	"math/rand/v2"
)

// A param is a matrix of parameters with its gradient and Adam's two moments
// (Kingma and Ba 2015).
type param struct {
	rows, cols int
	w, g       []float32
	m, v       []float32
	frozen     bool

	// Of a table only the rows that were used have gradients.
	sparse bool
	used   []int32
	marked []bool
}

func newParam(rows, cols int, sparse bool) *param {
	p := &param{rows: rows, cols: cols, sparse: sparse}
	n := rows * cols
	p.w, p.g, p.m, p.v = make([]float32, n), make([]float32, n), make([]float32, n), make([]float32, n)
	if sparse {
		p.marked = make([]bool, rows)
	}
	return p
}

// randomize sets the weights to uniform noise in ±bound.
func (p *param) randomize(rng *rand.Rand, bound float64) *param {
	for i := range p.w {
		p.w[i] = float32((rng.Float64()*2 - 1) * bound)
	}
	return p
}

// glorot sets the weights as Glorot and Bengio (2010) advise.
func (p *param) glorot(rng *rand.Rand) *param {
	return p.randomize(rng, math.Sqrt(6/float64(p.rows+p.cols)))
}

func (p *param) row(i int32) []float32 { return p.w[int(i)*p.cols : int(i+1)*p.cols] }

// grad is row i's gradient, which the next step will use and clear.
func (p *param) grad(i int32) []float32 {
	if p.sparse && !p.marked[i] {
		p.marked[i] = true
		p.used = append(p.used, i)
	}
	return p.g[int(i)*p.cols : int(i+1)*p.cols]
}

// eachUsed calls do with the bounds of each range of weights that has gradients.
func (p *param) eachUsed(do func(from, to int)) {
	if !p.sparse {
		do(0, len(p.w))
		return
	}
	for _, r := range p.used {
		do(int(r)*p.cols, int(r+1)*p.cols)
	}
}

// adam takes steps for all its parameters.
type adam struct {
	params []*param
	step   int
}

const (
	beta1, beta2 = .9, .98
	clip         = 5
)

// update moves the parameters by their gradients at the given rate, and clears
// the gradients. decay pulls dense weights towards 0.
func (a *adam) update(rate, decay float64) {
	a.step++
	var norm float64
	for _, p := range a.params {
		if p.frozen {
			continue
		}
		p.eachUsed(func(from, to int) {
			var sum float32
			for _, g := range p.g[from:to] {
				sum += g * g
			}
			norm += float64(sum)
		})
	}
	scale := float32(1)
	if norm = math.Sqrt(norm); norm > clip {
		scale = float32(clip / norm)
	}
	c1 := 1 - math.Pow(beta1, float64(a.step))
	c2 := 1 - math.Pow(beta2, float64(a.step))
	lr := float32(rate / c1)
	root := float32(1 / math.Sqrt(c2))
	for _, p := range a.params {
		shrink := float32(1)
		if !p.sparse && p.rows > 1 {
			shrink = float32(1 - rate*decay)
		}
		p.eachUsed(func(from, to int) {
			w, g, m, v := p.w[from:to], p.g[from:to], p.m[from:to], p.v[from:to]
			if p.frozen {
				clear(g)
				return
			}
			for i := range w {
				x := g[i] * scale
				g[i] = 0
				m[i] = beta1*m[i] + (1-beta1)*x
				v[i] = beta2*v[i] + (1-beta2)*x*x
				w[i] = w[i]*shrink - lr*m[i]/(float32(math.Sqrt(float64(v[i])))*root+1e-8)
			}
		})
		for _, r := range p.used {
			p.marked[r] = false
		}
		p.used = p.used[:0]
	}
}
