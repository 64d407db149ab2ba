package claims

import (
	"testing"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/collate/slots"
	"stemma/internal/extract"
)

// TestFollows takes counts of one matter from reports of an agency and of papers.
func TestFollows(t *testing.T) {
	type given struct {
		published, outlet string
		count             float64
		carries           int // the report it copies, -1 none
	}
	tests := []struct {
		name string
		all  []given
		want bool
	}{
		{"a rise", []given{{"2021-03-05T10:00", "Agency", 17, -1}, {"2021-03-06T10:00", "Paper", 23, -1}}, true},
		{"a fall", []given{{"2021-03-05T10:00", "Agency", 23, -1}, {"2021-03-06T10:00", "Paper", 17, -1}}, false},
		{"one day", []given{{"2021-03-05", "Agency", 17, -1}, {"2021-03-05T10:00", "Paper", 23, -1}}, false},
		{"two zones", []given{{"2021-03-05T23:30+05:00", "Agency", 17, -1}, {"2021-03-05T20:00Z", "Paper", 23, -1}}, true},
		{"two zones, the other way", []given{{"2021-03-05T09:00-05:00", "Agency", 17, -1}, {"2021-03-05T10:00Z", "Paper", 23, -1}}, false},
		{"a day and the next", []given{{"2021-03-05", "Agency", 17, -1}, {"2021-03-06T00:30", "Paper", 23, -1}}, true},
		{"a miscopy", []given{{"2021-03-05T10:00", "Agency", 17, -1}, {"2021-03-05T12:00", "Paper", 71, 0}}, false},
		{"a new version", []given{{"2021-03-05T10:00", "Agency", 17, -1}, {"2021-03-05T12:00", "Agency", 23, 0}}, true},
		{"not taken up", []given{{"2021-03-05T10:00", "Agency", 17, -1}, {"2021-03-05T12:00", "Paper", 71, -1}, {"2021-03-06", "Post", 17, -1}}, false},
		{"a late copy", []given{{"2021-03-05T10:00", "Agency", 17, -1}, {"2021-03-05T12:00", "Paper", 23, -1}, {"2021-03-06", "Post", 17, 0}}, true},
	}
	for _, tt := range tests {
		s := &story{Reports: Reports{Carries: func(report, other int) bool { return tt.all[report].carries == other }}}
		m := matter{relation: account.Differ}
		of := map[float64]int{}
		for n, g := range tt.all {
			s.when = append(s.when, stretches([]string{g.published})...)
			s.pages = append(s.pages, &slots.Page{Report: annotate.Report{Article: &extract.Article{Outlet: g.outlet}}})
			s.places = append(s.places, place{Slot: &slots.Slot{Class: "count:person", Low: g.count, High: g.count}, report: n})
			at, ok := of[g.count]
			if !ok {
				at = len(m.readings)
				of[g.count] = at
				m.readings = append(m.readings, nil)
			}
			m.readings[at] = append(m.readings[at], n)
		}
		if got := s.follows(&m); got != tt.want {
			t.Errorf("%s: follows is %v", tt.name, got)
		}
	}
}
