package main

import (
	"sort"

	"stemma/cmd/internal/sets"
	"stemma/internal/language"
	"stemma/internal/language/model"
)

// An article is a line of docs.jsonl.
type article struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// readTexts reads the texts of unlabelled articles.
func readTexts(dir string, limit int) ([]string, error) {
	var texts []string
	err := sets.EachLine(dir, "docs.jsonl", func(d article) error {
		if len(texts) == limit {
			return nil
		}
		texts = append(texts, d.Title+"\n\n"+d.Text)
		return nil
	})
	return texts, err
}

// A vocabulary counts words: in what case they stand amid sentences too.
type vocabulary struct {
	rows   map[uint32]int32 // hash to row
	hashes []uint32
	counts []int64
	cases  [][3]int32 // small, capital, capitals
}

// countWords makes a vocabulary of at most limit words from unlabelled texts and
// annotated sentences. A word of the texts must stand there at least least times,
// one of the sentences twice.
func countWords(texts []string, samples []*sample, limit, least int) *vocabulary {
	type count struct {
		hash  uint32
		n     int64
		cases [3]int32
	}
	all := map[uint32]*count{}
	var buf [128]byte
	add := func(word string, n int64, amid bool) {
		h := model.Hash(model.Normalize(buf[:0], word))
		c := all[h]
		if c == nil {
			c = &count{hash: h}
			all[h] = c
		}
		c.n += n
		if amid {
			if k := model.CaseOf(word); k >= model.CaseLower && k <= model.CaseUpper {
				c.cases[k-model.CaseLower]++
			}
		}
	}
	for _, text := range texts {
		for _, s := range language.Segment(text) {
			prose := len(s.Tokens) > 5 && s.Tokens[len(s.Tokens)-1].In(text) == "."
			for i, t := range s.Tokens {
				add(t.In(text), 1, prose && i > 1)
			}
		}
	}
	for _, s := range samples {
		for i, t := range s.tokens {
			add(t, int64(least+1)/2, i > 1)
		}
	}
	var list []*count
	for _, c := range all {
		if c.n >= int64(least) {
			list = append(list, c)
		}
	}
	sort.Slice(list, func(i, j int) bool {
		if list[i].n != list[j].n {
			return list[i].n > list[j].n
		}
		return list[i].hash < list[j].hash
	})
	if len(list) > limit-1 {
		list = list[:limit-1]
	}
	v := &vocabulary{rows: map[uint32]int32{}, hashes: []uint32{0}, counts: []int64{1}, cases: make([][3]int32, 1)}
	for _, c := range list {
		v.rows[c.hash] = int32(len(v.hashes))
		v.hashes = append(v.hashes, c.hash)
		v.counts = append(v.counts, c.n)
		v.cases = append(v.cases, c.cases)
	}
	return v
}

// usualCase is the case in which a row's word mostly stands.
func (v *vocabulary) usualCase(row int) uint8 {
	c := v.cases[row]
	sum := c[0] + c[1] + c[2]
	for i, n := range c {
		if sum > 0 && 4*n >= 3*sum {
			return uint8(model.CaseLower + i)
		}
	}
	if sum == 0 {
		return model.CaseNone
	}
	return model.CaseMixed
}

// rowsOf turns texts into rows, with -1 between sentences.
func (v *vocabulary) rowsOf(texts []string) [][]int32 {
	out := make([][]int32, len(texts))
	var buf [128]byte
	for i, text := range texts {
		for _, s := range language.Segment(text) {
			for _, t := range s.Tokens {
				out[i] = append(out[i], v.rows[model.Hash(model.Normalize(buf[:0], t.In(text)))])
			}
			out[i] = append(out[i], -1)
		}
	}
	return out
}
