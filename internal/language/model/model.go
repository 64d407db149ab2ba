// Package model has the trained part of the analysis: what a model knows of
// words, the network that reads them in context, and the file both are kept in.
//
// A model describes each token by a vector from unlabelled news, vectors for its
// affixes and shape, and flags (case, lists of names). Three layers of
// bidirectional simple recurrent units (Lei et al., "Simple Recurrent Units for
// Highly Parallelizable Recurrence", 2018) read a sentence; small layers on top
// score parts of speech, names, heads (deep biaffine attention, Dozat and
// Manning 2017) and relations, trained together (Søgaard and Goldberg 2016: tags
// from a lower layer). Nearly all the work is in matrix products over many
// tokens at a time, in integers, so that every machine gets the same result.
//
// Parameters are made by cmd/train and shipped as one file a language; see Read
// and Write.
package model

import "stemma/internal/language/kernel"

// Sizes of the network. They are part of the file's version.
const (
	VectorSize = 128 // vectors of words, from unlabelled text
	OwnSize    = 48  // vectors of frequent words, trained with the rest
	Hidden     = 192 // units of a layer, in each direction
	Layers     = 3
	ArcSize    = 128 // words as heads and as dependents
	LabelSize  = 64  // the same, for the relation between them
	MaxTags    = 32
	MaxNames   = 16
	MaxLabels  = 64
	Distances  = 32 // buckets of the distance between a word and its head
	Window     = 160
)

// InputSize is the size of a token's description.
const InputSize = VectorSize + OwnSize + 16 + 32 + 24 + 16 + 16 + Flags

// arcUnit is the value of 1.0 in the vectors that heads are scored with; they
// range over ±16 too, so that a product of two such vectors fits in 32 bits.
const arcUnit = 64

// Inputs is the size of what layer l reads.
func Inputs(l int) int {
	if l == 0 {
		return InputSize
	}
	return 2 * Hidden
}

// Projections is the number of values layer l computes for each unit: candidate,
// forget gate, reset gate, and in the first layer the shortcut.
func Projections(l int) int {
	if l == 0 {
		return 4
	}
	return 3
}

// A Table is a table of vectors as int8, all scaled alike.
type Table struct {
	Rows, Cols int
	Scale      float32
	Data       []int8
	acts       int32 // Scale in activations, times 2¹⁶
}

// A Matrix is a matrix of weights as int8, scaled column by column, with biases.
type Matrix struct {
	Rows, Cols int
	Scale      []float32
	Bias       []float32
	Data       []int8
	packed     *kernel.Packed
	unit       []float32 // Scale by activation unit
}

// A Layer is a bidirectional layer of simple recurrent units. The columns of W
// are, for the forward then the backward direction, Projections blocks of Hidden.
// V and B are the peepholes and biases: forget, reset for each direction.
type Layer struct {
	W    Matrix
	V, B []float32 // 2 directions × 2 gates × Hidden

	units [2]*kernel.Recurrence
}

// Model is a trained model. It is not changed after it was read, and may be used
// concurrently.
type Model struct {
	Lang      string
	Tags      []string // parts of speech
	Names     []string // tags of names: "O", "B-PERSON", …
	Relations []string

	Vocabulary []uint32 // hash of each row's word; row 0 is for all others
	Cases      []uint8  // a row's usual case
	OwnRow     []uint16 // a row's row in Own; 0 for none
	RareFrom   int32    // rows from here on are rare
	Lists      Lists

	Vectors Table // by vocabulary row
	Own     Table
	Hashed  [HashTables]Table

	Stack    [Layers]Layer
	Tag      Matrix    // on the second layer
	Name     Matrix    // on the third
	Moves    []float32 // MaxNames × MaxNames: score of a name tag after another; row is the first
	Parse    Matrix    // on the third: dependent, head, label of dependent, label of head
	Arc      Matrix    // ArcSize × ArcSize, with the bias for heads
	Root     []float32 // ArcSize: the root as a head
	RootTag  []float32 // LabelSize
	Distance []float32 // Distances
	Label    Matrix    // LabelSize × MaxLabels

	Lemmas Lemmas

	rows     []int32 // hash table of vocabulary rows
	checksum string
}

// Checksum is the SHA-256 of the file that the model was read from, in hex.
func (m *Model) Checksum() string { return m.checksum }

// lookup finds a word's row by its hash.
func (m *Model) lookup(h uint32) int32 {
	mask := uint32(len(m.rows) - 1)
	for i := mix(h) & mask; ; i = (i + 1) & mask {
		row := m.rows[i]
		if row == 0 || m.Vocabulary[row] == h {
			return row
		}
	}
}

func (m *Model) caseOf(row int32) int { return int(m.Cases[row]) }

// Prepare builds what is derived from the parameters. It must be called before a
// model is used that wasn't read from a file.
func (m *Model) Prepare() {
	n := 1
	for n < 2*len(m.Vocabulary)+2 {
		n *= 2
	}
	m.rows = make([]int32, n)
	mask := uint32(n - 1)
	for row := 1; row < len(m.Vocabulary); row++ {
		i := mix(m.Vocabulary[row]) & mask
		for m.rows[i] != 0 {
			i = (i + 1) & mask
		}
		m.rows[i] = int32(row)
	}

	for _, t := range m.tables() {
		t.acts = int32(t.Scale * kernel.Unit * (1 << 16))
	}
	for _, w := range m.matrices() {
		w.packed = kernel.Pack(w.Data, w.Rows, w.Cols)
		w.unit = make([]float32, w.Cols)
		for i, s := range w.Scale {
			w.unit[i] = s / kernel.Unit
		}
	}
	for l := range m.Stack {
		layer := &m.Stack[l]
		if layer.V == nil {
			continue // nothing was learnt yet
		}
		n := Projections(l) * Hidden
		for d := range layer.units {
			layer.units[d] = kernel.NewRecurrence(Hidden, layer.W.unit[d*n:(d+1)*n], layer.V[d*2*Hidden:], layer.B[d*2*Hidden:])
		}
	}
}

func (m *Model) tables() []*Table {
	all := []*Table{&m.Vectors, &m.Own}
	for i := range m.Hashed {
		all = append(all, &m.Hashed[i])
	}
	return all
}

func (m *Model) matrices() []*Matrix {
	var all []*Matrix
	for i := range m.Stack {
		all = append(all, &m.Stack[i].W)
	}
	return append(all, &m.Tag, &m.Name, &m.Parse, &m.Arc, &m.Label)
}
