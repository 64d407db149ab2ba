package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"stemma/internal/language"
	"stemma/internal/language/model"
)

// writeSentences writes what a teacher needs into a folder: the sentences of the
// unlabelled texts as sentences.txt (a line each, an empty line between texts; the
// tokens are apart by spaces, or by word joiners, U+2060, where the text has none),
// and those of meantime-names as meantime.iob2.
func writeSentences(o options) error {
	texts, err := readTexts(filepath.Join(o.data, "stream-20k"), o.articles)
	if err != nil {
		return err
	}
	if err := writeLines(filepath.Join(o.sentences, "sentences.txt"), func(w *bufio.Writer) {
		for _, text := range texts {
			for _, s := range language.Segment(text) {
				if len(s.Tokens) < 3 || len(s.Tokens) > model.Window/2 {
					continue
				}
				for i, t := range s.Tokens {
					switch {
					case i == 0:
					case s.Tokens[i-1].End < t.Start:
						w.WriteByte(' ')
					default:
						w.WriteString("\u2060")
					}
					w.WriteString(t.In(text))
				}
				w.WriteByte('\n')
			}
			w.WriteByte('\n')
		}
	}); err != nil {
		return err
	}
	named, err := readMentions(filepath.Join(o.data, "meantime-names"), meantimeLeads)
	if err != nil {
		return err
	}
	return writeLines(filepath.Join(o.sentences, "meantime.iob2"), func(w *bufio.Writer) {
		for _, s := range named {
			for i, t := range s.tokens {
				fmt.Fprintf(w, "%s\t%s\n", strings.ReplaceAll(t, "\t", " "), s.names[i])
			}
			w.WriteByte('\n')
		}
	})
}

// writeLines makes a file from what fill writes.
func writeLines(path string, fill func(*bufio.Writer)) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	fill(w)
	if err := w.Flush(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
