package claims

import "testing"

// TestWorth: the surest come first, and each further one has to be surer.
func TestWorth(t *testing.T) {
	of := func(sure ...float64) (matters []matter) {
		for _, s := range sure {
			matters = append(matters, matter{sure: s})
		}
		return matters
	}
	for _, c := range []struct {
		sure []float64
		most int
		want []float64
	}{
		{nil, 9, nil},
		{[]float64{doubtful}, 9, []float64{doubtful}},
		{[]float64{doubtful / 2}, 9, nil},
		{[]float64{0.01, 0.01, 0.5}, 9, []float64{0.5}},
		{[]float64{0.014, 0.5, 0.013}, 9, []float64{0.5, 0.014}},
		{[]float64{0.9, 0.8, 0.7}, 2, []float64{0.9, 0.8}},
	} {
		got := worth(of(c.sure...), c.most)
		if len(got) != len(c.want) {
			t.Errorf("of %v: %d, want %v", c.sure, len(got), c.want)
			continue
		}
		for i := range got {
			if got[i].sure != c.want[i] {
				t.Errorf("of %v: %v at %d, want %v", c.sure, got[i].sure, i, c.want[i])
			}
		}
	}
}
