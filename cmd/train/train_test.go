package main

import (
	"bytes"
	"encoding/json"
	"fmt"
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

const taught = `1	They	_	PRON	PRP	_	2	nsubj	_	Name=O
2	waited	_	VERB	VBD	_	0	root	_	Name=O
3	in	_	ADP	IN	_	4	case	_	Name=O
4	Strelsau	_	PROPN	NNP	_	2	obl	_	SpaceAfter=No|Name=B-LOC
5	.	_	PUNCT	.	_	2	punct	_	Name=O

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
		"taught.conllu":                 taught,
		"vectors.txt":                   fmt.Sprintf("2 %d\nwaited", model.VectorSize) + strings.Repeat(" 0.5", model.VectorSize) + "\nvienna" + strings.Repeat(" -0.25", model.VectorSize) + "\n",
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
// a teacher's sentences and vectors are learnt from where there are some.
func TestTrain(t *testing.T) {
	dir := writeSets(t)
	plain := options{data: dir, lists: filepath.Join(dir, "lists"), articles: 10, words: 4000, rate: .002, seed: 1}
	helped := plain
	helped.taught, helped.vectors = filepath.Join(dir, "taught.conllu"), filepath.Join(dir, "vectors.txt")
	var files [][]byte
	for _, o := range []options{plain, plain, helped, helped} {
		o.out = filepath.Join(t.TempDir(), "en.model")
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
		files = append(files, data)
	}
	if !bytes.Equal(files[0], files[1]) || !bytes.Equal(files[2], files[3]) {
		t.Error("twice the same gave two models")
	}
	if bytes.Equal(files[0], files[2]) {
		t.Error("the teacher changed nothing")
	}
}

// TestSentences: what a teacher reads has every token, apart by what stood
// between them.
func TestSentences(t *testing.T) {
	out := t.TempDir()
	if err := writeSentences(options{data: writeSets(t), sentences: out, articles: 1}); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		"sentences.txt": "They did not leave\u2060.\n",
		"meantime.iob2": "Norvik\tB-ORG\nwaits\tO\n",
	} {
		if data, err := os.ReadFile(filepath.Join(out, file)); err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%s: %.200q, %v", file, data, err)
		}
	}
}

func TestBadTeacher(t *testing.T) {
	dir := writeSets(t)
	for _, o := range []options{
		{taught: filepath.Join(dir, "ud-ewt/train.conllu")},
		{vectors: filepath.Join(dir, "ud-ewt/train.conllu")},
		{taught: filepath.Join(dir, "none")},
	} {
		o.data, o.lists, o.out, o.words = dir, filepath.Join(dir, "lists"), filepath.Join(t.TempDir(), "x"), 100
		if err := train(o); err == nil {
			t.Errorf("no error for %+v", o)
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
