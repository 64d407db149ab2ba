package render

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A drawing is a stemma as shapes: curves for lines, drawn first, and boxes for
// nodes. Numbers are in pixels, written as SVG wants them.
type drawing struct {
	Width, Height string
	Label         string // what is drawn, in counts
	Curves        []curve
	Boxes         []box
}

// A curve is a line of the lineage, or several that were folded into one.
type curve struct {
	Kind   string
	Path   string
	Stroke string // its width
	Href   string
	Title  string // who has it from whom
	Desc   string // share and certainty
	Label  string // the share, where there is room for it
	X, Y   string // of the label
}

// A box is a node: a report as a rectangle, an origin as a circle, or a number of
// nodes that are folded into one.
type box struct {
	Class                string // "report", "origin", "fold"
	X, Y, W, H           string
	CX, CY               string // of the circle, or of what stands for it
	TextX, NameY, SmallY string
	TextAnchor           string // "end" where the text ends at TextX
	Siglum, Name, Small  string
	Title                string
	Href                 string
}

// Circle reports whether the node is drawn as a circle.
func (b box) Circle() bool { return strings.HasPrefix(b.Class, "origin") }

// Sizes of a drawing.
const (
	boxWidth     = 164.0
	boxHeight    = 46.0
	originWidth  = 190.0
	originHeight = 40.0
	originRadius = 8.0
	rowGap       = 14.0
	wideTarget   = 1080.0
	columnGapMin = 72.0
	columnGapMax = 170.0
	strokeMin    = 1.6
	strokeMax    = 10.0
	margin       = 8.0
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

// newFigure folds a lineage that is too large to be drawn: the reports and
// origins with the most lines are kept, the others are put together by what they
// hang from.
func newFigure(l lineage) figure {
	keep := kept(l)
	parent := map[*node]*node{}
	for _, x := range l.Lines {
		if p := parent[x.Below]; p == nil || !keep[p] && keep[x.Above] {
			parent[x.Below] = x.Above
		}
	}
	f := figure{}
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
	return f
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

// Core is the width of the light core of a line that is drawn double.
func (c curve) Core() string {
	w, _ := strconv.ParseFloat(c.Stroke, 64)
	return px(max(w-3, 1.2))
}

// isOrigin reports whether the shape stands for origins.
func (s shape) isOrigin() bool { return s.Origin != nil }

// box fills in what is written on a shape; where it stands is set by the layout.
// Room is the width for the text.
func (s shape) box(room float64, anchor string) box {
	if len(s.folded) > 1 {
		noun, class := "report", "fold"
		if s.isOrigin() {
			noun, class = "origin", "origin fold"
		}
		var names []string
		for _, n := range s.folded[:min(len(s.folded), 40)] {
			names = append(names, n.Name())
		}
		return box{Class: class, Name: "+ " + count(len(s.folded), noun), Title: strings.Join(names, ", "), Href: "#" + anchor + "-lines"}
	}
	if o := s.Origin; o != nil {
		b := box{Class: "origin", Name: cutToFit(o.Name, 13, room), Small: o.Kind, Title: o.Name + ", " + o.Kind}
		if len(o.Places) > 0 {
			b.Href = o.Places[0].Href
		}
		return b
	}
	r := s.Report
	return box{
		Class:  "report",
		Siglum: r.ID,
		Name:   cutToFit(r.Name(), 13, room-textWidth(r.ID, 13)-6),
		Small:  r.When(),
		Title:  r.Label() + ", " + r.When(),
		Href:   "#" + r.Anchor,
	}
}

// curve fills in what a tie says; its path is set by the layout.
func (t tie) curve() curve {
	c := curve{
		Kind:   t.Kind,
		Stroke: px(stroke(t.Share)),
		Href:   "#" + t.Anchor,
		Title:  t.Below.Name() + " " + t.Word() + " " + t.Above.Name(),
		Desc:   t.Measure(),
	}
	if t.number > 1 {
		c.Desc = count(t.number, "line") + "; " + c.Desc
	}
	return c
}

// stroke is the width of a line that stands for a share of text.
func stroke(share float64) float64 {
	if !finite(share) || share <= 0 {
		return strokeMin
	}
	return strokeMin + (strokeMax-strokeMin)*min(share, 1)
}

// px writes a length with at most one decimal.
func px(f float64) string { return strconv.FormatFloat(float64(int(f*10+0.5))/10, 'f', -1, 64) }

// textWidth estimates the width of text in a sans-serif font of a size.
func textWidth(s string, size float64) float64 {
	w := 0.0
	for _, r := range s {
		switch {
		case strings.ContainsRune("iljI.,:;'’|!()[] ft", r):
			w += 0.34
		case strings.ContainsRune("mwMW@—…", r):
			w += 0.9
		case r >= 'A' && r <= 'Z':
			w += 0.7
		case r >= 0x1100 && displayWidth(string(r)) == 2:
			w += 1
		default:
			w += 0.58
		}
	}
	return w * size
}

// cutToFit shortens text to a width.
func cutToFit(s string, size, width float64) string {
	if textWidth(s, size) <= width {
		return s
	}
	runes := []rune(s)
	for len(runes) > 1 && textWidth(string(runes)+"…", size) > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ") + "…"
}

// wide draws the lineage from left to right.
func (f figure) wide(anchor string) *drawing {
	g := graph{}
	for _, s := range f.shapes {
		p := point{height: boxHeight, root: s.isOrigin()}
		if p.root {
			p.height = originHeight
		}
		g.points = append(g.points, p)
	}
	for _, t := range f.ties {
		g.links = append(g.links, link{above: t.above, below: t.below})
	}
	columns, height := g.arrange(rowGap)
	left := columnLefts(columns, f)
	d := &drawing{
		Width:  px(left[len(left)-1] + boxWidth + 2*margin),
		Height: px(height + 2*margin),
		Label:  f.label(),
	}
	for i, s := range f.shapes {
		p := g.points[i]
		d.Boxes = append(d.Boxes, s.wideBox(left[p.column]+margin, p.y+margin, anchor))
	}
	f.drawCurves(d, &g, left)
	return d
}

func (f figure) label() string {
	reports, origins := 0, 0
	for _, s := range f.shapes {
		n := max(1, len(s.folded))
		if s.isOrigin() {
			origins += n
		} else {
			reports += n
		}
	}
	label := count(reports, "report")
	if origins > 0 {
		label = count(origins, "origin") + ", " + label
	}
	return "Lineage: " + label
}

// columnLefts are the left edges of the columns, spread over the width of a page
// as far as lines stay easy to follow.
func columnLefts(columns [][]int, f figure) []float64 {
	first := boxWidth
	if len(columns) > 0 && len(columns[0]) > 0 && f.shapes[columns[0][0]].isOrigin() {
		first = originWidth
	}
	gap := columnGapMax
	if n := float64(len(columns) - 1); n > 0 {
		gap = min(max((wideTarget-first-n*boxWidth)/n, columnGapMin), columnGapMax)
	}
	left := make([]float64, max(len(columns), 1))
	for c := 1; c < len(columns); c++ {
		width := boxWidth
		if c == 1 {
			width = first
		}
		left[c] = left[c-1] + width + gap
	}
	return left
}

func (s shape) wideBox(x, y float64, anchor string) box {
	if s.isOrigin() {
		b := s.box(originWidth-3*originRadius-4, anchor)
		b.X, b.Y, b.W, b.H = px(x), px(y-originHeight/2), px(originWidth), px(originHeight)
		b.CX, b.CY = px(x+originWidth-originRadius), px(y)
		b.TextX, b.NameY, b.SmallY, b.TextAnchor = px(x+originWidth-3*originRadius), px(y-2), px(y+14), "end"
		return b
	}
	b := s.box(boxWidth-20, anchor)
	b.X, b.Y, b.W, b.H = px(x), px(y-boxHeight/2), px(boxWidth), px(boxHeight)
	b.TextX, b.NameY, b.SmallY = px(x+10), px(y-3), px(y+14)
	return b
}

// drawCurves draws the ties. Where several leave or reach a shape, each has its
// own place on its side, in the order of where they lead.
func (f figure) drawCurves(d *drawing, g *graph, left []float64) {
	out, in := f.ports(g)
	for i, t := range f.ties {
		l := g.links[i]
		a, b := g.points[l.above], g.points[l.below]
		x, y := left[a.column]+margin+f.width(l.above), a.y+margin+out[i]
		path := "M" + px(x) + " " + px(y)
		for _, q := range l.through {
			p := g.points[q]
			px0, px1 := left[p.column]+margin, left[p.column]+margin+boxWidth
			path += bow(x, y, px0, p.y+margin) + " H" + px(px1)
			x, y = px1, p.y+margin
		}
		endX, endY := left[b.column]+margin, b.y+margin+in[i]
		path += bow(x, y, endX, endY)
		c := t.curve()
		c.Path = path
		if t.Share > 0 && len(f.ties) <= 40 {
			c.Label, c.X, c.Y = percent(t.Share), px((x+endX)/2), px((y+endY)/2+4)
		}
		d.Curves = append(d.Curves, c)
	}
}

func (f figure) width(i int) float64 {
	if i < len(f.shapes) && f.shapes[i].isOrigin() {
		return originWidth
	}
	return boxWidth
}

// bow is a curve that leaves and arrives level.
func bow(x0, y0, x1, y1 float64) string {
	mid := (x0 + x1) / 2
	return fmt.Sprintf(" C%s %s %s %s %s %s", px(mid), px(y0), px(mid), px(y1), px(x1), px(y1))
}

// ports gives each tie its offsets from the middle of the shapes it joins.
func (f figure) ports(g *graph) (out, in []float64) {
	out, in = make([]float64, len(f.ties)), make([]float64, len(f.ties))
	from, to := map[int][]int{}, map[int][]int{}
	for i, l := range g.links {
		from[l.above] = append(from[l.above], i)
		to[l.below] = append(to[l.below], i)
	}
	next := func(i int, forward bool) float64 {
		l := g.links[i]
		path := append(append([]int{l.above}, l.through...), l.below)
		if forward {
			return g.points[path[1]].y
		}
		return g.points[path[len(path)-2]].y
	}
	spread := func(ties []int, offsets []float64, height float64, forward bool) {
		slices.SortStableFunc(ties, func(a, b int) int { return cmp.Compare(next(a, forward), next(b, forward)) })
		step := min(11, height/float64(len(ties)))
		for k, i := range ties {
			offsets[i] = (float64(k) - float64(len(ties)-1)/2) * step
		}
	}
	for i, s := range f.shapes {
		if !s.isOrigin() { // lines leave a circle from its middle
			spread(from[i], out, boxHeight-8, true)
		}
		spread(to[i], in, boxHeight-8, false)
	}
	return out, in
}
