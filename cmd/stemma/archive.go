package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/pflag"

	"stemma"
	"stemma/account"
)

// archiveFlags say which archive is used, and how what is added to it is read.
type archiveFlags struct {
	store string
	lists []string
	join  float64
}

func (a *archiveFlags) register(flags *pflag.FlagSet, store string) {
	flags.StringVar(&a.store, "store", "", store)
	flags.StringArrayVar(&a.lists, "entities", nil, "a list that names people, organisations and places in advance\n(JSONL, FollowTheMoney, OpenSanctions); may be given several times")
	flags.Float64Var(&a.join, "join", 0, "make larger stories (above 0) or smaller ones (below 0) than the program would;\n1 is much")
}

// check reports what makes no sense in the flags.
func (a *archiveFlags) check() error {
	if !(a.join >= -10 && a.join <= 10) {
		return usage("--join is a number from -10 to 10")
	}
	return nil
}

// storeUsage says what the flag --store is for, to the verbs that look into an
// archive.
const storeUsage = "the archive that read --store made; with sources, they are added to it"

// An opened archive is one that is up to date with the sources it was opened for.
type opened struct {
	*stemma.Archive
	cleanUp func()
	shown   *progress
}

// openArchive opens the user's archive, or one that is removed again, adds the
// sources and brings it up to date. Without sources the archive must be there, and
// it is left as it is.
func openArchive(ctx context.Context, flags archiveFlags, sources []string, stdin io.Reader, stderr io.Writer) (*opened, error) {
	if len(sources) == 0 {
		if _, err := os.Stat(flags.store); errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%w: there is no archive at %s", errNothing, flags.store)
		}
	}
	at, cleanUp, err := archivePath(flags.store)
	if err != nil {
		return nil, err
	}
	o := &opened{cleanUp: cleanUp, shown: newProgress(stderr)}
	o.Archive, err = stemma.Open(ctx, at, stemma.Options{
		Stdin:    stdin,
		Entities: flags.lists,
		Grouping: stemma.Grouping{Join: flags.join},
		Progress: o.shown.update,
		Failed:   func(f account.Failure) { o.shown.line(failureLine(f)) },
	})
	if err != nil {
		cleanUp()
		return nil, err
	}
	if len(sources) > 0 {
		err = o.Add(ctx, sources...)
		if err == nil {
			err = o.Sync(ctx)
		}
	} else if pending, failed := o.Pending(ctx); failed != nil {
		err = failed
	} else if pending {
		o.shown.line("stemma: the archive is not up to date; read --store goes on where it was left")
	}
	o.shown.clear()
	if err != nil {
		return nil, errors.Join(err, o.Close())
	}
	return o, nil
}

// Close closes the archive, and removes one that was made for the moment.
func (o *opened) Close() error {
	o.shown.clear()
	err := o.Archive.Close()
	o.cleanUp()
	return err
}

// archivePath is the file of the archive: the user's, or one that is removed
// again. It is a file and not memory because a large input needs the room.
func archivePath(path string) (string, func(), error) {
	if path != "" {
		return path, func() {}, nil
	}
	dir, err := os.MkdirTemp("", "stemma-")
	if err != nil {
		return "", nil, err
	}
	return filepath.Join(dir, "archive.db"), func() { os.RemoveAll(dir) }, nil
}

func failureLine(f account.Failure) string {
	return fmt.Sprintf("stemma: can't read %s: %s", printable(documentPlace(f.Document)), printable(f.Reason))
}

// documentPlace says where a document stood.
func documentPlace(d account.Document) string {
	at := d.Path
	if at == "" {
		at = d.URL
	}
	if d.Line > 0 {
		at = fmt.Sprintf("%s, line %d", at, d.Line)
	}
	return at
}

// printable drops what could steer a terminal: a file's name may hold anything.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}
