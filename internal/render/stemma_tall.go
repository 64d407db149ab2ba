package render

// Sizes of the drawing for a narrow screen.
const (
	tallWidth  = 352.0
	tallIndent = 24.0
	tallRow    = 54.0
	tallGutter = 30.0
	tallDepth  = 6 // levels that are indented
)

// tall draws the lineage from top to bottom: the forest with a node a row, each
// indented below what it hangs from, and the further lines as bows on the right.
func (f figure) tall(anchor string) *drawing {
	t := tallDrawing{figure: f, anchor: anchor, d: &drawing{Width: px(tallWidth), Label: f.label()}}
	t.y = make([]float64, len(f.shapes))
	t.x = make([]float64, len(f.shapes))
	nodes := make([]*node, len(f.shapes))
	place := make([]*node, len(f.shapes))
	for i := range f.shapes {
		nodes[i] = &node{Origin: f.shapes[i].Origin, Report: f.shapes[i].Report, index: i}
		place[i] = nodes[i]
	}
	lines := make([]*line, len(f.ties))
	t.tieOf = map[*line]tie{}
	for i, x := range f.ties {
		l := *x.line
		l.Above, l.Below = nodes[x.above], nodes[x.below]
		lines[i] = &l
		t.tieOf[&l] = x
	}
	roots := forest(place, lines)
	for _, b := range roots {
		t.place(b, 0)
	}
	for _, b := range roots {
		t.draw(b)
	}
	t.d.Height = px(t.bottom + margin)
	return t.d
}

type tallDrawing struct {
	figure
	anchor string
	d      *drawing
	x, y   []float64 // left edge and middle of each shape
	bottom float64
	tieOf  map[*line]tie
	bows   int
}

// place gives a branch and all below it their rows.
func (t *tallDrawing) place(b *branch, depth int) {
	i := b.index
	t.x[i] = margin + tallIndent*float64(min(depth, tallDepth))
	t.y[i] = t.bottom + tallRow/2
	t.bottom += tallRow
	for _, c := range b.Children {
		t.place(c, depth+1)
	}
}

func (t *tallDrawing) draw(b *branch) {
	i := b.index
	t.d.Boxes = append(t.d.Boxes, t.tallBox(b))
	for k, c := range b.Children {
		t.stem(i, c, k, len(b.Children))
		t.draw(c)
	}
	for _, l := range b.Others {
		t.bow(l)
	}
}

// stem draws the line from a node down to the k-th of its children. Those further
// down stand further left, so that they don't cross.
func (t *tallDrawing) stem(parent int, child *branch, k, children int) {
	step := 5.0
	if children > 3 {
		step = 12 / float64(children-1)
	}
	x := t.x[parent] + 6 + step*float64(children-1-k)
	top := t.y[parent] + boxHeight/2
	if t.shapes[parent].isOrigin() {
		top = t.y[parent] + originRadius
		if children == 1 {
			x = t.x[parent] + originRadius
		}
	}
	end := t.x[child.index]
	r := min(6, end-x)
	y := t.y[child.index]
	c := t.tieOf[child.Line].curve()
	c.Path = "M" + px(x) + " " + px(top) + " V" + px(y-r) + " Q" + px(x) + " " + px(y) + " " + px(x+r) + " " + px(y) + " H" + px(end)
	t.d.Curves = append(t.d.Curves, c)
}

// bow draws a further line at the right edge.
func (t *tallDrawing) bow(l *line) {
	x := tallWidth - margin - tallGutter
	a, b := l.Above.index, l.Below.index
	out := 10 + float64(t.bows%3)*8
	t.bows++
	c := t.tieOf[l].curve()
	c.Path = "M" + px(x) + " " + px(t.y[a]+6) + " C" + px(x+out) + " " + px(t.y[a]+6) + " " + px(x+out) + " " + px(t.y[b]-6) + " " + px(x) + " " + px(t.y[b]-6)
	t.d.Curves = append(t.d.Curves, c)
}

func (t *tallDrawing) tallBox(b *branch) box {
	i := b.index
	x, y, s := t.x[i], t.y[i], t.shapes[i]
	width := tallWidth - margin - tallGutter - x
	v := s.box(width-24, t.anchor)
	if b.Line != nil {
		note := t.tieOf[b.Line].Word()
		if b.Line.Share > 0 {
			note += " " + percent(b.Line.Share)
		}
		v.Small = cutToFit(note+" · "+v.Small, 11.5, width-20)
	}
	v.X, v.Y, v.W, v.H = px(x), px(y-boxHeight/2), px(width), px(boxHeight)
	v.CX, v.CY = px(x+originRadius), px(y)
	v.TextX, v.NameY, v.SmallY = px(x+10), px(y-3), px(y+14)
	if s.isOrigin() {
		v.TextX = px(x + 3*originRadius)
	}
	return v
}
