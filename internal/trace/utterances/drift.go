package utterances

import (
	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/span"
)

// Kinds of drift.
const (
	driftNegation = "negation"
	driftNumber   = "number"
	driftModal    = "modal"
	driftName     = "name"
)

// closeWording is the part of their words that two units share at least before a
// change between them is one of meaning rather than of wording.
const closeWording = 0.5

// driftOf compares the fullest variant with each other, sentence by sentence
// where they match, for changes in words that carry the meaning.
func driftOf(members []*item, fullest int, reports []annotate.Report) []account.Drift {
	var out []account.Drift
	f := members[fullest]
	from := reports[f.report]
	for i, m := range members {
		if i == fullest || m.key == f.key {
			continue
		}
		to := reports[m.report]
		for j := range m.units {
			k, best := -1, match{}
			for n := range f.units {
				if c := align(f.units[n].terms, m.units[j].terms); better(c, best) {
					k, best = n, c
				}
			}
			if k < 0 || best.score < 0.6 || best.weight < leastWeight {
				continue
			}
			// A paraphrase turns sentences about ("not rule out" is "might"):
			// only close wordings show a change of meaning.
			close := best.of >= closeWording || f.quote.Form != account.Indirect && m.quote.Form != account.Indirect && best.of >= muchMore
			if !close {
				continue
			}
			for _, c := range changes(f.units[k].terms, m.units[j].terms) {
				out = append(out, account.Drift{Kind: c.kind, From: placed(c.from, from), To: placed(c.to, to)})
			}
		}
	}
	return out
}

func placed(s span.Span, r annotate.Report) account.Span {
	return account.Span{Article: r.ID, Start: s.Start, End: s.End, Text: s.In(r.Text)}
}

// A change is a difference of one kind between two aligned units.
type change struct {
	kind     string
	from, to span.Span
}

// changes finds what changed in meaning from a to b.
func changes(a, b []term) []change {
	to := pair(a, b)
	back := make([]int, len(b))
	for j := range back {
		back[j] = -1
	}
	for i, p := range to {
		if p.at >= 0 {
			back[p.at] = i
		}
	}
	var out []change
	out = append(out, negation(a, b)...)
	out = append(out, modal(a, b, to)...)
	// What stands in one place and not the other, between the same neighbours.
	for _, g := range gaps(a, b, to, back) {
		out = append(out, g...)
	}
	return out
}

// negation reports a "not" that only one of two units has.
func negation(a, b []term) []change {
	x, y := firstNot(a), firstNot(b)
	switch {
	case x >= 0 && y < 0:
		return []change{{driftNegation, a[x].Span, emptyAt(b)}}
	case y >= 0 && x < 0:
		return []change{{driftNegation, emptyAt(a), b[y].Span}}
	}
	return nil
}

func firstNot(terms []term) int {
	for i, t := range terms {
		if t.stem == "not" {
			return i
		}
	}
	return -1
}

// emptyAt is the empty span at the start of a unit: the words are only in the
// other one.
func emptyAt(terms []term) span.Span {
	if len(terms) == 0 {
		return span.Span{}
	}
	return span.Span{Start: terms[0].Start, End: terms[0].Start}
}

// modal reports a modal verb that was put for one of another strength, before
// the same word.
func modal(a, b []term, to []partner) []change {
	var out []change
	for i, t := range a {
		if modals[t.low] == "" {
			continue
		}
		// The next content word has a partner, and a modal of its own before it.
		for n := i + 1; n < len(a) && n < i+5; n++ {
			if to[n].at < 0 || a[n].weight < 0.3 {
				continue
			}
			for m := to[n].at - 1; m >= 0 && m > to[n].at-5; m-- {
				if k := modals[b[m].low]; k != "" {
					if k != modals[t.low] {
						out = append(out, change{driftModal, t.Span, b[m].Span})
					}
					break
				}
			}
			break
		}
	}
	return out
}

// gaps reports numbers and names that differ between words that agree.
func gaps(a, b []term, to []partner, back []int) [][]change {
	var out [][]change
	for i, t := range a {
		if to[i].at >= 0 || !t.number && !t.name {
			continue
		}
		for j, u := range b {
			if back[j] >= 0 || t.number != u.number || t.name != u.name || !sameGap(i, j, to, back) {
				continue
			}
			kind := driftName
			if t.number {
				kind = driftNumber
			} else if looks(t.low, u.low) > 0.4 {
				continue
			}
			out = append(out, []change{{kind, t.Span, u.Span}})
			break
		}
	}
	return out
}

// sameGap reports whether unpaired terms i and j stand between neighbours that
// are paired with one another.
func sameGap(i, j int, to []partner, back []int) bool {
	l, r := i-1, i+1
	for l >= 0 && to[l].at < 0 {
		l--
	}
	for r < len(to) && to[r].at < 0 {
		r++
	}
	if l >= 0 && r < len(to) {
		return to[l].at < j && j < to[r].at
	}
	if l >= 0 {
		return to[l].at < j
	}
	return r < len(to) && j < to[r].at
}
