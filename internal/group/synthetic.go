package group

import (
	"fmt"
	"math/rand"
	"time"
)

// A Synthetic makes a stream of articles in invented words without end, to see
// how a grouper behaves over millions of them: each reports one of the events of
// its hour, in words of the event's own and in common ones.
type Synthetic struct {
	random *rand.Rand
	n      int
}

// NewSynthetic returns a stream that is the same for the same seed.
func NewSynthetic(seed int64) *Synthetic {
	return &Synthetic{random: rand.New(rand.NewSource(seed))}
}

const (
	commonWords   = 20000
	wordsEach     = 200
	eventsAtATime = 60
	articlesEach  = 4 // of an event, on the average
)

// Next returns the next article and the number of the event that it reports.
func (s *Synthetic) Next() (Item, int) {
	event := s.n/articlesEach + s.random.Intn(eventsAtATime)
	b := bags.Get().(*bag)
	defer bags.Put(b)
	for range wordsEach { // a few words are most of a text
		r := s.random.Float64()
		b.add(body, invented(0, int(commonWords*r*r*r)), 1)
	}
	for k := range 12 {
		if s.random.Intn(3) == 0 {
			continue // this report hasn't got it
		}
		w := invented(1+event, k)
		for _, f := range [...]int{lead, head, body, capitals, doubles} {
			b.add(f, w, 1)
		}
		if k < 4 {
			b.add(people, w, 1)
			b.add(who, w, 1)
		} else if k < 8 {
			b.add(title, w, 1)
		}
	}
	item := Item{outlet: uint32(1 + s.random.Intn(50)), ID: fmt.Sprint("a", s.n+1), Time: time.Date(2026, 1, 1, 0, s.n, 0, 0, time.UTC)}
	item.hashes, item.counts, item.ends = b.terms()
	s.n++
	return item, event
}

// invented is the hash of a word that nobody has said: the nth of a vocabulary.
func invented(vocabulary, n int) uint32 {
	return then(uint32(vocabulary)*0x9E3779B9, uint32(n)*2654435761)
}
