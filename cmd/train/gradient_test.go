package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"stemma/internal/language/model"
)

// TestGradients compares gradients with finite differences.
func TestGradients(t *testing.T) {
	n := newNetwork(10, 5, 1)
	rng := rand.New(rand.NewPCG(1, 1))
	n.vectors.randomize(rng, .5)
	n.moves.randomize(rng, .5)
	n.distance.randomize(rng, .5)
	for _, l := range n.stack {
		l.v.randomize(rng, .3)
	}
	b := &batch{}
	for _, size := range []int32{4, 3} {
		first := int32(len(b.words))
		for i := range size {
			w := model.Word{Row: rng.Int32N(10), Flags: rng.Uint64() & (1<<model.Flags - 1)}
			for k := range w.Hashes {
				w.Hashes[k] = rng.Int32N(500)
			}
			b.words = append(b.words, w)
			b.own = append(b.own, rng.Int32N(5))
			b.tags = append(b.tags, rng.Int32N(10))
			b.fine = append(b.fine, rng.Int32N(10))
			b.names = append(b.names, rng.Int32N(10))
			b.relations = append(b.relations, rng.Int32N(10))
			b.heads = append(b.heads, first+(i+1)%size)
		}
		b.heads[first] = rootHead
		b.ends = append(b.ends, len(b.words))
	}
	// Dropout repeats with the state of the generator.
	loss := func() float64 {
		n.rng = rand.New(rand.NewPCG(9, 9))
		l := n.learn(b, 1)
		return (l.tag + nameWeight*l.name + l.arc + l.label) / 7
	}
	fine := n.fine.w
	for i := range fine {
		fine[i] = 0 // its loss isn't reported
	}
	loss()
	for pi, p := range n.adam.params {
		if p == n.fine || p == n.fineBias {
			continue
		}
		grads := append([]float32(nil), p.g...)
		at, top := 0, float32(0)
		for i, g := range grads {
			if a := float32(math.Abs(float64(g))); a > top {
				at, top = i, a
			}
		}
		if top < 1e-4 {
			continue
		}
		const step = .06 // the logistic function has steps of 1/256
		old := p.w[at]
		p.w[at] = old + step
		up := loss()
		p.w[at] = old - step
		down := loss()
		p.w[at] = old
		want := (up - down) / (2 * step)
		if math.Abs(want-float64(grads[at])) > .1*math.Abs(want)+3e-3 {
			t.Errorf("parameter %d (%d×%d), value %d: gradient %g, differences say %g", pi, p.rows, p.cols, at, grads[at], want)
		}
		for _, q := range n.adam.params {
			clear(q.g)
		}
		loss()
	}
}
