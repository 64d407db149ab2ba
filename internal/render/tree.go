package render

import (
	"strings"

	"stemma/account"
)

// titleMin is the room below which a title would say nothing.
const titleMin = 16

// tree draws the lineage with box characters: each origin and each report that
// has nothing from another is a root; a report hangs from what it has most from,
// and names its further lines below itself.
func (t *terminal) tree(l lineage) {
	t.heading("Lineage", 0)
	left := treeMax
	for _, b := range l.Roots {
		if b.Telling() {
			t.branch(b, "", "", &left)
		}
	}
	if left < 0 {
		t.para(2, styled{faint, "+ " + count(-left, "report")})
	}
}

// branch writes a node and what hangs from it. First stands before the node, rest
// before all the lines below it; left is how many nodes may still be written.
func (t *terminal) branch(b *branch, first, rest string, left *int) {
	*left--
	if *left >= 0 {
		t.node(b, first, rest)
	}
	for i, c := range b.Children {
		last := i == len(b.Children)-1
		stem, under := "├─ ", "│  "
		if last {
			stem, under = "└─ ", "   "
		}
		t.branch(c, rest+stem, rest+under, left)
	}
}

func (t *terminal) node(b *branch, first, rest string) {
	text := t.nodeText(b, t.width-displayWidth(first))
	below := rest + "   "
	if len(b.Children) > 0 {
		below = rest + "│  "
	}
	t.wrapped([]styled{{faint, first}}, []styled{{faint, pad(rest, first)}}, text...)
	for _, o := range b.others() {
		t.wrapped([]styled{{faint, below}}, []styled{{faint, below}}, styled{faint, "and " + o})
	}
}

// others puts the further lines of a node together by what they say.
func (b *branch) others() []string {
	var list []string
	for _, kind := range []string{account.EdgeCopies, account.EdgeTranslates, account.EdgeShares, account.EdgeCredits, account.EdgeCites} {
		var names []string
		for _, l := range b.Others {
			if l.Kind == kind {
				names = append(names, strings.ReplaceAll(l.Above.Name()+shareOf(l), " ", unbroken))
			}
		}
		if len(names) > 0 {
			list = append(list, edgeWord(kind)+" "+strings.Join(names, ", "))
		}
	}
	return list
}

// pad widens the prefix of a wrapped line to that of its first line.
func pad(rest, first string) string {
	return rest + strings.Repeat(" ", max(0, displayWidth(first)-displayWidth(rest)))
}

// nodeText writes a node on a line with some room. A report of an unknown outlet
// is named by as much of its title as there is room for.
func (t *terminal) nodeText(b *branch, room int) []styled {
	var text []styled
	if b.Line != nil {
		text = append(text, styled{normalStyle, b.Line.Word() + shareOf(b.Line) + " ─ "})
	}
	if o := b.Origin; o != nil {
		return append(text, styled{accent, "● "}, styled{strong, o.Name}, styled{faint, "  " + o.Kind})
	}
	r := b.Report
	sign := ""
	if b.Line == nil {
		sign = "□ "
	}
	text = append(text, styled{normalStyle, sign}, styled{strong, r.ID + " " + r.Name()}, styled{faint, "  " + strings.ReplaceAll(r.When(), " ", unbroken)})
	if room -= widthOf(text) + 2; r.Outlet == "" && room >= titleMin {
		text = append(text, styled{normalStyle, "  " + cut(clean(r.Title), room)})
	}
	return text
}

// shareOf is the share of a line's text, if it has one.
func shareOf(l *line) string {
	if l.Share <= 0 {
		return ""
	}
	return " " + percent(l.Share)
}
