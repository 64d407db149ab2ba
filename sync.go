package stemma

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/collate"
	"stemma/internal/extract"
	"stemma/internal/group"
	"stemma/internal/store"
	"stemma/internal/trace"
)

// Sync brings everything that follows from the documents up to date: the whole
// way of the data, one stage after the other. Each stage takes what is new since
// it was last here. A second call without anything new changes nothing.
//
// An error means that the way ended early: ctx was done, or the store failed.
// What was done stays, and the next call goes on from there.
func (a *Archive) Sync(ctx context.Context) error {
	if err := a.lock(ctx); err != nil {
		return err
	}
	defer a.unlock()
	if err := a.relist(ctx); err != nil {
		return fmt.Errorf("lists: %w", err)
	}
	for _, s := range a.stages() {
		run := a.run
		if s.make == nil {
			run = a.group
		}
		if err := run(ctx, s); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}

// Pending reports whether a Sync would find something to do: an earlier one was
// interrupted, or the archive was made by a version of the program that does some
// of it otherwise.
func (a *Archive) Pending(ctx context.Context) (bool, error) {
	for _, s := range a.stages() {
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

// stages are the way of the data. The one that groups has a memory, and so no make.
func (a *Archive) stages() []stage {
	return []stage{
		{"extract", extract.Version, store.Document, store.Article, a.extract},
		{"annotate", annotate.Version, store.Article, store.Annotations, a.annotate},
		{"group", group.Version, store.Annotations, store.Story, nil},
		{"trace", trace.Version, store.Story, store.Lineage, a.trace},
		{"collate", collate.Version, store.Lineage, store.Account, a.collate},
	}
}

// extract makes an article from a document.
func (a *Archive) extract(_ context.Context, in store.Record) (string, any, error) {
	doc, err := decodeDocument(in.Data)
	if err != nil {
		return "", nil, err
	}
	article, err := extract.Extract(&doc.Document)
	if err != nil {
		return doc.Article, nil, &unreadable{doc.Document.Document, err}
	}
	article.ID = doc.Article
	return article.ID, article, nil
}

// annotate finds what an article says.
func (a *Archive) annotate(_ context.Context, in store.Record) (string, any, error) {
	var article extract.Article
	if err := json.Unmarshal(in.Data, &article); err != nil {
		return in.Key, nil, err
	}
	return in.Key, annotate.Annotate(&article), nil
}

// trace finds where a story's reports have what they say from.
func (a *Archive) trace(ctx context.Context, in store.Record) (string, any, error) {
	reports, err := a.reports(ctx, in.Key)
	if err != nil {
		return in.Key, nil, err
	}
	return in.Key, trace.TraceListed(reports, a.known), nil
}

// collate makes the account of a story.
func (a *Archive) collate(ctx context.Context, in store.Record) (string, any, error) {
	var lineage trace.Lineage
	if err := json.Unmarshal(in.Data, &lineage); err != nil {
		return in.Key, nil, err
	}
	reports, err := a.reports(ctx, in.Key)
	if err != nil {
		return in.Key, nil, err
	}
	return in.Key, collate.Collate(in.Key, reports, &lineage), nil
}

// A stage makes records of one kind from those of another, each by itself, on
// all cores. make returns the key and the value of what it made from a record;
// an unreadable error is recorded as a failure, any other ends the stage.
type stage struct {
	name    string
	version int
	from    store.Kind
	to      store.Kind
	make    func(ctx context.Context, in store.Record) (key string, made any, err error)
}

// cursor is the name of the stage's cursor. A new version of a stage begins
// anew, so that what an older one made is made again.
func (s stage) cursor() string { return fmt.Sprintf("%s/%d", s.name, s.version) }

// unreadable says that a document can't be read.
type unreadable struct {
	document account.Document
	err      error
}

func (u *unreadable) Error() string { return u.err.Error() }

// batch is how many records a stage takes on at once.
const batch = 64

// run takes a stage over all that is new to it. Results and the moved cursor are
// committed together, batch by batch.
func (a *Archive) run(ctx context.Context, s stage) error {
	at, err := a.store.Cursor(ctx, s.cursor())
	if err != nil {
		return err
	}
	total, err := a.store.Count(ctx, s.from, at)
	if err != nil {
		return err
	}
	if total > 0 {
		a.progress(s.name, 0, total)
	}
	for done := 0; ; {
		if err := ctx.Err(); err != nil {
			return err
		}
		in, err := a.store.Since(ctx, s.from, at, batch)
		if err != nil || len(in) == 0 {
			return err
		}
		made, err := a.makeAll(ctx, s, in)
		if err != nil {
			return err
		}
		at = in[len(in)-1].Seq
		if err := a.store.Commit(ctx, store.Batch{Put: made, Cursor: s.cursor(), At: at}); err != nil {
			return err
		}
		done += len(in)
		a.progress(s.name, done, max(done, total))
	}
}

func (a *Archive) progress(stage string, done, total int) {
	if a.options.Progress != nil {
		a.options.Progress(stage, done, total)
	}
}

// makeAll makes what follows from the given records, in their order.
func (a *Archive) makeAll(ctx context.Context, s stage, in []store.Record) ([]store.Record, error) {
	made := make([][]store.Record, len(in))
	failed := make([]error, len(in))
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(in)) {
		wg.Go(func() {
			for i := range next {
				made[i], failed[i] = a.makeOne(ctx, s, in[i])
			}
		})
	}
	for i := range in {
		next <- i
	}
	close(next)
	wg.Wait()
	var all []store.Record
	for i := range in {
		if failed[i] != nil {
			return nil, fmt.Errorf("%s: %w", in[i].Key, failed[i])
		}
		all = append(all, made[i]...)
	}
	return all, nil
}

// makeOne makes what follows from one record: what it is made into, or its
// deletion, and the failure, or that there is none any more.
func (a *Archive) makeOne(ctx context.Context, s stage, in store.Record) ([]store.Record, error) {
	if in.Deleted || s.from == store.Story && wentInto(in.Data) {
		return a.deleted(ctx, s, in)
	}
	key, value, err := s.makeSafely(ctx, in)
	var bad *unreadable
	switch {
	case errors.As(err, &bad):
		f := account.Failure{Document: bad.document, Stage: s.name, Reason: bad.Error()}
		a.tell(f)
		r, err := failureRecord(f, in.Key)
		return []store.Record{r, {Kind: s.to, Key: key, Version: s.version, Deleted: true}}, err
	case err != nil:
		return nil, err
	}
	data, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	made := []store.Record{{Kind: s.to, Key: key, Version: s.version, Data: data}}
	if _, err := a.store.Get(ctx, store.Failure, failureKey(s.name, in.Key)); err == nil {
		made = append(made, store.Record{Kind: store.Failure, Key: failureKey(s.name, in.Key), Deleted: true})
	}
	return made, nil
}

// makeSafely keeps a panic in the analysis of one record from ending the rest:
// it is a bug, and is recorded as a failure that says so.
func (s stage) makeSafely(ctx context.Context, in store.Record) (key string, value any, err error) {
	defer func() {
		if p := recover(); p != nil {
			key = in.Key
			err = &unreadable{account.Document{Path: in.Key}, fmt.Errorf("a fault of stemma, please report it: %v", p)}
			if s.from == store.Document {
				if doc, docErr := decodeDocument(in.Data); docErr == nil {
					key, err = doc.Article, &unreadable{doc.Document.Document, err}
				}
			}
		}
	}()
	return s.make(ctx, in)
}

// deleted says what follows from a record that is no more.
func (a *Archive) deleted(ctx context.Context, s stage, in store.Record) ([]store.Record, error) {
	key := in.Key
	if s.from == store.Document {
		key = string(in.Data) // a deleted document keeps the id of its article
	}
	return []store.Record{
		{Kind: s.to, Key: key, Version: s.version, Deleted: true},
		{Kind: store.Failure, Key: failureKey(s.name, in.Key), Deleted: true},
	}, nil
}

func (a *Archive) lock(ctx context.Context) error {
	select {
	case a.busy <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (a *Archive) unlock() { <-a.busy }
