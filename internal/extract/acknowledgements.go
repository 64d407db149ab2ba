package extract

import (
	"strings"

	"stemma/account"
	"stemma/internal/span"
)

// sentenceStarts gives the sentences of a line by their offset in it.
func (l line) sentenceStarts() func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		at := 0
		for _, s := range l.sentences {
			i := strings.Index(l.text[at:], s)
			if i < 0 {
				return
			}
			if !yield(at+i, s) {
				return
			}
			at += i + len(s)
		}
	}
}

// Openings of sentences that name, behind them, who gave the report or a part of
// it.
var acknowledgements = []struct {
	opening string
	kind    string
}{
	{"with material from ", account.CreditAgency}, {"with material by ", account.CreditAgency},
	{"with reports from ", account.CreditAgency}, {"with reporting from ", account.CreditAgency},
	{"with reporting by ", account.CreditAuthor}, {"with files from ", account.CreditAgency},
	{"with information from ", account.CreditAgency}, {"with input from ", account.CreditAgency},
	{"with inputs from ", account.CreditAgency}, {"with agency inputs from ", account.CreditAgency},
	{"with contributions from ", account.CreditAgency}, {"with contribution from ", account.CreditAgency},
	{"based on reporting by ", account.CreditAgency}, {"based on reporting from ", account.CreditAgency},
	{"based on material from ", account.CreditAgency}, {"based on a report by ", account.CreditAgency},
	{"based on reports by ", account.CreditAgency}, {"based on reports from ", account.CreditAgency},
	{"information from ", account.CreditAgency}, {"material from ", account.CreditAgency},
	{"mit material von ", account.CreditAgency}, {"mit informationen von ", account.CreditAgency},
	{"con información de ", account.CreditAgency}, {"com informações de ", account.CreditAgency},
	{"avec ", account.CreditAgency}, {"written by ", account.CreditAuthor},
	{"additional reporting by ", account.CreditAuthor}, {"reporting by ", account.CreditAuthor},
	{"reported by ", account.CreditAuthor}, {"republished from ", account.CreditSource},
	{"reprinted from ", account.CreditSource}, {"republished with permission from ", account.CreditSource},
	{"reprinted with permission from ", account.CreditSource}, {"reprinted by permission of ", account.CreditSource},
	{"courtesy of ", account.CreditSource}, {"syndicated from ", account.CreditSource},
	{"this article is republished from ", account.CreditSource}, {"this story is republished from ", account.CreditSource},
	{"translated from ", account.CreditSource},
}

// rights open notices of copyright. They credit whom they name only if it is an
// agency: the outlet's own notice is furniture.
var rights = [...]string{"copyright © ", "copyright (c) ", "copyright ", "© copyright ", "© ", "(c) "}

// maxAcknowledgement is how many bytes a sentence that gives credit has at most.
const maxAcknowledgement = 240

// acknowledgement reads a sentence that gives credit, offset being where it
// begins in the text.
func acknowledgement(s string, offset int) []Credit {
	body := strings.TrimLeft(s, "([*–—- ")
	offset += len(s) - len(body)
	body = strings.TrimRight(body, ")]*. ")
	if len(body) > maxAcknowledgement {
		return nil
	}
	folded := strings.ToLower(body)
	if len(folded) != len(body) {
		return nil
	}
	whole := span.Span{Start: offset, End: offset + len(body)}
	for _, a := range acknowledgements {
		if strings.HasPrefix(folded, a.opening) {
			return named(body[len(a.opening):], offset+len(a.opening), whole, a.kind, givesMaterial(a.opening))
		}
	}
	if at, n := materialIn(body, folded); at >= 0 {
		whole.Start += at
		return named(body[at+n:], offset+at+n, whole, account.CreditAgency, givesMaterial(folded[at:]))
	}
	for _, r := range rights {
		if strings.HasPrefix(folded, r) {
			return agencies(named(body[len(r):], offset+len(r), whole, account.CreditAgency, false))
		}
	}
	for _, mark := range [...]string{" contributed to this ", " contributed to the ", " contributed reporting", " contributed from "} {
		if at := strings.Index(folded+".", mark); at > 0 {
			return named(body[:at], offset, whole, account.CreditAuthor, false)
		}
	}
	return published(body, folded, offset)
}

// materialIn finds an opening behind the outlet's own name or a byline: "Harbour
// Courier, with material from Northwire". at is where it begins, -1 if none
// stands there, and n how long it is.
func materialIn(body, folded string) (at, n int) {
	comma := strings.Index(folded, ", with ")
	if comma < 0 || len(strings.Fields(body)) > 14 || !nameLike(body[:comma]) {
		return -1, 0
	}
	at = comma + len(", ")
	for _, a := range acknowledgements {
		if a.kind == account.CreditAgency && strings.HasPrefix(folded[at:], a.opening) {
			return at, len(a.opening)
		}
	}
	return -1, 0
}

// givesMaterial reports whether an opening names what agencies give, and persons
// and places hardly do: who stands behind it is an agency though no list knows
// it. Reports come from places too.
func givesMaterial(opening string) bool {
	for _, what := range [...]string{"with material ", "with files ", "with input", "with agency inputs ", "material from ", "based on material ", "mit material "} {
		if strings.HasPrefix(opening, what) {
			return true
		}
	}
	return false
}

// agencies keeps the credits that name an agency.
func agencies(all []Credit) []Credit {
	var kept []Credit
	for _, c := range all {
		if m := isMedium(c.Name); m != nil && m.agency || m == nil && strings.HasSuffix(c.Name, " Service") {
			kept = append(kept, c)
		}
	}
	return kept
}

// named makes credits of the names in list, up to the first word that can't
// belong to one. A medium is no author. With unlisted, what is written as agencies'
// names are is one.
func named(list string, offset int, whole span.Span, kind string, unlisted bool) []Credit {
	for _, stop := range [...]string{"; ", ". ", " (", "\n", " under ", " was ", " is "} {
		if at := strings.Index(list, stop); at > 0 {
			list = list[:at]
		}
	}
	skip := len(list) - len(strings.TrimLeft(list, "0123456789,-– "))
	list, offset = list[skip:], offset+skip
	var kept []Credit
	for _, c := range parties(list, offset, whole, kind) {
		for _, place := range [...]string{" in ", " from ", " at "} {
			c.Name, _, _ = strings.Cut(c.Name, place)
		}
		if kind == account.CreditAuthor {
			before, name := splitRole(strings.TrimLeft(c.Name, "•·*► "))
			if m := isMedium(before); m != nil && m.agency {
				kept = append(kept, Credit{Span: c.Span, Kind: account.CreditAgency, Name: before})
			}
			c.Name = name
		}
		m := isMedium(c.Name)
		medium := m != nil || namesMedium(c.Name) || unlisted && isWireName(c.Name)
		switch {
		case !medium && !nameLike(c.Name), !medium && kind == account.CreditAuthor && !isPersonName(c.Name):
			continue
		case medium && kind == account.CreditAuthor:
			c.Kind = account.CreditAgency
		case !medium && kind == account.CreditAgency:
			continue
		}
		kept = append(kept, c)
	}
	return kept
}

// splitRole parts "Associated Press writer Ada Nilsson" into whom she writes for
// and her name.
func splitRole(s string) (before, name string) {
	for _, genitive := range [...]string{"’s ", "'s ", "’ ", "' "} {
		if medium, rest, ok := strings.Cut(s, genitive); ok && isMedium(medium) != nil {
			return medium, rest
		}
	}
	ws := words(s)
	for i := len(ws) - 2; i >= 0; i-- {
		switch ws[i].fold {
		case "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor", "editors", "researcher",
			"journalist", "journalists", "staff", "producer":
			return strings.TrimSpace(s[:ws[i].Start]), s[ws[i+1].Start:]
		}
	}
	return "", s
}

// published reads "This article was originally published in X", "The post Y
// appeared first on X".
func published(body, folded string, offset int) []Credit {
	place := -1
	for _, verb := range [...]string{"published", "appeared", "posted", "ran", "printed", "produced"} {
		at := strings.Index(folded, verb+" ")
		if at < 0 {
			continue
		}
		before, after := folded[:at], folded[at+len(verb)+1:]
		first := strings.HasSuffix(before, "first ") || strings.HasSuffix(before, "originally ")
		skip := 0
		for _, w := range [...]string{"first ", "originally "} {
			if strings.HasPrefix(after, w) {
				first, skip = true, len(w)
			}
		}
		this := strings.HasPrefix(folded, "this ") || strings.HasPrefix(folded, "the post ") || strings.HasPrefix(folded, "originally ") ||
			strings.HasPrefix(folded, "first ") || strings.HasPrefix(folded, "a version of ") || strings.HasPrefix(folded, "the article ") ||
			strings.HasPrefix(folded, "the above ")
		if !first || !this {
			continue
		}
		for _, in := range [...]string{"by ", "in ", "on ", "at "} {
			if strings.HasPrefix(after[skip:], in) {
				place = at + len(verb) + 1 + skip + len(in)
			}
		}
	}
	if place < 0 {
		return nil
	}
	whole := span.Span{Start: offset, End: offset + len(body)}
	rest := body[place:]
	for _, stop := range [...]string{" on ", " and ", ", ", " with "} {
		if at := strings.Index(rest, stop); at > 0 {
			rest = rest[:at]
		}
	}
	return named(rest, offset+place, whole, account.CreditSource, false)
}
