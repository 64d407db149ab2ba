package render

import (
	"slices"
	"strconv"
	"strings"
)

// A drawing is a stemma as shapes: curves for lines, drawn first, and boxes for
// nodes. Numbers are in pixels, written as SVG wants them.
type drawing struct {
	Width, Height string
	Fits          bool   // may be made as narrow as the page and still be read
	Label         string // what is drawn, in counts
	Curves        []curve
	Boxes         []box
	Times         []timeLabel
	More, Hidden  int // lines and origins that are not drawn
}

// Has reports whether a line of a kind is drawn.
func (d *drawing) Has(kind string) bool {
	return slices.ContainsFunc(d.Curves, func(c curve) bool { return c.Kind == kind })
}

// A timeLabel says below a column when its reports came out.
type timeLabel struct{ X, Right, Y, TextY, Text string }

// A curve is a line of the lineage, or several that were folded into one.
type curve struct {
	Kind   string
	Path   string
	Stroke string // its width
	Href   string
	Title  string // who has it from whom
	Desc   string // share and certainty
	Label  string // the share, where there is room for it
	X, Y   string // of the label and of Desc; empty where there is no room
}

// A box is a node: a report as a rectangle, an origin as a circle, or a number of
// nodes that are folded into one.
type box struct {
	Class      string // "report", "origin", with "fold" where it stands for several
	X, Y, W, H string
	CX, CY     string // of the circle; empty where there is none
	TextX      string // where each row of text begins
	TextAnchor string // "end" where it ends there
	Rows       []row  // of text
	Title      string // all that there is to say
	Href       string

	names []string // the name, on one or two rows
	small []string
}

// A row is a row of text in a box.
type row struct {
	Y, Siglum, Text string
	Small           bool
}

// Core is the width of the light core of a line that is drawn double.
func (c curve) Core() string {
	w, _ := strconv.ParseFloat(c.Stroke, 64)
	return px(max(w-3, 1.2))
}

// box fills in what is written on a shape; where it stands is set by the layout.
// Room is the width for the text.
func (s shape) box(room float64, anchor string) box {
	if len(s.folded) > 1 {
		noun, class := "report", "report fold"
		if s.isOrigin() {
			noun, class = "origin", "origin fold"
		}
		var names []string
		for _, n := range s.folded[:min(len(s.folded), 40)] {
			names = append(names, n.Name())
		}
		return box{Class: class, names: []string{"+ " + count(len(s.folded), noun)}, Title: strings.Join(names, ", "), Href: "#" + anchor + "-lines"}
	}
	if o := s.Origin; o != nil {
		b := box{Class: "origin", names: fit(o.Name, nameSize+1, room, 2), small: []string{o.Kind}, Title: o.Name + ", " + o.Kind}
		if o.Counted {
			b.Class = "origin counted"
		}
		if len(o.Places) > 0 {
			b.Href = o.Places[0].Href
		}
		return b
	}
	r := s.Report
	b := box{Class: "report", names: fit(r.Label(), nameSize, room, 2), small: []string{r.When()}, Title: r.Label() + ", " + r.When(), Href: "#" + r.Anchor}
	if r.Outlet == "" {
		b.names = []string{r.ID + " " + r.Name()}
		if r.Title != "" {
			b.small = []string{cutToFit(r.Title, smallSize, room), r.When()}
			b.Title += ", " + r.Title
		}
	}
	return b
}

// height is what a box with its text needs.
func (b box) height() float64 {
	return lineHeight*float64(len(b.names)+len(b.small)) + 2*padding
}

// text sets the rows around the middle y of the box.
func (b *box) text(x, y float64, siglum string) {
	b.TextX = px(x)
	y -= b.height()/2 - padding - 12
	for i, n := range b.names {
		r := row{Y: px(y), Text: n}
		if rest, ok := strings.CutPrefix(n+" ", siglum+" "); ok && i == 0 && siglum != "" {
			r.Siglum, r.Text = siglum, strings.TrimSuffix(rest, " ")
		}
		b.Rows = append(b.Rows, r)
		y += lineHeight
	}
	for _, n := range b.small {
		b.Rows = append(b.Rows, row{Y: px(y), Text: n, Small: true})
		y += lineHeight
	}
}

// siglum is what stands before the name of a report.
func (s shape) siglum() string {
	if s.Report == nil || len(s.folded) > 1 {
		return ""
	}
	return s.Report.ID
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

// fit sets text on at most two rows of a width, and cuts off what is left.
func fit(s string, size, width float64, rows int) []string {
	if textWidth(s, size) <= width || rows <= 1 {
		return []string{cutToFit(s, size, width)}
	}
	at := 0
	for i, r := range s {
		if r == ' ' && textWidth(s[:i], size) <= width {
			at = i
		}
	}
	if at == 0 {
		return []string{cutToFit(s, size, width)}
	}
	return append([]string{s[:at]}, fit(s[at+1:], size, width, rows-1)...)
}

// cutToFit shortens text to a width.
func cutToFit(s string, size, width float64) string {
	if textWidth(s, size) <= width {
		return s
	}
	runes := []rune(s)
	runes = runes[:min(len(runes), 80)]
	for len(runes) > 1 && textWidth(string(runes)+"…", size) > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ") + "…"
}

// Sizes of a drawing.
const (
	boxWidth     = 172.0
	originWidth  = 216.0
	originRadius = 8.0
	nameSize     = 13.0
	smallSize    = 11.5
	lineHeight   = 16.0
	padding      = 8.0
	rowGap       = 14.0
	wideTarget   = 1084.0
	columnGapMin = 72.0
	columnGapMax = 170.0
	strokeMin    = 1.6
	strokeMax    = 10.0
	margin       = 8.0
)
