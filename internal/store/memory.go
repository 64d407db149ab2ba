package store

import (
	"bytes"
	"context"
	"sort"
	"sync"
)

// memory is a store that lasts as long as the program.
type memory struct {
	mu      sync.RWMutex
	seq     int64
	records map[Kind]map[string]*Record
	order   map[Kind][]*Record // by Seq; a record that moved on leaves a stale copy
	cursors map[string]int64
}

// NewMemory returns an empty store in memory.
func NewMemory() Store {
	return &memory{
		records: map[Kind]map[string]*Record{},
		order:   map[Kind][]*Record{},
		cursors: map[string]int64{},
	}
}

func (m *memory) Commit(ctx context.Context, batch Batch) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, r := range batch.Put {
		m.put(r)
	}
	if batch.Cursor != "" {
		m.cursors[batch.Cursor] = batch.At
	}
	return nil
}

func (m *memory) put(r Record) {
	byKey := m.records[r.Kind]
	if byKey == nil {
		byKey = map[string]*Record{}
		m.records[r.Kind] = byKey
	}
	old := byKey[r.Key]
	if old != nil && old.Deleted == r.Deleted && bytes.Equal(old.Data, r.Data) {
		old.Version = r.Version
		return
	}
	m.seq++
	r.Seq = m.seq
	r.Data = bytes.Clone(r.Data)
	byKey[r.Key] = &r
	m.order[r.Kind] = append(m.order[r.Kind], &r)
}

func (m *memory) Get(_ context.Context, kind Kind, key string) (Record, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	r := m.records[kind][key]
	if r == nil || r.Deleted {
		return Record{}, ErrNotFound
	}
	return copied(r), nil
}

// copied gives a record whose data the caller may keep and change.
func copied(r *Record) Record {
	c := *r
	c.Data = bytes.Clone(r.Data)
	return c
}

// since returns the live entries of a kind's order after a number.
func (m *memory) since(kind Kind, after int64, each func(*Record) bool) {
	order := m.order[kind]
	first := sort.Search(len(order), func(i int) bool { return order[i].Seq > after })
	for _, r := range order[first:] {
		if m.records[kind][r.Key] == r && !each(r) {
			return
		}
	}
}

func (m *memory) Since(_ context.Context, kind Kind, after int64, limit int) ([]Record, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var found []Record
	m.since(kind, after, func(r *Record) bool {
		if len(found) < limit {
			found = append(found, copied(r))
		}
		return len(found) < limit
	})
	return found, nil
}

func (m *memory) Count(_ context.Context, kind Kind, after int64) (int, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	n := 0
	m.since(kind, after, func(*Record) bool { n++; return true })
	return n, nil
}

func (m *memory) Cursor(_ context.Context, name string) (int64, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.cursors[name], nil
}

func (m *memory) Close() error { return nil }
