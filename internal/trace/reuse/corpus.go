package reuse

import (
	"encoding/binary"
	"math"
	"slices"

	"stemma/internal/annotate"
	"stemma/internal/span"
)

// A corpus is a story's reports in the form in which they are compared.
type corpus struct {
	learnt   *Weights
	articles []article
	classes  []class
	weights  []float64 // of each term: how telling it is in this story
}

// An article is a report as a row of sentences.
type article struct {
	report    annotate.Report
	sentences []sentence
	length    float64 // sum of the sentences' lengths
}

// A sentence is a piece of an article. Its class holds its words.
type sentence struct {
	span.Span
	class int
}

func (s sentence) length() float64 { return float64(s.Len()) }

// A class is a run of words that stands in one or more places. Sentences that
// are the same word for word, and quoted alike, are compared once for all.
type class struct {
	order  []int32 // the words' terms as they follow one another
	quoted []bool  // parallel to order
	all    bag     // of all words
	own    bag     // of the words outside quotation marks
	mixed  bool    // whether some words are quoted
	places []place
}

// A place is where a class stands.
type place struct{ article, sentence int }

// placesPerArticle bounds the places of a class that count in one article: a
// line that stands there a thousand times says no more than one that stands
// there twice.
const placesPerArticle = 3

// A bag is what of a sentence is compared without regard to its order, and with
// little regard to it.
type bag struct {
	terms  []int32  // ascending, each once
	pairs  []uint64 // neighbours, ascending
	weight float64
}

// newCorpus prepares reports for comparison.
func newCorpus(reports []annotate.Report, learnt *Weights) *corpus {
	c := &corpus{learnt: learnt, articles: make([]article, len(reports))}
	terms := map[string]int32{}
	known := map[string]int{} // class by its words
	var words []word
	for a, r := range reports {
		art := &c.articles[a]
		art.report = r
		quotes := spoken(r)
		for _, u := range units(r) {
			for len(quotes) > 0 && quotes[0].End <= u.Start {
				quotes = quotes[1:]
			}
			parts := quotes
			if confesses(u.In(r.Text)) {
				parts = []span.Span{u}
			}
			words = scan(r.Text, u, parts, words[:0])
			for len(words) > 0 {
				n := len(words)
				if n > longestUnit {
					n = longestUnit
				}
				piece := span.Span{Start: words[0].Start, End: words[n-1].End}
				if n == len(words) {
					piece.End = u.End
				}
				c.add(a, piece, words[:n], terms, known)
				words = words[n:]
			}
		}
	}
	c.weigh(len(terms))
	return c
}

// add adds a sentence with the given words to article a.
func (c *corpus) add(a int, s span.Span, words []word, terms map[string]int32, known map[string]int) {
	order := make([]int32, len(words))
	marks := make([]bool, len(words))
	key := make([]byte, 0, 4*len(words))
	for i, w := range words {
		id, ok := terms[w.stem]
		if !ok {
			id = int32(len(terms))
			terms[w.stem] = id
		}
		order[i], marks[i] = id, w.quoted
		code := uint32(id) << 1
		if w.quoted {
			code |= 1
		}
		key = binary.LittleEndian.AppendUint32(key, code)
	}
	n, ok := known[string(key)]
	if !ok {
		n = len(c.classes)
		known[string(key)] = n
		c.classes = append(c.classes, class{order: order, quoted: marks})
	}
	art := &c.articles[a]
	cl := &c.classes[n]
	here := 0
	for i := len(cl.places) - 1; i >= 0 && cl.places[i].article == a; i-- {
		here++
	}
	if here < placesPerArticle {
		cl.places = append(cl.places, place{a, len(art.sentences)})
	}
	art.sentences = append(art.sentences, sentence{s, n})
	art.length += float64(s.Len())
}

// weigh gives every term its weight and every class its bags. A term is the more
// telling the fewer of the story's distinct sentences have it (Spärck Jones
// 1972, with the sentence as the document).
func (c *corpus) weigh(terms int) {
	in := make([]int, terms)
	for i := range c.classes {
		cl := &c.classes[i]
		cl.all = newBag(cl.order, nil)
		cl.own = cl.all
		if cl.mixed = slices.Contains(cl.quoted, true); cl.mixed {
			cl.own = newBag(cl.order, cl.quoted)
		}
		for _, t := range cl.all.terms {
			in[t]++
		}
	}
	c.weights = make([]float64, terms)
	total := float64(len(c.classes) + 10)
	for t, n := range in {
		c.weights[t] = math.Log(total / float64(max(n, 2)))
	}
	for i := range c.classes {
		cl := &c.classes[i]
		cl.all.weight = c.sum(cl.all.terms)
		cl.own.weight = c.sum(cl.own.terms)
	}
}

func (c *corpus) sum(terms []int32) float64 {
	var sum float64
	for _, t := range terms {
		sum += c.weights[t]
	}
	return sum
}

// newBag makes a bag of a row of terms without those that leave says.
func newBag(order []int32, leave []bool) bag {
	var b bag
	for i, t := range order {
		if leave != nil && leave[i] {
			continue
		}
		b.terms = append(b.terms, t)
		if i > 0 && (leave == nil || !leave[i-1]) {
			b.pairs = append(b.pairs, uint64(order[i-1])<<32|uint64(t))
		}
	}
	slices.Sort(b.terms)
	b.terms = slices.Compact(b.terms)
	slices.Sort(b.pairs)
	b.pairs = slices.Compact(b.pairs)
	return b
}
