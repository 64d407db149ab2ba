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
}

// Word says how Below has something from Above.
func (l *line) Word() string { return edgeWord(l.Kind) }

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
		add(o.ID, &node{Origin: &origin{ID: o.ID, Kind: o.Kind, Name: oneLine(o.Name), Places: d.citeAll(o.Spans)}})
	}
	for _, r := range d.reports {
		add(r.ID, &node{Report: r})
	}
	for _, e := range d.story.Lineage.Edges {
		below, above := byID[e.From], byID[e.To]
		if e.Kind == account.EdgeShares {
			below, above = above, below // from is the earlier one
		}
		if below == nil || above == nil || below == above || below.Report == nil {
			continue
		}
		l.Lines = append(l.Lines, d.line(e, len(l.Lines)+1, above, below))
	}
	l.Roots = forest(l.Nodes, l.Lines)
	return l
}

func (d *desk) line(e account.Edge, n int, above, below *node) *line {
	v := &line{Anchor: d.row("x", n), N: n, Above: above, Below: below, Kind: e.Kind, Share: e.Share, Certainty: e.Certainty}
	label := edgeWord(e.Kind) + " " + above.Name()
	for i, p := range e.Evidence {
		from, to := p.From, p.To
		if e.Kind == account.EdgeShares && to != nil {
			from, to = *to, &from
		}
		d.mark(from, markReuse, label, "#"+v.Anchor)
		if to != nil {
			d.mark(*to, markReuse, "to "+below.Name(), "#"+v.Anchor)
		}
		if i >= passagesMax {
			v.More++
			continue
		}
		pair := passage{Below: d.cite(from)}
		if to != nil {
			c := d.cite(*to)
			pair.Above = &c
		}
		v.Passages = append(v.Passages, pair)
	}
	return v
}

// rank orders the kinds of line by how much they say about where a report has its
// words from.
var rank = map[string]int{
	account.EdgeCopies: 0, account.EdgeTranslates: 0, account.EdgeShares: 1, account.EdgeCredits: 2, account.EdgeCites: 3,
}

// forest hangs each report from its weightiest line that doesn't close a circle.
// Roots and children stay in the order of nodes.
func forest(nodes []*node, lines []*line) []*branch {
	branches := make([]*branch, len(nodes))
	for i, n := range nodes {
		branches[i] = &branch{node: n}
	}
	parent := make([]int, len(nodes))
	for i := range parent {
		parent[i] = -1
	}
	ordered := slices.Clone(lines)
	slices.SortStableFunc(ordered, func(a, b *line) int {
		return cmp.Or(cmp.Compare(rank[a.Kind], rank[b.Kind]), -cmp.Compare(a.Share, b.Share), -cmp.Compare(a.Certainty, b.Certainty))
	})
	for _, l := range ordered {
		b := branches[l.Below.index]
		if b.Line == nil && !hangsFrom(parent, l.Above.index, l.Below.index) {
			b.Line = l
			parent[l.Below.index] = l.Above.index
		} else {
			b.Others = append(b.Others, l)
		}
	}
	var roots []*branch
	for i, b := range branches {
		if parent[i] < 0 {
			roots = append(roots, b)
		} else {
			p := branches[parent[i]]
			p.Children = append(p.Children, b)
		}
	}
	return roots
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
