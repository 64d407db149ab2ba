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
