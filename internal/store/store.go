// Package store keeps what the stages make: records of a kind under a key, and
// the named cursors by which each stage knows what is new to it.
//
// Every change gives a record a sequence number of its own, larger than all
// before. A stage asks for the records of its input's kind Since its cursor,
// makes its results, and commits both the results and the moved cursor in one
// transaction: a crash loses nothing and doubles nothing. A deletion is a record
// with Deleted set, so that it flows like any other change. (After
// storage/timed of golang.org/x/oscar.)
//
// A store is either a file of SQLite ([OpenSQLite]) or memory ([NewMemory]);
// package storetest has the suite that both pass.
package store

import (
	"context"
	"errors"
)

// A Kind is a kind of record; each is a table.
type Kind string

// The kinds, in the order in which they are made from one another. Keys and
// data:
//
//	document     SHA-256 in hex → a line of JSON, then the bytes as they came
//	article      "a1"  → extract.Article as JSON
//	annotations  "a1"  → annotate.Annotations as JSON
//	story        "s1"  → group's record as JSON
//	member       "a1"  → group's record of an article in a story
//	lineage      "s1"  → trace.Lineage as JSON
//	account      "s1"  → account.Story as JSON
//	failure      place → account.Failure as JSON
const (
	Document    Kind = "document"
	Article     Kind = "article"
	Annotations Kind = "annotations"
	Story       Kind = "story"
	Member      Kind = "member"
	Lineage     Kind = "lineage"
	Account     Kind = "account"
	Failure     Kind = "failure"
)

// Kinds lists all kinds.
var Kinds = []Kind{Document, Article, Annotations, Story, Member, Lineage, Account, Failure}

// ErrNotFound says that there is no such record, or that it was deleted.
var ErrNotFound = errors.New("not found")

// A Record is one piece of data. Seq is the store's; Version is that of the
// stage that made the record.
type Record struct {
	Kind    Kind
	Key     string
	Seq     int64
	Version int
	Deleted bool
	Data    []byte
}

// A Batch is committed as a whole or not at all. Cursor, if not "", is moved to
// At.
type Batch struct {
	Put    []Record
	Cursor string
	At     int64
}

// A Store keeps records and cursors. It is safe for concurrent use; commits are
// serialised.
type Store interface {
	// Commit writes a batch. A record that equals the one that is there, data and
	// deletion, keeps its sequence number, so that nothing flows on from it; only
	// its version is brought up to date.
	Commit(ctx context.Context, batch Batch) error

	// Get returns a record, or ErrNotFound.
	Get(ctx context.Context, kind Kind, key string) (Record, error)

	// Since returns up to limit records of a kind with a sequence number above
	// after, deleted ones among them, in order of that number.
	Since(ctx context.Context, kind Kind, after int64, limit int) ([]Record, error)

	// Count counts what Since would return without limit.
	Count(ctx context.Context, kind Kind, after int64) (int, error)

	// Cursor returns where a cursor stands: 0 for one that was never moved.
	Cursor(ctx context.Context, name string) (int64, error)

	// Close frees what the store holds. Nothing may be called after it.
	Close() error
}
