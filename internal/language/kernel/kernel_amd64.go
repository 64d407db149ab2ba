package kernel

import "golang.org/x/sys/cpu"

var hasAVX2 = cpu.X86.HasAVX2 && cpu.X86.HasFMA

//go:noescape
func mul4AVX2(pairs int, a *int16, stride int, panel *int16, out *int32, m int)

//go:noescape
func mul1AVX2(pairs int, a *int16, panel *int16, out *int32)

//go:noescape
func add4AVX2(k int, a *float32, panel *float32, out *float32, m int)

//go:noescape
func dotAVX2(blocks int, a, b *int16) int32

func dot(a, b []int16) int32 {
	if !hasAVX2 {
		return dotGo(a, b)
	}
	return dotAVX2(len(a)/Panel, &a[0], &b[0])
}

//go:noescape
func dotFloatAVX2(blocks int, a, b *float32) float32

//go:noescape
func addScaledAVX2(blocks int, y, x *float32, f float32)

func dotFloat(a, b []float32) float32 {
	if !hasAVX2 {
		return dotFloatGo(a, b)
	}
	return dotFloatAVX2(len(a)/8, &a[0], &b[0])
}

func addScaled(y, x []float32, f float32) {
	if !hasAVX2 {
		addScaledGo(y, x, f)
		return
	}
	addScaledAVX2(len(y)/8, &y[0], &x[0], f)
}

func mul4(k int, a, panel []int16, out []int32, m int) {
	if !hasAVX2 {
		for i := range 4 {
			mul1Go(k, a[i*k:], panel, out[i*m:])
		}
		return
	}
	_, _, _ = a[4*k-1], panel[k*Panel-1], out[3*m+Panel-1]
	mul4AVX2(k/2, &a[0], 2*k, &panel[0], &out[0], 4*m)
}

func mul1(k int, a, panel []int16, out []int32) {
	if !hasAVX2 {
		mul1Go(k, a, panel, out)
		return
	}
	_, _, _ = a[k-1], panel[k*Panel-1], out[Panel-1]
	mul1AVX2(k/2, &a[0], &panel[0], &out[0])
}

func add4(k int, a, panel, out []float32, m int) {
	if !hasAVX2 {
		for i := range 4 {
			add1(k, a[i*k:], panel, out[i*m:])
		}
		return
	}
	_, _, _ = a[4*k-1], panel[k*Panel-1], out[3*m+Panel-1]
	add4AVX2(k, &a[0], &panel[0], &out[0], 4*m)
}

// stepConstants are what stepAVX2 fills registers with.
var stepConstants = [...]float32{256, 2048.5, 4096.5, Unit, 16384.5, 15.99, -15.99, 1.0 / Unit}

//go:noescape
func stepAVX2(blocks int, params, cell *float32, sums *int32, units int, skip, out *int16, table, constants *float32)

func step(r *Recurrence, out []int16, cell []float32, sums []int32, skip []int16) {
	if !hasAVX2 {
		stepGo(r, out, cell, sums, skip)
		return
	}
	var input *int16
	if skip != nil {
		input = &skip[0]
	}
	stepAVX2(r.units/gateWidth, &r.blocks[0], &cell[0], &sums[0], 4*r.units, input, &out[0], &sigmoids[0], &stepConstants[0])
}
