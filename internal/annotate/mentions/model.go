package mentions

import (
	"sort"

	"stemma/account"
	"stemma/internal/language"
)

// A guess is a name that the language's model sees, the words [first, last), with
// its type.
type guess struct {
	first, last int
	typ         string
}

// readGuesses reads the model's names of a sentence whose first word is at first.
func (d *document) readGuesses(s language.Sentence, first int) {
	if len(d.words)-first != len(s.Tokens) {
		return // some token was empty: indexes don't hold
	}
	for _, n := range s.Names {
		if n.First < 0 || n.Last <= n.First || n.Last > len(s.Tokens) {
			continue
		}
		d.guesses = append(d.guesses, guess{first + n.First, first + n.Last, n.Type})
	}
}

// guessesIn returns the guesses that overlap the words [first, last).
func (d *document) guessesIn(first, last int) []guess {
	i := sort.Search(len(d.guesses), func(i int) bool { return d.guesses[i].last > first })
	j := i
	for j < len(d.guesses) && d.guesses[j].first < last {
		j++
	}
	return d.guesses[i:j]
}

// modelWeight is how much the model's word for a type counts, beside the weights of
// types.go.
const modelWeight = 3

// guessModel weighs the types of a name by what the model says of its words.
func (d *document) guessModel(n name) scores {
	var s scores
	for _, g := range d.guessesIn(n.first, n.last) {
		shared := min(g.last, n.last) - max(g.first, n.first)
		w := modelWeight * float64(shared) / float64(max(g.last-g.first, n.last-n.first))
		switch g.typ {
		case account.Person:
			s.person += w
		case account.Organization:
			s.organization += w
		case account.Place:
			s.place += w
		default:
			s.other += w
		}
	}
	return s
}

// fit brings the names that capitals gave into line with the model's: where the
// model sees a person beside something else in one run of capitals, the run is
// split; a name takes in the words that the model adds, if they fit; and names that
// capitals don't show are added. In all else the capitals are right more often: on
// the development sets, cutting names down to what the model sees of them, or
// splitting runs of other types, costs one to three points of B-cubed F1. all is in
// order, and so is the result.
func (d *document) fit(all []name) []name {
	out := make([]name, 0, len(all))
	done := 0 // words before it are settled
	put := func(n name) {
		if n.first >= done {
			out = append(out, n)
			done = n.last
		}
	}
	next := 0
	addUntil := func(limit int) {
		for ; next < len(d.guesses) && d.guesses[next].last <= limit; next++ {
			if g := d.guesses[next]; d.plausible(g) {
				put(g.name())
			}
		}
	}
	for _, n := range all {
		addUntil(n.first)
		in := d.guessesIn(n.first, n.last)
		switch {
		case d.doubtful(n):
		case n.form != ByName || len(in) == 0:
			put(n)
		case mixed(in) && !d.bridged(in) && in[0].first >= n.first && in[len(in)-1].last <= n.last:
			for i, g := range in {
				part := g.name()
				if i == 0 {
					part.title = min(n.title, g.first)
				}
				put(part)
			}
			done = n.last
		case len(in) == 1 && in[0].first <= n.first && in[0].last >= n.last && in[0].first >= done && d.whole(in[0]):
			if n.title == n.first { // what stands before is no title
				n.first, n.title = in[0].first, in[0].first
			}
			n.last = in[0].last
			put(n)
		default:
			put(n)
		}
	}
	addUntil(len(d.words))
	return out
}

// whole reports whether a guess may take the place of what capitals show of it: a
// person's name that doesn't begin with a title, or another's that is no headline's
// run of capitals.
func (d *document) whole(g guess) bool {
	first := d.words[g.first]
	if first.kinds&(people|role|roleModifier|honorific) != 0 {
		return false
	}
	if g.typ == account.Person {
		return true
	}
	if d.sentences[first.sentence].headline || d.at(g.first-1).text == "(" {
		return false // "Exhall Oil (EXO.N)" is known to itself as EXO
	}
	for _, w := range d.words[g.first:g.last] {
		if w.text == ":" || w.text == "(" || w.tag == "VERB" || w.tag == "NOUN" && !w.capital {
			return false
		}
	}
	return true
}

// plausible reports whether a guess that capitals don't bear out may stand: it has
// letters, and isn't a day or a lone common noun of a menu.
func (d *document) plausible(g guess) bool {
	w := d.words[g.first]
	if g.last-g.first > 1 {
		return w.letter
	}
	return w.letter && w.kinds&stop == 0 && w.tag == "PROPN"
}

// doubtful reports whether a lone capital is a name by nothing but its capital: the
// model sees no name, the tagger a common word, the lexicon nothing, and the text
// has it nowhere else.
func (d *document) doubtful(n name) bool {
	w := d.words[n.first]
	const known = given | nation | people | capital | placeName | organizationName
	if d.mid[w.low] > 0 && d.at(n.last).kinds&speech != 0 && !d.at(n.last).capital {
		return false // "Frisk added", and the text has Lena Frisk
	}
	return n.last-n.first == 1 && n.title == n.first && !w.upper && w.kinds&known == 0 && w.tag != "" && w.tag != "PROPN" &&
		d.mid[w.low] < 2 && len(d.guessesIn(n.first, n.last)) == 0
}

func (g guess) name() name {
	return name{first: g.first, last: g.last, form: ByName, title: g.first}
}

// mixed reports whether the guesses are of a person and of something else.
func mixed(in []guess) bool {
	person, other := false, false
	for _, g := range in {
		person = person || g.typ == account.Person
		other = other || g.typ != account.Person
	}
	return person && other
}

// bridged reports whether nothing but particles stands between two of the guesses:
// "El Faro del Sur" is one name.
func (d *document) bridged(in []guess) bool {
	for i, g := range in[1:] {
		from := in[i].last
		if from < g.first && g.first-from <= 2 && d.hasOnly(from, g.first, particle) {
			return true
		}
	}
	return false
}

// hasOnly reports whether all of the words [first, last) are small and of the kind.
func (d *document) hasOnly(first, last int, k kinds) bool {
	for _, w := range d.words[first:last] {
		if w.kinds&k == 0 || w.capital {
			return false
		}
	}
	return true
}
