package account

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/account.schema.json")

// TestSchemaFile: the schema in docs is the one that the types give.
func TestSchemaFile(t *testing.T) {
	file := filepath.Join("..", "docs", "account.schema.json")
	got := Schema()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s is not what the types give; run go test ./account -update", file)
	}
}

// TestSchemaWords: every restricted field exists.
func TestSchemaWords(t *testing.T) {
	var doc struct {
		Defs map[string]struct {
			Properties map[string]struct {
				Enum []string `json:"enum"`
			} `json:"properties"`
		} `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &doc); err != nil {
		t.Fatal(err)
	}
	restricted := 0
	for _, d := range doc.Defs {
		for _, p := range d.Properties {
			if len(p.Enum) > 0 {
				restricted++
			}
		}
	}
	if restricted != len(words) {
		t.Errorf("%d fields are restricted, want %d", restricted, len(words))
	}
}

// TestFormatNote: docs/account-format.md names every field of every type.
func TestFormatNote(t *testing.T) {
	note, err := os.ReadFile(filepath.Join("..", "docs", "account-format.md"))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[reflect.Type]bool{}
	var visit func(reflect.Type)
	visit = func(typ reflect.Type) {
		for typ.Kind() == reflect.Slice || typ.Kind() == reflect.Pointer {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] {
			return
		}
		seen[typ] = true
		for _, f := range reflect.VisibleFields(typ) {
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name != "" && !strings.Contains(string(note), "`"+name+"`") {
				t.Errorf("%s.%s: the note doesn't name `%s`", typ.Name(), f.Name, name)
			}
			visit(f.Type)
		}
	}
	visit(reflect.TypeFor[Account]())
}
