// Command reuse learns what finding shared text and its lineage needs to know:
// whether two sentences have the same matter, whether two articles share text,
// and who has it from whom.
//
//	go run ./cmd/train/reuse -data DIR
//
// DIR holds the sets lineage-planted, stories whose family tree is known because
// it was made, and lineage-real, pairs of articles that were judged by reading, in
// the form that docs/accuracy.md describes. The file
// internal/trace/reuse/weights.txt is written; it holds no words.
//
// With -cross N nothing is written: the stories are parted into N folds, each is
// judged with weights learnt from the others, and the figures are printed.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"stemma/internal/trace/reuse"
)

const file = "internal/trace/reuse/weights.txt"

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "`folder` of the sets")
	folds := flag.Int("cross", 0, "measure by cross-validation in so many `folds`")
	flag.Parse()
	if *data == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := train(*data, *folds); err != nil {
		log.Fatalf("train reuse: %v", err)
	}
}

func train(data string, folds int) error {
	planted, err := readSet(filepath.Join(data, "lineage-planted"), 1)
	if err != nil {
		return err
	}
	judged, err := readSet(filepath.Join(data, "lineage-real"), judgedWeight)
	if err != nil {
		return err
	}
	stories := append(planted, judged...)
	log.Printf("%d stories", len(stories))
	if folds < 2 {
		return os.WriteFile(file, []byte(reuse.Fit(known(stories, func(int) bool { return true })).String()), 0o644)
	}
	found := crossValidate(stories, folds)
	fmt.Printf("planted: %v\n", measure(planted, found[:len(planted)]))
	fmt.Printf("judged: %v\n", measure(judged, found[len(planted):]))
	return nil
}

// judgedWeight is how much a judged pair counts beside one that was made: there
// are fewer of them, and they are what real articles have.
const judgedWeight = 3
