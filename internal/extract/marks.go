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
	if c, ok := dateline(l); ok {
		all = append(all, c)
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

// dateline reads the opening of a paragraph up to its dash: a place in capitals
// or a name, perhaps a day, and an agency in brackets or slashes.
func dateline(l line) (Credit, bool) {
	head := l.text[:min(len(l.text), maxDateline)]
	open := strings.IndexAny(head, "(/")
	if open < 0 {
		return Credit{}, false
	}
	shut := strings.IndexAny(head[open+1:], ")/")
	if shut < 0 {
		return Credit{}, false
	}
	shut += open + 1
	inner := head[open+1 : shut]
	m := isMedium(inner)
	if m == nil || !placeLike(head[:open]) {
		return Credit{}, false
	}
	end := shut + 1
	rest := strings.TrimLeft(l.text[end:], " ")
	dash := 0
	for _, d := range [...]string{"--", "—", "–", "-", ":", "."} {
		if strings.HasPrefix(rest, d) {
			dash = len(l.text) - end - len(rest) + len(d)
			break
		}
	}
	if dash == 0 && (head[open] == '(' && open > 0 && !upperCase(head[:open])) {
		return Credit{}, false
	}
	kind := account.CreditDateline
	if strings.TrimSpace(head[:open]) == "" {
		kind = account.CreditAgency
	}
	return Credit{Kind: kind, Name: inner, Span: span.Span{Start: l.Start, End: l.Start + end + dash}}, true
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
