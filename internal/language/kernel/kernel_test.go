package kernel

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestMul: the vector kernels agree with the definition to the bit.
func TestMul(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 3, 4, 9} {
		const k, m = 34, 48
		a, w := make([]int16, n*k), make([]int8, k*m)
		for i := range a {
			a[i] = int16(rng.IntN(1<<14) - 1<<13)
		}
		for i := range w {
			w[i] = int8(rng.IntN(255) - 127)
		}
		got := make([]int32, n*m)
		Mul(got, a, n, Pack(w, k, m))
		for i := range n {
			for j := range m {
				want := int32(0)
				for x := range k {
					want += int32(a[i*k+x]) * int32(w[x*m+j])
				}
				if got[i*m+j] != want {
					t.Fatalf("%d rows: out[%d][%d] = %d, want %d", n, i, j, got[i*m+j], want)
				}
			}
		}
	}
}

// TestPortable: the portable row kernel and the one in use agree.
func TestPortable(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	const k = 20
	a, panel := make([]int16, k), make([]int16, k*Panel)
	for i := range a {
		a[i] = int16(rng.IntN(1<<14) - 1<<13)
	}
	for i := range panel {
		panel[i] = int16(rng.IntN(255) - 127)
	}
	var x, y [Panel]int32
	mul1(k, a, panel, x[:])
	mul1Go(k, a, panel, y[:])
	if x != y {
		t.Errorf("%v, portable %v", x, y)
	}
}

func TestDot(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	a, b := make([]int16, 96), make([]int16, 96)
	for i := range a {
		a[i], b[i] = int16(rng.IntN(1<<11)-1<<10), int16(rng.IntN(1<<11)-1<<10)
	}
	if got, want := Dot(a, b), dotGo(a, b); got != want {
		t.Errorf("%d, portable %d", got, want)
	}
}

func TestFloats(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	a, b := make([]float32, 48), make([]float32, 48)
	for i := range a {
		a[i], b[i] = rng.Float32()-.5, rng.Float32()-.5
	}
	if got, want := DotFloat(a, b), dotFloatGo(a, b); math.Abs(float64(got-want)) > 1e-5 {
		t.Errorf("%g, portable %g", got, want)
	}
	y, z := append([]float32(nil), a...), append([]float32(nil), a...)
	AddScaled(y, b, .3)
	addScaledGo(z, b, .3)
	for i := range y {
		if math.Abs(float64(y[i]-z[i])) > 1e-5 {
			t.Errorf("y[%d] = %g, portable %g", i, y[i], z[i])
		}
	}
}

func TestAdd(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	const n, k, m = 7, 5, 32
	a, b, out := make([]float32, n*k), make([]float32, k*m), make([]float32, n*m)
	for _, s := range [][]float32{a, b, out} {
		for i := range s {
			s[i] = rng.Float32() - .5
		}
	}
	before := append([]float32(nil), out...)
	Add(out, a, b, n, k, m, make([]float32, k*m))
	for i := range n {
		for j := range m {
			want := float64(before[i*m+j])
			for x := range k {
				want += float64(a[i*k+x]) * float64(b[x*m+j])
			}
			if math.Abs(float64(out[i*m+j])-want) > 1e-5 {
				t.Fatalf("out[%d][%d] = %g, want %g", i, j, out[i*m+j], want)
			}
		}
	}
	tr := make([]float32, n*m)
	Transpose(tr, out, n, m)
	if tr[3*n+2] != out[2*m+3] {
		t.Error("Transpose misplaces values")
	}
}

func BenchmarkMul(b *testing.B) {
	const n, k, m = 32, 256, 576
	p := Pack(make([]int8, k*m), k, m)
	a, out := make([]int16, n*k), make([]int32, n*m)
	for b.Loop() {
		Mul(out, a, n, p)
	}
	b.ReportMetric(float64(n*k*m)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}

func BenchmarkAdd(b *testing.B) {
	const n, k, m = 600, 256, 576
	a, w, out, s := make([]float32, n*k), make([]float32, k*m), make([]float32, n*m), make([]float32, k*m)
	for b.Loop() {
		Add(out, a, w, n, k, m, s)
	}
	b.ReportMetric(float64(n*k*m)*float64(b.N)/b.Elapsed().Seconds()/1e9, "GMAC/s")
}
