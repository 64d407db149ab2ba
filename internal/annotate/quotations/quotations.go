// Package quotations finds who said what: source, cue and content spans, after
// PARC (Pareti 2015) and PolNeAR (Newell et al. 2018). Beliefs, wishes and
// judgements count as well as speech.
//
// Direct speech comes first: quotation marks are paired within paragraphs, and
// each quote that can stand alone is given the cue before or after it, or that of
// the quote before (the order of attempts follows Muzny et al. 2017). In the rest,
// every word of the lexicon (cues.txt) is an anchor with hypotheses of where its
// content stands. Four learnt decisions follow, all over classes, shapes, the
// parse and a few small words: which phrase is the source, whether the hypothesis
// is an attribution, where its content ends, and how far its cue reaches. Tags and
// the parse are used where the sentences have them. Last, sources are resolved to
// chains of mentions, and outlets in between are named.
//
// The weights are made by cmd/train/quotations.
package quotations

import (
	"sort"

	"stemma/account"
	"stemma/internal/annotate/mentions"
	"stemma/internal/language"
	"stemma/internal/span"
)

// A Quotation is one attribution. Content has at least one piece; Source and Cue
// may be empty. Pieces are in order of text.
type Quotation struct {
	Source []span.Span `json:"source,omitempty"`
	Cue    []span.Span `json:"cue,omitempty"`
	// Verb is what the cue was found by: the verb with its auxiliaries, or the noun
	// or adjective. The cue may hold more: "said Sunday in a statement".
	Verb    span.Span   `json:"verb"`
	Content []span.Span `json:"content"`
	Form    string      `json:"form"`    // account.Direct, Indirect, Mixed
	Speaker int         `json:"speaker"` // index into mentions.Found.Chains; -1 unknown
	Via     []Via       `json:"via,omitempty"`
	// Doubtful marks what may be an attribution, but isn't sure enough for an
	// account to rest on.
	Doubtful bool `json:"doubtful,omitempty"`
}

// A Via is a party through which the quotation reached the article: "told RTVI",
// "according to Interfax", "quoted by the WSJ".
type Via struct {
	span.Span
	Name  string `json:"name"`
	Chain int    `json:"chain"` // -1 unknown
}

const (
	formDirect   = account.Direct
	formIndirect = account.Indirect
	formMixed    = account.Mixed
)

// Find finds the quotations in a text.
func Find(text string, sentences []language.Sentence, found mentions.Found) []Quotation {
	p := layOut(text, sentences, shipped())
	all, taken := p.directSpeech()
	all = append(all, p.indirect(taken)...)
	sort.SliceStable(all, func(i, j int) bool { return all[i].cue[0] < all[j].cue[0] })
	p.follow(all)
	c := &cast{p, found}
	c.resolve(all)
	for i := range all {
		all[i].via = c.vias(&all[i])
	}
	all = c.reportedBy(all)
	var out []Quotation
	for _, a := range all {
		q := Quotation{Speaker: a.speaker, Via: a.via, Doubtful: a.doubtful}
		for _, r := range a.content {
			if filled(r) {
				q.Content = append(q.Content, p.trim(p.spanOf(r[0], r[1])))
			}
		}
		if len(q.Content) == 0 {
			continue
		}
		if filled(a.source) {
			q.Source = []span.Span{p.spanOf(a.source[0], a.source[1])}
		}
		if filled(a.cue) {
			q.Verb = p.spanOf(a.cue[0], a.cue[1])
			p.extend(&a)
			q.Cue = []span.Span{p.spanOf(a.cue[0], a.cue[1])}
		}
		q.Form = p.formOf(q.Content)
		if a.verbatim {
			q.Form = formDirect
		}
		out = append(out, q)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Content[0].Start < out[j].Content[0].Start })
	return out
}

// trim is a place for what annotators leave off the edges of a content.
func (p *page) trim(s span.Span) span.Span { return s }

// formOf says how much of a content stands in quotation marks.
func (p *page) formOf(content []span.Span) string {
	var all, in int
	for _, c := range content {
		for i := p.from(c.Start); i < len(p.words) && p.words[i].Start < c.End; i++ {
			if p.punctuation(i) {
				continue
			}
			n := p.words[i].Len()
			all += n
			if p.words[i].quote >= 0 {
				in += n
			}
		}
	}
	switch {
	case in == 0:
		return formIndirect
	case in*100 >= all*95:
		return formDirect
	}
	return formMixed
}
