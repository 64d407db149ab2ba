package extract

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma/account"
	"stemma/internal/collect"
	"stemma/internal/span"
)

var update = flag.Bool("update", false, "write the golden files anew")

// kinds are the documents' kinds by the ending of their names.
var kinds = map[string]string{".txt": collect.PlainText, ".html": collect.HTML, ".json": collect.JSON}

// inputs are the invented documents of testdata/articles.
func inputs(t testing.TB) map[string]*collect.Document {
	all := map[string]*collect.Document{}
	names, err := filepath.Glob("testdata/articles/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		kind, ok := kinds[filepath.Ext(name)]
		if !ok {
			continue
		}
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = &collect.Document{Document: account.Document{Path: name, Collected: "2026-11-01T00:00:00Z"}, Kind: kind, Bytes: b}
	}
	if len(all) == 0 {
		t.Fatal("no documents in testdata/articles")
	}
	return all
}

func TestGolden(t *testing.T) {
	for name, doc := range inputs(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			a, err := Extract(doc)
			if err != nil {
				t.Fatal(err)
			}
			checkLaws(t, a)
			again, err := Extract(doc)
			if err != nil || !reflect.DeepEqual(a, again) {
				t.Errorf("a second call gives something else: %v", err)
			}
			golden := name + ".golden"
			got := show(a)
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// show gives an article in a form that can be read.
func show(a *Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\noutlet: %s\nbyline: %s\nurl: %s\nlanguage: %s\n", a.TitleSpan.In(a.Text), a.Outlet, a.Byline, a.URL, a.Language)
	fmt.Fprintf(&b, "published: %s [%s]\nmodified: %s [%s]\n", a.Published.Time, a.Published.Evidence.In(a.Text), a.Modified.Time, a.Modified.Evidence.In(a.Text))
	for _, c := range a.Credits {
		fmt.Fprintf(&b, "%s: %s [%s]\n", c.Kind, c.Name, strings.ReplaceAll(c.In(a.Text), "\n", "\\n"))
	}
	for _, p := range a.Problems {
		fmt.Fprintf(&b, "problem: %s\n", p.Reason)
	}
	return b.String() + "\n" + a.Text + "\n"
}

// checkLaws checks what holds for every article.
func checkLaws(t testing.TB, a *Article) {
	t.Helper()
	if strings.TrimSpace(a.Text) == "" || !utf8.ValidString(a.Text) {
		t.Fatalf("the text is empty or no UTF-8: %.80q", a.Text)
	}
	if normalise(a.Text) != a.Text {
		t.Errorf("the text is not in its normal form: %.200q", a.Text)
	}
	spans := []span.Span{a.TitleSpan, a.Published.Evidence, a.Modified.Evidence}
	for _, c := range a.Credits {
		spans = append(spans, c.Span)
		if c.Name == "" || c.Empty() {
			t.Errorf("credit without a name or span: %+v", c)
		}
	}
	for _, s := range spans {
		if s.Start < 0 || s.End < s.Start || s.End > len(a.Text) || !utf8.ValidString(s.In(a.Text)) {
			t.Errorf("span %v does not fit the text of %d bytes", s, len(a.Text))
		}
	}
	if a.TitleSpan.In(a.Text) != a.Title {
		t.Errorf("the title is %q, its span %q", a.Title, a.TitleSpan.In(a.Text))
	}
}

// FuzzExtract reads arbitrary bytes as each kind of document. It must neither
// panic nor break a law.
func FuzzExtract(f *testing.F) {
	for _, doc := range inputs(f) {
		f.Add(doc.Kind, "", doc.Bytes)
	}
	f.Add(collect.PlainText, "utf-16", []byte("\xff\xfea\x00b"))
	f.Add(collect.JSON, "", []byte(`{"text": 3, "title": ["a", {"name": "b"}]}`))
	f.Fuzz(func(t *testing.T, kind, charset string, b []byte) {
		if a, err := Extract(&collect.Document{Kind: kind, Charset: charset, Bytes: b}); err == nil {
			checkLaws(t, a)
		}
	})
}
