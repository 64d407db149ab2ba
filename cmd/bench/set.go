package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/extract"
	"stemma/internal/span"
)

// A doc is a line of docs.jsonl.
type doc struct {
	ID      string  `json:"id"`
	Outlet  *string `json:"outlet"`
	URL     *string `json:"url"`
	Date    *string `json:"date"`
	Lang    *string `json:"lang"`
	Title   *string `json:"title"`
	Text    string  `json:"text"`
	Cluster *string `json:"cluster"`
	Split   string  `json:"split"`
}

// article gives a doc the form that the stages after extract take. Its text is
// the doc's own, so that the set's offsets hold.
func (d *doc) article() *extract.Article {
	or := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	a := &extract.Article{
		ID:       d.ID,
		Document: account.Document{Record: d.ID},
		URL:      or(d.URL), Outlet: or(d.Outlet), Title: or(d.Title), Language: or(d.Lang),
		Text: d.Text,
	}
	if a.Language == "" {
		a.Language = "en"
	}
	a.Published.Time = or(d.Date)
	if a.Title != "" && len(a.Title) <= len(d.Text) && d.Text[:len(a.Title)] == a.Title {
		a.TitleSpan = span.Span{Start: 0, End: len(a.Title)}
	}
	return a
}

// open opens a file of a set, plain or gzipped under the same name with .gz.
func open(dir, name string) (io.ReadCloser, error) {
	f, err := os.Open(filepath.Join(dir, name))
	if err == nil {
		return f, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	f, gzErr := os.Open(filepath.Join(dir, name+".gz"))
	if gzErr != nil {
		return nil, err
	}
	z, gzErr := gzip.NewReader(f)
	if gzErr != nil {
		f.Close()
		return nil, fmt.Errorf("%s.gz: %w", name, gzErr)
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}

// lines reads a file of a set with one JSON value a line.
func lines[T any](dir, name string) ([]T, error) {
	f, err := open(dir, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 64<<20)
	var all []T
	for n := 1; in.Scan(); n++ {
		if len(bytes.TrimSpace(in.Bytes())) == 0 {
			continue
		}
		var v T
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", name, n, err)
		}
		all = append(all, v)
	}
	return all, in.Err()
}

// annotated annotates docs on all cores; the result is parallel to docs.
func annotated(docs []doc) []annotate.Report {
	reports := make([]annotate.Report, len(docs))
	each(len(docs), func(i int) {
		a := docs[i].article()
		reports[i] = annotate.Report{Article: a, Annotations: annotate.Annotate(a)}
	})
	return reports
}

// each calls do(0) … do(n-1) on all cores.
func each(n int, do func(i int)) {
	var next int
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for {
				mu.Lock()
				i := next
				next++
				mu.Unlock()
				if i >= n {
					return
				}
				do(i)
			}
		})
	}
	wg.Wait()
}

// A tally counts true positives, false positives and false negatives.
type tally struct{ tp, fp, fn float64 }

func (t tally) p() float64  { return ratio(t.tp, t.tp+t.fp) }
func (t tally) r() float64  { return ratio(t.tp, t.tp+t.fn) }
func (t tally) f1() float64 { return ratio(2*t.tp, 2*t.tp+t.fp+t.fn) }

// ratio is a/b, or 0 where b is 0.
func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}
