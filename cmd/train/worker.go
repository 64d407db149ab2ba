package main

import (
	"sync"

	"stemma/internal/language/model"
)

// A worker learns from its part of each batch. All have the same parameters;
// each has gradients and chance of its own.
type worker struct {
	*network
	samples []*sample
	loss    losses
}

// learnTogether learns from all workers' samples and leaves the mean gradients
// with the first, added up in the same order every time.
func learnTogether(team []*worker, m *model.Model, d *dataset) losses {
	var all sync.WaitGroup
	for _, w := range team {
		all.Go(func() { w.learnSamples(m, d, 1/float64(len(team))) })
	}
	all.Wait()
	loss := team[0].loss
	for _, w := range team[1:] {
		loss.add(w.loss)
		for i, p := range team[0].adam.params {
			p.take(w.adam.params[i])
		}
	}
	return loss
}

func (w *worker) learnSamples(m *model.Model, d *dataset, weight float64) {
	b := &batch{}
	for _, s := range w.samples {
		if v := d.vary(s, w.rng); v != nil {
			s = v
		}
		d.lesson(m, s).appendTo(b)
	}
	dropWords(b, w.rng)
	w.loss = w.learn(b, weight)
}

// twin is a parameter of the same values with a gradient of its own.
func (p *param) twin() *param {
	t := *p
	t.g, t.m, t.v, t.used = make([]float32, len(p.g)), nil, nil, nil
	if p.sparse {
		t.marked = make([]bool, p.rows)
	}
	return &t
}

// take adds the gradients of o, a twin's parameter, to p's, and clears them.
func (p *param) take(o *param) {
	if !p.sparse {
		for i, x := range o.g {
			p.g[i] += x
		}
		clear(o.g)
		return
	}
	for _, r := range o.used {
		g, og := p.grad(r), o.g[int(r)*o.cols:int(r+1)*o.cols]
		for i, x := range og {
			g[i] += x
		}
		clear(og)
		o.marked[r] = false
	}
	o.used = o.used[:0]
}
