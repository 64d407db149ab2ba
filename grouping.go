package stemma

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"stemma/internal/annotate"
	"stemma/internal/group"
	"stemma/internal/store"
)

// Grouping is what a user may move of how articles become stories. The zero value
// is fine.
type Grouping struct {
	// Join is added to the evidence by which articles become one story, a
	// logarithm of odds: above 0 stories grow larger, below 0 they stay smaller. 1
	// is much.
	Join float64

	// Memory is how many articles, the latest, a new one is compared with; 20,000
	// if it is 0. Each takes about 10 KB.
	Memory int
}

// grouping is the stage group at work: it differs from the others in that it has
// a memory across articles, and takes them in order of time.
type grouping struct {
	*group.Grouper
	marks []mark
}

// A mark says how far the stage had come when an article arrived. The records of
// this and later articles have larger sequence numbers, so a restart reads only
// those.
type mark struct {
	arrival int
	cursor  int64
}

// portion is how many articles are put in order of time, and committed, at once.
const portion = 8192

// memoryCursor is the name of the cursor behind which the records of all articles
// in the grouper's memory lie.
func memoryCursor(s stage) string { return s.cursor() + " memory" }

// group takes the stage group over all that is new to it. A portion is committed
// as a whole, so that a crash leaves no story with half of its articles.
func (a *Archive) group(ctx context.Context, s stage) error {
	at, err := a.store.Cursor(ctx, s.cursor())
	if err != nil {
		return err
	}
	total, err := a.store.Count(ctx, s.from, at)
	if err != nil || total == 0 {
		return err
	}
	if err := a.loadGrouper(ctx, s); err != nil {
		return err
	}
	for done := 0; ; {
		p, err := a.arrived(ctx, s, at)
		if err != nil || p.records == 0 {
			return err
		}
		if err := a.groupPortion(ctx, s, at, p); err != nil {
			a.grouper = nil // it is ahead of the store now
			return err
		}
		at = p.last
		done += p.records
		if done >= batch {
			a.progress(s.name, done, max(done, total))
		}
	}
}

// arrivals are a portion of what is new: articles, in order of time, those that
// changed, and those that are gone.
type arrivals struct {
	items         []group.Item
	changed, gone []string
	records       int
	last          int64
}

// arrived returns the next portion of what is new since a cursor.
func (a *Archive) arrived(ctx context.Context, s stage, at int64) (p arrivals, err error) {
	p.last = at
	for p.records < portion {
		in, err := a.store.Since(ctx, s.from, p.last, batch)
		if err != nil {
			return p, err
		}
		if len(in) == 0 {
			break
		}
		for _, r := range in {
			if err := a.arrive(ctx, r, &p); err != nil {
				return p, err
			}
		}
		p.records += len(in)
		p.last = in[len(in)-1].Seq
	}
	slices.SortStableFunc(p.items, func(x, y group.Item) int {
		if x.Time.IsZero() != y.Time.IsZero() {
			if x.Time.IsZero() {
				return 1
			}
			return -1
		}
		return cmp.Or(x.Time.Compare(y.Time), annotate.CompareIDs(x.ID, y.ID))
	})
	return p, nil
}

// arrive puts the record of an article's annotations into a portion.
func (a *Archive) arrive(ctx context.Context, r store.Record, p *arrivals) error {
	_, err := a.store.Get(ctx, store.Member, r.Key)
	switch {
	case errors.Is(err, store.ErrNotFound) && r.Deleted:
		return nil
	case errors.Is(err, store.ErrNotFound):
		report, err := a.report(ctx, r)
		if err != nil {
			return err
		}
		p.items = append(p.items, group.NewItem(report))
		return nil
	case err != nil:
		return err
	case r.Deleted:
		p.gone = append(p.gone, r.Key)
	default:
		p.changed = append(p.changed, r.Key)
	}
	return nil
}

// groupPortion groups a portion and commits what came of it.
func (a *Archive) groupPortion(ctx context.Context, s stage, at int64, p arrivals) error {
	g := a.grouper
	made := newStoryRecords(a, s)
	for _, article := range p.gone {
		if err := made.remove(ctx, article); err != nil {
			return err
		}
	}
	g.marks = append(g.marks, mark{g.Arrivals(), at})
	for _, item := range p.items {
		if err := ctx.Err(); err != nil {
			return err
		}
		g.Add(item)
	}
	made.grouped(g.Changes())
	for _, article := range p.changed {
		if err := made.touch(ctx, article); err != nil {
			return err
		}
	}
	put, err := made.records(ctx)
	if err != nil {
		return err
	}
	if err := a.store.Commit(ctx, store.Batch{Put: put, Cursor: s.cursor(), At: p.last}); err != nil {
		return err
	}
	// Until this one follows, a restart reads more than it needs.
	return a.store.Commit(ctx, store.Batch{Cursor: memoryCursor(s), At: g.mark()})
}

// mark returns the cursor behind which all articles in memory arrived.
func (g *grouping) mark() int64 {
	for len(g.marks) > 1 && g.marks[1].arrival <= g.Held() {
		g.marks = g.marks[1:]
	}
	return g.marks[0].cursor
}

// loadGrouper gives the grouper its memory back from the store. What an older
// version of the stage made is deleted, and the articles are grouped anew.
func (a *Archive) loadGrouper(ctx context.Context, s stage) error {
	if a.grouper != nil {
		return nil
	}
	g := &grouping{Grouper: group.New(group.Settings(a.options.Grouping))}
	at, err := a.store.Cursor(ctx, s.cursor())
	if err != nil {
		return err
	}
	if at == 0 {
		err = a.deleteOlder(ctx, s)
	} else {
		err = a.restore(ctx, s, g)
	}
	if err == nil {
		a.grouper = g
	}
	return err
}

// restore reads the records of the articles that the grouper had in memory.
func (a *Archive) restore(ctx context.Context, s stage, g *grouping) error {
	from, err := a.store.Cursor(ctx, memoryCursor(s))
	if err != nil {
		return err
	}
	members := map[string][]byte{}
	err = a.scanSince(ctx, store.Member, from, func(r store.Record) error {
		members[r.Key] = r.Data
		return nil
	})
	if err != nil {
		return err
	}
	err = g.Restore(members, func(id string) (group.Story, error) {
		id, st, err := a.storyAt(ctx, id)
		return group.Story{ID: id, Articles: st.Articles, Arrivals: st.Arrivals, Formerly: st.Formerly}, err
	})
	g.marks = []mark{{g.Held(), from}}
	return err
}

// deleteOlder deletes what an older version of the stage made.
func (a *Archive) deleteOlder(ctx context.Context, s stage) error {
	for _, kind := range []store.Kind{store.Story, store.Member} {
		var old []store.Record
		err := a.scan(ctx, kind, func(r store.Record) error {
			old = append(old, store.Record{Kind: kind, Key: r.Key, Version: s.version, Deleted: true})
			return nil
		})
		if err == nil && len(old) > 0 {
			err = a.store.Commit(ctx, store.Batch{Put: old})
		}
		if err != nil {
			return err
		}
	}
	return nil
}
