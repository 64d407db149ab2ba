package group

import "math"

// A feature is something about two articles that a weight is learnt for. of
// says under which name it is explained.
type feature struct {
	of    string
	value func(c *comparison) float64
}

// The fields whose terms tell something by being there on both sides at all, and
// by being there and having nothing in common: two towns, two victims, two days.
var (
	telling  = [...]int{people, organizations, places, numbers, days, ages, whole, doubles, sites, clocks, eventDays, quotes}
	opposing = [...]int{people, places, who, where, ages, whole, sites, clocks, eventDays}
	rare     = [...]int{people, places, capitals, head, numbers, whole, doubles, sites, quotes}
	rooted   = [...]int{body, phrases, numbers, head, doubles, quotes}
	logged   = [...]int{body, capitals, doubles}
	ranked   = [...]int{body, head, capitals, doubles}
)

// features are all that is looked at in two articles: the likeness of each field,
// the rarest term they share (one shared victim says more than many shared
// officials), what speaks against, the time between them, and products of these
// (one field's likeness says more where another's goes with it).
var features = func() (all []feature) {
	add := func(of string, value func(c *comparison) float64) { all = append(all, feature{of, value}) }
	of := func(f int, value func(c *comparison, f int) float64) {
		add(fieldNames[f], func(c *comparison) float64 { return value(c, f) })
	}
	for f := range fields {
		of(f, func(c *comparison, f int) float64 { return float64(c.cosine[f]) })
	}
	for _, f := range telling {
		of(f, func(c *comparison, f int) float64 { return is(c.have[f]) })
	}
	for _, f := range opposing {
		of(f, func(c *comparison, f int) float64 { return is(c.have[f] && c.cosine[f] == 0) })
	}
	for _, f := range rare {
		of(f, func(c *comparison, f int) float64 { return float64(c.rarest[f]) / 10 })
	}
	for _, f := range rooted {
		of(f, func(c *comparison, f int) float64 { return math.Sqrt(float64(c.cosine[f])) })
	}
	for _, f := range logged {
		of(f, func(c *comparison, f int) float64 { return math.Log(float64(c.cosine[f]) + 0.01) })
	}
	for k, f := range ranked {
		of(f, func(c *comparison, _ int) float64 { return float64(c.relative[k]) })
		of(f, func(c *comparison, _ int) float64 { return max(0, float64(c.relative[k])) })
	}
	add(timeName, func(c *comparison) float64 { return is(c.timed) })
	for _, spread := range [...]float64{1, 3, 8} {
		add(timeName, func(c *comparison) float64 { return c.within(spread) })
	}
	add(timeName, func(c *comparison) float64 { return min(c.apart, 20) / 20 })
	add(timeName, (*comparison).far)
	add(timeName, func(c *comparison) float64 { return float64(c.support) })
	add(outletName, func(c *comparison) float64 { return is(c.ofOutlet) })
	for _, p := range [...][2]int{{body, title}, {body, capitals}, {lead, capitals}, {places, people}, {sites, places}, {quotes, body}} {
		of(p[0], func(c *comparison, f int) float64 { return float64(c.cosine[f] * c.cosine[p[1]]) })
	}
	for _, f := range [...]int{body, capitals, head, doubles} {
		of(f, func(c *comparison, f int) float64 { return float64(c.cosine[f]) * c.within(3) })
		of(f, func(c *comparison, f int) float64 { return float64(c.cosine[f]) * is(!c.timed) })
	}
	for _, f := range [...]int{people, whole} {
		of(f, func(c *comparison, f int) float64 { return float64(c.rarest[f]) / 10 * c.far() })
	}
	for _, f := range [...]int{body, doubles} {
		of(f, func(c *comparison, f int) float64 { return float64(c.cosine[f]) * c.far() })
	}
	add(biasName, func(*comparison) float64 { return 1 })
	return all
}()

// What a Reason names beside the fields.
const (
	timeName   = "time"
	outletName = "outlet"
	biasName   = "bias"
)

// fieldNames are what the fields are called in a Reason.
var fieldNames = [fields]string{title: "title", lead: "lead", body: "body", phrases: "phrases", people: "people",
	organizations: "organizations", places: "places", numbers: "numbers", capitals: "capitalised words",
	days: "days", head: "title and lead", who: "people in the lead", where: "places in the lead", ages: "ages",
	whole: "full names", doubles: "capitalised pairs", sites: "sites", clocks: "times of day",
	eventDays: "days in the lead", quotes: "quotations"}

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// within is a Gaussian of the days between.
func (c *comparison) within(spread float64) float64 {
	if !c.timed {
		return 0
	}
	return math.Exp(-c.apart * c.apart / (2 * spread * spread))
}

// far grows with the logarithm of the days between.
func (c *comparison) far() float64 {
	if !c.timed {
		return 0
	}
	return math.Log1p(c.apart) / 6
}
