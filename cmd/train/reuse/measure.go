package main

import (
	"fmt"
	"math"

	"stemma/account"
	"stemma/cmd/internal/sets"
	"stemma/internal/trace/reuse"
)

// known are the stories in the form that reuse learns from.
func known(stories []story, seen func(i int) bool) []reuse.Known {
	var all []reuse.Known
	for i, s := range stories {
		if seen(i) {
			all = append(all, s.Known)
		}
	}
	return all
}

// crossValidate finds the edges of each story with weights learnt from the
// stories of other folds; the result is parallel to stories.
func crossValidate(stories []story, folds int) [][]account.Edge {
	found := make([][]account.Edge, len(stories))
	for fold := range folds {
		weights := reuse.Fit(known(stories, func(i int) bool { return i%folds != fold }))
		sets.Each(len(stories), func(i int) {
			if i%folds == fold {
				found[i] = weights.Find(stories[i].Reports)
			}
		})
	}
	return found
}

// figures say how right the edges found are. They are those of cmd/bench.
type figures struct {
	found, gold, right                 float64
	kindRight, directed, directedRight float64
	shares, shareError                 float64
}

// measure compares the edges found in stories with the gold ones.
func measure(stories []story, found [][]account.Edge) figures {
	var f figures
	for i, s := range stories {
		gold := map[[2]string]edge{}
		for _, g := range s.gold {
			gold[pairOf(g.From, g.To)] = g
		}
		f.gold += float64(len(gold))
		f.found += float64(len(found[i]))
		for _, e := range found[i] {
			if g, ok := gold[pairOf(e.From, e.To)]; ok {
				f.add(e, g)
			}
		}
	}
	return f
}

// add counts a true edge.
func (f *figures) add(e account.Edge, g edge) {
	f.right++
	if e.Kind == g.Kind {
		f.kindRight++
	}
	if e.Kind != account.EdgeShares && g.Kind != account.EdgeShares {
		f.directed++
		if e.From == g.From {
			f.directedRight++
		}
	}
	switch {
	case e.From == g.From:
		f.shares++
		f.shareError += math.Abs(e.Share - g.Share)
	case g.ShareBack != nil:
		f.shares++
		f.shareError += math.Abs(e.Share - *g.ShareBack)
	}
}

func (f figures) String() string {
	return fmt.Sprintf("p %.3f r %.3f f1 %.3f, kind %.3f, direction %.3f (%.0f pairs), share error %.3f",
		f.right/f.found, f.right/f.gold, 2*f.right/(f.found+f.gold), f.kindRight/f.right,
		f.directedRight/f.directed, f.directed, f.shareError/f.shares)
}

func pairOf(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }
