package stemma

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers lists the rooms from the ground up. A package may import rooms below
// its own, and its own subfolders; a room on the same line as another doesn't
// know it.
var layers = [][]string{
	{"account", "internal/span", "internal/isotime"}, // the vocabulary knows nobody
	{"internal/collect", "internal/store", "internal/names", "internal/language"},
	{"internal/extract"},
	{"internal/annotate/numerals"},
	{"internal/annotate/times", "internal/annotate/mentions"},
	{"internal/annotate/quantities"}, // a year is none
	{"internal/annotate/quotations"}, // speakers are mentions
	{"internal/annotate/statements"}, // what is said, by whom, when and how much
	{"internal/annotate"},            // an article as a whole
	{"internal/trace/outlets"},
	{"internal/group", "internal/trace/dating", "internal/trace/entities", "internal/trace/reuse"},
	{"internal/trace/utterances"}, // one speaker's, whatever the spelling
	{"internal/trace"},
	{"internal/collate"},
	{"internal/render"},
	{"."},
	{"cmd/internal"},
	{"cmd/stemma", "cmd/bench", "cmd/train"},
}

// barred are imports that point down and are wrong all the same.
var barred = []struct{ from, to, why string }{
	{"internal/annotate", "internal/store", "analysis is pure: text in, spans out"},
	{"internal/language", "internal/store", "analysis is pure: text in, spans out"},
	{"internal/extract", "internal/store", "analysis is pure: bytes in, article out"},
	{"internal/group", "internal/store", "its memory is given to it by the pipeline"},
	{"internal/trace", "internal/store", "analysis is pure: reports in, lineage out"},
	{"internal/collate", "internal/store", "analysis is pure: reports in, account out"},
	{"internal/render", "internal/annotate", "pages show the account and nothing that isn't in it"},
	{"internal/render", "internal/trace", "pages show the account and nothing that isn't in it"},
	{"internal/render", "internal/collate", "pages show the account and nothing that isn't in it"},
	{"internal/render", "internal/extract", "pages show the account and nothing that isn't in it"},
	{"cmd/stemma", "internal/store", "the program uses the library, as everybody else"},
	{"cmd/stemma", "internal/annotate", "the program uses the library, as everybody else"},
	{"cmd/stemma", "internal/trace", "the program uses the library, as everybody else"},
	{"cmd/stemma", "internal/collate", "the program uses the library, as everybody else"},
}

// TestImportsPointDown holds the packages to the layers. The same rules stand in
// .golangci.yml for the editor's sake.
func TestImportsPointDown(t *testing.T) {
	seen := map[string]bool{}
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "tools" || strings.HasPrefix(entry.Name(), ".") && file != "."):
			return fs.SkipDir
		case !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		from := path.Dir(filepath.ToSlash(file))
		seen[from] = true
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, imported := range f.Imports {
			to, err := strconv.Unquote(imported.Path.Value)
			if err != nil {
				return err
			}
			if to == "stemma" {
				checkImport(t, from, ".")
			} else if to, ours := strings.CutPrefix(to, "stemma/"); ours {
				checkImport(t, from, to)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, layer := range layers {
		for _, room := range layer {
			if !slices.ContainsFunc(keys(seen), func(pkg string) bool { return within(pkg, room) }) {
				t.Errorf("the layers name %s, which isn't there", room)
			}
		}
	}
}

func keys(m map[string]bool) []string {
	var all []string
	for k := range m {
		all = append(all, k)
	}
	return all
}

func checkImport(t *testing.T, from, to string) {
	t.Helper()
	fromLayer, fromRoom := layerOf(from)
	toLayer, toRoom := layerOf(to)
	switch {
	case fromLayer < 0:
		t.Errorf("%s stands in no layer: give it one", from)
	case toLayer < 0:
		t.Errorf("%s stands in no layer: give it one", to)
	case toLayer > fromLayer:
		t.Errorf("%s imports %s, which points up", from, to)
	case toLayer == fromLayer && toRoom != fromRoom:
		t.Errorf("%s imports %s: rooms of one layer don't know each other", from, to)
	}
	for _, b := range barred {
		if within(from, b.from) && within(to, b.to) {
			t.Errorf("%s imports %s: %s", from, to, b.why)
		}
	}
}

// layerOf finds the room that a package is in, the innermost one, and its layer.
func layerOf(pkg string) (layer int, room string) {
	layer = -1
	for i, rooms := range layers {
		for _, r := range rooms {
			if within(pkg, r) && len(r) >= len(room) {
				layer, room = i, r
			}
		}
	}
	return layer, room
}

func within(pkg, room string) bool {
	return pkg == room || room != "." && strings.HasPrefix(pkg, room+"/")
}
