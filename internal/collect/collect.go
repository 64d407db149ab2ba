// Package collect turns sources into documents. A source is a file, a folder, a
// glob pattern or "-" for standard input; a document is plain text, a page of
// HTML, a JSON object, a line of JSONL or an element of a JSON array, each also
// compressed with gzip or zstd. What a file holds is found by its content, its
// name helping only where the content leaves it open.
//
//	err := collect.Collect(ctx, sources, os.Stdin, sink)
//
// Whatever can't be read is handed to the sink as a failure and never stops the
// rest. Memory is bounded by MaxDocument for each document, whatever the size of
// its file.
package collect

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"syscall"

	"stemma/account"
)

// MaxDocument is the size in bytes of the largest document that is read,
// decompressed. The longest news report is a thousandth of it.
const MaxDocument = 32 << 20

// A Sink takes what a collection finds, one call at a time. An error from it
// ends the collection.
type Sink interface {
	Document(*Document) error
	Failure(account.Failure) error
}

// Collect reads the sources in the given order, folders in the order of their
// names, and hands each document to the sink. It returns the sink's first error
// or ctx's.
func Collect(ctx context.Context, sources []string, stdin io.Reader, sink Sink) error {
	c := &collector{ctx: ctx, sink: sink}
	for _, source := range sources {
		if err := c.source(source, stdin); err != nil {
			return err
		}
	}
	return nil
}

type collector struct {
	ctx  context.Context
	sink Sink
}

func (c *collector) source(source string, stdin io.Reader) error {
	if source == "-" {
		return c.stream("-", stdin)
	}
	if scheme, _, ok := strings.Cut(source, "://"); ok && (scheme == "http" || scheme == "https") {
		return c.fail(source, errors.New("pages can't be fetched yet: save the page and name its file"))
	}
	if _, err := os.Stat(source); err != nil && strings.ContainsAny(source, "*?[") {
		return c.glob(source)
	}
	return c.path(source)
}

func (c *collector) glob(pattern string) error {
	paths, err := filepath.Glob(pattern)
	if err != nil {
		return c.fail(pattern, fmt.Errorf("not a pattern: %w", err))
	}
	if len(paths) == 0 {
		return c.fail(pattern, errors.New("no file matches this pattern"))
	}
	sort.Strings(paths)
	for _, path := range paths {
		if err := c.path(path); err != nil {
			return err
		}
	}
	return nil
}

// path reads a file, or a folder with all that is in it. Hidden files and
// folders (".git", ".DS_Store") inside a folder are left out.
func (c *collector) path(root string) error {
	info, err := os.Stat(root)
	if err != nil {
		return c.fail(root, err)
	}
	if !info.IsDir() {
		return c.file(root)
	}
	// A link to a folder is followed when the user names it, so the walk begins
	// behind it; links inside are not, or a circle would never end.
	if real, err := filepath.EvalSymlinks(root); err == nil && real != root {
		return c.walk(root, real)
	}
	return c.walk(root, root)
}

func (c *collector) walk(root, real string) error {
	return filepath.WalkDir(real, func(path string, entry fs.DirEntry, err error) error {
		shown := filepath.Join(root, strings.TrimPrefix(path, real))
		switch {
		case err != nil:
			if err := c.fail(shown, err); err != nil {
				return err
			}
			if entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case path != real && strings.HasPrefix(entry.Name(), "."):
			if entry.IsDir() {
				return fs.SkipDir
			}
			return nil
		case entry.IsDir():
			return nil
		}
		return c.fileAs(path, shown)
	})
}

func (c *collector) file(path string) error { return c.fileAs(path, path) }

func (c *collector) fileAs(path, shown string) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return c.fail(shown, err)
	case info.IsDir():
		return c.fail(shown, errors.New("a link to a folder, which isn't followed"))
	case !info.Mode().IsRegular():
		return c.fail(shown, errors.New("not a regular file"))
	}
	f, err := os.Open(path)
	if err != nil {
		return c.fail(shown, err)
	}
	defer f.Close()
	return c.stream(shown, f)
}

// stream reads one file's documents.
func (c *collector) stream(path string, r io.Reader) error {
	content, err := open(r)
	if err != nil {
		return c.fail(path, err)
	}
	defer content.Close()
	docs, err := content.documents(path)
	if err != nil {
		return c.fail(path, err)
	}
	for n := 0; ; n++ {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		doc, err := docs.next()
		if err == io.EOF && n > 0 {
			return nil
		}
		var bad *badDocument
		switch {
		case err == io.EOF:
			return c.fail(path, errors.New("no document in it"))
		case errors.As(err, &bad):
			err = c.sink.Failure(account.Failure{Document: place(path, bad.line), Stage: Stage, Reason: bad.Error()})
		case err != nil:
			return c.fail(path, err)
		default:
			doc.Document = place(path, doc.Line)
			sum := sha256.Sum256(doc.Bytes)
			doc.SHA256 = hex.EncodeToString(sum[:])
			err = c.sink.Document(doc)
		}
		if err != nil {
			return err
		}
	}
}

// Stage is the name under which failures of this stage are recorded.
const Stage = "collect"

func (c *collector) fail(path string, err error) error {
	return c.sink.Failure(account.Failure{Document: place(path, 0), Stage: Stage, Reason: Reason(err)})
}

func place(path string, line int) account.Document {
	return account.Document{Path: filepath.ToSlash(path), Line: line}
}

// Reason says in a user's words why a file can't be read.
func Reason(err error) string {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file or folder"
	case errors.Is(err, fs.ErrPermission):
		return "no permission to read it"
	case errors.Is(err, syscall.EMFILE):
		return "too many open files"
	case errors.As(err, &path):
		return path.Err.Error()
	}
	return err.Error()
}

// A badDocument is one document of several in a file that can't be read.
type badDocument struct {
	line   int
	reason string
}

func (b *badDocument) Error() string { return b.reason }
