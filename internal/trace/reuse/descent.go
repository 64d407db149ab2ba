package reuse

import "math"

// A descent is a family in which parents and ancestors are known, with their
// chances.
type descent struct{ f *family }

// longestDescent is the number of hands that a text is followed through.
const longestDescent = 6

// newDescent traces the descent of a family's texts. Every sentence that an
// article shares has one direct source: one of the relatives that have it too,
// or something outside. The chances of these are the softmax of their scores;
// from the chances of direct sources follow those of ancestors.
func newDescent(f *family) *descent {
	d := &descent{f}
	for x := range f.near {
		if len(f.near[x]) > 0 {
			d.trace(x)
		}
	}
	for range longestDescent {
		var next []float64
		for x, near := range f.near {
			for _, y := range near {
				next = append(next, d.through(x, y))
			}
		}
		for x, near := range f.near {
			for _, y := range near {
				f.ties[x][y].ancestor, next = next[0], next[1:]
			}
		}
	}
	return d
}

// trace finds the direct sources of what x has in common with each relative.
func (d *descent) trace(x int) {
	f := d.f
	relatives := f.relatives(x)
	own := f.c.learnt.own.score(f.ownSource(x))
	odds := make([]float64, len(relatives)) // of each relative to none of them
	for i, y := range relatives {
		odds[i] = math.Exp(math.Max(-30, math.Min(30, f.c.learnt.source.score(f.sourceOf(x, y))-own)))
	}
	ties := make([]*tie, len(relatives))
	for i, y := range relatives {
		ties[i] = f.ties[x][y]
	}
	sentences := f.c.articles[x].sentences
	total := make([]float64, len(sentences))
	for s := range sentences {
		total[s] = 1
		for i, t := range ties {
			if t.has[s] {
				total[s] += odds[i]
			}
		}
	}
	for _, y := range f.near[x] {
		ty := f.ties[x][y]
		parents := make([]float64, len(relatives))
		var length float64
		for s := range sentences {
			if !ty.has[s] {
				continue
			}
			length += sentences[s].length()
			for i, t := range ties {
				if t.has[s] {
					parents[i] += sentences[s].length() * odds[i] / total[s]
				}
			}
		}
		for i := range parents {
			parents[i] /= math.Max(length, 1)
		}
		ty.parents = parents
	}
}

// through is the chance that y is an ancestor of x: its direct source, or an
// ancestor of that.
func (d *descent) through(x, y int) float64 {
	var sum float64
	parents := d.f.ties[x][y].parents
	for i, z := range d.f.relatives(x) {
		if z == y {
			sum += parents[i]
		} else if t := d.f.ties[z][y]; t != nil {
			sum += parents[i] * t.ancestor
		}
	}
	return math.Min(1, sum)
}

// signFeatures is the number of signs.
const signFeatures = 6

// signs are what the descent says of x as one that has it from y: the chances
// that y is an ancestor and the direct source, that a third is an ancestor of
// both, and that x has it from outside; the best direct source's chance, and
// whether that is y.
func (d *descent) signs(x, y int) []float64 {
	parents := d.f.ties[x][y].parents
	var direct, third, inside, best float64
	bestIsY := false
	for i, z := range d.f.relatives(x) {
		inside += parents[i]
		if parents[i] > best {
			best, bestIsY = parents[i], z == y
		}
		if z == y {
			direct = parents[i]
			continue
		}
		if t := d.f.ties[y][z]; t != nil {
			third = math.Max(third, d.f.ties[x][z].ancestor*t.ancestor)
		}
	}
	return []float64{d.f.ties[x][y].ancestor, direct, third, 1 - inside, best, is(bestIsY)}
}

// kindOf describes x as one that has it from y, and y as one that has it from x.
func (d *descent) kindOf(x, y int) (fromY, fromX []float64) {
	sxy, syx := d.signs(x, y), d.signs(y, x)
	fxy, fyx := d.f.sourceOf(x, y), d.f.sourceOf(y, x)
	join := func(parts ...[]float64) (all []float64) {
		for _, p := range parts {
			all = append(all, p...)
		}
		return all
	}
	return join(sxy, syx, fxy, fyx), join(syx, sxy, fyx, fxy)
}

// kind says how likely it is that x has it from y, and that y has it from x; the
// rest is that both have it from a third.
func (d *descent) kind(x, y int) (fromY, fromX float64) {
	towardsY, towardsX := d.kindOf(x, y)
	ey := math.Exp(d.f.c.learnt.kind.score(towardsY))
	ex := math.Exp(d.f.c.learnt.kind.score(towardsX))
	return ey / (1 + ey + ex), ex / (1 + ey + ex)
}
