package group

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"time"
)

// record is what is stored of a member: all that is needed of it later, about 4
// KB. The story comes first, so that StoryIn needn't read the rest; then come the
// number of arrival, the times, the outlet, the links to earlier articles and the
// terms.
func (m *member) record() []byte {
	b := make([]byte, 0, 256+5*len(m.hashes))
	b = binary.AppendUvarint(b, uint64(len(m.story.id)))
	b = append(b, m.story.id...)
	b = binary.AppendUvarint(b, uint64(m.arrival))
	b = appendTime(b, m.Time)
	b = appendTime(b, m.when)
	b = binary.LittleEndian.AppendUint32(b, m.outlet)
	earlier := slices.DeleteFunc(slices.Clone(m.links), func(l link) bool { return int(l.to) > m.arrival })
	b = binary.AppendUvarint(b, uint64(len(earlier)))
	for _, l := range earlier {
		b = binary.AppendUvarint(b, uint64(m.arrival-int(l.to)))
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(l.odds))
	}
	for _, end := range m.ends {
		b = binary.AppendUvarint(b, uint64(end))
	}
	for _, h := range m.hashes {
		b = binary.LittleEndian.AppendUint32(b, h)
	}
	return append(b, m.counts...)
}

func appendTime(b []byte, t time.Time) []byte {
	if t.IsZero() {
		return append(b, 0)
	}
	return binary.AppendVarint(append(b, 1), t.Unix())
}

var errRecord = errors.New("a damaged record of an article in a story")

// StoryIn reads from an article's record which story it was put into. The story
// may have gone into another since.
func StoryIn(record []byte) (string, error) {
	r := reader{record}
	id := r.bytes(int(r.uvarint()))
	if r.rest == nil {
		return "", errRecord
	}
	return string(id), nil
}

// A reader reads a record. Behind its end it reads zeros, and rest is nil.
type reader struct{ rest []byte }

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.rest) {
		r.rest = nil
		return nil
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) uvarint() uint64 {
	x, n := binary.Uvarint(r.rest)
	r.bytes(cmp.Or(max(n, 0), math.MaxInt))
	if r.rest == nil {
		return 0
	}
	return x
}

func (r *reader) uint32() uint32 {
	if b := r.bytes(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

func (r *reader) time() time.Time {
	known := r.bytes(1)
	if known == nil || known[0] == 0 {
		return time.Time{}
	}
	x, n := binary.Varint(r.rest)
	r.bytes(cmp.Or(max(n, 0), math.MaxInt))
	return time.Unix(x, 0).UTC()
}

// member reads a record, and the id of the story.
func readMember(article string, record []byte) (m *member, story string, err error) {
	r := reader{record}
	story = string(r.bytes(int(r.uvarint())))
	m = &member{Item: Item{ID: article}, arrival: int(r.uvarint())}
	m.Time, m.when, m.outlet = r.time(), r.time(), r.uint32()
	links := r.uvarint()
	if links > uint64(len(r.rest)) || m.arrival < 0 || m.arrival > math.MaxInt32 {
		return nil, "", fmt.Errorf("%s: %w", article, errRecord)
	}
	for range links {
		back, odds := r.uvarint(), math.Float32frombits(r.uint32())
		if back == 0 || back > uint64(m.arrival) || odds != odds {
			return nil, "", fmt.Errorf("%s: %w", article, errRecord)
		}
		m.links = append(m.links, link{int32(m.arrival - int(back)), odds})
	}
	last := uint16(0)
	for f := range m.ends {
		m.ends[f] = uint16(r.uvarint())
		if m.ends[f] < last {
			r.rest = nil
		}
		last = m.ends[f]
	}
	if r.rest == nil || len(r.rest) != 5*int(last) {
		return nil, "", fmt.Errorf("%s: %w", article, errRecord)
	}
	m.hashes = make([]uint32, last)
	for i := range m.hashes {
		m.hashes[i] = r.uint32()
	}
	m.counts = slices.Clone(r.rest)
	if slices.ContainsFunc(m.counts, func(n uint8) bool { return n > most }) {
		return nil, "", fmt.Errorf("%s: %w", article, errRecord)
	}
	return m, story, nil
}

// Restore brings back the grouper whose Changes were stored. It is for one that
// has seen nothing. members are the records of articles, at least of the last
// ones that Held says; story is asked for the stories that they are in, also by
// an id that a story had formerly. A grouper that was restored goes on as the
// first one would have.
func (g *Grouper) Restore(members map[string][]byte, story func(id string) (Story, error)) error {
	var all []*member
	of := map[*member]string{}
	for article, record := range members {
		m, id, err := readMember(article, record)
		if err != nil {
			return err
		}
		all = append(all, m)
		of[m] = id
	}
	if len(all) == 0 {
		return nil
	}
	slices.SortFunc(all, func(x, y *member) int { return cmp.Compare(x.arrival, y.arrival) })
	total := all[len(all)-1].arrival + 1
	for g.next < total {
		g.epoch, g.next = g.next, g.after(g.next)
	}
	g.base = max(0, g.epoch-g.Memory)
	g.members, g.hours = make([]*member, total-g.base), make([]int32, total-g.base)
	for _, m := range all {
		if m.arrival < g.base {
			continue
		}
		if err := g.restore(m, of[m], story); err != nil {
			return err
		}
	}
	g.weigh()
	return nil
}

func (g *Grouper) restore(m *member, id string, story func(id string) (Story, error)) error {
	if g.members[m.arrival-g.base] != nil {
		return fmt.Errorf("%s and %s have one number of arrival", m.ID, g.members[m.arrival-g.base].ID)
	}
	s := g.stories[id]
	if s == nil {
		stored, err := story(id)
		if err != nil {
			return fmt.Errorf("story %s of %s: %w", id, m.ID, err)
		}
		if s = g.stories[stored.ID]; s == nil {
			s = newStory(stored)
			g.stories[s.id] = s
		}
	}
	if _, ok := slices.BinarySearch(s.arrivals, m.arrival); !ok {
		s.insert(m.ID, m.arrival) // the record of a damaged story lacks it
	}
	m.story = s
	s.members = append(s.members, m)
	g.members[m.arrival-g.base], g.hours[m.arrival-g.base] = m, hours(m.Time)
	g.of[m.ID] = m
	if m.arrival < g.epoch {
		g.rare.add(&m.Item, 1)
	}
	g.linkBack(m)
	return nil
}
