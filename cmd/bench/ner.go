package main

import (
	"bufio"
	"fmt"
	"strings"

	"stemma/account"
	"stemma/cmd/internal/sets"
	"stemma/internal/language"
	"stemma/internal/span"
)

// nameTypes maps the types of names to those of the sets.
var nameTypes = map[string]string{account.Person: "PER", account.Organization: "ORG", account.Place: "LOC"}

// A namedSet is the sentences of IOB2 files, put into one text with a document
// for each run of sentences of one document.
type namedSet struct {
	docs []namedDoc
}

type namedDoc struct {
	text      string
	sentences [][]span.Span
	names     map[nameAt]bool
}

// A nameAt is a name by sentence, first token, end, and type.
type nameAt struct {
	sentence, from, to int
	typ                string
}

// nerFigures are the figures of the task ner.
type nerFigures struct {
	Sentences int                 `json:"sentences"`
	Names     int                 `json:"names"`
	P         float64             `json:"p"`
	R         float64             `json:"r"`
	F1        float64             `json:"f1"`
	Types     map[string]nerScore `json:"types"`
	// Untyped is F1 with the types left out of account.
	Untyped float64 `json:"f1_untyped"`
}

type nerScore struct {
	P  float64 `json:"p"`
	R  float64 `json:"r"`
	F1 float64 `json:"f1"`
}

// benchNER measures the task ner on gold tokens: exact spans of people,
// organizations and places. Of a set with a train part only the others count.
func benchNER(dir string) (any, error) {
	files, err := matching(dir, "*.iob2")
	if err != nil {
		return nil, err
	}
	if len(files) > 1 {
		delete(files, "train.iob2")
	}
	var set namedSet
	for _, name := range sortedKeys(files) {
		if err := set.read(dir, name); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	figures := nerFigures{Types: map[string]nerScore{}}
	var all, untyped tally
	types := map[string]*tally{"PER": {}, "ORG": {}, "LOC": {}}
	for _, d := range set.docs {
		found := map[nameAt]bool{}
		for i, s := range language.AnalyzeTokens(d.text, d.sentences, "en") {
			for _, n := range s.Names {
				if typ := nameTypes[n.Type]; typ != "" {
					found[nameAt{i, n.First, n.Last, typ}] = true
				}
			}
		}
		figures.Sentences += len(d.sentences)
		figures.Names += len(d.names)
		score(found, d.names, &all, types)
		score(withoutType(found), withoutType(d.names), &untyped, nil)
	}
	figures.P, figures.R, figures.F1, figures.Untyped = all.p(), all.r(), all.f1(), untyped.f1()
	for typ, t := range types {
		figures.Types[typ] = nerScore{t.p(), t.r(), t.f1()}
	}
	return figures, nil
}

func withoutType(names map[nameAt]bool) map[nameAt]bool {
	out := map[nameAt]bool{}
	for n := range names {
		n.typ = ""
		out[n] = true
	}
	return out
}

// score counts found names against gold ones, and each type's where types is not
// nil.
func score(found, gold map[nameAt]bool, all *tally, types map[string]*tally) {
	count := func(n nameAt, add func(t *tally)) {
		add(all)
		if t := types[n.typ]; t != nil {
			add(t)
		}
	}
	for n := range found {
		if gold[n] {
			count(n, func(t *tally) { t.tp++ })
		} else {
			count(n, func(t *tally) { t.fp++ })
		}
	}
	for n := range gold {
		if !found[n] {
			count(n, func(t *tally) { t.fn++ })
		}
	}
}

// read adds an IOB2 file. Sentences that name their document in "# newdoc"
// stand together; others stand alone.
func (set *namedSet) read(dir, name string) error {
	f, err := sets.Open(dir, name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 16<<20)
	var tokens, tags []string
	newdoc, inDoc := false, false
	flush := func() {
		if len(tokens) == 0 {
			return
		}
		if newdoc || !inDoc {
			set.docs = append(set.docs, namedDoc{names: map[nameAt]bool{}})
		}
		set.docs[len(set.docs)-1].add(tokens, tags)
		inDoc = inDoc || newdoc
		newdoc = false
		tokens, tags = nil, nil
	}
	for n := 1; in.Scan(); n++ {
		l := in.Text()
		token, tag, ok := strings.Cut(l, "\t")
		switch {
		case l == "":
			flush()
		case ok:
			if tag != "O" && (len(tag) < 3 || tag[1] != '-') {
				return fmt.Errorf("line %d: bad tag %q", n, tag)
			}
			tokens, tags = append(tokens, token), append(tags, tag)
		case strings.HasPrefix(l, "# newdoc"):
			newdoc = true
		}
	}
	flush()
	return in.Err()
}

// add adds a sentence, with white space as print has it.
func (d *namedDoc) add(tokens, tags []string) {
	var text strings.Builder
	text.WriteString(d.text)
	if d.text != "" {
		text.WriteString("\n\n")
	}
	var spans []span.Span
	open, glue := false, true
	for i, t := range tokens {
		after := false
		switch t {
		case ",", ".", ";", ":", "!", "?", ")", "]", "'s", "n't", "%", "'":
			glue = true
		case "(", "[", "$", "“":
			after = true
		case `"`:
			glue, after = glue || open, !open
			open = !open
		}
		if i > 0 && !glue {
			text.WriteByte(' ')
		}
		glue = after
		spans = append(spans, span.Span{Start: text.Len(), End: text.Len() + len(t)})
		text.WriteString(t)
	}
	sentence := len(d.sentences)
	for i := 0; i < len(tags); i++ {
		if !strings.HasPrefix(tags[i], "B-") {
			continue
		}
		end := i + 1
		for end < len(tags) && strings.HasPrefix(tags[end], "I-") {
			end++
		}
		d.names[nameAt{sentence, i, end, tags[i][2:]}] = true
	}
	d.text = text.String()
	d.sentences = append(d.sentences, spans)
}
