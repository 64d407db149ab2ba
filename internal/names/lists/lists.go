// Package lists reads lists of people, organisations and places that a user
// brings, and finds in them what a name stands for.
//
//	known, err := lists.Open("suspects.jsonl", "targets.simple.csv")
//	found := known.Find([]string{"Sergei Shtyrkov", "Shtyrkov"}, account.Person)
//
// # Forms
//
// What a file holds is found by its content; it may be compressed with gzip.
//
//   - JSONL, an object a line: {"id": "p1", "name": "Sergei Shtyrkov", "aliases":
//     ["Serguei Chtyrkov"], "type": "person"}. Only name must be there. type is
//     person, organization, place or other, or left out; wikidata and notes are kept.
//   - FollowTheMoney entities, one a line: {"id", "schema", "properties": {"name":
//     […], "alias": […], …}}, as in the OpenSanctions files entities.ftm.json and
//     targets.nested.json. Names are name, alias and previousName; weakAlias is
//     passed over, and so are schemata that name nobody (Sanction, Ownership, …).
//   - CSV with a head that has name, as the OpenSanctions file targets.simple.csv:
//     id, schema (or type), name, aliases (apart by semicolons).
//
// A line that can't be read is a problem with its number and never stops the rest.
//
// # Finding
//
// A name is looked up by its words, in any order and script ([names.Fold]): names
// that are equal are found first. Where none is, names that share two words by
// their sound are compared ([names.Compare]), and count from [Sure] on. Keys are
// sorted arrays of 8 bytes a key, so that a list of a million names takes some
// hundred megabytes, and a look-up in it microseconds.
package lists

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"stemma/account"
)

// Lists are the entries of one or more files. They don't change after they were
// read and may be used by several goroutines at once; nil holds nothing.
type Lists struct {
	files    []file
	problems []account.Failure
	entries  []entry
	names    []name
	exact    []key // by all words of a name
	sounds   []key // by two of its words as they sound
}

// A file is one list: its name, and the checksum of its bytes.
type file struct{ name, sum string }

// An entry is one line of a list. A kind of "" says that it can be anything that
// has a name.
type entry struct {
	id, name, kind, wikidata, notes string
	file                            uint32
}

// A name is one that an entry goes by.
type name struct {
	text  string
	entry uint32
}

// A Source is a list to be read: its bytes and the name to call it by.
type Source struct {
	Name string
	io.Reader
}

// Open reads the files at the paths. It gives an error where one can't be opened
// or read; what is wrong within one is in Problems.
func Open(paths ...string) (*Lists, error) {
	var sources []Source
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			return nil, fmt.Errorf("list of entities: %w", err)
		}
		defer f.Close()
		sources = append(sources, Source{filepath.Base(path), f})
	}
	return Read(sources...)
}

// Read reads lists. Of two with one name the second is called "name (2)".
func Read(sources ...Source) (*Lists, error) {
	l := &Lists{}
	taken := map[string]int{}
	for _, s := range sources {
		name := s.Name
		if taken[s.Name]++; taken[s.Name] > 1 {
			name = fmt.Sprintf("%s (%d)", s.Name, taken[s.Name])
		}
		sum := sha256.New()
		r := &reader{list: l, name: name, file: uint32(len(l.files))}
		all := io.TeeReader(s.Reader, sum)
		err := r.read(all)
		if err == nil {
			_, err = io.Copy(io.Discard, all) // what a compressed file has behind its end
		}
		if err != nil {
			return nil, fmt.Errorf("list of entities %s: %w", name, err)
		}
		r.finish()
		l.files = append(l.files, file{name, fmt.Sprintf("sha256:%x", sum.Sum(nil))})
	}
	l.index()
	return l, nil
}

// Len is the number of entries.
func (l *Lists) Len() int {
	if l == nil {
		return 0
	}
	return len(l.entries)
}

// Problems are the lines that could not be read, with their numbers: of each list
// the first hundred, and how many more there are.
func (l *Lists) Problems() []account.Failure {
	if l == nil {
		return nil
	}
	return l.problems
}

// Checksums are the lists' names with the SHA-256 of their bytes.
func (l *Lists) Checksums() map[string]string {
	if l == nil || len(l.files) == 0 {
		return nil
	}
	sums := map[string]string{}
	for _, f := range l.files {
		sums[f.name] = f.sum
	}
	return sums
}

// Mark is a number that stands for the lists as a whole, their names and bytes: 0
// for none, and almost surely another for others.
func (l *Lists) Mark() int64 {
	if l == nil || len(l.files) == 0 {
		return 0
	}
	h := sha256.New()
	for _, f := range l.files {
		fmt.Fprintf(h, "%q %s\n", f.name, f.sum)
	}
	return int64(binary.BigEndian.Uint64(h.Sum(nil))>>1) | 1
}

// listed gives an entry its public form.
func (l *Lists) listed(i uint32) account.Listed {
	e := &l.entries[i]
	return account.Listed{List: l.files[e.file].name, ID: e.id, Name: e.name, Type: e.kind, Wikidata: e.wikidata, Notes: e.notes}
}

// compareEntries orders entries by list and id; lines of one id are one entry.
func (l *Lists) compareEntries(a, b uint32) int {
	x, y := &l.entries[a], &l.entries[b]
	return cmp.Or(cmp.Compare(x.file, y.file), cmp.Compare(x.id, y.id))
}
