package extract

import (
	"errors"
	"strings"
	"testing"
	"time"

	"stemma/internal/collect"
)

func TestWatch(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	_, err := watch(10*time.Millisecond, func() (*page, error) { <-release; return nil, nil })
	if err == nil || !strings.Contains(err.Error(), "within 10ms") {
		t.Errorf("a page that takes too long: %v", err)
	}
	if _, err = watch(time.Minute, func() (*page, error) { panic("broken") }); err == nil || !strings.Contains(err.Error(), "broken") {
		t.Errorf("a page that panics: %v", err)
	}
	own := errors.New("own")
	if _, err = watch(time.Minute, func() (*page, error) { return nil, own }); !errors.Is(err, own) {
		t.Errorf("the reader's own error: %v", err)
	}
}

func TestDeepPage(t *testing.T) {
	const report = "<title>Dam at Lake Orun gives way</title><p>The dam at Lake Orun gave way on Monday, officials said, and three villages were under water by noon.</p>"
	for name, source := range map[string]string{
		"divs":   strings.Repeat("<div>", 200_000) + report,
		"tables": report + strings.Repeat("<table><tr><td>", 50_000),
		"bold":   strings.Repeat("<b>", 200_000) + report,
	} {
		start := time.Now()
		a, err := Extract(&collect.Document{Kind: collect.HTML, Bytes: []byte(source)})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if a.Title != "Dam at Lake Orun gives way" || !strings.Contains(a.Text, "three villages") || len(a.Problems) != 1 {
			t.Errorf("%s: title %q, problems %v, text %.80q", name, a.Title, a.Problems, a.Text)
		}
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("%s took %v", name, d)
		}
	}
}

func TestPageDate(t *testing.T) {
	never := func() string { return "searched" }
	for _, c := range []struct{ stated, shown, address, want string }{
		{"2023-11-09T03:28Z", "", "https://a.example/2023/11/08/x", "2023-11-08T23:28-04:00"}, // an evening in America
		{"2023-11-08T22:04Z", "", "https://a.example/2023/11/09/x", "2023-11-09T00:04+02:00"},
		{"2019-06-17T10:00Z", "", "https://a.example/2017/07/12/x", "2017-07-12"}, // the system was moved
		{"2019-06-17T10:00Z", "2019-06-17", "https://a.example/2017/07/12/x", "2019-06-17T10:00Z"},
		{"2023-11-09T04:15Z", "2023-11-08T23:15", "", "2023-11-08T23:15-05:00"}, // its own clock
		{"2023-11-09T04:15Z", "", "", "2023-11-09T04:15Z"},
		{"", "2023-11-08", "", "2023-11-08"},
		{"", "", "", "searched"},
	} {
		if got := pageDate(c.stated, c.shown, c.address, nil, never); got != c.want {
			t.Errorf("pageDate(%q, %q, %q) = %q, want %q", c.stated, c.shown, c.address, got, c.want)
		}
	}
}

// TestLinear feeds texts of a megabyte that would show quadratic code.
func TestLinear(t *testing.T) {
	for name, unit := range map[string]string{
		"short lines": "Word one two\n", "bylines": "By Jane Doe\n", "one line": "word ", "days": "12/12/2012 ", "names": "The Daily ",
		"citations": "Officials told Reuters on Monday that it failed. ", "quotes": "“a” ", "brackets": "(", "credits": "(Reuters)\n\n",
	} {
		start := time.Now()
		Extract(plain(strings.Repeat(unit, 150_000/len(unit))))
		if d := time.Since(start); d > 10*time.Second {
			t.Errorf("150 kB of %s took %v", name, d)
		}
	}
}
