package group

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/mentions"
	"stemma/internal/annotate/quantities"
	"stemma/internal/isotime"
	"stemma/internal/span"
)

// The fields of an article, each compared by itself: look-alike events are told
// apart by places, people and numbers, and reports in different words are joined
// by them.
const (
	title = iota // the title's words
	lead         // the words of the first leadWords of the text
	body         // the words of the first bodyWords of it
	pairs        // pairs of neighbouring words: near-copies
	people
	organizations
	places
	numbers  // numbers with the word behind them
	capitals // words that stand capitalised in the midst of a sentence: names that nothing else found
	days     // what days the text speaks of
	head     // the words of title and lead together
	who      // people named in title and lead
	where    // places named there: where it happened, as a rule
	ages     // of people: they tell victims of one name or none apart
	fields
)

const (
	leadWords = 70
	bodyWords = 600
)

// An Item is what grouping looks at in an article. It is not changed after it
// was made.
type Item struct {
	ID     string
	Time   time.Time // zero: not known to the day
	outlet string
	terms  [fields][]term
}

// A term is a word, a name or a number as a hash, with 1 + log of how often it
// stands in the field. The terms of a field are in order of their hashes.
type term struct {
	hash  uint32
	count float32
}

// NewItem takes from a report what grouping looks at.
func NewItem(r annotate.Report) Item {
	item := Item{ID: r.ID, outlet: r.Outlet}
	if t, precision, ok := isotime.Parse(r.Published.Time); ok && precision >= isotime.Day {
		item.Time = t
	}
	b := newBag()
	leadEnd := b.text(r.Text, r.TitleSpan)
	if r.TitleSpan.Empty() {
		eachWord(r.Title, func(w word) bool { b.add(title, w.hash, 1); b.add(head, w.hash, 1); return true })
	}
	for _, chain := range r.Mentions.Chains {
		b.name(r, chain, leadEnd)
	}
	for _, t := range r.Times {
		if len(t.Value) >= 10 && t.Value[4] == '-' && t.Value[0] != 'X' {
			b.add(days, hash(t.Value[:10]), 1)
		}
	}
	for _, q := range r.Quantities {
		if q.Kind == quantities.Age && q.Low != nil {
			b.add(ages, hash(strconv.Itoa(int(*q.Low))), 1)
		}
	}
	for f := range item.terms {
		item.terms[f] = b.terms(f)
	}
	return item
}

// text adds the words of a text, whose title stands at the span given, and
// returns where the lead ends.
func (b *bag) text(text string, heading span.Span) (leadEnd int) {
	n := 0
	var last word
	eachWord(text, func(w word) bool {
		if heading.Contains(span.Span{Start: w.start, End: w.end}) {
			b.add(title, w.hash, 1)
			b.add(head, w.hash, 1)
			return true
		}
		n++
		if n <= leadWords {
			b.add(lead, w.hash, 1)
			b.add(head, w.hash, 1)
			leadEnd = w.end
		}
		b.add(body, w.hash, 1)
		if last.end > 0 {
			b.add(pairs, last.hash*16777619^w.hash, 1)
			if last.number {
				b.add(numbers, last.hash*16777619^w.hash, 1)
			}
		}
		if w.number {
			b.add(numbers, w.hash, 1)
		}
		if w.capital && !w.first {
			b.add(capitals, w.hash, 1)
		}
		last = w
		return n < bodyWords
	})
	return leadEnd
}

// name adds what a chain is called, whole and by its words: another report may
// have the surname alone.
func (b *bag) name(r annotate.Report, chain mentions.Chain, leadEnd int) {
	field, early := -1, -1
	switch chain.Type {
	case account.Person:
		field, early = people, who
	case account.Organization:
		field = organizations
	case account.Place:
		field, early = places, where
	default:
		return
	}
	n, inLead := 0.0, false
	for _, m := range chain.Mentions {
		m := r.Mentions.Mentions[m]
		if m.Form == mentions.ByName {
			n++
		}
		inLead = inLead || m.Start < leadEnd
	}
	if n == 0 || chain.Name == "" {
		return
	}
	add := func(term uint32) {
		b.add(field, term, n)
		if inLead && early >= 0 {
			b.add(early, term, 1)
		}
	}
	whole := uint32(2166136261)
	words := 0
	eachWord(chain.Name, func(w word) bool {
		add(w.hash)
		whole = whole*16777619 ^ w.hash
		words++
		return true
	})
	if words > 1 {
		add(whole)
	}
}

// A word of a text.
type word struct {
	start, end int
	hash       uint32 // of its lower case
	capital    bool   // begins with an upper-case letter
	first      bool   // of its sentence, as far as one can see
	number     bool
}

// eachWord calls do for each run of letters and digits, until it returns false.
// An apostrophe ends a word, so that a genitive doesn't hide a name.
func eachWord(text string, do func(word) bool) {
	first := true
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			if r == '.' || r == '!' || r == '?' || r == '\n' || r == '"' || r == '“' || r == ':' {
				first = true
			}
			i += size
			continue
		}
		w := word{start: i, capital: unicode.IsUpper(r), number: unicode.IsDigit(r), first: first}
		h := uint32(2166136261)
		for i < len(text) {
			r, size = utf8.DecodeRuneInString(text[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !(w.number && (r == ',' || r == '.') && i+size < len(text) && text[i+size] >= '0' && text[i+size] <= '9') {
				break
			}
			if r != ',' {
				h = (h ^ uint32(unicode.ToLower(r))) * 16777619
			}
			i += size
		}
		w.end, w.hash = i, h
		if w.end-w.start > 1 || w.number {
			if !do(w) {
				return
			}
		}
		first = false
	}
}

func hash(s string) uint32 {
	h := uint32(2166136261)
	for _, r := range strings.ToLower(s) {
		h = (h ^ uint32(r)) * 16777619
	}
	return h
}

// A bag counts terms by field.
type bag struct{ counts [fields]map[uint32]float64 }

func newBag() *bag {
	b := new(bag)
	for f := range b.counts {
		b.counts[f] = map[uint32]float64{}
	}
	return b
}

func (b *bag) add(field int, term uint32, n float64) { b.counts[field][term] += n }

func (b *bag) terms(field int) []term {
	all := make([]term, 0, len(b.counts[field]))
	for h, n := range b.counts[field] {
		all = append(all, term{h, float32(1 + math.Log(n))})
	}
	slices.SortFunc(all, func(x, y term) int { return cmp.Compare(x.hash, y.hash) })
	return all
}
