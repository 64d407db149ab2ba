package stemma

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/extract"
	"stemma/internal/render"
	"stemma/internal/store"
	"stemma/internal/trace"
)

func TestFind(t *testing.T) {
	t.Chdir(folder(t, reports))
	a := open(t, "", Options{})
	acc := brought(t, a, ".")
	ferry, orchestra := acc.Stories[0].ID, acc.Stories[1].ID
	for _, c := range []struct {
		name string
		q    Query
		want []string
	}{
		{"all", Query{}, []string{ferry, orchestra}},
		{"newest", Query{Newest: true}, []string{ferry, orchestra}},
		{"a limit", Query{Limit: 1}, []string{ferry}},
		{"since", Query{Since: "2024-03-05"}, []string{ferry, orchestra}},
		{"since, with a time", Query{Since: "2024-03-05T23:00"}, []string{ferry, orchestra}},
		{"since too late", Query{Since: "2024-03-06"}, nil},
		{"an outlet", Query{Outlet: "oldhaven herald"}, []string{ferry}},
		{"an outlet of both", Query{Outlet: "Skerry Today"}, []string{ferry, orchestra}},
		{"no such outlet", Query{Outlet: "Morning Gazette"}, nil},
		{"a name", Query{Entity: "Tove Lindqvist-Amadi"}, []string{orchestra}},
		{"another spelling", Query{Entity: "Ilse Brandwold"}, []string{ferry}},
		{"nobody", Query{Entity: "Zebulon Quarrel"}, nil},
		{"origins", Query{MinOrigins: 99}, nil},
		{"all at once", Query{Since: "2024-01-01", Outlet: "Northern Post", Entity: "Port Maren", MinOrigins: 1, Newest: true, Limit: 5}, []string{ferry}},
	} {
		list, err := a.Find(ctx, c.q)
		var got []string
		for _, s := range list {
			got = append(got, s.ID)
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
	}
}

func TestLookup(t *testing.T) {
	t.Chdir(folder(t, reports))
	a := open(t, "", Options{})
	acc := brought(t, a, ".")
	for _, s := range acc.Stories {
		if at, err := a.Lookup(ctx, s.ID); err != nil || at != (Place{Story: s.ID}) {
			t.Errorf("%s: %+v, %v", s.ID, at, err)
		}
	}
	for _, article := range acc.Articles {
		story := acc.Stories[slices.IndexFunc(acc.Stories, func(s *account.Story) bool { return slices.Contains(s.Articles, article.ID) })].ID
		refs := []string{article.ID, place(article.Document)}
		if article.Document.Record != "" {
			refs = append(refs, article.Document.Record)
		}
		for _, ref := range refs {
			if at, err := a.Lookup(ctx, ref); err != nil || at != (Place{Story: story, Article: article.ID}) {
				t.Errorf("%s: %+v, %v; want %s in %s", ref, at, err, article.ID, story)
			}
		}
	}
	put(t, a, store.Story, "s98", story{Into: acc.Stories[0].ID})
	if at, err := a.Lookup(ctx, "s98"); err != nil || at != (Place{Story: acc.Stories[0].ID, Was: "s98"}) {
		t.Errorf("a story that went into another: %+v, %v", at, err)
	}
	for _, ref := range []string{"", "s99", "a99", "nowhere.txt", "more.jsonl"} {
		if at, err := a.Lookup(ctx, ref); !errors.Is(err, ErrNotFound) {
			t.Errorf("%q: %+v, %v", ref, at, err)
		}
	}
}

// TestPending: an archive that was left before the end says so.
func TestPending(t *testing.T) {
	t.Chdir(folder(t, reports))
	a := open(t, "", Options{})
	check := func(when string, want bool) {
		t.Helper()
		if got, err := a.Pending(ctx); err != nil || got != want {
			t.Errorf("%s: %v, %v", when, got, err)
		}
	}
	check("empty", false)
	if err := a.Add(ctx, "courier.txt"); err != nil {
		t.Fatal(err)
	}
	check("added", true)
	if err := a.Sync(ctx); err != nil {
		t.Fatal(err)
	}
	check("synced", false)
}

// TestStream: what comes in pieces is what comes as a whole.
func TestStream(t *testing.T) {
	t.Chdir(folder(t, reports))
	a := open(t, "", Options{})
	acc := brought(t, a, ".")
	stream := func(ids ...string) *account.Stream {
		s, err := a.Stream(ctx, ids...)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for range 2 {
		for name, write := range map[string]func(io.Writer, *account.Stream) error{
			"json": render.JSON, "jsonl": render.JSONL,
			"text": func(w io.Writer, s *account.Stream) error { return render.Text(w, s, render.Options{}) },
		} {
			var want, got bytes.Buffer
			if err := errors.Join(write(&want, acc.Stream()), write(&got, stream())); err != nil {
				t.Fatal(err)
			}
			if want.String() != got.String() {
				t.Errorf("%s in pieces is not what it is as a whole", name)
			}
		}
	}
	one := stream(acc.Stories[1].ID)
	if one.StoryCount != 1 || one.ArticleCount != len(acc.Stories[1].Articles) {
		t.Errorf("one story: %d stories, %d articles", one.StoryCount, one.ArticleCount)
	}
	if _, err := a.Stream(ctx, "s99"); !errors.Is(err, ErrNotFound) {
		t.Errorf("an unknown story: %v", err)
	}
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := a.Stream(gone); err == nil {
		t.Log("the memory store doesn't look at the context")
	}
}

// TestStreamMemory: an account much larger than the memory it is written with.
func TestStreamMemory(t *testing.T) {
	const stories, size = 120, 200_000
	a := open(t, "", Options{})
	text := strings.Repeat("The ferry ran aground off Port Maren. ", size/38)
	for i := range stories {
		put(t, a, store.Article, fmt.Sprintf("a%d", i), extract.Article{ID: fmt.Sprintf("a%d", i), Text: text})
		put(t, a, store.Annotations, fmt.Sprintf("a%d", i), annotate.Annotations{})
		put(t, a, store.Story, fmt.Sprintf("s%d", i), story{Articles: []string{fmt.Sprintf("a%d", i)}})
		put(t, a, store.Lineage, fmt.Sprintf("s%d", i), trace.Lineage{})
		put(t, a, store.Account, fmt.Sprintf("s%d", i), account.Story{ID: fmt.Sprintf("s%d", i), Articles: []string{fmt.Sprintf("a%d", i)}})
	}
	for name, write := range map[string]func(io.Writer, *account.Stream) error{
		"json": render.JSON, "jsonl": render.JSONL,
		"text": func(w io.Writer, s *account.Stream) error { return render.Text(w, s, render.Options{}) },
	} {
		s, err := a.Stream(ctx)
		if err != nil {
			t.Fatal(err)
		}
		m := &meter{every: 1 << 20}
		if name == "text" {
			m.every = 1 << 12 // the reports aren't in it
		}
		m.measure()
		before := m.most
		if err := write(m, s); err != nil {
			t.Fatal(err)
		}
		if grown := m.most - before; grown > stories*size/8 {
			t.Errorf("%s: %d bytes of articles took %d bytes of memory", name, stories*size, grown)
		}
		if name != "text" && m.written < stories*size {
			t.Errorf("%s: %d bytes written", name, m.written)
		}
	}
}

// put writes a record straight into an archive's store.
func put(t *testing.T, a *Archive, kind store.Kind, key string, v any) {
	t.Helper()
	data, err := json.Marshal(v)
	if err == nil {
		err = a.store.Commit(ctx, store.Batch{Put: []store.Record{{Kind: kind, Key: key, Data: data}}})
	}
	if err != nil {
		t.Fatal(err)
	}
}

// A meter is a writer that looks now and then how much memory is in use.
type meter struct {
	every, written, next int
	most                 uint64
}

func (m *meter) Write(p []byte) (int, error) {
	if m.written += len(p); m.written >= m.next {
		m.next = m.written + m.every
		m.measure()
	}
	return len(p), nil
}

func (m *meter) measure() {
	runtime.GC()
	var s runtime.MemStats
	runtime.ReadMemStats(&s)
	m.most = max(m.most, s.HeapAlloc)
}
