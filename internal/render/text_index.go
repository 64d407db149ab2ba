package render

import (
	"fmt"
	"strings"

	"stemma/account"
)

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
		if p.Listed != nil {
			t.item(2, 8, styled{faint, "list"}, styled{normalStyle, shorten(oneLine(p.Listed.ID+" "+p.Listed.Name), nameMax)}, styled{faint, " · " + oneLine(p.Listed.List)})
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
