// Package kernel multiplies matrices: in float32 for training the models, and in
// integers for applying them.
//
// Applying a model must give the same result on every machine. Sums of integers
// don't depend on their order, so the vector instructions of one machine and the
// plain loops of another agree to the bit: activations are int16, weights are
// int8 widened to int16, sums are int32.
//
// The layout is that of GotoBLAS (Goto and van de Geijn, "Anatomy of
// High-Performance Matrix Multiplication", 2008): the right factor is packed once
// into panels of 16 columns, and 4 rows are multiplied with a panel at a time.
package kernel

// Panel is the number of columns in a panel. The columns of every right factor
// are padded to a multiple of it.
const Panel = 16

// Round rounds n up to a multiple of Panel.
func Round(n int) int { return (n + Panel - 1) / Panel * Panel }

// Packed is a matrix of rows × cols weights, packed as the right factor of
// [Mul]. cols is a multiple of Panel, rows is even.
type Packed struct {
	rows, cols int
	w          []int16 // panel, pair of rows, column, row of the pair
}

// Rows and Cols are the shape of the matrix.
func (p *Packed) Rows() int { return p.rows }
func (p *Packed) Cols() int { return p.cols }

// Pack packs the row-major weights w.
func Pack(w []int8, rows, cols int) *Packed {
	if rows%2 != 0 || cols%Panel != 0 || len(w) != rows*cols {
		panic("kernel: shape of weights can't be packed")
	}
	p := &Packed{rows, cols, make([]int16, len(w))}
	n := 0
	for c := 0; c < cols; c += Panel {
		for r := 0; r < rows; r += 2 {
			for j := range Panel {
				p.w[n] = int16(w[r*cols+c+j])
				p.w[n+1] = int16(w[(r+1)*cols+c+j])
				n += 2
			}
		}
	}
	return p
}

// Mul sets out = a·p. a has n rows of p.Rows() activations, out n rows of
// p.Cols() sums. The activations must be small enough for the sums to fit: below
// 2¹⁴ for up to 1,024 rows.
func Mul(out []int32, a []int16, n int, p *Packed) {
	k, m := p.rows, p.cols
	if n == 0 || m == 0 || k == 0 {
		return
	}
	_, _ = a[n*k-1], out[n*m-1]
	for c := 0; c < m; c += Panel {
		panel := p.w[c*k : (c+Panel)*k]
		i := 0
		for ; i+4 <= n; i += 4 {
			mul4(k, a[i*k:], panel, out[i*m+c:], m)
		}
		for ; i < n; i++ {
			mul1(k, a[i*k:], panel, out[i*m+c:])
		}
	}
}

// mul1Go multiplies one row of a with a panel.
func mul1Go(k int, a, panel []int16, out []int32) {
	var sum [Panel]int32
	for i := 0; i < k; i += 2 {
		x, y := int32(a[i]), int32(a[i+1])
		w := panel[i*Panel : i*Panel+2*Panel]
		for j := range sum {
			sum[j] += x*int32(w[2*j]) + y*int32(w[2*j+1])
		}
	}
	copy(out, sum[:])
}

// Dot is the product of two vectors of the same length, a multiple of Panel.
// Their values must be small enough for the sum to fit.
func Dot(a, b []int16) int32 {
	if len(a) != len(b) || len(a)%Panel != 0 || len(a) == 0 {
		panic("kernel: vectors don't match")
	}
	return dot(a, b)
}

func dotGo(a, b []int16) int32 {
	var sum int32
	for i, x := range a {
		sum += int32(x) * int32(b[i])
	}
	return sum
}

// Add adds a·b to out, row-major: n×k times k×m. m is a multiple of Panel.
// scratch holds at least k*m values. It is meant for training, and may differ in
// the last bit between kinds of machine.
func Add(out, a, b []float32, n, k, m int, scratch []float32) {
	if n == 0 || k == 0 {
		return
	}
	if m%Panel != 0 {
		panic("kernel: columns must fill panels")
	}
	packed := scratch[:k*m]
	for c := 0; c < m; c += Panel {
		p := packed[c*k : (c+Panel)*k]
		for r := range k {
			copy(p[r*Panel:r*Panel+Panel], b[r*m+c:r*m+c+Panel])
		}
	}
	for c := 0; c < m; c += Panel {
		p := packed[c*k : (c+Panel)*k]
		i := 0
		for ; i+4 <= n; i += 4 {
			add4(k, a[i*k:], p, out[i*m+c:], m)
		}
		for ; i < n; i++ {
			add1(k, a[i*k:], p, out[i*m+c:])
		}
	}
}

func add1(k int, a, panel, out []float32) {
	var sum [Panel]float32
	for i := range k {
		x := a[i]
		w := panel[i*Panel : i*Panel+Panel]
		for j := range sum {
			sum[j] += x * w[j]
		}
	}
	for j := range sum {
		out[j] += sum[j]
	}
}

// DotFloat is the product of two vectors of the same length, a multiple of 8,
// for training.
func DotFloat(a, b []float32) float32 {
	if len(a) != len(b) || len(a)%8 != 0 || len(a) == 0 {
		panic("kernel: vectors don't match")
	}
	return dotFloat(a, b)
}

func dotFloatGo(a, b []float32) float32 {
	var sum float32
	for i, x := range a {
		sum += x * b[i]
	}
	return sum
}

// AddScaled adds f·x to y. Their length is a multiple of 8. It is for training.
func AddScaled(y, x []float32, f float32) {
	if len(y) != len(x) || len(y)%8 != 0 || len(y) == 0 {
		panic("kernel: vectors don't match")
	}
	addScaled(y, x, f)
}

func addScaledGo(y, x []float32, f float32) {
	for i, v := range x {
		y[i] += f * v
	}
}

// Transpose sets out to the transpose of a, which is n×m.
func Transpose(out, a []float32, n, m int) {
	const block = 16
	for i0 := 0; i0 < n; i0 += block {
		for j0 := 0; j0 < m; j0 += block {
			for i := i0; i < min(i0+block, n); i++ {
				for j := j0; j < min(j0+block, m); j++ {
					out[j*n+i] = a[i*m+j]
				}
			}
		}
	}
}
