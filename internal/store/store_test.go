package store_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stemma/internal/store"
	"stemma/internal/store/storetest"
)

func TestMemory(t *testing.T) {
	storetest.Run(t, func(*testing.T) store.Store { return store.NewMemory() }, nil)
}

func TestSQLite(t *testing.T) {
	var path string
	open := func(t *testing.T) store.Store {
		path = filepath.Join(t.TempDir(), "a folder with spaces & ?", "stemma.db")
		if err := os.Mkdir(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		return openSQLite(t, path)
	}
	storetest.Run(t, open, func(t *testing.T, s store.Store) store.Store {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		return openSQLite(t, path)
	})
}

func openSQLite(t *testing.T, path string) store.Store {
	t.Helper()
	s, err := store.OpenSQLite(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSQLiteRefusesWhatIsNoStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(path, []byte(strings.Repeat("no database at all ", 100)), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := store.OpenSQLite(context.Background(), path); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("open of a text file: %v", err)
	}
	if _, err := store.OpenSQLite(context.Background(), filepath.Join(path, "no", "folder.db")); err == nil {
		t.Error("open below a file: no error")
	}
}

// A file of format 1 had no members.
func TestSQLiteOfFormat1(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "old.db")
	s := openSQLite(t, path)
	if err := errors.Join(s.Commit(ctx, store.Batch{Put: []store.Record{{Kind: store.Story, Key: "s1", Data: []byte("{}")}}}), s.Close()); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("DROP TABLE member; PRAGMA user_version = 1"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s = openSQLite(t, path)
	defer s.Close()
	if err := s.Commit(ctx, store.Batch{Put: []store.Record{{Kind: store.Member, Key: "a1"}}}); err != nil {
		t.Error(err)
	}
	if r, err := s.Get(ctx, store.Story, "s1"); err != nil || r.Seq != 1 {
		t.Errorf("the story that was there: %+v, %v", r, err)
	}
	if r, err := s.Get(ctx, store.Member, "a1"); err != nil || r.Seq != 2 {
		t.Errorf("the new member: %+v, %v", r, err)
	}
}
