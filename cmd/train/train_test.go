package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma/internal/language/model"
)

// A few sentences of our own in the forms of the sets.
const trees = `# sent_id = a-1
# text = Ada Marlow doesn't leave Vienna.
1	Ada	Ada	PROPN	NNP	_	5	nsubj	_	_
2	Marlow	Marlow	PROPN	NNP	_	1	flat	_	_
3-4	doesn't	_	_	_	_	_	_	_	_
3	does	do	AUX	VBZ	_	5	aux	_	_
4	n't	not	PART	RB	_	5	advmod	_	_
5	leave	leave	VERB	VB	_	0	root	_	_
6	Vienna	Vienna	PROPN	NNP	_	5	obj	_	SpaceAfter=No
7	.	.	PUNCT	.	_	5	punct	_	_

# sent_id = a-2
# text = The ministers waited.
1	The	the	DET	DT	_	2	det	_	_
2	ministers	minister	NOUN	NNS	_	3	nsubj	_	_
3	waited	wait	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

`

const names = `# sent_id = a-1
Ada	B-PER
Marlow	I-PER
does	O
n't	O
leave	O
Vienna	B-LOC
.	O

`

// writeSets writes the sets that cmd/train reads into a folder.
func writeSets(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	line := func(v any) string {
		b, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(b) + "\n"
	}
	news := strings.Repeat("Ada Marlow said that the ministers waited in Vienna. They did not leave. ", 120)
	for name, content := range map[string]string{
		"ud-ewt/train.conllu":           strings.Repeat(trees, 40),
		"ud-ewt/dev.conllu":             trees,
		"uner-ewt/train.iob2":           names,
		"uner-ewt/dev.iob2":             names,
		"crossner-politics/train.iob2":  names,
		"crossner-politics/dev.iob2":    names,
		"meantime-names/docs.jsonl":     line(map[string]string{"id": "m", "text": "Norvik waits\n\nThe firm Norvik left Vienna."}),
		"meantime-names/entities.jsonl": line(map[string]any{"type": "ORG", "mentions": []map[string]any{{"article": "m", "start": 0, "end": 6}}}),
		"stream-20k/docs.jsonl":         line(map[string]string{"title": "Talks", "text": news}),
		"lists/countries.txt":           "# A list.\nRuritania\n",
		"lists/people.txt":              "Tomas Orlov\nMaria del Campo\n",
		"lists/organizations.txt":       "Ruritanian Workers Party\nRWP\n",
		"lists/divisions.txt":           "",
		"lists/cities.txt":              "Strelsau\n",
		"lists/demonyms.txt":            "Ruritanian\n",
		"lists/given.txt":               "Ada\n",
		"lists/surnames.txt":            "Orlov\n",
		"lists/media.txt":               "Strelsau Times\n",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestTrain: the whole way gives a model that can be read, and twice the same;
// and a run that was kept goes on to the same.
func TestTrain(t *testing.T) {
	dir := writeSets(t)
	o := options{data: dir, lists: filepath.Join(dir, "lists"), articles: 10, guesses: 3000, epochs: 3, rate: .002, seed: 1}
	var files [][]byte
	for i, keep := range []string{"", t.TempDir(), "again"} {
		if o.keep != "" && keep == "again" {
			keep = o.keep
		}
		o.keep, o.out = keep, filepath.Join(t.TempDir(), "en.model")
		if err := train(o); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(o.out)
		if err != nil {
			t.Fatal(err)
		}
		m, err := model.Read(o.out, data)
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Lemma("waited", "VERB", false); got != "wait" {
			t.Errorf("lemma of waited: %s", got)
		}
		if files = append(files, data); !bytes.Equal(files[i], files[0]) {
			t.Errorf("run %d gave another model", i+1)
		}
	}
}

func TestReadTrees(t *testing.T) {
	all, err := readTrees(writeSets(t)+"/ud-ewt", "dev.conllu")
	if err != nil {
		t.Fatal(err)
	}
	s := all[0]
	if len(all) != 2 || len(s.tokens) != 7 || s.heads[4] != -1 || s.heads[0] != 4 {
		t.Fatalf("%+v", s)
	}
	for i, want := range []bool{true, true, true, false, true, true, false} {
		if s.spaced[i] != want {
			t.Errorf("space before %q: %v", s.tokens[i], s.spaced[i])
		}
	}
}

func TestMissingData(t *testing.T) {
	o := options{data: t.TempDir(), out: filepath.Join(t.TempDir(), "x")}
	if err := train(o); err == nil || !strings.Contains(err.Error(), "ud-ewt") {
		t.Errorf("error %v", err)
	}
}
