package main

import (
	"math/rand/v2"
	"strings"

	"stemma/internal/language"
	"stemma/internal/language/model"
)

// batchWords is the size of a batch when learning from annotated sentences,
// guessWords that when guessing.
const (
	batchWords = 600
	guessWords = 1500
)

// headScale makes up for the size of what a pretrained encoder puts out: scores
// begin small.
const headScale = .2

// headSteps is the number of batches after which the encoder learns too.
const headSteps = 250

// pretrain lets the encoder guess hidden words of unlabelled texts.
func (n *network) pretrain(o options, m *model.Model, texts []string, v *vocabulary) error {
	if o.guesses == 0 {
		return nil
	}
	var all []float32
	for _, p := range n.encoderParams() {
		all = append(all, p.w...)
	}
	params := len(n.adam.params)
	err := kept(o.keep, "encoder", all, func() {
		g := newGuesser(n, v.counts)
		g.run(o, m, texts)
		all = all[:0]
		for _, p := range n.encoderParams() {
			all = append(all, p.w...)
		}
	})
	for _, p := range n.encoderParams() {
		all = all[copy(p.w, all):]
	}
	n.adam.params = n.adam.params[:params]
	n.adam.reset()
	return err
}

func (n *network) encoderParams() []*param {
	all := []*param{n.vectors, n.own}
	all = append(all, n.hashed[:]...)
	for _, l := range n.stack {
		all = append(all, l.w, l.v, l.b)
	}
	return all
}

// run guesses in as many words as it is told, article by article.
func (g *guesser) run(o options, m *model.Model, texts []string) {
	order := rand.New(rand.NewPCG(o.seed, 3)).Perm(len(texts))
	var in input
	var tokens []string
	var spaced []bool
	done, batches, loss := 0, 0, 0.0
	for i := 0; done < o.guesses; i++ {
		text := texts[order[i%len(order)]]
		for _, s := range language.Segment(text) {
			if len(s.Tokens) < 4 || len(s.Tokens) > model.Window {
				continue
			}
			tokens, spaced = tokens[:0], spaced[:0]
			for j, t := range s.Tokens {
				tokens = append(tokens, t.In(text))
				spaced = append(spaced, j == 0 || s.Tokens[j-1].End < t.Start)
			}
			in.words = m.Words(in.words, tokens, spaced)
			in.ends = append(in.ends, len(in.words))
		}
		if len(in.words) < guessWords {
			continue
		}
		for _, w := range in.words[len(in.own):] {
			in.own = append(in.own, int32(m.OwnRow[w.Row]))
		}
		loss += g.learn(in)
		batches++
		done += len(in.words)
		share := float64(done) / float64(o.guesses)
		g.adam.update(.002*max(.02, min(1-share, share*50)), 0)
		if batches%400 == 0 {
			progress("guessed in %d words, loss %.3f", done, loss/400)
			loss = 0
		}
		in = input{words: in.words[:0], own: in.own[:0], ends: in.ends[:0]}
	}
}

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

// finetune trains everything on the annotated sentences.
func (n *network) finetune(o options, m *model.Model, d *dataset) {
	n.rng = rand.New(rand.NewPCG(o.seed, 13))
	rng := rand.New(rand.NewPCG(o.seed, 17))
	samples := append(append([]*sample(nil), d.trees...), d.named...)
	samples = append(samples, d.named...) // few, and nearer to news
	plain := make([]*lesson, len(samples))
	total := 0
	for i, s := range samples {
		plain[i] = d.lesson(m, s)
		total += len(s.tokens)
	}
	var dev, devNamed []*lesson
	for _, s := range d.dev {
		dev = append(dev, d.lesson(m, s))
	}
	for _, s := range d.devNamed {
		devNamed = append(devNamed, d.lesson(m, s))
	}
	steps, step := total*o.epochs/batchWords, 0
	freeze := func(frozen bool) {
		for _, p := range n.encoderParams() {
			p.frozen = frozen || p == n.vectors
		}
	}
	// At first only the layers on top learn, for their errors would spoil what the
	// encoder knows.
	if o.guesses > 0 {
		freeze(true)
		for _, p := range []*param{n.tag, n.fine, n.name, n.parse} {
			for i := range p.w {
				p.w[i] *= headScale
			}
		}
	}
	for epoch := range o.epochs {
		var loss losses
		b := &batch{}
		for _, i := range rng.Perm(len(samples)) {
			l := plain[i]
			if s := d.vary(samples[i], rng); s != nil {
				l = d.lesson(m, s)
			}
			l.appendTo(b)
			if len(b.words) < batchWords {
				continue
			}
			n.dropWords(b, rng)
			loss.add(n.learn(b))
			if step++; step == headSteps {
				freeze(false)
			}
			share := float64(step) / float64(steps)
			n.adam.update(o.rate*max(.01, min(1-share, share*20)), .01)
			b = &batch{}
		}
		w := float64(loss.words)
		progress("epoch %d: tags %.4f, names %.4f, heads %.4f, relations %.4f", epoch+1, loss.tag/w, loss.name/w, loss.arc/w, loss.label/w)
		if epoch%4 == 3 || epoch+1 == o.epochs {
			progress("  dev: %s; names of the other set: %s", n.evaluate(dev), n.evaluate(devNamed))
		}
	}
}

// dropWords makes some words unknown, so that their context is learnt from, and
// hides from some sentences that words stand in lists: the names that are put
// into sentences all do, but most names of the world don't.
func (n *network) dropWords(b *batch, rng *rand.Rand) {
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
