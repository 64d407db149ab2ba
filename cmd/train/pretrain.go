package main

import (
	"math"
	"math/rand/v2"

	"stemma/internal/language/kernel"
	"stemma/internal/language/model"
)

// Before it learns from annotated sentences, the encoder learns to guess hidden
// words of unlabelled ones (Devlin et al. 2019), among the right word and a
// sample of others.

const (
	guessSize   = 128
	guessOthers = 1024
	hiddenShare = .2
)

// A guesser is what pretraining needs beside the encoder.
type guesser struct {
	*network
	turn, turnBias *param
	out, outBias   *param // by vocabulary row
	noise          *sampler
	mark           []int32 // where a row stands among the candidates, plus 1
}

func newGuesser(n *network, counts []int64) *guesser {
	rng := rand.New(rand.NewPCG(5, 5))
	g := &guesser{
		network:  n,
		turn:     newParam(2*model.Hidden, guessSize, false).glorot(rng),
		turnBias: newParam(1, guessSize, false),
		out:      newParam(len(counts), guessSize, true).randomize(rng, .05),
		outBias:  newParam(len(counts), 1, true),
		noise:    newSampler(counts, .75, rng),
		mark:     make([]int32, len(counts)),
	}
	n.adam.params = append(n.adam.params, g.turn, g.turnBias, g.out, g.outBias)
	return g
}

// learn learns from a batch and returns the mean loss over its hidden words.
func (g *guesser) learn(in input) float64 {
	t := len(in.words)
	in.hidden = make([]bool, t)
	var places []int
	for i, w := range in.words {
		if w.Row > 0 && g.rng.Float64() < hiddenShare {
			in.hidden[i] = true
			places = append(places, i)
		}
	}
	k := len(places)
	if k == 0 {
		return 0
	}
	tr := g.encode(in, 0, .1)
	const h2 = 2 * model.Hidden
	x := g.temp(k * h2)
	for i, p := range places {
		copy(x[i*h2:(i+1)*h2], tr.x[model.Layers][p*h2:])
	}
	y := g.temp(k * guessSize)
	g.mul(y, x, k, g.turn)
	addBias(y, g.turnBias, k)
	for i := range y {
		y[i] = leaky(y[i])
	}

	// The candidates: every hidden word of the batch, and a sample.
	var rows []int32
	candidate := func(row int32) {
		if g.mark[row] == 0 {
			rows = append(rows, row)
			g.mark[row] = int32(len(rows))
		}
	}
	for _, p := range places {
		candidate(in.words[p].Row)
	}
	for range guessOthers {
		candidate(g.noise.next())
	}
	for tries := 0; len(rows)%kernel.Panel != 0; tries++ {
		if tries < 1000 {
			candidate(g.noise.next())
		} else {
			rows = append(rows, 0) // a small vocabulary has no more
		}
	}
	c := len(rows)
	w := &param{rows: guessSize, cols: c, w: g.temp(guessSize * c), g: g.temp(guessSize * c)}
	for j, row := range rows {
		for i, v := range g.out.row(row) {
			w.w[i*c+j] = v
		}
	}
	scores := g.temp(k * c)
	g.mul(scores, y, k, w)
	var loss float64
	scale := float32(1 / float64(k))
	for i, p := range places {
		row := scores[i*c : (i+1)*c]
		for j, r := range rows {
			row[j] += g.outBias.w[r]
		}
		softmax(row)
		at := g.mark[in.words[p].Row] - 1
		loss -= math.Log(float64(row[at]) + 1e-12)
		row[at]--
		for j := range row {
			row[j] *= scale
		}
	}
	for j, r := range rows {
		var sum float32
		for i := range k {
			sum += scores[i*c+j]
		}
		g.outBias.grad(r)[0] += sum
		g.mark[r] = 0
	}
	dy := g.temp(k * guessSize)
	g.mulBack(dy, scores, y, k, w)
	for j, row := range rows {
		grad := g.out.grad(row)
		for i := range grad {
			grad[i] += w.g[i*c+j]
		}
	}
	for i := range dy {
		dy[i] = leakyBack(y[i], dy[i])
	}
	addBiasBack(dy, g.turnBias, k)
	dx := g.temp(k * h2)
	g.mulBack(dx, dy, x, k, g.turn)
	var douts [model.Layers][]float32
	top := g.temp(t * h2)
	for i, p := range places {
		copy(top[p*h2:(p+1)*h2], dx[i*h2:(i+1)*h2])
	}
	douts[model.Layers-1] = top
	g.back(tr, douts)
	g.release(x, y, w.w, w.g, scores, dy, dx)
	return loss / float64(k)
}
