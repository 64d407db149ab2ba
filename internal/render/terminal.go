package render

import (
	"bufio"
	"io"
	"strings"
)

// A style is how a piece of text looks on a terminal.
type style int

const (
	normalStyle style = iota
	strong
	faint
	accent  // what decides: the place on which readings differ
	struck  // removed words
	raised  // added words
	warning // what may change the meaning
)

// codes are the SGR parameters of the styles (ECMA-48). None rests on colour
// alone.
var codes = [...]string{
	strong:  "1",
	faint:   "2",
	accent:  "1;31",
	struck:  "9;2",
	raised:  "4;32",
	warning: "1;33",
}

// A terminal writes lines of styled text, indented and wrapped. All text goes
// through line or wrapped, and those make it safe: no words of a report can carry
// a command to the terminal.
type terminal struct {
	w     *bufio.Writer
	width int
	color bool
}

// Bounds of the width: lines that are longer are hard to read, and shorter ones
// can't hold a tree.
const (
	widthUnknown = 80
	widthMin     = 40
	widthMax     = 120
)

func newTerminal(w io.Writer, o Options) *terminal {
	if o.Width <= 0 {
		o.Width = widthUnknown
	}
	return &terminal{w: bufio.NewWriter(w), width: min(max(o.Width, widthMin), widthMax), color: o.Color}
}

// blank writes an empty line.
func (t *terminal) blank() { t.w.WriteByte('\n') }

// line writes text on one line, without trailing spaces.
func (t *terminal) line(text ...styled) { t.set(cleaned(text)) }

// wrapped writes text on as many lines as it needs. The first begins with first,
// the others with rest, which must be as wide.
func (t *terminal) wrapped(first, rest []styled, text ...styled) {
	first, rest = cleaned(first), cleaned(rest)
	lines := wrap(cleaned(text), t.width-widthOf(first))
	if len(lines) == 0 {
		lines = [][]styled{nil}
	}
	for i, l := range lines {
		if i == 0 {
			l = append(append([]styled{}, first...), l...)
		} else {
			l = append(append([]styled{}, rest...), l...)
		}
		t.set(l)
	}
}

// para writes text wrapped and indented by some columns.
func (t *terminal) para(indent int, text ...styled) {
	in := []styled{{normalStyle, strings.Repeat(" ", indent)}}
	t.wrapped(in, in, text...)
}

// item writes text behind a label, which stands in a column of its own, indent
// columns from the left and size wide.
func (t *terminal) item(indent, size int, label styled, text ...styled) {
	label.text = cut(clean(label.text), size)
	pad := max(size-displayWidth(label.text), 0)
	first := []styled{{normalStyle, strings.Repeat(" ", indent)}, label, {normalStyle, strings.Repeat(" ", pad)}}
	t.wrapped(first, []styled{{normalStyle, strings.Repeat(" ", indent+size)}}, text...)
}

// set writes a line of safe text.
func (t *terminal) set(text []styled) {
	for len(text) > 0 && strings.TrimSpace(text[len(text)-1].text) == "" {
		text = text[:len(text)-1]
	}
	for i, p := range text {
		p.text = unglue.Replace(p.text)
		if i == len(text)-1 {
			p.text = strings.TrimRight(p.text, " ")
		}
		if p.text == "" {
			continue
		}
		if !t.color || p.style == normalStyle {
			t.w.WriteString(p.text)
			continue
		}
		t.w.WriteString("\x1b[" + codes[p.style] + "m" + p.text + "\x1b[0m")
	}
	t.w.WriteByte('\n')
}

// A line is broken neither at an unbroken space nor at glue, which has no width;
// the terminal gets a plain space for the one and nothing for the other.
const (
	unbroken = "\u00a0"
	glue     = "\u2060"
)

var unglue = strings.NewReplacer(unbroken, " ", glue, "")

// cleaned makes each piece of text safe.
func cleaned(text []styled) []styled {
	safe := make([]styled, len(text))
	for i, p := range text {
		safe[i] = styled{p.style, clean(p.text)}
	}
	return safe
}

// runs sets the words of a report with their marks: as styles in colour, and as
// signs without (*deciding place*, [-removed-], {+added+}).
func (t *terminal) runs(list []run) []styled {
	var out []styled
	for _, r := range list {
		text := r.Text
		if text == "" {
			continue
		}
		s := runStyles[r.Kind]
		if !t.color || r.Kind == elided {
			text = s.before + text + s.after
		}
		out = append(out, styled{s.style, text})
	}
	return out
}

var runStyles = map[runKind]struct {
	style         style
	before, after string
}{
	plain:   {normalStyle, "", ""},
	key:     {accent, "*", "*"},
	around:  {faint, "", ""},
	removed: {struck, "[-" + glue, glue + "-]"},
	added:   {raised, "{+" + glue, glue + "+}"},
	elided:  {faint, "[", "]"},
}
