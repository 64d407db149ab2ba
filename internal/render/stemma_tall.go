package render

import "strings"

// Sizes of the drawing for a narrow screen.
const (
	tallWidth  = 352.0
	tallIndent = 24.0
	tallGap    = 10.0
	tallDepth  = 6 // levels that are indented
)

// tall draws the lineage from top to bottom: the forest with a node a row, each
// indented below what it hangs from. Further lines stand as text in the box.
func (f figure) tall(anchor string) *drawing {
	t := tallDrawing{figure: f, anchor: anchor, d: &drawing{Width: px(tallWidth), Label: f.label()}}
	t.boxes = make([]box, len(f.shapes))
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
	_, roots := forest(place, lines)
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
	boxes  []box
	x, y   []float64 // left edge and middle of each shape
	bottom float64
	tieOf  map[*line]tie
}

// place gives a branch and all below it their rows.
func (t *tallDrawing) place(b *branch, depth int) {
	i := b.index
	t.x[i] = margin + tallIndent*float64(min(depth, tallDepth))
	t.boxes[i] = t.box(b)
	t.y[i] = t.bottom + t.boxes[i].height()/2
	t.bottom += t.boxes[i].height() + tallGap
	for _, c := range b.Children {
		t.place(c, depth+1)
	}
}

func (t *tallDrawing) draw(b *branch) {
	i := b.index
	t.d.Boxes = append(t.d.Boxes, t.set(i))
	for k, c := range b.Children {
		t.stem(i, c, k, len(b.Children))
		t.draw(c)
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
	top := t.y[parent] + t.boxes[parent].height()/2
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

// box writes what is said of a node: its name, by which line it hangs from what,
// and its further lines.
func (t *tallDrawing) box(b *branch) box {
	s := t.shapes[b.index]
	room := t.room(b.index)
	v := s.box(room, t.anchor)
	v.names = []string{cutToFit(strings.Join(v.names, " "), nameSize, room)}
	if b.Line != nil {
		note := b.Line.Word()
		if b.Line.Share > 0 {
			note += " " + percent(b.Line.Share)
		}
		last := len(v.small) - 1 // the time
		if last < 0 {
			v.small = append(v.small, note)
		} else {
			v.small[last] = cutToFit(note+" · "+v.small[last], smallSize, room)
		}
	}
	for _, o := range b.others() {
		v.small = append(v.small, cutToFit("+ "+strings.ReplaceAll(o, unbroken, " "), smallSize, room))
	}
	return v
}

// room is the width for the text of a box.
func (t *tallDrawing) room(i int) float64 { return tallWidth - margin - t.textX(i) - padding }

func (t *tallDrawing) textX(i int) float64 {
	if t.shapes[i].isOrigin() {
		return t.x[i] + 3*originRadius
	}
	return t.x[i] + padding + 2
}

// set puts a box in its place.
func (t *tallDrawing) set(i int) box {
	v, x, y := t.boxes[i], t.x[i], t.y[i]
	v.X, v.Y, v.W, v.H = px(x), px(y-v.height()/2), px(tallWidth-margin-x), px(v.height())
	if t.shapes[i].isOrigin() {
		v.CX, v.CY = px(x+originRadius), px(y)
	}
	v.text(t.textX(i), y, t.shapes[i].siglum())
	return v
}
