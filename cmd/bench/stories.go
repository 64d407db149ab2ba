package main

import (
	"cmp"
	"flag"
	"fmt"
	"hash/fnv"
	"math/rand"
	"runtime"
	"slices"
	"syscall"
	"time"

	"stemma/cmd/internal/sets"
	"stemma/internal/annotate"
	"stemma/internal/group"
)

var (
	dropDates = flag.Float64("drop-dates", 0, "stories: remove the dates of this `share` of the articles, the same ones every time")
	shuffle   = flag.Bool("shuffle-hour", false, "stories: feed the articles of each hour, or of each day where no times are known, in another order")
	synthetic = flag.Int("synthetic", 0, "stories: group `N` articles in invented words instead of a set")
)

// storiesFigures are what the task stories gives. Articles per second and the
// peak of memory are grouping's alone, after annotation, on one core. First and
// Last are the milliseconds of processor time that the first and the last
// thousand articles took; the first with what it costs to read the weights.
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
	First     float64 `json:"first_thousand_ms"`
	Last      float64 `json:"last_thousand_ms"`
	PeakMB    float64 `json:"peak_mb"`
}

// benchStories measures the task stories: the labelled articles, fed in order of
// date, the undated last. Of a set without labels it measures speed and memory.
func benchStories(dir string) (any, error) {
	if *synthetic > 0 {
		return benchSynthetic(*synthetic), nil
	}
	docs, err := sets.Lines[doc](dir, "docs.jsonl")
	if err != nil {
		return nil, err
	}
	gold := map[string]string{}
	for i, d := range docs {
		if d.Cluster != nil {
			gold[d.ID] = *d.Cluster
		}
		if lot(d.ID) < *dropDates {
			docs[i].Date = nil
		}
	}
	if len(gold) > 0 {
		docs = slices.DeleteFunc(docs, func(d doc) bool { return d.Cluster == nil })
	}
	reports := annotated(docs)
	annotate.Order(reports)
	if *shuffle {
		shuffleHours(reports)
	}
	g := group.New(group.Settings{})
	found := map[string]string{}
	w := startWatch()
	for i, r := range reports {
		g.Add(group.NewItem(r))
		w.tick()
		if i%1000 == 999 || i == len(reports)-1 {
			foundIn(found, g.Changes())
		}
	}
	f := scorePartition(gold, found)
	w.tell(&f, len(reports))
	return f, nil
}

// benchSynthetic groups articles in invented words.
func benchSynthetic(n int) storiesFigures {
	stream := group.NewSynthetic(1)
	g := group.New(group.Settings{})
	var f storiesFigures
	w := startWatch()
	for range n {
		item, _ := stream.Next()
		g.Add(item)
		w.tick()
		if w.articles%1000 == 0 {
			g.Changes()
		}
	}
	w.tell(&f, n)
	return f
}

// foundIn takes over which stories articles are in now.
func foundIn(found map[string]string, c group.Changes) {
	for _, s := range c.Stories {
		for _, id := range s.Articles {
			found[id] = s.ID
		}
	}
}

// lot is a number from 0 to 1 that an article has every time.
func lot(id string) float64 {
	h := fnv.New32a()
	fmt.Fprint(h, "date of ", id)
	return float64(h.Sum32()%1000) / 1000
}

// shuffleHours puts the reports of one hour in another order, those of one day
// where no hours are known.
func shuffleHours(reports []annotate.Report) {
	random := rand.New(rand.NewSource(1))
	hour := func(r annotate.Report) string { return r.Published.Time[:min(13, len(r.Published.Time))] }
	for i := 0; i < len(reports); {
		end := i
		for end < len(reports) && hour(reports[end]) == hour(reports[i]) {
			end++
		}
		same := reports[i:end]
		random.Shuffle(len(same), func(x, y int) { same[x], same[y] = same[y], same[x] })
		i = end
	}
}

// A watch takes the processor time of each thousand articles: on a busy machine
// the clock on the wall says nothing.
type watch struct {
	articles           int
	begin, mark        time.Duration
	first, last, whole time.Duration
}

func startWatch() *watch {
	runtime.GC()
	now := processorTime()
	return &watch{begin: now, mark: now}
}

func (w *watch) tick() {
	w.articles++
	if w.articles%1000 != 0 {
		return
	}
	now := processorTime()
	w.last = now - w.mark
	if w.articles == 1000 {
		w.first = w.last
	}
	w.mark = now
}

func (w *watch) tell(f *storiesFigures, n int) {
	w.whole = processorTime() - w.begin
	f.PerSecond = ratio(float64(n), w.whole.Seconds())
	f.First, f.Last = float64(w.first.Microseconds())/1000, float64(w.last.Microseconds())/1000
	f.Articles = n
	f.PeakMB = heapMB()
}

// processorTime is what this program has used of all cores.
func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
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
