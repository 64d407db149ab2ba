package lists

import (
	"hash/fnv"
	"slices"
	"strings"

	"stemma/account"
	"stemma/internal/names"
)

// Sure is the score of names.Compare from which an entry is found by a name that
// it hasn't: higher than what takes two names of one story for one, since a list
// knows more people than a story.
const Sure = 0.9

const (
	wide   = 256 // names of a block that are compared with a name
	ahead  = .02 // what the best entry must score above the next to be the only one
	most   = 8   // candidates that are named
	parts  = 5   // words of a name that make keys by sound
	letter = 6   // least letters of a name of one word that is found by its sound
)

// A key points from the hash of a key to a name.
type key struct{ hash, name uint32 }

func hash(kind byte, text string) uint32 {
	h := fnv.New32a()
	h.Write([]byte{kind})
	h.Write([]byte(text))
	return h.Sum32()
}

// index makes the keys of all names.
func (l *Lists) index() {
	type keys struct {
		exact  uint32
		sounds []uint32
	}
	made := make([]keys, len(l.names))
	each(len(l.names), func(i int) {
		words := wordsOf(l.names[i].text)
		made[i] = keys{hash('=', strings.Join(words, " ")), soundsOf(words)}
	})
	count := 0
	for _, k := range made {
		count += len(k.sounds)
	}
	l.exact, l.sounds = make([]key, 0, len(made)), make([]key, 0, count)
	for i, k := range made {
		l.exact = append(l.exact, key{k.exact, uint32(i)})
		for _, s := range k.sounds {
			l.sounds = append(l.sounds, key{s, uint32(i)})
		}
	}
	slices.SortFunc(l.exact, compareKeys)
	slices.SortFunc(l.sounds, compareKeys)
}

func compareKeys(a, b key) int {
	switch {
	case a.hash < b.hash || a.hash == b.hash && a.name < b.name:
		return -1
	case a == b:
		return 0
	}
	return 1
}

// named are the names under a hash, at most wide of them.
func named(keys []key, hash uint32) []key {
	i, _ := slices.BinarySearchFunc(keys, key{hash, 0}, compareKeys)
	j := i
	for j < len(keys) && keys[j].hash == hash && j-i < wide {
		j++
	}
	return keys[i:j]
}

// wordsOf are the folded words of a name in order of the alphabet: "Shtyrkov,
// Sergei" and "Sergei Shtyrkov" have the same.
func wordsOf(text string) []string {
	words := strings.Fields(names.Fold(text))
	if len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	slices.Sort(words)
	return words
}

// soundsOf are the keys by which names that are spelled otherwise are found: two
// words by their sounds; of a name of one long word, that.
func soundsOf(words []string) []uint32 {
	if len(words) == 1 {
		if len(words[0]) < letter {
			return nil
		}
		return []uint32{hash('1', names.Sound(words[0]))}
	}
	var sounds []string
	for _, w := range words {
		if len(w) > 2 && len(sounds) < parts {
			sounds = append(sounds, names.Sound(w))
		}
	}
	slices.Sort(sounds)
	var keys []uint32
	for i, a := range sounds {
		for _, b := range sounds[i+1:] {
			keys = append(keys, hash('2', a+" "+b))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Found is what the lists know of a name. Entry is the one that it stands for, or
// nil: where several may be meant, Candidates has them, the likeliest first.
type Found struct {
	Entry      *account.Listed
	Candidates []account.Listed
}

// Find looks up what goes by the names, which are all of one, of a type of the
// account or "". A person's surname alone says nothing where a fuller name is
// there. Entries of another type are found by a name of several words that is
// equal, and else not at all.
func (l *Lists) Find(spellings []string, kind string) Found {
	if l.Len() == 0 {
		return Found{}
	}
	var full []string
	for _, s := range spellings {
		if len(strings.Fields(s)) > 1 {
			full = append(full, s)
		}
	}
	if kind == account.Person && len(full) > 0 {
		spellings = full
	}
	scores := newScores(l)
	for _, s := range spellings {
		l.findExact(scores, s, kind)
	}
	if len(scores.of) == 0 {
		for _, s := range spellings {
			l.findAlike(scores, s, kind)
		}
	}
	return scores.found()
}

// findExact scores 1 for each entry that has the name.
func (l *Lists) findExact(s *scores, spelling, kind string) {
	words := wordsOf(spelling)
	if len(words) == 0 {
		return
	}
	whole := strings.Join(words, " ")
	seen := map[uint32]bool{}
	for _, k := range named(l.exact, hash('=', whole)) {
		n := l.names[k.name]
		if !fits(kind, l.entries[n.entry].kind, len(words) > 1) || strings.Join(wordsOf(n.text), " ") != whole {
			continue
		}
		if e := s.one(n.entry); !seen[e] {
			seen[e] = true
			s.of[e]++
		}
	}
}

// findAlike scores the entries whose names are alike.
func (l *Lists) findAlike(s *scores, spelling, kind string) {
	words := wordsOf(spelling)
	if len(words) == 1 && kind == account.Person {
		return // a surname has too many that sound like it
	}
	var own names.Name
	for _, h := range soundsOf(words) {
		for _, k := range named(l.sounds, h) {
			n := l.names[k.name]
			if !fits(kind, l.entries[n.entry].kind, false) || kind != account.Person && len(strings.Fields(n.text)) != len(words) {
				continue
			}
			if own.Empty() {
				own = names.Parse(spelling, kindsOfName[kind])
			}
			if score := names.Compare(own, names.Parse(n.text, kindsOfName[kind])); score >= Sure {
				e := s.one(n.entry)
				s.of[e] = max(s.of[e], score)
			}
		}
	}
}

var kindsOfName = map[string]names.Kind{account.Person: names.Person, account.Organization: names.Organization, account.Place: names.Place, account.Other: names.Organization}

// fits reports whether something that the reports take for one type may be an
// entry of another. Types are errors more often than long names meet by chance.
func fits(kind, entry string, long bool) bool {
	switch {
	case kind == entry || kind == "" || entry == "" && kind != account.Place || long:
		return true
	case entry == account.Other:
		return kind != account.Person
	}
	return false
}

// scores gather how well entries fit. Lines with one id are one entry.
type scores struct {
	list *Lists
	of   map[uint32]float64
}

func newScores(l *Lists) *scores { return &scores{l, map[uint32]float64{}} }

// one is the entry that stands for all lines of e's id.
func (s *scores) one(e uint32) uint32 {
	for o := range s.of {
		if s.list.compareEntries(o, e) == 0 {
			return o
		}
	}
	return e
}

func (s *scores) found() Found {
	if len(s.of) == 0 {
		return Found{}
	}
	var all []uint32
	for e := range s.of {
		all = append(all, e)
	}
	slices.SortFunc(all, func(a, b uint32) int {
		switch x, y := s.of[a], s.of[b]; {
		case x > y:
			return -1
		case x < y:
			return 1
		}
		return s.list.compareEntries(a, b)
	})
	if len(all) == 1 || s.of[all[0]] >= s.of[all[1]]+ahead {
		e := s.list.listed(all[0])
		return Found{Entry: &e}
	}
	f := Found{}
	for _, e := range all[:min(len(all), most)] {
		f.Candidates = append(f.Candidates, s.list.listed(e))
	}
	return f
}
