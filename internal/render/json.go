package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"math"
	"reflect"

	"stemma/account"
)

// JSON writes acc in the form "stemma-account/1", indented by two spaces and
// ended by a line feed. Equal accounts give equal bytes: lists that are nil are
// written as empty arrays and maps in the order of their keys. Nothing is escaped
// beyond what JSON asks for, so that a report's words can be found with a text
// search. A number that JSON can't hold (not finite) counts as not known.
//
// It writes element by element as the stream gives them: an account of many
// stories needs no room in memory. acc is not changed.
func JSON(w io.Writer, acc *account.Stream) error {
	out := &encoder{w: bufio.NewWriterSize(w, 1<<16)}
	out.raw("{\n  \"format\": ")
	out.value(account.Format, "  ")
	writeList(out, "articles", acc.Articles)
	writeList(out, "failed", all(acc.Failed))
	writeList(out, "stories", storiesOf(acc))
	out.raw(",\n  \"stemma\": ")
	out.value(acc.Stemma, "  ")
	out.raw("\n}\n")
	return out.finish("JSON")
}

// all gives the elements of a list.
func all[T any](list []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, v := range list {
			if !yield(v, nil) {
				return
			}
		}
	}
}

// storiesOf gives the stories of a stream without their articles.
func storiesOf(acc *account.Stream) iter.Seq2[*account.Story, error] {
	return func(yield func(*account.Story, error) bool) {
		for one, err := range acc.Stories {
			if err != nil {
				yield(nil, err)
				return
			}
			for _, s := range one.Stories {
				if !yield(s, nil) {
					return
				}
			}
		}
	}
}

// JSONL writes each story of acc as an account of its own on one line: the story
// with its own articles, in the same form. The documents that could not be read
// stand in the first line, which is there also when there are no stories.
func JSONL(w io.Writer, acc *account.Stream) error {
	out := &encoder{w: bufio.NewWriterSize(w, 1<<16)}
	line := account.Account{Format: account.Format, Failed: acc.Failed, Stemma: acc.Stemma}
	if acc.StoryCount == 0 {
		for a, err := range acc.Articles {
			if err != nil {
				return fmt.Errorf("writing the account as JSONL: %w", err)
			}
			line.Articles = append(line.Articles, a)
		}
		out.line(line)
	}
	for one, err := range acc.Stories {
		if out.fail(err) {
			break
		}
		articles := newShelf(one)
		line.Stories = one.Stories
		line.Articles = nil
		for _, s := range one.Stories {
			for _, id := range s.Articles {
				if a := articles.byID[id]; a != nil {
					line.Articles = append(line.Articles, a)
				}
			}
		}
		out.line(line)
		line.Failed = nil
	}
	return out.finish("JSONL")
}

// An encoder writes pieces of JSON and keeps the first error.
type encoder struct {
	w   *bufio.Writer
	buf bytes.Buffer
	err error
}

func (e *encoder) raw(s string) {
	if e.err == nil {
		_, e.err = e.w.WriteString(s)
	}
}

// value writes v indented, as it stands after prefix.
func (e *encoder) value(v any, prefix string) { e.encode(v, prefix, "  ") }

// line writes v on one line.
func (e *encoder) line(v any) {
	e.encode(v, "", "")
	e.raw("\n")
}

func (e *encoder) encode(v any, prefix, indent string) {
	if e.err != nil {
		return
	}
	e.buf.Reset()
	enc := json.NewEncoder(&e.buf)
	enc.SetEscapeHTML(false)
	enc.SetIndent(prefix, indent)
	if e.err = enc.Encode(normal(reflect.ValueOf(v)).Interface()); e.err == nil {
		_, e.err = e.w.Write(bytes.TrimSuffix(e.buf.Bytes(), []byte("\n")))
	}
}

func (e *encoder) finish(what string) error {
	if e.err == nil {
		e.err = e.w.Flush()
	}
	if e.err != nil {
		return fmt.Errorf("writing the account as %s: %w", what, e.err)
	}
	return nil
}

// fail keeps an error, and reports whether there is one.
func (e *encoder) fail(err error) bool {
	if e.err == nil {
		e.err = err
	}
	return e.err != nil
}

// writeList writes a member of the account that is an array.
func writeList[T any](e *encoder, name string, list iter.Seq2[T, error]) {
	e.raw(",\n  \"" + name + "\": [")
	empty := true
	for v, err := range list {
		if e.fail(err) {
			return
		}
		if !empty {
			e.raw(",")
		}
		empty = false
		e.raw("\n    ")
		e.value(v, "    ")
	}
	if !empty {
		e.raw("\n  ")
	}
	e.raw("]")
}

// normal returns v with nil slices and maps made empty and numbers that are not
// finite taken away, all the way down. It copies what it changes and all that
// leads there, so that what v points to stays as it was.
func normal(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		return normalPointer(v)
	case reflect.Struct:
		c := reflect.New(v.Type()).Elem()
		for i := range v.NumField() {
			c.Field(i).Set(normal(v.Field(i)))
		}
		return c
	case reflect.Slice:
		c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		for i := range v.Len() {
			c.Index(i).Set(normal(v.Index(i)))
		}
		return c
	case reflect.Map:
		if v.IsNil() {
			return reflect.MakeMap(v.Type())
		}
	case reflect.Float64:
		if !finite(v.Float()) {
			return reflect.Zero(v.Type())
		}
	}
	return v
}

func normalPointer(v reflect.Value) reflect.Value {
	if v.IsNil() {
		return v
	}
	if e := v.Elem(); e.Kind() == reflect.Float64 && !finite(e.Float()) {
		return reflect.Zero(v.Type())
	}
	c := reflect.New(v.Type().Elem())
	c.Elem().Set(normal(v.Elem()))
	return c
}

func finite(f float64) bool { return !math.IsNaN(f) && !math.IsInf(f, 0) }
