// Package storetest has the conformance suite that every store passes.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/store"
)

// Run holds a store to the contract of [store.Store]. open returns an empty one;
// reopen, where the store lasts, closes and opens it again, and is nil otherwise.
func Run(t *testing.T, open func(t *testing.T) store.Store, reopen func(t *testing.T, s store.Store) store.Store) {
	for name, test := range map[string]func(*testing.T, store.Store){
		"get what was put":                  getWhatWasPut,
		"kinds don't meet":                  kindsDontMeet,
		"since is in order of change":       sinceOrder,
		"an equal record doesn't flow on":   equalDoesNotFlow,
		"a deletion flows like any other":   deletionFlows,
		"cursors are kept by name":          cursors,
		"a cancelled batch leaves no trace": cancelled,
		"data is the caller's":              dataIsTheCallers,
		"concurrent commits":                concurrent,
		"empty and large data":              sizes,
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			test(t, s)
			if err := s.Close(); err != nil {
				t.Errorf("close: %v", err)
			}
		})
	}
	if reopen != nil {
		t.Run("what was committed is there after reopening", func(t *testing.T) { lasts(t, open(t), reopen) })
	}
}

var ctx = context.Background()

func commit(t *testing.T, s store.Store, b store.Batch) {
	t.Helper()
	if err := s.Commit(ctx, b); err != nil {
		t.Fatal(err)
	}
}

func article(key, data string) store.Record {
	return store.Record{Kind: store.Article, Key: key, Version: 1, Data: []byte(data)}
}

// keys lists what Since gives as "key=data", deleted ones as "key!".
func keys(t *testing.T, s store.Store, kind store.Kind, after int64, limit int) []string {
	t.Helper()
	records, err := s.Since(ctx, kind, after, limit)
	if err != nil {
		t.Fatal(err)
	}
	found := []string{}
	last := after
	for _, r := range records {
		if r.Seq <= last {
			t.Errorf("sequence %d after %d", r.Seq, last)
		}
		last = r.Seq
		if r.Deleted {
			found = append(found, r.Key+"!")
		} else {
			found = append(found, r.Key+"="+string(r.Data))
		}
	}
	return found
}

func want(t *testing.T, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want (-) got (+):\n%s", diff)
	}
}

func getWhatWasPut(t *testing.T, s store.Store) {
	if _, err := s.Get(ctx, store.Article, "a1"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("get from an empty store: %v", err)
	}
	commit(t, s, store.Batch{Put: []store.Record{article("a1", "one"), article("a2", "two")}})
	r, err := s.Get(ctx, store.Article, "a2")
	if err != nil {
		t.Fatal(err)
	}
	want(t, r, store.Record{Kind: store.Article, Key: "a2", Seq: 2, Version: 1, Data: []byte("two")})
}

func kindsDontMeet(t *testing.T, s store.Store) {
	var batch store.Batch
	for _, kind := range store.Kinds {
		batch.Put = append(batch.Put, store.Record{Kind: kind, Key: "k", Data: []byte(kind)})
	}
	commit(t, s, batch)
	for _, kind := range store.Kinds {
		want(t, keys(t, s, kind, 0, 10), []string{"k=" + string(kind)})
	}
}

func sinceOrder(t *testing.T, s store.Store) {
	commit(t, s, store.Batch{Put: []store.Record{article("b", "1"), article("a", "2"), article("c", "3")}})
	commit(t, s, store.Batch{Put: []store.Record{article("b", "4")}})
	want(t, keys(t, s, store.Article, 0, 10), []string{"a=2", "c=3", "b=4"})
	want(t, keys(t, s, store.Article, 0, 2), []string{"a=2", "c=3"})
	want(t, keys(t, s, store.Article, 3, 10), []string{"b=4"})
	want(t, keys(t, s, store.Article, 4, 10), []string{})
	n, err := s.Count(ctx, store.Article, 2)
	if err != nil || n != 2 {
		t.Errorf("count: %d, %v; want 2", n, err)
	}
}

func equalDoesNotFlow(t *testing.T, s store.Store) {
	commit(t, s, store.Batch{Put: []store.Record{article("a1", "one")}})
	newer := article("a1", "one")
	newer.Version = 2
	commit(t, s, store.Batch{Put: []store.Record{newer}})
	want(t, keys(t, s, store.Article, 1, 10), []string{})
	r, err := s.Get(ctx, store.Article, "a1")
	if err != nil || r.Version != 2 || r.Seq != 1 {
		t.Errorf("version %d, sequence %d, %v; want 2, 1", r.Version, r.Seq, err)
	}
}

func deletionFlows(t *testing.T, s store.Store) {
	commit(t, s, store.Batch{Put: []store.Record{article("a1", "one"), article("a2", "two")}})
	commit(t, s, store.Batch{Put: []store.Record{{Kind: store.Article, Key: "a1", Deleted: true}}})
	if _, err := s.Get(ctx, store.Article, "a1"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("get of a deleted record: %v", err)
	}
	want(t, keys(t, s, store.Article, 2, 10), []string{"a1!"})
	commit(t, s, store.Batch{Put: []store.Record{article("a1", "one")}})
	want(t, keys(t, s, store.Article, 3, 10), []string{"a1=one"})
}

func cursors(t *testing.T, s store.Store) {
	commit(t, s, store.Batch{Cursor: "x", At: 5})
	commit(t, s, store.Batch{Cursor: "y", At: 7})
	commit(t, s, store.Batch{Cursor: "x", At: 6})
	for name, at := range map[string]int64{"x": 6, "y": 7, "z": 0} {
		if got, err := s.Cursor(ctx, name); err != nil || got != at {
			t.Errorf("cursor %s: %d, %v; want %d", name, got, err, at)
		}
	}
}

func cancelled(t *testing.T, s store.Store) {
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if err := s.Commit(gone, store.Batch{Put: []store.Record{article("a1", "one")}, Cursor: "x", At: 1}); !errors.Is(err, context.Canceled) {
		t.Errorf("commit under a cancelled context: %v", err)
	}
	want(t, keys(t, s, store.Article, 0, 10), []string{})
	if at, err := s.Cursor(ctx, "x"); at != 0 || err != nil {
		t.Errorf("cursor: %d, %v", at, err)
	}
}

func dataIsTheCallers(t *testing.T, s store.Store) {
	data := []byte("one")
	commit(t, s, store.Batch{Put: []store.Record{{Kind: store.Article, Key: "a1", Data: data}}})
	data[0] = 'X'
	r, err := s.Get(ctx, store.Article, "a1")
	if err != nil {
		t.Fatal(err)
	}
	r.Data[1] = 'X'
	want(t, keys(t, s, store.Article, 0, 10), []string{"a1=one"})
}

func concurrent(t *testing.T, s store.Store) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for j := range 10 {
				if err := s.Commit(ctx, store.Batch{Put: []store.Record{article(fmt.Sprintf("a%d-%d", i, j), "x")}}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if got := keys(t, s, store.Article, 0, 1000); len(got) != 80 {
		t.Errorf("%d records; want 80", len(got))
	}
}

func sizes(t *testing.T, s store.Store) {
	big := make([]byte, 4<<20)
	commit(t, s, store.Batch{Put: []store.Record{
		{Kind: store.Document, Key: "empty"},
		{Kind: store.Document, Key: "big", Data: big},
	}})
	for key, size := range map[string]int{"empty": 0, "big": len(big)} {
		r, err := s.Get(ctx, store.Document, key)
		if err != nil || len(r.Data) != size {
			t.Errorf("%s: %d bytes, %v; want %d", key, len(r.Data), err, size)
		}
	}
}

func lasts(t *testing.T, s store.Store, reopen func(*testing.T, store.Store) store.Store) {
	commit(t, s, store.Batch{Put: []store.Record{article("a1", "one")}, Cursor: "x", At: 1})
	s = reopen(t, s)
	want(t, keys(t, s, store.Article, 0, 10), []string{"a1=one"})
	if at, err := s.Cursor(ctx, "x"); at != 1 || err != nil {
		t.Errorf("cursor: %d, %v", at, err)
	}
	commit(t, s, store.Batch{Put: []store.Record{article("a2", "two")}})
	want(t, keys(t, s, store.Article, 1, 10), []string{"a2=two"})
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
