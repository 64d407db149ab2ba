package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"time"

	"stemma/cmd/internal/sets"
	"stemma/internal/language"
	"stemma/internal/span"
)

// A treebank is the sentences of a set's CoNLL-U files, as gold trees and as the
// raw text they stand in.
type treebank struct {
	text      string
	sentences []language.Sentence
}

// languageFigures are the figures of the task language.
type languageFigures struct {
	Sentences       int                `json:"sentences"`
	Words           int                `json:"words"`
	UPOS            float64            `json:"upos"`
	Lemma           float64            `json:"lemma"`
	UAS             float64            `json:"uas"`
	LAS             float64            `json:"las"`
	TokensF1        float64            `json:"tokens_f1"`
	SentencesF1     float64            `json:"sentences_f1"`
	UPOSRaw         float64            `json:"upos_raw"`
	LASRaw          float64            `json:"las_raw"`
	TokensPerSecond float64            `json:"tokens_per_second"`
	UPOSByTag       map[string]float64 `json:"upos_by_tag"`
}

// benchLanguage measures the task language: tags, lemmas and trees on gold
// tokens, then everything from the raw text, on one core.
func benchLanguage(dir string) (any, error) {
	files, err := matching(dir, "*.conllu")
	if err != nil {
		return nil, err
	}
	if name := "dev.conllu"; len(files) > 1 && files[name] != "" {
		files = map[string]string{name: files[name]} // the rest was trained on
	}
	var bank treebank
	for _, name := range sortedKeys(files) {
		f, err := sets.Open(dir, name)
		if err != nil {
			return nil, err
		}
		err = bank.read(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	var figures languageFigures
	bank.measureGold(&figures)
	bank.measureRaw(&figures)
	return figures, nil
}

// matching lists a set's files of a pattern, plain or gzipped: the name without
// .gz and the name as it is.
func matching(dir, pattern string) (map[string]string, error) {
	files := map[string]string{}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".gz")
		if ok, _ := filepath.Match(pattern, name); ok {
			files[name] = e.Name()
		}
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no %s in %s", pattern, dir)
	}
	return files, nil
}

func sortedKeys(m map[string]string) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// read adds a CoNLL-U file. Words of a contraction share its span where the
// surface doesn't spell them out.
func (b *treebank) read(in io.Reader) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20)
	text := []byte(b.text)
	var tokens []language.Token
	spaceBefore, paragraph := true, len(text) > 0
	last, surface, surfaceEnd := 0, "", 0 // the contraction being read
	var surfaceSpace bool
	flush := func() {
		if len(tokens) == 0 {
			return
		}
		b.sentences = append(b.sentences, language.Sentence{
			Span:   span.Span{Start: tokens[0].Start, End: tokens[len(tokens)-1].End},
			Tokens: tokens,
		})
		tokens = nil
	}
	for n := 1; lines.Scan(); n++ {
		l := lines.Text()
		if l == "" {
			flush()
			continue
		}
		if strings.HasPrefix(l, "#") && !strings.Contains(l, "\t") {
			if strings.HasPrefix(l, "# newpar") || strings.HasPrefix(l, "# newdoc") {
				paragraph = len(text) > 0
			}
			continue
		}
		c := strings.Split(l, "\t")
		if len(c) != 10 {
			return fmt.Errorf("line %d: %d columns, not 10", n, len(c))
		}
		if strings.Contains(c[0], ".") {
			continue // an empty node
		}
		before := func() {
			if paragraph {
				text = append(text, "\n\n"...)
			} else if spaceBefore && len(text) > 0 {
				text = append(text, ' ')
			}
			paragraph = false
		}
		if _, to, ok := strings.Cut(c[0], "-"); ok {
			before()
			end, err := strconv.Atoi(to)
			if err != nil {
				return fmt.Errorf("line %d: bad range %q", n, c[0])
			}
			last, surface, surfaceEnd = end, c[1], len(text)+len(c[1])
			surfaceSpace = !strings.Contains(c[9], "SpaceAfter=No")
			text = append(text, surface...)
			continue
		}
		id, err := strconv.Atoi(c[0])
		if err != nil {
			return fmt.Errorf("line %d: bad id %q", n, c[0])
		}
		var at span.Span
		if id <= last {
			// Cut the next word off what is left of the contraction.
			start := surfaceEnd - len(surface)
			size := len(c[1])
			if id == last || size > len(surface) {
				size = len(surface)
			}
			at = span.Span{Start: start, End: start + size}
			surface = surface[size:]
			spaceBefore = surfaceSpace
		} else {
			before()
			at = span.Span{Start: len(text), End: len(text) + len(c[1])}
			text = append(text, c[1]...)
			spaceBefore = !strings.Contains(c[9], "SpaceAfter=No")
			last = 0
		}
		head, err := strconv.Atoi(c[6])
		if err != nil {
			return fmt.Errorf("line %d: bad head %q", n, c[6])
		}
		tokens = append(tokens, language.Token{Span: at, Tag: c[3], Lemma: c[2], Head: head - 1, Relation: c[7]})
		if id == 1 && len(tokens) != 1 {
			return fmt.Errorf("line %d: a sentence without a blank line before it", n)
		}
	}
	flush()
	b.text = string(text)
	return lines.Err()
}

// relation is a relation without its subtype, which UD's own scorer drops too.
func relation(r string) string {
	r, _, _ = strings.Cut(r, ":")
	return r
}

// measureGold measures tags, lemmas and trees on gold tokens.
func (b *treebank) measureGold(f *languageFigures) {
	f.Sentences = len(b.sentences)
	tags := map[string]*tally{}
	var tag, lemma, uas, las, words float64
	for _, gold := range b.sentences {
		tokens := make([]span.Span, len(gold.Tokens))
		for j, t := range gold.Tokens {
			tokens[j] = t.Span
		}
		found := language.AnalyzeTokens(b.text, [][]span.Span{tokens}, "en")[0]
		for j, g := range gold.Tokens {
			t := found.Tokens[j]
			words++
			if tags[g.Tag] == nil {
				tags[g.Tag] = &tally{}
			}
			if t.Tag == g.Tag {
				tag++
				tags[g.Tag].tp++
			} else {
				tags[g.Tag].fn++
			}
			if t.Lemma == g.Lemma || g.Lemma == "_" {
				lemma++
			}
			if t.Head == g.Head {
				uas++
				if relation(t.Relation) == relation(g.Relation) {
					las++
				}
			}
		}
	}
	f.Words = int(words)
	f.UPOS, f.Lemma, f.UAS, f.LAS = ratio(tag, words), ratio(lemma, words), ratio(uas, words), ratio(las, words)
	f.UPOSByTag = map[string]float64{}
	for t, n := range tags {
		f.UPOSByTag[t] = n.r()
	}
}

// measureRaw measures everything from the raw text. A word counts as found where
// one with its span was; its head must be the word with the gold head's span.
func (b *treebank) measureRaw(f *languageFigures) {
	language.Analyze("Warm.", "en") // the model is loaded once
	prev := runtime.GOMAXPROCS(1)
	start := time.Now()
	found := language.Analyze(b.text, "en")
	seconds := time.Since(start).Seconds()
	runtime.GOMAXPROCS(prev)

	goldWords, goldSentences := index(b.sentences)
	words, sentences := index(found)
	var tokens, sents, tag, las tally
	for at, g := range goldWords {
		t, ok := words[at]
		if !ok {
			tokens.fn++
			continue
		}
		tokens.tp++
		if t.Tag == g.Tag {
			tag.tp++
		}
		if t.head == g.head && relation(t.Relation) == relation(g.Relation) {
			las.tp++
		}
	}
	tokens.fp = float64(len(words)) - tokens.tp
	for at := range goldSentences {
		if sentences[at] {
			sents.tp++
		} else {
			sents.fn++
		}
	}
	sents.fp = float64(len(sentences)) - sents.tp
	share := func(t tally) float64 { return ratio(2*t.tp, float64(len(words)+len(goldWords))) }
	f.TokensF1, f.SentencesF1 = tokens.f1(), sents.f1()
	f.UPOSRaw, f.LASRaw = share(tag), share(las)
	f.TokensPerSecond = ratio(float64(len(words)), seconds)
}

// A headed token knows its head by its span.
type headed struct {
	language.Token
	head span.Span
}

// index lists words and sentences by their spans.
func index(all []language.Sentence) (map[span.Span]headed, map[span.Span]bool) {
	words, sentences := map[span.Span]headed{}, map[span.Span]bool{}
	for _, s := range all {
		sentences[s.Span] = true
		for _, t := range s.Tokens {
			h := headed{Token: t, head: span.Span{Start: -1, End: -1}}
			if t.Head >= 0 {
				h.head = s.Tokens[t.Head].Span
			}
			words[t.Span] = h
		}
	}
	return words, sentences
}
