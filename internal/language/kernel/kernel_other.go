//go:build !amd64

package kernel

func mul4(k int, a, panel []int16, out []int32, m int) {
	for i := range 4 {
		mul1Go(k, a[i*k:], panel, out[i*m:])
	}
}

func mul1(k int, a, panel []int16, out []int32) { mul1Go(k, a, panel, out) }

func add4(k int, a, panel, out []float32, m int) {
	for i := range 4 {
		add1(k, a[i*k:], panel, out[i*m:])
	}
}

func dot(a, b []int16) int32 { return dotGo(a, b) }

func dotFloat(a, b []float32) float32 { return dotFloatGo(a, b) }

func addScaled(y, x []float32, f float32) { addScaledGo(y, x, f) }

func step(r *Recurrence, out []int16, cell []float32, sums []int32, skip []int16) {
	stepGo(r, out, cell, sums, skip)
}
