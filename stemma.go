// Package stemma reads many outlets' reports and shows, for each story, who said
// what, which report took it from which, what they agree on, counted by
// independent origin, and where they differ, every line of it resting on a span
// of some report.
//
// The whole job is five lines:
//
//	archive, err := stemma.Open(ctx, "", stemma.Options{})
//	…
//	defer archive.Close()
//	err = archive.Add(ctx, "reports/")
//	err = archive.Sync(ctx)
//	account, err := archive.Account(ctx)
//
// An [Archive] holds documents and what was made of them. [Archive.Add] collects
// documents, [Archive.Sync] brings everything that follows from them up to date,
// [Archive.Find] lists stories, and [Archive.Account] gives what a reader came
// for: the account of stories, whose types are in package [stemma/account]. Where
// that is too large for memory, [Archive.Stream] gives it in pieces.
// [Archive.Lookup] and [Archive.Why] find an article's place, and say why it is
// there. [Analyze] takes texts apart without an archive.
//
// Stemma writes no sentence about the world: what it shows is always a
// [account.Span] of some report.
package stemma

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"slices"
	"time"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/collate"
	"stemma/internal/extract"
	"stemma/internal/group"
	"stemma/internal/language"
	"stemma/internal/names/lists"
	"stemma/internal/store"
	"stemma/internal/trace"
)

// ErrNotFound says that an archive has no such story.
var ErrNotFound = errors.New("no such story")

// Options are what an archive may be told. The zero value is fine.
type Options struct {
	// Stdin is read for the source "-". Nil is an empty input.
	Stdin io.Reader

	// Progress, if not nil, is told how far a long call is: the stage, how many
	// records it has done and how many it will have done. Calls come from one
	// goroutine at a time, when a stage begins and after each batch of records. A
	// total of 0 says that nobody knows yet how many there are.
	Progress func(stage string, done, total int)

	// Failed, if not nil, is told of each document that could not be read, when
	// that is found out.
	Failed func(account.Failure)

	// Entities are files that name people, organisations and places in advance:
	// JSONL, FollowTheMoney entities, or the files of OpenSanctions (see
	// docs/entities.md). Whom a report names is linked with the entry it is; an
	// archive that was synced with other lists is traced anew.
	Entities []string

	// Grouping says how readily articles become one story, and how many a new one
	// is compared with.
	Grouping Grouping

	// Now, if not nil, is the clock that dates what is collected. Without one,
	// documents have no time of collection and equal input gives equal output.
	Now func() time.Time
}

// An Archive holds documents and what was made of them. Its methods may be
// called from several goroutines; Add and Sync wait for one another.
type Archive struct {
	store   store.Store
	options Options
	busy    chan struct{} // held by the one Add or Sync that is at work
	grouper *grouping     // nil until it is needed
	known   *lists.Lists  // that the user brought
}

// Open opens the archive in the file at path, which is made if it isn't there.
// The path "" stands for an archive in memory. A language model that is damaged is
// an error that names it and its checksum.
func Open(ctx context.Context, path string, options Options) (*Archive, error) {
	if err := language.Check(); err != nil {
		return nil, err
	}
	s := store.NewMemory()
	if path != "" {
		var err error
		if s, err = store.OpenSQLite(ctx, path); err != nil {
			return nil, err
		}
	}
	a := openStore(s, options)
	if err := a.bring(options.Entities); err != nil {
		return nil, errors.Join(err, a.Close())
	}
	return a, nil
}

func openStore(s store.Store, options Options) *Archive {
	return &Archive{store: s, options: options, busy: make(chan struct{}, 1)}
}

// Close closes the archive. What was added and synced before stays in its file.
func (a *Archive) Close() error { return a.store.Close() }

// Account gives the account of the stories with the given ids, or of all in the
// order of Stories, with the articles they rest on and all documents that could
// not be read. An id that the archive doesn't know is [ErrNotFound].
func (a *Archive) Account(ctx context.Context, ids ...string) (*account.Account, error) {
	if len(ids) == 0 {
		list, err := a.Stories(ctx)
		if err != nil {
			return nil, err
		}
		for _, s := range list {
			ids = append(ids, s.ID)
		}
	}
	version, err := a.version(ctx)
	if err != nil {
		return nil, err
	}
	all := &account.Account{Format: account.Format, Articles: []*account.Article{}, Stories: []*account.Story{}, Stemma: version}
	for _, id := range ids {
		story, articles, err := a.story(ctx, id)
		if err != nil {
			return nil, err
		}
		all.Stories = append(all.Stories, story)
		all.Articles = append(all.Articles, articles...)
	}
	slices.SortStableFunc(all.Articles, compareArticles)
	all.Failed, err = a.Failed(ctx)
	return all, err
}

// story reads one story and its articles.
func (a *Archive) story(ctx context.Context, id string) (*account.Story, []*account.Article, error) {
	r, err := a.accountOf(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	id = r.Key
	var story account.Story
	if err := json.Unmarshal(r.Data, &story); err != nil {
		return nil, nil, fmt.Errorf("story %s: %w", id, err)
	}
	var lineage trace.Lineage
	if err := a.get(ctx, store.Lineage, id, &lineage); err != nil {
		return nil, nil, err
	}
	reports, err := a.reports(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	articles := make([]*account.Article, len(reports))
	for i, r := range reports {
		var inferred *account.Published
		if i < len(lineage.Published) {
			inferred = lineage.Published[i]
		}
		articles[i] = collate.Article(r, inferred)
	}
	return &story, articles, nil
}

// Failed lists the documents that could not be read, and the lines of the user's
// lists, in order of their place.
func (a *Archive) Failed(ctx context.Context) ([]account.Failure, error) {
	failed := []account.Failure{}
	err := a.scan(ctx, store.Failure, func(r store.Record) error {
		var f account.Failure
		if err := json.Unmarshal(r.Data, &f); err != nil {
			return fmt.Errorf("failure %s: %w", r.Key, err)
		}
		failed = append(failed, f)
		return nil
	})
	failed = append(failed, a.known.Problems()...)
	slices.SortStableFunc(failed, func(x, y account.Failure) int {
		return cmp.Or(cmp.Compare(x.Document.Path, y.Document.Path), cmp.Compare(x.Document.URL, y.Document.URL), cmp.Compare(x.Document.Line, y.Document.Line))
	})
	return failed, err
}

// release is set by the linker for a release: -X stemma.release=v1.2.3.
var release string

// Version says which program this is: its version, its stages' and its models'.
func Version() account.Version {
	v := account.Version{
		Version: release,
		Stages: map[string]int{
			"extract": extract.Version, "annotate": annotate.Version, "group": group.Version,
			"trace": trace.Version, "collate": collate.Version,
		},
		Models: language.Models(),
	}
	if v.Version == "" {
		v.Version = "devel"
		if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
			v.Version = info.Main.Version
		}
	}
	return v
}
