package store_test

import (
	"context"
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
