package words

import (
	"reflect"
	"testing"
	"unicode/utf8"
)

func TestOf(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"Two shootings, stopped at 5:10 a.m.", []string{"two", "shoot", "stop", "at", "5:10", "a", "m"}},
		{"the co-chair’s 12.5 million", []string{"the", "co-chair", "12.5", "million"}},
		{"cities accused", []string{"city", "accus"}},
		{"accuses the press", []string{"accus", "the", "press"}},
		{"", nil},
	}
	for _, tt := range tests {
		var got []string
		for _, w := range Of(tt.text, 0) {
			got = append(got, w.Stem)
		}
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("Of(%q) = %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestContent(t *testing.T) {
	for _, w := range Of("She said the minister's plan was not hers", 0) {
		want := w.Lower == "minister" || w.Lower == "plan"
		if w.Content != want {
			t.Errorf("%q: Content = %v, want %v", w.Lower, w.Content, want)
		}
	}
}

func FuzzOf(f *testing.F) {
	f.Add("It’s 5:10 a.m. in São Paulo — co-chair's \xff.")
	f.Fuzz(func(t *testing.T, text string) {
		last := 7
		for _, w := range Of(text, 7) {
			if w.Start < last || w.End <= w.Start || w.End > 7+len(text) {
				t.Fatalf("word %v after %d outside text of %d bytes", w.Span, last, len(text))
			}
			if utf8.ValidString(text) && !utf8.ValidString(w.Lower) {
				t.Fatalf("%q isn't UTF-8", w.Lower)
			}
			last = w.End
		}
	})
}
