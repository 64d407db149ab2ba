package group

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"math"
	"slices"
	"sync"
)

// How rare a term is comes from two counts: a background of news that ships with
// the program, without which five reports would say nothing on it, and the
// articles in memory, by which a grouper learns that in a stream of shootings every
// report has "police". Terms are hashed into buckets, so memory is bounded; of two
// that share a bucket the rarer counts as more common than it is.
const (
	bucketBits = 16
	buckets    = 1 << bucketBits

	// The background counts as much as this many articles.
	backgroundWeight = 1000
)

// counted is the field whose document frequencies a field uses: title and lead
// have too few words to count by themselves.
var counted = [fields]int{title: body, lead: body, body: body, phrases: phrases, people: people,
	organizations: organizations, places: places, numbers: numbers, capitals: capitals, days: days,
	head: body, who: people, where: places, ages: ages, whole: whole, doubles: doubles, sites: sites,
	clocks: clocks, eventDays: days, quotes: quotes}

// A frequency counts in how many articles a term stands.
type frequency struct {
	articles float64
	counts   [fields][]float32 // nil for fields that are counted as another
}

func newFrequency() *frequency {
	f := new(frequency)
	for field, as := range counted {
		if field == as {
			f.counts[field] = make([]float32, buckets)
		}
	}
	return f
}

// add counts an article, or with -1 takes it back.
func (f *frequency) add(item *Item, n float32) {
	f.articles += float64(n)
	for field := range fields {
		if counted[field] != field {
			continue
		}
		from, to := item.terms(field)
		for _, h := range item.hashes[from:to] {
			f.counts[field][bucket(h)] += n
		}
	}
}

func bucket(hash uint32) uint32 { return (hash * 2654435761) >> (32 - bucketBits) }

// A rarities is a frequency that goes with the background. It keeps the
// logarithms at hand: they are asked for far more often than a count changes.
type rarities struct {
	frequency
	logs  [fields][]float32 // of the counts with the background's and ½
	all   float32           // of the articles with the background's and 1
	dirty []uint32          // counts that changed: field and bucket
	stale [fields][]bool    // whether a count is among them
}

// newRarities returns the background with nothing seen.
func newRarities() *rarities {
	f := &rarities{frequency: *newFrequency()}
	for field, logs := range backgroundLogs() {
		f.logs[field] = slices.Clone(logs)
		if logs != nil {
			f.stale[field] = make([]bool, buckets)
		}
	}
	f.all = float32(math.Log(backgroundWeight + 1))
	return f
}

// add counts an article, or with -1 takes it back. It shows after settle.
func (f *rarities) add(item *Item, n float32) {
	f.frequency.add(item, n)
	for field := range fields {
		if counted[field] != field {
			continue
		}
		stale := f.stale[field]
		from, to := item.terms(field)
		for _, h := range item.hashes[from:to] {
			if at := bucket(h); !stale[at] {
				stale[at] = true
				f.dirty = append(f.dirty, uint32(field)<<bucketBits|at)
			}
		}
	}
}

// settle brings the logarithms up to date.
func (f *rarities) settle() {
	f.all = float32(math.Log(f.articles + backgroundWeight + 1))
	for _, d := range f.dirty {
		field, at := int(d>>bucketBits), d&(buckets-1)
		f.logs[field][at] = logCount(f.counts[field][at], field, at)
		f.stale[field][at] = false
	}
	f.dirty = f.dirty[:0]
}

// weigh returns the weights of an item's terms, by count and rarity, each field
// brought to length 1, so that two fields' cosine is their product; and the
// rarities alone: the inverse document frequency log((N+1)/(n+½)), at least 0. It
// writes over the slices that it is given.
func (f *rarities) weigh(item *Item, weights, rare []float32) (w, r []float32) {
	weights = slices.Grow(weights[:0], len(item.hashes))[:len(item.hashes)]
	rare = slices.Grow(rare[:0], len(item.hashes))[:len(item.hashes)]
	for field := range fields {
		from, to := item.terms(field)
		logs := f.logs[counted[field]]
		var sum float32
		for i := from; i < to; i++ {
			rarity := max(0, f.all-logs[bucket(item.hashes[i])])
			weight := countLogs[item.counts[i]] * rarity
			rare[i], weights[i] = rarity, weight
			sum += weight * weight
		}
		if sum == 0 {
			continue
		}
		norm := 1 / float32(math.Sqrt(float64(sum)))
		for i := from; i < to; i++ {
			weights[i] *= norm
		}
	}
	return weights, rare
}

// logCount is the logarithm of a count with the background's and ½.
func logCount(n float32, field int, at uint32) float32 {
	b := background()
	return float32(math.Log(float64(n) + float64(b.counts[field][at])*backgroundWeight/max(1, b.articles) + 0.5))
}

// backgroundLogs are the logarithms of the background alone.
var backgroundLogs = sync.OnceValue(func() (logs [fields][]float32) {
	for field, counts := range background().counts {
		if counts == nil {
			continue
		}
		logs[field] = make([]float32, buckets)
		for at := range logs[field] {
			logs[field][at] = logCount(0, field, uint32(at))
		}
	}
	return logs
})

//go:embed background.gz
var backgroundFile []byte

// background is the frequency that ships with the program: buckets that hold no
// words, a byte each (docs/models.md says from which articles).
var background = sync.OnceValue(func() *frequency {
	f, err := readBackground(backgroundFile)
	if err != nil {
		panic(fmt.Sprintf("background.gz: %v", err)) // the embedded file was made by WriteBackground
	}
	return f
})

// UseBackground replaces the background by the one in data, in the form of
// background.gz: learning weights with a new background needs it before it is
// built into the program. It is to be called before anything else of the package.
func UseBackground(data []byte) error {
	f, err := readBackground(data)
	if err != nil {
		return err
	}
	background = func() *frequency { return f }
	return nil
}

// step is how finely a count is kept: as a power of it.
const step = 1.1

func level(count float32) byte {
	if count < 1 {
		return 0
	}
	return byte(min(255, 1+math.Round(math.Log(float64(count))/math.Log(step))))
}

func ofLevel(b byte) float32 {
	if b == 0 {
		return 0
	}
	return float32(math.Pow(step, float64(b-1)))
}

// WriteBackground writes the frequencies of a set of articles in the form of
// background.gz.
func WriteBackground(w io.Writer, items []Item) error {
	f := newFrequency()
	for i := range items {
		f.add(&items[i], 1)
	}
	z, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(z, "%d\n", len(items)); err != nil {
		return err
	}
	for _, counts := range f.counts {
		line := make([]byte, len(counts))
		for i, n := range counts {
			line[i] = level(n)
		}
		if _, err := z.Write(line); err != nil {
			return err
		}
	}
	return z.Close()
}

func readBackground(data []byte) (*frequency, error) {
	f := newFrequency()
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	all, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	first, rest, _ := bytes.Cut(all, []byte("\n"))
	if _, err := fmt.Sscanf(string(first), "%g", &f.articles); err != nil {
		return nil, err
	}
	for _, counts := range f.counts {
		if len(rest) < len(counts) {
			return nil, io.ErrUnexpectedEOF
		}
		for i := range counts {
			counts[i] = ofLevel(rest[i])
		}
		rest = rest[len(counts):]
	}
	if len(rest) > 0 {
		return nil, fmt.Errorf("%d bytes too many", len(rest))
	}
	return f, nil
}
