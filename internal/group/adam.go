package group

import (
	"math"
	"math/rand"
)

const (
	passes    = 12
	atOnce    = 256   // rows
	rate      = 0.003 // falls to nothing
	decay     = 0.01
	momentum  = 0.9
	curvature = 0.999
)

// A fitting is a network in the making, over features brought to mean 0 and
// deviation 1; the last feature is the bias.
type fitting struct {
	network
	mean, deviation []float64
	values          [][]float64 // all weights, layer by layer
	gradients       [][]float64
	means, squares  [][]float64 // moments of the gradients
	steps           int
}

// learn fits a network to rows of the given weights.
func learn(rows []*row, weights []float64) *network {
	random := rand.New(rand.NewSource(1))
	f := newFitting(rows, random)
	var mean float64
	for _, w := range weights {
		mean += w / float64(len(weights))
	}
	total := passes * (len(rows) / atOnce)
	for range passes {
		order := random.Perm(len(rows))
		for ; len(order) >= atOnce; order = order[atOnce:] {
			for _, k := range order[:atOnce] {
				f.see(rows[k], weights[k]/mean/atOnce)
			}
			f.step(rate * (1 - float64(f.steps)/float64(total+1)))
		}
	}
	return f.plain()
}

func newFitting(rows []*row, random *rand.Rand) *fitting {
	n := len(features)
	f := &fitting{mean: make([]float64, n), deviation: make([]float64, n)}
	for i := range n - 1 {
		var sum, squares float64
		for _, r := range rows {
			sum += r.features[i]
			squares += r.features[i] * r.features[i]
		}
		count := max(1, float64(len(rows)))
		f.mean[i] = sum / count
		f.deviation[i] = math.Sqrt(max(0, squares/count-f.mean[i]*f.mean[i])) + 1e-3
	}
	f.deviation[n-1] = 1
	for u := range f.network.first {
		unit := make([]float64, n)
		for i := range n - 1 {
			unit[i] = random.NormFloat64() / math.Sqrt(float64(n))
		}
		f.network.first[u] = unit
		f.network.second[u] = random.NormFloat64() / math.Sqrt(hidden)
		f.values = append(f.values, unit)
	}
	f.values = append(f.values, f.network.second[:])
	for _, layer := range f.values {
		f.gradients = append(f.gradients, make([]float64, len(layer)))
		f.means = append(f.means, make([]float64, len(layer)))
		f.squares = append(f.squares, make([]float64, len(layer)))
	}
	return f
}

// see adds to the gradients what a row says.
func (f *fitting) see(r *row, weight float64) {
	x := make([]float64, len(r.features))
	for i, v := range r.features {
		x[i] = (v - f.mean[i]) / f.deviation[i]
	}
	x[len(x)-1] = 1
	var units [hidden]float64
	odds := f.network.second[hidden]
	for u, unit := range f.network.first {
		var z float64
		for i, v := range x {
			z += v * unit[i]
		}
		units[u] = tanh(z)
		odds += f.network.second[u] * units[u]
	}
	miss := 1 / (1 + math.Exp(-odds))
	if r.same {
		miss--
	}
	miss *= weight
	last := f.gradients[hidden]
	for u, h := range units {
		last[u] += miss * h
		slope := miss * f.network.second[u] * (1 - h*h)
		gradient := f.gradients[u]
		for i, v := range x {
			gradient[i] += slope * v
		}
	}
	last[hidden] += miss
}

// step goes against the gradients and clears them.
func (f *fitting) step(rate float64) {
	f.steps++
	m := 1 - math.Pow(momentum, float64(f.steps))
	c := 1 - math.Pow(curvature, float64(f.steps))
	for l, layer := range f.values {
		for i, g := range f.gradients[l] {
			f.means[l][i] = momentum*f.means[l][i] + (1-momentum)*g
			f.squares[l][i] = curvature*f.squares[l][i] + (1-curvature)*g*g
			layer[i] -= rate * (f.means[l][i]/m/(math.Sqrt(f.squares[l][i]/c)+1e-8) + decay*layer[i])
		}
		clear(f.gradients[l])
	}
}

// plain is the network for features as they come.
func (f *fitting) plain() *network {
	w := new(network)
	w.second = f.network.second
	for u, unit := range f.network.first {
		w.first[u] = make([]float64, len(unit))
		last := len(unit) - 1
		w.first[u][last] = unit[last]
		for i := range last {
			w.first[u][i] = unit[i] / f.deviation[i]
			w.first[u][last] -= unit[i] / f.deviation[i] * f.mean[i]
		}
	}
	return w
}
