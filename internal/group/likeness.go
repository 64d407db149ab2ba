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
// have, how far apart in time they are, the rarest term they share, what speaks
// against (both name people, places or ages and none of one is the other's) and
// products of these (one field's likeness says more where another's goes with
// it).
const (
	haveBoth  = fields        // people, organizations, places, numbers, days: both have some
	inTime    = haveBoth + 5  // known, three Gaussians of the days between, the days, their logarithm
	sameOut   = inTime + 6    // of one outlet
	products  = sameOut + 1   // see likeness
	details   = products + 13 // see details
	bias      = details + 13  // always 1
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
		f[haveBoth+i] = haveIn(a, b, field)
	}
	near, far := 0.0, 0.0
	if apart, known := daysApart(a.Time, b.Time); known {
		near, far = math.Exp(-apart*apart/18), math.Log1p(apart)/6
		f[inTime], f[inTime+1], f[inTime+2] = 1, math.Exp(-apart*apart/2), near
		f[inTime+3], f[inTime+4], f[inTime+5] = math.Exp(-apart*apart/128), min(apart, 20)/20, far
	}
	if a.outlet != "" && a.outlet == b.outlet {
		f[sameOut] = 1
	}
	copy(f[products:], []float64{
		f[body] * f[title], f[body] * f[capitals], f[body] * near, math.Sqrt(f[body]),
		apartIn(a, b, people, f[people]), apartIn(a, b, places, f[places]),
		math.Sqrt(f[pairs]), math.Sqrt(f[numbers]), f[lead] * f[capitals], f[places] * f[people],
		near * f[capitals], math.Log(f[body] + 0.01), math.Log(f[capitals] + 0.01),
	})
	person := g.strongest(people, a, b)
	copy(f[details:], []float64{
		person, g.strongest(places, a, b), g.strongest(capitals, a, b), g.strongest(head, a, b), g.strongest(numbers, a, b),
		apartIn(a, b, who, f[who]), apartIn(a, b, where, f[where]), apartIn(a, b, ages, f[ages]), haveIn(a, b, ages),
		far * person, far * f[body], math.Sqrt(f[head]), f[head] * near,
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

// haveIn is 1 where both articles have terms of a field, else 0.
func haveIn(a, b *Item, field int) float64 {
	if len(a.terms[field]) > 0 && len(b.terms[field]) > 0 {
		return 1
	}
	return 0
}

// apartIn is 1 where both articles have terms of a field and, as their likeness
// says, share none: they may be about different people or places.
func apartIn(a, b *Item, field int, likeness float64) float64 {
	if likeness > 0 {
		return 0
	}
	return haveIn(a, b, field)
}

// strongest is the rarity of the rarest term that two articles share in a field,
// about 0 to 1: one shared victim says more than many shared officials.
func (g *Grouper) strongest(field int, x, y *Item) float64 {
	a, b := x.terms[field], y.terms[field]
	most := 0.0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].hash < b[j].hash:
			i++
		case b[j].hash < a[i].hash:
			j++
		default:
			most = max(most, g.seen.rarity(field, a[i].hash))
			i++
			j++
		}
	}
	return most / 10
}
