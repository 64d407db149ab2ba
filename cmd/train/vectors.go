package main

import (
	"bufio"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"

	"stemma/cmd/internal/sets"
	"stemma/internal/language/kernel"
	"stemma/internal/language/model"
)

// Vectors of words come from a structured skip-gram with negative sampling
// (Mikolov et al. 2013; Ling et al. 2015): a word's vector predicts its
// neighbours, with outputs of their own for each place, so that what a word does
// in a sentence counts as much as what it is about.

const (
	reach       = 3 // places on each side
	negatives   = 4
	vectorRate  = .025
	subsampling = 2e-4 // words more frequent than this share are thinned out
)

// trainVectors trains vectors from texts, given as vocabulary rows with -1
// between sentences. counts are the rows' frequencies.
func trainVectors(texts [][]int32, counts []int64, passes int, seed uint64) []float32 {
	const D = model.VectorSize
	rng := rand.New(rand.NewPCG(seed, 11))
	rows := len(counts)
	in := make([]float32, rows*D)
	for i := range in {
		in[i] = (rng.Float32() - .5) / D
	}
	out := make([]float32, 2*reach*rows*D)
	var total int64
	for _, c := range counts {
		total += c
	}
	noise := newSampler(counts, .75, rng)
	keep := make([]float32, rows)
	for i, c := range counts {
		share := float64(c) / float64(total)
		keep[i] = float32(min(1, math.Sqrt(subsampling/max(share, 1e-12))+subsampling/max(share, 1e-12)))
	}
	words, done := 0, 0
	for _, t := range texts {
		words += len(t)
	}
	grad := make([]float32, D)
	for pass := range passes {
		progress("pass %d of %d over %d words", pass+1, passes, words)
		for _, text := range texts {
			rate := float32(vectorRate * max(.02, 1-float64(done)/float64(words*passes)))
			done += len(text)
			for i, w := range text {
				if w <= 0 || rng.Float32() > keep[w] {
					continue
				}
				v := in[int(w)*D:][:D]
				for place := range 2 * reach {
					step := place - reach
					if step >= 0 {
						step++
					}
					j := i + step
					if j < 0 || j >= len(text) || crosses(text, i, j) {
						continue
					}
					target := text[j]
					if target == 0 || target < 0 {
						continue
					}
					if keep[target] < .3 && rng.Float32() > .3 {
						continue
					}
					clear(grad)
					for k := range 1 + negatives {
						o, goal := target, float32(1)
						if k > 0 {
							if o = noise.next(); o == target {
								continue
							}
							goal = 0
						}
						u := out[(place*rows+int(o))*D:][:D]
						g := (goal - kernel.Sigmoid(kernel.DotFloat(v, u))) * rate
						kernel.AddScaled(grad, u, g)
						kernel.AddScaled(u, v, g)
					}
					kernel.AddScaled(v, grad, 1)
				}
			}
		}
	}
	normalizeVectors(in, D)
	return in
}

// readVectors reads vectors of words in word2vec's text format. Words that the
// vocabulary takes for one get the mean of theirs.
func readVectors(path string, v *vocabulary, into *param) error {
	f, err := sets.Open(filepath.Dir(path), filepath.Base(path))
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	counts := make([]float32, into.rows)
	var buf [128]byte
	for n := 1; in.Scan(); n++ {
		cells := strings.Split(in.Text(), " ")
		if n == 1 && len(cells) == 2 {
			continue
		}
		if len(cells) != 1+model.VectorSize {
			return fmt.Errorf("%s, line %d: %d values, not %d", path, n, len(cells)-1, model.VectorSize)
		}
		row := v.rows[model.Hash(model.Normalize(buf[:0], cells[0]))]
		if row == 0 {
			continue
		}
		counts[row]++
		for i, c := range cells[1:] {
			x, err := strconv.ParseFloat(c, 32)
			if err != nil {
				return fmt.Errorf("%s, line %d: %w", path, n, err)
			}
			into.row(row)[i] += float32(x)
		}
	}
	if err := in.Err(); err != nil {
		return err
	}
	found := 0
	for row, c := range counts {
		if c > 0 {
			found++
			for i := range into.row(int32(row)) {
				into.row(int32(row))[i] /= c
			}
		}
	}
	progress("vectors of %d words read", found)
	normalizeVectors(into.w, model.VectorSize)
	return nil
}

// crosses reports whether a sentence ends between i and j.
func crosses(text []int32, i, j int) bool {
	for k := min(i, j); k <= max(i, j); k++ {
		if text[k] < 0 {
			return true
		}
	}
	return false
}

// normalizeVectors scales vectors so that their values have a deviation of ½,
// and none a length beyond twice the usual.
func normalizeVectors(v []float32, size int) {
	var sum float64
	n := 0
	for i := size; i+size <= len(v); i += size {
		l := math.Sqrt(float64(kernel.DotFloat(v[i:i+size], v[i:i+size])))
		sum += l
		n++
	}
	if n == 0 || sum == 0 {
		return
	}
	mean := sum / float64(n)
	want := .5 * math.Sqrt(float64(size))
	for i := size; i+size <= len(v); i += size {
		l := math.Sqrt(float64(kernel.DotFloat(v[i:i+size], v[i:i+size])))
		f := want / mean
		if l > 2*mean {
			f *= 2 * mean / l
		}
		for j := i; j < i+size; j++ {
			v[j] *= float32(f)
		}
	}
	clear(v[:size])
}

// A sampler draws rows by a power of their frequency.
type sampler struct {
	table []int32
	rng   *rand.Rand
}

func newSampler(counts []int64, power float64, rng *rand.Rand) *sampler {
	var sum float64
	for _, c := range counts[1:] {
		sum += math.Pow(float64(c), power)
	}
	s := &sampler{table: make([]int32, 0, 1<<20), rng: rng}
	acc := 0.0
	for row, c := range counts {
		if row == 0 {
			continue
		}
		acc += math.Pow(float64(c), power) / sum
		for float64(len(s.table)) < acc*float64(cap(s.table)) && len(s.table) < cap(s.table) {
			s.table = append(s.table, int32(row))
		}
	}
	return s
}

func (s *sampler) next() int32 { return s.table[s.rng.IntN(len(s.table))] }
