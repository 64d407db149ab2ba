package render

import (
	"cmp"
	"slices"
)

// A graph is what is laid out: points in the order of time and links between
// them. It is drawn in columns from left to right.
type graph struct {
	points []point
	links  []link
}

// A point has a height; roots stay in the first column. Column and y (its middle)
// are what the layout gives it.
type point struct {
	height float64
	root   bool
	bend   bool // not a node but a place where a long link passes a column
	column int
	y      float64
	rank   int // its place in its column
}

// A link leads from the point that was taken from to the point that took. Through
// lists the bends of a long one.
type link struct {
	above, below int
	through      []int
}

// path is all the points that the link passes, from above to below.
func (l link) path() []int { return append(append([]int{l.above}, l.through...), l.below) }

// arrange lays the graph out, after Sugiyama, Tagawa and Toda (1981): circles are
// broken; points get columns, so that each stands right of all it has something
// from and none stands left of an earlier one; long links get bends; the order
// within columns is improved by going over the columns with the means of the
// neighbours; and heights are the least squares that keep the points apart (pool
// adjacent violators). Each step is deterministic. It returns the columns and the
// height that was used.
func (g *graph) arrange(gap float64) (columns [][]int, height float64) {
	g.setColumns(g.order())
	g.addBends()
	columns = g.columns()
	g.orderColumns(columns)
	return columns, g.setHeights(columns, gap)
}

// order sorts the points so that each comes after all it has something from, and
// otherwise by time. Where they go in a circle, the earliest comes first.
func (g *graph) order() []int {
	waiting := make([]int, len(g.points))
	below := make([][]int, len(g.points))
	for _, l := range g.links {
		waiting[l.below]++
		below[l.above] = append(below[l.above], l.below)
	}
	done := make([]bool, len(g.points))
	order := make([]int, 0, len(g.points))
	for len(order) < len(g.points) {
		next := -1
		for i := range g.points {
			if !done[i] && (next < 0 || waiting[i] <= 0 && waiting[next] > 0) {
				next = i
			}
		}
		done[next] = true
		order = append(order, next)
		for _, b := range below[next] {
			waiting[b]--
		}
	}
	return order
}

// setColumns gives each point, in the given order, the first column that is right
// of all it has something from and not left of the point before it.
func (g *graph) setColumns(order []int) {
	place := make([]int, len(g.points))
	for i, p := range order {
		place[p] = i
	}
	for i := range g.links {
		// A link that closes a circle is drawn the other way round.
		if l := &g.links[i]; place[l.above] > place[l.below] {
			l.above, l.below = l.below, l.above
		}
	}
	first := 0
	for _, p := range g.points {
		if p.root {
			first = 1
		}
	}
	latest := first
	for _, i := range order {
		p := &g.points[i]
		if p.root {
			continue
		}
		p.column = latest
		for _, l := range g.links {
			if l.below == i {
				p.column = max(p.column, g.points[l.above].column+1)
			}
		}
		latest = p.column
	}
}

// addBends puts a bend into each column that a link passes.
func (g *graph) addBends() {
	for i := range g.links {
		l := &g.links[i]
		for c := g.points[l.above].column + 1; c < g.points[l.below].column; c++ {
			l.through = append(l.through, len(g.points))
			g.points = append(g.points, point{bend: true, column: c, height: bendHeight})
		}
	}
}

const bendHeight = 8

func (g *graph) columns() [][]int {
	var columns [][]int
	for i, p := range g.points {
		for len(columns) <= p.column {
			columns = append(columns, nil)
		}
		columns[p.column] = append(columns[p.column], i)
	}
	return columns
}

// sections are the links cut at their bends: pairs of points in neighbouring
// columns.
func (g *graph) sections() (left, right [][]int) {
	left, right = make([][]int, len(g.points)), make([][]int, len(g.points))
	for _, l := range g.links {
		path := l.path()
		for i := range len(path) - 1 {
			right[path[i]] = append(right[path[i]], path[i+1])
			left[path[i+1]] = append(left[path[i+1]], path[i])
		}
	}
	return left, right
}

// sweeps is how often the order of the columns is gone over; beyond a handful
// nothing changes any more.
const sweeps = 12

// orderColumns moves points up and down in their columns so that few links cross.
func (g *graph) orderColumns(columns [][]int) {
	left, right := g.sections()
	g.setRanks(columns)
	best, fewest := cloneColumns(columns), g.crossings(columns, right)
	for i := range sweeps {
		if i%2 == 0 {
			for c := 1; c < len(columns); c++ {
				g.sortColumn(columns[c], left)
			}
		} else {
			for c := len(columns) - 2; c >= 0; c-- {
				g.sortColumn(columns[c], right)
			}
		}
		if n := g.crossings(columns, right); n < fewest {
			best, fewest = cloneColumns(columns), n
		}
	}
	copy(columns, best)
	g.setRanks(columns)
}

func cloneColumns(columns [][]int) [][]int {
	c := make([][]int, len(columns))
	for i := range columns {
		c[i] = slices.Clone(columns[i])
	}
	return c
}

func (g *graph) setRanks(columns [][]int) {
	for _, c := range columns {
		for i, p := range c {
			g.points[p].rank = i
		}
	}
}

// sortColumn sorts a column by the mean rank of its neighbours; points without
// any keep their place.
func (g *graph) sortColumn(column []int, neighbours [][]int) {
	mean := make(map[int]float64, len(column))
	for _, p := range column {
		mean[p] = float64(g.points[p].rank)
		if n := neighbours[p]; len(n) > 0 {
			sum := 0
			for _, q := range n {
				sum += g.points[q].rank
			}
			mean[p] = float64(sum) / float64(len(n))
		}
	}
	slices.SortStableFunc(column, func(a, b int) int { return cmp.Compare(mean[a], mean[b]) })
	for i, p := range column {
		g.points[p].rank = i
	}
}

// crossings counts how many pairs of sections cross.
func (g *graph) crossings(columns [][]int, right [][]int) int {
	n := 0
	for _, c := range columns {
		var ends []int // ranks at the right, in the order of the left
		for _, p := range c {
			of := make([]int, 0, len(right[p]))
			for _, q := range right[p] {
				of = append(of, g.points[q].rank)
			}
			slices.Sort(of)
			for _, r := range of {
				for _, e := range ends {
					if e > r {
						n++
					}
				}
			}
			ends = append(ends, of...)
		}
	}
	return n
}
