package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/account"
	"stemma/internal/span"
)

// bylineLabels open a byline.
var bylineLabels = newPhrasebook(`
written|posted|published|reported|story|report|submitted|words|text|article? by
by|von|por|par|di|door|av|af|przez
`)

// roles are what a byline says of a name beside the outlet.
var roles = wordSet(`staff writer reporter correspondent editor columnist bureau chief contributor special senior political
	diplomatic foreign business sports national security columnists reporters writers editors producer author analyst
	agency agencies associate contributing digital news desk team report reports guest opinion chief freelance`)

// byline reads a line that says who wrote the report. names spans the names in
// the line; credits has one for each.
func (f frame) byline(i int) (names span.Span, credits []Credit) {
	l := f.lines[i]
	start := bylineStart(l)
	if start < 0 {
		return names, nil
	}
	end := bylineEnd(l.text, start)
	for _, d := range findDates(l.text, f.dayFirst) {
		if d.Start > start && d.Start < end {
			end = d.Start
		}
	}
	for _, c := range parties(strings.ReplaceAll(l.text[start:end], " with ", " and  "), l.Start+start, span.Span{}, account.CreditAuthor) {
		switch m := isMedium(c.Name); {
		case m != nil:
			c.Kind = account.CreditAgency
		case !isPersonName(c.Name):
			continue
		}
		if m := isMedium(c.Name); m == nil || len(credits) == 0 {
			names = names.Join(c.Span)
		}
		credits = append(credits, c)
	}
	return names, credits
}

// bylineStart returns where the names begin in a line that is a byline, or -1:
// behind "By", or at a name with a role or an agency behind it.
func bylineStart(l line) int {
	if l.prose || len(l.words) < 2 || len(l.words) > 20 || endsSentence(l.text) {
		return -1
	}
	ws := words(l.text)
	if bylineLabels.match(l.words) {
		for i, w := range ws[:min(3, len(ws)-1)] {
			switch w.fold {
			case "by", "von", "por", "par", "di", "door", "av", "af", "przez":
				if ws[i+1].capital {
					return ws[i+1].Start
				}
				return -1
			}
		}
		return -1
	}
	comma := strings.IndexAny(l.text, ",|")
	if comma < 0 || len(l.words) > 8 || !isPersonName(l.text[:comma]) {
		return -1
	}
	rest := fold(l.text[comma+1:])
	if len(rest) == 0 {
		return -1
	}
	if m := isMedium(strings.TrimSpace(l.text[comma+1:])); m != nil {
		return 0
	}
	for _, w := range rest {
		if roles[w] && w != "news" {
			return 0
		}
	}
	return -1
}

// bylineEnd returns where the names in s end that begin at start.
func bylineEnd(s string, start int) int {
	end := len(s)
	for _, stop := range [...]string{" | ", " • ", " · ", " – ", " — ", " - ", " (", "\n", " / ", " for ", " in ", " on ", " at ", " @", " Published", " Updated", " Posted", "; "} {
		if at := strings.Index(s[start:end], stop); at > 0 {
			end = start + at
		}
	}
	return end
}

// isPersonName reports whether s could be somebody's name: two to five words,
// written as names are, none of them a role.
func isPersonName(s string) bool {
	fields := strings.Fields(strings.Trim(s, " .,|–—-"))
	if len(fields) < 2 || len(fields) > 5 {
		return false
	}
	small := 0
	for _, f := range fields {
		r, _ := utf8.DecodeRuneInString(f)
		switch {
		case roles[strings.ToLower(f)] || strings.ContainsAny(f, "0123456789:;!?()\"“”@/"):
			return false
		case unicode.IsLower(r):
			if small++; !nameParticles[strings.ToLower(f)] || small > 2 {
				return false
			}
		case !unicode.IsUpper(r) && !unicode.IsLetter(r):
			return false
		}
	}
	return true
}

var nameParticles = wordSet("de da do dos das del della di van von der den ter la le al el bin ibn ben abu du y e zu af av")

// signature finds the byline of a text: a line of the frame that is one, or a
// bare name directly beside the line with the time. outlet and author are what is
// known of them, "" if nothing.
func (f frame) signature(stampAt int, outlet, author string) (names span.Span, credits []Credit) {
	for i := range f.lines {
		if i >= f.head && i < f.tail {
			continue
		}
		if names, credits = f.byline(i); len(credits) > 0 {
			return names, credits
		}
	}
	if stampAt < 0 {
		return names, nil
	}
	if c, ok := f.wire(stampAt, outlet, author); ok {
		return names, []Credit{c}
	}
	for _, i := range [...]int{stampAt - 1, stampAt + 1} {
		if i < 0 || i >= len(f.lines) || i >= f.head && i < f.tail || i > stampAt && !f.lines[i].after {
			continue
		}
		l := f.lines[i]
		if isPersonName(l.text) && len(l.words) <= 4 && isMedium(l.text) == nil {
			return l.Span, []Credit{{Span: l.Span, Kind: account.CreditAuthor, Name: l.text}}
		}
	}
	return names, nil
}

// wire reads the agency that a report is from off the line with the time, or the
// one above it: "Northwire · 12 March 2024, 15:02". It is who markup says the
// author is, or a name that has an agency's form; the outlet itself is none.
func (f frame) wire(stampAt int, outlet, author string) (Credit, bool) {
	for _, i := range [...]int{stampAt, stampAt - 1} {
		if i < 0 || i >= f.head && i < f.tail || f.lines[i].prose {
			continue
		}
		l := f.lines[i]
		end := len(l.text)
		if days := f.stampsOf(i); len(days) > 0 {
			end = days[0].Start
		}
		name := strings.Trim(cutWeekday(l.text[:end]), " ,|·•–—-:()")
		if !isWireName(name) || outlet == "" || sameWords(fold(name), fold(outlet)) {
			continue
		}
		if hasWireEnding(name) || strings.EqualFold(name, author) && !isPersonName(name) {
			at := l.Start + strings.Index(l.text, name)
			return Credit{Span: span.Span{Start: at, End: at + len(name)}, Kind: account.CreditAgency, Name: name}, true
		}
	}
	return Credit{}, false
}
