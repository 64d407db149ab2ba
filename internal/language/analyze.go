package language

import (
	"sync"

	"stemma/internal/language/model"
	"stemma/internal/span"
)

// AnalyzeTokens is Analyze for text that is cut into sentences and tokens
// already: the sentences' tokens, in order, not empty.
func AnalyzeTokens(text string, sentences [][]span.Span, lang string) []Sentence {
	out := make([]Sentence, len(sentences))
	for i, tokens := range sentences {
		s := &out[i]
		for _, t := range tokens {
			s.Tokens = append(s.Tokens, Token{Span: t, Head: -1})
		}
		if n := len(tokens); n > 0 {
			s.Span = span.Span{Start: tokens[0].Start, End: tokens[n-1].End}
		}
	}
	annotate(text, out, lang)
	return out
}

// batchWords is the number of words that the network reads at a time.
const batchWords = 128

// A piece is the part of a sentence that the network reads at once: all of it,
// save of a monster.
type piece struct {
	sentence, from, to int
}

// An analyst is the memory that one analysis needs.
type analyst struct {
	text   string
	model  *model.Model
	pieces []piece
	words  []model.Word
	ends   []int
	tokens []string
	spaced []bool
	arcs   []float32
	labels []float32
	heads  []int32
	path   []int32
	forest forest
	kept   []kept    // the capitalized words so far
	names  []float32 // name scores of all words so far, rows of model.MaxNames
}

var analysts = sync.Pool{New: func() any { return new(analyst) }}

// annotate adds tags, lemmas, trees and names to sentences of tokens.
func annotate(text string, sentences []Sentence, lang string) {
	m := load(lang)
	if m == nil {
		return
	}
	a := analysts.Get().(*analyst)
	a.text, a.model = text, m
	for i := range sentences {
		n := len(sentences[i].Tokens)
		for from := 0; from < n; from += model.Window {
			to := min(from+model.Window, n)
			a.add(sentences, piece{i, from, to})
			if len(a.words) >= batchWords {
				a.flush(sentences)
			}
		}
	}
	a.flush(sentences)
	a.nameAll(sentences)
	a.text, a.model = "", nil
	analysts.Put(a)
}

// add describes a piece's words.
func (a *analyst) add(sentences []Sentence, p piece) {
	a.tokens, a.spaced = a.tokens[:0], a.spaced[:0]
	tokens := sentences[p.sentence].Tokens
	for i := p.from; i < p.to; i++ {
		a.tokens = append(a.tokens, tokens[i].In(a.text))
		a.spaced = append(a.spaced, i == 0 || tokens[i-1].End < tokens[i].Start)
	}
	a.words = a.model.Words(a.words, a.tokens, a.spaced)
	a.pieces = append(a.pieces, p)
	a.ends = append(a.ends, len(a.words))
	clear(a.tokens)
}

// flush reads the pieces that wait.
func (a *analyst) flush(sentences []Sentence) {
	if len(a.pieces) == 0 {
		return
	}
	scores := a.model.Score(a.words, a.ends)
	start := 0
	a.heads = grow(a.heads, len(a.words))
	for _, end := range a.ends {
		a.arcs = scores.Arcs(a.model, a.arcs, start, end)
		for j, h := range a.forest.best(a.arcs, end-start) {
			if h >= 0 {
				h += int32(start)
			}
			a.heads[start+j] = h
		}
		start = end
	}
	a.keepNames(scores.Names)
	a.labels = scores.Labels(a.model, a.labels, a.heads)
	start = 0
	for i, p := range a.pieces {
		a.fill(&sentences[p.sentence], p, start, scores.Tags)
		start = a.ends[i]
	}
	scores.Free()
	a.pieces, a.words, a.ends = a.pieces[:0], a.words[:0], a.ends[:0]
}

// fill writes what was found about a piece's words into its tokens.
func (a *analyst) fill(s *Sentence, p piece, start int, tags []float32) {
	m := a.model
	root := -1 // of the sentence: the first piece's
	if p.from > 0 {
		for i := range s.Tokens[:p.from] {
			if s.Tokens[i].Head < 0 {
				root = i
				break
			}
		}
	}
	for i := p.from; i < p.to; i++ {
		at := start + i - p.from
		t := &s.Tokens[i]
		t.Tag = m.Tags[argmax(tags[at*model.MaxTags:][:len(m.Tags)])]
		t.Lemma = m.Lemma(t.In(a.text), t.Tag, m.Capital(&a.words[at]))
		t.Relation = m.Relations[argmax(a.labels[at*model.MaxLabels:][:len(m.Relations)])]
		if h := a.heads[at]; h >= 0 {
			t.Head = int(h) - start + p.from
			if t.Relation == "root" {
				t.Relation = "dep"
			}
		} else if root >= 0 {
			t.Head, t.Relation = root, "parataxis"
		} else {
			t.Head, t.Relation = -1, "root"
		}
	}
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
