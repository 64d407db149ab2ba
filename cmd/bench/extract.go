package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"time"
	"unicode"

	"stemma/account"
	"stemma/cmd/internal/sets"
	"stemma/internal/collect"
	"stemma/internal/extract"
)

// A pageTruth is a line of truth.jsonl: what a reader found on a page. What is
// nil was not annotated.
type pageTruth struct {
	ID     string  `json:"id"`
	URL    *string `json:"url"`
	Title  *string `json:"title"`
	Author *string `json:"author"`
	Date   *string `json:"date"`
	Body   *string `json:"body"`
}

// A pageScore is how well one page was read.
type pageScore struct {
	ID           string  `json:"id"`
	F1           float64 `json:"f1"`
	p, r         float64
	seconds      float64
	title, day   bool
	byline       bool
	hasPublished bool
}

type extractFigures struct {
	P              float64     `json:"p"`
	R              float64     `json:"r"`
	F1             float64     `json:"f1"`
	F1OfMeans      float64     `json:"f1_of_means"`
	TitleExact     *float64    `json:"title_exact"`
	Author         *float64    `json:"author"`
	DateDay        *float64    `json:"date_day"`
	DateFound      *float64    `json:"date_found"`
	PagesPerSecond float64     `json:"pages_per_second"`
	SlowestPage    string      `json:"slowest_page"`
	SlowestSeconds float64     `json:"slowest_seconds"`
	Pages          int         `json:"pages"`
	Failed         int         `json:"failed"`
	Worst          []pageScore `json:"worst"`
}

// benchExtract measures the task extract. Body figures are means over pages, by
// shingles of four words; f1 is the mean of the pages' F1, f1_of_means that of
// mean precision and recall, as Zyte's benchmark has it.
func benchExtract(dir string) (any, error) {
	truth, err := sets.Lines[pageTruth](dir, "truth.jsonl")
	if err != nil {
		return nil, err
	}
	scores := make([]pageScore, len(truth))
	failed := make([]error, len(truth))
	var broken error
	var mu sync.Mutex
	start := time.Now()
	sets.Each(len(truth), func(i int) {
		page, err := readPage(dir, truth[i].ID)
		if err != nil {
			mu.Lock()
			broken = err
			mu.Unlock()
			return
		}
		scores[i], failed[i] = scorePage(truth[i], page)
	})
	if broken != nil {
		return nil, broken
	}
	f := summarise(truth, scores)
	f.PagesPerSecond = ratio(float64(len(truth)), time.Since(start).Seconds())
	for _, err := range failed {
		if err != nil {
			f.Failed++
		}
	}
	return f, nil
}

func readPage(dir, id string) ([]byte, error) {
	name := filepath.Join(dir, "pages", id+".html")
	if b, err := os.ReadFile(name); err == nil {
		return b, nil
	}
	f, err := os.Open(name + ".gz")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", id, err)
	}
	return io.ReadAll(z)
}

// scorePage extracts a page and compares it with the truth. A page that gives no
// article scores nothing.
func scorePage(t pageTruth, page []byte) (pageScore, error) {
	s := pageScore{ID: t.ID}
	d := &collect.Document{Kind: collect.HTML, Bytes: page}
	if t.URL != nil {
		d.Document = account.Document{URL: *t.URL}
	}
	start := time.Now()
	a, err := extract.Extract(d)
	s.seconds = time.Since(start).Seconds()
	if err != nil {
		return s, err
	}
	if t.Body != nil {
		body := strings.TrimSpace(a.Text[a.TitleSpan.End:])
		count := compareShingles(*t.Body, body)
		s.p, s.r, s.F1 = count.p(), count.r(), count.f1()
	}
	s.title = t.Title != nil && *t.Title == a.Title
	s.byline = t.Author != nil && *t.Author == a.Byline
	s.hasPublished = a.Published.Time != ""
	s.day = t.Date != nil && len(a.Published.Time) >= 10 && strings.HasPrefix(*t.Date, a.Published.Time[:10])
	return s, nil
}

// compareShingles counts the shingles of four words that two texts share.
func compareShingles(want, got string) tally {
	counts := map[string]int{}
	total := 0
	for _, s := range shingles(got) {
		counts[s]++
		total++
	}
	var t tally
	wanted := shingles(want)
	for _, s := range wanted {
		if counts[s] > 0 {
			counts[s]--
			t.tp++
		}
	}
	t.fp = float64(total) - t.tp
	t.fn = float64(len(wanted)) - t.tp
	return t
}

// shingles gives each run of four words of a text; a shorter text is one shingle.
func shingles(text string) []string {
	ws := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
	if len(ws) == 0 {
		return nil
	}
	if len(ws) < 4 {
		return []string{strings.Join(ws, " ")}
	}
	out := make([]string, 0, len(ws)-3)
	for i := 0; i+4 <= len(ws); i++ {
		out = append(out, strings.Join(ws[i:i+4], " "))
	}
	return out
}

// summarise averages the scores over the pages for which each field is known.
func summarise(truth []pageTruth, scores []pageScore) *extractFigures {
	f := &extractFigures{Pages: len(truth), Worst: []pageScore{}}
	var bodies, titles, authors, days, right, rightAuthors, rightDays, found float64
	for i, t := range truth {
		s := scores[i]
		if s.seconds > f.SlowestSeconds {
			f.SlowestSeconds, f.SlowestPage = s.seconds, s.ID
		}
		if t.Body != nil {
			bodies++
			f.P, f.R, f.F1 = f.P+s.p, f.R+s.r, f.F1+s.F1
			f.Worst = append(f.Worst, s)
		}
		if t.Title != nil {
			titles, right = titles+1, right+one(s.title)
		}
		if t.Author != nil {
			authors, rightAuthors = authors+1, rightAuthors+one(s.byline)
		}
		if t.Date != nil {
			days, rightDays, found = days+1, rightDays+one(s.day), found+one(s.hasPublished)
		}
	}
	f.P, f.R, f.F1 = ratio(f.P, bodies), ratio(f.R, bodies), ratio(f.F1, bodies)
	f.F1OfMeans = ratio(2*f.P*f.R, f.P+f.R)
	f.TitleExact, f.Author = share(right, titles), share(rightAuthors, authors)
	f.DateDay, f.DateFound = share(rightDays, days), share(found, days)
	sort.Slice(f.Worst, func(i, j int) bool {
		a, b := f.Worst[i], f.Worst[j]
		return a.F1 < b.F1 || a.F1 == b.F1 && a.ID < b.ID
	})
	f.Worst = f.Worst[:min(10, len(f.Worst))]
	return f
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// share is a/b, or nil where nothing was annotated.
func share(a, b float64) *float64 {
	if b == 0 {
		return nil
	}
	s := a / b
	return &s
}
