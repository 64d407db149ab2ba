package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"stemma/account"
)

// Options say how text is set for a terminal. Width is its number of columns;
// where it is not known (0), 80 are taken. Color asks for escape sequences;
// without them marked words have signs.
type Options struct {
	Width int
	Color bool
}

// Text writes acc for a terminal: each story with its counts, its lineage as a
// tree, and then the apparatus in the order of the story page. The reports
// themselves are listed and not printed. Words of reports never carry control
// characters to the terminal.
func Text(w io.Writer, acc *account.Account, o Options) error {
	t := newTerminal(w, o)
	articles := articlesByID(acc)
	if len(acc.Stories) != 1 {
		t.para(0, styled{strong, accountCounts(acc)})
		t.blank()
	}
	for i, s := range acc.Stories {
		if i > 0 {
			t.blank()
			t.line(styled{faint, strings.Repeat("═", t.width)})
			t.blank()
		}
		t.story(newStory(i+1, s, articles))
	}
	t.failed(acc.Failed)
	if err := t.w.Flush(); err != nil {
		return fmt.Errorf("writing the account as text: %w", err)
	}
	return nil
}

// accountCounts are the counts of the whole account.
func accountCounts(acc *account.Account) string {
	parts := []string{count(len(acc.Stories), "story"), count(len(acc.Articles), "report")}
	if n := len(acc.Failed); n > 0 {
		parts = append(parts, count(n, "document")+" not read")
	}
	return strings.Join(parts, " · ")
}

// Caps on what is printed of each part. The JSON has everything.
const (
	differencesMax = 40
	quotationsMax  = 20
	agreedMax      = 20
	singlesMax     = 4 // of each report
	omissionsMax   = 30
	peopleMax      = 30
	momentsMax     = 40
	treeMax        = 60
	labelsMax      = 8
)

func (t *terminal) story(s *story) {
	if s.Title != nil {
		t.para(0, styled{strong, s.Title.Words})
	}
	t.verdict(s)
	if len(s.Reports) > 1 {
		t.tree(s.Lineage)
	}
	t.differences(s.Differences)
	t.quotations(s.Quotations)
	t.agreed(s)
	t.single(s.Single)
	t.leftOut(s.LeftOut)
	t.people(s.People)
	t.timeline(s.Timeline)
	t.reports(s.Reports)
}

func (t *terminal) verdict(s *story) {
	v := s.Verdict
	text := []styled{{normalStyle, strings.Join(v.Before(), " · ") + " · "}, {strong, v.OriginCount()}}
	if r := v.OriginRange(); r != "" {
		text = append(text, styled{normalStyle, " (" + r + ")"})
	}
	text = append(text, styled{normalStyle, " · " + strings.Join(v.After(), " · ")})
	t.para(0, text...)
	if s.Period != "" {
		t.para(0, styled{faint, s.Period})
	}
}

// heading begins a part: its name and the number of its rows.
func (t *terminal) heading(name string, number int) {
	t.blank()
	rule := t.width - displayWidth(name) - 2
	label := strings.ToUpper(name)
	if number > 0 {
		label += "  " + thousands(number)
		rule -= 2 + len(thousands(number))
	}
	t.line(styled{strong, label}, styled{faint, "  " + strings.Repeat("─", max(rule, 2))})
}

// rest says how many rows are not shown.
func (t *terminal) rest(all, shown int, noun string) {
	if all > shown {
		t.para(4, styled{faint, "+ " + count(all-shown, noun)})
	}
}

// labels names reports, the first few of many.
func (t *terminal) labels(reports []*report) []styled {
	var names []string
	for i, r := range reports {
		if i == labelsMax && len(reports) > labelsMax+1 {
			names = append(names, "+ "+count(len(reports)-i, "report"))
			break
		}
		names = append(names, strings.ReplaceAll(r.Label(), " ", unbroken))
	}
	return []styled{{faint, strings.Join(names, ", ")}}
}

// support draws the dots of a support and says what they stand for.
func (t *terminal) support(s support) []styled {
	var b strings.Builder
	for _, d := range s.Dots() {
		b.WriteString(strings.Repeat(d.Sign, len(d.Drawn())))
		if d.More() > 0 {
			b.WriteString("+" + strconv.Itoa(d.More()))
		}
	}
	return []styled{{accent, b.String()}}
}

func (t *terminal) differences(rows []*claim) {
	if len(rows) == 0 {
		return
	}
	t.heading("Where they differ", len(rows))
	for _, c := range rows[:min(len(rows), differencesMax)] {
		t.blank()
		kind := c.AspectName
		if c.Relation == account.Update {
			kind += ", update"
		}
		t.item(0, 4, styled{faint, strconv.Itoa(c.N)}, styled{strong, kind})
		t.para(4, t.runs(c.Matter.Runs())...)
		for _, r := range c.Readings {
			t.reading(r)
		}
		if len(c.Absent) > 0 {
			t.para(6, append([]styled{{faint, "not in: "}}, t.labels(c.Absent)...)...)
		}
	}
	t.rest(len(rows), differencesMax, "difference")
}

// reading writes a value, its support and who gives it, in columns where there is
// room for them.
func (t *terminal) reading(r reading) {
	value := r.Value
	who := append(append(t.support(r.Support), styled{normalStyle, " "}), t.labels(r.Reports)...)
	column := t.width / 3
	if displayWidth(value) < column {
		t.item(6, column, styled{accent, value}, who...)
		return
	}
	t.para(6, styled{accent, value})
	t.para(8, who...)
}

func (t *terminal) quotations(list []*quotation) {
	if len(list) == 0 {
		return
	}
	t.heading("Who said what", len(list))
	for _, q := range list[:min(len(list), quotationsMax)] {
		t.blank()
		t.item(0, 4, styled{faint, strconv.Itoa(q.N)}, t.speaker(q)...)
		t.para(4, t.runs(q.Fullest.Runs)...)
		t.wording(q.Fullest)
		for _, w := range q.Others {
			t.para(6, t.runs(w.Runs)...)
			t.wording(w)
		}
		for _, x := range q.Drift {
			t.drift(x)
		}
	}
	t.rest(len(list), quotationsMax, "quotation")
}

func (t *terminal) speaker(q *quotation) []styled {
	text := []styled{{faint, "unknown speaker"}}
	if q.Speaker != nil {
		text = []styled{{strong, q.Speaker.Name}}
		if office := q.Speaker.Office(); office != "" {
			text = append(text, styled{normalStyle, ", " + office})
		}
	}
	if len(q.Via) > 0 {
		text = append(text, styled{faint, " · via " + strings.Join(q.Via, ", ")})
	}
	return text
}

// wording says whose wording stands above, and how it is given.
func (t *terminal) wording(w *wording) {
	t.para(8, append([]styled{{faint, "— " + w.Form + ": "}}, t.labels(w.Reports)...)...)
}

func (t *terminal) drift(x drift) {
	text := []styled{{warning, "! " + x.Kind + " "}}
	text = append(text, t.driftSide(x.From)...)
	text = append(text, styled{normalStyle, " → "})
	text = append(text, t.driftSide(x.To)...)
	t.para(6, text...)
}

func (t *terminal) driftSide(c citation) []styled {
	words := c.Words
	if words == "" {
		words = "∅"
	}
	text := []styled{{accent, words}}
	if c.Report != nil {
		text = append(text, styled{faint, " (" + c.Report.ID + ")"})
	}
	return text
}

func (t *terminal) agreed(s *story) {
	if len(s.Agreed) == 0 {
		return
	}
	t.heading("Agreed", len(s.Agreed))
	t.para(0, styled{faint, "● origin  ◐ possible origin  ○ report that repeats one"})
	for _, c := range s.Agreed[:min(len(s.Agreed), agreedMax)] {
		t.item(0, 4, styled{faint, strconv.Itoa(c.N)}, t.runs(c.Matter.Runs())...)
		t.para(6, append(append(t.support(c.Support), styled{normalStyle, " "}), t.labels(c.Reports)...)...)
	}
	t.rest(len(s.Agreed), agreedMax, "agreement")
}

func (t *terminal) single(list []singles) {
	if len(list) == 0 {
		return
	}
	number := 0
	for _, g := range list {
		number += len(g.Claims)
	}
	t.heading("Only one says", number)
	for _, g := range list {
		t.para(0, styled{strong, g.Report.Label()})
		for _, c := range g.Claims[:min(len(g.Claims), singlesMax)] {
			t.item(2, 2, styled{faint, "·"}, t.runs(c.Matter.Runs())...)
		}
		t.rest(len(g.Claims), singlesMax, "statement")
	}
}

func (t *terminal) leftOut(list []omission) {
	if len(list) == 0 {
		return
	}
	t.heading("Left out by", 0)
	for _, o := range list[:min(len(list), omissionsMax)] {
		var rows []string
		for _, c := range o.Missing {
			rows = append(rows, strconv.Itoa(c.N))
		}
		t.item(0, t.width*2/5, styled{strong, o.Report.Label()},
			styled{normalStyle, fmt.Sprintf("%d of %d agreed: ", len(o.Missing), o.Of)},
			styled{faint, strings.Join(rows, ", ")})
	}
	t.rest(len(list), omissionsMax, "report")
}

func (t *terminal) people(list []*person) {
	if len(list) == 0 {
		return
	}
	t.heading("Who is who", len(list))
	for _, p := range list[:min(len(list), peopleMax)] {
		text := []styled{{strong, p.Name}, {faint, "  " + p.Type}}
		if n := len(p.Quotations); n > 0 {
			text = append(text, styled{faint, " · " + count(n, "quotation")})
		}
		t.para(0, text...)
		var names, roles []string
		for _, s := range p.Spellings {
			names = append(names, fmt.Sprintf("%s (%d)", s.Text, s.Count))
		}
		for _, r := range p.Roles {
			roles = append(roles, r.Text)
		}
		if len(names) > 1 {
			t.item(2, 8, styled{faint, "names"}, styled{normalStyle, strings.Join(names, " · ")})
		}
		if len(roles) > 0 {
			t.item(2, 8, styled{faint, "office"}, styled{normalStyle, strings.Join(roles, " · ")})
		}
	}
	t.rest(len(list), peopleMax, "name")
}

func (t *terminal) timeline(list []moment) {
	if len(list) == 0 {
		return
	}
	t.heading("When", 0)
	const column = 20
	for _, m := range list[:min(len(list), momentsMax)] {
		label := styled{strong, m.Time}
		for _, p := range m.FirstPlaces() {
			text := append(t.runs(p.Runs()), styled{normalStyle, " "})
			t.item(0, column, label, append(text, t.ids(p.Reports)...)...)
			label.text = ""
		}
		if n := len(m.Places) - len(m.FirstPlaces()); n > 0 {
			t.item(0, column, label, styled{faint, "+ " + count(n, "sentence")})
		}
		if len(m.Published) > 0 {
			t.item(0, column, label, append([]styled{{faint, "┴ published: "}}, t.ids(m.Published)...)...)
		}
	}
	t.rest(len(list), momentsMax, "time")
}

// ids names reports by their sigla alone.
func (t *terminal) ids(reports []*report) []styled {
	var ids []string
	for _, r := range reports {
		ids = append(ids, r.ID)
	}
	return []styled{{faint, strings.Join(ids, " ")}}
}

func (t *terminal) reports(list []*report) {
	t.heading("Reports", len(list))
	for _, r := range list {
		indent := max(4, displayWidth(r.ID)+1)
		t.item(0, indent, styled{faint, r.ID}, styled{strong, r.Name()}, styled{normalStyle, " · " + r.When()})
		if r.Title != "" {
			t.para(indent, styled{normalStyle, r.Title})
		}
		t.para(indent, styled{faint, r.Place()})
		for _, p := range r.Article.Problems {
			t.para(indent, styled{warning, "! " + p.Stage + ": " + p.Reason})
		}
	}
}

func (t *terminal) failed(list []account.Failure) {
	if len(list) == 0 {
		return
	}
	t.heading("Not read", len(list))
	for _, f := range list {
		t.item(0, 4, styled{warning, "!"}, styled{normalStyle, documentPlace(f.Document)},
			styled{faint, " · " + f.Stage + ": " + f.Reason})
	}
}
