package isotime

import (
	"slices"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in        string
		want      string // RFC 3339; "" for no time
		precision Precision
	}{
		{"2022", "2022-01-01T00:00:00Z", Year},
		{"2022-01", "2022-01-01T00:00:00Z", Month},
		{"2022-01-13", "2022-01-13T00:00:00Z", Day},
		{"2022-01-13T11:45", "2022-01-13T11:45:00Z", Minute},
		{"2022-01-13T11:45+01:00", "2022-01-13T11:45:00+01:00", Minute},
		{"2022-01-13T11:45:09Z", "2022-01-13T11:45:09Z", Second},
		{"2022-01-13 11:45:09", "2022-01-13T11:45:09Z", Second},
		{"13 January", "", 0},
		{"2022-13-01", "", 0},
		{"", "", 0},
	} {
		got, precision, ok := Parse(c.in)
		if ok != (c.want != "") || ok && got.Format(time.RFC3339) != c.want || precision != c.precision {
			t.Errorf("Parse(%q) = %v, %v, %v", c.in, got, precision, ok)
		}
	}
}

func TestCompare(t *testing.T) {
	want := []string{"2021", "2022-01", "2022-01-13", "2022-01-13T01:00+02:00", "2022-01-13T11:45", "2022-02", ""}
	want[2], want[3] = want[3], want[2] // an hour past midnight two zones east is the day before
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, Compare)
	if !slices.Equal(got, want) {
		t.Errorf("sorted: %q, want %q", got, want)
	}
}

func TestWithin(t *testing.T) {
	for in, open := range map[string]time.Duration{
		"2023": 365 * 24 * time.Hour, "2022-02": 28 * 24 * time.Hour, "2022-01-13": 24 * time.Hour,
		"2022-01-13T11:45": time.Minute, "2022-01-13T11:45:09Z": time.Second,
	} {
		first, last, ok := Within(in)
		if !ok || last.Sub(first) != open {
			t.Errorf("Within(%q) = %v, %v, %v; want %v between", in, first, last, ok, open)
		}
	}
	if _, _, ok := Within("13 January"); ok {
		t.Error("Within of no time: ok")
	}
}
