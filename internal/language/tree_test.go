package language

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestTrees compares the best tree with that of trying all, on small sentences.
func TestTrees(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var f forest
	for range 3000 {
		n := 1 + rng.IntN(5)
		scores := make([]float32, n*(n+1))
		for i := range n {
			for h := range n + 1 {
				scores[i*(n+1)+h] = float32(rng.NormFloat64())
			}
			scores[i*(n+1)+i] = float32(math.Inf(-1))
		}
		heads := append([]int32(nil), f.best(scores, n)...)
		roots := 0
		for _, h := range heads {
			if h < 0 {
				roots++
			}
		}
		if roots != 1 || f.cyclic() {
			t.Fatalf("heads %v make no tree of %v", heads, scores)
		}
		if got, want := weight(scores, heads), bestOfRoot(scores, n, rootOf(heads)); got < want-1e-4 {
			t.Fatalf("tree %v weighs %g, the best with that root %g", heads, got, want)
		}
	}
}

func rootOf(heads []int32) int {
	for i, h := range heads {
		if h < 0 {
			return i
		}
	}
	return -1
}

func weight(scores []float32, heads []int32) float32 {
	n := len(heads)
	var sum float32
	for i, h := range heads {
		if h < 0 {
			h = int32(n)
		}
		sum += scores[i*(n+1)+int(h)]
	}
	return sum
}

// bestOfRoot tries all trees with a root.
func bestOfRoot(scores []float32, n, root int) float32 {
	f := forest{heads: make([]int32, n)}
	top := float32(math.Inf(-1))
	var try func(i int)
	try = func(i int) {
		if i == n {
			if !f.cyclic() {
				top = max(top, weight(scores, f.heads))
			}
			return
		}
		if i == root {
			f.heads[i] = -1
			try(i + 1)
			return
		}
		for h := range n {
			if h != i {
				f.heads[i] = int32(h)
				try(i + 1)
			}
		}
	}
	try(0)
	return top
}
