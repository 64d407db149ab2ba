package kernel

import "math"

// Unit is the value of 1.0 in activations. They range over ±16.
const (
	Unit   = 512
	maxAct = 16*Unit - 1
)

// gateWidth is how many units of a [Recurrence] are computed at once.
const gateWidth = 8

// A Recurrence is the parameters of simple recurrent units (Lei et al. 2018) of
// one direction, in blocks of 8 units: the scales of the sums for candidate,
// forget gate, reset gate and shortcut, the weights of the cell in both gates,
// and their biases.
type Recurrence struct {
	units  int
	blocks []float32
}

// NewRecurrence packs parameters. scales has a value for each of the sums that
// Step takes; v and b have one for each unit's forget gate, then one for each
// reset gate.
func NewRecurrence(units int, scales, v, b []float32) *Recurrence {
	r := &Recurrence{units: units, blocks: make([]float32, 0, 8*units)}
	for at := 0; at < units; at += gateWidth {
		for _, from := range [...][]float32{scales, scales[units:], scales[2*units:], v, v[units:], b, b[units:]} {
			r.blocks = append(r.blocks, from[at:at+gateWidth]...)
		}
		shortcut := make([]float32, gateWidth)
		if len(scales) > 3*units {
			copy(shortcut, scales[3*units+at:])
		}
		r.blocks = append(r.blocks, shortcut...)
	}
	return r
}

// Step computes the units at one token: cell is what they remember, and is
// changed; out is what they put out, as activations. sums has the sums for
// candidates, then those for forget gates and reset gates, then those for
// shortcuts where skip, the layer's input as activations, is nil.
//
// Products are rounded before they are added, so that no machine fuses the two,
// and the logistic function is a table: every machine computes the same.
func (r *Recurrence) Step(out []int16, cell []float32, sums []int32, skip []int16) {
	n := r.units
	if len(out) < n || len(cell) < n || len(sums) < 3*n || skip == nil && len(sums) < 4*n || skip != nil && len(skip) < n {
		panic("kernel: Step on short slices")
	}
	step(r, out, cell, sums, skip)
}

func stepGo(r *Recurrence, out []int16, cell []float32, sums []int32, skip []int16) {
	n := r.units
	for j := range n {
		p := r.blocks[j/gateWidth*8*gateWidth+j%gateWidth:]
		prev := cell[j]
		f := Sigmoid(float32(float32(sums[n+j])*p[1*gateWidth]) + float32(p[3*gateWidth]*prev) + p[5*gateWidth])
		reset := Sigmoid(float32(float32(sums[2*n+j])*p[2*gateWidth]) + float32(p[4*gateWidth]*prev) + p[6*gateWidth])
		cand := float32(float32(sums[j]) * p[0])
		c := cand + float32(f*(prev-cand))
		cell[j] = c
		var in float32
		if skip == nil {
			in = float32(float32(sums[3*n+j]) * p[7*gateWidth])
		} else {
			in = float32(float32(skip[j]) * (1.0 / Unit))
		}
		out[j] = Activation(in + float32(reset*(c-in)))
	}
}

// Activation rounds a value to an activation.
func Activation(x float32) int16 {
	if x >= 15.99 {
		return maxAct
	}
	if x <= -15.99 {
		return -maxAct
	}
	return int16(int32(float32(x*Unit)+16384.5) - 16384) // rounds down, for the sum is positive
}

// sigmoids is the logistic function from -8 to 8.
var sigmoids = func() (t [4097]float32) {
	for i := range t {
		t[i] = float32(1 / (1 + math.Exp(-(float64(i)/256 - 8))))
	}
	return
}()

// Sigmoid is the logistic function in steps of 1/256.
func Sigmoid(x float32) float32 {
	if x >= 8 {
		return sigmoids[4096]
	}
	if x <= -8 {
		return sigmoids[0]
	}
	return sigmoids[int32(float32(x*256)+2048.5)]
}
