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
}

// A slot holds a term and where it stands in the item, plus one.
type slot struct {
	hash uint32
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
	for field := range fields {
		from, to := item.terms(field)
		for i := from; i < to; i++ {
			at := q.slot(field, item.hashes[i])
			for q.table[at].at != 0 {
				at = (at + 1) & (len(q.table) - 1)
			}
			q.table[at] = slot{hash: item.hashes[i], at: uint16(i + 1)}
		}
	}
}

func (q *query) slot(field int, hash uint32) int {
	return int((hash^uint32(field)*0x9E3779B9)*2654435761>>8) & (len(q.table) - 1)
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
		for i := from; i < to; i++ {
			hash := m.hashes[i]
			for at := q.slot(field, hash); q.table[at].at != 0; at = (at + 1) & (len(q.table) - 1) {
				if q.table[at].hash != hash {
					continue
				}
				if k := int(q.table[at].at) - 1; k >= qFrom && k < qTo {
					dot += q.weights[k] * m.weights[i]
					rarest = max(rarest, q.rare[k])
					break
				}
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
