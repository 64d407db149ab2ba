// Command train makes a language model from annotated and unlabelled text.
//
//	go run ./cmd/train -data DIR -taught FILE -vectors FILE -out internal/language/models/en.model
//
// DIR holds the sets that bench/README.md of the development data describes: the
// treebank ud-ewt, the names uner-ewt, crossner-politics and meantime-names, and
// the unlabelled news stream-20k. The other two files are what a teacher, a
// larger and slower network, makes of the unlabelled news (see teacher/): the
// same sentences with its annotations, and vectors of words. Without them the
// annotated sets alone are learnt from, and vectors come from the news itself.
//
// The steps are: count words; read or train their vectors; train the network on
// the annotated sentences and the teacher's; learn rules for lemmas; round the
// parameters and write them. The same data and seed give the same model on the
// same kind of machine.
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
	data, out       string
	lang            string
	lists           string
	taught, vectors string
	sentences       string
	articles        int
	words           int
	rate            float64
	seed            uint64
}

func main() {
	log.SetFlags(0)
	var o options
	flag.StringVar(&o.data, "data", "", "`folder` of the annotated and unlabelled sets")
	flag.StringVar(&o.out, "out", "", "model `file` to write")
	flag.StringVar(&o.lang, "lang", "en", "`language` of the data, ISO 639-1")
	flag.StringVar(&o.lists, "lists", "cmd/train/lists", "`folder` of the lists of names")
	flag.StringVar(&o.taught, "taught", "", "`file` of sentences that a teacher annotated")
	flag.StringVar(&o.vectors, "vectors", "", "`file` of vectors of words, in word2vec's text format")
	flag.StringVar(&o.sentences, "sentences", "", "write the sentences for a teacher into this `folder`, and train nothing")
	flag.IntVar(&o.articles, "articles", 1<<30, "use at most this many unlabelled articles")
	flag.IntVar(&o.words, "words", 18_000_000, "words to learn from, passes counted")
	flag.Float64Var(&o.rate, "rate", .002, "rate of learning")
	flag.Uint64Var(&o.seed, "seed", 1, "seed of all that is random")
	flag.Parse()
	if o.data == "" || o.out == "" == (o.sentences == "") || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	run := train
	if o.sentences != "" {
		run = writeSentences
	}
	if err := run(o); err != nil {
		log.Fatalf("train: %v", err)
	}
}

// meantimeLeads is how many sentences of each of MEANTIME's articles are annotated
// in full.
const meantimeLeads = 5

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
	progress("%d sentences with trees, %d more with names, %d of a teacher, %d articles",
		len(data.trees), len(data.named), len(data.taught), len(data.texts))

	words := countWords(data.texts, append(data.trees, data.named...), 60_000, 3)
	m := newModel(o.lang, data, words)
	progress("%d words, %d with vectors of their own", len(words.hashes), m.Own.Rows)

	net := newNetwork(len(words.hashes), m.Own.Rows, o.seed)
	if o.vectors != "" {
		err = readVectors(o.vectors, words, net.vectors)
	} else {
		copy(net.vectors.w, trainVectors(words.rowsOf(data.texts), words.counts, 3, o.seed))
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

// A dataset is all that a model is made from.
type dataset struct {
	trees      []*sample // with tags, lemmas, trees and mostly names
	named      []*sample // with names only
	taught     []*sample // what a teacher made of unlabelled sentences
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
	meantime, err := readMentions(in("meantime-names"), meantimeLeads)
	if err != nil {
		return nil, fmt.Errorf("set meantime-names: %w", err)
	}
	d.named = append(d.named, meantime...)
	joinNames(d.trees, trainNames)
	joinNames(d.dev, devNames)
	if o.taught != "" {
		if d.taught, err = readTaught(o.taught); err != nil {
			return nil, fmt.Errorf("what was taught: %w", err)
		}
	}
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
	counts := make([]int, len(v.hashes))
	var buf [128]byte
	count := func(samples []*sample, weight int) {
		for _, s := range samples {
			for _, t := range s.tokens {
				counts[v.rows[model.Hash(model.Normalize(buf[:0], t))]] += weight
			}
		}
	}
	count(d.trees, 2)
	count(d.taught, 1)
	own := uint16(1)
	for row := range v.hashes {
		m.Cases[row] = v.usualCase(row)
		if row > 0 && counts[row] >= 4 && own < 60_000 {
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
