package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stemma/account"
)

// A mark is a span of a report that a row of the story rests on.
type mark struct {
	start, end int
	kind       markKind
	note       note
}

type markKind string

const (
	markDiffer markKind = "differ"
	markUpdate markKind = "update"
	markAgree  markKind = "agree"
	markSingle markKind = "single"
	markQuote  markKind = "quote"
	markReuse  markKind = "reuse"
	markTime   markKind = "time"
	markCredit markKind = "credit"
)

// markSigns stand before the labels of marks in the margin, so that kinds are not
// told apart by colour alone.
var markSigns = map[markKind]string{
	markDiffer: "≠",
	markUpdate: "→",
	markAgree:  "=",
	markSingle: "1",
	markQuote:  "“",
	markReuse:  "∥",
	markTime:   "◷",
	markCredit: "@",
}

// signWords say what the signs stand for, in the order of the parts.
var signWords = []note{
	{markDiffer, "", "differ", ""},
	{markUpdate, "", "update", ""},
	{markQuote, "", "quotation", ""},
	{markAgree, "", "agreed", ""},
	{markSingle, "", "only here", ""},
	{markTime, "", "time", ""},
	{markReuse, "", "text in common, or cited", ""},
	{markCredit, "", "credit", ""},
}

// Signs are the signs that stand in the margins of the story's reports.
func (s *story) Signs() []note {
	used := map[markKind]bool{}
	for _, r := range s.Reports {
		for _, m := range r.marks {
			used[m.kind] = true
		}
	}
	var list []note
	for _, n := range signWords {
		if used[n.Kind] {
			n.Sign = markSigns[n.Kind]
			list = append(list, n)
		}
	}
	return list
}

// A note stands in the margin beside the paragraph in which a marked span begins.
// Href leads to the row that rests on the span; it is empty where there is none.
type note struct {
	Kind  markKind
	Sign  string
	Label string
	Href  string
}

// mark notes that a row of the story rests on s.
func (d *desk) mark(s account.Span, kind markKind, label, href string) {
	r := d.byID[s.Article]
	if r == nil {
		return
	}
	start, end := clampSpan(r.Article.Text, s.Start, s.End)
	r.marks = append(r.marks, mark{start, end, kind, note{kind, markSigns[kind], label, href}})
}

// creditMarks marks the credits and the evidence of the time of publication.
func (d *desk) creditMarks() {
	for _, r := range d.reports {
		for _, c := range r.Article.Credits {
			if c.Article == r.ID {
				d.mark(c.Span, markCredit, c.Kind+" "+oneLine(c.Name), "")
			}
		}
	}
}

// A paragraph of a report as it is set: its text cut into segments wherever a
// mark begins or ends or a link leads, with the notes of the marks that begin
// in it.
type paragraph struct {
	Segments []segment
	Notes    []note
}

// A segment is a piece of text that the same marks cover. Anchor is empty where
// nothing leads to it.
type segment struct {
	Text   string
	Anchor string
	Class  string  // "m differ quote", or empty
	Refs   string  // the anchors of the rows that rest on it, for the script
	Who    *person // whom the words name or stand for, or nil
}

// A naming is a place [start, end) of a report where somebody is named, or spoken
// of by a pronoun or an office.
type naming struct {
	start, end int
	who        *person
}

// setNamings sets the report's namings in order, without those that overlap one before
// them.
func (r *report) setNamings() {
	text := r.Article.Text
	for i := range r.namings {
		r.namings[i].start, r.namings[i].end = clampSpan(text, r.namings[i].start, r.namings[i].end)
	}
	slices.SortStableFunc(r.namings, func(a, b naming) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	last := 0
	r.namings = slices.DeleteFunc(r.namings, func(n naming) bool {
		if n.start < last || n.end == n.start {
			return true
		}
		last = n.end
		return false
	})
}

// namingsIn are the namings that reach into [start, end).
func (r *report) namingsIn(start, end int) []naming {
	lo, _ := slices.BinarySearchFunc(r.namings, start, func(n naming, at int) int { return cmp.Compare(n.end, at+1) })
	hi, _ := slices.BinarySearchFunc(r.namings, end, func(n naming, at int) int { return cmp.Compare(n.start, at) })
	return r.namings[lo:max(lo, hi)]
}

// Paragraphs sets the report's text. Marks may overlap in any way: a segment
// carries the classes of all that cover it.
func (r *report) Paragraphs() []paragraph {
	marks := slices.Clone(r.marks)
	slices.SortStableFunc(marks, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.note.Href, b.note.Href))
	})
	var list []paragraph
	var open []mark // those that began before the paragraph and may reach into it
	text := r.Article.Text
	for start := 0; start < len(text); {
		end := start + strings.IndexByte(text[start:], '\n')
		if end < start {
			end = len(text)
		}
		var begun []mark
		for len(marks) > 0 && (marks[0].start < end || end == len(text)) {
			begun = append(begun, marks[0])
			marks = marks[1:]
		}
		open = slices.DeleteFunc(append(open, begun...), func(m mark) bool { return m.end <= start && m.start < start })
		if strings.TrimSpace(text[start:end]) != "" {
			list = append(list, paragraph{Segments: r.segments(start, end, open), Notes: notes(begun)})
		} else if len(begun) > 0 && len(list) > 0 {
			last := &list[len(list)-1]
			last.Notes = append(last.Notes, notes(begun)...)
		}
		start = end + 1
	}
	return list
}

// segments cuts the paragraph [start, end) by the marks that may reach into it.
func (r *report) segments(start, end int, marks []mark) []segment {
	cuts := []int{start, end}
	add := func(i int) {
		if start < i && i < end {
			cuts = append(cuts, i)
		}
	}
	for _, m := range marks {
		add(m.start)
		add(m.end)
	}
	for _, i := range r.anchored(start, end) {
		add(i)
	}
	namings := r.namingsIn(start, end)
	for _, n := range namings {
		add(n.start)
		add(n.end)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	list := make([]segment, 0, len(cuts)-1)
	sweep := sweep{marks: marks}
	for i := range len(cuts) - 1 {
		g := segment{Text: r.Article.Text[cuts[i]:cuts[i+1]]}
		if r.places[cuts[i]] {
			g.Anchor = placeAnchor(r.Anchor, cuts[i])
		}
		g.Class, g.Refs = sweep.at(cuts[i])
		for len(namings) > 0 && namings[0].end <= cuts[i] {
			namings = namings[1:]
		}
		if len(namings) > 0 && namings[0].start <= cuts[i] {
			g.Who = namings[0].who
		}
		list = append(list, g)
	}
	return list
}

// anchored lists the offsets within [start, end) that links lead to.
func (r *report) anchored(start, end int) []int {
	if r.sorted == nil && len(r.places) > 0 {
		for i := range r.places {
			r.sorted = append(r.sorted, i)
		}
		slices.Sort(r.sorted)
	}
	lo, _ := slices.BinarySearch(r.sorted, start)
	hi, _ := slices.BinarySearch(r.sorted, end)
	return r.sorted[lo:hi]
}

// A sweep goes over marks, sorted by their start, from left to right.
type sweep struct {
	marks []mark
	live  []mark
}

// at gives the class and the rows of the marks that cover position i; each call
// must have a larger i than the one before.
func (s *sweep) at(i int) (class, refs string) {
	for len(s.marks) > 0 && s.marks[0].start <= i {
		s.live = append(s.live, s.marks[0])
		s.marks = s.marks[1:]
	}
	s.live = slices.DeleteFunc(s.live, func(m mark) bool { return m.end <= i })
	if len(s.live) == 0 {
		return "", ""
	}
	var kinds, rows []string
	for _, m := range s.live {
		kinds = append(kinds, string(m.kind))
		if m.note.Href != "" {
			rows = append(rows, m.note.Href[1:])
		}
	}
	slices.Sort(kinds)
	slices.Sort(rows)
	return "m " + strings.Join(slices.Compact(kinds), " "), strings.Join(slices.Compact(rows), " ")
}

// notes are the marginal notes of marks, each once.
func notes(marks []mark) []note {
	seen := map[note]bool{}
	var list []note
	for _, m := range marks {
		if !seen[m.note] {
			seen[m.note] = true
			list = append(list, m.note)
		}
	}
	return list
}

func placeAnchor(report string, start int) string { return report + "-" + strconv.Itoa(start) }
