package stemma

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma/account"
)

const known = `{"id": "p1", "name": "Ilse Brandvold", "type": "person"}
{"id": "p2", "name": "Nora Weiss", "type": "person"}
{"id": "p3", "name": "Nora Weiss", "type": "person"}
not a line
`

// listedIn syncs an archive with lists and returns its account.
func listedIn(t *testing.T, store, report string, lists ...string) *account.Account {
	t.Helper()
	ctx := context.Background()
	a, err := Open(ctx, store, Options{Stdin: strings.NewReader(report), Entities: lists})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if err := a.Add(ctx, "-"); err != nil {
		t.Fatal(err)
	}
	if err := a.Sync(ctx); err != nil {
		t.Fatal(err)
	}
	acc, err := a.Account(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return acc
}

// find gives the entity of a name.
func find(acc *account.Account, name string) *account.Entity {
	for _, s := range acc.Stories {
		for i := range s.Entities {
			if s.Entities[i].Name == name {
				return &s.Entities[i]
			}
		}
	}
	return &account.Entity{}
}

// TestEntities: whom a list names is linked, whom it names twice is not; the account
// has the list's checksum and its bad line; and an archive follows the lists that
// it is synced with.
func TestEntities(t *testing.T) {
	dir := t.TempDir()
	list, store := filepath.Join(dir, "people.jsonl"), filepath.Join(dir, "archive.db")
	if err := os.WriteFile(list, []byte(known), 0o644); err != nil {
		t.Fatal(err)
	}
	const report = "Ferry runs aground off Port Maren\n\nHarbour Courier, 4 March 2024\n\n" +
		"\"Nobody was hurt,\" harbour master Ilse Brandvold said. Captain Nora Weiss agreed with Brandvold.\n"
	acc := listedIn(t, store, report, list)
	if e := find(acc, "Ilse Brandvold"); e.Listed == nil || e.Listed.ID != "p1" || e.Listed.List != "people.jsonl" {
		t.Errorf("Ilse Brandvold is %+v", e.Listed)
	}
	if e := find(acc, "Nora Weiss"); e.Listed != nil || len(e.Candidates) != 2 {
		t.Errorf("Nora Weiss is %+v of %+v", e.Listed, e.Candidates)
	}
	if sum := acc.Stemma.Lists["people.jsonl"]; !strings.HasPrefix(sum, "sha256:") {
		t.Errorf("lists are %v", acc.Stemma.Lists)
	}
	if len(acc.Failed) != 1 || acc.Failed[0].Document.Line != 4 || acc.Failed[0].Stage != "entities" {
		t.Errorf("failed are %+v", acc.Failed)
	}

	// Read without syncing, and without the list: the account is as it was.
	ctx := context.Background()
	a, err := Open(ctx, store, Options{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := a.Account(ctx)
	a.Close()
	if err != nil || find(again, "Ilse Brandvold").Listed == nil || again.Stemma.Lists["people.jsonl"] != acc.Stemma.Lists["people.jsonl"] {
		t.Errorf("read again: %+v, %v", again.Stemma, err)
	}

	acc = listedIn(t, store, report)
	if e := find(acc, "Ilse Brandvold"); e.Name == "" || e.Listed != nil || len(acc.Stemma.Lists) > 0 {
		t.Errorf("without lists Ilse Brandvold is %+v by %v", e, acc.Stemma.Lists)
	}
	acc = listedIn(t, store, report, list)
	if e := find(acc, "Ilse Brandvold"); e.Listed == nil {
		t.Error("a list that comes back is not read")
	}
}

func TestNoSuchList(t *testing.T) {
	if _, err := Open(context.Background(), "", Options{Entities: []string{filepath.Join(t.TempDir(), "none.jsonl")}}); err == nil {
		t.Error("opened an archive with a list that isn't there")
	}
}
