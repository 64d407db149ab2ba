package quantities

import "math"

// A Relation says how two quantities of the same thing stand to each other, as
// sets of numbers.
type Relation int

const (
	// Apart: their units differ, so that they say nothing about each other.
	Apart Relation = iota
	// Equal: the same bounds.
	Equal
	// LessPrecise: the first holds the second and more: "more than 100,000"
	// beside "120,000".
	LessPrecise
	// MorePrecise: the second holds the first and more.
	MorePrecise
	// Overlap: both can be right, neither follows from the other.
	Overlap
	// Conflict: no number is in both.
	Conflict
)

// Compare sets two quantities side by side. A unit that isn't known goes with
// any; an ordinal goes with ordinals only. It is the caller's to know that they
// are about the same matter.
func Compare(a, b Quantity) Relation {
	if a.Ordinal != b.Ordinal || a.Unit != b.Unit && a.Unit != "" && b.Unit != "" {
		return Apart
	}
	aLow, aHigh := bounds(a)
	bLow, bHigh := bounds(b)
	switch {
	case same(aLow, bLow) && same(aHigh, bHigh):
		return Equal
	case aHigh < bLow || bHigh < aLow:
		return Conflict
	case aLow <= bLow && bHigh <= aHigh:
		return LessPrecise
	case bLow <= aLow && aHigh <= bHigh:
		return MorePrecise
	}
	return Overlap
}

// bounds gives the interval with infinite ends where there is no bound.
func bounds(q Quantity) (low, high float64) {
	low, high = math.Inf(-1), math.Inf(1)
	if q.Low != nil {
		low = *q.Low
	}
	if q.High != nil {
		high = *q.High
	}
	return low, high
}

// same allows for the last bit: a third of a million isn't exact.
func same(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b))
}
