package render

import (
	"math"
	"slices"
)

// setHeights gives each point its y: as near as may be to its neighbours', but no
// nearer to the next one in its column than gap allows.
func (g *graph) setHeights(columns [][]int, gap float64) float64 {
	left, right := g.sections()
	for _, c := range columns {
		g.stack(c, gap, nil)
	}
	for i := range sweeps {
		near := left
		if i%2 == 1 {
			near = right
		}
		for k := range columns {
			c := columns[k]
			if i%2 == 1 {
				c = columns[len(columns)-1-k]
			}
			want := make([]float64, len(c))
			for j, p := range c {
				want[j] = g.points[p].y
				both := near[p]
				if i == sweeps-1 {
					both = append(slices.Clone(left[p]), right[p]...)
				}
				if len(both) > 0 {
					want[j] = 0
					for _, q := range both {
						want[j] += g.points[q].y / float64(len(both))
					}
				}
			}
			g.stack(c, gap, want)
		}
	}
	return g.trim()
}

// stack puts the points of a column below each other, as near to the wanted
// heights as the squares of the distances say. Without wishes they stand close.
func (g *graph) stack(column []int, gap float64, want []float64) {
	offset := make([]float64, len(column))
	for i := 1; i < len(column); i++ {
		a, b := g.points[column[i-1]], g.points[column[i]]
		between := gap
		if a.bend || b.bend {
			between = gap / 2
		}
		offset[i] = offset[i-1] + (a.height+b.height)/2 + between
	}
	target := make([]float64, len(column))
	if want != nil {
		for i := range column {
			target[i] = want[i] - offset[i]
		}
		target = isotonic(target)
	}
	for i, p := range column {
		g.points[p].y = target[i] + offset[i]
	}
}

// isotonic returns the sequence that never falls and is nearest to y in least
// squares, by pooling neighbours that fall (Ayer et al. 1955).
func isotonic(y []float64) []float64 {
	type pool struct {
		sum float64
		n   int
	}
	var pools []pool
	for _, v := range y {
		p := pool{v, 1}
		for len(pools) > 0 {
			last := pools[len(pools)-1]
			if last.sum*float64(p.n) <= p.sum*float64(last.n) {
				break
			}
			p = pool{p.sum + last.sum, p.n + last.n}
			pools = pools[:len(pools)-1]
		}
		pools = append(pools, p)
	}
	out := make([]float64, 0, len(y))
	for _, p := range pools {
		for range p.n {
			out = append(out, p.sum/float64(p.n))
		}
	}
	return out
}

// trim moves everything so that it begins at 0, and returns the height.
func (g *graph) trim() float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, p := range g.points {
		low, high = min(low, p.y-p.height/2), max(high, p.y+p.height/2)
	}
	if low > high {
		return 0
	}
	for i := range g.points {
		g.points[i].y -= low
	}
	return high - low
}
