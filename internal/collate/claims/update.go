package claims

import (
	"slices"
	"sort"
	"strings"
	"time"

	"stemma/account"
	"stemma/internal/isotime"
)

// follows reports whether the readings of a matter follow one another in time, so
// that the later ones bring the earlier up to date: a count that rises, a state
// that comes about. It puts the readings into that order if so.
func (s *story) follows(m *matter) bool {
	order := append([][]int{}, m.readings...)
	sort.SliceStable(order, func(i, j int) bool { return s.firstTime(order[i]).first.Before(s.firstTime(order[j]).first) })
	for i := 1; i < len(order); i++ {
		if !s.updates(order[i-1], order[i]) {
			return false
		}
	}
	m.readings = order
	return true
}

// updates reports whether a reading brings an earlier one up to date. It must be
// news: reports that appear after it don't go back to the earlier value, and it
// isn't what those who carry another's report have made of its value.
func (s *story) updates(earlier, later []int) bool {
	class := s.places[earlier[0]].Class
	if !grows(class) || !s.advances(class, earlier[0], later[0]) || s.miscopied(earlier, later) {
		return false
	}
	since := s.firstTime(later)
	if !strings.HasPrefix(class, "count:") {
		return s.lastTime(earlier).before(since)
	}
	if !s.firstTime(earlier).before(since) {
		return false
	}
	for _, n := range earlier {
		report := s.places[n].report
		if since.before(s.when[report]) && !s.secondhand(report, since) {
			return false
		}
	}
	return true
}

// miscopied reports whether all who give the later value carry the report of
// another outlet that gives the earlier.
func (s *story) miscopied(earlier, later []int) bool {
	for _, n := range later {
		if !slices.ContainsFunc(earlier, func(e int) bool {
			x, y := s.places[n].report, s.places[e].report
			return s.Carries(x, y) && s.pages[x].Outlet != s.pages[y].Outlet
		}) {
			return false
		}
	}
	return true
}

// secondhand reports whether a report carries one that appeared before a time: it
// may give what was known then.
func (s *story) secondhand(report int, since stretch) bool {
	for other := range s.pages {
		if s.when[other].before(since) && s.Carries(report, other) {
			return true
		}
	}
	return false
}

// apart takes out of a matter of many readings those that bring its best attested
// one, the first, up to date, or that it does: they are matters of their own.
func (s *story) apart(m *matter) []matter {
	if len(m.readings) < 3 {
		return nil
	}
	var updates []matter
	kept := m.readings[:1:1]
	for _, r := range m.readings[1:] {
		pair := matter{relation: account.Update, readings: [][]int{m.readings[0], r}, sure: m.sure}
		if s.follows(&pair) {
			updates = append(updates, pair)
		} else {
			kept = append(kept, r)
		}
	}
	m.readings = kept
	return updates
}

// grows reports whether values of a class can change with time. A street or an
// age can't within a story.
func grows(class string) bool {
	return strings.HasPrefix(class, "count:") && class != "count:day" || strings.HasPrefix(class, "verb:") || advancing[class] != ""
}

// advancing is, for matters that move on, the side they move to.
var advancing = map[string]string{
	"opposite:custody": "a", "opposite:knowledge": "a", "opposite:life": "b", "opposite:verdict": "a",
	"opposite:approval": "a", "opposite:start": "b", "opposite:admission": "a",
}

// advances reports whether the value of place b can come after that of a.
func (s *story) advances(class string, a, b int) bool {
	x, y := s.places[a], s.places[b]
	switch {
	case strings.HasPrefix(class, "count:"):
		return y.Low > x.Low
	case strings.HasPrefix(class, "verb:"):
		return y.Key == "yes"
	}
	return y.Key == advancing[class]
}

// A stretch is when something appeared, as far as that is known: first ≤ it <
// last. The zero stretch says nothing.
type stretch struct{ first, last time.Time }

// stretches reads times of publication.
func stretches(published []string) []stretch {
	all := make([]stretch, len(published))
	for i, p := range published {
		all[i].first, all[i].last, _ = isotime.Within(p)
	}
	return all
}

// before reports whether a is surely before b: two times of one day are not,
// where one is known to the day alone.
func (a stretch) before(b stretch) bool {
	return !a.first.IsZero() && !b.first.IsZero() && !a.last.After(b.first)
}

// firstTime is when the first of the reports of places appeared; nothing is known
// of it where one has no time.
func (s *story) firstTime(places []int) stretch {
	first := s.when[s.places[places[0]].report]
	for _, n := range places {
		t := s.when[s.places[n].report]
		if t.first.IsZero() {
			return stretch{}
		}
		if c := t.first.Compare(first.first); c < 0 || c == 0 && t.last.After(first.last) {
			first = t
		}
	}
	return first
}

// lastTime is when the last of the reports of places appeared; nothing is known
// of it where one has no time.
func (s *story) lastTime(places []int) stretch {
	var last stretch
	for _, n := range places {
		t := s.when[s.places[n].report]
		if t.first.IsZero() {
			return stretch{}
		}
		if t.last.After(last.last) {
			last = t
		}
	}
	return last
}
