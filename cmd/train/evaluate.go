package main

import (
	"fmt"

	"stemma/internal/language/kernel"
	"stemma/internal/language/model"
)

// evaluate measures the network on sentences, before rounding: the share of
// right tags, heads and relations, and F1 of names. Heads need not make trees.
func (n *network) evaluate(lessons []*lesson) string {
	var words, tags, heads, labels, trees float64
	var tp, found, gold float64
	for from := 0; from < len(lessons); from += 16 {
		b := &batch{}
		for _, l := range lessons[from:min(from+16, len(lessons))] {
			l.appendTo(b)
		}
		t := len(b.words)
		tr := n.encode(b.input, 0, 0)
		low, top := tr.x[model.Layers-1], tr.x[model.Layers]
		tag, name := n.temp(t*model.MaxTags), n.temp(t*model.MaxNames)
		n.mul(tag, low, t, n.tag)
		addBias(tag, n.tagBias, t)
		n.mul(name, top, t, n.name)
		addBias(name, n.nameBias, t)
		pred := n.predictHeads(top, b)
		rel := n.predictLabels(top, b, pred)
		for i := range t {
			words++
			if b.tags[i] >= 0 && argmax(tag[i*model.MaxTags:][:model.MaxTags]) == int(b.tags[i]) {
				tags++
			}
			if b.heads[i] != unknownHead {
				trees++
				if pred[i] == b.heads[i] {
					heads++
					if rel[i] == b.relations[i] {
						labels++
					}
				}
			}
		}
		start := 0
		for _, end := range b.ends {
			if b.names[start] >= 0 {
				p := model.BestPath(nil, name[start*model.MaxNames:end*model.MaxNames], n.moves.w, 13)
				a, c := spans(p), spans(b.names[start:end])
				for k := range a {
					if c[k] {
						tp++
					}
				}
				found += float64(len(a))
				gold += float64(len(c))
			}
			start = end
		}
	}
	return fmt.Sprintf("UPOS %.4f, UAS %.4f, LAS %.4f, names P %.4f R %.4f F %.4f", tags/words, heads/max(1, trees), labels/max(1, trees), tp/max(1, found), tp/max(1, gold), 2*tp/max(1, found+gold))
}

// spans are the names in tags: from, to, type. Tags are numbered as indexLabels
// does: O, then B, I, E, S of each type.
func spans(tags []int32) map[[3]int]bool {
	out := map[[3]int]bool{}
	start, typ := -1, -1
	for i, t := range tags {
		if t == 0 {
			start = -1
			continue
		}
		place, ty := int(t-1)%4, int(t-1)/4
		switch place {
		case 0:
			start, typ = i, ty
		case 1:
			if ty != typ {
				start = -1
			}
		case 2:
			if start >= 0 && ty == typ {
				out[[3]int{start, i + 1, ty}] = true
			}
			start = -1
		case 3:
			out[[3]int{i, i + 1, ty}] = true
			start = -1
		}
	}
	return out
}

func argmax(s []float32) int {
	best := 0
	for i, x := range s {
		if x > s[best] {
			best = i
		}
	}
	return best
}

func (n *network) parseLayer(x []float32, t int) []float32 {
	pre := n.temp(t * n.parse.cols)
	n.mul(pre, x, t, n.parse)
	addBias(pre, n.parseBias, t)
	return pre
}

// predictHeads takes each word's best head.
func (n *network) predictHeads(x []float32, b *batch) []int32 {
	t := len(b.words)
	const A = model.ArcSize
	pre := n.parseLayer(x, t)
	cols := n.parse.cols
	dep, head := n.temp(t*A), n.temp(t*A)
	for i := range t {
		for j := range A {
			dep[i*A+j] = leaky(pre[i*cols+j])
			head[i*A+j] = leaky(pre[i*cols+A+j])
		}
	}
	turned := n.temp(t * A)
	n.mul(turned, dep, t, n.arc)
	out := make([]int32, t)
	start := 0
	for _, end := range b.ends {
		for i := start; i < end; i++ {
			d := turned[i*A:][:A]
			best := kernel.DotFloat(d, n.root.w) + kernel.DotFloat(n.root.w, n.headBias.w) + n.distance.w[model.RootBucket]
			out[i] = rootHead
			for h := start; h < end; h++ {
				if h == i {
					continue
				}
				s := kernel.DotFloat(d, head[h*A:][:A]) + kernel.DotFloat(head[h*A:][:A], n.headBias.w) + n.distance.w[model.Bucket(h-i)]
				if s > best {
					best, out[i] = s, int32(h)
				}
			}
		}
		start = end
	}
	return out
}

// predictLabels takes the best relation of each word to its head.
func (n *network) predictLabels(x []float32, b *batch, heads []int32) []int32 {
	t := len(b.words)
	const L = model.LabelSize
	pre := n.parseLayer(x, t)
	cols := n.parse.cols
	in := n.temp(t * L)
	for i := range t {
		h := n.rootLabel.w
		if heads[i] >= 0 {
			h = pre[int(heads[i])*cols+2*model.ArcSize+L:][:L]
		}
		for j := range L {
			in[i*L+j] = leaky(pre[i*cols+2*model.ArcSize+j] + h[j])
		}
	}
	scores := n.temp(t * model.MaxLabels)
	n.mul(scores, in, t, n.label)
	addBias(scores, n.labelBias, t)
	out := make([]int32, t)
	for i := range t {
		out[i] = int32(argmax(scores[i*model.MaxLabels:][:model.MaxLabels]))
	}
	return out
}
