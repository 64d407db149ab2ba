// Command names learns the weights with which internal/names compares names.
//
//	go run ./cmd/train/names -data DIR
//
// The file internal/names/weights.txt is written. DIR holds the European Union's consolidated sanctions lists as tables (CSV with
// the columns schema, name, alias and birthDate among others), as the project
// OpenSanctions keeps them at github.com/opensanctions/opensanctions in
// datasets/eu/sanctions. Examples of one are a listed name with its aliases, and
// with slips, initials and shorter forms put into it; examples of others are
// entries that share a word. A fifth of the entries is held out, and what the
// weights make of it is told on standard error. Equal input gives equal weights,
// which hold no name.
package main

import (
	"flag"
	"hash/fnv"
	"log"
	"os"

	"stemma/internal/names"
)

const file = "internal/names/weights.txt"

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "`folder` of the lists")
	flag.Parse()
	if *data == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := train(*data); err != nil {
		log.Fatalf("train names: %v", err)
	}
}

func train(data string) error {
	entries, err := readLists(data)
	if err != nil {
		return err
	}
	var train, held []entry
	for _, e := range entries {
		if heldOut(e) {
			held = append(held, e)
		} else {
			train = append(train, e)
		}
	}
	examples := pairs(train)
	weights := names.Learn(examples)
	log.Printf("%d entries, %d examples", len(train), len(examples))
	if err := report(weights, pairs(held)); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(weights), 0o644)
}

// heldOut picks a fifth of the entries by their names, so that an entry that
// stands in two lists is on one side.
func heldOut(e entry) bool {
	h := fnv.New32a()
	h.Write([]byte(names.Fold(e.name)))
	return h.Sum32()>>8%5 == 0
}

// report tells how right the weights are on examples that they weren't learnt from.
func report(weights string, examples []names.Example) error {
	compare, err := names.CompareWith(weights)
	if err != nil {
		return err
	}
	var right, wrong, missed float64
	for _, e := range examples {
		same := compare(names.Parse(e.A, e.Kind), names.Parse(e.B, e.Kind)) >= names.Same
		switch {
		case same && e.Same:
			right++
		case same:
			wrong++
		case e.Same:
			missed++
		}
	}
	log.Printf("held out: %d examples, precision %.3f, recall %.3f, F1 %.3f",
		len(examples), right/max(1, right+wrong), right/max(1, right+missed), 2*right/max(1, 2*right+wrong+missed))
	return nil
}
