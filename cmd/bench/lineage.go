package main

import (
	"errors"
	"io/fs"
	"math"
	"slices"

	"stemma/account"
	"stemma/cmd/internal/sets"
	"stemma/internal/annotate"
	"stemma/internal/trace/reuse"
)

// A goldEdge is a line of edges.jsonl. ShareBack is the part of To that stands
// in From, where the set gives it.
type goldEdge struct {
	From      string   `json:"from"`
	To        string   `json:"to"`
	Kind      string   `json:"kind"`
	Share     float64  `json:"share"`
	ShareBack *float64 `json:"share_back"`
}

// An unlinkedPair is a line of not_linked.jsonl.
type unlinkedPair struct {
	A   string `json:"a"`
	B   string `json:"b"`
	Why string `json:"why"`
}

// quotationOnly is the reason of unlinked pairs that have the same quotations
// and nothing else in common.
const quotationOnly = "same quotation only"

// A pair is two article ids, the smaller first.
type pair [2]string

func pairOf(a, b string) pair { return pair{min(a, b), max(a, b)} }

// lineageFigures is what bench lineage prints.
type lineageFigures struct {
	P              float64                   `json:"p"`
	R              float64                   `json:"r"`
	F1             float64                   `json:"f1"`
	RecallByKind   map[string]float64        `json:"recall_by_kind"`
	KindRight      float64                   `json:"kind_right"`
	Kinds          map[string]map[string]int `json:"kinds"` // gold kind, found kind
	Direction      float64                   `json:"direction"`
	ShareError     float64                   `json:"share_error"`
	CertaintyError float64                   `json:"certainty_error"`
	OnQuotation    *float64                  `json:"false_on_quotation_only,omitempty"`
	FalseByReason  map[string]int            `json:"false_by_reason,omitempty"`
	Found          int                       `json:"found"`
	Gold           int                       `json:"gold"`
}

// benchLineage measures the task lineage.
func benchLineage(dir string) (any, error) {
	docs, err := sets.Lines[doc](dir, "docs.jsonl")
	if err != nil {
		return nil, err
	}
	gold, err := sets.Lines[goldEdge](dir, "edges.jsonl")
	if err != nil {
		return nil, err
	}
	unlinked, err := sets.Lines[unlinkedPair](dir, "not_linked.jsonl")
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return scoreLineage(reuseOf(docs), gold, unlinked), nil
}

// reuseOf finds the edges between the docs of each cluster.
func reuseOf(docs []doc) []account.Edge {
	stories := byCluster(docs, annotated(docs))
	edges := make([][]account.Edge, len(stories))
	sets.Each(len(stories), func(i int) { edges[i] = reuse.Find(stories[i]) })
	return slices.Concat(edges...)
}

// byCluster gives the reports of docs, of each cluster in the order that a story has them,
// clusters in that of their names.
func byCluster(docs []doc, reports []annotate.Report) [][]annotate.Report {
	stories := map[string][]annotate.Report{}
	var clusters []string
	for i, r := range reports {
		if docs[i].Cluster == nil {
			continue
		}
		cluster := *docs[i].Cluster
		if stories[cluster] == nil {
			clusters = append(clusters, cluster)
		}
		stories[cluster] = append(stories[cluster], r)
	}
	slices.Sort(clusters)
	all := make([][]annotate.Report, len(clusters))
	for i, c := range clusters {
		slices.SortStableFunc(stories[c], earlierReport)
		all[i] = stories[c]
	}
	return all
}

// earlierReport orders reports as a story has them: by time, undated last.
func earlierReport(a, b annotate.Report) int {
	switch s, t := a.Published.Time, b.Published.Time; {
	case s == t:
		return 0
	case s == "":
		return 1
	case t == "" || s < t:
		return -1
	}
	return 1
}

// scoreLineage compares found edges with the gold ones. A pair that is found is
// right whatever its kind; kind, direction and share are measured on the pairs
// found that are true.
func scoreLineage(found []account.Edge, gold []goldEdge, unlinked []unlinkedPair) lineageFigures {
	truth := map[pair]goldEdge{}
	for _, g := range gold {
		truth[pairOf(g.From, g.To)] = g
	}
	reason := map[pair]string{}
	quoted := 0.0
	for _, u := range unlinked {
		reason[pairOf(u.A, u.B)] = u.Why
		if u.Why == quotationOnly {
			quoted++
		}
	}
	figures := lineageFigures{
		RecallByKind: map[string]float64{}, Kinds: map[string]map[string]int{},
		FalseByReason: map[string]int{}, Found: len(found), Gold: len(gold),
	}
	var pairs tally
	var kindRight, directed, directionRight, shareError, shares, certaintyError float64
	recall := map[string]float64{}
	for _, f := range found {
		key := pairOf(f.From, f.To)
		g, ok := truth[key]
		if !ok {
			pairs.fp++
			certaintyError += f.Certainty * f.Certainty
			figures.FalseByReason[reason[key]]++
			continue
		}
		pairs.tp++
		certaintyError += (1 - f.Certainty) * (1 - f.Certainty)
		recall[g.Kind]++
		if figures.Kinds[g.Kind] == nil {
			figures.Kinds[g.Kind] = map[string]int{}
		}
		figures.Kinds[g.Kind][f.Kind]++
		if f.Kind == g.Kind {
			kindRight++
		}
		if f.Kind != account.EdgeShares && g.Kind != account.EdgeShares {
			directed++
			if f.From == g.From {
				directionRight++
			}
		}
		if f.From == g.From {
			shares++
			shareError += math.Abs(f.Share - g.Share)
		} else if g.ShareBack != nil {
			shares++
			shareError += math.Abs(f.Share - *g.ShareBack)
		}
	}
	ofKind := map[string]float64{}
	for _, g := range truth {
		ofKind[g.Kind]++
	}
	for kind, n := range ofKind {
		figures.RecallByKind[kind] = recall[kind] / n
	}
	pairs.fn = float64(len(truth)) - pairs.tp
	figures.P, figures.R, figures.F1 = pairs.p(), pairs.r(), pairs.f1()
	figures.KindRight = ratio(kindRight, pairs.tp)
	figures.Direction = ratio(directionRight, directed)
	figures.ShareError = ratio(shareError, shares)
	figures.CertaintyError = ratio(certaintyError, float64(len(found)))
	if quoted > 0 {
		on := float64(figures.FalseByReason[quotationOnly]) / quoted
		figures.OnQuotation = &on
	}
	return figures
}
