package slots

import (
	"strings"

	"stemma/account"
	"stemma/internal/annotate/mentions"
	"stemma/internal/collate/words"
)

// names takes over the mentions by name. A surname alone stands for the fullest
// name that its chain has.
func (f *finder) names() {
	for _, m := range f.Mentions.Mentions {
		if m.Form != mentions.ByName || m.Chain < 0 || f.Mentions.Chains[m.Chain].Type == account.Other {
			continue
		}
		i, first, last, ok := f.locate(m.Span)
		if !ok {
			continue
		}
		chain := f.Mentions.Chains[m.Chain]
		f.named(i, first, last, m.Chain, chain.Type, nameWords(chain.Name))
	}
}

// named adds the slot of a mention of words [first, last). A named site is
// compared with sites.
func (f *finder) named(i, first, last, chain int, kind string, parts []string) {
	if len(parts) == 0 || f.taken[f.Words[i][first].Start] {
		return
	}
	aspect, class := account.AspectParticipant, "name:"+kind
	if kind == account.Place {
		aspect = account.AspectPlace
	}
	s := f.add(i, first, last, aspect, class, strings.Join(parts, " "))
	s.Parts, s.Chain = parts, chain
}

// nameWords are the words of a name as they compare.
func nameWords(name string) []string {
	var parts []string
	for _, w := range words.Of(name, 0) {
		if w.Content && !suffixes[w.Lower] && officeHeads[w.Lower] == "" {
			parts = append(parts, w.Lower)
		}
	}
	return parts
}
