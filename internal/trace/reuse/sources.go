package reuse

import (
	"math"
	"slices"
)

// sourceFeatures is the number of things that tell whether one article is the
// direct source of another, and ownFeatures the number of those that tell
// whether an article has its text from none of the others.
const (
	sourceFeatures = 48
	ownFeatures    = 16
)

// sourceOf describes y as a source of x. The order of the features is that of
// the weights.
func (f *family) sourceOf(x, y int) []float64 {
	v := make([]float64, 0, sourceFeatures)
	v = append(v, f.timing(x, y)...)
	v = append(v, f.contents(x, y)...)
	v = append(v, f.crediting(x, y)...)
	return append(v, f.thirds(x, y)...)
}

// timing: whether y came after x, before it, or nobody knows; by how much where
// the stamps overlap, and where they don't.
func (f *family) timing(x, y int) []float64 {
	sx, sy := f.stamps[x], f.stamps[y]
	order := f.earlier(y, x)
	var hours, overlap, lag float64
	if sx.known() && sy.known() {
		hours = (sx.first.Sub(sy.first) + sx.last.Sub(sy.last)).Hours() / 2
		if order == 0 {
			overlap = math.Tanh(hours / 6)
		}
	}
	if order > 0 {
		lag = math.Log1p(hours)
	}
	return []float64{is(order < 0), is(order > 0), is(!sx.known() || !sy.known()), overlap, lag}
}

// contents: how much each has of the other, how far in the same words, letters
// and order, and which of the ways of taking over a text that would be.
func (f *family) contents(x, y int) []float64 {
	t, u := f.ties[x][y], f.ties[y][x]
	whole := t.share > 0.97 && u.share > 0.97
	return []float64{
		t.share, u.share, t.share * t.share, u.share * u.share,
		t.alike, t.alike * t.alike, t.exact, u.exact,
		is(whole && t.exact > 0.98),                            // verbatim
		is(t.share > 0.97 && t.exact > 0.97 && u.share < 0.95), // cut
		is(whole && t.exact < 0.97),                            // reworded
		math.Max(0, 1-t.share) * t.exact,                       // put into another text
		math.Log((f.c.articles[x].length + 1) / (f.c.articles[y].length + 1)),
		t.order, t.order * t.share * u.share,
		t.longer, t.longer * (1 - t.alike),
		is(f.c.articles[x].report.Title != "" && f.c.articles[x].report.Title == f.c.articles[y].report.Title),
	}
}

// crediting: who names whose outlet, who names others, and whose material they
// say that they carry.
func (f *family) crediting(x, y int) []float64 {
	hx, hy := &f.houses[x], &f.houses[y]
	common := func(a, b []int) bool {
		return slices.ContainsFunc(a, func(z int) bool { return slices.Contains(b, z) })
	}
	other := func(a []int, not int, b []int) bool {
		return slices.ContainsFunc(a, func(z int) bool { return z != not && !slices.Contains(b, z) })
	}
	lacks := func(a, b []string) bool {
		return slices.ContainsFunc(a, func(s string) bool { return !slices.Contains(b, s) })
	}
	both := slices.ContainsFunc(hx.carried, func(s string) bool { return slices.Contains(hy.carried, s) })
	return []float64{
		is(slices.Contains(hx.named, y)), is(slices.Contains(hy.named, x)),
		is(other(hx.named, y, hy.named)), is(other(hy.named, x, hx.named)), is(common(hx.named, hy.named)),
		is(lacks(hx.carried, hy.carried)), is(lacks(hy.carried, hx.carried)),
		is(both && hy.agency == ""),
		is(hy.agency != "" && slices.Contains(hx.carried, hy.agency)), is(hx.agency != ""),
		is(hx.own != "" && hx.own == hy.own),
		is(hx.own != "" && hx.own == hy.own && len(hx.carried)+len(hy.carried) == 0),
	}
}

// thirds: what the relatives that both have say about it. For a third z, common
// is the part of x's text from y that z has too; toX and toY are how much closer
// than to each other x and y are to z in wording.
func (f *family) thirds(x, y int) []float64 {
	txy, tyx := f.ties[x][y], f.ties[y][x]
	lengths := f.c.articles[x].sentences
	total := math.Max(f.c.articles[x].length, 1)
	const kinds = 13
	most := make([]float64, kinds)
	elsewhere := make([]bool, len(lengths))
	earlier := make([]bool, len(lengths))
	for _, z := range f.relatives(x) {
		if z == y {
			continue
		}
		txz := f.ties[x][z]
		zThenX := (1 + f.earlier(z, x)) / 2
		for i, has := range txz.has {
			if has {
				elsewhere[i] = true
				earlier[i] = earlier[i] || zThenX > 0
			}
		}
		tyz := f.ties[y][z]
		if tyz == nil {
			continue
		}
		zThenY := (1 + f.earlier(z, y)) / 2
		common, toX, moreX := f.compareTies(x, txy, txz)
		_, toY, moreY := f.compareTies(y, tyx, tyz)
		between := math.Min(toX, toY)
		more := math.Min(moreX, moreY)
		for k, v := range [kinds]float64{
			zThenX * toX, between, zThenX * (1 - zThenY) * between,
			zThenX * moreX, more, zThenX * zThenY * more,
			zThenX * is(toX > 0.01), zThenX * is(toX > 0.01 && toY > 0.01),
			zThenX * is(math.Abs(toX) <= 0.005), zThenX * zThenY * is(math.Abs(toX) <= 0.005),
		} {
			most[k] = math.Max(most[k], common*v)
		}
	}
	for i, s := range lengths {
		part := s.length() / total
		if elsewhere[i] && !txy.has[i] {
			most[10] += part
		}
		if earlier[i] && !txy.has[i] {
			most[11] += part
		}
		if !elsewhere[i] && !txy.has[i] {
			most[12] += part
		}
	}
	return most
}

// compareTies compares what x has in common with y and with z: the part of the
// first that is in the second, how much closer to z its wording is there, and how
// much of x stands in z alone.
func (f *family) compareTies(x int, ty, tz *tie) (common, closer, more float64) {
	var inY, both float64
	for i, s := range f.c.articles[x].sentences {
		switch {
		case ty.has[i]:
			inY += s.length()
			if tz.has[i] {
				both += s.length()
				closer += s.length() * (tz.wording[i] - ty.wording[i])
			}
		case tz.has[i]:
			more += s.length()
		}
	}
	return both / math.Max(inY, 1), closer / math.Max(both, 1), more / math.Max(f.c.articles[x].length, 1)
}

// ownSource describes x as an article that has its text from none of the others.
func (f *family) ownSource(x int) []float64 {
	h := &f.houses[x]
	var before, after, share, exact, alike, back float64
	named, agency, longest := false, false, true
	elsewhere := make([]bool, len(f.c.articles[x].sentences))
	for _, y := range f.relatives(x) {
		t := f.ties[x][y]
		switch f.earlier(y, x) {
		case 1:
			before++
		case -1:
			after++
		}
		share, exact, alike = math.Max(share, t.share), math.Max(exact, t.exact), math.Max(alike, t.alike)
		back = math.Max(back, f.ties[y][x].share)
		named = named || slices.Contains(f.houses[y].named, x)
		agency = agency || slices.Contains(h.carried, f.houses[y].agency)
		longest = longest && f.c.articles[x].length >= f.c.articles[y].length
		for i, has := range t.has {
			elsewhere[i] = elsewhere[i] || has
		}
	}
	var alone float64
	for i, s := range f.c.articles[x].sentences {
		if !elsewhere[i] {
			alone += s.length()
		}
	}
	known := f.stamps[x].known()
	return []float64{
		is(len(h.carried) > 0 && !agency), is(len(h.named) > 0), is(!known), is(known && before == 0),
		math.Log1p(before), math.Log1p(after), math.Log(float64(len(f.relatives(x)) + 1)),
		share, exact, alike, back, alone / math.Max(f.c.articles[x].length, 1), is(named),
		math.Log(f.c.articles[x].length+1) - 7.5, is(longest), is(h.agency != ""),
	}
}

// is turns a yes into a 1.
func is(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
