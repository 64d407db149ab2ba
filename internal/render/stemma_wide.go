package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// wide draws the lineage from left to right, with the times of its columns below.
func (f figure) wide(anchor string) *drawing {
	w := wideDrawing{figure: f, d: &drawing{Label: f.label(), More: f.more, Hidden: f.hidden}}
	for _, s := range f.shapes {
		room := boxWidth - 20
		if s.isOrigin() {
			room = originWidth - 3*originRadius - 4
		}
		b := s.box(room, anchor)
		w.d.Boxes = append(w.d.Boxes, b)
		w.points = append(w.points, point{height: b.height(), root: s.isOrigin()})
	}
	for _, t := range f.ties {
		w.links = append(w.links, link{above: t.above, below: t.below})
	}
	columns, height := w.arrange(rowGap)
	w.setLefts(columns)
	for i := range f.shapes {
		w.setBox(i)
	}
	w.drawCurves()
	height += 2 * margin
	if w.drawTimes(columns, height) {
		height += timesHeight
	}
	width := w.left[len(w.left)-1] + w.columnWidth(len(w.left)-1) + margin
	w.d.Width, w.d.Height, w.d.Fits = px(width), px(height), width <= 1.3*wideTarget
	return w.d
}

// timesHeight is the height of the row of times below the columns.
const timesHeight = 30.0

// sharesShown is the number of lines up to which each has its share written on it.
const sharesShown = 40

type wideDrawing struct {
	figure
	graph
	d     *drawing
	roots bool      // the first column holds origins
	left  []float64 // edges of the columns
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

func (w *wideDrawing) columnWidth(c int) float64 {
	if c == 0 && w.roots {
		return originWidth
	}
	return boxWidth
}

// setLefts spreads the columns over the width of a page, as far as lines stay
// easy to follow.
func (w *wideDrawing) setLefts(columns [][]int) {
	w.roots = len(columns) > 0 && len(columns[0]) > 0 && w.points[columns[0][0]].root
	room := wideTarget - 2*margin
	for c := range columns {
		room -= w.columnWidth(c)
	}
	gap := columnGapMax
	if len(columns) > 1 {
		gap = min(max(room/float64(len(columns)-1), columnGapMin), columnGapMax)
	}
	x := margin
	for c := range max(len(columns), 1) {
		w.left = append(w.left, x)
		x += w.columnWidth(c) + gap
	}
}

func (w *wideDrawing) setBox(i int) {
	b, s, p := &w.d.Boxes[i], w.shapes[i], w.points[i]
	x, y := w.left[p.column], p.y+margin
	width := w.columnWidth(p.column)
	b.X, b.Y, b.W, b.H = px(x), px(y-p.height/2), px(width), px(p.height)
	if s.isOrigin() {
		b.CX, b.CY, b.TextAnchor = px(x+width-originRadius), px(y), "end"
		b.text(x+width-3*originRadius, y, "")
		return
	}
	b.text(x+10, y, s.siglum())
}

// drawCurves draws the ties. Where several leave or reach a shape, each has its
// own place on its side, in the order of where they lead.
func (w *wideDrawing) drawCurves() {
	out, in := w.ports()
	for i, t := range w.ties {
		l := w.links[i]
		a, b := w.points[l.above], w.points[l.below]
		x, y := w.left[a.column]+w.columnWidth(a.column), a.y+margin+out[i]
		path := "M" + px(x) + " " + px(y)
		for _, q := range l.through {
			p := w.points[q]
			path += bow(x, y, w.left[p.column], p.y+margin)
			x, y = w.left[p.column]+w.columnWidth(p.column), p.y+margin
			path += " H" + px(x)
		}
		endX, endY := w.left[b.column], b.y+margin+in[i]
		path += bow(x, y, endX, endY)
		c := t.curve()
		c.Path = path
		c.X, c.Y = px(endX-6), px(endY-stroke(t.Share)/2-4)
		if t.Share > 0 && len(w.ties) <= sharesShown {
			c.Label = percent(t.Share)
		}
		w.d.Curves = append(w.d.Curves, c)
	}
}

// bow is a curve that leaves and arrives level.
func bow(x0, y0, x1, y1 float64) string {
	mid := (x0 + x1) / 2
	return fmt.Sprintf(" C%s %s %s %s %s %s", px(mid), px(y0), px(mid), px(y1), px(x1), px(y1))
}

// ports gives each tie its offsets from the middle of the shapes it joins.
func (w *wideDrawing) ports() (out, in []float64) {
	out, in = make([]float64, len(w.ties)), make([]float64, len(w.ties))
	from, to := make([][]int, len(w.shapes)), make([][]int, len(w.shapes))
	for i, l := range w.links {
		from[l.above] = append(from[l.above], i)
		to[l.below] = append(to[l.below], i)
	}
	for i, s := range w.shapes {
		height := w.points[i].height - 8
		if !s.isOrigin() { // lines leave a circle from its middle
			w.spread(from[i], out, height, func(path []int) int { return path[1] })
		}
		w.spread(to[i], in, height, func(path []int) int { return path[len(path)-2] })
	}
	return out, in
}

// spread sets the offsets of ties that share a side, in the order of the heights
// of the points they pass next.
func (w *wideDrawing) spread(ties []int, offsets []float64, height float64, next func(path []int) int) {
	y := func(i int) float64 { return w.points[next(w.links[i].path())].y }
	slices.SortStableFunc(ties, func(a, b int) int { return cmp.Compare(y(a), y(b)) })
	step := min(11, height/float64(len(ties)))
	for k, i := range ties {
		offsets[i] = (float64(k) - float64(len(ties)-1)/2) * step
	}
}

// drawTimes writes below each column when its reports came out, where that is
// known of half of them. It reports whether it has written any.
func (w *wideDrawing) drawTimes(columns [][]int, y float64) bool {
	for c, column := range columns {
		var known []string
		reports := 0
		for _, i := range column {
			if i < len(w.shapes) && !w.shapes[i].isOrigin() {
				reports += max(1, len(w.shapes[i].folded))
				known = append(known, w.shapes[i].times()...)
			}
		}
		if len(known) > 0 && 2*len(known) >= reports {
			slices.Sort(known)
			w.d.Times = append(w.d.Times, timeLabel{
				X: px(w.left[c]), Right: px(w.left[c] + boxWidth), Y: px(y), TextY: px(y + 18),
				Text: span(known[0], known[len(known)-1]),
			})
		}
	}
	return len(w.d.Times) > 0
}

// times are the known times of publication of what a shape stands for.
func (s shape) times() []string {
	nodes := s.folded
	if len(nodes) == 0 {
		nodes = []*node{s.node}
	}
	var list []string
	for _, n := range nodes {
		if n.Report != nil && n.Report.Article.Published != nil && n.Report.Article.Published.Time != "" {
			list = append(list, n.Report.Article.Published.Time)
		}
	}
	return list
}

// span writes a stretch of time: "4 Mar 2031, 08:10–09:40", "4 Mar – 6 Mar 2031".
func span(from, to string) string {
	f, t := when(from), when(to)
	if f == t {
		return f
	}
	dayFrom, clockFrom, _ := strings.Cut(f, ", ")
	dayTo, clockTo, _ := strings.Cut(t, ", ")
	switch {
	case dayFrom != dayTo:
		if len(from) >= 10 && len(to) >= 10 {
			return period(from[:10], to[:10])
		}
		return dayFrom + " – " + dayTo
	case clockFrom == "" || clockTo == "":
		return dayFrom
	}
	return f + "–" + clockTo
}
