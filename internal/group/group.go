// Package group puts articles together that report one event, online: each
// article joins a story or opens one when it arrives, and stories become one or
// fall apart as the evidence comes.
//
//	g := group.New(group.Settings{})
//	story := g.Add(group.NewItem(report))
//	store(g.Changes())
//
// An article is compared with the earlier ones in memory that share its rare words
// and names, field by field: title, lead, body, people, organizations, places,
// sites, numbers, days, ages, quotations. A small network, learnt from labelled
// streams, judges from these likenesses, the days between and how each candidate
// stands against its best rival how likely the two report one event. (The fields
// and the learnt decision after Miranda et al., "Multilingual Clustering of
// Streaming News", EMNLP 2018; the likeness in time after Saravanakumar et al.,
// EACL 2021.) What was compared is remembered as links. The stories that a new
// article is linked to are then put together again from their articles, the
// likest first, by average linkage. That gives nearly the same stories as if all
// links had been there from the start, whatever the order.
//
// A story's id is that of one of its articles, with "s" for "a". It stays with the
// article, or leads to the story that has it: no id that a reader may have is lost.
//
// What is stored: for each article a record of all that grouping needs of it
// (Changes.Members), and for each story its articles (Changes.Stories). From these
// Restore brings back a grouper that goes on exactly as the first would have.
// Memory holds the latest articles alone; older ones and their stories stay in the
// store.
package group

import (
	"slices"
	"strings"
	"time"
)

// Version of the stage: raised when its results change.
const Version = 3

// Settings are what a user may move. The zero value stands for the defaults.
type Settings struct {
	// Join is added to the evidence by which articles join a story and stories
	// one another, a logarithm of odds: above 0 stories grow larger, below 0 they
	// stay smaller.
	Join float64

	// Memory is how many articles, the latest, new ones are compared with; 20,000
	// if it is 0. Each takes about 10 KB.
	Memory int
}

const defaultMemory = 20000

// A Grouper holds the stories that can still grow. It is not safe for concurrent
// use.
type Grouper struct {
	Settings
	rare  *rarities
	index *index

	// The members, in order of arrival. Those from number base on are held; of
	// these, rare has counted those before epoch, and counts anew at number next.
	members           []*member // nil for those removed
	hours             []int32   // when each was published
	base, epoch, next int

	stories map[string]*story  // that have a member
	of      map[string]*member // by article
	changed changes
	scratch scratch
}

// A member is an article in its story.
type member struct {
	Item
	arrival int // its number in the order of arrival
	story   *story
	when    time.Time // its time, or the one that its story lets guess
	weights []float32 // of its terms, in this epoch
	links   []link    // to what it was compared with, earlier and later
}

// A link is the evidence that two articles report one event.
type link struct {
	to   int32   // number of arrival
	odds float32 // logarithm of the odds
}

// A story may have articles that have left memory; the others are its members.
// All are in order of arrival.
type story struct {
	id       string
	articles []string
	arrivals []int
	formerly []string // ids of stories that went into this one
	members  []*member
}

// New returns a grouper that has seen nothing.
func New(s Settings) *Grouper {
	if s.Memory <= 0 {
		s.Memory = defaultMemory
	}
	g := &Grouper{Settings: s, rare: newRarities(), index: newIndex(), stories: map[string]*story{}, of: map[string]*member{}}
	g.next = g.after(0)
	g.changed.clear()
	return g
}

// Add puts an article into the story that it reports and returns the story's
// id, which is that of one of its articles with "s" for "a". By what the article
// says, stories can become one or fall apart; Changes tells which.
func (g *Grouper) Add(item Item) string {
	m := g.arrive(item)
	g.link(m, g.compare(m))
	g.regroup(m)
	if m.when.IsZero() {
		m.guess()
	}
	return m.story.id
}

// guess gives an undated member the time of the article in its story that it is
// linked to most.
func (m *member) guess() {
	most := float32(faint)
	for _, x := range m.story.members {
		for _, l := range m.links {
			if int(l.to) == x.arrival && l.odds > most && !x.when.IsZero() {
				m.when, most = x.when, l.odds
			}
		}
	}
}

// storyOf is the id of the story that an article opens.
func storyOf(article string) string { return "s" + strings.TrimPrefix(article, "a") }

// Of returns the story that an article is in, if the article is in memory.
func (g *Grouper) Of(article string) (story string, ok bool) {
	m := g.of[article]
	if m == nil {
		return "", false
	}
	return m.story.id, true
}

// A Story is what is kept of a story. Articles and Arrivals, their numbers in the
// order of arrival over all stories, are parallel and in that order. Formerly are
// the ids of stories that went into this one.
type Story struct {
	ID       string
	Articles []string
	Arrivals []int
	Formerly []string
}

// Story returns a story that has an article in memory.
func (g *Grouper) Story(id string) (Story, bool) {
	s := g.stories[id]
	if s == nil {
		return Story{}, false
	}
	return s.public(), true
}

func (s *story) public() Story { return Story{s.id, s.articles, s.arrivals, s.formerly} }

// Held is the number of arrival of the first article in memory, and Arrivals how
// many there have been.
func (g *Grouper) Held() int     { return g.base }
func (g *Grouper) Arrivals() int { return g.base + len(g.members) }

// Forget says that an article that has left memory was taken out of its story.
func (g *Grouper) Forget(story, article string) {
	if s := g.stories[story]; s != nil {
		s.drop(article)
	}
}

// Remove takes an article in memory out of its story, and reports whether it was
// there.
func (g *Grouper) Remove(article string) bool {
	m := g.of[article]
	if m == nil {
		return false
	}
	s := m.story
	s.drop(article)
	s.members = slices.DeleteFunc(s.members, func(x *member) bool { return x == m })
	if len(s.members) == 0 {
		delete(g.stories, s.id)
	}
	g.changed.story(s)
	delete(g.changed.members, article)
	delete(g.of, article)
	g.members[m.arrival-g.base] = nil
	for _, l := range m.links {
		if x := g.at(int(l.to)); x != nil {
			x.links = slices.DeleteFunc(x.links, func(l link) bool { return int(l.to) == m.arrival })
		}
	}
	if m.arrival < g.epoch {
		g.rare.add(&m.Item, -1)
	}
	g.changed.stale = true
	// A grouper that is restored can't know of a last article that is gone.
	for n := len(g.members); n > 0 && g.members[n-1] == nil; n-- {
		g.members, g.hours = g.members[:n-1], g.hours[:n-1]
	}
	return true
}

func newStory(s Story) *story {
	return &story{id: s.ID, articles: s.Articles, arrivals: s.Arrivals, formerly: s.Formerly}
}
