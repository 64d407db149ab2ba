// Command stories learns what grouping needs to know: how common words are in
// news, and how much each likeness of two articles says.
//
//	go run ./cmd/train/stories -data DIR
//
// DIR holds the unlabelled news stream-20k and the labelled streams stories-*, in
// the form that docs/accuracy.md describes. The files internal/group/background.gz
// and weights.txt are written; they hold no words. Each labelled stream is learnt
// from twice: as it is, and with the dates of a quarter of its articles removed.
//
// With -cross N nothing is written: the stories of each set are dealt into N
// parts, each part is grouped with weights that were learnt from the others, and
// how right that is is printed.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"hash/fnv"
	"log"
	"os"
	"path/filepath"

	"stemma/cmd/internal/sets"
	"stemma/internal/annotate"
	"stemma/internal/extract"
	"stemma/internal/group"
	"stemma/internal/span"
)

const room = "internal/group"

// options are the command's flags.
type options struct {
	data  string
	keep  bool
	every int
	cross int
}

func main() {
	log.SetFlags(0)
	var o options
	flag.StringVar(&o.data, "data", "", "`folder` of the sets")
	flag.BoolVar(&o.keep, "keep-background", false, "leave background.gz as it is")
	flag.IntVar(&o.every, "every", 6, "take each `n`th article of the unlabelled news")
	flag.IntVar(&o.cross, "cross", 0, "measure by cross-validation in so many `parts`")
	flag.Parse()
	if o.data == "" || flag.NArg() > 0 || o.every < 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := train(o); err != nil {
		log.Fatalf("train stories: %v", err)
	}
}

func train(o options) error {
	if !o.keep && o.cross == 0 {
		if err := background(o); err != nil {
			return err
		}
	}
	sets, err := filepath.Glob(filepath.Join(o.data, "stories-*"))
	if err != nil {
		return err
	}
	var streams [][]group.Labelled
	var names []string
	for _, set := range sets {
		for _, without := range []float64{0, 0.25} {
			labelled, err := read(set, 1, without)
			if err != nil {
				return err
			}
			name := filepath.Base(set)
			if without > 0 {
				name += ", a quarter undated"
			}
			log.Printf("%s: %d articles", name, len(labelled))
			streams, names = append(streams, labelled), append(names, name)
		}
	}
	if o.cross > 1 {
		for i, found := range group.Cross(o.cross, streams...) {
			pairs, articles := score(streams[i], found)
			fmt.Printf("%s: pairs F1 %.3f, B-cubed F1 %.3f\n", names[i], pairs, articles)
		}
		return nil
	}
	return os.WriteFile(filepath.Join(room, "weights.txt"), []byte(group.Fit(streams...)), 0o644)
}

// background counts words in the unlabelled news, and has the rest learnt with
// these counts.
func background(o options) error {
	labelled, err := read(filepath.Join(o.data, "stream-20k"), o.every, 0)
	if err != nil {
		return err
	}
	items := make([]group.Item, len(labelled))
	for i, l := range labelled {
		items[i] = l.Item
	}
	var out bytes.Buffer
	if err := group.WriteBackground(&out, items); err != nil {
		return err
	}
	if err := group.UseBackground(out.Bytes()); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(room, "background.gz"), out.Bytes(), 0o644)
}

// read reads each nth of a set's articles, in order of time, and forgets the
// dates of a share of them.
func read(set string, every int, without float64) ([]group.Labelled, error) {
	var reports []annotate.Report
	stories := map[string]string{}
	n := 0
	type doc struct{ ID, Outlet, Date, Title, Text, Cluster string }
	err := sets.EachLine(set, "docs.jsonl", func(d doc) error {
		if n++; n%every != 0 {
			return nil
		}
		a := &extract.Article{ID: d.ID, Outlet: d.Outlet, Title: d.Title, Text: d.Text, Language: "en"}
		if !undated(d.ID, without) {
			a.Published.Time = d.Date
		}
		if len(d.Title) <= len(d.Text) && d.Text[:len(d.Title)] == d.Title {
			a.TitleSpan = span.Span{End: len(d.Title)}
		}
		reports = append(reports, annotate.Report{Article: a})
		stories[d.ID] = d.Cluster
		return nil
	})
	if err != nil {
		return nil, err
	}
	annotate.Order(reports)
	labelled := make([]group.Labelled, len(reports))
	sets.Each(len(reports), func(i int) {
		r := reports[i]
		r.Annotations = annotate.Annotate(r.Article)
		labelled[i] = group.Labelled{Item: group.NewItem(r), Story: stories[r.ID]}
	})
	return labelled, nil
}

// undated reports whether an article loses its date: the same ones every time.
func undated(id string, share float64) bool {
	h := fnv.New32a()
	fmt.Fprint(h, "date of ", id)
	return float64(h.Sum32()%1000) < 1000*share
}

// score is the F1 by pairs and by B-cubed (Bagga and Baldwin 1998).
func score(gold []group.Labelled, found []string) (pairs, articles float64) {
	inGold, inFound, inBoth := map[string]float64{}, map[string]float64{}, map[[2]string]float64{}
	for i, g := range gold {
		inGold[g.Story]++
		inFound[found[i]]++
		inBoth[[2]string{g.Story, found[i]}]++
	}
	var right, inStories, inFounds, p, r float64
	for both, n := range inBoth {
		right += n * (n - 1)
		p += n * n / inFound[both[1]]
		r += n * n / inGold[both[0]]
	}
	for _, n := range inGold {
		inStories += n * (n - 1)
	}
	for _, n := range inFound {
		inFounds += n * (n - 1)
	}
	return 2 * right / (inStories + inFounds), 2 * p * r / (p + r) / float64(len(gold))
}
