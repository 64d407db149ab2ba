package quotations

import (
	"math"
	"math/rand"
	"slices"
	"sort"

	"stemma/internal/annotate/mentions"
	"stemma/internal/language"
	"stemma/internal/span"
)

// A Lesson is a text with the attributions that people found in it.
type Lesson struct {
	Text      string
	Sentences []language.Sentence
	Mentions  mentions.Found
	Gold      []Quotation
}

// An example is one decision: the options' features, and which one is right.
// With one option the decision is yes (0) or no (-1).
type example struct {
	options [][]int
	right   int
}

// How many weights each step may keep: the fewer, the less they can hold of the
// texts that they are from, and what falls away gains little.
const (
	sourceBudget = 80
	acceptBudget = 800
	extentBudget = 100
)

// Learn fits the weights to lessons by stochastic gradient descent with AdaGrad:
// a logistic regression for whether a hypothesis is an attribution, a softmax
// over the places where its content may end. Equal lessons give equal weights.
func Learn(lessons []Lesson) Weights {
	// The sources first: the rest looks at those that are chosen.
	w := fit(lessons, NewWeights(), sourceExamples, sourceBudget)
	w = fit(lessons, w, examplesOf, acceptBudget)
	return fit(lessons, w, extentExamples, extentBudget)
}

// fit learns from the examples that a text gives, with the weights that are known
// already. Only weights that an example has change. It learns twice: the second
// time with those weights alone that moved most the first time.
func fit(lessons []Lesson, w Weights, examples func(*page, Lesson) []example, budget int) Weights {
	var all []example
	for _, l := range lessons {
		all = append(all, examples(layOut(l.Text, l.Sentences, w), l)...)
	}
	times := make([]float64, len(w)) // how many options have each weight
	for _, e := range all {
		for _, o := range e.options {
			for _, f := range o {
				times[f]++
			}
		}
	}
	first := descend(all, w)
	kept := make([]int, 0, len(w))
	for i, n := range times {
		if n > 0 {
			kept = append(kept, i)
		}
	}
	moves := func(i int) float64 { return math.Abs(first[i]) * math.Sqrt(times[i]) }
	sort.SliceStable(kept, func(i, j int) bool { return moves(kept[i]) > moves(kept[j]) })
	keep := make([]bool, len(w))
	for _, i := range kept[:min(budget, len(kept))] {
		keep[i] = true
	}
	for _, e := range all {
		for i, o := range e.options {
			e.options[i] = slices.DeleteFunc(o, func(f int) bool { return !keep[f] })
		}
	}
	return descend(all, w)
}

// descend fits the weights that the examples have, from w.
func descend(all []example, w Weights) Weights {
	const (
		rounds = 12
		rate   = 0.15
		decay  = 2e-6
	)
	w = slices.Clone(w)
	all = slices.Clone(all)
	g := make([]float64, len(w))
	for i := range g {
		g[i] = 1e-3
	}
	step := func(features []int, gradient float64) {
		for _, f := range features {
			d := gradient + decay*w[f]
			g[f] += d * d
			w[f] -= rate * d / math.Sqrt(g[f])
		}
	}
	random := rand.New(rand.NewSource(1))
	average := NewWeights()
	n := 0.0
	for round := range rounds {
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for _, e := range all {
			if len(e.options) == 1 {
				want := 0.0
				if e.right == 0 {
					want = 1
				}
				step(e.options[0], logistic(w.score(e.options[0]))-want)
				continue
			}
			probs := softmax(w, e.options)
			for i, o := range e.options {
				want := 0.0
				if i == e.right {
					want = 1
				}
				step(o, probs[i]-want)
			}
		}
		if round >= rounds/2 {
			for i := range w {
				average[i] += w[i]
			}
			n++
		}
	}
	for i := range average {
		average[i] /= n
	}
	return average
}

func softmax(w Weights, options [][]int) []float64 {
	out := make([]float64, len(options))
	most := math.Inf(-1)
	for i, o := range options {
		out[i] = w.score(o)
		most = max(most, out[i])
	}
	sum := 0.0
	for i := range out {
		out[i] = math.Exp(out[i] - most)
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}

// examplesOf lists the decisions that a text asks for.
func examplesOf(p *page, l Lesson) []example {
	_, taken := p.directSpeech()
	var out []example
	for _, s := range p.sentences {
		for _, h := range p.hypothesesIn(s, taken) {
			gold := goldOf(p, &h, l.Gold)
			e := example{options: [][]int{append([]int(nil), p.acceptFeatures(&h, nil)...)}, right: -1}
			if gold != nil {
				e.right = 0
			}
			out = append(out, e)
			if gold == nil || len(h.ends) < 2 {
				continue
			}
			if right := rightEnd(p, &h, gold); right >= 0 {
				e := example{right: right}
				for n := range h.ends {
					e.options = append(e.options, append([]int(nil), p.endFeatures(&h, n, nil)...))
				}
				out = append(out, e)
			}
		}
	}
	return out
}

// sourceExamples lists the choices of a source for each verb that people took for
// a cue.
func sourceExamples(p *page, l Lesson) []example {
	var out []example
	for _, g := range l.Gold {
		if len(g.Cue) == 0 {
			continue
		}
		for v := p.from(g.Cue[0].Start); v < len(p.words) && p.words[v].Start < g.Cue[0].End; v++ {
			e := p.words[v].entry
			if e == nil || e.class&anyVerb == 0 || !p.verb(v) {
				continue
			}
			s := p.sentences[p.words[v].sentence]
			lo := max(s[0], v-reach)
			group, _ := p.verbGroup(v, lo)
			all := p.candidates(v, group, lo)
			right, most := -1, 0.0
			for i, c := range all {
				r := p.spanOf(c.words[0], c.words[1])
				switch {
				case c.origin == fromNowhere && len(g.Source) == 0:
					right, most = i, 1
				case c.origin != fromNowhere && len(g.Source) > 0:
					if o := share(r, g.Source[0]); o > most {
						right, most = i, o
					}
				}
			}
			if right < 0 || most < 0.5 || len(all) < 2 {
				break
			}
			one := example{right: right}
			for _, c := range all {
				one.options = append(one.options, append([]int(nil), p.sourceFeatures(c, v, group, lo, nil)...))
			}
			out = append(out, one)
			break
		}
	}
	return out
}

// share is what s and t have in common, of both.
func share(s, t span.Span) float64 {
	both := min(s.End, t.End) - max(s.Start, t.Start)
	if both <= 0 {
		return 0
	}
	return float64(both) / float64(s.Len()+t.Len()-both)
}

// goldOf is the attribution that h finds: its cue holds the anchor, and its
// content lies where h has it.
func goldOf(p *page, h *hypothesis, gold []Quotation) *Quotation {
	anchor := p.words[h.anchor].Span
	before, after := p.spanOf(h.before[0], h.before[1]), p.spanOf(h.start, h.limit)
	if h.shape == shapeLeft && h.next == nextComma {
		// What goes on after the cue belongs to the hypothesis that has it.
		after = p.spanOf(h.cue[1], p.sentences[p.words[h.anchor].sentence][1])
	}
	for i := range gold {
		if !overlapsAny(anchor, gold[i].Cue) {
			continue
		}
		b, a := overlapsAny(before, gold[i].Content), overlapsAny(after, gold[i].Content)
		if b == filled(h.before) && a == (h.limit > h.start && len(h.ends) > 0) || h.shape == shapePassive && b {
			return &gold[i]
		}
	}
	return nil
}

func overlapsAny(s span.Span, all []span.Span) bool {
	for _, t := range all {
		if s.Overlaps(t) {
			return true
		}
	}
	return false
}

// rightEnd is the end of h that comes nearest to that of the gold's content, -1
// if none comes near.
func rightEnd(p *page, h *hypothesis, gold *Quotation) int {
	after := p.spanOf(h.start, h.limit)
	end := -1
	for _, c := range gold.Content {
		if c.Overlaps(after) {
			end = max(end, c.End)
		}
	}
	if end < 0 {
		return -1
	}
	best, off := -1, 8
	for n, j := range h.ends {
		d := p.words[j-1].End - end
		if d < 0 {
			d = -d
		}
		if d < off {
			best, off = n, d
		}
	}
	return best
}
