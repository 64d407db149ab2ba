package extract

import (
	"sort"
	"strings"

	"stemma/account"
	"stemma/internal/span"
)

// findCredits finds all credits of a final text and its lines, in order. bylines
// are those that were read in its head and tail.
func findCredits(text string, lines []line, bylines []Credit) []Credit {
	all := append([]Credit(nil), bylines...)
	for _, l := range lines {
		all = append(all, lineCredits(l)...)
	}
	if last := lastProse(lines); last >= 0 {
		if c, ok := closing(lines[last]); ok {
			all = append(all, c)
		}
	}
	return settle(append(all, findCites(text)...))
}

// lastProse returns the index of the report's last paragraph, or -1.
func lastProse(lines []line) int {
	last := len(lines) - 1
	for last >= 0 && !lines[last].prose {
		last--
	}
	return last
}

// settle orders credits and keeps one of those that overlap: what was found by its
// form as a line or mark goes before a citation, and of two such the one that
// begins first, unless they name different parties.
func settle(all []Credit) []Credit {
	sort.SliceStable(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if a.Start != b.Start {
			return a.Start < b.Start
		}
		return a.End > b.End
	})
	var kept []Credit
	for _, c := range all {
		if c.Name == "" || c.Empty() {
			continue
		}
		if n := len(kept); n > 0 && kept[n-1].Overlaps(c.Span) {
			last := kept[n-1]
			switch {
			case c.Kind == account.CreditCites || c.Name == last.Name:
				continue
			case last.Kind == account.CreditCites:
				kept = kept[:n-1]
			}
		}
		kept = append(kept, c)
	}
	return kept
}

// lineCredits finds the credits that a line gives by its form.
func lineCredits(l line) []Credit {
	if c := alone(l); c != nil {
		return c
	}
	all := marks(l)
	for at, s := range l.sentenceStarts() {
		all = append(all, labelled(s, l.Start+at)...)
		all = append(all, acknowledgement(s, l.Start+at)...)
	}
	return all
}

// isCredit reports whether a line says where the report has something from, so
// that it must stay.
func isCredit(l line) bool {
	return len(lineCredits(l)) > 0
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
contributing $
`)

// labelled reads a sentence like "Source: A, B", offset being where it begins.
func labelled(s string, offset int) []Credit {
	colon := strings.IndexByte(s, ':')
	if colon < 1 || colon > 30 {
		return nil
	}
	rest := fold(s[colon+1:])
	if len(rest) == 0 || len(rest) > 12 || !sourceLabels.match(fold(s[:colon])) {
		return nil
	}
	kind := account.CreditSource
	if strings.EqualFold(strings.TrimLeft(s[:colon], "(*–— "), "contributing") {
		kind = account.CreditAuthor
	}
	list := s[colon+1:]
	if url := strings.Index(list, "http"); url > 1 {
		list = list[:url]
	}
	return relabel(parties(list, offset+colon+1, span.Span{Start: offset, End: offset + len(s)}, kind))
}

// relabel makes agencies of the authors among credits that are known as such.
func relabel(all []Credit) []Credit {
	for i, c := range all {
		if c.Kind == account.CreditAuthor && isMedium(c.Name) != nil {
			all[i].Kind = account.CreditAgency
		}
	}
	return all
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
