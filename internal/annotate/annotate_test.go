package annotate

import "testing"

func TestReadAs(t *testing.T) {
	for _, c := range []struct{ lang, text, want string }{
		{"en", "Нет.", "en"},
		{"de", "The minister resigned.", "de"},
		{"", "The minister resigned.", "en"},
		{"", "Министр ушёл в отставку, reported RTR.", ""},
		{"", "12 34", ""},
	} {
		if got := ReadAs(c.lang, c.text); got != c.want {
			t.Errorf("%q in %q is read as %q, not %q", c.text, c.lang, got, c.want)
		}
	}
	if !Knows("en-GB") || Knows("de") || Knows("") {
		t.Error("English is what is known")
	}
}
