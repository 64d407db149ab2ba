package group

import (
	"math"
	"sync"
)

// A bag collects the terms of an item: each a field and a hash.
type bag struct{ keys, spare []uint64 }

var bags = sync.Pool{New: func() any { return new(bag) }}

// most is how often a term counts at most.
const most = 32

// add puts a term into a field n times.
func (b *bag) add(field int, hash uint32, n int) {
	for range min(n, most) {
		b.keys = append(b.keys, uint64(field)<<32|uint64(hash))
	}
}

// sort puts the keys in order, byte by byte from the lowest.
func (b *bag) sort() {
	if cap(b.spare) < len(b.keys) {
		b.spare = make([]uint64, len(b.keys), cap(b.keys))
	}
	from, to := b.keys, b.spare[:len(b.keys)]
	for shift := 0; shift < 40; shift += 8 {
		var at [257]int
		for _, k := range from {
			at[int(byte(k>>shift))+1]++
		}
		for i := 1; i < len(at); i++ {
			at[i] += at[i-1]
		}
		for _, k := range from {
			d := byte(k >> shift)
			to[at[d]] = k
			at[d]++
		}
		from, to = to, from
	}
	b.keys, b.spare = from, to
}

// terms gives the terms, field by field and in order of their hashes, how often
// each was put in, and where each field ends. The bag is empty then.
func (b *bag) terms() (hashes []uint32, counts []uint8, ends [fields]uint16) {
	b.sort()
	distinct := 0
	for i, k := range b.keys {
		if i == 0 || k != b.keys[i-1] {
			distinct++
		}
	}
	distinct = min(distinct, math.MaxUint16)
	hashes, counts = make([]uint32, 0, distinct), make([]uint8, 0, distinct)
	field := 0
	for i, k := range b.keys {
		if i > 0 && k == b.keys[i-1] {
			if last := len(counts) - 1; counts[last] < most {
				counts[last]++
			}
			continue
		}
		if len(hashes) == distinct {
			break
		}
		for ; field < int(k>>32); field++ {
			ends[field] = uint16(len(hashes))
		}
		hashes, counts = append(hashes, uint32(k)), append(counts, 1)
	}
	for ; field < fields; field++ {
		ends[field] = uint16(len(hashes))
	}
	b.keys = b.keys[:0]
	return hashes, counts, ends
}

// countLogs are 1 + the logarithm of a count: a word that stands ten times doesn't
// say ten times as much.
var countLogs = func() (l [most + 1]float32) {
	for n := 1; n <= most; n++ {
		l[n] = float32(1 + math.Log(float64(n)))
	}
	return l
}()
