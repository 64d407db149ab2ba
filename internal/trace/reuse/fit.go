package reuse

import (
	"math"
	"runtime"
	"slices"
	"sync"

	"stemma/internal/annotate"
)

// A Known story is one whose lineage is known. Reports are in order of time.
type Known struct {
	Reports []annotate.Report
	Edges   []KnownEdge
	// Sources are, for each report of which it is known, the reports that it was
	// made from directly; an id that isn't the story's is one of something
	// outside. Nil: not known of any.
	Sources map[string][]string
	// Weight is how much a pair of reports counts.
	Weight float64
}

// A KnownEdge is an edge of a known story: From has it from To, or shares it.
type KnownEdge struct {
	From, To string
	Kind     string
	Share    float64 // part of From that stands in To
}

// edge is the known edge between two of the story's reports.
func (k *Known) edge(a, b int) (e KnownEdge, linked bool) {
	from, to := k.Reports[a].ID, k.Reports[b].ID
	for _, e := range k.Edges {
		if e.From == from && e.To == to || e.From == to && e.To == from {
			return e, true
		}
	}
	return KnownEdge{}, false
}

// Fit learns the weights from known stories, one regression after the other, as
// each needs what those before it find. The same stories give the same weights.
func Fit(stories []Known) *Weights {
	w := &Weights{}
	w.sentence = fitSentences(stories)
	w.link = fitLinks(stories, w)
	families := familiesOf(stories, w)
	choices := choicesOf(stories, families)
	w.source, w.own = fitSources(choices)
	w.kind = fitKinds(stories, families, choices)
	return w
}

// fitSentences learns whether two sentences have the same matter. Examples of
// those that have are each sentence of an article that stands in another as a
// whole, with the best of that one; of those that haven't, all that are somewhat
// alike in articles that share nothing. Sentences that are the same word for
// word teach nothing, and only what stands outside quotation marks is compared.
func fitSentences(stories []Known) model {
	const whole = 0.95 // part of an article that stands in the other
	parts := make([][]example, len(stories))
	each(len(stories), func(n int) {
		k := &stories[n]
		if k.Sources == nil {
			return // judged pairs don't say that all of an article is in the other
		}
		c := newCorpus(k.Reports, &Weights{})
		for _, l := range c.links(c.candidates()) {
			e, linked := k.edge(l.a, l.b)
			switch {
			case !linked:
				for _, m := range l.matches {
					parts[n] = c.learn(parts[n], l, m, false)
				}
			case e.Share >= whole:
				for _, m := range c.closest(l, e.From == k.Reports[l.a].ID) {
					parts[n] = c.learn(parts[n], l, m, true)
				}
			}
		}
	})
	return fitLogistic(slices.Concat(parts...))
}

// learn adds a pair of sentences to the examples, if it teaches something.
func (c *corpus) learn(examples []example, l *link, m match, same bool) []example {
	u := &c.classes[c.articles[l.a].sentences[m.i].class]
	v := &c.classes[c.articles[l.b].sentences[m.j].class]
	if len(u.own.terms) < fewestTerms || len(v.own.terms) < fewestTerms || same && m.wording > nearlySame {
		return examples
	}
	x := c.features(&u.own, &v.own)
	return append(examples, example{x[:], same, 1})
}

// closest are the best matches of each sentence of one side of a link, judged
// without a model: by the weight that two sentences have in common, and how much
// of the heavier that is.
func (c *corpus) closest(l *link, ofA bool) []match {
	best := map[int32]match{}
	most := map[int32]float64{}
	var order []int32
	for _, m := range l.matches {
		s := m.i
		if !ofA {
			s = m.j
		}
		u := &c.classes[c.articles[l.a].sentences[m.i].class]
		v := &c.classes[c.articles[l.b].sentences[m.j].class]
		x := c.features(&u.all, &v.all)
		close := x[1] * x[2]
		if _, seen := best[s]; !seen {
			order = append(order, s)
		}
		if close > most[s] {
			best[s], most[s] = m, close
		}
	}
	slices.Sort(order)
	matches := make([]match, 0, len(order))
	for _, s := range order {
		if most[s] > 0 {
			matches = append(matches, best[s])
		}
	}
	return matches
}

// fitLinks learns whether two articles share text, given how sentences compare.
func fitLinks(stories []Known, learnt *Weights) model {
	parts := make([][]example, len(stories))
	each(len(stories), func(n int) {
		c := newCorpus(stories[n].Reports, learnt)
		for _, l := range c.links(c.candidates()) {
			_, linked := stories[n].edge(l.a, l.b)
			x := c.linkFeatures(l)
			parts[n] = append(parts[n], example{x[:], linked, stories[n].Weight})
		}
	})
	return fitLogistic(slices.Concat(parts...))
}

// An example is what a logistic regression learns from.
type example struct {
	features []float64
	yes      bool
	weight   float64
}

// fitLogistic fits a logistic regression with a quadratic penalty on the scaled
// features.
func fitLogistic(examples []example) model {
	if len(examples) == 0 {
		return model{}
	}
	rows := make([][]float64, len(examples))
	for i, e := range examples {
		rows[i] = e.features
	}
	s := scaleOf(rows)
	for i := range rows {
		rows[i] = s.of(rows[i])
	}
	n := len(rows[0])
	x := minimise(n+1, func(x, slope []float64) float64 {
		clear(slope)
		loss := penalise(1, x[:n], slope)
		for i, row := range rows {
			z := dot(row, x[:n]) + x[n]
			if !examples[i].yes {
				z = -z
			}
			loss += examples[i].weight * softplus(-z)
			miss := examples[i].weight / (1 + math.Exp(z))
			if examples[i].yes {
				miss = -miss
			}
			add(slope[:n], miss, row)
			slope[n] += miss
		}
		return loss
	})
	return s.model(x[:n], x[n])
}

// penalise returns a quadratic penalty on weights and sets its gradient.
func penalise(penalty float64, weights, slope []float64) float64 {
	add(slope, penalty, weights)
	return penalty / 2 * dot(weights, weights)
}

// softplus is log(1+eᶻ).
func softplus(z float64) float64 { return math.Max(z, 0) + math.Log1p(math.Exp(-math.Abs(z))) }

// each calls do(0) … do(n-1) on all cores.
func each(n int, do func(i int)) {
	var wg sync.WaitGroup
	cores := runtime.GOMAXPROCS(0)
	for first := range cores {
		wg.Go(func() {
			for i := first; i < n; i += cores {
				do(i)
			}
		})
	}
	wg.Wait()
}
