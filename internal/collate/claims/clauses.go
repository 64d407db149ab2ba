package claims

import (
	"sort"

	"stemma/account"
	"stemma/internal/collate/slots"
)

// clauseClass is the class of whole clauses. They are compared by their own words,
// not by those around them, and never differ: what in them differs is a slot.
const clauseClass = "clause"

// fewest is how many terms a clause needs to say something by itself.
const fewest = 5

// clauses adds a place for each statement of a report that says enough.
func (s *story) clauses(report int, said [][][]string) {
	p := s.pages[report]
	for _, st := range p.Statements {
		ws := p.Words[st.Sentence]
		first := sort.Search(len(ws), func(k int) bool { return ws[k].End > st.Start })
		last := sort.Search(len(ws), func(k int) bool { return ws[k].Start >= st.End })
		at := &slots.Slot{
			Span: st.Span, Aspect: account.AspectDescription, Class: clauseClass,
			Sentence: st.Sentence, First: first, Last: last, Chain: -1,
		}
		pl := place{Slot: at, report: report, quoted: -1}
		seen := map[int]bool{}
		for k := first; k < last; k++ {
			for _, t := range said[st.Sentence][k] {
				if id := s.terms[t]; !seen[id] {
					seen[id] = true
					pl.context = append(pl.context, term{id, s.rareness[id]})
					pl.mass += s.rareness[id]
				}
			}
		}
		if len(pl.context) >= fewest {
			s.add(pl)
		}
	}
}
