package quotations

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed weights.txt
var weightText string

// A table is a block of weights with up to two indexes. Weights stand for shapes
// and classes, never for words: they were learnt from text that may not be passed
// on.
type table struct {
	name string
	rows int
	cols int
	at   int // of its first weight
}

var tables []*table

// newTable declares a block of weights.
func newTable(name string, rows, cols int) *table {
	t := &table{name: name, rows: rows, cols: cols}
	if n := len(tables); n > 0 {
		last := tables[n-1]
		t.at = last.at + last.rows*last.cols
	}
	tables = append(tables, t)
	return t
}

// cell is the number of the weight in row i and column j.
func (t *table) cell(i, j int) int {
	return t.at + min(max(i, 0), t.rows-1)*t.cols + min(max(j, 0), t.cols-1)
}

// Weights are the learnt weights, one after another over all tables.
type Weights []float64

// NewWeights are weights of zero.
func NewWeights() Weights {
	last := tables[len(tables)-1]
	return make(Weights, last.at+last.rows*last.cols)
}

// shipped are the weights that the program comes with.
var shipped = sync.OnceValue(func() Weights {
	w, err := ParseWeights(weightText)
	if err != nil {
		panic(err) // the embedded file was made by Weights.String
	}
	return w
})

// ParseWeights reads what String wrote. Weights that aren't given are zero.
func ParseWeights(text string) (Weights, error) {
	w := NewWeights()
	for line := range strings.Lines(text) {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		if len(f) < 2 {
			return nil, fmt.Errorf("weights: %q: want a table, a row and its weights", line)
		}
		row, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, fmt.Errorf("weights: %q: %w", line, err)
		}
		for _, t := range tables {
			if t.name != f[0] || row >= t.rows || len(f)-2 > t.cols {
				continue
			}
			for j, s := range f[2:] {
				v, err := strconv.ParseFloat(s, 64)
				if err != nil {
					return nil, fmt.Errorf("weights: %q: %w", line, err)
				}
				w[t.cell(row, j)] = v
			}
		}
	}
	return w, nil
}

// String writes the weights, a row of a table a line.
func (w Weights) String() string {
	var b strings.Builder
	b.WriteString("# Made by cmd/train/quotations. Table, row, weights by column.\n")
	for _, t := range tables {
		for i := range t.rows {
			empty := true
			for j := range t.cols {
				empty = empty && math.Abs(w[t.cell(i, j)]) < 0.005
			}
			if empty {
				continue
			}
			fmt.Fprintf(&b, "%s %d", t.name, i)
			for j := range t.cols {
				fmt.Fprintf(&b, " %.2f", w[t.cell(i, j)])
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// score is the sum of the weights of features.
func (w Weights) score(features []int) float64 {
	var s float64
	for _, f := range features {
		s += w[f]
	}
	return s
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
