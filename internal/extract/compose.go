package extract

import (
	"errors"
	"strings"

	"stemma/account"
	"stemma/internal/collect"
)

// compose makes the article of what is known and of the report's body: furniture
// out, the title first, then what the text itself says about outlet, byline and
// time, then its credits. What markup or a record say goes before what the text
// says.
func compose(doc *collect.Document, known metadata, body string) (*Article, error) {
	body = normalise(body)
	lines := split(body)
	if known.outlet == "" {
		known.outlet = or(outletOf(known.url), or(outletOfPath(doc.Path), outletOfLines(lines)))
	}
	host := hostOf(known.url)
	known.title, known.outlet = splitTitle(oneLine(known.title), known.outlet, host)
	a := &Article{Document: doc.Document, URL: known.url, Byline: known.byline}
	kept, _ := sift(lines)
	a.Text, a.TitleSpan = setTitle(body, kept, known.title)
	if known.title == "" {
		shortenTitle(a, &known, host)
	}
	a.Title, a.Outlet = a.TitleSpan.In(a.Text), known.outlet
	if strings.TrimSpace(a.Text) == "" {
		return nil, errors.New("the document holds no text")
	}
	a.Language = identify(a.Text, known.language)
	readFrame(a, known, doc)
	return a, nil
}

// shortenTitle takes an outlet's name off the end of a title that the text gave.
func shortenTitle(a *Article, known *metadata, host string) {
	title := a.TitleSpan.In(a.Text)
	var short string
	short, known.outlet = splitTitle(title, known.outlet, host)
	if short != title {
		a.Text = short + a.Text[len(title):]
		a.TitleSpan.End = len(short)
	}
}

// readFrame adds what stands around the report in its text: byline, times and
// credits.
func readFrame(a *Article, known metadata, doc *collect.Document) {
	lines := split(a.Text)
	f := newFrame(lines, a.TitleSpan, writesDayFirst(hostOf(known.url), a.Language), day(doc.Collected))
	published, modified, at := f.stamps()
	names, bylines := f.signature(at, a.Outlet, a.Byline)
	a.Credits = findCredits(a.Text, lines, bylines)
	if a.Outlet == "" {
		a.Outlet = f.imprint(at)
	}
	if a.Byline == "" {
		a.Byline = or(names.In(a.Text), authors(a.Credits))
	}
	a.Published = chooseStamp(known.published, published)
	if a.Modified = chooseStamp(known.modified, modified); a.Modified.Time < day(a.Published.Time) {
		a.Modified = Stamp{} // systems that move their pages write such
	}
	if a.Published.Time == "" {
		a.Published.Time = or(dateInPath(known.url), dateInPath(doc.Path))
	}
}

// chooseStamp takes the time that is known, with the text's as evidence if it
// says the same; the text's if it is more precise or the only one.
func chooseStamp(known string, stated Stamp) Stamp {
	known = isoTime(known)
	switch {
	case known == "" || stated.Time != known && strings.HasPrefix(stated.Time, known):
		return stated
	case day(known) == day(stated.Time):
		return Stamp{known, stated.Evidence}
	}
	return Stamp{Time: known}
}

// authors lists the authors among credits.
func authors(credits []Credit) string {
	var names []string
	for _, c := range credits {
		if c.Kind == account.CreditAuthor {
			names = append(names, c.Name)
		}
	}
	return strings.Join(names, ", ")
}

// day is the day of an ISO time, or "".
func day(iso string) string {
	if len(iso) < 10 {
		return ""
	}
	return iso[:10]
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}
