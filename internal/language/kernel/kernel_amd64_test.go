package kernel

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestWithoutVectors: a machine without vector instructions computes the same.
func TestWithoutVectors(t *testing.T) {
	if !hasAVX2 {
		t.Skip("this machine has none")
	}
	rng := rand.New(rand.NewPCG(11, 12))
	const n, k, m = 9, 64, 32
	a, w := make([]int16, n*k), make([]int8, k*m)
	for i := range a {
		a[i] = int16(rng.IntN(1<<14) - 1<<13)
	}
	for i := range w {
		w[i] = int8(rng.IntN(255) - 127)
	}
	p := Pack(w, k, m)
	with, without := make([]int32, n*m), make([]int32, n*m)
	Mul(with, a, n, p)
	dot := Dot(a[:32], a[32:64])
	hasAVX2 = false
	defer func() { hasAVX2 = true }()
	Mul(without, a, n, p)
	if !slices.Equal(with, without) || dot != Dot(a[:32], a[32:64]) {
		t.Error("the sums differ")
	}
}

// TestStepWithoutVectors: units are the same without vector instructions, also
// beyond the ranges of gates and activations.
func TestStepWithoutVectors(t *testing.T) {
	if !hasAVX2 {
		t.Skip("this machine has none")
	}
	rng := rand.New(rand.NewPCG(13, 14))
	const n = 24
	values := func(size int, scale float64) []float32 {
		v := make([]float32, size)
		for i := range v {
			v[i] = float32((rng.Float64() - .5) * scale)
		}
		return v
	}
	for _, size := range []float64{1, 4, 40} {
		r := NewRecurrence(n, values(4*n, size/4000), values(2*n, size), values(2*n, size))
		for _, withSkip := range []bool{false, true} {
			cells := [2][]float32{values(n, size), nil}
			cells[1] = slices.Clone(cells[0])
			for range 50 {
				sums := make([]int32, 4*n)
				for i := range sums {
					sums[i] = int32(rng.IntN(1<<17) - 1<<16)
				}
				var skip []int16
				for i := 0; withSkip && i < n; i++ {
					skip = append(skip, int16(rng.IntN(2*maxAct)-maxAct))
				}
				var outs [2][n]int16
				r.Step(outs[0][:], cells[0], sums, skip)
				hasAVX2 = false
				r.Step(outs[1][:], cells[1], sums, skip)
				hasAVX2 = true
				if outs[0] != outs[1] || !slices.Equal(cells[0], cells[1]) {
					t.Fatalf("size %g, skip %v:\n%v %v\n%v %v", size, withSkip, outs[0], cells[0], outs[1], cells[1])
				}
			}
		}
	}
}
