package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"
)

// schemaVersion is the version of the tables below, kept in the file's
// user_version. A file of a newer one is refused.
const schemaVersion = 2

// sqlite is a store in a file of SQLite: a table a kind, beside "cursor" and
// "sequence". See docs/store.md.
type sqlite struct {
	write *sql.DB // one connection: SQLite has one writer
	read  *sql.DB
}

// OpenSQLite opens a store in a file, which is made if it isn't there. The file
// belongs to one program at a time for writing.
func OpenSQLite(ctx context.Context, path string) (Store, error) {
	s, err := openSQLite(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("open store %s: %w", path, err)
	}
	return s, nil
}

func openSQLite(ctx context.Context, path string) (*sqlite, error) {
	name := "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() +
		"?_pragma=busy_timeout(10000)&_pragma=journal_mode(wal)&_pragma=synchronous(normal)&_pragma=cache_size(-16000)&_txlock=immediate"
	write, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(1)
	read, err := sql.Open("sqlite", name)
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	read.SetMaxOpenConns(4)
	s := &sqlite{write, read}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (s *sqlite) migrate(ctx context.Context) error {
	var version int
	if err := s.write.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	switch {
	case version > schemaVersion:
		return fmt.Errorf("made by a newer version of stemma (format %d, this one knows %d)", version, schemaVersion)
	case version == schemaVersion:
		return nil
	}
	var ddl strings.Builder
	if version == 0 {
		ddl.WriteString("CREATE TABLE cursor (name TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;\n" +
			"CREATE TABLE sequence (last INTEGER NOT NULL);\nINSERT INTO sequence VALUES (0);\n")
	}
	for _, kind := range Kinds { // format 1 had no members
		fmt.Fprintf(&ddl, "CREATE TABLE IF NOT EXISTS %s (seq INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, deleted INTEGER NOT NULL, data BLOB NOT NULL);\n", kind)
	}
	fmt.Fprintf(&ddl, "PRAGMA user_version = %d;", schemaVersion)
	return s.inTx(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, ddl.String())
		return err
	})
}

func (s *sqlite) inTx(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := do(tx); err != nil {
		return errors.Join(err, ignoreDone(tx.Rollback()))
	}
	return tx.Commit()
}

func ignoreDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

func (s *sqlite) Commit(ctx context.Context, batch Batch) error {
	err := s.inTx(ctx, func(tx *sql.Tx) error {
		var seq int64
		if err := tx.QueryRowContext(ctx, "SELECT last FROM sequence").Scan(&seq); err != nil {
			return err
		}
		for _, r := range batch.Put {
			changed, err := put(ctx, tx, r, seq+1)
			if err != nil {
				return fmt.Errorf("%s %s: %w", r.Kind, r.Key, err)
			}
			if changed {
				seq++
			}
		}
		if _, err := tx.ExecContext(ctx, "UPDATE sequence SET last = ?", seq); err != nil {
			return err
		}
		if batch.Cursor == "" {
			return nil
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO cursor VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at", batch.Cursor, batch.At)
		return err
	})
	if err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// put writes a record with the given sequence number unless an equal one is
// there already.
func put(ctx context.Context, tx *sql.Tx, r Record, seq int64) (changed bool, err error) {
	data := r.Data
	if data == nil {
		data = []byte{}
	}
	var same bool
	err = tx.QueryRowContext(ctx, fmt.Sprintf("SELECT deleted = ? AND data = ? FROM %s WHERE key = ?", r.Kind), r.Deleted, data, r.Key).Scan(&same)
	switch {
	case err == nil && same:
		_, err = tx.ExecContext(ctx, fmt.Sprintf("UPDATE %s SET version = ? WHERE key = ?", r.Kind), r.Version, r.Key)
		return false, err
	case err != nil && !errors.Is(err, sql.ErrNoRows):
		return false, err
	}
	_, err = tx.ExecContext(ctx, fmt.Sprintf(`INSERT INTO %s (seq, key, version, deleted, data) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (key) DO UPDATE SET seq = excluded.seq, version = excluded.version, deleted = excluded.deleted, data = excluded.data`, r.Kind),
		seq, r.Key, r.Version, r.Deleted, data)
	return true, err
}

func (s *sqlite) Get(ctx context.Context, kind Kind, key string) (Record, error) {
	r := Record{Kind: kind, Key: key}
	err := s.read.QueryRowContext(ctx, fmt.Sprintf("SELECT seq, version, data FROM %s WHERE key = ? AND NOT deleted", kind), key).
		Scan(&r.Seq, &r.Version, &r.Data)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return Record{}, ErrNotFound
	case err != nil:
		return Record{}, fmt.Errorf("get %s %s: %w", kind, key, err)
	}
	return r, nil
}

func (s *sqlite) Since(ctx context.Context, kind Kind, after int64, limit int) ([]Record, error) {
	rows, err := s.read.QueryContext(ctx, fmt.Sprintf("SELECT seq, key, version, deleted, data FROM %s WHERE seq > ? ORDER BY seq LIMIT ?", kind), after, limit)
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", kind, err)
	}
	defer rows.Close()
	var found []Record
	for rows.Next() {
		r := Record{Kind: kind}
		if err := rows.Scan(&r.Seq, &r.Key, &r.Version, &r.Deleted, &r.Data); err != nil {
			return nil, fmt.Errorf("list %s: %w", kind, err)
		}
		found = append(found, r)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("list %s: %w", kind, err)
	}
	return found, nil
}

func (s *sqlite) Count(ctx context.Context, kind Kind, after int64) (int, error) {
	var n int
	err := s.read.QueryRowContext(ctx, fmt.Sprintf("SELECT count(*) FROM %s WHERE seq > ?", kind), after).Scan(&n)
	if err != nil {
		return 0, fmt.Errorf("count %s: %w", kind, err)
	}
	return n, nil
}

func (s *sqlite) Cursor(ctx context.Context, name string) (int64, error) {
	var at int64
	err := s.read.QueryRowContext(ctx, "SELECT at FROM cursor WHERE name = ?", name).Scan(&at)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return 0, fmt.Errorf("cursor %s: %w", name, err)
	}
	return at, nil
}

func (s *sqlite) Close() error {
	return errors.Join(s.read.Close(), s.write.Close())
}
