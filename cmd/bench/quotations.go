package main

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/cmd/internal/sets"
	"stemma/internal/annotate"
	"stemma/internal/annotate/quotations"
	"stemma/internal/span"
)

// A goldQuotation is a line of quotations.jsonl.
type goldQuotation struct {
	Article string   `json:"article"`
	Source  [][2]int `json:"source"`
	Cue     [][2]int `json:"cue"`
	Content [][2]int `json:"content"`
	Speaker *string  `json:"speaker"`
	Kind    string   `json:"kind"`
}

// An attribution is a quotation as sets of word numbers: the form in which gold
// and found are compared, so that white space and punctuation at the edges don't
// count.
type attribution struct {
	source, cue, content words
	spans                [3][]span.Span // source, cue, content in bytes
	kind                 string
	speaker              []string // names that the speaker goes by; nil unknown
}

// words are numbers of a text's words, ascending.
type words []int

// A quotationScore gathers the figures over some articles.
type quotationScore struct {
	content, cue, source      tally
	right, gold, found        float64
	foundRight                float64
	speakerRight, speakerGold float64
}

// benchQuotations measures the task quotations: over all articles, by kind where
// the set has it, and for each split of the set.
func benchQuotations(dir string) (any, error) {
	docs, err := sets.Lines[doc](dir, "docs.jsonl")
	if err != nil {
		return nil, err
	}
	gold, err := sets.Lines[goldQuotation](dir, "quotations.jsonl")
	if err != nil {
		return nil, err
	}
	ofArticle := map[string][]goldQuotation{}
	for _, g := range gold {
		ofArticle[g.Article] = append(ofArticle[g.Article], g)
	}
	reports := annotated(docs)
	scores := map[string]map[string]*quotationScore{} // split, kind
	score := func(split, kind string) *quotationScore {
		if scores[split] == nil {
			scores[split] = map[string]*quotationScore{}
		}
		if scores[split][kind] == nil {
			scores[split][kind] = &quotationScore{}
		}
		return scores[split][kind]
	}
	for i, r := range reports {
		starts := wordsOfText(r.Text)
		var want, got []attribution
		for _, g := range ofArticle[docs[i].ID] {
			want = append(want, goldAttribution(g, r.Text, starts))
		}
		for _, q := range r.Quotations {
			got = append(got, foundAttribution(q, r, starts))
		}
		for _, split := range slices.Compact([]string{"", docs[i].Split}) {
			for _, kind := range []string{"", "direct", "mixed", "indirect"} {
				score(split, kind).add(attributionsOfKind(want, kind), attributionsOfKind(got, kind))
			}
		}
	}
	out := quotationFigures(scores[""])
	splits := map[string]any{}
	for split, kinds := range scores {
		if split != "" {
			splits[split] = quotationFigures(kinds)
		}
	}
	if len(splits) > 0 {
		out["split"] = splits
	}
	out["articles"] = len(docs)
	return out, nil
}

// quotationFigures gives the figures of one split, with those by kind nested.
func quotationFigures(kinds map[string]*quotationScore) map[string]any {
	out := kinds[""].figures()
	byKind := map[string]any{}
	for kind, s := range kinds {
		if kind != "" && s.gold > 0 {
			byKind[kind] = s.figures()
		}
	}
	if len(byKind) > 0 {
		out["by_kind"] = byKind
	}
	return out
}

// figures names what was counted.
func (s *quotationScore) figures() map[string]any {
	out := map[string]any{
		"content_f1": s.content.f1(), "content_p": s.content.p(), "content_r": s.content.r(),
		"cue_f1": s.cue.f1(), "cue_p": s.cue.p(), "cue_r": s.cue.r(),
		"source_f1": s.source.f1(), "source_p": s.source.p(), "source_r": s.source.r(),
		"all_three":      ratio(s.right, s.gold),
		"found_right":    ratio(s.foundRight, s.found),
		"quotations":     s.gold,
		"quotations_got": s.found,
	}
	if s.speakerGold > 0 {
		out["speaker"] = ratio(s.speakerRight, s.speakerGold)
	}
	return out
}

// add counts one article: words by role over the union of its quotations, and
// quotations one to one.
func (s *quotationScore) add(want, got []attribution) {
	role := func(t *tally, pick func(attribution) words) {
		a, b := unionWords(want, pick), unionWords(got, pick)
		both := float64(len(commonWords(a, b)))
		t.tp += both
		t.fp += float64(len(b)) - both
		t.fn += float64(len(a)) - both
	}
	role(&s.content, func(a attribution) words { return a.content })
	role(&s.cue, func(a attribution) words { return a.cue })
	role(&s.source, func(a attribution) words { return a.source })

	s.gold += float64(len(want))
	s.found += float64(len(got))
	taken := make([]bool, len(got))
	for _, w := range want {
		best, jaccard := -1, 0.0
		for j, g := range got {
			if taken[j] || !rolesTouch(w.spans[0], g.spans[0]) || !rolesTouch(w.spans[1], g.spans[1]) {
				continue
			}
			if v := contentOverlap(w, g); v >= 0.8 && v > jaccard {
				best, jaccard = j, v
			}
		}
		if best >= 0 {
			taken[best] = true
			s.right++
			s.foundRight++
		}
		if w.speaker != nil {
			s.speakerGold++
			if best >= 0 && sameSpeaker(w.speaker[0], got[best].speaker) {
				s.speakerRight++
			}
		}
	}
}

// rolesTouch reports whether a role's spans share a byte in both; a role that both
// leave empty is agreed on.
func rolesTouch(a, b []span.Span) bool {
	if len(a) == 0 && len(b) == 0 {
		return true
	}
	for _, s := range a {
		for _, t := range b {
			if s.Overlaps(t) {
				return true
			}
		}
	}
	return false
}

// contentOverlap is the Jaccard index of two contents' words.
func contentOverlap(a, b attribution) float64 {
	both := len(commonWords(a.content, b.content))
	return ratio(float64(both), float64(len(a.content)+len(b.content)-both))
}

// sameSpeaker reports whether one of names is the wanted one, or has its last word.
func sameSpeaker(want string, names []string) bool {
	last := func(s string) string {
		f := strings.Fields(strings.ToLower(s))
		if len(f) == 0 {
			return ""
		}
		return f[len(f)-1]
	}
	return slices.ContainsFunc(names, func(n string) bool {
		return strings.EqualFold(n, want) || last(n) == last(want)
	})
}

func attributionsOfKind(all []attribution, kind string) []attribution {
	if kind == "" {
		return all
	}
	var out []attribution
	for _, a := range all {
		if a.kind == kind {
			out = append(out, a)
		}
	}
	return out
}

func goldAttribution(g goldQuotation, text string, starts []span.Span) attribution {
	a := attribution{kind: g.Kind}
	for i, pairs := range [][][2]int{g.Source, g.Cue, g.Content} {
		for _, p := range pairs {
			a.spans[i] = append(a.spans[i], span.Span{Start: p[0], End: p[1]})
		}
	}
	if g.Speaker != nil && *g.Speaker != "" {
		a.speaker = []string{*g.Speaker}
	}
	a.count(starts)
	return a
}

func foundAttribution(q quotations.Quotation, r annotate.Report, starts []span.Span) attribution {
	a := attribution{kind: q.Form, spans: [3][]span.Span{q.Source, q.Cue, q.Content}}
	if q.Speaker >= 0 && q.Speaker < len(r.Mentions.Chains) {
		c := r.Mentions.Chains[q.Speaker]
		a.speaker = []string{c.Name}
		for _, m := range c.Mentions {
			a.speaker = append(a.speaker, r.Mentions.Mentions[m].In(r.Text))
		}
	}
	a.count(starts)
	return a
}

// count turns the spans into word numbers.
func (a *attribution) count(starts []span.Span) {
	for i, to := range []*words{&a.source, &a.cue, &a.content} {
		for _, s := range a.spans[i] {
			first, _ := slices.BinarySearchFunc(starts, s.Start, func(w span.Span, at int) int { return w.End - at - 1 })
			for n := first; n < len(starts) && starts[n].Start < s.End; n++ {
				*to = append(*to, n)
			}
		}
		slices.Sort(*to)
		*to = slices.Compact(*to)
	}
}

// wordsOfText finds the words of a text: runs of letters and digits.
func wordsOfText(text string) []span.Span {
	var out []span.Span
	start := -1
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch in := unicode.IsLetter(r) || unicode.IsDigit(r); {
		case in && start < 0:
			start = i
		case !in && start >= 0:
			out = append(out, span.Span{Start: start, End: i})
			start = -1
		}
		i += n
	}
	if start >= 0 {
		out = append(out, span.Span{Start: start, End: len(text)})
	}
	return out
}

func unionWords(all []attribution, pick func(attribution) words) words {
	var out words
	for _, a := range all {
		out = append(out, pick(a)...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func commonWords(a, b words) words {
	var out words
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			out = append(out, a[i])
			i++
			j++
		}
	}
	return out
}
