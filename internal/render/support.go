package render

import (
	"slices"

	"stemma/account"
)

// A support counts who stands behind a reading: Filled origins that are certain,
// Half that are possible, and Hollow reports that repeat one of them; where
// nothing is known of origins, Unknown reports.
type support struct {
	Filled, Half, Hollow int
	Unknown              int
	Origins              account.Origins
	Reports              int
}

func newSupport(o account.Origins, reports int) support {
	s := support{Origins: o, Reports: reports}
	if o.AtLeast <= 0 && o.AtMost <= 0 {
		s.Unknown = reports
		return s
	}
	s.Filled = max(o.AtLeast, 0)
	s.Half = max(o.AtMost-s.Filled, 0)
	s.Hollow = max(reports-s.Filled-s.Half, 0)
	return s
}

// Words says the support as counts: "1 origin (at least 1, at most 2), 4 reports".
func (s support) Words() string {
	words := verdict{Origins: s.Origins}.OriginCount()
	if r := originRange(s.Origins); r != "" {
		words += " (" + r + ")"
	}
	return words + ", " + count(s.Reports, "report")
}

// dotsMax is how many dots are drawn of a kind; what is more is a number.
const dotsMax = 12

// Dots draws the support: ● an origin, ◐ a possible one, ○ a report that repeats
// one, ◌ a report of which that isn't known.
func (s support) Dots() []dots {
	return slices.DeleteFunc([]dots{{"origin", "●", s.Filled}, {"maybe", "◐", s.Half}, {"repeat", "○", s.Hollow}, {"unknown", "◌", s.Unknown}},
		func(d dots) bool { return d.Number == 0 })
}

// dots is a number of equal dots.
type dots struct {
	Kind   string
	Sign   string
	Number int
}

// Drawn is the dots to draw, and More how many there are beyond those.
func (d dots) Drawn() []struct{} { return make([]struct{}, min(d.Number, dotsMax)) }

// More is how many dots there are beyond those that are drawn.
func (d dots) More() int { return max(0, d.Number-dotsMax) }
