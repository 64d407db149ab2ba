package claims

import (
	"sort"
	"strings"
)

// follows reports whether the readings of a matter follow one another in time, so
// that the later ones bring the earlier up to date: a count that rises, a state
// that comes about. All reports of one reading must have appeared before all of
// the next. It puts the readings into that order if so.
func (s *story) follows(m *matter) bool {
	class := s.places[m.readings[0][0]].Class
	if !grows(class) {
		return false
	}
	order := append([][]int{}, m.readings...)
	sort.SliceStable(order, func(i, j int) bool { return s.firstTime(order[i]) < s.firstTime(order[j]) })
	for i := 1; i < len(order); i++ {
		if !before(s.lastTime(order[i-1]), s.firstTime(order[i])) || !s.advances(class, order[i-1][0], order[i][0]) {
			return false
		}
	}
	m.readings = order
	return true
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
