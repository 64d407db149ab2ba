package render

import (
	"cmp"
	"slices"
	"strconv"

	"stemma/account"
)

// A story is a story of an account in the order in which a reader meets it, ready
// to be set as text or as a page. All its strings are either words of a report or
// counts, labels and names from the account.
type story struct {
	Anchor      string // "s1": unique in the file, and the start of every anchor below
	Title       *citation
	Verdict     verdict
	Period      string
	Lineage     lineage
	Differences []*claim
	Aspects     []aspect // kinds of difference that occur, with their number
	Quotations  []*quotation
	Agreed      []*claim
	Single      []singles
	LeftOut     []omission
	People      []*person
	Timeline    []moment
	Reports     []*report
}

// newStory makes the story number n (from 1) of an account ready for setting.
func newStory(n int, s *account.Story, articles shelf) *story {
	d := newDesk("s"+strconv.Itoa(n), s, articles)
	v := &story{Anchor: d.anchor, Reports: d.reports}
	if s.Title != nil {
		c := d.cite(*s.Title)
		v.Title = &c
	}
	v.Period = period(s.From, s.To)
	v.Lineage = newLineage(d)
	v.Differences, v.Agreed, v.Single = d.claims()
	v.Aspects = countAspects(v.Differences)
	v.LeftOut = d.leftOut(v.Agreed)
	v.People = d.people()
	v.Quotations = d.quotations()
	v.Timeline = d.timeline()
	v.Verdict = d.verdict()
	d.creditMarks()
	return v
}

// A desk is what the parts of one story's view are made from: the story, its
// reports, and ways to look up what their ids stand for.
type desk struct {
	anchor   string
	story    *account.Story
	reports  []*report
	byID     map[string]*report
	entities map[string]*account.Entity
	origins  map[string]*account.Origin
	persons  map[string]*person // of entities, as they are made
}

func newDesk(anchor string, s *account.Story, articles shelf) *desk {
	d := &desk{
		anchor:   anchor,
		story:    s,
		byID:     make(map[string]*report, len(s.Articles)),
		entities: make(map[string]*account.Entity, len(s.Entities)),
		origins:  make(map[string]*account.Origin, len(s.Lineage.Origins)),
		persons:  make(map[string]*person, len(s.Entities)),
	}
	for _, id := range s.Articles {
		if a := articles.byID[id]; a != nil && d.byID[id] == nil {
			r := newReport(a)
			d.reports = append(d.reports, r)
			d.byID[id] = r
		}
	}
	// In the order of the account, which knows the times that were inferred.
	slices.SortStableFunc(d.reports, func(a, b *report) int { return cmp.Compare(articles.place[a.ID], articles.place[b.ID]) })
	for i, r := range d.reports {
		r.Anchor = anchor + "-r" + strconv.Itoa(i+1)
		r.number = i
	}
	for i := range s.Entities {
		d.entities[s.Entities[i].ID] = &s.Entities[i]
	}
	for i := range s.Lineage.Origins {
		d.origins[s.Lineage.Origins[i].ID] = &s.Lineage.Origins[i]
	}
	return d
}

// named returns the reports with the given ids, in the order of the ids; ids that
// stand for none are passed over.
func (d *desk) named(ids []string) []*report {
	list := make([]*report, 0, len(ids))
	for _, id := range ids {
		if r := d.byID[id]; r != nil {
			list = append(list, r)
		}
	}
	return list
}

// row gives the anchor of the row number n (from 1) of a part of the story, which
// is named by one letter.
func (d *desk) row(part string, n int) string { return d.anchor + "-" + part + strconv.Itoa(n) }

// A verdict is the line of counts above everything else.
type verdict struct {
	Reports, Outlets, Differences, Updates int
	Origins                                account.Origins
}

func (d *desk) verdict() verdict {
	v := verdict{Reports: len(d.reports), Outlets: d.story.Outlets, Origins: d.story.Origins}
	for _, c := range d.story.Claims {
		switch c.Relation {
		case account.Differ:
			v.Differences++
		case account.Update:
			v.Updates++
		}
	}
	return v
}

// OriginCount is the count of origins in words: "1 origin", "unknown origins".
func (v verdict) OriginCount() string {
	if v.Origins.AtLeast <= 0 {
		return "unknown origins"
	}
	return count(v.Origins.AtLeast, "origin")
}

// OriginRange is what the count of origins leaves open, "at least 1, at most 2";
// empty where it leaves nothing open.
func (v verdict) OriginRange() string { return originRange(v.Origins) }

// Counts are the other counts of the verdict, each with its noun: those before
// the origins and those after them.
func (v verdict) Before() []string {
	parts := []string{count(v.Reports, "report")}
	if v.Outlets > 0 {
		parts = append(parts, count(v.Outlets, "outlet"))
	}
	return parts
}

// After is the counts that stand behind the origins.
func (v verdict) After() []string {
	parts := []string{count(v.Differences, "difference")}
	if v.Updates > 0 {
		parts = append(parts, count(v.Updates, "update"))
	}
	return parts
}
