package claims

import (
	"slices"
	"sort"
	"strings"

	"stemma/account"
)

// follows reports whether the readings of a matter follow one another in time, so
// that the later ones bring the earlier up to date: a count that rises, a state
// that comes about. It puts the readings into that order if so.
func (s *story) follows(m *matter) bool {
	order := append([][]int{}, m.readings...)
	sort.SliceStable(order, func(i, j int) bool { return s.firstTime(order[i]) < s.firstTime(order[j]) })
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
		return before(s.lastTime(earlier), since)
	}
	if !before(s.firstTime(earlier), since) {
		return false
	}
	for _, n := range earlier {
		report := s.places[n].report
		if before(since, s.Published[report]) && !s.secondhand(report, since) {
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
func (s *story) secondhand(report int, since string) bool {
	for other := range s.pages {
		if before(s.Published[other], since) && s.Carries(report, other) {
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

// firstTime and lastTime bound when the reports of places appeared; "" unknown.
func (s *story) firstTime(places []int) string {
	first := s.Published[s.places[places[0]].report]
	for _, n := range places {
		if t := s.Published[s.places[n].report]; t < first {
			first = t
		}
	}
	return first
}

func (s *story) lastTime(places []int) string {
	last := ""
	for _, n := range places {
		t := s.Published[s.places[n].report]
		if t == "" {
			return ""
		}
		last = max(last, t)
	}
	return last
}

// before reports whether a time is surely before another, as far as both are
// precise: two times of one day are not, where one is known to the day alone.
func before(a, b string) bool {
	n := min(len(a), len(b))
	return n >= len("2006-01-02") && a[:n] < b[:n]
}
