package stemma

import (
	"context"

	"stemma/internal/annotate"
	"stemma/internal/collate"
	"stemma/internal/extract"
	"stemma/internal/group"
	"stemma/internal/store"
	"stemma/internal/trace"
)

// Pending reports whether a Sync would find something to do: an earlier one was
// interrupted, or the archive was made by a version of the program that does some
// of it otherwise.
func (a *Archive) Pending(ctx context.Context) (bool, error) {
	for _, s := range []stage{
		{name: "extract", version: extract.Version, from: store.Document},
		{name: "annotate", version: annotate.Version, from: store.Article},
		{name: "group", version: group.Version, from: store.Annotations},
		{name: "trace", version: trace.Version, from: store.Story},
		{name: "collate", version: collate.Version, from: store.Lineage},
	} {
		at, err := a.store.Cursor(ctx, s.cursor())
		if err != nil {
			return false, err
		}
		if n, err := a.store.Count(ctx, s.from, at); err != nil || n > 0 {
			return n > 0, err
		}
	}
	return false, nil
}
