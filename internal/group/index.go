package group

// An index finds the members that share rare terms with an article: for each
// bucket of terms a chain of entries, the latest first.
type index struct {
	heads   []int32 // of the chains, by bucket: an entry's number + 1, or 0
	entries []entry
}

type entry struct {
	term   uint32
	member int32 // number of arrival
	next   int32
}

const (
	// indexBits says how many chains there are.
	indexBits = 19
	// crowd is how many entries of a chain, the latest, are looked at: a term that
	// more articles have says little.
	crowd = 64
)

func newIndex() *index { return &index{heads: make([]int32, 1<<indexBits)} }

func (x *index) clear() {
	clear(x.heads)
	x.entries = x.entries[:0]
}

// A posting is a term by which an article is found, with what it tells.
type posting struct {
	term   uint32 // of its hash and its field
	weight float32
}

func (x *index) add(member int32, postings []posting) {
	for _, p := range postings {
		head := &x.heads[p.term>>(32-indexBits)]
		x.entries = append(x.entries, entry{p.term, member, *head})
		*head = int32(len(x.entries))
	}
}

// share adds the weight of each posting to the latest members that have its term,
// and appends to touched those that had nothing before. shared is by number of
// arrival less base.
func (x *index) share(postings []posting, base int32, shared []float32, touched []int32) []int32 {
	for _, p := range postings {
		at := x.heads[p.term>>(32-indexBits)]
		for n := 0; at != 0 && n < crowd; n++ {
			e := &x.entries[at-1]
			at = e.next
			if e.term != p.term {
				continue
			}
			i := e.member - base
			if shared[i] == 0 {
				touched = append(touched, i)
			}
			shared[i] += p.weight
		}
	}
	return touched
}

// finding are the fields by which articles are found.
var finding = [...]int{title, body, people, places, doubles}

// indexed is how many terms of a field, the rarest, an article is found by.
const indexed = 24

// postings appends the rarest terms of the fields by which articles are found.
func postings(all []posting, item *Item, rare []float32) []posting {
	for _, field := range finding {
		from, to := item.terms(field)
		begin := len(all)
		for i := from; i < to; i++ {
			if rare[i] > 0 {
				weight := countLogs[item.counts[i]] * rare[i] * rare[i]
				all = append(all, posting{mix(field, item.hashes[i]), weight})
			}
		}
		all = all[:begin+heaviest(all[begin:], indexed)]
	}
	return all
}

// heaviest brings the n heaviest postings to the front and returns how many there
// are. Of equal ones the smaller term comes first.
func heaviest(all []posting, n int) int {
	if len(all) <= n {
		return len(all)
	}
	less := func(a, b posting) bool {
		return a.weight > b.weight || a.weight == b.weight && a.term < b.term
	}
	// Hoare's selection, with the middle as the pivot.
	for low, high := 0, len(all)-1; low < high; {
		pivot := all[int(uint(low+high)/2)]
		i, j := low, high
		for i <= j {
			for less(all[i], pivot) {
				i++
			}
			for less(pivot, all[j]) {
				j--
			}
			if i <= j {
				all[i], all[j] = all[j], all[i]
				i++
				j--
			}
		}
		switch {
		case n-1 <= j:
			high = j
		case n-1 >= i:
			low = i
		default:
			low = high
		}
	}
	return n
}
