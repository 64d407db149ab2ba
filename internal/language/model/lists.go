package model

// A list is a set of names of one kind: countries, cities, given names. A word
// that stands in an entry of a list gets one of the list's two flags, for the
// first word of an entry and for those after it.

// MaxLists is the number of lists that there are flags for.
const MaxLists = (Flags - flagLists) / 2

// Organizations is the list of organizations.
const Organizations = 7

// Listed reports how many words from the first on make the longest entry of a
// list, as the flags of words tell.
func Listed(words []Word, list int) int {
	if words[0].Flags&(1<<(flagLists+2*list)) == 0 {
		return 0
	}
	n := 1
	for n < len(words) && words[n].Flags&(1<<(flagLists+2*list+1)) != 0 {
		n++
	}
	return n
}

// maxEntry is the number of words in the longest entry that is found.
const maxEntry = 9

// Lists are hashed names: of each entry the hash of its normalized words, with a
// bit for each list it stands in; and of each beginning of an entry, with
// bit 15, so that the search can go on.
type Lists map[uint32]uint16

const listPrefix = 1 << 15

// AddWord extends the hash of an entry by a normalized word.
func AddWord(h uint32, word []byte) uint32 {
	return mix(h*31 + Hash(word) + 1)
}

// Add puts an entry, cut into words, into list.
func (l Lists) Add(list int, words []string) {
	if len(words) == 0 || len(words) > maxEntry || list >= MaxLists {
		return
	}
	var h uint32
	var buf [2 * maxNormal]byte
	for i, w := range words {
		h = AddWord(h, Normalize(buf[:0], w))
		if i+1 < len(words) {
			l[h] |= listPrefix
		} else {
			l[h] |= 1 << list
		}
	}
}

// markLists sets the flags of lists: the longest entry of each list at each
// word. Entries begin with a capital in the text, or with any word where it has
// no small letters to tell capitals by.
func (m *Model) markLists(words []Word, tokens []string, cases []uint8) {
	if len(m.Lists) == 0 {
		return
	}
	var buf [2 * maxNormal]byte
	for i := range tokens {
		if c := cases[i]; c == CaseLower || c == CaseNone {
			continue
		}
		var h uint32
		var longest [MaxLists]int
		for n := 0; n < maxEntry && i+n < len(tokens); n++ {
			h = AddWord(h, Normalize(buf[:0], tokens[i+n]))
			bits := m.Lists[h]
			for l := 0; l < MaxLists && bits&(listPrefix-1) != 0; l++ {
				if bits&(1<<l) != 0 {
					longest[l] = n + 1
				}
			}
			if bits&listPrefix == 0 {
				break
			}
		}
		for l, n := range longest {
			for j := range n {
				flag := flagLists + 2*l
				if j > 0 {
					flag++
				}
				words[i+j].Flags |= 1 << flag
			}
		}
	}
}
