package render

import (
	"cmp"
	"slices"

	"stemma/account"
)

// A lineage is the story's graph of copying, sharing, citing and crediting: as
// nodes and lines for a drawing, and as a forest for a list, in which each report
// hangs from the one line that says most about where it has its words from.
type lineage struct {
	Nodes []*node // origins first, then reports by time
	Lines []*line
	More  int // lines that are not among Lines
	Roots []*branch
}

// A node is an origin outside the reports or a report. One of both is set.
type node struct {
	Origin *origin
	Report *report
	index  int
}

// An origin is the earliest point to which something can be traced.
type origin struct {
	ID, Kind, Name string
	Counted        bool // the story's count of origins names it
	Places         []citation
}

// Name is what the node is called in a drawing.
func (n *node) Name() string {
	if n.Origin != nil {
		return n.Origin.Name
	}
	return n.Report.Label()
}

// A line leads from a node to a report that has something from it.
type line struct {
	Anchor    string
	N         int
	Above     *node // what was taken from
	Below     *node // a report that took it
	Kind      string
	Share     float64
	Certainty float64
	Passages  []passage
	More      int // aligned passages beyond those listed

	evidence []account.Evidence // with the span of Below first
}

// Word says how Below has something from Above.
func (l *line) Word() string { return edgeWord(l.Kind) }

// passagesShown is how many places where an origin is credited are unfolded.
const passagesShown = 2

// FirstPassages are the passages that are unfolded.
func (l *line) FirstPassages() []passage { return l.Passages[:min(len(l.Passages), passagesShown)] }

// RestPassages are the others that are listed.
func (l *line) RestPassages() []passage { return l.Passages[len(l.FirstPassages()):] }

// Sure is the certainty of the line.
func (l *line) Sure() string { return percent(l.Certainty) }

// Measure is the share of text taken and the certainty, as counts with their
// nouns.
func (l *line) Measure() string {
	s := "certainty " + percent(l.Certainty)
	if l.Share > 0 {
		s = percent(l.Share) + " of the text, " + s
	}
	return s
}

// A passage is a pair of aligned spans; Above is nil where the words above are
// outside the reports.
type passage struct {
	Below citation
	Above *citation
}

// passagesMax is how many aligned passages of a line are listed; all are marked
// in the reports.
const passagesMax = 20

// A branch is a node in the forest with the line it hangs from (nil for a root),
// its further lines, and what hangs from it.
type branch struct {
	*node
	Line     *line
	Others   []*line
	Children []*branch
}

// Telling reports whether the lineage is not the same without a root: all are but
// origins that no report hangs from and that are not counted.
func (b *branch) Telling() bool {
	return b.Report != nil || b.Origin.Counted || len(b.Children) > 0
}

func newLineage(d *desk) lineage {
	l := lineage{}
	byID := map[string]*node{}
	add := func(id string, n *node) {
		if byID[id] == nil {
			n.index = len(l.Nodes)
			byID[id] = n
			l.Nodes = append(l.Nodes, n)
		}
	}
	for _, o := range d.story.Lineage.Origins {
		add(o.ID, &node{Origin: &origin{
			ID: o.ID, Kind: o.Kind, Name: shorten(oneLine(o.Name), nameMax),
			Counted: slices.Contains(d.story.Origins.IDs, o.ID),
			Places:  d.citeAll(o.Spans),
		}})
	}
	for _, r := range d.reports {
		add(r.ID, &node{Report: r})
	}
	for _, e := range d.story.Lineage.Edges {
		if x := newLine(e, byID[e.From], byID[e.To]); x != nil {
			l.Lines = append(l.Lines, x)
		}
	}
	branches, roots := forest(l.Nodes, l.Lines)
	l.Roots = roots
	l.list(branches, max(linesListed, len(d.reports)))
	for i, x := range l.Lines {
		d.setLine(x, i+1)
	}
	return l
}

// linesListed is how many lines are listed, beside the one that each report hangs
// from.
const linesListed = 200

// list keeps of the lines those that reports hang from, and of the others the
// first, up to most in all.
func (l *lineage) list(branches []*branch, most int) {
	keep := map[*line]bool{}
	for _, b := range branches {
		if b.Line != nil {
			keep[b.Line] = true
		}
	}
	for _, x := range l.Lines {
		if len(keep) < most {
			keep[x] = true
		}
	}
	gone := func(x *line) bool { return !keep[x] }
	all := len(l.Lines)
	l.Lines = slices.DeleteFunc(l.Lines, gone)
	l.More = all - len(l.Lines)
	for _, b := range branches {
		b.Others = slices.DeleteFunc(b.Others, gone)
	}
}

// newLine makes a line of an edge; nil if the edge doesn't lead to a report from
// something else.
func newLine(e account.Edge, from, to *node) *line {
	v := &line{Above: to, Below: from, Kind: e.Kind, Share: e.Share, Certainty: e.Certainty, evidence: e.Evidence}
	if e.Kind == account.EdgeShares { // from is the earlier one
		v.Above, v.Below = from, to
		v.evidence = turned(e.Evidence)
	}
	if v.Above == nil || v.Below == nil || v.Above == v.Below || v.Below.Report == nil {
		return nil
	}
	return v
}

// turned is evidence with its sides changed.
func turned(list []account.Evidence) []account.Evidence {
	var out []account.Evidence
	for _, p := range list {
		if p.To != nil {
			p.From, p.To = *p.To, &p.From
		}
		out = append(out, p)
	}
	return out
}

// setLine numbers a line, lists its passages and marks them in the reports.
func (d *desk) setLine(v *line, n int) {
	v.N, v.Anchor = n, d.row("x", n)
	for i, p := range v.evidence {
		d.mark(p.From, markReuse, v.Word()+" "+v.Above.Name(), "#"+v.Anchor)
		if p.To != nil {
			d.mark(*p.To, markReuse, "to "+v.Below.Name(), "#"+v.Anchor)
		}
		if i >= passagesMax {
			v.More++
			continue
		}
		pair := passage{Below: d.cite(p.From)}
		if p.To != nil {
			c := d.cite(*p.To)
			pair.Above = &c
		}
		v.Passages = append(v.Passages, pair)
	}
}

// rank orders the kinds of line by how much they say about where a report has its
// words from.
var rank = map[string]int{
	account.EdgeCopies: 0, account.EdgeTranslates: 0, account.EdgeShares: 1, account.EdgeCredits: 2, account.EdgeCites: 3,
}

// compareLines puts the line first that says most about where a report has its
// words from; of equal ones, that which leads to an origin that is counted.
func compareLines(a, b *line) int {
	counted := func(l *line) int {
		if l.Above.Origin != nil && l.Above.Origin.Counted {
			return 0
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(rank[a.Kind], rank[b.Kind]),
		cmp.Compare(counted(a), counted(b)),
		-cmp.Compare(a.Share, b.Share),
		-cmp.Compare(a.Certainty, b.Certainty),
	)
}

// forest hangs each report from its weightiest line that doesn't close a circle.
// Roots and children stay in the order of nodes.
func forest(nodes []*node, lines []*line) (branches, roots []*branch) {
	branches = make([]*branch, len(nodes))
	for i, n := range nodes {
		branches[i] = &branch{node: n}
	}
	parent := make([]int, len(nodes))
	for i := range parent {
		parent[i] = -1
	}
	ordered := slices.Clone(lines)
	slices.SortStableFunc(ordered, compareLines)
	for _, l := range ordered {
		b := branches[l.Below.index]
		if b.Line == nil && !hangsFrom(parent, l.Above.index, l.Below.index) {
			b.Line = l
			parent[l.Below.index] = l.Above.index
		} else {
			b.Others = append(b.Others, l)
		}
	}
	for i, b := range branches {
		if parent[i] < 0 {
			roots = append(roots, b)
		} else {
			p := branches[parent[i]]
			p.Children = append(p.Children, b)
		}
	}
	return branches, roots
}

// hangsFrom reports whether node i is or hangs below node top.
func hangsFrom(parent []int, i, top int) bool {
	for ; i >= 0; i = parent[i] {
		if i == top {
			return true
		}
	}
	return false
}
