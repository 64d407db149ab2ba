package claims

import (
	"fmt"
	"sort"

	"stemma/account"
	"stemma/internal/collate/slots"
	"stemma/internal/span"
)

// standing puts relations in the order in which a reader wants them.
var standing = map[string]float64{account.Differ: 2, account.Update: 2, account.Agree: 1, account.Single: 0}

// claim gives a matter the form that it has in an account.
func (s *story) claim(m matter) account.Claim {
	first := s.places[m.readings[0][0]]
	c := account.Claim{
		Relation: m.relation, Aspect: first.Aspect, Weight: standing[m.relation] + m.sure,
		Matter: []account.Span{}, Readings: []account.Reading{}, Absent: []string{},
	}
	spoke := map[string]bool{}
	var everything []account.Span
	for _, places := range m.readings {
		if len(places) == 0 {
			continue
		}
		r := s.reading(places)
		for _, a := range r.Articles {
			spoke[a] = true
		}
		everything = append(everything, r.Spans...)
		c.Readings = append(c.Readings, r)
		at := s.places[places[0]]
		c.Matter = append(c.Matter, s.quote(at.report, s.pages[at.report].Sentences[at.Sentence]))
	}
	switch {
	case len(c.Readings) < 2:
	case m.relation == account.Agree:
		c.Contrast = account.Precision
	default:
		c.Contrast = account.Conflict
	}
	c.Origins = s.Count(everything)
	if c.Origins.IDs == nil {
		c.Origins.IDs = []string{}
	}
	for _, p := range s.pages {
		if !spoke[p.ID] {
			c.Absent = append(c.Absent, p.ID)
		}
	}
	return c
}

// reading gives the places that have one value the form of a reading.
func (s *story) reading(places []int) account.Reading {
	r := account.Reading{Articles: []string{}, Spans: []account.Span{}}
	for _, n := range places {
		p := &s.places[n]
		id := s.pages[p.report].ID
		if len(r.Articles) == 0 || r.Articles[len(r.Articles)-1] != id {
			r.Articles = append(r.Articles, id)
		}
		r.Spans = append(r.Spans, s.quote(p.report, p.Span))
	}
	r.Value = said(s.places[places[0]].Slot, r.Spans[0].Text)
	r.Origins = s.Count(r.Spans)
	if r.Origins.IDs == nil {
		r.Origins.IDs = []string{}
	}
	return r
}

// said is the value of a slot as a reader can compare it: its words, or its date
// where they only point to one ("yesterday").
func said(at *slots.Slot, words string) string {
	if at.Class == "day" && at.Parts[0] == "" && at.Parts[1] == "" {
		return at.Key
	}
	return words
}

func (s *story) quote(report int, at span.Span) account.Span {
	p := s.pages[report]
	return account.Span{Article: p.ID, Start: at.Start, End: at.End, Text: at.In(p.Text)}
}

// rank orders claims by weight and numbers them.
func rank(claims []account.Claim) {
	sort.SliceStable(claims, func(i, j int) bool { return claims[i].Weight > claims[j].Weight })
	for i := range claims {
		claims[i].ID = fmt.Sprint("c", i+1)
	}
}
