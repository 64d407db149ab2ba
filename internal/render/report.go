package render

import (
	"net/url"
	"strings"
	"unicode"

	"stemma/account"
)

// A report is an article of the story as the reader meets it: in a label, in the
// lineage, and in full at the end.
type report struct {
	Article *account.Article
	Anchor  string // "s1-r2"
	ID      string // the siglum that stands for the report in every label
	Outlet  string // empty: unknown
	Title   string
	Byline  string
	Time    string // "13 Jan 2022, 11:45"; empty: unknown

	number  int          // its place among the story's reports
	places  map[int]bool // offsets of the text that something links to
	sorted  []int        // the keys of places, once they are all known
	marks   []mark
	namings []naming
}

func newReport(a *account.Article) *report {
	r := &report{
		Article: a,
		ID:      a.ID,
		Outlet:  shorten(oneLine(a.Outlet), nameMax),
		Title:   shorten(oneLine(a.Title), valueMax),
		Byline:  shorten(oneLine(a.Byline), nameMax),
		places:  map[int]bool{},
	}
	if a.Published != nil {
		r.Time = when(a.Published.Time)
	}
	return r
}

// Name is the outlet, or what stands for one that is unknown.
func (r *report) Name() string {
	if r.Outlet == "" {
		return "unknown outlet"
	}
	return r.Outlet
}

// Label is the report's siglum and outlet, "a2 Harbour Courier", or the siglum
// alone.
func (r *report) Label() string { return strings.TrimSpace(r.ID + " " + r.Outlet) }

// Inferred reports whether the time was not stated by the report itself.
func (r *report) Inferred() bool {
	return r.Article.Published != nil && r.Article.Published.Basis == account.Inferred
}

// When is the time of publication for reading, with a mark where it was inferred.
func (r *report) When() string {
	switch {
	case r.Time == "":
		return "time unknown"
	case r.Inferred():
		return r.Time + " (inferred)"
	}
	return r.Time
}

// Place is where the document came from.
func (r *report) Place() string { return documentPlace(r.Article.Document) }

// Link is the address of the report on the web, if it has one that can safely be
// followed: http or https.
func (r *report) Link() string {
	for _, s := range []string{r.Article.URL, r.Article.Document.URL} {
		if u, err := url.Parse(s); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return s
		}
	}
	return ""
}

// Host is the host of Link.
func (r *report) Host() string {
	u, err := url.Parse(r.Link())
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Host, "www.")
}

func documentPlace(d account.Document) string {
	place := d.Path
	if place == "" {
		place = d.URL
	}
	if place == "" {
		return "unknown document"
	}
	if d.Record != "" {
		place += " (" + d.Record + ")"
	}
	return place
}

// place is the anchor of the first word at or behind start in the report's text,
// or else of the last one before it, and makes sure that the text as it is set has
// an anchor there. A report without words is its own anchor.
func (r *report) place(start int) string {
	text := r.Article.Text
	word := strings.IndexFunc(text[start:], notSpace)
	if word < 0 {
		start, word = strings.LastIndexFunc(text[:start], notSpace), 0
	}
	if start < 0 {
		return r.Anchor
	}
	r.places[start+word] = true
	return placeAnchor(r.Anchor, start+word)
}

func notSpace(r rune) bool { return !unicode.IsSpace(r) }
