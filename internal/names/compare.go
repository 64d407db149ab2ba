package names

import (
	"math"
	"slices"
	"strings"
)

// Compare scores how likely two names are names of one; see the package comment.
// The kind of the first that has one holds for both.
func Compare(a, b Name) float64 { return compare(&weights, a, b) }

func compare(weights *[2]coefficients, a, b Name) float64 {
	if a.Empty() || b.Empty() {
		return 0
	}
	kind := a.kind
	if kind == Any {
		kind = b.kind
	}
	if b.before(a) {
		a, b = b, a // so that ties fall alike both ways
	}
	f := features(a, b, kind)
	w := &weights[0]
	if kind != Person {
		w = &weights[1]
	}
	score := chance(w, &f)
	if kind != Person && (a.stands(b) || b.stands(a)) {
		score = max(score, acronym)
	}
	return score
}

// acronym is the least score of an acronym and a name that it can stand for.
const acronym = .7

// unsaid are words beside particles that acronyms pass over.
var unsaid = set("in on to at with")

// stands reports whether a name is an acronym of three letters or more, made of the
// first letters of the other's words: "OSCE", "Organization for Security and
// Cooperation in Europe".
func (n Name) stands(long Name) bool {
	if len(n.parts) != 1 || len(n.parts[0].text) < 3 || n.parts[0].number || len(long.parts) < 3 {
		return false
	}
	letters := n.parts[0].text
	for _, p := range long.parts {
		if p.small || unsaid[p.text] {
			continue
		}
		if letters == "" || p.text[0] != letters[0] {
			return false
		}
		letters = letters[1:]
	}
	return letters == ""
}

// chance is the logistic function of the weighted features.
func chance(w *coefficients, f *vector) float64 {
	sum := w[0]
	for i, x := range f {
		sum += w[i+1] * x
	}
	return 1 / (1 + math.Exp(-sum))
}

// before puts names in an order.
func (n Name) before(m Name) bool {
	if len(n.parts) != len(m.parts) {
		return len(n.parts) < len(m.parts)
	}
	for i := range n.parts {
		if n.parts[i].text != m.parts[i].text {
			return n.parts[i].text < m.parts[i].text
		}
	}
	return n.form < m.form
}

// The features of a pair of names.
const (
	unlike   = iota // mean distance of paired words, by weight
	worst           // the greatest distance of a pair, by weight
	conflict        // weight of unpaired words on the side that has less of them
	extra           // weight of unpaired words that the other side has more
	common          // weight of paired words, up to 3
	crossed         // 1 if the pairs cross: the order differs
	initials        // pairs in which an initial stands for a word
	forms2          // 1 if both have legal forms, of different classes
	digits          // 1 if their numbers differ
	single          // 1 if one name is a word and the other is several
	first           // distance of the first words, if they aren't paired
	last            // distance of the last words, if they aren't paired
	featureCount
)

type vector [featureCount]float64

// features compares two names by their words.
func features(a, b Name, kind Kind) vector {
	x, y := mend(a.parts, b.parts)
	pairs := pair(x, y, kind)
	var f vector
	usedX, usedY := make([]bool, len(x)), make([]bool, len(y))
	weight, unalike := 0.0, 0.0
	for n, p := range pairs {
		usedX[p.x], usedY[p.y] = true, true
		w := (x[p.x].weight + y[p.y].weight) / 2
		weight += w
		unalike += w * (1 - p.similarity)
		f[worst] = max(f[worst], min(1, w)*(1-p.similarity))
		if x[p.x].initial != y[p.y].initial {
			f[initials]++
		}
		for _, q := range pairs[:n] {
			if (p.x-q.x)*(p.y-q.y) < 0 && !x[p.x].small && !x[q.x].small {
				f[crossed] = 1
			}
		}
	}
	if weight > 0 {
		f[unlike] = unalike / weight
	}
	f[common] = min(3, weight)
	onlyX, onlyY := 0.0, 0.0
	for i, p := range x {
		if !usedX[i] {
			onlyX += p.weight
			f[digits] = max(f[digits], toFloat(p.number))
		}
	}
	for i, p := range y {
		if !usedY[i] {
			onlyY += p.weight
			f[digits] = max(f[digits], toFloat(p.number))
		}
	}
	f[conflict] = min(onlyX, onlyY)
	if kind == Person && differentInitials(x, y, usedX, usedY) {
		f[conflict] = max(f[conflict], 1)
	}
	f[extra] = math.Abs(onlyX - onlyY)
	f[forms2] = toFloat(a.form != "" && b.form != "" && a.form != b.form)
	f[single] = toFloat((len(x) == 1) != (len(y) == 1))
	f[first] = toFloat(!usedX[0] && !usedY[0])
	f[last] = toFloat(!usedX[len(x)-1] && !usedY[len(y)-1])
	return f
}

// differentInitials reports whether both names have initials and one of them has
// one more, as "George W. Bush" and "George H. W. Bush" have.
func differentInitials(x, y []part, usedX, usedY []bool) bool {
	count := func(parts []part, used []bool) (all, left int) {
		for i, p := range parts {
			if p.initial {
				all++
				left += int(toFloat(!used[i]))
			}
		}
		return all, left
	}
	allX, leftX := count(x, usedX)
	allY, leftY := count(y, usedY)
	return allX > 0 && allY > 0 && leftX+leftY > 0
}

func toFloat(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// A pairing is two words, one of each name.
type pairing struct {
	x, y       int
	similarity float64
}

// alike is the least similarity of words that are paired: less for people, whose
// names have more spellings; more for places, which have one but for romanisation.
var alike = map[Kind]float64{Any: .7, Person: .7, Organization: .76, Place: .87}

// pair pairs off the words of two names, the most similar first.
func pair(x, y []part, kind Kind) []pairing {
	var all []pairing
	least := alike[kind]
	for i := range x {
		for j := range y {
			if s := compareParts(&x[i], &y[j], kind); s >= least {
				all = append(all, pairing{i, j, s})
			}
		}
	}
	slices.SortFunc(all, func(p, q pairing) int {
		switch {
		case p.similarity != q.similarity:
			return sign(q.similarity - p.similarity)
		case abs(p.x-p.y) != abs(q.x-q.y):
			return abs(p.x-p.y) - abs(q.x-q.y)
		case p.x+p.y != q.x+q.y:
			return p.x + p.y - q.x - q.y
		}
		return p.x - q.x
	})
	var usedX, usedY uint64 // names of more than 64 words don't use the rest
	pairs := all[:0]
	for _, p := range all {
		if p.x > 63 || p.y > 63 || usedX>>p.x&1 == 1 || usedY>>p.y&1 == 1 {
			continue
		}
		usedX |= 1 << p.x
		usedY |= 1 << p.y
		pairs = append(pairs, p)
	}
	return pairs
}

func sign(f float64) int {
	if f < 0 {
		return -1
	}
	return 1
}

func abs(i int) int {
	if i < 0 {
		return -i
	}
	return i
}

// compareParts is the similarity of two words.
func compareParts(a, b *part, kind Kind) float64 {
	switch {
	case a.text == b.text:
		return 1
	case a.number || b.number:
		return 0
	case a.initial || b.initial:
		if a.initial && b.initial || exchange[a.units[0]][b.units[0]] > .1 && a.text[0] != b.text[0] {
			return 0
		}
		return .9
	case a.small != b.small, directions[a.text] && directions[b.text]:
		return 0
	}
	s := similar(a.units, b.units)
	if s >= .95 {
		return s
	}
	if kind == Person {
		if meet(nicknames()[a.text], nicknames()[b.text]) {
			s = max(s, .88)
		}
	} else if meet(symbols(a.text), symbols(b.text)) {
		s = max(s, .93)
	}
	return s
}

// directions look alike and are as far apart as words can be.
var directions = set("north south east west northern southern eastern western upper lower")

// mend joins words of one name that the other writes as one: "Van der Bilt" and
// "Vanderbilt".
func mend(x, y []part) ([]part, []part) {
	if len(x) == len(y) && (len(x) < 2 || len(x) > 16) {
		return x, y
	}
	return joined(x, y), joined(y, x)
}

func joined(x, y []part) []part {
	longest := 0
	for i := range y {
		longest = max(longest, len(y[i].text))
	}
	for i := 0; i+1 < len(x); i++ {
		length := len(x[i].text)
		for n := 2; n <= 4 && i+n <= len(x); n++ {
			length += len(x[i+n-1].text)
			if length < 4 || length > longest+2 {
				continue
			}
			var text strings.Builder
			for _, p := range x[i : i+n] {
				text.WriteString(p.text)
			}
			whole := text.String()
			if !fits(whole, x[i:i+n], y) {
				continue
			}
			out := append([]part{}, x[:i]...)
			out = append(out, part{text: whole, units: units(whole), weight: min(1, .4+.1*float64(length))})
			return joined(append(out, x[i+n:]...), y)
		}
	}
	return x
}

// fits reports whether a word of y is nearly the whole, and nearer to it than to
// its parts.
func fits(whole string, parts, y []part) bool {
	sounds := units(whole)
	for i := range y {
		p := &y[i]
		if p.small || p.number || p.initial || abs(len(p.text)-len(whole)) > 2 {
			continue
		}
		if p.text == whole {
			return true
		}
		if len(whole) < 7 || similar(p.units, sounds) < .93 {
			continue
		}
		near := false
		for j := range parts {
			near = near || similar(parts[j].units, p.units) >= .8
		}
		if !near {
			return true
		}
	}
	return false
}
