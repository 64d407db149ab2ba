package render

import (
	"cmp"
	"slices"
	"strings"

	"stemma/account"
)

// A moment is a row of the timeline: a time in the story's own world with the
// places that give it, and the reports that came out then.
type moment struct {
	Anchor    string
	ISO       string
	Time      string
	Places    []witness
	Published []*report
}

// timeIn narrows a span down to the expression of time in it that has the given
// value; it stays as it is where there is none.
func (d *desk) timeIn(s account.Span, iso string) account.Span {
	r := d.byID[s.Article]
	if r == nil {
		return s
	}
	times := r.Article.Times
	i, _ := slices.BinarySearchFunc(times, s.Start, func(t account.Time, start int) int { return cmp.Compare(t.Start, start) })
	for ; i < len(times) && times[i].End <= s.End; i++ {
		if strings.HasPrefix(times[i].Value, iso) {
			return times[i].Span
		}
	}
	return s
}

// Caps on the sentences of a moment: those that are unfolded, and those listed.
const (
	placesShown  = 3
	placesListed = 12
)

// FirstPlaces are the sentences that are unfolded.
func (m moment) FirstPlaces() []witness { return m.Places[:min(len(m.Places), placesShown)] }

// RestPlaces are further ones.
func (m moment) RestPlaces() []witness {
	return m.Places[len(m.FirstPlaces()):min(len(m.Places), placesListed)]
}

// MorePlaces is how many there are beyond those; they are marked in the reports.
func (m moment) MorePlaces() int { return max(0, len(m.Places)-placesListed) }

// timeline puts the story's moments in order of time, and every report with a
// known time of publication as a tick below the day on which it came out. Days on
// which only reports came out are rows of their own.
func (d *desk) timeline() []moment {
	if len(d.story.Timeline) == 0 {
		return nil
	}
	rows := map[string]*moment{}
	at := func(iso string) *moment {
		if rows[iso] == nil {
			rows[iso] = &moment{ISO: iso, Time: when(iso)}
		}
		return rows[iso]
	}
	spans := map[string][]account.Span{}
	for _, m := range d.story.Timeline {
		at(m.Time)
		for _, s := range m.Spans {
			spans[m.Time] = append(spans[m.Time], d.timeIn(s, m.Time))
		}
	}
	for _, r := range d.reports {
		if p := r.Article.Published; p != nil && p.Time != "" {
			day, _, _ := strings.Cut(p.Time, "T")
			m := at(day)
			m.Published = append(m.Published, r)
		}
	}
	list := make([]moment, 0, len(rows))
	for _, m := range rows {
		list = append(list, *m)
	}
	slices.SortFunc(list, func(a, b moment) int { return cmp.Compare(a.ISO, b.ISO) })
	for i := range list {
		m := &list[i]
		m.Anchor = d.row("t", i+1)
		m.Places = d.witnesses(spans[m.ISO])
		for _, s := range spans[m.ISO] {
			d.mark(s, markTime, m.Time, "#"+m.Anchor)
		}
	}
	return list
}
