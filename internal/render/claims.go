package render

import (
	"cmp"
	"slices"
	"strconv"

	"stemma/account"
)

// A claim is a row of the apparatus: a matter in the reports' own words with the
// readings that they give.
type claim struct {
	Anchor     string
	N          int // its number in its part, from 1
	Relation   string
	Aspect     string
	AspectName string
	Matter     citation // the sentence of the first reading
	Readings   []reading
	Support    support
	Reports    []*report // that say something on the matter
	Absent     []*report // that don't

	spans []account.Span
}

// Filter is the word under which the row is filtered: its aspect, or "update".
func (c *claim) Filter() string {
	if c.Relation == account.Update {
		return account.Update
	}
	return c.Aspect
}

// A reading is one value with the reports that give it and the sentences in which
// they do.
type reading struct {
	Value   string
	Reports []*report
	Support support
	Places  []witness
}

// Size is the class of the row's values by the length of the longest: words are
// set large, clauses ("long") as text.
func (c *claim) Size() string {
	n := 0
	for _, r := range c.Readings {
		n = max(n, displayWidth(r.Value))
	}
	switch {
	case n > 60:
		return "long"
	case n > 24:
		return "mid"
	}
	return ""
}

// linesMax is how many sentences of a reading are set under each other.
const linesMax = 24

// Lines are the sentences to set under each other, and MoreLines how many there
// are beyond those.
func (r reading) Lines() []witness { return r.Places[:min(len(r.Places), linesMax)] }

// MoreLines is the number of sentences that are not among Lines.
func (r reading) MoreLines() int { return len(r.Places) - len(r.Lines()) }

// A witness is a sentence with the reports in which it stands in these words.
type witness struct {
	citation
	Reports []*report
}

// singles is what only one report says.
type singles struct {
	Report *report
	Claims []*claim
}

// An omission is a report with the agreed matters that it leaves out.
type omission struct {
	Report  *report
	Missing []*claim
	Of      int // the number of agreed matters
}

// claims makes the rows of the story's claims: differences with updates behind
// them, what is agreed with the best supported first, and what only one says by
// report.
func (d *desk) claims() (differences, agreed []*claim, single []singles) {
	var updates, only []*claim
	for i := range d.story.Claims {
		c := &d.story.Claims[i]
		switch c.Relation {
		case account.Differ:
			differences = append(differences, d.claim(c))
		case account.Update:
			updates = append(updates, d.claim(c))
		case account.Agree:
			agreed = append(agreed, d.claim(c))
		default:
			only = append(only, d.claim(c))
		}
	}
	differences = append(differences, updates...)
	slices.SortStableFunc(agreed, func(a, b *claim) int {
		x, y := a.Support, b.Support
		return cmp.Or(-cmp.Compare(x.Filled, y.Filled), -cmp.Compare(x.Half, y.Half), -cmp.Compare(x.Reports, y.Reports))
	})
	d.number(differences, "d")
	d.number(agreed, "g")
	if len(d.reports) == 1 {
		return differences, agreed, nil // it is the only one to say anything
	}
	return differences, agreed, d.singles(only)
}

// claim makes a row of c, without its number.
func (d *desk) claim(c *account.Claim) *claim {
	v := &claim{
		Relation:   c.Relation,
		Aspect:     c.Aspect,
		AspectName: aspectName(c.Aspect),
		Absent:     d.named(c.Absent),
	}
	for _, r := range c.Readings {
		v.spans = append(v.spans, r.Spans...)
		value := shorten(oneLine(r.Value), valueMax)
		if c.Aspect == account.AspectTime {
			value = when(value)
		}
		reading := reading{Value: value, Reports: d.named(r.Articles), Places: d.witnesses(r.Spans)}
		reading.Support = newSupport(r.Origins, len(reading.Reports))
		v.Readings = append(v.Readings, reading)
		for _, x := range reading.Reports {
			if !slices.Contains(v.Reports, x) {
				v.Reports = append(v.Reports, x)
			}
		}
	}
	v.Support = newSupport(c.Origins, len(v.Reports))
	v.Matter = d.matter(c)
	return v
}

// matter is the sentence of the first reading with its deciding place.
func (d *desk) matter(c *account.Claim) citation {
	for _, r := range c.Readings {
		if len(r.Spans) > 0 {
			return d.cite(r.Spans[0])
		}
	}
	if len(c.Matter) > 0 {
		return d.cite(c.Matter[0])
	}
	return citation{}
}

// witnesses cites spans; reports that have the same sentence stand together.
func (d *desk) witnesses(spans []account.Span) []witness {
	place := map[string]int{}
	var list []witness
	for _, s := range spans {
		c := d.cite(s)
		if c.Report == nil {
			continue
		}
		k := c.Before + "\x00" + c.Words + "\x00" + c.After
		i, ok := place[k]
		if !ok {
			i = len(list)
			place[k] = i
			list = append(list, witness{citation: c})
		}
		if !slices.Contains(list[i].Reports, c.Report) {
			list[i].Reports = append(list[i].Reports, c.Report)
		}
	}
	return list
}

// number gives rows their numbers and anchors, and marks the spans they rest on
// in the reports.
func (d *desk) number(rows []*claim, part string) {
	for i, c := range rows {
		c.N = i + 1
		c.Anchor = d.row(part, c.N)
		for _, s := range c.spans {
			d.mark(s, claimMarks[c.Relation], c.label(), "#"+c.Anchor)
		}
	}
}

// label names a row in the margin of a report.
func (c *claim) label() string {
	switch c.Relation {
	case account.Agree:
		return "agreed " + strconv.Itoa(c.N)
	case account.Single:
		return "only here"
	}
	return c.AspectName + " " + strconv.Itoa(c.N)
}

// claimMarks are the kinds of mark that the spans of a claim get.
var claimMarks = map[string]markKind{
	account.Differ: markDiffer,
	account.Update: markUpdate,
	account.Agree:  markAgree,
	account.Single: markSingle,
}

// singles numbers the claims of one report each, and gathers them by report in
// the order of the reports.
func (d *desk) singles(rows []*claim) []singles {
	byReport := map[*report][]*claim{}
	for _, c := range rows {
		if len(c.Reports) > 0 {
			byReport[c.Reports[0]] = append(byReport[c.Reports[0]], c)
		}
	}
	var list []singles
	var ordered []*claim
	for _, r := range d.reports {
		if of := byReport[r]; len(of) > 0 {
			list = append(list, singles{r, of})
			ordered = append(ordered, of...)
		}
	}
	d.number(ordered, "o")
	return list
}

// leftOut lists the reports that leave out something on which others agree.
func (d *desk) leftOut(agreed []*claim) []omission {
	missing := map[*report][]*claim{}
	for _, c := range agreed {
		for _, r := range c.Absent {
			missing[r] = append(missing[r], c)
		}
	}
	var list []omission
	for _, r := range d.reports {
		if m := missing[r]; len(m) > 0 {
			list = append(list, omission{r, m, len(agreed)})
		}
	}
	return list
}

// An aspect is a kind of difference that occurs, with its number of rows.
type aspect struct {
	Filter string
	Name   string
	Number int
}

// countAspects lists the kinds of difference in the order in which readers look
// for them.
func countAspects(rows []*claim) []aspect {
	number := map[string]int{}
	for _, c := range rows {
		number[c.Filter()]++
	}
	var list []aspect
	for _, a := range []string{account.AspectQuantity, account.AspectTime, account.AspectPlace, account.AspectParticipant,
		account.AspectRole, account.AspectPolarity, account.AspectDescription, account.Update} {
		if number[a] > 0 {
			list = append(list, aspect{a, aspectName(a), number[a]})
		}
	}
	return list
}
