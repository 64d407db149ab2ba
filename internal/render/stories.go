package render

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"stemma/account"
)

// StoriesJSON writes a list of stories in the form "stemma-stories/1".
func StoriesJSON(w io.Writer, list account.Stories) error {
	return writeJSON(w, list)
}

// writeJSON writes a value indented, as account's types are.
func writeJSON(w io.Writer, v any) error {
	out := &encoder{w: bufio.NewWriter(w)}
	out.value(v, "")
	out.raw("\n")
	return out.finish("JSON")
}

// StoriesCSV writes a list of stories as comma-separated values (RFC 4180), with
// a line of names above.
func StoriesCSV(w io.Writer, list []account.Summary) error {
	out := csv.NewWriter(w)
	// The writer keeps the first error until Flush.
	_ = out.Write([]string{"id", "from", "to", "reports", "outlets", "origins_at_least", "origins_at_most", "title"})
	for _, s := range list {
		_ = out.Write([]string{s.ID, s.From, s.To, strconv.Itoa(s.Articles), strconv.Itoa(s.Outlets),
			strconv.Itoa(s.Origins.AtLeast), strconv.Itoa(s.Origins.AtMost), titleOf(s)})
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("writing the stories as CSV: %w", err)
	}
	return nil
}

// titleOf is a story's title on one line.
func titleOf(s account.Summary) string {
	if s.Title == nil {
		return ""
	}
	return oneLine(s.Title.Text)
}

// tableMin is the width below which a table would leave titles too little room to
// tell a story by.
const tableMin = 96

// Stories writes a list of stories for a terminal: a table, or where it is narrow
// two lines a story. Titles are cut to fit.
func Stories(w io.Writer, list []account.Summary, o Options) error {
	t := newTerminal(w, o)
	t.para(0, styled{strong, count(len(list), "story")})
	if len(list) > 0 {
		t.blank()
		if t.width >= tableMin {
			t.storyTable(list)
		} else {
			t.storyList(list)
		}
	}
	if err := t.w.Flush(); err != nil {
		return fmt.Errorf("writing the stories as text: %w", err)
	}
	return nil
}

// columns are the heads of the table, but for the title's; all from the third on
// hold numbers.
var columns = [...]string{"story", "period", "reports", "outlets", "origins"}

func (t *terminal) storyTable(list []account.Summary) {
	rows := make([][len(columns)]string, len(list))
	var widths [len(columns)]int
	for i, head := range columns {
		widths[i] = displayWidth(head)
	}
	for n, s := range list {
		rows[n] = [...]string{s.ID, period(s.From, s.To), thousands(s.Articles), thousands(s.Outlets), originSpan(s.Origins)}
		for i, cell := range rows[n] {
			widths[i] = max(widths[i], displayWidth(cell))
		}
	}
	row := func(cells [len(columns)]string) string {
		var b strings.Builder
		for i, cell := range cells {
			space := strings.Repeat(" ", widths[i]-displayWidth(cell))
			if i < 2 {
				b.WriteString(cell + space)
			} else {
				b.WriteString(space + cell)
			}
			b.WriteString("  ")
		}
		return b.String()
	}
	t.line(styled{faint, row(columns) + "title"})
	for n, s := range list {
		cells := row(rows[n])
		t.line(styled{normalStyle, cells}, styled{strong, cut(clean(titleOf(s)), t.width-displayWidth(cells))})
	}
}

func (t *terminal) storyList(list []account.Summary) {
	indent := 0
	for _, s := range list {
		indent = max(indent, displayWidth(s.ID)+2)
	}
	for i, s := range list {
		if i > 0 {
			t.blank()
		}
		title := cut(clean(titleOf(s)), t.width-indent)
		t.item(0, indent, styled{faint, s.ID}, styled{strong, title})
		facts := []string{count(s.Articles, "report"), count(s.Outlets, "outlet")}
		if p := period(s.From, s.To); p != "" {
			facts = append([]string{p}, facts...)
		}
		noun := " origins"
		if s.Origins.AtLeast == 1 && s.Origins.AtMost <= 1 {
			noun = " origin"
		}
		facts = append(facts, originSpan(s.Origins)+noun)
		for i, f := range facts {
			facts[i] = together.Replace(f)
		}
		t.para(indent, styled{faint, strings.Join(facts, " · ")})
	}
}

// together keeps a fact on one line.
var together = strings.NewReplacer(" ", unbroken, "–", glue+"–"+glue)

// originSpan is a count of origins in a column: "1", "1–6", or "?" for one that
// isn't known.
func originSpan(o account.Origins) string {
	switch {
	case o.AtLeast <= 0:
		return "?"
	case o.AtMost <= o.AtLeast:
		return thousands(o.AtLeast)
	}
	return thousands(o.AtLeast) + "–" + thousands(o.AtMost)
}
