// Package slots finds in a report the places that say something another report
// can say differently: a number of something, an age, a day, an hour, a place, a
// name, an office, a relation, a yes or no. Slots compare only within one class
// ("hour", "money:USD", "office"), and [Compare] says whether two of a class give
// the same value.
//
// Numbers, times and names come from the report's annotations. What these don't
// carry is found here by form: ages, votes and scores, streets and blocks, titles
// before names, and the opposites and negations by which one report denies what
// another says.
package slots

import (
	"sort"

	"stemma/internal/annotate"
	"stemma/internal/annotate/times"
	"stemma/internal/collate/words"
	"stemma/internal/span"
)

// A Slot is one such place. It covers the words [First, Last) of its sentence.
type Slot struct {
	span.Span
	Aspect      string // account.Aspect…
	Class       string
	Sentence    int
	First, Last int

	Key       string   // the value, normalised: slots of a class with equal keys agree
	Low, High float64  // quantities and hours
	Parts     []string // words of a name or an office, in lower case
	About     string   // whose attribute it is, in lower case: the surname before an age; "" if nobody's
	Chain     int      // chain of the mention that it is; -1 none
}

// A Page is a report with its sentences cut into words.
type Page struct {
	annotate.Report
	Words [][]words.Word // parallel to Sentences
	Times []times.Time   // resolved
}

// NewPage cuts a report into words. resolved are its times with the values that
// they have in it.
func NewPage(r annotate.Report, resolved []times.Time) *Page {
	p := &Page{Report: r, Words: make([][]words.Word, len(r.Sentences)), Times: resolved}
	for i, s := range r.Sentences {
		p.Words[i] = words.Of(s.In(r.Text), s.Start)
	}
	return p
}

// Find returns the page's slots, in order of text. Slots of different classes may
// cover the same words.
func Find(p *Page) []Slot {
	f := &finder{Page: p, taken: map[int]bool{}}
	for i := range p.Words {
		f.ages(i)
		f.scores(i)
		f.sites(i)
		f.relations(i)
		f.media(i)
		f.opposites(i)
	}
	f.negations()
	f.offices()
	f.quantities()
	f.times()
	f.names()
	sort.SliceStable(f.found, func(i, j int) bool { return f.found[i].Start < f.found[j].Start })
	return f.found
}

// A finder gathers the slots of one page. taken are the starts of words that a
// more telling slot of the aspect quantity or name covers already.
type finder struct {
	*Page
	found []Slot
	taken map[int]bool
}

// add adds a slot that covers words [first, last) of sentence i. It returns the
// slot for the caller to fill in; the pointer holds until the next add.
func (f *finder) add(i, first, last int, aspect, class, key string) *Slot {
	ws := f.Words[i]
	f.found = append(f.found, Slot{
		Span:   span.Span{Start: ws[first].Start, End: ws[last-1].End},
		Aspect: aspect, Class: class, Key: key, Chain: -1,
		Sentence: i, First: first, Last: last,
	})
	return &f.found[len(f.found)-1]
}

// take marks words as covered.
func (f *finder) take(i, first, last int) {
	for _, w := range f.Words[i][first:last] {
		f.taken[w.Start] = true
	}
}

// locate returns the sentence and the words [first, last) that a span covers; ok
// is false where it covers none, or reaches over sentences.
func (f *finder) locate(s span.Span) (i, first, last int, ok bool) {
	i = sort.Search(len(f.Sentences), func(k int) bool { return f.Sentences[k].End > s.Start })
	if i == len(f.Sentences) {
		return 0, 0, 0, false
	}
	ws := f.Words[i]
	first = sort.Search(len(ws), func(k int) bool { return ws[k].End > s.Start })
	last = sort.Search(len(ws), func(k int) bool { return ws[k].Start >= s.End })
	return i, first, last, first < last
}

// between is the text between words k-1 and k of a sentence.
func (f *finder) between(i, k int) string {
	ws := f.Words[i]
	if k <= 0 || k >= len(ws) {
		return "\n"
	}
	return f.Text[ws[k-1].End:ws[k].Start]
}

// joined reports whether only a space stands between words k-1 and k.
func (f *finder) joined(i, k int) bool {
	switch f.between(i, k) {
	case " ", "-", ". ", ".":
		return true
	}
	return false
}
