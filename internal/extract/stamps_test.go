package extract

import (
	"encoding/json"
	"testing"

	"stemma/account"
	"stemma/internal/collect"
)

// TestFrame reads the outlet and the time off the line under a title.
func TestFrame(t *testing.T) {
	const report = "\n\nA dam above the town of Orun gave way on Monday after a week of rain, officials said.\n\nNobody was hurt."
	for _, c := range []struct{ line, outlet, published string }{
		{"Harbour Courier, 4 March 2024, 13:10", "Harbour Courier", "2024-03-04T13:10"},
		{"Harbour Courier, Monday, March 4, 2024 6:30 p.m.", "Harbour Courier", "2024-03-04T18:30"},
		{"El Faro del Orun, March 4, 2024", "El Faro del Orun", "2024-03-04"},
		{"La Paz, March 4, 2024", "", "2024-03-04"},
		{"Updated for the Harbour Courier on Monday, March 4, 2024 at 9:05 a.m.", "", ""},
		{"The council met on Monday, March 4, 2024 at 9:05 a.m.", "", ""},
	} {
		doc := &collect.Document{Document: account.Document{Collected: "2026-11-01T00:00:00Z"}, Kind: collect.PlainText,
			Bytes: []byte("Dam gives way above Orun\n\n" + c.line + report)}
		a, err := Extract(doc)
		if err != nil {
			t.Fatal(err)
		}
		if a.Outlet != c.outlet || a.Published.Time != c.published {
			t.Errorf("%q: got %q, %q; want %q, %q", c.line, a.Outlet, a.Published.Time, c.outlet, c.published)
		}
	}
}

// TestWire reads the agency beside the time of a page whose author it is.
func TestWire(t *testing.T) {
	for _, c := range []struct{ author, line, want string }{
		{"Norrland", "Norrland · 4 March 2024, 13:10", "Norrland"},
		{"", "Northwire · 4 March 2024, 13:10", "Northwire"},
		{"", "Culture · 4 March 2024, 13:10", ""},
		{"Ada Nilsson", "Orun | 4 March 2024", ""},
		{"", "Harbour Press · 4 March 2024", ""}, // the outlet itself
	} {
		record, err := json.Marshal(map[string]string{"outlet": "Harbour Press", "byline": c.author, "title": "Dam gives way above Orun",
			"text": c.line + "\n\nA dam above the town of Orun gave way on Monday after a week of rain, officials said."})
		if err != nil {
			t.Fatal(err)
		}
		a, err := Extract(&collect.Document{Document: account.Document{Collected: "2026-11-01T00:00:00Z"}, Kind: collect.JSON, Bytes: record})
		if err != nil {
			t.Fatal(err)
		}
		checkLaws(t, a)
		got := ""
		for _, credit := range a.Credits {
			if credit.Kind == account.CreditAgency {
				got += credit.Name
			}
		}
		if got != c.want {
			t.Errorf("%q by %q: got %q, want %q", c.line, c.author, got, c.want)
		}
	}
}
