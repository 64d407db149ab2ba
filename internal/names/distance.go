package names

import "strings"

// A unit is a sound as it is written: a letter, or letters that together are one
// sound in some romanisation ("sh", "tch"). It is an index into unitTexts.
type unit uint8

// digraphs are letters that are written for one sound, longest first.
var digraphs = []string{"schtsch", "shch", "tsch", "stch", "sch", "tch", "tsh", "dzh", "sh", "ch", "kh", "zh", "gh", "th", "dh", "ph", "ts", "tz", "cz", "sz", "ck", "qu", "dj", "ks", "hs"}

// unitTexts are the letters and digits of folded words, and the digraphs.
var unitTexts = append(strings.Split("a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9", " "), digraphs...)

const unitCount = 64 // at least len(unitTexts)

var unitOf = func() map[string]unit {
	m := map[string]unit{}
	for i, t := range unitTexts {
		m[t] = unit(i)
	}
	return m
}()

// letterUnit is unitOf for single letters and digits.
func letterUnit(c byte) unit {
	if c >= 'a' {
		return unit(c - 'a')
	}
	return unit(c-'0') + 26
}

// startsDigraph has the letters with which digraphs start.
var startsDigraph = [256]bool{'s': true, 't': true, 'd': true, 'c': true, 'k': true, 'z': true, 'g': true, 'p': true, 'q': true, 'h': true}

// units cuts a folded word into sounds; doubled letters are one.
func units(word string) []unit {
	out := make([]unit, 0, len(word))
	for i := 0; i < len(word); {
		u, n := letterUnit(word[i]), 1
		if startsDigraph[word[i]] {
			for _, d := range digraphs {
				if strings.HasPrefix(word[i:], d) {
					u, n = unitOf[d], len(d)
					break
				}
			}
		}
		i += n
		if len(out) == 0 || out[len(out)-1] != u {
			out = append(out, u)
		}
	}
	return out
}

// isVowel has the units that are vowels: those of single letters.
var isVowel = [unitCount]bool{0: true, 'e' - 'a': true, 'i' - 'a': true, 'o' - 'a': true, 'u' - 'a': true, 'y' - 'a': true}

// sounds are groups of units that romanisations use for one another, with what
// an exchange within the group costs. A unit may be in several groups.
var sounds = []struct {
	units []string
	cost  float64
}{
	{[]string{"i", "y", "j"}, .1},
	{[]string{"v", "w"}, .1},
	{[]string{"v", "w", "f", "ph"}, .25},
	{[]string{"k", "c", "q", "ck"}, .1},
	{[]string{"k", "c", "q", "g", "gh", "kh"}, .3},
	{[]string{"kh", "h", "ch", "x"}, .15},
	{[]string{"g", "h", "gh"}, .3},
	{[]string{"sh", "ch", "sch", "sz", "s", "tsch", "tch", "cz", "shch", "schtsch", "stch", "tsh", "c"}, .2},
	{[]string{"zh", "j", "z", "g", "dj", "dzh", "dzh", "sch", "sh"}, .25},
	{[]string{"ts", "tz", "z", "c", "s", "cz"}, .2},
	{[]string{"s", "z"}, .25},
	{[]string{"x", "ks"}, .05},
	{[]string{"t", "th", "d", "dh"}, .35},
	{[]string{"t", "th"}, .15},
	{[]string{"d", "dh"}, .1},
	{[]string{"dh", "z", "th"}, .25},
	{[]string{"f", "ph"}, .05},
	{[]string{"b", "p"}, .5},
	{[]string{"b", "v"}, .5},
	{[]string{"m", "n"}, .6},
	{[]string{"o", "u"}, .25},
	{[]string{"e", "i", "y"}, .25},
	{[]string{"a", "e"}, .35},
	{[]string{"a", "o"}, .4},
	{[]string{"a", "e", "i", "o", "u", "y"}, .5},
	{[]string{"w", "u", "o"}, .3},
	{[]string{"ch", "j", "q"}, .3},
	{[]string{"x", "sh", "s", "hs"}, .25},
}

// exchange is the cost of each unit for each other.
var exchange = newExchange()

func newExchange() *[unitCount][unitCount]float64 {
	m := new([unitCount][unitCount]float64)
	for i := 0; i < unitCount*unitCount; i++ {
		if a, b := i/unitCount, i%unitCount; a != b {
			m[a][b] = 1
		}
	}
	for _, g := range sounds {
		for _, a := range g.units {
			for _, b := range g.units {
				x, y := unitOf[a], unitOf[b]
				m[x][y] = min(m[x][y], g.cost)
			}
		}
	}
	return m
}

// omitted has what it costs to leave out each unit, away from a vowel and beside
// one.
var omitted = newOmitted()

func newOmitted() *[unitCount][2]float64 {
	m := new([unitCount][2]float64)
	for u := 0; u < unitCount; u++ {
		m[u][0], m[u][1] = 1, 1
		if isVowel[u] {
			m[u][0], m[u][1] = .5, .3
		}
	}
	m[unitOf["h"]] = [2]float64{.3, .3}
	m[unitOf["j"]] = [2]float64{.25, .25}
	m[unitOf["y"]] = [2]float64{.25, .25}
	m[unitOf["i"]] = [2]float64{.5, .25}
	return m
}

// omit is the cost of leaving out u[i].
func omit(u []unit, i int) float64 {
	if i > 0 && isVowel[u[i-1]] || i+1 < len(u) && isVowel[u[i+1]] {
		return omitted[u[i]][1]
	}
	return omitted[u[i]][0]
}

// distance is the cost of turning one word into another: Damerau-Levenshtein
// (Damerau 1964; the form that leaves a transposed pair alone) over sounds, with
// cheap exchanges between what romanisations write for one another.
func distance(a, b []unit) float64 {
	const longest = 40 // words longer than any name are cut, for the time it takes
	a, b = a[:min(len(a), longest)], b[:min(len(b), longest)]
	var rows [3][longest + 1]float64
	var omitB [longest]float64
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range b {
		omitB[j] = omit(b, j)
		last[j+1] = last[j] + omitB[j]
	}
	for i := range a {
		omitA := omit(a, i)
		row[0] = last[0] + omitA
		for j := range b {
			c := min(last[j]+exchange[a[i]][b[j]], last[j+1]+omitA, row[j]+omitB[j])
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] && a[i] != b[j] {
				c = min(c, before[j-1]+.6)
			}
			row[j+1] = c
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}

// similarity of two folded words, 0 to 1: 1 where they are the same, about .9
// where they differ in romanisation, about .8 where a long one has a slip.
func similarity(a, b string) float64 {
	if a == b {
		return 1
	}
	return similar(units(a), units(b))
}

func similar(a, b []unit) float64 {
	n := max(len(a), len(b))
	if n == 0 {
		return 0
	}
	return max(0, 1-distance(a, b)/(float64(n)*.75+.5))
}

// Closeness is the similarity of two names' letters, 0 to 1, with nothing known of
// their words: for choosing among spellings of one name.
func Closeness(a, b string) float64 { return similarity(Fold(a), Fold(b)) }

// Slip reports whether two folded words differ as little as a slip of the pen or
// a change of romanisation makes them: "ryabkov" and "rybakov".
func Slip(a, b string) bool {
	if a == b {
		return true
	}
	return min(len(a), len(b)) >= 4 && similarity(a, b) >= .87
}
