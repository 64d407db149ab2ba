package group

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
	"time"
)

// What is compared of two articles: the cosine of each field, which fields both
// have, how far apart in time they are, and products of these (one field's
// likeness says more where another's goes with it).
const (
	haveBoth  = fields        // people, organizations, places, numbers, days: both have some
	inTime    = haveBoth + 5  // known, three Gaussians of the days between, the days
	sameOut   = inTime + 5    // of one outlet
	products  = sameOut + 1   // see likeness
	bias      = products + 13 // always 1
	nFeatures = bias + 1
)

type features [nFeatures]float64

const day = 24 * time.Hour

// likeness compares two articles.
func (g *Grouper) likeness(a, b *Item) features {
	var f features
	for field := range fields {
		f[field] = g.cosine(field, a.terms[field], b.terms[field])
	}
	for i, field := range [...]int{people, organizations, places, numbers, days} {
		if len(a.terms[field]) > 0 && len(b.terms[field]) > 0 {
			f[haveBoth+i] = 1
		}
	}
	near := 0.0
	if !a.Time.IsZero() && !b.Time.IsZero() {
		apart := a.Time.Sub(b.Time).Abs().Hours() / 24
		near = math.Exp(-apart * apart / 18)
		f[inTime], f[inTime+1], f[inTime+2] = 1, math.Exp(-apart*apart/2), near
		f[inTime+3], f[inTime+4] = math.Exp(-apart*apart/128), min(apart, 20)/20
	}
	if a.outlet != "" && a.outlet == b.outlet {
		f[sameOut] = 1
	}
	only := func(has, like float64) float64 {
		if like == 0 {
			return has
		}
		return 0
	}
	copy(f[products:], []float64{
		f[body] * f[title], f[body] * f[capitals], f[body] * near, math.Sqrt(f[body]),
		only(f[haveBoth], f[people]), only(f[haveBoth+2], f[places]),
		math.Sqrt(f[pairs]), math.Sqrt(f[numbers]), f[lead] * f[capitals], f[places] * f[people],
		near * f[capitals], math.Log(f[body] + 0.01), math.Log(f[capitals] + 0.01),
	})
	f[bias] = 1
	return f
}

// cosine is the likeness of two lists of terms, each weighed by its count and
// its rarity: 0 to 1.
func (g *Grouper) cosine(field int, a, b []term) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	var both, as, bs float64
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case j == len(b) || i < len(a) && a[i].hash < b[j].hash:
			w := float64(a[i].count) * g.seen.rarity(field, a[i].hash)
			as += w * w
			i++
		case i == len(a) || b[j].hash < a[i].hash:
			w := float64(b[j].count) * g.seen.rarity(field, b[j].hash)
			bs += w * w
			j++
		default:
			r := g.seen.rarity(field, a[i].hash)
			x, y := float64(a[i].count)*r, float64(b[j].count)*r
			both, as, bs = both+x*y, as+x*x, bs+y*y
			i++
			j++
		}
	}
	if both == 0 {
		return 0
	}
	return both / math.Sqrt(as*bs)
}

//go:embed weights.txt
var weightsFile string

// weights are the learnt weights of the features: the logarithm of the odds that
// two articles report one event is their product. They hold no words
// (docs/models.md says from which sets they were learnt).
var weights = sync.OnceValue(func() features {
	w, err := parseWeights(weightsFile)
	if err != nil {
		panic(fmt.Sprintf("weights.txt: %v", err)) // the embedded file was made by Fit
	}
	return w
})

func parseWeights(text string) (w features, err error) {
	fs := strings.Fields(text)
	if len(fs) != nFeatures {
		return w, fmt.Errorf("%d weights, not %d", len(fs), nFeatures)
	}
	for i, s := range fs {
		if w[i], err = strconv.ParseFloat(s, 64); err != nil {
			return w, err
		}
	}
	return w, nil
}

func (f *features) odds(w *features) float64 {
	var sum float64
	for i := range f {
		sum += f[i] * w[i]
	}
	return sum
}
