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
	"flag"
	"log"
	"os"
	"path/filepath"

	"stemma/cmd/internal/sets"
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
	err := sets.EachLine(dir, "quotations.jsonl", func(g gold) error {
		of[g.Article] = append(of[g.Article], quotations.Quotation{Source: spans(g.Source), Cue: spans(g.Cue), Content: spans(g.Content)})
		return nil
	})
	if err != nil {
		return nil, err
	}
	var out []quotations.Lesson
	err = sets.EachLine(dir, "docs.jsonl", func(d doc) error {
		if d.Split == "" || d.Split == "train" {
			out = append(out, quotations.Lesson{Text: d.Text, Gold: of[d.ID]})
		}
		return nil
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
	sets.Each(len(lessons), func(i int) {
		l := &lessons[i]
		l.Sentences = language.Analyze(l.Text, "en")
		l.Mentions = mentions.Find(l.Text, l.Sentences)
	})
}
