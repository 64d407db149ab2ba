package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/account"
	"stemma/internal/span"
)

// maxDateline is how far into a paragraph an agency's mark opens the report.
const maxDateline = 100

// marks finds an agency's mark in a paragraph: the dateline "VIENNA (AP) –" that
// opens it, and "(Reuters)" or "– AFP" behind its last sentence. A name in
// brackets anywhere else explains an abbreviation.
func marks(l line) []Credit {
	var all []Credit
	if d, ok := readDateline(l); ok {
		all = append(all, d.credits...)
	}
	tail := strings.TrimRight(l.text, " ")
	if strings.HasSuffix(tail, ")") || strings.HasSuffix(tail, "]") || strings.HasSuffix(tail, ").") {
		if open := strings.LastIndexAny(tail, "(["); open > 0 && endsSentence(strings.TrimRight(tail[:open], " ")) {
			all = append(all, bracketed(tail[open:], l.Start+open, account.CreditAgency)...)
		}
		return all
	}
	for _, dash := range [...]string{" – ", " — ", " - ", " -- "} {
		if at := strings.LastIndex(tail, dash); at > 0 && endsSentence(tail[:at]) && len(tail)-at < 50 {
			name := strings.TrimSuffix(strings.TrimSpace(tail[at+len(dash):]), ".")
			if m := isMedium(name); m != nil {
				all = append(all, Credit{Kind: account.CreditAgency, Name: name,
					Span: span.Span{Start: l.Start + at + 1, End: l.Start + len(tail)}})
			}
			break
		}
	}
	return all
}

// bracketed reads "(Reuters)", "(AP, dpa)", "[with AFP]": names of known media and
// nothing else.
func bracketed(s string, offset int, kind string) []Credit {
	inner := strings.Trim(s, "()[]. ")
	if inner == "" || len(inner) > 60 {
		return nil
	}
	at := strings.Index(s, inner)
	for _, with := range [...]string{"with ", "With ", "via ", "Source: "} {
		if strings.HasPrefix(inner, with) {
			inner, at = inner[len(with):], at+len(with)
		}
	}
	whole := span.Span{Start: offset, End: offset + len(s)}
	all := parties(strings.ReplaceAll(inner, "/", ";"), offset+at, whole, kind)
	for _, c := range all {
		if m := isMedium(c.Name); m == nil {
			return nil
		}
	}
	return all
}

// A dateline opens a report and names who sent it: "VIENNA (AP) –".
type dateline struct {
	span.Span // of the text
	credits   []Credit
}

// readDateline reads the opening of a paragraph up to its dash: a place in
// capitals or a name, perhaps a day, and an agency in brackets or slashes. An
// agency that no list knows counts between a place in capitals and a dash.
func readDateline(l line) (dateline, bool) {
	head := l.text[:min(len(l.text), maxDateline)]
	open := strings.IndexAny(head, "(/")
	if open < 0 {
		return dateline{}, false
	}
	shut := strings.IndexAny(head[open+1:], ")/")
	if head[open] == '(' {
		shut = strings.IndexByte(head[open+1:], ')')
	}
	if shut < 0 || !placeLike(head[:open]) {
		return dateline{}, false
	}
	shut += open + 1
	inner, place := head[open+1:shut], strings.TrimSpace(head[:open])
	rest := strings.TrimLeft(l.text[shut+1:], " ")
	dash := dashBefore(rest)
	bracket := head[open] == '('
	known := isMedium(inner) != nil
	switch {
	case known && dash == "" && bracket && place != "" && !upperCase(place):
		return dateline{}, false
	case !known && (!bracket || !isDash(dash) || !inCapitals(place) || abbreviates(inner, place)):
		return dateline{}, false
	}
	d := dateline{Span: span.Span{Start: l.Start, End: l.End - len(rest) + len(dash)}}
	if dash == "" {
		d.End = l.Start + shut + 1
	}
	kind := account.CreditDateline
	if place == "" {
		kind = account.CreditAgency
	}
	if known {
		d.credits = []Credit{{Kind: kind, Name: inner, Span: d.Span}}
		return d, true
	}
	d.credits = parties(strings.ReplaceAll(inner, "/", ";"), l.Start+open+1, d.Span, kind)
	for _, c := range d.credits {
		if isMedium(c.Name) == nil && !isWireName(c.Name) {
			return dateline{}, false
		}
	}
	return d, len(d.credits) > 0
}

// dashBefore returns the mark that ends a dateline, if s begins with one.
func dashBefore(s string) string {
	for _, d := range [...]string{"--", "—", "–", "-", ":", "."} {
		if strings.HasPrefix(s, d) {
			return d
		}
	}
	return ""
}

func isDash(s string) bool { return s != "" && s != ":" && s != "." }

// inCapitals reports whether a place begins with a word in capitals, as in
// "LUBNYK, Karvonia"; a label like "UPDATE" is no place.
func inCapitals(place string) bool {
	first, _, _ := strings.Cut(place, " ")
	first = strings.Trim(first, ".,")
	return utf8.RuneCountInString(first) > 1 && strings.IndexFunc(first, unicode.IsLower) < 0 &&
		strings.IndexFunc(first, unicode.IsDigit) < 0 && !notWires[strings.ToLower(first)]
}

// closing reads the agency that no list knows in brackets behind the last
// sentence of a report: "… the hospital said. (Northwire)".
func closing(l line) (Credit, bool) {
	tail := strings.TrimRight(l.text, " ")
	open := strings.LastIndexByte(tail, '(')
	if open < 0 || !strings.HasSuffix(tail, ")") || open > 0 && !endsSentence(strings.TrimRight(tail[:open], " ")) {
		return Credit{}, false
	}
	name := tail[open+1 : len(tail)-1]
	if isMedium(name) != nil || !isWireName(name) {
		return Credit{}, false
	}
	return Credit{Kind: account.CreditAgency, Name: name, Span: span.Span{Start: l.Start + open, End: l.Start + len(tail)}}, true
}

// placeLike reports whether s could be the place and day of a dateline: few
// words, written as names, months or numbers.
func placeLike(s string) bool {
	ws := strings.Fields(s)
	if len(ws) > 9 {
		return false
	}
	for _, w := range ws {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsLower(r) && !connectors[strings.ToLower(w)] {
			return false
		}
	}
	return true
}

func upperCase(s string) bool { return s == strings.ToUpper(s) }
