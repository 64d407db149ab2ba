package main

import (
	"cmp"
	"runtime"
	"slices"
	"time"

	"stemma/internal/annotate"
	"stemma/internal/group"
)

// storiesFigures are what the task stories gives. Articles per second and the
// peak of memory are grouping's alone, after annotation.
type storiesFigures struct {
	BCubedP   float64 `json:"bcubed_p"`
	BCubedR   float64 `json:"bcubed_r"`
	BCubedF1  float64 `json:"bcubed_f1"`
	PairP     float64 `json:"pair_p"`
	PairR     float64 `json:"pair_r"`
	PairF1    float64 `json:"pair_f1"`
	Stories   int     `json:"stories"`
	Gold      int     `json:"gold_stories"`
	Articles  int     `json:"articles"`
	PerSecond float64 `json:"articles_per_second"`
	PeakMB    float64 `json:"peak_mb"`
}

// benchStories measures the task stories: the labelled articles, fed in order of
// date, the undated last.
func benchStories(dir string) (any, error) {
	docs, err := lines[doc](dir, "docs.jsonl")
	if err != nil {
		return nil, err
	}
	docs = slices.DeleteFunc(docs, func(d doc) bool { return d.Cluster == nil })
	reports := annotated(docs)
	gold := map[string]string{}
	for _, d := range docs {
		gold[d.ID] = *d.Cluster
	}
	annotate.Order(reports)

	found := map[string]string{}
	items := make([]group.Item, len(reports))
	start := time.Now()
	g := group.New()
	for i, r := range reports {
		items[i] = group.NewItem(r)
		found[r.ID] = g.Add(items[i])
	}
	took := time.Since(start).Seconds()
	// A story may have moved on since an article joined it.
	for id := range found {
		if s, ok := g.Of(id); ok {
			found[id] = s
		}
	}
	f := scorePartition(gold, found)
	f.PerSecond = ratio(float64(len(reports)), took)
	f.PeakMB = heapMB()
	return f, nil
}

// scorePartition compares two partitions of the same articles: B-cubed (Bagga
// and Baldwin 1998) and by pairs.
func scorePartition(gold, found map[string]string) storiesFigures {
	ids := make([]string, 0, len(gold))
	goldSize, foundSize, both := map[string]float64{}, map[string]float64{}, map[[2]string]float64{}
	for id, g := range gold {
		ids = append(ids, id)
		goldSize[g]++
		foundSize[found[id]]++
		both[[2]string{g, found[id]}]++
	}
	slices.SortFunc(ids, cmp.Compare)
	var f storiesFigures
	for _, id := range ids {
		n := both[[2]string{gold[id], found[id]}]
		f.BCubedP += n / foundSize[found[id]]
		f.BCubedR += n / goldSize[gold[id]]
	}
	f.BCubedP = ratio(f.BCubedP, float64(len(ids)))
	f.BCubedR = ratio(f.BCubedR, float64(len(ids)))
	f.BCubedF1 = ratio(2*f.BCubedP*f.BCubedR, f.BCubedP+f.BCubedR)
	pairs := func(n float64) float64 { return n * (n - 1) / 2 }
	var t tally
	for _, n := range both {
		t.tp += pairs(n)
	}
	for _, n := range foundSize {
		t.fp += pairs(n)
	}
	for _, n := range goldSize {
		t.fn += pairs(n)
	}
	t.fp -= t.tp
	t.fn -= t.tp
	f.PairP, f.PairR, f.PairF1 = t.p(), t.r(), t.f1()
	f.Stories, f.Gold, f.Articles = len(foundSize), len(goldSize), len(ids)
	return f
}

// heapMB is the memory that the program holds, in MB.
func heapMB() float64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapSys-m.HeapReleased) / 1e6
}
