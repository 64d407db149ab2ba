package main

import (
	"fmt"
	"os"

	"stemma/internal/language/model"
)

// resume sets the parameters to those of a model, so that training goes on from
// it. The model must be made from the same data.
func (n *network) resume(path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	m, err := model.Read(path, data)
	if err != nil {
		return err
	}
	if m.Vectors.Rows != n.vectors.rows || m.Own.Rows != n.own.rows {
		return fmt.Errorf("model %s was made from other data", path)
	}
	widenTable(n.vectors, &m.Vectors)
	widenTable(n.own, &m.Own)
	for i, p := range n.hashed {
		widenTable(p, &m.Hashed[i])
	}
	for l, layer := range n.stack {
		widenMatrix(layer.w, nil, &m.Stack[l].W)
		copy(layer.v.w, m.Stack[l].V)
		copy(layer.b.w, m.Stack[l].B)
	}
	widenMatrix(n.tag, n.tagBias, &m.Tag)
	widenMatrix(n.name, n.nameBias, &m.Name)
	copy(n.moves.w, m.Moves)
	widenMatrix(n.parse, n.parseBias, &m.Parse)
	widenMatrix(n.arc, n.headBias, &m.Arc)
	copy(n.root.w, m.Root)
	copy(n.rootLabel.w, m.RootTag)
	copy(n.distance.w, m.Distance)
	widenMatrix(n.label, n.labelBias, &m.Label)
	clear(n.fine.w) // it isn't in the model
	return nil
}

func widenTable(p *param, t *model.Table) {
	for i, x := range t.Data {
		p.w[i] = float32(x) * t.Scale
	}
}

func widenMatrix(p, bias *param, w *model.Matrix) {
	for i, x := range w.Data {
		p.w[i] = float32(x) * w.Scale[i%w.Cols]
	}
	if bias != nil {
		copy(bias.w, w.Bias)
	}
}
