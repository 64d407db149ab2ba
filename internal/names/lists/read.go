package lists

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"unicode/utf8"

	"stemma/account"
)

const (
	problemsKept = 100
	longestLine  = 16 << 20
	longestName  = 256     // bytes; longer ones are remarks
	longestNote  = 400     // bytes that are kept of a note
	mostNames    = 5 << 20 // in all lists together: what is more is left out
	atOnce       = 2048    // lines that are taken apart side by side
)

// A reader reads one list.
type reader struct {
	list     *Lists
	name     string
	file     uint32
	problems int
	entries  int
	full     bool
}

func (r *reader) problem(line int, reason string) {
	if r.problems++; r.problems > problemsKept {
		return
	}
	r.list.problems = append(r.list.problems, account.Failure{
		Document: account.Document{Path: r.name, Line: line}, Stage: "entities", Reason: reason,
	})
}

// finish says what of the problems was not told, and that a list has no entries.
func (r *reader) finish() {
	if more := r.problems - problemsKept; more > 0 {
		r.problems = 0
		r.problem(0, fmt.Sprintf("%d more lines can't be read", more))
	}
	if r.entries == 0 {
		r.problems = 0
		r.problem(0, "holds no entity: not a list in JSONL, FollowTheMoney or CSV")
	}
}

// read reads a list in any of the forms, perhaps compressed.
func (r *reader) read(in io.Reader) error {
	b := bufio.NewReaderSize(in, 1<<20)
	if magic, _ := b.Peek(2); len(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b {
		z, err := gzip.NewReader(b)
		if err != nil {
			return err
		}
		b = bufio.NewReaderSize(z, 1<<20)
	}
	if bom, _ := b.Peek(3); string(bom) == "\ufeff" {
		_, _ = b.Discard(3) // they were looked at
	}
	start, _ := b.Peek(512)
	switch start = bytes.TrimLeft(start, " \t\r\n"); {
	case len(start) == 0 || start[0] == '{':
		r.lines(b)
	case start[0] == '[':
		r.problem(1, "an array: give one object a line")
	default:
		r.table(b)
	}
	return nil
}

// A parsed line is what it says, or what is wrong with it.
type parsed struct {
	raw
	number int
	err    error
}

// lines reads a list of JSON objects, some thousand lines at a time on all cores.
func (r *reader) lines(b *bufio.Reader) {
	batch := make([]parsed, 0, atOnce)
	texts := make([][]byte, 0, atOnce)
	for number, more := 1, true; more; {
		batch, texts = batch[:0], texts[:0]
		for len(batch) < atOnce {
			text, err := readLine(b)
			if err != nil && !errors.Is(err, errLong) {
				more = false
				if !errors.Is(err, io.EOF) {
					r.problem(number, err.Error()) // a damaged file: what came is kept
				}
				break
			}
			if err != nil || len(bytes.TrimSpace(text)) > 0 {
				batch = append(batch, parsed{number: number, err: err})
				texts = append(texts, text)
			}
			number++
		}
		each(len(batch), func(i int) {
			if batch[i].err == nil {
				batch[i].raw, batch[i].err = parseLine(texts[i])
			}
		})
		for i := range batch {
			r.take(batch[i])
		}
	}
}

var errLong = errors.New("the line is too long")

// readLine reads a line of at most longestLine bytes, and passes over a longer one.
func readLine(b *bufio.Reader) ([]byte, error) {
	var line []byte
	for long := false; ; {
		part, err := b.ReadSlice('\n')
		if long = long || len(line)+len(part) > longestLine; !long {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case long && (err == nil || errors.Is(err, io.EOF)):
			return nil, errLong
		case errors.Is(err, io.EOF) && len(line) > 0:
			return line, nil
		}
		return line, err
	}
}

// each calls do(0) … do(n-1) on all cores.
func each(n int, do func(i int)) {
	const share = 64
	var wg sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), (n+share-1)/share) {
		wg.Go(func() {
			for from := range next {
				for i := from; i < min(n, from+share); i++ {
					do(i)
				}
			}
		})
	}
	for from := 0; from < n; from += share {
		next <- from
	}
	close(next)
	wg.Wait()
}

// take takes what a line says among the entries.
func (r *reader) take(p parsed) {
	if p.err != nil {
		r.problem(p.number, p.err.Error())
		return
	}
	if p.passed {
		return
	}
	main := clean(p.name)
	var all []string
	for _, n := range append([]string{p.name}, p.aliases...) {
		if n = clean(n); n != "" {
			all = append(all, n)
		}
	}
	if len(all) == 0 {
		r.problem(p.number, "no name")
		return
	}
	if main == "" {
		main = all[0]
	}
	if len(r.list.names)+len(all) > mostNames {
		if !r.full {
			r.problem(p.number, fmt.Sprintf("more than %d names: the rest of the list is left out", mostNames))
		}
		r.full = true
		return
	}
	id := clean(p.id)
	if id == "" {
		id = main
	}
	r.entries++
	at := uint32(len(r.list.entries))
	r.list.entries = append(r.list.entries, entry{id: id, name: main, kind: p.kind, wikidata: clean(p.wikidata), notes: cut(p.notes, longestNote), file: r.file})
	for _, n := range all {
		r.list.names = append(r.list.names, name{n, at})
	}
}

// clean sets a name on one line, without bytes that are no characters; "" for one
// that is too long for a name.
func clean(s string) string {
	if s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " "); len(s) > longestName {
		return ""
	}
	return strings.Clone(s) // not the whole line that it stood in
}

func cut(s string, most int) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
	if len(s) > most {
		for most > 0 && !utf8.RuneStart(s[most]) {
			most--
		}
		s = s[:most] + " …"
	}
	return strings.Clone(s)
}
