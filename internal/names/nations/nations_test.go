package nations

import "testing"

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		find       func(string) (*Nation, bool)
		word, want string
	}{
		{Lookup, "US", "United States"}, {Lookup, "U.S.", "United States"}, {Lookup, "us", ""},
		{Lookup, "the United States", "United States"}, {Lookup, "Russian Federation", "Russia"},
		{Lookup, "UKRAINE", "Ukraine"}, {Lookup, "IRAN", "Iran"}, {Lookup, "Russian", ""},
		{People, "Russians", "Russia"}, {People, "Chinese", "China"}, {People, "Frenchmen", "France"},
		{People, "German", "Germany"}, {People, "Germans", "Germany"}, {People, "Chineses", ""},
		{Capital, "Kiev", "Ukraine"}, {Capital, "Kyiv", "Ukraine"}, {Capital, "Gotham", ""},
	} {
		got := ""
		if n, ok := c.find(c.word); ok {
			got = n.Name()
		}
		if got != c.want {
			t.Errorf("%q is of %q, want %q", c.word, got, c.want)
		}
	}
}
