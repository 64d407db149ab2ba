package render

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"stemma/account"
)

// analysed is a text of one paragraph and a half, with all that CoNLL-U has a
// form for: a contraction, a name, white space of every kind, and no tree at the
// end.
func analysed() *account.Analysis {
	text := "\n Ilse Brandvold can't\u00a0swim.\t\n\nA|b  c"
	at := 0
	token := func(word, lemma, tag string, head int, relation string) account.Token {
		start := at + strings.Index(text[at:], word)
		at = start + len(word)
		t := account.Token{Start: start, End: at, Text: word, Lemma: lemma, Tag: tag, Relation: relation}
		if relation != "" {
			t.Head = &head
		}
		return t
	}
	first := account.Sentence{Tokens: []account.Token{
		token("Ilse", "Ilse", "PROPN", 5, "nsubj"), token("Brandvold", "Brandvold", "PROPN", 1, "flat"),
		token("ca", "can", "AUX", 5, "aux"), token("n't", "not", "PART", 5, "advmod"),
		token("swim", "swim", "VERB", 0, "root"), token(".", ".", "PUNCT", 5, "punct"),
	}}
	first.Start, first.End = first.Tokens[0].Start, first.Tokens[5].End
	first.Names = []account.Named{{Start: first.Start, End: first.Start + 14, Text: "Ilse Brandvold", Type: account.Person, First: 1, Last: 2}}
	second := account.Sentence{Tokens: []account.Token{token("A|b  c", "", "", 0, "")}, Names: []account.Named{}}
	second.Start, second.End = second.Tokens[0].Start, second.Tokens[0].End
	return &account.Analysis{
		ID: "a1", Document: account.Document{Path: "my reports/ferry.jsonl", Line: 3}, Language: "en", Text: text,
		Sentences: []account.Sentence{first, second}, Problems: []account.Problem{},
	}
}

func TestCoNLLU(t *testing.T) {
	var got bytes.Buffer
	w := NewCoNLLU(&got, account.Version{Version: "v1"})
	for range 2 {
		if err := w.Write(analysed()); err != nil {
			t.Fatal(err)
		}
	}
	golden(t, "analysis.conllu", got.Bytes())
}

func TestAnalysisJSON(t *testing.T) {
	for _, texts := range [][]*account.Analysis{{}, {analysed()}, {analysed(), analysed()}} {
		want := account.Analyses{
			Format: account.AnalysisFormat, Texts: texts, Failed: []account.Failure{},
			Stemma: account.Version{Version: "v1", Stages: map[string]int{"extract": 1}, Models: map[string]string{}},
		}
		var got bytes.Buffer
		w := NewAnalysisJSON(&got)
		for _, a := range texts {
			if err := w.Write(a); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.End(nil, want.Stemma); err != nil {
			t.Fatal(err)
		}
		var back account.Analyses
		if err := json.Unmarshal(got.Bytes(), &back); err != nil {
			t.Fatalf("%v in\n%s", err, got.Bytes())
		}
		x, _ := json.Marshal(back)
		y, _ := json.Marshal(want)
		if !bytes.Equal(x, y) {
			t.Errorf("read back as\n%s\nwant\n%s", x, y)
		}
	}
}
