package render

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// lay makes a graph of points of one height and links given as pairs.
func lay(points int, roots []int, links ...[2]int) *graph {
	g := &graph{}
	for i := range points {
		g.points = append(g.points, point{height: 40, root: slices.Contains(roots, i)})
	}
	for _, l := range links {
		g.links = append(g.links, link{above: l[0], below: l[1]})
	}
	return g
}

func TestArrangePutsTakersToTheRight(t *testing.T) {
	// 0 is an origin; 1 and 2 have it from 0, 3 from 2, and 4 from nobody.
	g := lay(5, []int{0}, [2]int{0, 1}, [2]int{0, 2}, [2]int{2, 3})
	g.arrange(10)
	var got []int
	for _, p := range g.points[:5] {
		got = append(got, p.column)
	}
	if want := []int{0, 1, 1, 2, 2}; !slices.Equal(got, want) {
		t.Errorf("columns %v, want %v: time runs to the right, and 4 came last", got, want)
	}
}

func TestArrangeBreaksCircles(t *testing.T) {
	g := lay(3, nil, [2]int{0, 1}, [2]int{1, 2}, [2]int{2, 0})
	g.arrange(10)
	for _, l := range g.links {
		if g.points[l.above].column >= g.points[l.below].column {
			t.Errorf("a link doesn't lead to the right: %+v", l)
		}
	}
}

func TestArrangeUncrosses(t *testing.T) {
	// Two links that cross when the points stand in their first order.
	g := lay(4, []int{0, 1}, [2]int{0, 3}, [2]int{1, 2})
	columns, _ := g.arrange(10)
	_, right := g.sections()
	if n := g.crossings(columns, right); n != 0 {
		t.Errorf("%d crossings", n)
	}
}

func TestArrangeKeepsPointsApart(t *testing.T) {
	for seed := range uint64(50) {
		random := rand.New(rand.NewPCG(seed, 1))
		n := 2 + random.IntN(30)
		var links [][2]int
		for range random.IntN(2 * n) {
			links = append(links, [2]int{random.IntN(n), random.IntN(n)})
		}
		links = slices.DeleteFunc(links, func(l [2]int) bool { return l[0] == l[1] || l[1] < 2 })
		g := lay(n, []int{0, 1}, links...)
		columns, height := g.arrange(10)
		for _, c := range columns {
			for i := 1; i < len(c); i++ {
				a, b := g.points[c[i-1]], g.points[c[i]]
				if b.y-b.height/2 < a.y+a.height/2+4.99 {
					t.Fatalf("seed %d: points %d and %d overlap", seed, c[i-1], c[i])
				}
			}
		}
		for i, p := range g.points {
			if p.y-p.height/2 < -0.01 || p.y+p.height/2 > height+0.01 {
				t.Fatalf("seed %d: point %d lies outside", seed, i)
			}
		}
	}
}

func TestIsotonic(t *testing.T) {
	for _, c := range []struct{ y, want []float64 }{
		{nil, []float64{}},
		{[]float64{1, 2, 3}, []float64{1, 2, 3}},
		{[]float64{3, 1}, []float64{2, 2}},
		{[]float64{1, 5, 3, 1, 9}, []float64{1, 3, 3, 3, 9}},
	} {
		if got := isotonic(c.y); !slices.Equal(got, c.want) {
			t.Errorf("isotonic(%v) = %v, want %v", c.y, got, c.want)
		}
	}
}

func TestForestHangsFromTheWeightiestLine(t *testing.T) {
	acc := fixture(t)
	s := newStory(1, acc.Stories[0], newShelf(acc))
	got := map[string]string{}
	var walk func(above string, list []*branch)
	walk = func(above string, list []*branch) {
		for _, b := range list {
			got[b.Name()] = above
			walk(b.Name(), b.Children)
		}
	}
	walk("", s.Lineage.Roots)
	for name, want := range map[string]string{
		"a1 Verrin Harbour Post": "Nordwire", // a credit says more than a citation
		"a2 Coast Courier":       "a1 Verrin Harbour Post",
		"a5 Skarn Online":        "a2 Coast Courier",
		"a7":                     "a1 Verrin Harbour Post", // shares: from the earlier one
		"a3 The Meridian":        "",
	} {
		if got[name] != want {
			t.Errorf("%s hangs from %q, want %q", name, got[name], want)
		}
	}
	if len(got) != 12 {
		t.Errorf("%d nodes in the forest, want 3 origins and 9 reports", len(got))
	}
}

func TestFigureFoldsWhatIsTooMuch(t *testing.T) {
	l := lineage{}
	for i := range 200 {
		l.Nodes = append(l.Nodes, &node{index: i, Report: &report{ID: "a", Article: nil}})
		if i > 0 {
			l.Lines = append(l.Lines, &line{Above: l.Nodes[0], Below: l.Nodes[i], Kind: "copies", Share: 0.5})
		}
	}
	f := newFigure(l)
	if len(f.shapes) > reportsDrawn+1 || len(f.ties) > reportsDrawn {
		t.Errorf("%d shapes and %d ties are drawn of 200 reports", len(f.shapes), len(f.ties))
	}
	folded := 0
	for _, s := range f.shapes {
		folded += len(s.folded)
	}
	if folded != 200-reportsDrawn {
		t.Errorf("%d reports are folded", folded)
	}
}
