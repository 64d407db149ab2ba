package model

// BestPath appends to path the best sequence of name tags by scores (rows of
// MaxNames) and moves between them, of the first tags tags: the Viterbi
// algorithm. Only sequences that are well formed count; tag 0 is O, and 1 to 4,
// 5 to 8 … are beginning, middle, end and whole of one type of name each.
func BestPath(path []int32, scores, moves []float32, tags int) []int32 {
	const N = MaxNames
	t := len(scores) / N
	if t == 0 {
		return path
	}
	var fixed [2 * 64 * N]uint8
	back := fixed[:]
	if t*N > len(fixed) {
		back = make([]uint8, t*N)
	}
	const never = -1e30
	var best, next [N]float32
	for j := range tags {
		best[j] = scores[j]
		if j > 0 && ((j-1)%4 == 1 || (j-1)%4 == 2) {
			best[j] = never
		}
	}
	for i := 1; i < t; i++ {
		row := scores[i*N : (i+1)*N]
		for j := range tags {
			top, from := float32(never), 0
			for k := range tags {
				if !follows(k, j) {
					continue
				}
				if s := best[k] + moves[k*N+j]; s > top {
					top, from = s, k
				}
			}
			next[j] = top + row[j]
			back[i*N+j] = uint8(from)
		}
		best = next
	}
	last, top := 0, float32(never)
	for j := range tags {
		if j > 0 && (j-1)%4 < 2 {
			continue // a name that doesn't end
		}
		if best[j] > top {
			last, top = j, best[j]
		}
	}
	first := len(path)
	for range t {
		path = append(path, 0)
	}
	for i := t - 1; i >= 0; i-- {
		path[first+i] = int32(last)
		last = int(back[i*N+last])
	}
	return path
}

// followTable has follows for all tags.
var followTable = func() (ok [MaxNames][MaxNames]bool) {
	inside := func(tag int) bool { return tag > 0 && (tag-1)%4 < 2 } // B or I: the name goes on
	for k := range ok {
		for j := range ok {
			goesOn := j > 0 && ((j-1)%4 == 1 || (j-1)%4 == 2)
			if inside(k) {
				ok[k][j] = goesOn && (j-1)/4 == (k-1)/4
			} else {
				ok[k][j] = !goesOn
			}
		}
	}
	return
}()

// follows reports whether tag j may come after tag k.
func follows(k, j int) bool { return followTable[k][j] }
