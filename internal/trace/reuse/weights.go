package reuse

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

// weights.txt holds the regressions, one a line, as cmd/train/reuse writes it:
// its name, its bias, its weights. It holds no words.
//
//go:embed weights.txt
var weightsText string

var shipped = ReadWeights(weightsText)

// Weights are the regressions by which texts are compared. The zero Weights find
// everything equally likely.
type Weights struct {
	sentence model // whether two sentences have the same matter, from [corpus.features]
	link     model // whether two articles share text, from [corpus.linkFeatures]
	source   model // how good a direct source one article is of another, from [family.sourceOf]
	own      model // how likely an article has its text from none of the others, from [family.ownSource]
	kind     model // whether one article has its text from another or both from a third, from [descent.kind]
}

// A namedModel is a regression with its name in weights.txt.
type namedModel struct {
	name string
	*model
}

func (w *Weights) models() []namedModel {
	return []namedModel{{"sentence", &w.sentence}, {"link", &w.link}, {"source", &w.source}, {"own", &w.own}, {"kind", &w.kind}}
}

// ReadWeights reads what [Weights.String] wrote. What it can't read weighs
// nothing.
func ReadWeights(text string) *Weights {
	w := &Weights{}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		for _, m := range w.models() {
			if len(fields) < 2 || fields[0] != m.name {
				continue
			}
			values := make([]float64, len(fields)-1)
			for i, f := range fields[1:] {
				values[i], _ = strconv.ParseFloat(f, 64)
			}
			m.bias, m.weights = values[0], values[1:]
		}
	}
	return w
}

// String is the form that weights have in weights.txt.
func (w *Weights) String() string {
	var b strings.Builder
	for _, m := range w.models() {
		fmt.Fprintf(&b, "%s %.5g", m.name, m.bias)
		for _, v := range m.weights {
			fmt.Fprintf(&b, " %.5g", v)
		}
		b.WriteByte('\n')
	}
	return b.String()
}
