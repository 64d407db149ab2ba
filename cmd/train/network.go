package main

import (
	"math/rand/v2"

	"stemma/internal/language/kernel"
	"stemma/internal/language/model"
)

// A network is a model's parameters as they are trained, in float32. What it
// computes is what model.Score does, with dropout.
type network struct {
	vectors, own *param
	hashed       [model.HashTables]*param
	stack        [model.Layers]*layer

	tag, tagBias     *param
	fine, fineBias   *param // finer tags, for training alone
	name, nameBias   *param
	moves            *param // MaxNames × MaxNames
	parse, parseBias *param
	arc, headBias    *param
	root, rootLabel  *param
	distance         *param
	label, labelBias *param

	adam    adam
	rng     *rand.Rand
	scratch []float32
	pool    [][]float32
}

// A layer is a bidirectional layer of simple recurrent units.
type layer struct {
	w, v, b *param
}

const maxFine = 64

// newNetwork makes a network that has learnt nothing.
func newNetwork(vocabulary, own int, seed uint64) *network {
	n := layout(vocabulary, own, newParam)
	rng := rand.New(rand.NewPCG(seed, 7))
	n.rng = rng
	for _, p := range append([]*param{n.own, n.root, n.rootLabel}, n.hashed[:]...) {
		p.randomize(rng, .1)
	}
	for l, layer := range n.stack {
		// Each projection is a matrix of its own.
		layer.w.randomize(rng, glorotBound(model.Inputs(l), model.Hidden))
		// Begin by remembering a little and passing much on.
		for d := range 2 {
			for j := range model.Hidden {
				layer.b.w[d*2*model.Hidden+j] = .5
			}
		}
	}
	for _, p := range []*param{n.tag, n.fine, n.name, n.parse, n.arc, n.label} {
		p.glorot(rng)
	}
	return n
}

// twin is a network of the same parameters with gradients of its own.
func (n *network) twin() *network {
	i := -1
	return layout(n.vectors.rows, n.own.rows, func(int, int, bool) *param {
		i++
		return n.adam.params[i].twin()
	})
}

// layout makes a network of the parameters that each makes, one after another.
func layout(vocabulary, own int, each func(rows, cols int, table bool) *param) *network {
	n := &network{}
	add := func(rows, cols int, table bool) *param {
		p := each(rows, cols, table)
		n.adam.params = append(n.adam.params, p)
		return p
	}
	n.vectors = add(vocabulary, model.VectorSize, true)
	n.own = add(own, model.OwnSize, true)
	for i, s := range model.HashShape {
		n.hashed[i] = add(s[0], s[1], true)
	}
	for l := range n.stack {
		n.stack[l] = &layer{
			w: add(model.Inputs(l), 2*model.Projections(l)*model.Hidden, false),
			v: add(1, 4*model.Hidden, false),
			b: add(1, 4*model.Hidden, false),
		}
	}
	dense := func(rows, cols int) (weights, bias *param) {
		return add(rows, cols, false), add(1, cols, false)
	}
	const h = 2 * model.Hidden
	n.tag, n.tagBias = dense(h, model.MaxTags)
	n.fine, n.fineBias = dense(h, maxFine)
	n.name, n.nameBias = dense(h, model.MaxNames)
	n.moves = add(model.MaxNames, model.MaxNames, false)
	n.parse, n.parseBias = dense(h, 2*model.ArcSize+2*model.LabelSize)
	n.arc, n.headBias = dense(model.ArcSize, model.ArcSize)
	n.root = add(1, model.ArcSize, false)
	n.rootLabel = add(1, model.LabelSize, false)
	n.distance = add(1, model.Distances, false)
	n.label, n.labelBias = dense(model.LabelSize, model.MaxLabels)
	return n
}

// temp returns a cleared slice of n values, good until the next reuse.
func (n *network) temp(size int) []float32 {
	for i, s := range n.pool {
		if cap(s) >= size && cap(s) < 4*size+64 {
			n.pool = append(n.pool[:i], n.pool[i+1:]...)
			s = s[:size]
			clear(s)
			return s
		}
	}
	return make([]float32, size, size+size/8)
}

func (n *network) release(all ...[]float32) {
	for _, s := range all {
		if cap(s) > 0 && len(n.pool) < 64 {
			n.pool = append(n.pool, s)
		}
	}
}

// mul adds a·w to out; a has t rows.
func (n *network) mul(out, a []float32, t int, w *param) {
	n.space(w.rows * w.cols)
	kernel.Add(out, a, w.w, t, w.rows, w.cols, n.scratch)
}

func (n *network) space(size int) {
	if len(n.scratch) < size {
		n.scratch = make([]float32, size)
	}
}

// mulBack adds to the gradients of a·w: da (nil where not wanted) and w's.
func (n *network) mulBack(da, dout, a []float32, t int, w *param) {
	n.space(max(w.rows, t) * w.cols)
	if da != nil {
		tr := n.temp(w.rows * w.cols)
		kernel.Transpose(tr, w.w, w.rows, w.cols)
		rows := kernel.Round(w.rows)
		if rows == w.rows {
			kernel.Add(da, dout, tr, t, w.cols, w.rows, n.scratch)
		} else {
			n.mulNarrow(da, dout, tr, t, w.cols, w.rows)
		}
		n.release(tr)
	}
	at := n.temp(t * w.rows)
	kernel.Transpose(at, a, t, w.rows)
	kernel.Add(w.g, at, dout, w.rows, t, w.cols, n.scratch)
	n.release(at)
}

// mulNarrow is kernel.Add for a width that doesn't fill panels.
func (n *network) mulNarrow(out, a, b []float32, t, k, m int) {
	wide := kernel.Round(m)
	padded, sum := n.temp(k*wide), n.temp(t*wide)
	for r := range k {
		copy(padded[r*wide:], b[r*m:(r+1)*m])
	}
	n.space(k * wide)
	kernel.Add(sum, a, padded, t, k, wide, n.scratch)
	for i := range t {
		for j, x := range sum[i*wide : i*wide+m] {
			out[i*m+j] += x
		}
	}
	n.release(padded, sum)
}

// addBias adds a row to each of t rows.
func addBias(out []float32, bias *param, t int) {
	for i := range t {
		row := out[i*bias.cols : (i+1)*bias.cols]
		for j, b := range bias.w {
			row[j] += b
		}
	}
}

func addBiasBack(dout []float32, bias *param, t int) {
	for i := range t {
		for j, x := range dout[i*bias.cols : (i+1)*bias.cols] {
			bias.g[j] += x
		}
	}
}

// dropout zeroes values with probability p and scales the others; the mask holds
// the factors. It is the identity where p is 0.
func (n *network) dropout(x []float32, p float64) (mask []float32) {
	if p == 0 {
		return nil
	}
	mask = n.temp(len(x))
	keep := float32(1 / (1 - p))
	limit := uint32(p * (1 << 16))
	for i := 0; i < len(x); i += 4 {
		r := n.rng.Uint64()
		for j := i; j < min(i+4, len(x)); j++ {
			if uint32(r&0xffff) >= limit {
				mask[j] = keep
			}
			r >>= 16
			x[j] *= mask[j]
		}
	}
	return mask
}

func dropoutBack(dx, mask []float32) {
	for i, m := range mask {
		dx[i] *= m
	}
}
