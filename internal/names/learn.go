package names

import (
	"fmt"
	"math"
	"strings"
)

// An Example is two names of a kind, and whether they are names of one.
type Example struct {
	Kind Kind
	A, B string
	Same bool
}

// Learn fits the weights of Compare to examples and returns them in the form of
// weights.txt: the features in lines, for people and for all else. Names of
// one and names of others count alike, however many examples each has. Equal input
// gives equal weights.
//
// It is logistic regression with a Gaussian prior, by Newton's method on the
// weights that aren't at a bound (the projected Newton method of Bertsekas 1982).
// The bounds say which way a sign may speak, and how much it must: a list has few
// bodies whose names differ in a number alone, but texts do; and a person's name of
// one word is a nom de guerre in lists, but a surname in texts.
func Learn(examples []Example) string {
	var b strings.Builder
	b.WriteString("# Learnt by cmd/train/names. feature, weight for people, weight for all else.\n")
	people := fit(lessons(examples, true), bounds[0])
	others := fit(lessons(examples, false), bounds[1])
	for i, name := range featureNames {
		fmt.Fprintf(&b, "%-8s %6.2f %6.2f\n", name, people[i], others[i])
	}
	return b.String()
}

// CompareWith is Compare with other weights, in the form that Learn gives: to say
// how right they are before they are put to use.
func CompareWith(weights string) (func(a, b Name) float64, error) {
	w, err := readWeights(weights)
	return func(a, b Name) float64 { return compare(&w, a, b) }, err
}

// featureNames are the names of the weights in weights.txt, the constant first.
var featureNames = [featureCount + 1]string{"constant", "unlike", "worst", "conflict", "extra", "common", "crossed", "initials", "forms", "digits", "single", "first", "last"}

// A bound is the least and the greatest that a weight may be.
type bound struct{ least, most float64 }

var (
	open    = bound{math.Inf(-1), math.Inf(1)}
	against = bound{math.Inf(-1), 0}
	towards = bound{0, math.Inf(1)}
	nothing = bound{}
)

func below(most float64) bound { return bound{math.Inf(-1), most} }

// bounds of the weights, for people and for all else. An initial says something in
// people's names alone, and the order of words and which of them is odd as well.
var bounds = [2][featureCount + 1]bound{
	{open, against, against, against, against, towards, against, open, nothing, nothing, nothing, against, against},
	{open, against, against, against, against, towards, nothing, nothing, against, below(-1.5), against, nothing, nothing},
}

// A lesson is an example as Compare sees it.
type lesson struct {
	vector
	same bool
}

// lessons reads the examples of people or of all else. Pairs that have nothing in
// common teach nothing: aliases that are other names altogether, and strangers.
func lessons(examples []Example, people bool) []lesson {
	var all []lesson
	for _, e := range examples {
		if (e.Kind == Person) != people {
			continue
		}
		a, b := Parse(e.A, e.Kind), Parse(e.B, e.Kind)
		if a.Empty() || b.Empty() {
			continue
		}
		if b.before(a) {
			a, b = b, a
		}
		f := features(a, b, e.Kind)
		if e.Same && (f[common] < .4 || f[conflict] >= 1) || !e.Same && f[common] < .3 {
			continue
		}
		all = append(all, lesson{f, e.Same})
	}
	return all
}

type coefficients [featureCount + 1]float64

// fit learns the weights.
func fit(lessons []lesson, limits [featureCount + 1]bound) coefficients {
	const (
		steps = 60
		prior = 1 // precision of the Gaussian
	)
	const half = .5
	same := 0.0
	for _, l := range lessons {
		same += toFloat(l.same)
	}
	share := [2]float64{half / max(1, float64(len(lessons))-same), half / max(1, same)}
	var w coefficients
	for i, l := range limits {
		w[i] = min(max(0, l.least), l.most)
	}
	for range steps {
		var gradient coefficients
		var hessian [featureCount + 1]coefficients
		for _, l := range lessons {
			x := coefficients{0: 1}
			copy(x[1:], l.vector[:])
			weight := share[int(toFloat(l.same))] * float64(len(lessons))
			p := chance(&w, &l.vector)
			for i := range x {
				gradient[i] += weight * (p - toFloat(l.same)) * x[i]
				for j := range x[:i+1] {
					hessian[i][j] += weight * p * (1 - p) * x[i] * x[j]
				}
			}
		}
		for i := range w {
			hessian[i][i] += prior
			if i > 0 {
				gradient[i] += prior * w[i]
			}
			if w[i] <= limits[i].least && gradient[i] >= 0 || w[i] >= limits[i].most && gradient[i] <= 0 {
				gradient[i] = 0
				for j := range w { // held where it is
					hessian[max(i, j)][min(i, j)] = toFloat(i == j)
				}
			}
		}
		step, last := solve(hessian, gradient), w
		for i := range w {
			w[i] = min(max(w[i]-step[i], limits[i].least), limits[i].most)
		}
		if near(w, last) {
			break
		}
	}
	return w
}

// near reports whether weights differ by less than is written of them.
func near(v, w coefficients) bool {
	for i := range v {
		if math.Abs(v[i]-w[i]) > 1e-4 {
			return false
		}
	}
	return true
}

// solve solves a x = b for a positive definite matrix whose lower half is given,
// by Cholesky's method.
func solve(a [featureCount + 1]coefficients, b coefficients) coefficients {
	for i := range a {
		for j := 0; j <= i; j++ {
			sum := a[i][j]
			for k := range a[:j] {
				sum -= a[i][k] * a[j][k]
			}
			if i == j {
				a[i][i] = math.Sqrt(sum)
			} else {
				a[i][j] = sum / a[j][j]
			}
		}
	}
	for i := range b {
		for k := range b[:i] {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	for i := len(b) - 1; i >= 0; i-- {
		for k := i + 1; k < len(b); k++ {
			b[i] -= a[k][i] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}
