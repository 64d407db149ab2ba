package language

import (
	"math"
	"slices"

	"stemma/account"
	"stemma/internal/language/model"
)

// Names are found in two passes. The network first scores every word in its
// sentence. Then a word that stands in the text several times is judged by all
// its places: what is plainly a person in one sentence is one in the headline
// too. Only then is each sentence's best sequence of tags taken.

// shared is how much the other places of a word weigh beside its own.
const shared = .4

// types is the number of classes of a word: no name, and each type.
const types = 4

// A kept word is one that begins with a capital.
type kept struct {
	hash  uint32
	index int32 // among all words of the text
	class [types]float32
}

// keepNames keeps a batch's scores of names until the text has been read.
func (a *analyst) keepNames(scores []float32) {
	first := len(a.names) / model.MaxNames
	a.names = append(a.names, scores[:len(a.words)*model.MaxNames]...)
	start := 0
	for _, end := range a.ends {
		a.favour(a.words[start:end], a.names[(first+start)*model.MaxNames:])
		start = end
	}
	for i := range a.words {
		w := &a.words[i]
		if !w.Capitalized() {
			continue
		}
		k := kept{hash: w.Hash, index: int32(first + i)}
		k.class = classes(scores[i*model.MaxNames:][:len(a.model.Names)])
		a.kept = append(a.kept, k)
	}
}

// favour raises the scores of long names of organizations that are listed: the
// network tends to cut them at "and" and "in".
func (a *analyst) favour(words []model.Word, scores []float32) {
	if len(a.model.Names) <= organizationTags+3 {
		return
	}
	for i := 0; i < len(words); {
		n := model.Listed(words[i:], model.Organizations)
		if n < 3 {
			i++
			continue
		}
		for j := range n {
			place := 1 // amid
			switch j {
			case 0:
				place = 0
			case n - 1:
				place = 2
			}
			scores[(i+j)*model.MaxNames+organizationTags+place] += favoured
		}
		i += n
	}
}

// favoured is by how much; organizationTags is the first tag of organizations.
const (
	favoured         = 4
	organizationTags = 5
)

// classes are the probabilities of a word's classes by its scores alone.
func classes(scores []float32) (p [types]float32) {
	top := slices.Max(scores)
	var sum float32
	for tag, s := range scores {
		class := 0
		if tag > 0 {
			class = 1 + (tag-1)/4
		}
		e := float32(math.Exp(float64(s - top)))
		p[class] += e
		sum += e
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

// share moves the scores of words by those of their other places.
func (a *analyst) share() {
	slices.SortFunc(a.kept, func(x, y kept) int {
		if x.hash != y.hash {
			if x.hash < y.hash {
				return -1
			}
			return 1
		}
		return int(x.index - y.index)
	})
	for from := 0; from < len(a.kept); {
		to := from + 1
		for to < len(a.kept) && a.kept[to].hash == a.kept[from].hash {
			to++
		}
		if to > from+1 {
			a.shareAmong(a.kept[from:to])
		}
		from = to
	}
}

// shareAmong moves the scores of one word's places.
func (a *analyst) shareAmong(places []kept) {
	var sum [types]float32
	for i := range places {
		for c, p := range places[i].class {
			sum[c] += p
		}
	}
	others := float32(len(places) - 1)
	for i := range places {
		row := a.names[int(places[i].index)*model.MaxNames:][:len(a.model.Names)]
		for tag := range row {
			class := 0
			if tag > 0 {
				class = 1 + (tag-1)/4
			}
			mean := (sum[class]-places[i].class[class])/others + .01
			row[tag] += float32(shared * float32(math.Log(float64(mean))))
		}
	}
}

// nameAll finds the names of all sentences.
func (a *analyst) nameAll(sentences []Sentence) {
	a.share()
	at := 0
	for i := range sentences {
		s := &sentences[i]
		for from := 0; from < len(s.Tokens); from += model.Window {
			to := min(from+model.Window, len(s.Tokens))
			a.name(s, from, a.names[at*model.MaxNames:(at+to-from)*model.MaxNames])
			at += to - from
		}
	}
	a.kept, a.names = a.kept[:0], a.names[:0]
}

// name finds the names in the part of a sentence that begins with token from.
func (a *analyst) name(s *Sentence, from int, scores []float32) {
	a.path = model.BestPath(a.path[:0], scores, a.model.Moves, len(a.model.Names))
	first := 0
	for i, tag := range a.path {
		if tag == 0 {
			continue
		}
		place := (tag - 1) % 4
		if place == 0 || place == 3 {
			first = i
		}
		if place >= 2 {
			s.Names = append(s.Names, Name{First: from + first, Last: from + i + 1, Type: nameTypes[(tag-1)/4]})
		}
	}
	a.joinHyphens(s)
}

// joinHyphens makes the second half of a double surname part of the name:
// "Maria Díaz|-|Prieto". A surname alone is left, for it may be one of two
// people's: "the Orlov-Marlow talks".
func (a *analyst) joinHyphens(s *Sentence) {
	for i := range s.Names {
		n := &s.Names[i]
		end := len(s.Tokens)
		if i+1 < len(s.Names) {
			end = s.Names[i+1].First
		}
		if n.Type != account.Person || n.Last-n.First < 2 || n.Last+1 >= end {
			continue
		}
		surname, hyphen, half := s.Tokens[n.Last-1], s.Tokens[n.Last], s.Tokens[n.Last+1]
		if hyphen.In(a.text) == "-" && surname.End == hyphen.Start && hyphen.End == half.Start && model.CaseOf(half.In(a.text)) == model.CaseTitle {
			n.Last += 2
		}
	}
}

// nameTypes are the types of names in the order of a model's tags.
var nameTypes = [...]string{account.Person, account.Organization, account.Place, account.Other}
