package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"stemma/cmd/internal/sets"
	"stemma/internal/annotate"
	"stemma/internal/extract"
	"stemma/internal/span"
	"stemma/internal/trace/reuse"
)

// The lines of a set's files: docs.jsonl, edges.jsonl, and made.jsonl, which only
// stories that were made have.
type (
	doc struct{ ID, Outlet, URL, Date, Title, Text, Cluster string }

	edge struct {
		From, To, Kind string
		Share          float64
		ShareBack      *float64 `json:"share_back"`
	}

	made struct {
		ID   string
		From []string
	}
)

// A story is a known one with what it is measured by.
type story struct {
	reuse.Known
	gold []edge
}

// readSet reads the stories of a set, in order of their names.
func readSet(dir string, weight float64) ([]story, error) {
	docs, err := sets.Lines[doc](dir, "docs.jsonl")
	if err != nil {
		return nil, err
	}
	edges, err := sets.Lines[edge](dir, "edges.jsonl")
	if err != nil {
		return nil, err
	}
	makings, err := sets.Lines[made](dir, "made.jsonl")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	of := map[string]*story{}
	clusterOf := map[string]string{}
	for i, r := range reports(docs) {
		name := docs[i].Cluster
		clusterOf[r.ID] = name
		if of[name] == nil {
			of[name] = &story{Known: reuse.Known{Weight: weight}}
		}
		of[name].Reports = append(of[name].Reports, r)
	}
	for _, e := range edges {
		s := of[clusterOf[e.From]]
		if s == nil {
			return nil, fmt.Errorf("%s: edge from %q, which is not in docs.jsonl", dir, e.From)
		}
		s.gold = append(s.gold, e)
		s.Edges = append(s.Edges, reuse.KnownEdge{From: e.From, To: e.To, Kind: e.Kind, Share: e.Share})
	}
	for _, m := range makings {
		if s := of[clusterOf[m.ID]]; s != nil {
			if s.Sources == nil {
				s.Sources = map[string][]string{}
			}
			s.Sources[m.ID] = m.From
		}
	}
	var stories []story
	for _, name := range slices.Sorted(maps.Keys(of)) {
		annotate.Order(of[name].Reports)
		stories = append(stories, *of[name])
	}
	return stories, nil
}

// reports annotates docs on all cores; the result is parallel to docs.
func reports(docs []doc) []annotate.Report {
	all := make([]annotate.Report, len(docs))
	sets.Each(len(docs), func(i int) {
		d := docs[i]
		a := &extract.Article{ID: d.ID, Outlet: d.Outlet, URL: d.URL, Title: d.Title, Text: d.Text, Language: "en"}
		a.Published.Time = d.Date
		if strings.HasPrefix(d.Text, d.Title) {
			a.TitleSpan = span.Span{End: len(d.Title)}
		}
		all[i] = annotate.Report{Article: a, Annotations: annotate.Annotate(a)}
	})
	return all
}
