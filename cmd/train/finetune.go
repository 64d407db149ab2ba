package main

import (
	"math/rand/v2"
	"strings"

	"stemma/internal/language/model"
)

// batchWords is the size of the part of a batch that one worker learns from.
const batchWords = 600

// workers learn from a batch side by side. Their number is part of what a model
// is made by: another number gives another model.
const workers = 2

// The share of the words that are from annotated sentences grows while learning,
// where a teacher's are the rest.
const (
	goldAtFirst = .2
	goldAtLast  = .5
)

// A lesson is an annotated sentence in numbers.
type lesson struct {
	words            []model.Word
	own              []int32
	tags, fine       []int32
	names            []int32
	heads, relations []int32 // heads from the sentence's beginning
}

func (d *dataset) lesson(m *model.Model, s *sample) *lesson {
	l := &lesson{words: m.Words(nil, s.tokens, s.spaced)}
	for _, w := range l.words {
		l.own = append(l.own, int32(m.OwnRow[w.Row]))
	}
	number := func(x *index, labels []string) []int32 {
		out := make([]int32, len(s.tokens))
		for i := range out {
			out[i] = -1
			if labels != nil {
				if n, ok := x.of[labels[i]]; ok {
					out[i] = n
				}
			}
		}
		return out
	}
	l.tags, l.fine, l.relations = number(&d.tags, s.tags), number(&d.fine, s.fine), number(&d.relations, s.relations)
	l.names = number(&d.names, placed(s.names))
	for i := range s.tokens {
		switch {
		case s.heads == nil:
			l.heads = append(l.heads, unknownHead)
		case s.heads[i] < 0:
			l.heads = append(l.heads, rootHead)
		default:
			l.heads = append(l.heads, int32(s.heads[i]))
		}
	}
	return l
}

// placed turns IOB2 into tags that also mark the ends of names and the names of
// one word.
func placed(tags []string) []string {
	if tags == nil {
		return nil
	}
	types := map[string]string{"PER": "PERSON", "ORG": "ORGANIZATION", "LOC": "PLACE"}
	out := make([]string, len(tags))
	for i, t := range tags {
		place, typ, ok := strings.Cut(t, "-")
		if !ok {
			out[i] = "O"
			continue
		}
		last := i+1 == len(tags) || !strings.HasPrefix(tags[i+1], "I-")
		switch {
		case place == "B" && last:
			place = "S"
		case last:
			place = "E"
		}
		out[i] = place + "-" + types[typ]
	}
	return out
}

// appendTo adds a lesson to a batch.
func (l *lesson) appendTo(b *batch) {
	first := int32(len(b.words))
	b.words = append(b.words, l.words...)
	b.own = append(b.own, l.own...)
	b.tags = append(b.tags, l.tags...)
	b.fine = append(b.fine, l.fine...)
	b.names = append(b.names, l.names...)
	for i, h := range l.heads {
		if h >= 0 {
			h += first
		}
		b.heads = append(b.heads, h)
		b.relations = append(b.relations, l.relations[i])
	}
	b.ends = append(b.ends, len(b.words))
}

// A course deals out samples again and again, each time in another order.
type course struct {
	samples []*sample
	rng     *rand.Rand
	order   []int
}

func (c *course) next() *sample {
	if len(c.order) == 0 {
		c.order = c.rng.Perm(len(c.samples))
	}
	s := c.samples[c.order[0]]
	c.order = c.order[1:]
	return s
}

// finetune trains everything on the annotated sentences, the teacher's among them.
func (n *network) finetune(o options, m *model.Model, d *dataset) {
	n.vectors.frozen = true
	rng := rand.New(rand.NewPCG(o.seed, 17))
	gold := &course{rng: rng, samples: append(append([]*sample(nil), d.trees...), d.named...)}
	gold.samples = append(gold.samples, d.named...) // few, and nearer to news
	taught := &course{rng: rng, samples: d.taught}
	dev, devNamed := d.lessons(m, d.dev), d.lessons(m, d.devNamed)

	team := []*worker{{network: n}}
	for range workers - 1 {
		team = append(team, &worker{network: n.twin()})
	}
	for i, w := range team {
		w.rng = rand.New(rand.NewPCG(o.seed, uint64(13+i)))
	}
	var loss losses
	reported, evaluated := 0, 0
	for done := 0; done < o.words; {
		share := float64(done) / float64(o.words)
		for _, w := range team {
			w.samples = w.samples[:0]
			for size := 0; size < batchWords; {
				from := gold
				if len(taught.samples) > 0 && rng.Float64() > goldAtFirst+share*(goldAtLast-goldAtFirst) {
					from = taught
				}
				s := from.next()
				w.samples = append(w.samples, s)
				size += len(s.tokens)
			}
		}
		step := learnTogether(team, m, d)
		loss.add(step)
		done += step.words
		n.adam.update(o.rate*max(.01, min(1-share, share*50)), .01)
		if done-reported > 250_000 {
			reported = done
			w := float64(loss.words)
			progress("%d words: tags %.4f, names %.4f, heads %.4f, relations %.4f", done, loss.tag/w, loss.name/w, loss.arc/w, loss.label/w)
			loss = losses{}
		}
		if done-evaluated > 1_000_000 || done >= o.words {
			evaluated = done
			progress("  dev: %s; names of the other set: %s", n.evaluate(dev), n.evaluate(devNamed))
		}
	}
}

func (d *dataset) lessons(m *model.Model, samples []*sample) []*lesson {
	all := make([]*lesson, len(samples))
	for i, s := range samples {
		all[i] = d.lesson(m, s)
	}
	return all
}

// dropWords makes some words unknown, so that their context is learnt from, and
// hides from some sentences that words stand in lists: the names that are put
// into sentences all do, but most names of the world don't.
func dropWords(b *batch, rng *rand.Rand) {
	start := 0
	for _, end := range b.ends {
		if rng.Float64() < .5 {
			for i := start; i < end; i++ {
				b.words[i].Flags &^= model.ListFlags
			}
		}
		start = end
	}
	for i := range b.words {
		switch r := rng.Float64(); {
		case r < .04:
			b.own[i] = 0
			b.words[i].Row = 0
		case r < .15:
			b.own[i] = 0
		}
	}
}
