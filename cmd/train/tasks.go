package main

import (
	"math"

	"stemma/internal/language/kernel"
	"stemma/internal/language/model"
)

// A batch is sentences with what is to be learnt from them, word by word.
type batch struct {
	input
	tags, fine []int32 // -1 where not known
	names      []int32
	heads      []int32 // index in the batch, rootHead, or unknownHead
	relations  []int32
}

const (
	rootHead    = -1
	unknownHead = -2
)

// losses are summed over words.
type losses struct {
	tag, name, arc, label float64
	words                 int
}

func (l *losses) add(o losses) {
	l.tag += o.tag
	l.name += o.name
	l.arc += o.arc
	l.label += o.label
	l.words += o.words
}

// rates of dropout.
const (
	dropInput = .2
	dropLayer = .33
	dropHead  = .25
)

// nameWeight is how much more the names count than the other tasks: they are few.
const nameWeight = 2

// learn adds a batch's gradients, times weight. The loss is the mean over its words.
func (n *network) learn(b *batch, weight float64) losses {
	t := len(b.words)
	tr := n.encode(b.input, dropInput, dropLayer)
	var douts [model.Layers][]float32
	const h2 = 2 * model.Hidden
	low, top := tr.x[model.Layers-1], tr.x[model.Layers]
	dlow, dtop := n.temp(t*h2), n.temp(t*h2)
	scale := float32(weight / float64(t))
	var loss losses
	loss.words = t
	loss.tag = n.classify(low, dlow, b.tags, t, n.tag, n.tagBias, scale)
	n.classify(low, dlow, b.fine, t, n.fine, n.fineBias, scale*.5)
	loss.name = n.learnNames(top, dtop, b, scale*nameWeight)
	arc, label := n.learnTrees(top, dtop, b, scale)
	loss.arc, loss.label = arc, label
	douts[model.Layers-2], douts[model.Layers-1] = dlow, dtop
	n.back(tr, douts)
	return loss
}

// softmax turns scores into probabilities in place.
func softmax(s []float32) {
	top := s[0]
	for _, x := range s {
		top = max(top, x)
	}
	var sum float32
	for i, x := range s {
		e := float32(math.Exp(float64(x - top)))
		s[i] = e
		sum += e
	}
	for i := range s {
		s[i] /= sum
	}
}

// classify learns one class a word with a linear layer and cross entropy.
func (n *network) classify(x, dx []float32, gold []int32, t int, w, bias *param, scale float32) float64 {
	out := n.temp(t * w.cols)
	n.mul(out, x, t, w)
	addBias(out, bias, t)
	var loss float64
	for i := range t {
		row := out[i*w.cols : (i+1)*w.cols]
		if gold[i] < 0 {
			clear(row)
			continue
		}
		softmax(row)
		loss -= math.Log(float64(row[gold[i]]) + 1e-12)
		row[gold[i]]--
		for j := range row {
			row[j] *= scale
		}
	}
	addBiasBack(out, bias, t)
	n.mulBack(dx, out, x, t, w)
	n.release(out)
	return loss
}

// learnNames learns the tags of names with a linear chain conditional random
// field (Lafferty et al. 2001).
func (n *network) learnNames(x, dx []float32, b *batch, scale float32) float64 {
	t := len(b.words)
	const N = model.MaxNames
	out := n.temp(t * N)
	n.mul(out, x, t, n.name)
	addBias(out, n.nameBias, t)
	var loss float64
	start := 0
	for _, end := range b.ends {
		if b.names[start] < 0 {
			clear(out[start*N : end*N])
		} else {
			loss += n.chain(out[start*N:end*N], b.names[start:end], scale)
		}
		start = end
	}
	addBiasBack(out, n.nameBias, t)
	n.mulBack(dx, out, x, t, n.name)
	n.release(out)
	return loss
}

// chain replaces the scores of a sentence by their gradients and returns the
// loss: forward-backward in the logarithmic domain.
func (n *network) chain(scores []float32, gold []int32, scale float32) float64 {
	const N = model.MaxNames
	t := len(gold)
	alpha, beta := make([]float64, t*N), make([]float64, t*N)
	var expMoves [N][N]float64
	for i := range N {
		for j := range N {
			expMoves[i][j] = math.Exp(float64(n.moves.w[i*N+j]))
		}
	}
	// Probabilities are rescaled at every word, so that they stay in range.
	emit := make([]float64, t*N)
	logZ := 0.0
	for i := range t {
		row := scores[i*N : (i+1)*N]
		top := row[0]
		for _, s := range row {
			top = max(top, s)
		}
		sum := 0.0
		for j := range N {
			emit[i*N+j] = math.Exp(float64(row[j] - top))
			a := 1.0
			if i > 0 {
				a = 0
				for k := range N {
					a += alpha[(i-1)*N+k] * expMoves[k][j]
				}
			}
			alpha[i*N+j] = a * emit[i*N+j]
			sum += alpha[i*N+j]
		}
		for j := range N {
			alpha[i*N+j] /= sum
		}
		logZ += math.Log(sum) + float64(top)
	}
	for j := range N {
		beta[(t-1)*N+j] = 1
	}
	for i := t - 2; i >= 0; i-- {
		sum := 0.0
		for j := range N {
			for k := range N {
				beta[i*N+j] += expMoves[j][k] * emit[(i+1)*N+k] * beta[(i+1)*N+k]
			}
			sum += beta[i*N+j]
		}
		for j := range N {
			beta[i*N+j] /= sum
		}
	}
	score := 0.0
	for i, g := range gold {
		score += float64(scores[i*N+int(g)])
		if i > 0 {
			score += float64(n.moves.w[int(gold[i-1])*N+int(g)])
		}
	}
	for i := range t {
		sum := 0.0
		for j := range N {
			sum += alpha[i*N+j] * beta[i*N+j]
		}
		for j := range N {
			scores[i*N+j] = scale * float32(alpha[i*N+j]*beta[i*N+j]/sum)
		}
		scores[i*N+int(gold[i])] -= scale
		if i == 0 {
			continue
		}
		sum = 0
		for j := range N {
			for k := range N {
				sum += alpha[(i-1)*N+j] * expMoves[j][k] * emit[i*N+k] * beta[i*N+k]
			}
		}
		for j := range N {
			for k := range N {
				p := alpha[(i-1)*N+j] * expMoves[j][k] * emit[i*N+k] * beta[i*N+k] / sum
				n.moves.g[j*N+k] += scale * float32(p)
			}
		}
		n.moves.g[int(gold[i-1])*N+int(gold[i])] -= scale
	}
	return logZ - score
}

func leaky(x float32) float32 {
	if x < 0 {
		return x * .125
	}
	return x
}

func leakyBack(x, dx float32) float32 {
	if x < 0 {
		return dx * .125
	}
	return dx
}

// learnTrees learns heads and relations.
func (n *network) learnTrees(x, dx []float32, b *batch, scale float32) (arcLoss, labelLoss float64) {
	t := len(b.words)
	const A, L = model.ArcSize, model.LabelSize
	const cols = 2*A + 2*L
	pre := n.temp(t * cols)
	n.mul(pre, x, t, n.parse)
	addBias(pre, n.parseBias, t)
	dpre := n.temp(t * cols)

	dep, head := n.temp(t*A), n.temp(t*A)
	for i := range t {
		for j := range A {
			dep[i*A+j] = leaky(pre[i*cols+j])
			head[i*A+j] = leaky(pre[i*cols+A+j])
		}
	}
	maskDep, maskHead := n.dropout(dep, dropHead), n.dropout(head, dropHead)
	turned := n.temp(t * A)
	n.mul(turned, dep, t, n.arc)
	dturned, dhead := n.temp(t*A), n.temp(t*A)

	start := 0
	var row, drow []float32
	for _, end := range b.ends {
		size := end - start
		if b.heads[start] == unknownHead {
			start = end
			continue
		}
		if cap(row) < size+1 {
			row, drow = make([]float32, size+1), make([]float32, size+1)
		}
		row, drow = row[:size+1], drow[:size+1]
		bias := make([]float32, size+1)
		for h := range size {
			bias[h] = kernel.DotFloat(head[(start+h)*A:][:A], n.headBias.w)
		}
		bias[size] = kernel.DotFloat(n.root.w, n.headBias.w)
		dbias := make([]float32, size+1)
		for i := range size {
			d := turned[(start+i)*A:][:A]
			for h := range size {
				row[h] = kernel.DotFloat(d, head[(start+h)*A:][:A]) + bias[h]
				if h != i {
					row[h] += n.distance.w[model.Bucket(h-i)]
				}
			}
			row[i] = -1e9
			row[size] = kernel.DotFloat(d, n.root.w) + bias[size] + n.distance.w[model.RootBucket]
			softmax(row)
			gold := int(b.heads[start+i]) - start
			if b.heads[start+i] == rootHead {
				gold = size
			}
			arcLoss -= math.Log(float64(row[gold]) + 1e-12)
			row[gold]--
			dd := dturned[(start+i)*A:][:A]
			for h := range size {
				g := row[h] * scale
				if h == i || g < 1e-9 && g > -1e-9 {
					continue
				}
				kernel.AddScaled(dd, head[(start+h)*A:][:A], g)
				kernel.AddScaled(dhead[(start+h)*A:][:A], d, g)
				dbias[h] += g
				n.distance.g[model.Bucket(h-i)] += g
			}
			g := row[size] * scale
			kernel.AddScaled(dd, n.root.w, g)
			kernel.AddScaled(n.root.g, d, g)
			dbias[size] += g
			n.distance.g[model.RootBucket] += g
		}
		for h := range size {
			kernel.AddScaled(dhead[(start+h)*A:][:A], n.headBias.w, dbias[h])
			kernel.AddScaled(n.headBias.g, head[(start+h)*A:][:A], dbias[h])
		}
		kernel.AddScaled(n.root.g, n.headBias.w, dbias[size])
		kernel.AddScaled(n.headBias.g, n.root.w, dbias[size])
		start = end
	}
	ddep := n.temp(t * A)
	n.mulBack(ddep, dturned, dep, t, n.arc)
	dropoutBack(ddep, maskDep)
	dropoutBack(dhead, maskHead)
	for i := range t {
		for j := range A {
			dpre[i*cols+j] = leakyBack(pre[i*cols+j], ddep[i*A+j])
			dpre[i*cols+A+j] = leakyBack(pre[i*cols+A+j], dhead[i*A+j])
		}
	}
	labelLoss = n.learnLabels(pre, dpre, b, scale)
	addBiasBack(dpre, n.parseBias, t)
	n.mulBack(dx, dpre, x, t, n.parse)
	n.release(pre, dpre, dep, head, maskDep, maskHead, turned, dturned, dhead, ddep)
	return arcLoss, labelLoss
}

// learnLabels learns the relations between words and their gold heads.
func (n *network) learnLabels(pre, dpre []float32, b *batch, scale float32) float64 {
	t := len(b.words)
	const A, L = model.ArcSize, model.LabelSize
	const cols = 2*A + 2*L
	sum, in := n.temp(t*L), n.temp(t*L)
	for i := range t {
		if b.heads[i] == unknownHead {
			continue
		}
		h := n.rootLabel.w
		if b.heads[i] >= 0 {
			h = pre[int(b.heads[i])*cols+2*A+L:][:L]
		}
		for j := range L {
			s := pre[i*cols+2*A+j] + h[j]
			sum[i*L+j] = s
			in[i*L+j] = leaky(s)
		}
	}
	mask := n.dropout(in, dropHead)
	din := n.temp(t * L)
	loss := n.classify(in, din, b.relations, t, n.label, n.labelBias, scale)
	dropoutBack(din, mask)
	for i := range t {
		if b.heads[i] == unknownHead {
			continue
		}
		dh := n.rootLabel.g
		if b.heads[i] >= 0 {
			dh = dpre[int(b.heads[i])*cols+2*A+L:][:L]
		}
		for j := range L {
			g := leakyBack(sum[i*L+j], din[i*L+j])
			dpre[i*cols+2*A+j] += g
			dh[j] += g
		}
	}
	n.release(sum, in, mask, din)
	return loss
}
