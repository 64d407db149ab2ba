package model

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

func readEnglish(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("../models/en.model")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestDamaged: a file that isn't what was written is refused with its name and
// checksum.
func TestDamaged(t *testing.T) {
	whole := readEnglish(t)
	for name, data := range map[string][]byte{
		"empty":      {},
		"short":      whole[:len(whole)/2],
		"another":    []byte("something else"),
		"long":       append(bytes.Clone(whole), 0),
		"one bit":    flip(whole, len(whole)/3),
		"checksum":   flip(whole, len(magic)+3),
		"first line": flip(whole, 2),
	} {
		_, err := Read("xx.model", data)
		sum := fmt.Sprintf("sha256:%x", sha256.Sum256(data))
		if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), "xx.model") || !strings.Contains(err.Error(), sum) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func flip(data []byte, at int) []byte {
	data = bytes.Clone(data)
	data[at] ^= 4
	return data
}

// TestResealed: content that a checksum was made for, but that makes no model,
// is refused too.
func TestResealed(t *testing.T) {
	body := readEnglish(t)[len(magic)+sha256.Size:]
	rng := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 3, 40, 200, 5000, len(body) - 1} {
		damaged := bytes.Clone(body[:n])
		if n > 8 {
			damaged[rng.IntN(8)] = 0xff
		}
		sum := sha256.Sum256(damaged)
		if _, err := Read("xx", append(append([]byte(magic), sum[:]...), damaged...)); !errors.Is(err, ErrDamaged) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
}

// TestWrite: what is read and written again is the same.
func TestWrite(t *testing.T) {
	data := readEnglish(t)
	m, err := Read("en", data)
	if err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := m.Write(&again); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(again.Bytes(), data) {
		t.Error("the file changed")
	}
	if len(data) > 25<<20 {
		t.Errorf("%d bytes", len(data))
	}
}

func TestNormalize(t *testing.T) {
	for in, want := range map[string]string{
		"Moscow": "moscow", "2013": "0000", "“": `"`, "''": `"`, "n’t": "n't", "—": "--", "É": "é", "…": "...", "\xff": "?", "": "",
		strings.Repeat("a", 100): strings.Repeat("a", maxNormal),
	} {
		if got := string(Normalize(nil, in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestCaseOf(t *testing.T) {
	for in, want := range map[string]int{
		"": CaseNone, "12": CaseNone, "word": CaseLower, "Word": CaseTitle, "A": CaseTitle, "NATO": CaseUpper, "U.S.": CaseUpper,
		"McDonald": CaseMixed, "iPad": CaseMixed, "Élan": CaseTitle, "ÉLAN": CaseUpper, "東京": CaseNone,
	} {
		if got := CaseOf(in); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
}

// TestBestPath: paths are well formed whatever the scores.
func TestBestPath(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	moves := make([]float32, MaxNames*MaxNames)
	for i := range moves {
		moves[i] = float32(rng.NormFloat64())
	}
	for _, n := range []int{0, 1, 2, 7, 300} {
		scores := make([]float32, n*MaxNames)
		for i := range scores {
			scores[i] = float32(rng.NormFloat64() * 5)
		}
		path := BestPath(nil, scores, moves, 13)
		if len(path) != n {
			t.Fatalf("%d tags for %d words", len(path), n)
		}
		for i, tag := range path {
			if i > 0 && !follows(int(path[i-1]), int(tag)) {
				t.Fatalf("tag %d after %d", tag, path[i-1])
			}
		}
		if n > 0 && (!follows(0, int(path[0])) || !follows(int(path[n-1]), 0)) {
			t.Fatalf("path from %d to %d", path[0], path[n-1])
		}
	}
}

func TestRules(t *testing.T) {
	for _, c := range [][2]string{
		{"running", "run"}, {"Went", "go"}, {"American", "American"}, {"is", "be"}, {"Élan", "élan"}, {"cafés", "café"}, {"A", "a"},
	} {
		if got := Apply(MakeRule(c[0], c[1]), c[0]); got != c[1] {
			t.Errorf("%s: %s, want %s", c[0], got, c[1])
		}
	}
	l := Lemmas{"VERB\t": "la", "VERB\td": "lc|lb", "VERB\t^fled": "lcee"}
	words := map[string]bool{"resume": true, "talk": true}
	for word, want := range map[string]string{"resumed": "resume", "talked": "talk", "fled": "flee", "zzzed": "zzz", "go": "go"} {
		key, tag := Key(word, "VERB", false)
		if got := Apply(l.Rule(tag, key, func(w string) bool { return words[w] }), word); got != want {
			t.Errorf("%s: %s, want %s", word, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{1, 0, 0, 0, 'a', 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, body []byte) {
		sum := sha256.Sum256(body)
		if m, err := Read("fuzz", append(append([]byte(magic), sum[:]...), body...)); err == nil && m == nil {
			t.Error("neither model nor error")
		}
	})
}

func BenchmarkRead(b *testing.B) {
	data := readEnglish(b)
	for b.Loop() {
		if _, err := Read("en", data); err != nil {
			b.Fatal(err)
		}
	}
}
