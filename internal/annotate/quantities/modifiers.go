package quantities

import "math"

// How a modifier bounds the number behind it.
type bound int

const (
	exact   bound = iota
	atLeast       // no upper bound
	atMost        // no lower bound
	about         // both sides, by tolerance
	justUnder
	justOver
	between
)

type modifier struct {
	words []string
	bound bound
}

// modifiers are searched by their first word, the longest first.
var modifiers = func() map[string][]modifier {
	all := map[string][]modifier{}
	add := func(b bound, phrases ...[]string) {
		for _, words := range phrases {
			list := append(all[words[0]], modifier{words, b})
			for k := len(list) - 1; k > 0 && len(list[k].words) > len(list[k-1].words); k-- {
				list[k], list[k-1] = list[k-1], list[k]
			}
			all[words[0]] = list
		}
	}
	w := func(words ...string) []string { return words }
	add(atLeast, w("more", "than"), w("over"), w("above"), w("upwards", "of"), w("upward", "of"), w("in", "excess", "of"), w("exceeding"),
		w("greater", "than"), w("at", "least"), w("no", "fewer", "than"), w("no", "less", "than"), w("not", "less", "than"),
		w("a", "minimum", "of"), w("well", "over"), w("far", "more", "than"), w("much", "more", "than"), w("north", "of"), w("well", "above"), w("as", "few", "as"),
		w(">"), w("larger", "than"), w("higher", "than"), w("longer", "than"), w("older", "than"))
	add(atMost, w("less", "than"), w("fewer", "than"), w("under"), w("below"), w("up", "to"), w("as", "many", "as"), w("as", "much", "as"),
		w("at", "most"), w("no", "more", "than"), w("not", "more", "than"), w("a", "maximum", "of"), w("as", "high", "as"), w("as", "long", "as"),
		w("well", "under"), w("well", "below"), w("<"), w("within"), w("lower", "than"), w("shorter", "than"), w("younger", "than"))
	add(about, w("about"), w("around"), w("some"), w("approximately"), w("roughly"), w("circa"), w("an", "estimated"), w("estimated"),
		w("something", "like"), w("in", "the", "region", "of"), w("~"), w("approx"), w("approx", "."))
	add(justUnder, w("nearly"), w("almost"), w("close", "to"), w("just", "under"), w("just", "short", "of"), w("approaching"), w("just", "below"), w("a", "little", "under"))
	add(justOver, w("just", "over"), w("just", "above"), w("slightly", "more", "than"), w("a", "little", "over"), w("slightly", "over"), w("a", "little", "more", "than"))
	add(between, w("between"))
	add(exact, w("exactly"), w("only"), w("just"), w("all"), w("precisely"), w("a", "total", "of"), w("another"), w("an", "additional"), w("a", "further"), w("a", "record"))
	return all
}()

// modifier reads the words of degree before a number.
func (s *scanner) modifier(i int) (bound, int) {
	b, at := exact, i
	for range 2 { // "up to about 60", "just over"
		m, end := s.oneModifier(at)
		if end == at {
			break
		}
		if b == exact || m != exact {
			b = m
		}
		at = end
	}
	return b, at
}

func (s *scanner) oneModifier(i int) (bound, int) {
	if i >= len(s.Tokens) {
		return exact, i
	}
	for _, m := range modifiers[s.Tokens[i].Lower] {
		k := 1
		for k < len(m.words) && s.Word(i+k) == m.words[k] {
			k++
		}
		if k == len(m.words) {
			return m.bound, i + k
		}
	}
	return exact, i
}

// tolerance is how far a number that is said to be about may be off, in parts of
// it, by the digits that count: one digit ("some 200") a tenth, two ("about
// 250") a twentieth, more a hundredth.
func tolerance(v, place float64) float64 {
	if place <= 0 {
		return 0.1
	}
	switch digits := math.Abs(v) / place; {
	case digits < 9.5:
		return 0.1
	case digits < 99.5:
		return 0.05
	}
	return 0.01
}

// interval gives the bounds that a modifier leaves of low to high.
func interval(b bound, low, high, place float64) (*float64, *float64) {
	low, high = round(low), round(high)
	lowTo, highTo := low-math.Abs(low)*tolerance(low, place), high+math.Abs(high)*tolerance(high, place)
	lowTo, highTo = round(lowTo), round(highTo)
	switch b {
	case atLeast:
		return &low, nil
	case atMost:
		return nil, &high
	case about:
		return &lowTo, &highTo
	case justUnder:
		return &lowTo, &high
	case justOver:
		return &low, &highTo
	}
	return &low, &high
}

// round takes off what binary fractions add: 0.27, not 0.27000000000000002.
func round(v float64) float64 {
	if math.Abs(v) > 1e9 {
		return math.Round(v)
	}
	return math.Round(v*1e6) / 1e6
}
