// Package group puts articles together that report one event, online: each
// article joins a story or opens one when it arrives.
//
//	g := group.New()
//	story := g.Add(group.NewItem(report))
//
// An article is compared with the earlier ones that share its rare words and
// names, field by field: title, lead, body, people, organizations, places,
// numbers, days, ages. A logistic regression over these likenesses and the days
// between, learnt from labelled streams, says how likely each pair reports one
// event; the article joins the story whose members speak for it most, taking
// the strongest and the average of them, unless all speak against. (The fields
// and the learnt decision after Miranda et al., "Multilingual Clustering of
// Streaming News", EMNLP 2018; the likeness in time after Saravanakumar et al.,
// EACL 2021.)
package group

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// Version of the stage: raised when its results change.
const Version = 2

const (
	// window is how far apart in time two reports of one event can lie: a trial
	// follows the crime by months.
	window = 400 * day
	// recent is how long an article is held in memory at least, and kept how many
	// are held however old: undated articles can join any of them.
	recent = 45 * day
	kept   = 10000
	// crowd is how many articles, the latest, are looked up by one term.
	crowd = 500
	// slope is how many days apart halve what two articles share, when those to
	// be compared are chosen.
	slope = 30
	// candidates is how many earlier articles an article is compared with.
	candidates = 30
	// indexed is how many of an article's terms, the rarest of each field, it can
	// be found by.
	indexed = 50
	// joins is the least evidence (logarithm of odds) by which an article joins a
	// story. It lies below 0 because a report kept out of its story costs the
	// later ones theirs.
	joins = -0.4
	// silent is the evidence of a story's member that wasn't even a candidate.
	silent = -4
	// strength is the share that the strongest member's word has in the evidence;
	// the rest is the average's.
	strength = 0.4
	// voters is how many members of a story are asked at most.
	voters = 20
	// sweepEvery is after how many articles the index is cleared of forgotten ones.
	sweepEvery = 4096
)

// A Grouper holds the stories that can still grow. It is not safe for concurrent
// use.
type Grouper struct {
	seen    *adaptive
	items   []*member // in order of arrival; nil for those forgotten
	oldest  int       // the first in items that isn't forgotten
	newest  time.Time
	index   map[posting][]int
	stories map[string]*story
	of      map[string]place
}

// A member is an article in its story.
type member struct {
	Item
	story *story
}

type story struct {
	id       string
	articles []string
}

// A place is where an article is: what is kept of it for good.
type place struct {
	story   *story
	arrival int
}

// A posting is a term of a field, by which articles are found.
type posting struct {
	field int
	hash  uint32
}

// New returns a grouper that has seen nothing.
func New() *Grouper {
	return &Grouper{seen: newAdaptive(), index: map[posting][]int{}, stories: map[string]*story{}, of: map[string]place{}}
}

// Add puts an article into the story that it reports and returns the story's
// id, which is that of its first article with "s" for "a".
func (g *Grouper) Add(item Item) string {
	g.seen.add(item, 1)
	if s := g.best(&item); s != nil {
		return g.put(s.id, item)
	}
	return g.put("s"+strings.TrimPrefix(item.ID, "a"), item)
}

// Restore puts an article into a story that it was put into before. A grouper to
// which the same articles are restored in the order of their arrival decides as
// the first one would have.
func (g *Grouper) Restore(id string, item Item) {
	g.seen.add(item, 1)
	g.put(id, item)
}

func (g *Grouper) put(id string, item Item) string {
	s := g.stories[id]
	if s == nil {
		s = &story{id: id}
		g.stories[id] = s
	}
	s.articles = append(s.articles, item.ID)
	g.of[item.ID] = place{s, len(g.items)}
	g.items = append(g.items, &member{item, s})
	for _, p := range g.postings(&item) {
		g.index[p.posting] = append(g.index[p.posting], len(g.items)-1)
	}
	g.forget(item.Time)
	return id
}

// forget lets go of articles that are neither recent nor among the last kept. An
// undated article goes when what arrived with it goes.
func (g *Grouper) forget(now time.Time) {
	if now.After(g.newest) {
		g.newest = now
	}
	for g.oldest < len(g.items) {
		m := g.items[g.oldest]
		if len(g.items)-g.oldest <= kept || m != nil && !m.Time.IsZero() && g.newest.Sub(m.Time) <= recent {
			break
		}
		g.items[g.oldest] = nil
		g.oldest++
	}
	if len(g.items)%sweepEvery != 0 {
		return
	}
	for p, found := range g.index {
		found = slices.DeleteFunc(found, func(i int) bool { return g.items[i] == nil })
		if len(found) == 0 {
			delete(g.index, p)
		} else {
			g.index[p] = found
		}
	}
}

// best finds the story that an article belongs to, or nil.
func (g *Grouper) best(item *Item) *story {
	w := weights()
	votes := map[*story][]float64{}
	var order []*story
	for _, i := range g.near(item) {
		m := g.items[i]
		f := g.likeness(item, &m.Item)
		if votes[m.story] == nil {
			order = append(order, m.story)
		}
		votes[m.story] = append(votes[m.story], f.odds(&w))
	}
	var best *story
	most := float64(joins)
	for _, s := range order {
		if e := evidence(votes[s], len(s.articles)); e > most {
			best, most = s, e
		}
	}
	return best
}

// evidence takes together what the members of a story say: the strongest and
// the average.
func evidence(votes []float64, members int) float64 {
	asked := max(min(members, voters), len(votes))
	sum := silent * float64(asked-len(votes))
	for _, v := range votes {
		sum += v
	}
	return strength*slices.Max(votes) + (1-strength)*sum/float64(asked)
}

// near finds the earlier articles that share the most with an article, by their
// indexed terms, in order of arrival.
func (g *Grouper) near(item *Item) []int {
	from := g.oldest
	shared := make([]float64, len(g.items)-from)
	var all []found
	for _, p := range g.postings(item) {
		posted := g.index[p.posting]
		for _, i := range posted[max(0, len(posted)-crowd):] {
			if i < from || g.items[i] == nil {
				continue
			}
			if shared[i-from] == 0 {
				all = append(all, found{at: i})
			}
			shared[i-from] += p.weight
		}
	}
	all = slices.DeleteFunc(all, func(f found) bool { return !within(item.Time, g.items[f.at].Time) })
	for k, f := range all {
		all[k].shared = shared[f.at-from]
		if apart, known := daysApart(item.Time, g.items[f.at].Time); known {
			all[k].shared /= 1 + apart/slope
		}
	}
	slices.SortFunc(all, func(x, y found) int {
		return cmp.Or(-cmp.Compare(x.shared, y.shared), cmp.Compare(x.at, y.at))
	})
	var near []int
	for _, f := range all[:min(len(all), candidates)] {
		near = append(near, f.at)
	}
	slices.Sort(near)
	return near
}

// found is an earlier article with what it shares.
type found struct {
	at     int
	shared float64
}

func within(a, b time.Time) bool {
	return a.IsZero() || b.IsZero() || a.Sub(b).Abs() <= window
}

// daysApart is how far two times lie from each other, where both are known.
func daysApart(a, b time.Time) (days float64, known bool) {
	if a.IsZero() || b.IsZero() {
		return 0, false
	}
	return a.Sub(b).Abs().Hours() / 24, true
}

// weighed is a posting with what it tells.
type weighed struct {
	posting
	weight float64
}

// postings are the rarest terms of the fields by which articles are found.
func (g *Grouper) postings(item *Item) []weighed {
	var all []weighed
	for _, field := range [...]int{title, body, people, places} {
		terms := make([]weighed, 0, len(item.terms[field]))
		for _, t := range item.terms[field] {
			r := g.seen.rarity(field, t.hash)
			if r > 0 {
				terms = append(terms, weighed{posting{field, t.hash}, float64(t.count) * r * r})
			}
		}
		slices.SortFunc(terms, func(x, y weighed) int {
			return cmp.Or(-cmp.Compare(x.weight, y.weight), cmp.Compare(x.hash, y.hash))
		})
		all = append(all, terms[:min(len(terms), indexed)]...)
	}
	return all
}

// Story returns the articles of a story, in the order they came.
func (g *Grouper) Story(id string) []string {
	if s := g.stories[id]; s != nil {
		return s.articles
	}
	return nil
}

// Of returns the story that an article is in.
func (g *Grouper) Of(article string) (story string, ok bool) {
	at, ok := g.of[article]
	if !ok {
		return "", false
	}
	return at.story.id, true
}

// Arrival returns the number of an article in the order of arrival.
func (g *Grouper) Arrival(article string) int { return g.of[article].arrival }

// Remove takes an article out of its story and returns the story's id, or "" if
// it is in none.
func (g *Grouper) Remove(article string) string {
	at, ok := g.of[article]
	if !ok {
		return ""
	}
	delete(g.of, article)
	if m := g.items[at.arrival]; m != nil {
		g.seen.add(m.Item, -1)
		g.items[at.arrival] = nil
	}
	at.story.articles = slices.DeleteFunc(at.story.articles, func(a string) bool { return a == article })
	return at.story.id
}
