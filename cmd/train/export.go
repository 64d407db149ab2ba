package main

import (
	"math"
	"sort"

	"stemma/internal/language/model"
)

// export rounds the parameters and puts them into m.
func (n *network) export(m *model.Model) {
	m.Vectors = roundTable(n.vectors)
	m.Own = roundTable(n.own)
	for i, p := range n.hashed {
		m.Hashed[i] = roundTable(p)
	}
	for l, layer := range n.stack {
		m.Stack[l] = model.Layer{W: roundMatrix(layer.w, nil), V: layer.v.w, B: layer.b.w}
	}
	m.Tag = roundMatrix(n.tag, n.tagBias)
	m.Name = roundMatrix(n.name, n.nameBias)
	m.Moves = n.moves.w
	m.Parse = roundMatrix(n.parse, n.parseBias)
	m.Arc = roundMatrix(n.arc, n.headBias)
	m.Root, m.RootTag = n.root.w, n.rootLabel.w
	m.Distance = n.distance.w
	m.Label = roundMatrix(n.label, n.labelBias)
	m.Prepare()
}

// roundTable rounds a table to bytes. The few values beyond the range of all but
// one in a thousand are cut to it.
func roundTable(p *param) model.Table {
	t := model.Table{Rows: p.rows, Cols: p.cols, Data: make([]int8, len(p.w))}
	sizes := make([]float64, 0, len(p.w))
	for _, x := range p.w {
		if x != 0 {
			sizes = append(sizes, math.Abs(float64(x)))
		}
	}
	sort.Float64s(sizes)
	top := 1.0
	if len(sizes) > 0 {
		top = sizes[len(sizes)-1-len(sizes)/2000]
	}
	t.Scale = float32(top / 127)
	for i, x := range p.w {
		t.Data[i] = roundByte(x / t.Scale)
	}
	return t
}

// roundMatrix rounds a matrix to bytes, column by column.
func roundMatrix(p, bias *param) model.Matrix {
	w := model.Matrix{Rows: p.rows, Cols: p.cols, Data: make([]int8, len(p.w)), Scale: make([]float32, p.cols), Bias: make([]float32, p.cols)}
	if bias != nil {
		copy(w.Bias, bias.w)
	}
	for c := range p.cols {
		var top float32
		for r := range p.rows {
			top = max(top, float32(math.Abs(float64(p.w[r*p.cols+c]))))
		}
		w.Scale[c] = max(top, 1e-6) / 127
		for r := range p.rows {
			w.Data[r*p.cols+c] = roundByte(p.w[r*p.cols+c] / w.Scale[c])
		}
	}
	return w
}

func roundByte(x float32) int8 {
	return int8(max(-127, min(127, math.Round(float64(x)))))
}
