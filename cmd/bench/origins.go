package main

import (
	"encoding/json"

	"stemma/account"
	"stemma/cmd/internal/sets"
	"stemma/internal/annotate"
	"stemma/internal/collect"
	"stemma/internal/extract"
	"stemma/internal/trace"
)

// originFigures is what bench origins prints, of stories whose family tree is
// known. Roots, AtLeast and AtMost are means over stories: how many texts the
// story goes back to, and the bounds that were counted. TooMany is the share of
// stories whose AtLeast is above the truth, TooFew that of those whose AtMost is
// below it, and AboveOne of those of which more than one origin is sure.
type originFigures struct {
	Stories  int     `json:"stories"`
	Reports  int     `json:"reports"`
	Roots    float64 `json:"roots"`
	AtLeast  float64 `json:"at_least"`
	AtMost   float64 `json:"at_most"`
	AboveOne float64 `json:"above_one"`
	TooMany  float64 `json:"at_least_too_many"`
	TooFew   float64 `json:"at_most_too_few"`
}

// benchOrigins measures the task origins on a set of the form of lineage. Texts
// that an edge links go back to one root.
func benchOrigins(dir string) (any, error) {
	docs, err := sets.Lines[doc](dir, "docs.jsonl")
	if err != nil {
		return nil, err
	}
	gold, err := sets.Lines[goldEdge](dir, "edges.jsonl")
	if err != nil {
		return nil, err
	}
	root := rootsOf(gold)
	reports := make([]annotate.Report, len(docs))
	sets.Each(len(docs), func(i int) {
		a := docs[i].extracted()
		reports[i] = annotate.Report{Article: a, Annotations: annotate.Annotate(a)}
	})
	stories := byCluster(docs, reports)
	counted := make([]account.Origins, len(stories))
	sets.Each(len(stories), func(i int) { counted[i] = trace.Trace(stories[i]).Story() })
	f := originFigures{Stories: len(stories)}
	for i, reports := range stories {
		roots := map[string]bool{}
		for _, r := range reports {
			roots[root(r.ID)] = true
		}
		f.Reports += len(reports)
		f.Roots += float64(len(roots))
		f.AtLeast += float64(counted[i].AtLeast)
		f.AtMost += float64(counted[i].AtMost)
		f.AboveOne += one(counted[i].AtLeast > 1)
		f.TooMany += one(counted[i].AtLeast > len(roots))
		f.TooFew += one(counted[i].AtMost < len(roots))
	}
	for _, sum := range []*float64{&f.Roots, &f.AtLeast, &f.AtMost, &f.AboveOne, &f.TooMany, &f.TooFew} {
		*sum = ratio(*sum, float64(f.Stories))
	}
	return f, nil
}

// extracted is a doc as an archive would have it, with its credits, which say
// whose material it is; nil where it can't be read.
func (d *doc) extracted() *extract.Article {
	data, err := json.Marshal(d)
	if err != nil {
		return d.article()
	}
	a, err := extract.Extract(&collect.Document{Document: account.Document{Record: d.ID}, Kind: collect.JSON, Bytes: data})
	if err != nil {
		return d.article()
	}
	a.ID = d.ID
	return a
}

// rootsOf returns a function that names the root of an article: one of those that
// edges link it with.
func rootsOf(edges []goldEdge) func(string) string {
	up := map[string]string{}
	root := func(id string) string {
		for up[id] != "" && up[id] != id {
			id = up[id]
		}
		return id
	}
	for _, e := range edges {
		up[root(e.From)] = root(e.To)
	}
	return root
}
