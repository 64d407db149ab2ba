package account

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestNotes: the notes on the other formats name every field of their types.
func TestNotes(t *testing.T) {
	for file, types := range map[string][]reflect.Type{
		"analysis-format.md": {reflect.TypeFor[Analyses](), reflect.TypeFor[Analysis](), reflect.TypeFor[Sentence](), reflect.TypeFor[Token](), reflect.TypeFor[Named]()},
		"lists-format.md":    {reflect.TypeFor[Stories](), reflect.TypeFor[Summary](), reflect.TypeFor[Why](), reflect.TypeFor[Reason]()},
	} {
		note, err := os.ReadFile(filepath.Join("..", "docs", file))
		if err != nil {
			t.Fatal(err)
		}
		for _, typ := range types {
			for _, f := range reflect.VisibleFields(typ) {
				name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
				if !strings.Contains(string(note), "`"+name+"`") {
					t.Errorf("%s doesn't name `%s` of %s", file, name, typ.Name())
				}
			}
		}
	}
}

// TestStreamOfAccount: an account in pieces has each story with its own articles,
// whatever the account holds.
func TestStreamOfAccount(t *testing.T) {
	acc := &Account{
		Articles: []*Article{{ID: "a1", Title: "first"}, nil, {ID: "a2"}, {ID: "a1", Title: "again"}, {ID: "a3"}},
		Stories:  []*Story{{ID: "s1", Articles: []string{"a2", "a1", "a2"}}, {ID: "s2", Articles: []string{"a1", "a9"}}, {ID: "s3"}},
	}
	var got []string
	for one, err := range acc.Stream().Stories {
		if err != nil {
			t.Fatal(err)
		}
		ids := one.Stories[0].ID + ":"
		for _, a := range one.Articles {
			ids += " " + a.ID + a.Title
		}
		got = append(got, ids)
	}
	if want := []string{"s1: a1first a2", "s2: a1first", "s3:"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q; want %q", got, want)
	}
	for range acc.Stream().Stories {
		break // may be left at any time
	}
	for range acc.Stream().Articles {
		break
	}
}
