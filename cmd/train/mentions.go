package main

import (
	"stemma/cmd/internal/sets"
	"stemma/internal/language"
)

// A mention is a gold name in an article.
type mention struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	typ     string
}

// readMentions reads a set of articles whose names are annotated by place, and
// takes the first sentences of each, which alone are annotated in full.
func readMentions(dir string, sentences int) ([]*sample, error) {
	byArticle := map[string][]mention{}
	type entity struct {
		Type     string    `json:"type"`
		Mentions []mention `json:"mentions"`
	}
	err := sets.EachLine(dir, "entities.jsonl", func(e entity) error {
		for _, m := range e.Mentions {
			m.typ = e.Type
			byArticle[m.Article] = append(byArticle[m.Article], m)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	var all []*sample
	err = sets.EachLine(dir, "docs.jsonl", func(d article) error {
		for i, s := range language.Segment(d.Text) {
			if i >= sentences {
				break
			}
			if sample := named(d.Text, s, byArticle[d.ID]); sample != nil {
				all = append(all, sample)
			}
		}
		return nil
	})
	return all, err
}

// named is a sentence with its mentions, or nil where one doesn't begin and end
// with tokens.
func named(text string, s language.Sentence, mentions []mention) *sample {
	out := &sample{names: make([]string, len(s.Tokens))}
	starts, ends := map[int]int{}, map[int]int{}
	for i, t := range s.Tokens {
		out.tokens = append(out.tokens, t.In(text))
		out.spaced = append(out.spaced, i == 0 || s.Tokens[i-1].End < t.Start)
		out.names[i] = "O"
		starts[t.Start], ends[t.End] = i, i
	}
	for _, m := range mentions {
		if m.Start < s.Start || m.End > s.End {
			continue
		}
		first, ok1 := starts[m.Start]
		last, ok2 := ends[m.End]
		if !ok1 || !ok2 || last < first {
			return nil
		}
		for i := first; i <= last; i++ {
			out.names[i] = "I-" + m.typ
		}
		out.names[first] = "B-" + m.typ
	}
	return out
}
