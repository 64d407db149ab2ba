package main

import (
	"math"

	"stemma/internal/language/kernel"
	"stemma/internal/language/model"
)

func glorotBound(in, out int) float64 { return math.Sqrt(6 / float64(in+out)) }

// An input is the words of a batch of sentences as the encoder reads them.
type input struct {
	words []model.Word
	own   []int32 // rows of own vectors; 0 where dropped
	ends  []int
}

// A trace is what a pass through the encoder leaves for the way back.
type trace struct {
	in   input
	x    [model.Layers + 1][]float32 // inputs of each layer after dropout; the last is the output
	mask [model.Layers + 1][]float32 // dropout of x
	u    [model.Layers][]float32     // projections
	f, r [model.Layers][]float32     // gates
	c    [model.Layers][]float32     // cells
}

// encode runs the encoder.
func (n *network) encode(in input, dropIn, drop float64) *trace {
	t := len(in.words)
	tr := &trace{in: in}
	x := n.temp(t * model.InputSize)
	for i := range in.words {
		n.describe(x[i*model.InputSize:(i+1)*model.InputSize], &in.words[i], in.own[i])
	}
	tr.mask[0] = n.dropout(x, dropIn)
	tr.x[0] = x
	for l, layer := range n.stack {
		w := layer.w
		u := n.temp(t * w.cols)
		n.mul(u, tr.x[l], t, w)
		const h2 = 2 * model.Hidden
		tr.u[l], tr.f[l], tr.r[l], tr.c[l] = u, n.temp(t*h2), n.temp(t*h2), n.temp(t*h2)
		out := n.temp(t * h2)
		start := 0
		for _, end := range in.ends {
			for d := range 2 {
				tr.forward(layer, out, l, d, start, end)
			}
			start = end
		}
		tr.mask[l+1] = n.dropout(out, drop)
		tr.x[l+1] = out
	}
	return tr
}

// describe sets a word's description.
func (n *network) describe(out []float32, w *model.Word, own int32) {
	at := copy(out, n.vectors.row(w.Row))
	at += copy(out[at:], n.own.row(own))
	for i, t := range n.hashed {
		at += copy(out[at:], t.row(w.Hashes[i]))
	}
	for i := range model.Flags {
		if w.Flags&(1<<i) != 0 {
			out[at+i] = 1
		}
	}
}

// forward runs one direction of layer l over the sentence [start, end).
func (tr *trace) forward(layer *layer, out []float32, l, d, start, end int) {
	const H = model.Hidden
	proj := model.Projections(l)
	cols := layer.w.cols
	base := d * proj * H
	vf, vr := layer.v.w[d*2*H:][:H], layer.v.w[d*2*H+H:][:H]
	bf, br := layer.b.w[d*2*H:][:H], layer.b.w[d*2*H+H:][:H]
	var zero [H]float32
	prev := zero[:]
	for i := range end - start {
		t := start + i
		if d == 1 {
			t = end - 1 - i
		}
		u := tr.u[l][t*cols+base:][:proj*H]
		at := t*2*H + d*H
		f, r, c, o := tr.f[l][at:][:H], tr.r[l][at:][:H], tr.c[l][at:][:H], out[at:][:H]
		var skip []float32
		if l == 0 {
			skip = u[3*H:][:H]
		} else {
			skip = tr.x[l][at:][:H]
		}
		x, uf, ur := u[:H], u[H:2*H], u[2*H:3*H]
		for j := range H {
			p := prev[j]
			f[j] = kernel.Sigmoid(uf[j] + vf[j]*p + bf[j])
			r[j] = kernel.Sigmoid(ur[j] + vr[j]*p + br[j])
			c[j] = x[j] + f[j]*(p-x[j])
			o[j] = skip[j] + r[j]*(c[j]-skip[j])
		}
		prev = c
	}
}

// back takes the gradients of the encoder's outputs back to its parameters.
// douts has the gradients of the output of each layer, nil for none; they are
// used up.
func (n *network) back(tr *trace, douts [model.Layers][]float32) {
	t := len(tr.in.words)
	const h2 = 2 * model.Hidden
	var down []float32
	for l := model.Layers - 1; l >= 0; l-- {
		layer := n.stack[l]
		dout := douts[l]
		if dout == nil {
			dout = n.temp(t * h2)
		}
		for i, x := range down {
			dout[i] += x
		}
		n.release(down)
		dropoutBack(dout, tr.mask[l+1])
		du := n.temp(t * layer.w.cols)
		var dskip []float32 // gradient of the shortcut, where it is the input itself
		down = n.temp(t * model.Inputs(l))
		if l > 0 {
			dskip = down
		}
		start := 0
		for _, end := range tr.in.ends {
			for d := range 2 {
				tr.backward(layer, dout, du, dskip, l, d, start, end)
			}
			start = end
		}
		n.mulBack(down, du, tr.x[l], t, layer.w)
		n.release(du, dout)
	}
	dropoutBack(down, tr.mask[0])
	for i := range tr.in.words {
		n.describeBack(down[i*model.InputSize:(i+1)*model.InputSize], &tr.in.words[i], tr.in.own[i])
	}
	n.release(down)
	for l := range n.stack {
		n.release(tr.u[l], tr.f[l], tr.r[l], tr.c[l])
	}
	for l := range tr.x {
		n.release(tr.x[l], tr.mask[l])
	}
}

func (n *network) describeBack(dx []float32, w *model.Word, own int32) {
	at := 0
	take := func(p *param, row int32) {
		if !p.frozen {
			g := p.grad(row)
			for j := range g {
				g[j] += dx[at+j]
			}
		}
		at += p.cols
	}
	take(n.vectors, w.Row)
	take(n.own, own)
	for i, t := range n.hashed {
		take(t, w.Hashes[i])
	}
}

// backward is forward's way back.
func (tr *trace) backward(layer *layer, dout, du, dskip []float32, l, d, start, end int) {
	const H = model.Hidden
	proj := model.Projections(l)
	cols := layer.w.cols
	base := d * proj * H
	vf, vr := layer.v.w[d*2*H:][:H], layer.v.w[d*2*H+H:][:H]
	gvf, gvr := layer.v.g[d*2*H:][:H], layer.v.g[d*2*H+H:][:H]
	gbf, gbr := layer.b.g[d*2*H:][:H], layer.b.g[d*2*H+H:][:H]
	var zero, carry [H]float32
	for i := end - start - 1; i >= 0; i-- {
		t, before := start+i, start+i-1
		if d == 1 {
			t = end - 1 - i
			before = t + 1
		}
		u := tr.u[l][t*cols+base:][:proj*H]
		g := du[t*cols+base:][:proj*H]
		at := t*2*H + d*H
		f, r, c, do := tr.f[l][at:][:H], tr.r[l][at:][:H], tr.c[l][at:][:H], dout[at:][:H]
		prev := zero[:]
		if i > 0 {
			prev = tr.c[l][before*2*H+d*H:][:H]
		}
		var skip, ds []float32
		if l == 0 {
			skip, ds = u[3*H:][:H], g[3*H:][:H]
		} else {
			skip, ds = tr.x[l][at:][:H], dskip[at:][:H]
		}
		x := u[:H]
		gx, gf, gr := g[:H], g[H:2*H], g[2*H:3*H]
		for j := range H {
			dh := do[j]
			dr := dh * (c[j] - skip[j]) * r[j] * (1 - r[j])
			dc := dh*r[j] + carry[j]
			ds[j] += dh * (1 - r[j])
			df := dc * (prev[j] - x[j]) * f[j] * (1 - f[j])
			gx[j] = dc * (1 - f[j])
			gf[j] = df
			gr[j] = dr
			carry[j] = dc*f[j] + df*vf[j] + dr*vr[j]
			gvf[j] += df * prev[j]
			gvr[j] += dr * prev[j]
			gbf[j] += df
			gbr[j] += dr
		}
	}
}
