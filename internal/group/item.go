package group

import (
	"math"
	"strings"
	"time"

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
	title   = iota // the title's words
	lead           // the words of the first leadWords of the text
	body           // the words of the first bodyWords of it
	phrases        // pairs of neighbouring words, one in four: near-copies
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
	whole    // people by their whole names
	doubles  // pairs of neighbouring capitalised words: streets, schools, people
	sites    // streets, hospitals, schools
	clocks   // times of day
	eventDays
	quotes // three words in a row that somebody is quoted with
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
	outlet uint32    // a hash; 0: not known

	// The terms, field by field and in order of their hashes: a word, a name or a
	// number as a hash, and how often it stands there.
	hashes []uint32
	counts []uint8
	ends   [fields]uint16 // where each field's terms end
}

// terms returns where the terms of a field are.
func (i *Item) terms(field int) (from, to int) {
	if field > 0 {
		from = int(i.ends[field-1])
	}
	return from, int(i.ends[field])
}

// NewItem takes from a report what grouping looks at.
func NewItem(r annotate.Report) Item {
	item := Item{ID: r.ID}
	if r.Outlet != "" {
		item.outlet = max(1, hash(r.Outlet))
	}
	if t, precision, ok := isotime.Parse(r.Published.Time); ok && precision >= isotime.Day {
		item.Time = t
	}
	b := bags.Get().(*bag)
	defer bags.Put(b)
	leadEnd := b.text(r.Text, r.TitleSpan)
	if r.TitleSpan.Empty() {
		eachWord(r.Title, func(w word) bool { b.add(title, w.hash, 1); b.add(head, w.hash, 1); return true })
	}
	for _, chain := range r.Mentions.Chains {
		b.name(r, chain, leadEnd)
	}
	b.values(r, leadEnd)
	for _, q := range r.Quotations {
		if q.Form != account.Indirect {
			b.quotation(r.Text, q.Content)
		}
	}
	item.hashes, item.counts, item.ends = b.terms()
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
		if w.number {
			b.add(numbers, w.hash, 1)
		}
		if w.capital && !w.first {
			b.add(capitals, w.hash, 1)
		}
		if last.end > 0 {
			b.pair(last, w)
		}
		last = w
		return n < bodyWords
	})
	return leadEnd
}

// pair adds what two neighbouring words say.
func (b *bag) pair(last, w word) {
	both := then(last.hash, w.hash)
	if both&3 == 0 { // a sample that every article takes alike
		b.add(phrases, both, 1)
	}
	if last.number {
		b.add(numbers, both, 1)
	}
	if w.start-last.end > 2 {
		return
	}
	if last.capital && w.capital {
		b.add(doubles, both, 1)
	}
	switch siteKind(w.hash) {
	case street:
		if last.capital || last.number {
			b.add(sites, last.hash, 1)
		}
	case house:
		if last.capital && w.capital {
			b.add(sites, both, 1)
		}
	case block:
		if last.number {
			b.add(sites, both, 1)
		}
	}
}

// What a word that ends the name of a site says it is.
const (
	street = 1 + iota
	house
	block
)

// siteWords are such words in a table by their hashes' upper bits, those that meet
// in the next free places.
var siteWords = func() (table [1 << 12]struct {
	hash uint32
	kind int
}) {
	for kind, list := range [...]string{
		street: "street st avenue ave road rd boulevard blvd drive dr lane highway court way parkway terrace circle",
		house: "hospital school university college church park apartments center centre mall station airport bridge " +
			"club bar hotel motel plaza store stadium mosque synagogue market restaurant inn prison factory",
		block: "block",
	} {
		for w := range strings.FieldsSeq(list) {
			at := hash(w) >> 20
			for table[at].kind != 0 {
				at = (at + 1) % (1 << 12)
			}
			table[at].hash, table[at].kind = hash(w), kind
		}
	}
	return table
}()

// siteKind says what a word is at the end of a site's name, or 0.
func siteKind(hash uint32) int {
	for at := hash >> 20; siteWords[at].kind != 0; at = (at + 1) % (1 << 12) {
		if siteWords[at].hash == hash {
			return siteWords[at].kind
		}
	}
	return 0
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
	n, inLead := 0, false
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
	all := uint32(2166136261)
	words := 0
	eachWord(chain.Name, func(w word) bool {
		add(w.hash)
		all = then(all, w.hash)
		words++
		return true
	})
	if words > 1 {
		add(all)
		if field == people {
			b.add(whole, all, 1)
		}
	}
}

// values adds days, times of day and ages.
func (b *bag) values(r annotate.Report, leadEnd int) {
	for _, t := range r.Times {
		if len(t.Value) >= 10 && t.Value[4] == '-' && t.Value[0] != 'X' {
			day := hash(t.Value[:10])
			b.add(days, day, 1)
			if t.Start < leadEnd {
				b.add(eventDays, day, 1)
			}
		}
		if i := strings.IndexByte(t.Value, 'T'); t.Type == "TIME" && i >= 0 && len(t.Value) >= i+6 {
			b.add(clocks, hash(t.Value[i:i+6]), 1)
		}
	}
	for _, q := range r.Quantities {
		if q.Kind == quantities.Age && q.Low != nil && *q.Low >= 0 && *q.Low < math.MaxInt16 {
			b.add(ages, uint32(*q.Low), 1)
		}
	}
}

// quotation adds the words of a quotation, three by three.
func (b *bag) quotation(text string, content []span.Span) {
	for _, s := range content {
		var before, last uint32
		n := 0
		eachWord(s.In(text), func(w word) bool {
			if before != 0 {
				b.add(quotes, then(then(before, last), w.hash), 1)
			}
			before, last = last, w.hash
			n++
			return n < bodyWords
		})
	}
}
