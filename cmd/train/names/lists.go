package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"stemma/internal/names"
)

// An entry is somebody or something listed, with the other names it is known by.
type entry struct {
	kind    names.Kind
	name    string
	aliases []string
	born    string
}

// kinds has the kind of each schema that names.Compare has a say on.
var kinds = map[string]names.Kind{
	"Person": names.Person, "LegalEntity": names.Organization, "Company": names.Organization, "Organization": names.Organization,
}

// readLists reads all tables of a folder, in order of their names.
func readLists(dir string) ([]entry, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil {
		return nil, err
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("no tables (*.csv) in %s", dir)
	}
	var all []entry
	for _, file := range files {
		entries, err := readList(file)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		all = append(all, entries...)
	}
	return all, nil
}

func readList(file string) ([]entry, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	in := csv.NewReader(f)
	head, err := in.Read()
	if err != nil {
		return nil, err
	}
	column := map[string]int{}
	for i, name := range head {
		column[name] = i
	}
	for _, name := range []string{"schema", "name", "alias", "birthDate"} {
		if _, ok := column[name]; !ok {
			return nil, fmt.Errorf("no column %s", name)
		}
	}
	var all []entry
	for {
		row, err := in.Read()
		if err == io.EOF {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		kind, ok := kinds[row[column["schema"]]]
		name := plain(row[column["name"]])
		if !ok || name == "" {
			continue
		}
		all = append(all, entry{kind, name, aliases(row[column["alias"]]), row[column["birthDate"]]})
	}
}

var (
	brackets = regexp.MustCompile(`\([^)]*\)`)
	language = regexp.MustCompile(`^[A-Z][a-z]+: `) // "Russian: …"
	// between aliases; a comma that a legal form follows is part of a name
	separator = regexp.MustCompile(`;| / |,`)
	legalForm = regexp.MustCompile(`^ (?:LLC|Ltd|LTD|Inc|INC|JSC|Co)`)
)

func plain(name string) string { return strings.TrimSpace(brackets.ReplaceAllString(name, "")) }

// aliases takes a cell of aliases apart. Very short and very long ones are no
// names but remarks.
func aliases(cell string) []string {
	var all []string
	start := 0
	take := func(end int) {
		a := strings.Trim(plain(cell[start:end]), ` “”"‘’`)
		if a = language.ReplaceAllString(a, ""); 4 < len(a) && len(a) < 90 {
			all = append(all, a)
		}
	}
	for _, at := range separator.FindAllStringIndex(cell, -1) {
		if at[0] < start || cell[at[0]] == ',' && legalForm.MatchString(cell[at[1]:]) {
			continue
		}
		take(at[0])
		start = at[1]
	}
	take(len(cell))
	return all
}
