package stemma

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"time"

	"stemma/account"
	"stemma/internal/collect"
	"stemma/internal/store"
)

// Add collects the documents of the given sources: files, folders with all that
// is in them, glob patterns, or "-" for standard input. What can't be read is
// recorded and never stops the rest. A document that the archive has already,
// byte for byte, is not added again; where it stood is noted.
//
// An error means that the collection ended early: ctx was done, or the store
// failed. What was collected before stays, and adding the same sources again
// goes on where it ended.
func (a *Archive) Add(ctx context.Context, sources ...string) error {
	if err := a.lock(ctx); err != nil {
		return err
	}
	defer a.unlock()
	stdin := a.options.Stdin
	if stdin == nil {
		stdin = bytes.NewReader(nil)
	}
	return a.add(ctx, stdin, sources)
}

func (a *Archive) add(ctx context.Context, stdin io.Reader, sources []string) error {
	last, err := a.store.Cursor(ctx, collect.Stage)
	if err != nil {
		return err
	}
	a.progress(collect.Stage, 0, 0)
	c := &collection{archive: a, ctx: ctx, last: last, at: map[string]int{}}
	if err := collect.Collect(ctx, sources, stdin, c); err != nil {
		// What was found before the end is whole, so it is kept, even though
		// ctx may be done by now.
		c.ctx = context.WithoutCancel(ctx)
		return errors.Join(err, c.flush())
	}
	return c.flush()
}

// A document as it is stored: a line of JSON, then the bytes as they came.
type document struct {
	Article string `json:"article"` // the id that its article has or would have
	collect.Document
}

func (d *document) encode() ([]byte, error) {
	head, err := json.Marshal(d)
	if err != nil {
		return nil, err
	}
	return append(append(head, '\n'), d.Bytes...), nil
}

func decodeDocument(data []byte) (*document, error) {
	head, body, found := bytes.Cut(data, []byte{'\n'})
	if !found {
		return nil, errors.New("a document without a head")
	}
	d := new(document)
	if err := json.Unmarshal(head, d); err != nil {
		return nil, err
	}
	d.Bytes = body
	return d, nil
}

// Remove takes a document out of the archive, by its SHA-256 in hex, and with
// the next Sync all that was made of it. A document that isn't there is no error.
func (a *Archive) Remove(ctx context.Context, sha256 string) error {
	if err := a.lock(ctx); err != nil {
		return err
	}
	defer a.unlock()
	r, err := a.store.Get(ctx, store.Document, sha256)
	if errors.Is(err, store.ErrNotFound) {
		return nil
	} else if err != nil {
		return err
	}
	doc, err := decodeDocument(r.Data)
	if err != nil {
		return fmt.Errorf("document %s: %w", sha256, err)
	}
	// What is left of the document is the id of its article, by which the stages
	// find what they made.
	r.Deleted, r.Data = true, []byte(doc.Article)
	return a.store.Commit(ctx, store.Batch{Put: []store.Record{r}})
}

// collection is the sink of one Add: it numbers new documents and writes them in
// batches.
type collection struct {
	archive *Archive
	ctx     context.Context
	last    int64 // the number of the last document
	batch   []store.Record
	at      map[string]int // where a key stands in batch
	size    int
	added   int
}

// A batch is written when it has so many records or bytes.
const (
	batchRecords = 128
	batchBytes   = 16 << 20
)

func (c *collection) put(r store.Record) error {
	key := string(r.Kind) + r.Key
	if i, ok := c.at[key]; ok {
		c.batch[i] = r
		return nil
	}
	c.at[key] = len(c.batch)
	c.batch = append(c.batch, r)
	c.size += len(r.Data)
	if len(c.batch) < batchRecords && c.size < batchBytes {
		return nil
	}
	return c.flush()
}

func (c *collection) flush() error {
	if len(c.batch) == 0 {
		return nil
	}
	err := c.archive.store.Commit(c.ctx, store.Batch{Put: c.batch, Cursor: collect.Stage, At: c.last})
	c.batch, c.size = nil, 0
	clear(c.at)
	c.archive.progress(collect.Stage, c.added, 0)
	return err
}

// known returns a record that is in the batch or in the store.
func (c *collection) known(kind store.Kind, key string) (store.Record, bool, error) {
	if i, ok := c.at[string(kind)+key]; ok {
		return c.batch[i], !c.batch[i].Deleted, nil
	}
	r, err := c.archive.store.Get(c.ctx, kind, key)
	if errors.Is(err, store.ErrNotFound) {
		return r, false, nil
	}
	return r, err == nil, err
}

func (c *collection) Document(found *collect.Document) error {
	c.added++
	if err := c.forgive(found.Document); err != nil {
		return err
	}
	r, ok, err := c.known(store.Document, found.SHA256)
	if err != nil {
		return err
	}
	doc := &document{Document: *found}
	if ok {
		if doc, err = decodeDocument(r.Data); err != nil {
			return fmt.Errorf("document %s: %w", r.Key, err)
		}
		if !doc.alsoAt(found.Document) {
			return nil
		}
	} else {
		c.last++
		doc.Article = "a" + strconv.FormatInt(c.last, 10)
		if c.archive.options.Now != nil {
			doc.Collected = c.archive.options.Now().UTC().Format(time.RFC3339)
		}
	}
	data, err := doc.encode()
	if err != nil {
		return err
	}
	return c.put(store.Record{Kind: store.Document, Key: found.SHA256, Data: data})
}

// alsoAt notes that the same bytes stood at another place too, and reports
// whether that is new.
func (d *document) alsoAt(other account.Document) bool {
	at := place(other)
	if at == place(d.Document.Document) || slices.Contains(d.Also, at) {
		return false
	}
	d.Also = append(d.Also, at)
	slices.Sort(d.Also)
	return true
}

// place writes where a document stood: "folder/file.jsonl:12".
func place(d account.Document) string {
	at := d.Path
	if at == "" {
		at = d.URL
	} else {
		at = path.Clean(at)
	}
	if d.Line > 0 {
		at += ":" + strconv.Itoa(d.Line)
	}
	return at
}

func (c *collection) Failure(f account.Failure) error {
	c.archive.tell(f)
	r, err := failureRecord(f, place(f.Document))
	if err != nil {
		return err
	}
	return c.put(r)
}

// forgive takes back the failure of a place that can be read now.
func (c *collection) forgive(d account.Document) error {
	key := failureKey(collect.Stage, place(d))
	_, ok, err := c.known(store.Failure, key)
	if err != nil || !ok {
		return err
	}
	return c.put(store.Record{Kind: store.Failure, Key: key, Deleted: true})
}

func failureKey(stage, of string) string { return stage + " " + of }

func failureRecord(f account.Failure, of string) (store.Record, error) {
	data, err := json.Marshal(f)
	return store.Record{Kind: store.Failure, Key: failureKey(f.Stage, of), Data: data}, err
}

func (a *Archive) tell(f account.Failure) {
	if a.options.Failed != nil {
		a.options.Failed(f)
	}
}
