package render

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"stemma/account"
)

// A person is an entity of any type: under which names and offices the reports
// know it, how often it is quoted, and what the user's lists have of it.
type person struct {
	Anchor     string
	Name       string
	Type       string
	Spellings  []spelling
	Roles      []role
	Quotations []*quotation
	Mentions   int
	Listed     *account.Listed
	Candidates []account.Listed
}

// Telling reports whether there is more to say of an entity than that it is named.
func (p *person) Telling() bool {
	spelled := slices.ContainsFunc(p.Spellings, func(s spelling) bool { return !strings.EqualFold(s.Text, p.Spellings[0].Text) })
	return len(p.Quotations) > 0 || len(p.Roles) > 0 || spelled || p.Listed != nil || len(p.Candidates) > 0
}

// Reports are those that name the entity.
func (p *person) Reports() []*report {
	var list []*report
	for _, s := range p.Spellings {
		for _, r := range s.Reports {
			if !slices.Contains(list, r) {
				list = append(list, r)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b *report) int { return cmp.Compare(a.number, b.number) })
	return list
}

// A spelling is one name with how often which reports use it. Href leads to the
// first place.
type spelling struct {
	Text    string
	Count   int
	Reports []*report
	Href    string
}

// A role is an office that reports give somebody.
type role struct {
	Text    string
	Reports []*report
	Href    string
}

// people makes the rows of who is who. The desk keeps them for quotations, which
// must therefore come after.
func (d *desk) people() []*person {
	var list []*person
	for i := range d.story.Entities {
		list = append(list, d.person(d.story.Entities[i].ID))
	}
	return list
}

// person gives the row of an entity; nil if the story has none of that id.
func (d *desk) person(id string) *person {
	if p := d.persons[id]; p != nil {
		return p
	}
	e := d.entities[id]
	if e == nil {
		return nil
	}
	p := &person{Anchor: d.anchor + "-w" + strconv.Itoa(len(d.persons)+1), Name: shorten(oneLine(e.Name), nameMax), Type: typeNames[e.Type],
		Mentions: len(e.Mentions), Listed: e.Listed, Candidates: e.Candidates}
	for _, m := range e.Mentions {
		if r := d.byID[m.Article]; r != nil {
			r.namings = append(r.namings, naming{m.Start, m.End, p})
		}
	}
	first := firstMentions(e.Mentions)
	for _, n := range e.Names {
		s := spelling{Text: shorten(oneLine(n.Text), nameMax), Count: n.Count, Reports: d.named(n.Articles)}
		if m, ok := first[n.Text]; ok {
			s.Href = d.href(m)
		}
		p.Spellings = append(p.Spellings, s)
	}
	for _, r := range e.Roles {
		v := role{Text: shorten(oneLine(r.Text), nameMax), Reports: d.named(r.Articles)}
		if len(r.Spans) > 0 {
			v.Href = d.href(r.Spans[0])
		}
		p.Roles = append(p.Roles, v)
	}
	d.persons[id] = p
	return p
}

// quotationsListed is how many quotations a card shows unfolded.
const quotationsListed = 5

// FirstQuotations are the first few of the quotations.
func (p *person) FirstQuotations() []*quotation {
	return p.Quotations[:min(len(p.Quotations), quotationsListed)]
}

// RestQuotations are the others.
func (p *person) RestQuotations() []*quotation { return p.Quotations[len(p.FirstQuotations()):] }

// Office is the offices that stand with a speaker, the best supported first.
func (p *person) Office() string {
	if len(p.Roles) == 0 {
		return ""
	}
	return p.Roles[0].Text
}

// firstMentions gives the first mention of each spelling.
func firstMentions(mentions []account.Span) map[string]account.Span {
	first := make(map[string]account.Span, len(mentions))
	for _, m := range mentions {
		for _, k := range []string{m.Text, strings.TrimSpace(m.Text)} {
			if _, ok := first[k]; !ok {
				first[k] = m
			}
		}
	}
	return first
}

// href leads to the place of a span; empty if its report is not in the story.
func (d *desk) href(s account.Span) string {
	r := d.byID[s.Article]
	if r == nil {
		return ""
	}
	start, _ := clampSpan(r.Article.Text, s.Start, s.End)
	return "#" + r.place(start)
}
