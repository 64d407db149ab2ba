package stemma

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"stemma/account"
	"stemma/internal/names/lists"
	"stemma/internal/store"
	"stemma/internal/trace"
)

// bring reads the user's lists of entities and tells of the lines that can't be
// read.
func (a *Archive) bring(files []string) error {
	if len(files) == 0 {
		return nil
	}
	known, err := lists.Open(files...)
	if err != nil {
		return err
	}
	a.known = known
	for _, f := range known.Problems() {
		a.tell(f)
	}
	return nil
}

// listsCursor stands at the mark of the user's lists that the lineages were made
// with.
const listsCursor = "lists"

// relist lets the stage that reads the user's lists begin anew where they are
// others than the last time.
func (a *Archive) relist(ctx context.Context) error {
	at, err := a.store.Cursor(ctx, listsCursor)
	if err != nil || at == a.known.Mark() {
		return err
	}
	tracing := stage{name: "trace", version: trace.Version}
	if err := a.store.Commit(ctx, store.Batch{Cursor: tracing.cursor(), At: 0}); err != nil {
		return err
	}
	return a.store.Commit(ctx, store.Batch{Cursor: listsCursor, At: a.known.Mark()})
}

// version is Version with the checksums of the lists that the accounts of the
// archive were made with, whichever are open now.
func (a *Archive) version(ctx context.Context) (account.Version, error) {
	v := Version()
	at, err := a.store.Cursor(ctx, listsCursor)
	switch {
	case err != nil || at == 0:
		return v, err
	case at == a.known.Mark():
		v.Lists = a.known.Checksums()
		return v, nil
	}
	enough := errors.New("enough")
	err = a.scan(ctx, store.Lineage, func(r store.Record) error {
		var l trace.Lineage
		if err := json.Unmarshal(r.Data, &l); err != nil {
			return fmt.Errorf("lineage %s: %w", r.Key, err)
		}
		v.Lists = l.Lists
		return enough // all have the same
	})
	if errors.Is(err, enough) {
		err = nil
	}
	return v, err
}
