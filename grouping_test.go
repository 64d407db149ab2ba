package stemma

import (
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/store"
)

// events are reports of invented events, two of each, in order of time.
func events(from, to int) string {
	var b strings.Builder
	syllables := strings.Fields("bar den fol gar hem kir lan mor nes por quil rus tam vel wex yor zan dru fen gil")
	word := func(n int) string {
		w := syllables[n%20] + syllables[n/20%20] + syllables[n*7%20]
		return strings.ToUpper(w[:1]) + w[1:]
	}
	for n := from; n < to; n++ {
		town, boss, firm := word(n*3+1), word(n*3+2), word(n*3+3)
		things := strings.Fields(strings.ToLower(word(n*5+4) + " " + word(n*5+90) + " " + word(n*5+170) + " " + word(n*5+260)))
		for _, text := range []string{
			"The %[4]s of the %[3]s %[5]s was lost in %[1]s overnight, police chief Ada %[2]s said. A %[6]s and a %[7]s were hurt at %[3]s, she said.",
			"Police chief Ada %[2]s said a %[6]s and a %[7]s were hurt when %[3]s in %[1]s lost the %[4]s of its %[5]s. %[3]s is the oldest in %[1]s.",
		} {
			line, err := json.Marshal(map[string]string{
				"outlet": "Outlet " + word(len(text)), "date": fmt.Sprintf("2026-%02d-%02d", 1+n/28, 1+n%28), "lang": "en",
				"title": fmt.Sprintf("%s loses its %s in %s", firm, things[0], town),
				"text":  fmt.Sprintf(text, town, boss, firm, things[0], things[1], things[2], things[3]),
			})
			if err != nil {
				panic(err)
			}
			b.Write(append(line, '\n'))
		}
	}
	return b.String()
}

// Stories that have left the grouper's memory stay in the archive: they are
// listed, explained, and lose articles that are removed. A restart changes nothing.
func TestOldStoriesStay(t *testing.T) {
	t.Chdir(folder(t, map[string]string{"one.jsonl": events(0, 20), "two.jsonl": events(20, 40)}))
	options := Options{Grouping: Grouping{Memory: 10}}
	whole := open(t, "", options)
	brought(t, whole, "one.jsonl")
	want := brought(t, whole, "two.jsonl")

	path := filepath.Join(t.TempDir(), "archive.db")
	brought(t, open(t, path, options), "one.jsonl")
	a := open(t, path, options)
	got := brought(t, a, "two.jsonl")
	if diff := cmp.Diff(asJSON(t, want), asJSON(t, got)); diff != "" {
		t.Fatalf("after a restart the account differs:\n%s", diff)
	}
	if len(got.Stories) < 35 {
		t.Errorf("%d stories of 40 events", len(got.Stories))
	}
	id, _, err := a.storyAt(ctx, "s1")
	if err != nil {
		t.Fatal(err)
	}
	first, _, err := a.story(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	if _, held := a.grouper.Of(first.Articles[0]); held {
		t.Fatal("the first story is still in memory: nothing is tested")
	}
	why, err := a.Why(ctx, first.Articles[1])
	if err != nil || why.Story != first.ID || len(why.Reasons) == 0 {
		t.Errorf("why: %+v, %v", why, err)
	}
	for _, article := range got.Articles {
		if article.ID == first.Articles[0] {
			if err := a.Remove(ctx, article.Document.SHA256); err != nil {
				t.Fatal(err)
			}
		}
	}
	left := brought(t, a)
	if len(left.Articles) != 79 {
		t.Errorf("%d articles are left of 80", len(left.Articles))
	}
	if s, _, err := a.story(ctx, first.ID); err != nil || len(s.Articles) != len(first.Articles)-1 {
		t.Errorf("the story of a removed article: %+v, %v", s, err)
	}
}

// The id of a story that went into another leads there.
func TestOldIDsLeadOn(t *testing.T) {
	t.Chdir(folder(t, reports))
	a := open(t, "", Options{})
	acc := brought(t, a, ".")
	id := acc.Stories[0].ID
	for from, to := range map[string]string{"s90": "s91", "s91": id} {
		put(t, a, store.Story, from, story{Into: to})
	}
	if err := a.Sync(ctx); err != nil {
		t.Fatal(err)
	}
	moved, err := a.Account(ctx, "s90")
	if err != nil || len(moved.Stories) != 1 || moved.Stories[0].ID != id {
		t.Errorf("account of s90: %v, %v", moved, err)
	}
	if at, err := a.Lookup(ctx, "s91"); err != nil || at.Story != id || at.Was != "s91" {
		t.Errorf("s91 is at %+v, %v", at, err)
	}
	if list, err := a.Stories(ctx); err != nil || len(list) != len(acc.Stories) {
		t.Errorf("%d stories, %v; want %d", len(list), err, len(acc.Stories))
	}
	put(t, a, store.Story, "s92", story{Into: "s93"})
	if _, err := a.Account(ctx, "s92"); !errors.Is(err, ErrNotFound) {
		t.Errorf("an id that leads nowhere: %v", err)
	}
}
