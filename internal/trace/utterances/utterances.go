// Package utterances joins the quotations of a story's articles that are one act
// of saying.
//
// Two quotations are variants of one utterance where the words of one, or of one
// of its sentences, are found again in the other, in about the same order, and
// their speakers can be the same. Words are compared by stem, by a short list of
// words that translators and reporters put for one another, and by look; rare
// ones weigh most. Copies are set aside first, candidates come from an inverted
// index, so that a large story costs little more than its different quotations.
package utterances

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/span"
	"stemma/internal/trace/entities"
)

// Joined are a story's utterances. Of[i][q] is the index into Quotations of
// quotation q of report i, or -1 where that is doubtful.
type Joined struct {
	Quotations []account.Quotation `json:"quotations"`
	Of         [][]int             `json:"of"`
}

// Join finds the quotations that are variants of one utterance, in the order of
// importance, with ids "q1", "q2", …: those of most articles first, of them the
// ones with the speaker's own words, then those of persons, then the longer ones.
func Join(reports []annotate.Report, who entities.Resolved) Joined {
	items := itemsOf(reports, who)
	order := []ranked{}
	for _, g := range cluster(items) {
		order = append(order, rank(g, who))
	}
	sort.SliceStable(order, func(i, j int) bool { return order[i].before(&order[j]) })
	j := Joined{Quotations: []account.Quotation{}, Of: make([][]int, len(reports))}
	for i, r := range reports {
		if r.Annotations != nil {
			j.Of[i] = slices.Repeat([]int{-1}, len(r.Quotations))
		}
	}
	for n, r := range order {
		j.Quotations = append(j.Quotations, quotationOf(fmt.Sprint("q", n+1), r.members, reports, who))
		for _, it := range r.members {
			j.Of[it.report][it.quotation] = n
		}
	}
	return j
}

// A ranked is an utterance with what its importance goes by.
type ranked struct {
	members  []*item
	articles int
	words    bool // some article gives the speaker's own
	speaker  int  // a person 2, other entity 1, unknown 0
	weight   float64
}

func rank(members []*item, who entities.Resolved) ranked {
	r := ranked{members: members}
	in := map[int]bool{}
	for _, it := range members {
		in[it.report] = true
		r.words = r.words || it.quote.Form != account.Indirect
		r.weight = max(r.weight, it.weight)
	}
	r.articles = len(in)
	if e := speakerOf(members); e >= 0 && e < len(who.Entities) {
		r.speaker = 1
		if who.Entities[e].Type == account.Person {
			r.speaker = 2
		}
	}
	return r
}

func (r *ranked) before(s *ranked) bool {
	switch {
	case r.articles != s.articles:
		return r.articles > s.articles
	case r.words != s.words:
		return r.words
	case r.speaker != s.speaker:
		return r.speaker > s.speaker
	}
	return r.weight > s.weight
}

// longestOpening is how many bytes a reporter puts before direct speech at most
// that annotators count to it: "that", "a", "what he called".
const longestOpening = 16

// quotationOf writes the account of one utterance.
func quotationOf(id string, members []*item, reports []annotate.Report, who entities.Resolved) account.Quotation {
	q := account.Quotation{ID: id, Variants: []account.Variant{}, Drift: []account.Drift{}}
	if e := speakerOf(members); e >= 0 && e < len(who.Entities) {
		q.Speaker = who.Entities[e].ID
	}
	for i, it := range members {
		q.Variants = append(q.Variants, variantOf(it, reports[it.report], who))
		f := members[q.Fullest]
		if c, d := closeness(it.quote.Form), closeness(f.quote.Form); i > 0 && (c > d || c == d && it.weight > f.weight) {
			q.Fullest = i
		}
	}
	q.Drift = append(q.Drift, driftOf(members, q.Fullest, reports)...)
	return q
}

// speakerOf is the entity that most of the members have for their speaker.
func speakerOf(members []*item) int {
	count := map[int]int{}
	best := -1
	for _, it := range members {
		if it.speaker < 0 {
			continue
		}
		count[it.speaker]++
		if best < 0 || count[it.speaker] > count[best] || count[it.speaker] == count[best] && it.speaker < best {
			best = it.speaker
		}
	}
	return best
}

// variantOf writes the account of one member.
func variantOf(it *item, r annotate.Report, who entities.Resolved) account.Variant {
	at := func(s span.Span) account.Span {
		return account.Span{Article: r.ID, Start: s.Start, End: s.End, Text: s.In(r.Text)}
	}
	q := it.quote
	var whole span.Span
	v := account.Variant{Form: q.Form, Via: []account.Via{}}
	for _, c := range q.Content {
		if q.Form == account.Direct {
			c = fromMark(r.Text, c)
		}
		whole = whole.Join(c)
		if len(q.Content) > 1 {
			v.Pieces = append(v.Pieces, at(c))
		}
	}
	v.Span = at(whole)
	v.Source = joined(q.Source, at)
	v.Cue = joined(verbOf(q), at)
	for _, via := range q.Via {
		out := account.Via{Name: via.Name, Span: at(via.Span)}
		if e := entityOf(who, it.report, via.Chain); e >= 0 && e < len(who.Entities) {
			out.Entity = who.Entities[e].ID
		}
		v.Via = append(v.Via, out)
	}
	return v
}

// fromMark leaves off the few words before the first quotation mark of direct
// speech: in 'that "there is no reason"' they are the reporter's.
func fromMark(text string, c span.Span) span.Span {
	i := strings.IndexAny(c.In(text), "“«„\"")
	if i > 0 && i <= longestOpening && c.Start+i+8 < c.End {
		c.Start += i
	}
	return c
}

// joined is the span from the first piece to the last; nil without pieces.
func joined(pieces []span.Span, at func(span.Span) account.Span) *account.Span {
	if len(pieces) == 0 {
		return nil
	}
	var whole span.Span
	for _, p := range pieces {
		whole = whole.Join(p)
	}
	s := at(whole)
	return &s
}
