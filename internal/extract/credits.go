package extract

import (
	"sort"
	"strings"

	"stemma/account"
	"stemma/internal/span"
)

// findCredits finds all credits of a final text, in order. bylines are those that
// were read in its head and tail.
func findCredits(text string, bylines []Credit) []Credit {
	all := append([]Credit(nil), bylines...)
	for _, l := range split(text) {
		all = append(all, lineCredits(l)...)
	}
	return settle(append(all, findCites(text)...))
}

// settle orders credits and keeps one of those that overlap: the one found by
// its form as a line or mark rather than as a citation, which comes later in all.
func settle(all []Credit) []Credit {
	var kept []Credit
	for _, c := range all {
		overlaps := false
		for _, k := range kept {
			overlaps = overlaps || k.Overlaps(c.Span) && (c.Kind == account.CreditCites || k.Name == c.Name)
		}
		if !overlaps && c.Name != "" && !c.Empty() {
			kept = append(kept, c)
		}
	}
	sort.SliceStable(kept, func(i, j int) bool {
		if kept[i].Start != kept[j].Start {
			return kept[i].Start < kept[j].Start
		}
		return kept[i].End < kept[j].End
	})
	return kept
}

// lineCredits finds the credits that a line gives by its form.
func lineCredits(l line) []Credit {
	if c := labelled(l); c != nil {
		return c
	}
	if c := alone(l); c != nil {
		return c
	}
	all := marks(l)
	for at, s := range l.sentenceStarts() {
		all = append(all, acknowledgement(s, l.Start+at)...)
	}
	return all
}

// isCredit reports whether a line says where the report has something from, so
// that it must stay.
func isCredit(l line) bool {
	for _, c := range lineCredits(l) {
		if c.Kind != account.CreditAuthor {
			return true
		}
	}
	return false
}

// sourceLabels stand before a colon and a credited party.
var sourceLabels = newPhrasebook(`
sources?|source from|is|of? $
source|sources $
original|news|story source|article|story $
originally|first published|appeared in|on|by|at $
quelle|quellen $
fuente|fuentes $
fonte|fontes $
la? source|sources $
источник $
bron $
with|via|from|courtesy $
h t $
`)

// labelled reads "Source: A, B" and its like. A line may end in other words only
// if they are in brackets.
func labelled(l line) []Credit {
	colon := strings.IndexByte(l.text, ':')
	if colon < 1 || colon > 30 || len(l.words) > 16 || len(l.sentences) > 1 && len(l.words) > 8 {
		return nil
	}
	if !sourceLabels.match(fold(l.text[:colon])) {
		return nil
	}
	return parties(l.text[colon+1:], l.Start+colon+1, l.Span, account.CreditSource)
}

// parties makes a credit of each name in a list of them. One name has the whole
// span for its credit; of several each has its own.
func parties(list string, offset int, whole span.Span, kind string) []Credit {
	var all []Credit
	start := 0
	emit := func(end int) {
		s := list[start:end]
		name := strings.Trim(s, " .,;:()[]–—-*\"“”\n/|")
		name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The ")
		if name != "" && len(fold(name)) > 0 && len(fold(name)) <= 8 {
			at := start + strings.Index(s, name)
			all = append(all, Credit{Span: span.Span{Start: offset + at, End: offset + at + len(name)}, Kind: kind, Name: name})
		}
	}
	for i := 0; i < len(list); i++ {
		cut := 0
		switch {
		case list[i] == ',' || list[i] == ';' || list[i] == '|':
			cut = 1
		case list[i] == '/' && !strings.Contains(list, "//") && strings.ToUpper(list) != list:
			cut = 1
		case strings.HasPrefix(list[i:], " and "):
			cut = len(" and ")
		}
		if cut > 0 {
			emit(i)
			start = i + cut
			i = start - 1
		}
	}
	emit(len(list))
	if len(all) == 1 && !whole.Empty() {
		all[0].Span = whole
	}
	return all
}

// alone reads a line that is nothing but the names of agencies: "Reuters",
// "– AFP", "(dpa/AP)".
func alone(l line) []Credit {
	if len(l.words) == 0 || len(l.words) > 8 {
		return nil
	}
	inner := strings.Trim(l.text, "()[]–—-*. ©/")
	inner = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(inner, "with "), "With "))
	all := parties(strings.ReplaceAll(inner, "/", ";"), l.Start+strings.Index(l.text, inner), l.Span, account.CreditAgency)
	for _, c := range all {
		if m := isMedium(c.Name); m == nil || !m.agency {
			return nil
		}
	}
	return all
}
