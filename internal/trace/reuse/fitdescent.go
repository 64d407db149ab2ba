package reuse

import (
	"math"
	"slices"

	"stemma/account"
)

// The penalties on the scaled weights, per example.
const (
	choicePenalty = 2e-3
	kindPenalty   = 6e-3
)

// familiesOf are the families of stories as the first two regressions find them;
// nil where nothing is linked.
func familiesOf(stories []Known, learnt *Weights) []*family {
	families := make([]*family, len(stories))
	each(len(stories), func(n int) {
		c := newCorpus(stories[n].Reports, learnt)
		if links, _ := c.certain(); len(links) > 0 {
			families[n] = newFamily(c, links)
		}
	})
	return families
}

// A choice is one that the source of some of an article's sentences was made of:
// from the relatives that have them, or from outside.
type choice struct {
	options [][]float64 // of each relative, see family.sourceOf
	own     []float64   // of the article, see family.ownSource
	right   []bool      // of each option; of none: from outside
	weight  float64     // part of what the article shares
}

// choicesOf are the choices that known stories tell of, by story.
func choicesOf(stories []Known, families []*family) [][]choice {
	all := make([][]choice, len(stories))
	each(len(stories), func(n int) {
		f := families[n]
		if f == nil || stories[n].Sources == nil {
			return
		}
		for x, near := range f.near {
			if sources, ok := stories[n].Sources[f.c.articles[x].report.ID]; ok && len(near) > 0 {
				all[n] = append(all[n], f.choices(x, sources)...)
			}
		}
	})
	return all
}

// choices are the choices of one article: one for each set of relatives that
// have some of its sentences.
func (f *family) choices(x int, sources []string) []choice {
	relatives := f.relatives(x)
	outside := len(sources) == 0 || slices.ContainsFunc(sources, func(id string) bool {
		return !slices.ContainsFunc(f.c.articles, func(a article) bool { return a.report.ID == id })
	})
	made := make([]bool, len(relatives))
	options := make([][]float64, len(relatives))
	for i, y := range relatives {
		made[i] = slices.Contains(sources, f.c.articles[y].report.ID)
		options[i] = f.sourceOf(x, y)
	}
	lengths := map[string]float64{} // by the set of relatives that have it
	var sets []string
	total := 0.0
	for s, sentence := range f.c.articles[x].sentences {
		set := make([]byte, len(relatives))
		for i, y := range relatives {
			if f.ties[x][y].has[s] {
				set[i] = 1
			}
		}
		if !slices.Contains(set, 1) {
			continue
		}
		key := string(set)
		if lengths[key] == 0 {
			sets = append(sets, key)
		}
		lengths[key] += sentence.length()
		total += sentence.length()
	}
	own := f.ownSource(x)
	var all []choice
	for _, set := range sets {
		c := choice{own: own, weight: lengths[set] / total}
		for i := range relatives {
			if set[i] == 1 {
				c.options = append(c.options, options[i])
				c.right = append(c.right, made[i])
			}
		}
		if slices.Contains(c.right, true) || outside {
			all = append(all, c)
		}
	}
	return all
}

// fitSources learns which relative an article has its text from, and whether it
// has it from none: the softmax of their scores, where several may be right.
func fitSources(stories [][]choice) (source, own model) {
	choices := slices.Concat(stories...)
	if len(choices) == 0 {
		return model{}, model{}
	}
	var options, owns [][]float64
	total := 0.0
	for _, c := range choices {
		options = append(options, c.options...)
		owns = append(owns, c.own)
		total += c.weight
	}
	of, alone := scaleOf(options), scaleOf(owns)
	scaled := make([]choice, len(choices))
	for i, c := range choices {
		scaled[i] = choice{own: alone.of(c.own), right: c.right, weight: c.weight / total}
		for _, o := range c.options {
			scaled[i].options = append(scaled[i].options, of.of(o))
		}
	}
	n, m := len(options[0]), len(owns[0])
	x := minimise(n+m+1, func(x, slope []float64) float64 {
		clear(slope)
		loss := penalise(choicePenalty, x[:n+m], slope[:n+m])
		for i := range scaled {
			loss += scaled[i].loss(x[:n], x[n:], slope[:n], slope[n:])
		}
		return loss
	})
	return of.model(x[:n], 0), alone.model(x[n:n+m], x[n+m])
}

// loss is that of a choice with the given weights; the last of own is the bias.
// It adds to the gradients.
func (c *choice) loss(source, own, slopeSource, slopeOwn []float64) float64 {
	n := len(c.options)
	m := len(c.own)
	odds := make([]float64, n+1)
	for i, o := range c.options {
		odds[i] = dot(o, source)
	}
	odds[n] = dot(c.own, own[:m]) + own[m]
	softmax(odds)
	right := 0.0
	any := slices.Contains(c.right, true)
	for i, p := range odds {
		if c.isRight(i, any) {
			right += p
		}
	}
	right = math.Max(right, 1e-12)
	for i, p := range odds {
		miss := p
		if c.isRight(i, any) {
			miss -= p / right
		}
		if i < n {
			add(slopeSource, c.weight*miss, c.options[i])
		} else {
			add(slopeOwn[:m], c.weight*miss, c.own)
			slopeOwn[m] += c.weight * miss
		}
	}
	return -c.weight * math.Log(right)
}

// isRight reports whether option i is right, the last being that from outside,
// which is right where no other is.
func (c *choice) isRight(i int, any bool) bool {
	if i == len(c.options) {
		return !any
	}
	return c.right[i]
}

// softmax turns scores into chances.
func softmax(x []float64) {
	most, sum := slices.Max(x), 0.0
	for i := range x {
		x[i] = math.Exp(x[i] - most)
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}

// A descentExample is a true link as descent.kindOf describes it from both sides,
// with what it is: 0 one has it from the other, 1 the other way round, 2 both
// from a third.
type descentExample struct {
	sides  [2][]float64
	is     int
	weight float64
}

// fitKinds learns whether one article has its text from the other or both from a
// third. Descent is traced with weights that haven't seen the story, so that it
// is trusted as far as it can be.
func fitKinds(stories []Known, families []*family, choices [][]choice) model {
	const folds = 4
	var learnt [folds]Weights
	each(folds, func(fold int) {
		seen := slices.Clone(choices)
		for n := range seen {
			if n%folds == fold {
				seen[n] = nil
			}
		}
		learnt[fold].source, learnt[fold].own = fitSources(seen)
	})
	parts := make([][]descentExample, len(stories))
	each(len(stories), func(n int) {
		if families[n] == nil {
			return
		}
		families[n].c.learnt = &learnt[n%folds]
		parts[n] = stories[n].descents(families[n])
	})
	return fitDescents(slices.Concat(parts...))
}

// descents are the story's true links.
func (k *Known) descents(f *family) []descentExample {
	d := newDescent(f)
	var all []descentExample
	for x, near := range f.near {
		for _, y := range near {
			e, linked := k.edge(x, y)
			if y < x || !linked {
				continue
			}
			example := descentExample{is: 2, weight: k.Weight}
			if e.Kind != account.EdgeShares {
				example.is = 0
				if e.From != k.Reports[x].ID {
					example.is = 1
				}
			}
			example.sides[0], example.sides[1] = d.kindOf(x, y)
			all = append(all, example)
		}
	}
	return all
}

// fitDescents fits a softmax over three outcomes of which the third scores
// nothing and the first two have the same weights, each seen from its side.
func fitDescents(examples []descentExample) model {
	if len(examples) == 0 {
		return model{}
	}
	var rows [][]float64
	total := 0.0
	for _, e := range examples {
		rows = append(rows, e.sides[0])
		total += e.weight
	}
	s := scaleOf(rows)
	scaled := make([]descentExample, len(examples))
	for i, e := range examples {
		scaled[i] = descentExample{[2][]float64{s.of(e.sides[0]), s.of(e.sides[1])}, e.is, e.weight / total}
	}
	n := len(rows[0])
	x := minimise(n+1, func(x, slope []float64) float64 {
		clear(slope)
		loss := penalise(kindPenalty, x[:n], slope[:n])
		for _, e := range scaled {
			odds := []float64{dot(e.sides[0], x[:n]) + x[n], dot(e.sides[1], x[:n]) + x[n], 0}
			softmax(odds)
			loss -= e.weight * math.Log(math.Max(odds[e.is], 1e-12))
			for side, row := range e.sides {
				miss := odds[side]
				if e.is == side {
					miss--
				}
				add(slope[:n], e.weight*miss, row)
				slope[n] += e.weight * miss
			}
		}
		return loss
	})
	return s.model(x[:n], x[n])
}
