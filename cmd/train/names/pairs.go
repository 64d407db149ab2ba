package main

import (
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"stemma/internal/names"
)

// rounds is how often examples are drawn: so often that the weights hang on no
// single slip.
const rounds = 5

// pairs makes examples of entries, as many of different ones as of the same at
// most.
func pairs(entries []entry) []names.Example {
	g := &generator{rand: rand.New(rand.NewPCG(7, 7))}
	var same, other []names.Example
	for range rounds {
		for _, e := range entries {
			same = g.same(same, e)
		}
	}
	sharing := map[names.Kind]map[string][]int{names.Person: {}, names.Organization: {}}
	for i, e := range entries {
		for _, w := range words(e.name) {
			sharing[e.kind][w] = append(sharing[e.kind][w], i)
		}
	}
	for range rounds {
		for i, e := range entries {
			for _, w := range words(e.name) {
				other = g.others(other, entries, i, sharing[e.kind][w])
			}
		}
	}
	g.rand.Shuffle(len(other), func(i, j int) { other[i], other[j] = other[j], other[i] })
	return append(same, other[:min(len(other), len(same))]...)
}

// A generator makes examples by chance, which is the same each time.
type generator struct{ rand *rand.Rand }

func (g *generator) chance(p float64) bool { return g.rand.Float64() < p }

// most is how many aliases of an entry are taken: some have dozens.
const most = 4

// same adds examples of an entry's own names. The shares are guesses at how often
// reports write names with slips, initials and so on.
func (g *generator) same(all []names.Example, e entry) []names.Example {
	add := func(a, b string) { all = append(all, names.Example{Kind: e.kind, A: a, B: b, Same: true}) }
	for _, a := range e.aliases[:min(len(e.aliases), most)] {
		add(e.name, a)
		if g.chance(.35) {
			add(g.slip(e.name), a)
		}
	}
	if g.chance(.4) {
		add(e.name, g.slip(e.name))
	}
	if e.kind != names.Person {
		return all
	}
	w := strings.Fields(e.name)
	last := len(w) - 1
	if len(w) > 2 && g.chance(.5) {
		add(e.name, w[0]+" "+w[last])
	}
	if len(w) > 1 && g.chance(.15) {
		add(e.name, string([]rune(w[0])[:1])+". "+w[last])
	}
	if len(w) > 1 && g.chance(.1) {
		add(e.name, w[last]+", "+strings.Join(w[:last], " "))
	}
	return all
}

// others adds examples of entry i with two of those that share a word with it: one
// at random, and of some others the one whose name is most like its own. Without the
// latter all others would be easy.
func (g *generator) others(all []names.Example, entries []entry, i int, sharing []int) []names.Example {
	e := entries[i]
	if len(sharing) < 2 {
		return all
	}
	if j := sharing[g.rand.IntN(len(sharing))]; different(e, entries[j]) {
		all = g.other(all, e, entries[j])
	}
	best, closest := -1, 0.0
	for range looked {
		j := sharing[g.rand.IntN(len(sharing))]
		if o := entries[j]; different(e, o) {
			if c := names.Closeness(e.name, o.name); c > closest && c < doubtful {
				best, closest = j, c
			}
		}
	}
	if best >= 0 {
		all = g.other(all, e, entries[best])
	}
	return all
}

const (
	looked   = 16  // entries that the likest is taken from
	doubtful = .92 // names as close as this may be of one that two lists have
)

// different reports whether two entries are surely of two.
func different(e, o entry) bool {
	return !slices.Equal(words(e.name), words(o.name)) && (e.born == "" || e.born != o.born) && !namedAlike(e, o)
}

// other adds an example of an entry and a name of another, and sometimes of both
// in short.
func (g *generator) other(all []names.Example, e, o entry) []names.Example {
	b := o.name
	if n := g.rand.IntN(1 + min(2, len(o.aliases))); n > 0 {
		b = o.aliases[n-1]
	}
	add := func(x, y string) {
		if !slices.Equal(words(x), words(y)) {
			all = append(all, names.Example{Kind: e.kind, A: x, B: y})
		}
	}
	add(e.name, b)
	v, w := strings.Fields(e.name), strings.Fields(o.name)
	if e.kind == names.Person && len(v) > 2 && len(w) > 2 && g.chance(.3) {
		add(v[0]+" "+v[len(v)-1], w[0]+" "+w[len(w)-1])
	}
	return all
}

// namedAlike reports whether two entries have a name in common: they may be one.
func namedAlike(e, o entry) bool {
	for _, a := range append([]string{e.name}, e.aliases...) {
		for _, b := range append([]string{o.name}, o.aliases...) {
			if strings.EqualFold(a, b) {
				return true
			}
		}
	}
	return false
}

// slip makes a slip of the pen in one long word of a name: a letter left out, put
// in, changed, or changed about with the next.
func (g *generator) slip(name string) string {
	w := strings.Fields(name)
	best, at := -1.0, 0
	for i := range w {
		if len(w[i]) >= 5 {
			if r := g.rand.Float64(); r > best {
				best, at = r, i
			}
		}
	}
	if best < 0 {
		return name
	}
	x := []rune(w[at])
	if len(x) < 5 {
		return name
	}
	p := 1 + g.rand.IntN(len(x)-2)
	const letters = "abcdefghijklmnoprstuvyz"
	c := rune(letters[g.rand.IntN(len(letters))])
	switch g.rand.IntN(4) {
	case 0:
		x = slices.Delete(x, p, p+1)
	case 1:
		x = slices.Insert(x, p, c)
	case 2:
		x[p], x[p+1] = x[p+1], x[p]
	default:
		x[p] = c
	}
	w[at] = string(x)
	return strings.Join(w, " ")
}

// words are the long words of a name in small letters, sorted, each once.
func words(name string) []string {
	all := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '_' })
	all = slices.DeleteFunc(all, func(w string) bool { return len([]rune(w)) < 3 })
	slices.Sort(all)
	return slices.Compact(all)
}
