package language

import "math"

// Heads of words make a tree. Each word takes its best head; where that makes
// a cycle, or not exactly one root, the best tree is found by the algorithm of
// Chu and Liu (1965) and Edmonds (1967).

// A forest finds trees; it keeps its memory between sentences.
type forest struct {
	heads []int32
	state []int8
}

// best sets f.heads to the heads of the best tree by scores: for each of n words
// a row of n+1, the last being the root's. The root is -1.
func (f *forest) best(scores []float32, n int) []int32 {
	f.heads = grow(f.heads, n)
	root, rootAt := float32(math.Inf(-1)), 0
	roots := 0
	for i := range n {
		row := scores[i*(n+1) : (i+1)*(n+1)]
		top := 0
		for h, s := range row {
			if s > row[top] {
				top = h
			}
		}
		if n == 1 {
			top = n
		}
		f.heads[i] = int32(top)
		if top == n {
			f.heads[i] = -1
			roots++
		}
		// How much better the root is than the best other head.
		other := float32(math.Inf(-1))
		for h, s := range row[:n] {
			if h != i {
				other = max(other, s)
			}
		}
		if gain := row[n] - other; gain > root {
			root, rootAt = gain, i
		}
	}
	if roots == 1 && !f.cyclic() {
		return f.heads
	}
	f.span(scores, n, rootAt)
	return f.heads
}

// cyclic reports whether following heads leads back to a word.
func (f *forest) cyclic() bool {
	const unseen, open, done = 0, 1, 2
	f.state = grow(f.state, len(f.heads))
	clear(f.state)
	for i := range f.heads {
		j := int32(i)
		for j >= 0 && f.state[j] == unseen {
			f.state[j] = open
			j = f.heads[j]
		}
		if j >= 0 && f.state[j] == open {
			return true
		}
		for j = int32(i); j >= 0 && f.state[j] == open; j = f.heads[j] {
			f.state[j] = done
		}
	}
	return false
}

// span sets heads to the best tree whose only root is the word root.
func (f *forest) span(scores []float32, n, root int) {
	// A graph of its own, in which cycles become vertices: w[i][h] is the score
	// of h as the head of i, and enter[i][h], leave[i][h] say which words of
	// vertices i and h the arc stands for.
	g := newGraph(n)
	for i := range n {
		for h := range n {
			if h != i && i != root {
				g.w[i*n+h] = scores[i*(n+1)+h]
			}
		}
	}
	g.solve(root)
	for i := range n {
		f.heads[i] = int32(g.head[i])
	}
	f.heads[root] = -1
}

// A graph is a dense directed graph that is contracted step by step.
type graph struct {
	n            int
	w            []float32
	enter, leave []int32 // the words at the ends of an arc between vertices
	head         []int   // of each word, in the end; -1 until it is known
	owner        []int32 // the vertex that each word is part of
	alive        []bool
}

func newGraph(n int) *graph {
	g := &graph{n: n, w: make([]float32, n*n), enter: make([]int32, n*n), leave: make([]int32, n*n), head: make([]int, n), owner: make([]int32, n), alive: make([]bool, n)}
	for i := range n {
		g.alive[i], g.owner[i], g.head[i] = true, int32(i), -1
		for h := range n {
			g.w[i*n+h] = float32(math.Inf(-1))
			g.enter[i*n+h], g.leave[i*n+h] = int32(i), int32(h)
		}
	}
	return g
}

// solve finds the best tree from root. Each round contracts one cycle, so there
// are fewer than n rounds of n² steps; sentences are cut to windows before.
func (g *graph) solve(root int) {
	n := g.n
	best := make([]int, n)
	for i := range n {
		best[i] = -1
		if !g.alive[i] || i == root {
			continue
		}
		for h := range n {
			if h != i && g.alive[h] && (best[i] < 0 || g.w[i*n+h] > g.w[i*n+best[i]]) {
				best[i] = h
			}
		}
	}
	cycle := findCycle(best, root)
	if cycle == nil {
		for i, h := range best {
			if g.alive[i] && i != root && h >= 0 {
				g.head[g.enter[i*n+h]] = int(g.leave[i*n+h])
			}
		}
		return
	}
	in := make([]bool, n)
	for _, v := range cycle {
		in[v] = true
	}
	type end struct{ enter, leave int32 }
	inner := make([]end, len(cycle)) // the arcs of the cycle
	lost := make([]float32, n)
	for k, v := range cycle {
		inner[k] = end{g.enter[v*n+best[v]], g.leave[v*n+best[v]]}
		lost[v] = g.w[v*n+best[v]]
	}
	// The cycle becomes its first vertex. Entering it at v breaks v's arc.
	c := cycle[0]
	for h := range n {
		if !g.alive[h] || in[h] {
			continue
		}
		top, from := float32(math.Inf(-1)), -1
		for _, v := range cycle {
			if s := g.w[v*n+h] - lost[v]; from < 0 || s > top {
				top, from = s, v
			}
		}
		enter, leave := g.enter[from*n+h], g.leave[from*n+h]
		// The other way: arcs from the cycle to h.
		out := cycle[0]
		for _, v := range cycle {
			if g.w[h*n+v] > g.w[h*n+out] {
				out = v
			}
		}
		w, e, l := g.w[h*n+out], g.enter[h*n+out], g.leave[h*n+out]
		g.w[c*n+h], g.enter[c*n+h], g.leave[c*n+h] = top, enter, leave
		g.w[h*n+c], g.enter[h*n+c], g.leave[h*n+c] = w, e, l
	}
	for _, v := range cycle[1:] {
		g.alive[v] = false
	}
	owner := append([]int32(nil), g.owner...)
	for x, v := range g.owner {
		if in[v] {
			g.owner[x] = int32(c)
		}
	}
	g.solve(root)
	// Of the cycle's words one now has a head outside; its vertex loses its arc
	// of the cycle, and the others keep theirs.
	broken := -1
	for x, v := range owner {
		if in[v] && g.head[x] >= 0 {
			broken = int(v)
		}
	}
	for k, v := range cycle {
		if v != broken {
			g.head[inner[k].enter] = int(inner[k].leave)
		}
	}
}

// findCycle returns the vertices of a cycle of best heads, or nil.
func findCycle(best []int, root int) []int {
	seen := make([]int, len(best))
	for i := range best {
		j := i
		for j >= 0 && j != root && seen[j] == 0 {
			seen[j] = i + 1
			j = best[j]
		}
		if j >= 0 && j != root && seen[j] == i+1 {
			cycle := []int{j}
			for k := best[j]; k != j; k = best[k] {
				cycle = append(cycle, k)
			}
			return cycle
		}
	}
	return nil
}

// grow returns s with n values, not cleared.
func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}
