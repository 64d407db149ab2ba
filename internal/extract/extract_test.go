package extract

import (
	"strings"
	"testing"

	"stemma/internal/collect"
)

// plain makes a document of a text.
func plain(s string) *collect.Document {
	return &collect.Document{Kind: collect.PlainText, Bytes: []byte(s)}
}

func TestTitleStandsOnceAndFurnitureGoes(t *testing.T) {
	a, err := Extract(plain(`World

Dam at Lake Orun gives way

Share this post!

Dam at Lake Orun gives way

by

The dam at Lake Orun gave way on Monday, officials said, and three villages were under water by noon.

History

The dam was built in 1931 by a mining company that closed long ago, and nobody has looked after it since.

Leave a Reply

Your email address will not be published. Required fields are marked *`))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"Dam at Lake Orun gives way",
		"The dam at Lake Orun gave way on Monday, officials said, and three villages were under water by noon.",
		"History",
		"The dam was built in 1931 by a mining company that closed long ago, and nobody has looked after it since.",
	}, "\n\n")
	if a.Text != want {
		t.Errorf("got\n%s\nwant\n%s", a.Text, want)
	}
	if a.TitleSpan.In(a.Text) != "Dam at Lake Orun gives way" || a.Title != a.TitleSpan.In(a.Text) {
		t.Errorf("title %q at %v", a.Title, a.TitleSpan)
	}
}

func TestKnownTitleIsOneLine(t *testing.T) {
	a, err := Extract(&collect.Document{Kind: collect.JSON, Bytes: []byte(
		`{"title": "Dam at  Lake\n\nOrun gives way", "text": "Dam at Lake Orun gives way\n\nThree villages were under water by noon, officials said on Monday."}`)})
	if err != nil {
		t.Fatal(err)
	}
	checkLaws(t, a)
	if want := "Dam at Lake Orun gives way\n\nThree villages were under water by noon, officials said on Monday."; a.Text != want {
		t.Errorf("got %q, want %q", a.Text, want)
	}
}
