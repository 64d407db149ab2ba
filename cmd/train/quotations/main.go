// Command quotations learns the weights of internal/annotate/quotations from
// annotated articles.
//
//	go run ./cmd/train/quotations -data DIR
//
// DIR holds polnear, a set of the task quotations (docs.jsonl and
// quotations.jsonl, plain or with .gz), of which the part "train" is used. The file
// internal/annotate/quotations/weights.txt is written; its weights stand for classes
// and shapes, never for words. Equal input gives equal weights.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"

	"stemma/internal/annotate/mentions"
	"stemma/internal/annotate/quotations"
	"stemma/internal/language"
	"stemma/internal/span"
)

type doc struct{ ID, Text, Split string }

type gold struct {
	Article, Split       string
	Source, Cue, Content [][2]int
}

const file = "internal/annotate/quotations/weights.txt"

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "`folder` of the sets")
	flag.Parse()
	if *data == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := train(*data); err != nil {
		log.Fatalf("train quotations: %v", err)
	}
}

func train(data string) error {
	lessons, err := read(filepath.Join(data, "polnear"))
	if err != nil {
		return err
	}
	annotate(lessons)
	return os.WriteFile(file, []byte(quotations.Learn(lessons).String()), 0o644)
}

// read makes the lessons of a set.
func read(dir string) ([]quotations.Lesson, error) {
	of := map[string][]quotations.Quotation{}
	err := lines(filepath.Join(dir, "quotations.jsonl"), func(g gold) {
		of[g.Article] = append(of[g.Article], quotations.Quotation{Source: spans(g.Source), Cue: spans(g.Cue), Content: spans(g.Content)})
	})
	if err != nil {
		return nil, err
	}
	var out []quotations.Lesson
	err = lines(filepath.Join(dir, "docs.jsonl"), func(d doc) {
		if d.Split == "" || d.Split == "train" {
			out = append(out, quotations.Lesson{Text: d.Text, Gold: of[d.ID]})
		}
	})
	return out, err
}

func spans(pairs [][2]int) []span.Span {
	var out []span.Span
	for _, p := range pairs {
		out = append(out, span.Span{Start: p[0], End: p[1]})
	}
	return out
}

// annotate prepares the lessons on all cores.
func annotate(lessons []quotations.Lesson) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(lessons) {
					return
				}
				l := &lessons[i]
				l.Sentences = language.Analyze(l.Text, "en")
				l.Mentions = mentions.Find(l.Text, l.Sentences)
			}
		})
	}
	wg.Wait()
}

// lines calls do with each line of a JSONL file, or of the same with .gz.
func lines[T any](name string, do func(T)) error {
	f, err := os.Open(name)
	var in io.Reader = f
	if err != nil {
		if f, err = os.Open(name + ".gz"); err != nil {
			return err
		}
		if in, err = gzip.NewReader(f); err != nil {
			return fmt.Errorf("%s.gz: %w", name, err)
		}
	}
	defer f.Close()
	scan := bufio.NewScanner(in)
	scan.Buffer(nil, 64<<20)
	for n := 1; scan.Scan(); n++ {
		var v T
		if err := json.Unmarshal(scan.Bytes(), &v); err != nil {
			return fmt.Errorf("%s, line %d: %w", name, n, err)
		}
		do(v)
	}
	return scan.Err()
}
