package main

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"stemma/account"
	"stemma/cmd/internal/sets"
	"stemma/internal/annotate"
	"stemma/internal/collate"
	"stemma/internal/trace"
)

// A planted is a line of planted.jsonl: one fact that was changed in one report,
// and where other reports state it as it was.
type planted struct {
	Cluster  string  `json:"cluster"`
	Article  string  `json:"article"`
	Aspect   string  `json:"aspect"`
	Detail   string  `json:"detail"`
	Planted  string  `json:"planted"`
	Original string  `json:"original"`
	Others   []place `json:"others"`
	Also     []place `json:"also"`
	place
}

// A place is a piece of an article's text; Article is empty where it is known.
type place struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// differencesFigures are what benchDifferences prints.
type differencesFigures struct {
	Recall           float64            `json:"recall"`
	ByAspect         map[string]float64 `json:"recall_by_aspect"`
	ByDetail         map[string]float64 `json:"recall_by_detail"`
	DifferPerStory   float64            `json:"differ_per_story"`
	DifferPerControl float64            `json:"differ_per_control"` // stories with nothing planted
	Rank             int                `json:"rank"`               // median place among the differences shown, from 1
	ByShown          map[string]float64 `json:"shown_by_aspect"`    // differences shown per story
	ClaimsPerStory   float64            `json:"claims_per_story"`   // of every relation
	Planted          int                `json:"planted"`
	Stories          int                `json:"stories"`
	Missed           []string           `json:"missed"` // "cluster: original → planted"
}

// benchDifferences measures whether planted changes are shown, and among how many
// differences.
func benchDifferences(dir string) (any, error) {
	docs, err := sets.Lines[doc](dir, "docs.jsonl")
	if err != nil {
		return nil, err
	}
	changes, err := sets.Lines[planted](dir, "planted.jsonl")
	if err != nil {
		return nil, err
	}
	clusters, names := clustered(docs)
	stories := make([]*account.Story, len(names))
	sets.Each(len(names), func(i int) { stories[i] = collated(names[i], clusters[names[i]]) })
	byName := map[string]*account.Story{}
	for i, name := range names {
		byName[name] = stories[i]
	}
	return figuresOf(byName, changes), nil
}

// clustered puts labelled docs by cluster, in order of date (none last), then id.
func clustered(docs []doc) (map[string][]doc, []string) {
	clusters := map[string][]doc{}
	for _, d := range docs {
		if d.Cluster != nil {
			clusters[*d.Cluster] = append(clusters[*d.Cluster], d)
		}
	}
	var names []string
	for name, all := range clusters {
		names = append(names, name)
		slices.SortStableFunc(all, func(a, b doc) int {
			if (a.Date == nil) != (b.Date == nil) {
				if a.Date == nil {
					return 1
				}
				return -1
			}
			if a.Date != nil && *a.Date != *b.Date {
				return cmp.Compare(*a.Date, *b.Date)
			}
			return cmp.Compare(a.ID, b.ID)
		})
	}
	sort.Strings(names)
	return clusters, names
}

// collated goes the product's way from the docs of one story to its account.
func collated(name string, docs []doc) *account.Story {
	reports := make([]annotate.Report, len(docs))
	for i := range docs {
		a := docs[i].article()
		reports[i] = annotate.Report{Article: a, Annotations: annotate.Annotate(a)}
	}
	return collate.Collate(name, reports, trace.Trace(reports))
}

// figuresOf counts the changes that stories show.
func figuresOf(stories map[string]*account.Story, changes []planted) differencesFigures {
	f := differencesFigures{ByAspect: map[string]float64{}, ByDetail: map[string]float64{}, ByShown: map[string]float64{}}
	found, all := map[string]float64{}, map[string]float64{}
	details, allDetails := map[string]float64{}, map[string]float64{}
	touched := map[string]bool{}
	var ranks []int
	for _, c := range changes {
		detail := c.Aspect + "/" + strings.SplitN(c.Detail, ":", 2)[0]
		touched[c.Cluster] = true
		all[c.Aspect]++
		allDetails[detail]++
		rank := 0
		if s := stories[c.Cluster]; s != nil {
			rank = shownAt(s, c)
		}
		if rank == 0 {
			f.Missed = append(f.Missed, c.Cluster+" "+c.Article+" "+detail+": "+c.Original+" → "+c.Planted)
			continue
		}
		found[c.Aspect]++
		details[detail]++
		f.Recall++
		ranks = append(ranks, rank)
	}
	f.Planted, f.Stories = len(changes), len(stories)
	f.Recall = ratio(f.Recall, float64(len(changes)))
	for aspect, n := range all {
		f.ByAspect[aspect] = ratio(found[aspect], n)
	}
	for detail, n := range allDetails {
		f.ByDetail[detail] = ratio(details[detail], n)
	}
	if sort.Ints(ranks); len(ranks) > 0 {
		f.Rank = ranks[len(ranks)/2]
	}
	controls := 0.0
	for name, s := range stories {
		f.ClaimsPerStory += float64(len(s.Claims))
		for _, c := range s.Claims {
			if !shown(c) {
				continue
			}
			f.ByShown[c.Aspect]++
			f.DifferPerStory++
			if !touched[name] {
				f.DifferPerControl++
			}
		}
		if !touched[name] {
			controls++
		}
	}
	n := float64(len(stories))
	f.DifferPerStory, f.DifferPerControl, f.ClaimsPerStory = ratio(f.DifferPerStory, n), ratio(f.DifferPerControl, controls), ratio(f.ClaimsPerStory, n)
	for aspect := range f.ByShown {
		f.ByShown[aspect] = ratio(f.ByShown[aspect], n)
	}
	return f
}

// shown reports whether a claim is a difference that the reader is shown.
func shown(c account.Claim) bool {
	return c.Relation == account.Differ || c.Relation == account.Update
}

// shownAt is the place of a change among the differences that a story shows, from
// 1, or 0 where it isn't among them.
func shownAt(s *account.Story, c planted) int {
	changed := append([]place{c.place}, c.Also...)
	for i := range changed {
		changed[i].Article = c.Article
	}
	rank := 0
	for _, claim := range s.Claims {
		if !shown(claim) {
			continue
		}
		rank++
		for i, a := range claim.Readings {
			for j, b := range claim.Readings {
				if i != j && overlap(a.Spans, changed) && overlap(b.Spans, c.Others) {
					return rank
				}
			}
		}
	}
	return 0
}

// overlap reports whether a span shares a byte with one of places.
func overlap(spans []account.Span, places []place) bool {
	for _, s := range spans {
		for _, p := range places {
			if s.Article == p.Article && s.Start < p.End && p.Start < s.End {
				return true
			}
		}
	}
	return false
}
