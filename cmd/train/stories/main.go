// Command stories learns what grouping needs to know: how common words are in
// news, and how much each likeness of two articles says.
//
//	go run ./cmd/train/stories -data DIR
//
// DIR holds the unlabelled news stream-20k and the labelled streams stories-*, in
// the form that docs/accuracy.md describes. The files internal/group/background.gz
// and weights.txt are written; they hold no words. With -hold SET the weights are
// printed without that set having been seen, for measuring on it.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"stemma/internal/annotate"
	"stemma/internal/extract"
	"stemma/internal/group"
	"stemma/internal/span"
)

const room = "internal/group"

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "`folder` of the sets")
	hold := flag.String("hold", "", "leave out this `set` and print the weights")
	skip := flag.Bool("keep-background", false, "leave background.gz as it is")
	flag.Parse()
	if *data == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := train(*data, *hold, *skip || *hold != ""); err != nil {
		log.Fatalf("train stories: %v", err)
	}
}

func train(data, hold string, keepBackground bool) error {
	if !keepBackground {
		// The weights are learnt with the background, so it has to be built into
		// the program first: run again with -keep-background.
		return background(data)
	}
	sets, err := filepath.Glob(filepath.Join(data, "stories-*"))
	if err != nil {
		return err
	}
	var streams [][]group.Labelled
	for _, set := range sets {
		if filepath.Base(set) == hold {
			continue
		}
		labelled, err := read(set)
		if err != nil {
			return err
		}
		log.Printf("%s: %d articles", filepath.Base(set), len(labelled))
		streams = append(streams, labelled)
	}
	weights := group.Fit(streams...)
	if hold != "" {
		fmt.Print(weights)
		return nil
	}
	return os.WriteFile(filepath.Join(room, "weights.txt"), []byte(weights), 0o644)
}

func background(data string) error {
	labelled, err := read(filepath.Join(data, "stream-20k"))
	if err != nil {
		return err
	}
	items := make([]group.Item, len(labelled))
	for i, l := range labelled {
		items[i] = l.Item
	}
	f, err := os.Create(filepath.Join(room, "background.gz"))
	if err != nil {
		return err
	}
	defer f.Close()
	return group.WriteBackground(f, items)
}

// read reads a set's articles in order of time.
func read(set string) ([]group.Labelled, error) {
	f, err := os.Open(filepath.Join(set, "docs.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 64<<20)
	var reports []annotate.Report
	stories := map[string]string{}
	for in.Scan() {
		var d struct{ ID, Outlet, Date, Title, Text, Cluster string }
		if err := json.Unmarshal(in.Bytes(), &d); err != nil {
			return nil, err
		}
		a := &extract.Article{ID: d.ID, Outlet: d.Outlet, Title: d.Title, Text: d.Text, Language: "en"}
		a.Published.Time = d.Date
		if len(d.Title) <= len(d.Text) && d.Text[:len(d.Title)] == d.Title {
			a.TitleSpan = span.Span{End: len(d.Title)}
		}
		reports = append(reports, annotate.Report{Article: a})
		stories[d.ID] = d.Cluster
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	annotate.Order(reports)
	labelled := make([]group.Labelled, len(reports))
	var wg sync.WaitGroup
	for w := range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := w; i < len(reports); i += runtime.GOMAXPROCS(0) {
				r := reports[i]
				r.Annotations = annotate.Annotate(r.Article)
				labelled[i] = group.Labelled{Item: group.NewItem(r), Story: stories[r.ID]}
			}
		})
	}
	wg.Wait()
	return slices.Clip(labelled), nil
}
