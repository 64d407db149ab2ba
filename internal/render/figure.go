package render

import (
	"cmp"
	"slices"
)

// Above these numbers of nodes the smaller ones are folded.
const (
	reportsDrawn = 30
	originsDrawn = 10
)

// A figure is a lineage ready for drawing: its nodes, some of which stand for
// several, and one line between any two of them.
type figure struct {
	shapes []shape
	ties   []tie
	more   int // lines that are not drawn
	hidden int // origins that are not drawn
}

// A shape is a node, or several that are folded.
type shape struct {
	*node
	folded []*node
}

// A tie is the lines between two shapes; the weightiest stands for all.
type tie struct {
	*line
	above, below int
	number       int
}

// newFigure chooses what is drawn of a lineage, so that one sees whether it has
// one root or many: of the origins those that are counted or that a report hangs
// from. Where it is too large all the same, the reports and origins with the most
// lines are kept, and the others are put together by what they hang from.
func newFigure(l lineage) figure {
	f := figure{more: l.More}
	l = f.hide(l)
	keep := kept(l)
	parent := map[*node]*node{}
	for _, x := range l.Lines {
		if p := parent[x.Below]; p == nil || !keep[p] && keep[x.Above] {
			parent[x.Below] = x.Above
		}
	}
	at := map[*node]int{}
	type group struct {
		origin bool
		above  *node
	}
	groups := map[group]int{}
	for _, n := range l.Nodes {
		if keep[n] {
			at[n] = len(f.shapes)
			f.shapes = append(f.shapes, shape{node: n})
			continue
		}
		g := group{origin: n.Origin != nil}
		if p := parent[n]; keep[p] {
			g.above = p
		}
		i, ok := groups[g]
		if !ok {
			i = len(f.shapes)
			groups[g] = i
			f.shapes = append(f.shapes, shape{node: n})
		}
		f.shapes[i].folded = append(f.shapes[i].folded, n)
		at[n] = i
	}
	f.tie(l.Lines, at)
	f.thin()
	return f
}

// hide takes away the origins that don't tell, with their lines.
func (f *figure) hide(l lineage) lineage {
	gone := map[*node]bool{}
	for _, b := range l.Roots {
		if !b.Telling() {
			gone[b.node] = true
			f.hidden++
		}
	}
	var shown lineage
	for _, n := range l.Nodes {
		if !gone[n] {
			shown.Nodes = append(shown.Nodes, n)
		}
	}
	for _, x := range l.Lines {
		if gone[x.Above] {
			f.more++
		} else {
			shown.Lines = append(shown.Lines, x)
		}
	}
	return shown
}

// tiesDrawn is the number of ties that can still be followed with the eye.
const tiesDrawn = 48

// thin takes ties away where there are too many: those with the smallest share
// first, but never the weightiest that leads to a shape.
func (f *figure) thin() {
	order := make([]int, len(f.ties))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := f.ties[a], f.ties[b]
		return cmp.Or(cmp.Compare(rank[x.Kind], rank[y.Kind]), -cmp.Compare(x.Share, y.Share))
	})
	keep := map[int]bool{}
	reached := map[int]bool{}
	for _, i := range order {
		if t := f.ties[i]; !reached[t.below] {
			reached[t.below], keep[i] = true, true
		}
	}
	for _, i := range order {
		if len(keep) < tiesDrawn {
			keep[i] = true
		}
	}
	var ties []tie
	for i, t := range f.ties {
		if keep[i] {
			ties = append(ties, t)
		} else {
			f.more += t.number
		}
	}
	f.ties = ties
}

// kept chooses the nodes that are drawn by themselves.
func kept(l lineage) map[*node]bool {
	lines := map[*node]int{}
	for _, x := range l.Lines {
		lines[x.Above] += 2 // what others have something from counts for more
		lines[x.Below]++
	}
	nodes := slices.Clone(l.Nodes)
	slices.SortStableFunc(nodes, func(a, b *node) int { return -cmp.Compare(lines[a], lines[b]) })
	keep := map[*node]bool{}
	reports, origins := 0, 0
	for _, n := range nodes {
		number, most := &reports, reportsDrawn
		if n.Origin != nil {
			number, most = &origins, originsDrawn
		}
		if *number++; *number <= most {
			keep[n] = true
		}
	}
	return keep
}

// tie puts the lines between the same two shapes together.
func (f *figure) tie(lines []*line, at map[*node]int) {
	seen := map[[2]int]int{}
	for _, x := range lines {
		ends := [2]int{at[x.Above], at[x.Below]}
		if ends[0] == ends[1] {
			continue
		}
		i, ok := seen[ends]
		if !ok {
			seen[ends] = len(f.ties)
			f.ties = append(f.ties, tie{x, ends[0], ends[1], 1})
			continue
		}
		t := &f.ties[i]
		t.number++
		if cmp.Or(cmp.Compare(rank[t.Kind], rank[x.Kind]), cmp.Compare(x.Share, t.Share)) > 0 {
			t.line = x
		}
	}
}

// isOrigin reports whether the shape stands for origins.
func (s shape) isOrigin() bool { return s.Origin != nil }
