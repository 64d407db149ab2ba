package model

import (
	"math"
	"sync"

	"stemma/internal/language/kernel"
)

// Scores are what the network says about the tokens of a few sentences.
type Scores struct {
	Tags  []float32 // a row of MaxTags a token
	Names []float32 // a row of MaxNames a token

	arcDep, arcHead []int16   // rows of ArcSize
	headBias        []float32 // of each token as a head
	label           []float32 // rows of 2×LabelSize: as dependent, as head
	root            [ArcSize]int16
	rootBias        float32

	acts, next []int16
	sums       []int32
}

var scorePool = sync.Pool{New: func() any { return new(Scores) }}

// Free gives the scores' memory back; they must not be used afterwards.
func (s *Scores) Free() { scorePool.Put(s) }

// grow returns s with n values, not cleared.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}

// Score reads sentences: words holds their words one after the other, ends where
// each sentence ends. Sentences should be short, for scores of arcs are taken
// over pairs.
func (m *Model) Score(words []Word, ends []int) *Scores {
	s := scorePool.Get().(*Scores)
	n := len(words)
	s.acts = grow(s.acts, n*InputSize)
	for i := range words {
		m.describe(s.acts[i*InputSize:(i+1)*InputSize], &words[i])
	}
	for l := range m.Stack {
		s.layer(&m.Stack[l], l, n, ends)
		switch l {
		case Layers - 2:
			s.Tags = s.linear(s.Tags, &m.Tag, n)
		case Layers - 1:
			s.Names = s.linear(s.Names, &m.Name, n)
		}
	}
	s.parse(m, n)
	return s
}

// describe sets the activations of a word.
func (m *Model) describe(out []int16, w *Word) {
	at := 0
	copyRow := func(t *Table, row int32) {
		data := t.Data[int(row)*t.Cols : (int(row)+1)*t.Cols]
		dst := out[at : at+len(data)]
		for i, x := range data {
			dst[i] = int16(int32(x) * t.acts >> 16)
		}
		at += t.Cols
	}
	copyRow(&m.Vectors, w.Row)
	copyRow(&m.Own, int32(m.OwnRow[w.Row]))
	for i := range m.Hashed {
		copyRow(&m.Hashed[i], w.Hashes[i])
	}
	for i := range Flags {
		out[at+i] = 0
		if w.Flags&(1<<i) != 0 {
			out[at+i] = kernel.Unit
		}
	}
}

// linear applies a matrix to the activations and returns the scaled sums.
func (s *Scores) linear(out []float32, w *Matrix, n int) []float32 {
	s.sums = grow(s.sums, n*w.Cols)
	out = grow(out, n*w.Cols)
	kernel.Mul(s.sums, s.acts, n, w.packed)
	for i := range n {
		row, sums := out[i*w.Cols:(i+1)*w.Cols], s.sums[i*w.Cols:(i+1)*w.Cols]
		for j := range row {
			row[j] = float32(float32(sums[j])*w.unit[j]) + w.Bias[j]
		}
	}
	return out
}

// layer replaces the activations by those after layer l.
func (s *Scores) layer(layer *Layer, l, n int, ends []int) {
	w := &layer.W
	s.sums = grow(s.sums, n*w.Cols)
	s.next = grow(s.next, n*2*Hidden)
	kernel.Mul(s.sums, s.acts, n, w.packed)
	start := 0
	for _, end := range ends {
		for d := range 2 {
			s.direction(layer, l, d, start, end)
		}
		start = end
	}
	s.acts, s.next = s.next, s.acts
}

// direction runs the recurrence of one direction over the tokens [start, end).
func (s *Scores) direction(layer *Layer, l, d, start, end int) {
	sums := Projections(l) * Hidden
	cols := layer.W.Cols
	var cell [Hidden]float32
	for i := range end - start {
		t := start + i
		if d == 1 {
			t = end - 1 - i
		}
		at := t*2*Hidden + d*Hidden
		var skip []int16
		if l > 0 {
			skip = s.acts[at : at+Hidden]
		}
		layer.units[d].Step(s.next[at:at+Hidden], cell[:], s.sums[t*cols+d*sums:][:sums], skip)
	}
}

// leaky is the rectifier of the layers that heads and relations are scored with.
func leaky(x float32) float32 {
	if x < 0 {
		return x * .125
	}
	return x
}

// toArc rounds a value to the unit of arcs.
func toArc(x float32) int16 {
	x = max(-15.9, min(15.9, x))
	return int16(int32(float32(x*arcUnit)+32768.5) - 32768)
}

// parse computes what heads and relations are scored from.
func (s *Scores) parse(m *Model, n int) {
	w := &m.Parse
	s.sums = grow(s.sums, n*w.Cols)
	kernel.Mul(s.sums, s.acts, n, w.packed)
	s.arcDep, s.arcHead = grow(s.arcDep, n*ArcSize), grow(s.arcHead, n*ArcSize)
	s.headBias = grow(s.headBias, n)
	s.label = grow(s.label, n*2*LabelSize)
	s.next = grow(s.next, n*ArcSize)
	for i := range n {
		sums := s.sums[i*w.Cols : (i+1)*w.Cols]
		value := func(j int) float32 { return float32(float32(sums[j])*w.unit[j]) + w.Bias[j] }
		var bias float32
		for j := range ArcSize {
			s.next[i*ArcSize+j] = kernel.Activation(leaky(value(j)))
			h := leaky(value(ArcSize + j))
			s.arcHead[i*ArcSize+j] = toArc(h)
			bias += float32(h * m.Arc.Bias[j])
		}
		s.headBias[i] = bias
		for j := range 2 * LabelSize {
			s.label[i*2*LabelSize+j] = value(2*ArcSize + j)
		}
	}
	s.sums = grow(s.sums, n*ArcSize)
	kernel.Mul(s.sums, s.next, n, m.Arc.packed)
	for i, sum := range s.sums {
		s.arcDep[i] = toArc(float32(sum) * m.Arc.unit[i%ArcSize])
	}
	s.rootBias = 0
	for j, h := range m.Root {
		s.root[j] = toArc(h)
		s.rootBias += float32(h * m.Arc.Bias[j])
	}
}

// Bucket is the bucket of the distance from a word to its head.
func Bucket(distance int) int {
	d, side := distance, 0
	if d < 0 {
		d, side = -d, Distances/2
	}
	switch {
	case d <= 8:
		return side + d - 1
	case d <= 12:
		return side + 8
	case d <= 16:
		return side + 9
	case d <= 24:
		return side + 10
	case d <= 32:
		return side + 11
	case d <= 64:
		return side + 12
	}
	return side + 13
}

// RootBucket is the bucket of the root's distance.
const RootBucket = Distances - 1

// Arcs sets out to the scores of the heads of a sentence's words, the sentence
// [start, end): for each word a row with its words and, last, the root.
func (s *Scores) Arcs(m *Model, out []float32, start, end int) []float32 {
	n := end - start
	out = grow(out, n*(n+1))
	const scale = 1.0 / (arcUnit * arcUnit)
	for i := range n {
		dep := s.arcDep[(start+i)*ArcSize : (start+i+1)*ArcSize]
		row := out[i*(n+1) : (i+1)*(n+1)]
		for h := range n {
			if h == i {
				row[h] = float32(math.Inf(-1))
				continue
			}
			dot := kernel.Dot(dep, s.arcHead[(start+h)*ArcSize:(start+h+1)*ArcSize])
			row[h] = float32(float32(dot)*scale) + s.headBias[start+h] + m.Distance[Bucket(h-i)]
		}
		row[n] = float32(float32(kernel.Dot(dep, s.root[:]))*scale) + s.rootBias + m.Distance[RootBucket]
	}
	return out
}

// Labels sets out to the scores of the relations between words and their heads,
// rows of MaxLabels. heads are indices into words; -1 is the root.
func (s *Scores) Labels(m *Model, out []float32, heads []int32) []float32 {
	n := len(heads)
	w := &m.Label
	s.next = grow(s.next, n*LabelSize)
	for i, h := range heads {
		head := m.RootTag
		if h >= 0 {
			head = s.label[int(h)*2*LabelSize+LabelSize : int(h+1)*2*LabelSize]
		}
		dep := s.label[i*2*LabelSize : i*2*LabelSize+LabelSize]
		for j, x := range dep {
			s.next[i*LabelSize+j] = kernel.Activation(leaky(x + head[j]))
		}
	}
	s.sums = grow(s.sums, n*w.Cols)
	kernel.Mul(s.sums, s.next, n, w.packed)
	out = grow(out, n*w.Cols)
	for i := range n {
		for j := range w.Cols {
			out[i*w.Cols+j] = float32(float32(s.sums[i*w.Cols+j])*w.unit[j]) + w.Bias[j]
		}
	}
	return out
}
