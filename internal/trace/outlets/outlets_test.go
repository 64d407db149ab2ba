package outlets

import (
	"slices"
	"testing"
)

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		outlet string
		want   []string
	}{
		{"RTVi", []string{"rtvi"}},
		{"The Harbour Post", []string{"harbourpost"}},
		{"www.harbourpost.com", []string{"harbourpost", "harbourpostcom"}},
		{"AP", []string{"ap"}},
		{"Associated Press", []string{"ap"}},
		{"X", nil},
		{"", nil},
	} {
		if got := Keys(c.outlet); !slices.Equal(got, c.want) {
			t.Errorf("Keys(%q) = %q, want %q", c.outlet, got, c.want)
		}
	}
}

func TestIsAgency(t *testing.T) {
	for name, want := range map[string]bool{"Reuters": true, "the Associated Press": true, "Harbour Post": false, "": false} {
		if got := IsAgency(Key(name)); got != want {
			t.Errorf("IsAgency(%q) = %v", name, got)
		}
	}
}
