// Command train makes a language model from annotated and unlabelled text.
//
//	go run ./cmd/train -data DIR -out internal/language/models/en.model
//
// DIR holds the sets that bench/README.md of the development data describes: the
// treebank ud-ewt, the names uner-ewt, crossner-politics and meantime-names, and
// the unlabelled news stream-20k. The steps are: count words; train vectors of words on the
// unlabelled news; let the encoder guess hidden words there; train it on the
// annotated sentences; learn rules for lemmas; round the parameters and write
// them. The same data and seed give the same model on the same kind of machine.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"stemma/internal/language/model"
)

// options are what the steps are told.
type options struct {
	data, out, keep string
	lang            string
	lists           string
	from            string
	articles        int
	guesses         int
	epochs          int
	rate            float64
	seed            uint64
}

func main() {
	log.SetFlags(0)
	var o options
	flag.StringVar(&o.data, "data", "", "`folder` of the annotated and unlabelled sets")
	flag.StringVar(&o.out, "out", "", "model `file` to write")
	flag.StringVar(&o.lang, "lang", "en", "`language` of the data, ISO 639-1")
	flag.StringVar(&o.keep, "keep", "", "`folder` to keep what the steps before the last make, and to take it from")
	flag.StringVar(&o.lists, "lists", "cmd/train/lists", "`folder` of the lists of names")
	flag.StringVar(&o.from, "from", "", "model `file` to go on from, instead of vectors and guessing")
	flag.IntVar(&o.articles, "articles", 1<<30, "use at most this many unlabelled articles")
	flag.IntVar(&o.guesses, "guesses", 5_000_000, "unlabelled words to guess hidden ones in")
	flag.IntVar(&o.epochs, "epochs", 26, "passes over the annotated sentences")
	flag.Float64Var(&o.rate, "rate", .002, "rate of learning")
	flag.Uint64Var(&o.seed, "seed", 1, "seed of all that is random")
	flag.Parse()
	if o.data == "" || o.out == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := train(o); err != nil {
		log.Fatalf("train: %v", err)
	}
}

var began = time.Now()

func progress(format string, args ...any) {
	log.Printf("%5.0fs  %s", time.Since(began).Seconds(), fmt.Sprintf(format, args...))
}

// train is the whole way from data to model.
func train(o options) error {
	data, err := readData(o)
	if err != nil {
		return err
	}
	progress("%d sentences with trees, %d more with names, %d articles", len(data.trees), len(data.named), len(data.texts))

	words := countWords(data.texts, append(data.trees, data.named...), 60_000, 5)
	m := newModel(o.lang, data, words)
	progress("%d words, %d with vectors of their own", len(words.hashes), m.Own.Rows)

	net := newNetwork(len(words.hashes), m.Own.Rows, o.seed)
	if o.from != "" {
		o.guesses = 0
		err = net.resume(o.from)
	} else {
		err = net.begin(o, m, data, words)
	}
	if err != nil {
		return err
	}
	net.finetune(o, m, data)
	m.Lemmas = learnLemmas(data.trees, m)
	progress("%d rules for lemmas", len(m.Lemmas))
	net.export(m)
	f, err := os.Create(o.out)
	if err != nil {
		return err
	}
	if err := m.Write(f); err != nil {
		f.Close()
		return fmt.Errorf("write %s: %w", o.out, err)
	}
	return f.Close()
}

// begin trains vectors and lets the encoder guess hidden words.
func (n *network) begin(o options, m *model.Model, data *dataset, words *vocabulary) error {
	err := kept(o.keep, "vectors", n.vectors.w, func() {
		copy(n.vectors.w, trainVectors(words.rowsOf(data.texts), words.counts, 3, o.seed))
	})
	if err != nil {
		return err
	}
	progress("vectors trained")
	return n.pretrain(o, m, data.texts, words)
}

// A dataset is all that a model is made from.
type dataset struct {
	trees      []*sample // with tags, lemmas, trees and mostly names
	named      []*sample // with names only
	dev        []*sample // to watch progress on; nothing is learnt from it
	devNamed   []*sample
	texts      []string // unlabelled
	lists      model.Lists
	subs       *substitutes
	tags, fine index
	names      index
	relations  index
}

// An index numbers labels in the order in which they are first seen.
type index struct {
	labels []string
	of     map[string]int32
}

func (x *index) add(label string) int32 {
	if n, ok := x.of[label]; ok {
		return n
	}
	if x.of == nil {
		x.of = map[string]int32{}
	}
	n := int32(len(x.labels))
	x.of[label] = n
	x.labels = append(x.labels, label)
	return n
}

func readData(o options) (*dataset, error) {
	d := &dataset{}
	in := func(set string) string { return filepath.Join(o.data, set) }
	var err error
	read := func(into *[]*sample, from func(dir, name string) ([]*sample, error), set, name string) {
		if err != nil {
			return
		}
		*into, err = from(in(set), name)
		if err != nil {
			err = fmt.Errorf("set %s: %w", set, err)
		}
	}
	var trainNames, devNames []*sample
	read(&d.trees, readTrees, "ud-ewt", "train.conllu")
	read(&d.dev, readTrees, "ud-ewt", "dev.conllu")
	read(&trainNames, readNames, "uner-ewt", "train.iob2")
	read(&devNames, readNames, "uner-ewt", "dev.iob2")
	read(&d.named, readNames, "crossner-politics", "train.iob2")
	read(&d.devNamed, readNames, "crossner-politics", "dev.iob2")
	if err != nil {
		return nil, err
	}
	meantime, err := readMentions(in("meantime-names"), 5)
	if err != nil {
		return nil, fmt.Errorf("set meantime-names: %w", err)
	}
	d.named = append(d.named, meantime...)
	joinNames(d.trees, trainNames)
	joinNames(d.dev, devNames)
	if d.texts, err = readTexts(in("stream-20k"), o.articles); err != nil {
		return nil, fmt.Errorf("set stream-20k: %w", err)
	}
	if d.lists, d.subs, err = readLists(o.lists); err != nil {
		return nil, err
	}
	d.indexLabels()
	return d, nil
}

// indexLabels numbers all labels of the training data.
func (d *dataset) indexLabels() {
	d.names.add("O")
	for _, typ := range []string{"PERSON", "ORGANIZATION", "PLACE"} {
		for _, place := range []string{"B-", "I-", "E-", "S-"} {
			d.names.add(place + typ)
		}
	}
	for _, s := range d.trees {
		for i := range s.tokens {
			d.tags.add(s.tags[i])
			d.fine.add(s.fine[i])
			d.relations.add(s.relations[i])
		}
	}
}

// newModel makes a model that knows words but has learnt nothing.
func newModel(lang string, d *dataset, v *vocabulary) *model.Model {
	m := &model.Model{
		Lang: lang, Tags: d.tags.labels, Names: d.names.labels, Relations: d.relations.labels,
		Vocabulary: v.hashes, Lists: d.lists,
		Cases: make([]uint8, len(v.hashes)), OwnRow: make([]uint16, len(v.hashes)),
	}
	counts := map[int32]int{}
	var buf [128]byte
	for _, s := range d.trees {
		for _, t := range s.tokens {
			counts[v.rows[model.Hash(model.Normalize(buf[:0], t))]]++
		}
	}
	own := uint16(1)
	for row := range v.hashes {
		m.Cases[row] = v.usualCase(row)
		if row > 0 && counts[int32(row)] >= 2 && own < 60_000 {
			m.OwnRow[row] = own
			own++
		}
		if v.counts[row] >= 50 {
			m.RareFrom = int32(row) + 1
		}
	}
	m.Cases[0] = model.CaseNone
	m.Own.Rows = int(own)
	m.Prepare()
	return m
}
