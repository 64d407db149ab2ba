package collect

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// A reader gives the documents of one file in order: a Document with Kind, Bytes
// and Line; a *badDocument for one that can't be read; io.EOF at the end; or
// another error, after which the file can't be read on.
type reader interface {
	next() (*Document, error)
}

var errTooLarge = fmt.Errorf("larger than %d MiB, the most that one document may have", MaxDocument>>20)

// whole reads the file as one document.
type whole struct {
	r    io.Reader
	kind string
	many bool // a .json file whose first lines are objects: it may be JSONL
	done bool
	rest reader
}

func (w *whole) next() (*Document, error) {
	if w.rest != nil {
		return w.rest.next()
	}
	if w.done {
		return nil, io.EOF
	}
	w.done = true
	data, err := io.ReadAll(io.LimitReader(w.r, MaxDocument+1))
	if err != nil {
		return nil, err
	}
	if w.many && (len(data) > MaxDocument || !json.Valid(trimBOM(data))) {
		w.rest = &linesReader{r: bufio.NewReaderSize(io.MultiReader(bytes.NewReader(data), w.r), 64<<10)}
		return w.rest.next()
	}
	if len(data) > MaxDocument {
		return nil, errTooLarge
	}
	if w.kind == JSON {
		data = trimBOM(data)
		if err := validJSON(data); err != nil {
			return nil, err
		}
	}
	return &Document{Kind: w.kind, Bytes: data}, nil
}

// validJSON says in a user's words what is wrong with a JSON value.
func validJSON(data []byte) error {
	if json.Valid(data) {
		return nil
	}
	var v json.RawMessage
	err := json.Unmarshal(data, &v)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		if syntax.Offset >= int64(len(bytes.TrimRight(data, " \t\r\n"))) {
			return errors.New("JSON that breaks off in the middle")
		}
		return fmt.Errorf("not valid JSON at byte %d: %s", syntax.Offset, syntax.Error())
	}
	return fmt.Errorf("not valid JSON: %w", err)
}

// linesReader reads JSONL: an object a line, blank lines between them allowed.
type linesReader struct {
	r    *bufio.Reader
	line int
}

func (l *linesReader) next() (*Document, error) {
	for {
		data, tooLong, err := l.read()
		if err != nil {
			return nil, err
		}
		l.line++
		if l.line == 1 {
			data = trimBOM(data)
		}
		data = bytes.TrimSpace(data)
		if tooLong {
			return nil, &badDocument{l.line, errTooLarge.Error()}
		}
		if len(data) == 0 {
			continue
		}
		doc := &Document{Kind: JSON, Bytes: data}
		doc.Line = l.line
		if err := validJSON(data); err != nil {
			return nil, &badDocument{l.line, err.Error()}
		}
		if data[0] != '{' {
			return nil, &badDocument{l.line, "not a JSON object"}
		}
		return doc, nil
	}
}

// read reads a line without its end. Of a line that is too long it drops the
// rest, so that memory stays bounded.
func (l *linesReader) read() (line []byte, tooLong bool, err error) {
	for {
		piece, err := l.r.ReadSlice('\n')
		if tooLong = tooLong || len(line)+len(piece) > MaxDocument; tooLong {
			line = nil
		} else {
			line = append(line, piece...)
		}
		switch {
		case err == nil, err == io.EOF && (len(line) > 0 || tooLong):
			return line, tooLong, nil
		case err != bufio.ErrBufferFull:
			return nil, false, err
		}
	}
}

// elements reads a JSON array: each element a document, numbered from 1.
type elements struct {
	limit *io.LimitedReader
	in    *json.Decoder
	n     int
}

func newElements(r *bufio.Reader) *elements {
	if bom, err := r.Peek(3); err == nil && len(trimBOM(bom)) == 0 {
		r.Discard(3) //nolint:errcheck // three bytes were just peeked
	}
	limit := &io.LimitedReader{R: r, N: MaxDocument}
	return &elements{limit: limit, in: json.NewDecoder(limit)}
}

func (e *elements) next() (*Document, error) {
	if e.n == 0 {
		if _, err := e.in.Token(); err != nil { // the opening bracket
			return nil, e.broken(err)
		}
	}
	e.n++
	if !e.in.More() {
		if _, err := e.in.Token(); err != nil { // the closing one
			return nil, e.broken(err)
		}
		return nil, io.EOF
	}
	// The decoder holds what it has read of the next element, so the limit is
	// per element and not per file.
	e.limit.N = MaxDocument
	var raw json.RawMessage
	if err := e.in.Decode(&raw); err != nil {
		return nil, e.broken(err)
	}
	doc := &Document{Kind: JSON, Bytes: bytes.TrimSpace(raw)}
	doc.Line = e.n
	if doc.Bytes[0] != '{' {
		return nil, &badDocument{e.n, "not a JSON object"}
	}
	return doc, nil
}

// broken says why the array can't be read on. The elements before it stand.
func (e *elements) broken(err error) error {
	var syntax *json.SyntaxError
	switch {
	case e.limit.N <= 0:
		return errTooLarge
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fmt.Errorf("a JSON array that breaks off in element %d", max(e.n, 1))
	case errors.As(err, &syntax):
		return fmt.Errorf("not valid JSON in element %d: %s", max(e.n, 1), syntax.Error())
	}
	return err
}
