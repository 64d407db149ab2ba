package utterances

// A match says how well two units, or two items, say the same.
type match struct {
	score  float64 // 0 to 1
	weight float64 // of the words that match
	of     float64 // the part of all words that match, 0 to 1
	inside bool    // one side is a fragment: words quoted within a reporter's
	denied bool    // both deny the same word: "did not rule out"
}

// compare aligns two items: whole with whole, and sentence by sentence, since
// one report may quote only a part of what another does.
func compare(x, y *item) match {
	var best match
	for i := range len(x.units) + len(x.fragments) {
		for j := range len(y.units) + len(y.fragments) {
			m := align(x.unit(i).terms, y.unit(j).terms)
			m.inside = i >= len(x.units) || j >= len(y.units)
			if better(m, best) {
				best = m
			}
		}
	}
	if len(x.units) > 1 || len(y.units) > 1 {
		// A sentence of one may be two of the other.
		if a, b := all(x), all(y); len(a) <= 80 && len(b) <= 80 {
			if m := align(a, b); better(m, best) {
				best = m
			}
		}
	}
	return best
}

// coverage is the part of x's sentences, by weight, that others say too.
func coverage(x *item, others []*item) float64 {
	var all, said float64
	for i := range x.units {
		all += x.units[i].weight
		for _, y := range others {
			if y.says(&x.units[i]) {
				said += x.units[i].weight
				break
			}
		}
	}
	if all == 0 {
		return 1
	}
	return said / all
}

// says reports whether some sentence or fragment of y is near to u.
func (y *item) says(u *unit) bool {
	for j := range len(y.units) + len(y.fragments) {
		if align(u.terms, y.unit(j).terms).score >= covers {
			return true
		}
	}
	return false
}

// enough reports whether a match may join two items.
func (m match) enough() bool {
	if m.denied && m.score >= joinDenied && m.weight >= leastWithin {
		return true
	}
	return m.score >= joinSame && (m.weight >= leastWithin || m.weight >= leastWeight && m.of >= muchMore || m.inside && m.weight >= leastInside)
}

// better ranks matches by score, as far as enough weight is behind it.
func better(m, than match) bool {
	if m.enough() != than.enough() {
		return m.enough()
	}
	return m.score*min(m.weight, 3) > than.score*min(than.weight, 3)
}

func all(x *item) []term {
	var out []term
	for _, u := range x.units {
		out = append(out, u.terms...)
	}
	return out
}

// align scores two runs of terms: how much of the lighter one's weight is found
// in the other, softened by how much of both that is and whether it comes in the
// same order. Function words hardly count.
func align(a, b []term) match {
	to := pair(a, b)
	var wa, wb, both float64
	for i, t := range a {
		wa += t.weight
		if to[i].at >= 0 {
			both += to[i].share * min(t.weight, b[to[i].at].weight)
		}
	}
	for _, t := range b {
		wb += t.weight
	}
	if both == 0 {
		return match{}
	}
	var content float64
	denied := false
	for i, t := range a {
		if to[i].at >= 0 && t.weight > 0.2 {
			content += to[i].share * min(t.weight, b[to[i].at].weight)
			denied = denied || t.denied && b[to[i].at].denied
		}
	}
	within := both / min(wa, wb)
	jaccard := both / (wa + wb - both)
	ordered := inOrder(a, b, to) / both
	return match{score: within*(0.65+0.15*ordered) + 0.2*jaccard, weight: content, of: jaccard, denied: denied}
}

// A partner is the term that another is paired with, and how alike they are.
type partner struct {
	at    int // -1 none
	share float64
}

// pair gives each term of a its partner in b, none twice: equal stems first, the
// nearest in relative place, then words that look alike.
func pair(a, b []term) []partner {
	to := make([]partner, len(a))
	taken := make([]bool, len(b))
	where := make(map[string][]int, len(b))
	for j, t := range b {
		where[t.stem] = append(where[t.stem], j)
	}
	for i := range a {
		to[i].at = -1
		best, far := -1, 2.0
		for _, j := range where[a[i].stem] {
			d := float64(i)/float64(len(a)) - float64(j)/float64(len(b))
			if d < 0 {
				d = -d
			}
			if !taken[j] && d < far {
				best, far = j, d
			}
		}
		if best >= 0 {
			to[i] = partner{best, 1}
			taken[best] = true
		}
	}
	for i := range a {
		if to[i].at >= 0 || a[i].weight < 0.3 || len(a[i].low) < 5 || a[i].number {
			continue
		}
		best, share := -1, 0.55
		for j := range b {
			if taken[j] || b[j].weight < 0.3 || len(b[j].low) < 5 || b[j].number {
				continue
			}
			if s := looks(a[i].low, b[j].low); s > share {
				best, share = j, s
			}
		}
		if best >= 0 {
			to[i] = partner{best, share}
			taken[best] = true
		}
	}
	return to
}

// looks is the Dice index of two words' letter pairs, those at the start twice.
func looks(a, b string) float64 {
	if len(a) > 40 || len(b) > 40 || a[0] != b[0] {
		return 0
	}
	both := 0
	var used [40]bool
	for i := 0; i+1 < len(a); i++ {
		for j := 0; j+1 < len(b); j++ {
			if !used[j] && a[i] == b[j] && a[i+1] == b[j+1] {
				used[j] = true
				both++
				break
			}
		}
	}
	s := 2 * float64(both) / float64(len(a)+len(b)-2)
	if len(a) >= 3 && len(b) >= 3 && a[:3] != b[:3] {
		s -= 0.2
	}
	return s
}

// inOrder is the weight of the heaviest run of pairs that ascends in both.
func inOrder(a, b []term, to []partner) float64 {
	best := make([]float64, 0, len(a))
	at := make([]int, 0, len(a))
	most := 0.0
	for i := range a {
		if to[i].at < 0 {
			continue
		}
		w := to[i].share * min(a[i].weight, b[to[i].at].weight)
		before := 0.0
		for k := range at {
			if at[k] < to[i].at && best[k] > before {
				before = best[k]
			}
		}
		best, at = append(best, before+w), append(at, to[i].at)
		most = max(most, before+w)
	}
	return most
}
