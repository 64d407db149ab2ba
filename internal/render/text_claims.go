package render

import (
	"fmt"
	"strconv"
	"strings"

	"stemma/account"
)

func (t *terminal) differences(rows []*claim) {
	if len(rows) == 0 {
		return
	}
	t.heading("Where they differ", len(rows))
	t.legend()
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
			t.para(6, append([]styled{{faint, "not in "}}, t.ids(c.Absent)...)...)
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
		t.item(6, column, styled{strong, value}, who...)
		return
	}
	t.para(6, styled{strong, value})
	t.para(8, who...)
}

func (t *terminal) agreed(s *story) {
	if len(s.Agreed) == 0 {
		return
	}
	t.heading("Agreed", len(s.Agreed))
	t.legend()
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
