package group

import (
	"math"
	"math/bits"
)

// A query is an article that others are compared with: its terms in a table, by
// which they are found at one look.
type query struct {
	*Item
	weights []float32
	rare    []float32
	table   []slot
	bits    [1 << (filterBits - 6)]uint64 // which terms may be in the table
}

// filterBits is the logarithm of how many bits are kept of an article's terms:
// most terms of another aren't among them, and one look tells.
const filterBits = 14

// A slot holds a term, mixed with its field, and where it stands in the item, plus
// one.
type slot struct {
	term uint32
	at   uint16
	_    uint16
}

func (q *query) ask(item *Item, weights, rare []float32) {
	q.Item, q.weights, q.rare = item, weights, rare
	size := max(1<<10, 1<<bits.Len(uint(3*len(item.hashes))))
	if len(q.table) == size {
		clear(q.table)
	} else {
		q.table = make([]slot, size)
	}
	clear(q.bits[:])
	for field := range fields {
		from, to := item.terms(field)
		for i := from; i < to; i++ {
			mixed := mix(field, item.hashes[i])
			q.bits[mixed>>(38-filterBits)] |= 1 << (mixed >> (32 - filterBits) & 63)
			at := q.slot(mixed)
			for q.table[at].at != 0 {
				at = (at + 1) & (len(q.table) - 1)
			}
			q.table[at] = slot{term: mixed, at: uint16(i + 1)}
		}
	}
}

// mix makes one hash of a term's and its field. Since the field is added before
// an odd number multiplies, terms of one field never meet.
func mix(field int, hash uint32) uint32 { return (hash ^ uint32(field)*0x9E3779B9) * 2654435761 }

func (q *query) slot(mixed uint32) int { return int(mixed>>4) & (len(q.table) - 1) }

// find returns where a term of a field stands in the item, or -1.
func (q *query) find(mixed uint32, from, to int) int {
	for at := q.slot(mixed); q.table[at].at != 0; at = (at + 1) & (len(q.table) - 1) {
		if k := int(q.table[at].at) - 1; q.table[at].term == mixed && k >= from && k < to {
			return k
		}
	}
	return -1
}

// A comparison is what two articles have in common, field by field.
type comparison struct {
	cosine   [fields]float32 // 0 to 1
	rarest   [fields]float32 // rarity of the rarest term they share
	have     [fields]bool    // both have terms
	apart    float64         // days between them, where known
	timed    bool
	ofOutlet bool                 // of one outlet
	relative [len(ranked)]float32 // how much liker it is than the likest other, by field
	support  float32              // for an undated article: what others say for the day of this one
}

func (q *query) compare(m *member) (c comparison) {
	start := 0
	for field := range fields {
		qFrom, qTo := q.terms(field)
		from, to := start, int(m.ends[field])
		start = to
		if qFrom == qTo || from == to {
			continue
		}
		c.have[field] = true
		var dot, rarest float32
		for i, hash := range m.hashes[from:to] {
			mixed := mix(field, hash)
			if q.bits[mixed>>(38-filterBits)]>>(mixed>>(32-filterBits)&63)&1 == 0 {
				continue
			}
			if k := q.find(mixed, qFrom, qTo); k >= 0 {
				dot += q.weights[k] * m.weights[from+i]
				rarest = max(rarest, q.rare[k])
			}
		}
		c.cosine[field], c.rarest[field] = dot, rarest
	}
	if !q.Time.IsZero() && !m.Time.IsZero() {
		c.timed, c.apart = true, math.Abs(q.Time.Sub(m.Time).Hours())/24
	}
	c.ofOutlet = q.outlet != 0 && q.outlet == m.outlet
	return c
}
