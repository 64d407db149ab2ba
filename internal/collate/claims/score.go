package claims

import (
	"math"
	"slices"
	"strings"

	"stemma/internal/collate/slots"
)

// Features of a pair with different values, by which its score is made. Those
// that say how alike the contexts are count for each group of classes on its own.
const (
	fBias = iota
	fLike
	fShared
	fLeft
	fRight
	fLeft2
	fRight2
	fBetterSame // a slot of the other report has the same value in a context as like or liker
	fAbsent     // the other report gives this value nowhere
	fAbsentBoth
	fMutual // each is the other's likest
	fMinority
	fSupport
	fAbout
	fRatio // how far quantities are apart
	fFirstName
	fLastName
	fQuoted // both stand in one utterance
	common  // number of features that all groups share
)

// commonNames are the names of the features that all groups share, in their order.
var commonNames = []string{
	"bias", "like", "shared", "left", "right", "left2", "right2", "better same", "absent", "absent both", "mutual",
	"minority", "support", "about", "ratio", "first name", "last name", "quoted",
}

// perGroup are the features that each group weighs on its own.
var perGroup = []int{fBias, fLike, fAbsentBoth, fShared}

// groups are classes that are weighed alike, by prefix of their name.
var groups = []string{
	"age", "score", "count:percent", "count:person", "count:day", "count:USD", "count:", "day", "hour", "part of day", "year",
	"month", "block", "site:", "name:PERSON", "name:ORGANIZATION", "name:PLACE", "name:", "office", "kin", "grade", "medium",
	"opposite:", "verb:",
}

// size is the number of features.
var size = common + len(groups)*len(perGroup)

func group(class string) int {
	for i, g := range groups {
		if strings.HasPrefix(class, g) {
			return i
		}
	}
	return len(groups) - 1
}

// A judge scores pairs with what the pairs of the whole story say about each.
type judge struct {
	*story
	same   map[inReport]float64 // likeness of the likest slot there with the same value
	top    map[inReport]float64 // and with another value
	stated map[string][][]int   // by class and report: a place for each value it states
	gave   map[inReport]bool    // by value: whether a report states it
	givers map[int]int          // by value: how many reports state it exactly so
}

// inReport is a place, or a value, as seen from another report.
type inReport struct{ what, report int }

func newJudge(s *story, all []pair) *judge {
	j := &judge{
		story: s, same: map[inReport]float64{}, top: map[inReport]float64{},
		stated: map[string][][]int{}, gave: map[inReport]bool{}, givers: map[int]int{},
	}
	for _, p := range all {
		likest := j.same
		if p.verdict == slots.Different {
			likest = j.top
		}
		a, b := inReport{p.a, s.places[p.b].report}, inReport{p.b, s.places[p.a].report}
		likest[a], likest[b] = max(likest[a], p.like), max(likest[b], p.like)
	}
	seen := map[inReport]bool{}
	for n, p := range s.places {
		if at := (inReport{p.value, p.report}); !seen[at] {
			seen[at] = true
			j.givers[p.value]++
			if j.stated[p.Class] == nil {
				j.stated[p.Class] = make([][]int, len(s.pages))
			}
			j.stated[p.Class][p.report] = append(j.stated[p.Class][p.report], n)
		}
	}
	return j
}

// gives reports whether a report states the value of place p.
func (j *judge) gives(report, p int) bool {
	at := inReport{j.places[p].value, report}
	gave, known := j.gave[at]
	if !known {
		gave = slices.ContainsFunc(j.stated[j.places[p].Class][report], func(n int) bool {
			return j.compare(p, n) == slots.Same
		})
		j.gave[at] = gave
	}
	return gave
}

// features describes a pair with different values.
func (j *judge) features(p pair) []float64 {
	a, b := &j.places[p.a], &j.places[p.b]
	x := make([]float64, size)
	x[fBias] = 1
	x[fLike] = p.like
	x[fShared] = math.Log1p(p.shared) / 4
	x[fLeft] = flag(j.neighbour(a, -1) == j.neighbour(b, -1))
	x[fRight] = flag(j.neighbour(a, 1) == j.neighbour(b, 1))
	x[fLeft2] = flag(x[fLeft] == 1 && j.neighbour(a, -2) == j.neighbour(b, -2))
	x[fRight2] = flag(x[fRight] == 1 && j.neighbour(a, 2) == j.neighbour(b, 2))
	x[fBetterSame] = max(j.same[inReport{p.a, b.report}], j.same[inReport{p.b, a.report}]) - p.like
	if x[fBetterSame] < -0.3 {
		x[fBetterSame] = -0.3
	}
	absentA, absentB := !j.gives(b.report, p.a), !j.gives(a.report, p.b)
	x[fAbsent] = (flag(absentA) + flag(absentB)) / 2
	x[fAbsentBoth] = flag(absentA && absentB)
	x[fMutual] = flag(p.like >= j.top[inReport{p.a, b.report}] && p.like >= j.top[inReport{p.b, a.report}])
	sa, sb := j.givers[a.value], j.givers[b.value]
	x[fMinority] = flag(min(sa, sb) == 1 && max(sa, sb) > 1)
	x[fSupport] = math.Log(float64(max(sa, sb)))
	x[fAbout] = flag(a.About != "" && a.About == b.About)
	x[fRatio] = gap(a.Slot, b.Slot)
	if len(a.Parts) > 1 && len(b.Parts) > 1 && strings.HasPrefix(a.Class, "name:") {
		x[fFirstName] = flag(a.Parts[0] == b.Parts[0])
		x[fLastName] = flag(a.Parts[len(a.Parts)-1] == b.Parts[len(b.Parts)-1])
	}
	x[fQuoted] = flag(a.quoted >= 0 && a.quoted == b.quoted)
	g := group(a.Class)
	for k, f := range perGroup {
		x[common+g*len(perGroup)+k] = x[f]
	}
	return x
}

// A pair that stands in one and the same sentence, word for word but for its
// values, is a difference of at least the sureness sameSentence. The sentence must
// say enough by itself.
const (
	wordForWord  = 0.85
	telling      = 12.0
	sameSentence = 0.2
)

// Weekdays are many in a story, so that the model trusts none. Two that stand among
// much the same words are of one event, and if neither report names the other's,
// one is wrong.
const (
	muchAlike = 0.45
	sameEvent = 0.1
)

// leastLike is the likeness below which two counts are of two things, be both the
// only ones of their kind.
const leastLike = 0.12

// sure is how sure it is that a pair is a difference that readers must see, 0 to 1.
func (j *judge) sure(p pair) float64 {
	if p.like < leastLike && strings.HasPrefix(j.places[p.a].Class, "count:") {
		return 0
	}
	x := j.features(p)
	sure := score(x)
	switch {
	case x[fAbsentBoth] == 0:
	case p.like >= wordForWord && p.shared >= telling:
		return max(sure, sameSentence)
	case p.like >= muchAlike && p.shared >= telling/2 && j.places[p.a].Class == "day":
		return max(sure, sameEvent)
	}
	return sure
}

// gap is how far two intervals are apart: the logarithm of what the smaller one's
// end must be multiplied by to reach the other, at most 3.
func gap(a, b *slots.Slot) float64 {
	low, high := max(a.Low, b.Low), min(a.High, b.High)
	if low <= 0 || high <= 0 || math.IsInf(low, 0) || math.IsInf(high, 0) {
		return 0
	}
	return min(3, max(0, math.Log(low/high)))
}

func flag(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// score is how sure it is that a pair with different values is a difference that
// readers must see, 0 to 1.
func score(x []float64) float64 { return logistic(x, weights) }
