package stemma

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"stemma/account"
	"stemma/internal/render"
)

// reports are five of an invented event, and one of another.
var reports = map[string]string{
	"courier.txt": `Ferry runs aground off Port Maren

Harbour Courier, 4 March 2024

PORT MAREN (Northwire) - A ferry with 214 people on board ran aground off Port Maren on Sunday night, the coast guard said.

"Nobody was seriously hurt," harbour master Ilse Brandvold told Radio Skerry. "We were lucky with the tide."

The ship had left Oldhaven at 9 p.m.
`,
	"herald.txt": `Ferry aground near Port Maren, passengers safe

The Oldhaven Herald, 4 March 2024

A ferry with 214 people on board ran aground off Port Maren on Sunday night, the coast guard said.

"Nobody was seriously hurt," harbour master Ilse Brandvold told Radio Skerry. "We were lucky with the tide."

The company did not answer questions.
`,
	"post.html": `<!DOCTYPE html><html lang="en"><head><title>Ship stuck off the coast | Northern Post</title>
<meta property="article:published_time" content="2024-03-05T08:00:00Z"><meta property="og:site_name" content="Northern Post"></head>
<body><article><h1>Ship stuck off the coast</h1>
<p>A ferry carrying 241 passengers has been stuck off Port Maren since Sunday, according to the coast guard. Tugs arrived on Monday morning and will try to free it at the next high tide.</p>
<p>Harbour master Ilse Brandvold said nobody was seriously hurt. The ship belongs to a company in Oldhaven that has run the route for thirty years without an accident of this kind.</p>
<p>Passengers were brought ashore in boats during the night. Most of them spent the rest of it in a school in Port Maren, where volunteers had put up beds.</p></article></body></html>
`,
	"more.jsonl": `{"id": "m1", "outlet": "Skerry Today", "date": "2024-03-05", "lang": "en", "title": "Tugs free ferry off Port Maren", "text": "Tugs freed the ferry that ran aground off Port Maren on Sunday, the coast guard said on Tuesday. All 214 people on board are ashore. Harbour master Ilse Brandvold thanked the volunteers."}
{"id": "m2", "outlet": "Skerry Today", "date": "2024-03-05", "lang": "en", "title": "Orchestra opens season with new conductor", "text": "The Ambervale Chamber Orchestra has opened its season with a new conductor, Tove Lindqvist-Amadi, who studied composition in Lisbon. The programme had two symphonies and a concerto for oboe."}
{"id": "m3", "outlet": "Skerry Today", "title": "Cut off", "te
`,
	"picture.jpg": "\xff\xd8\xff\xe0 no text",
}

// folder writes files into a new folder.
func folder(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

var ctx = context.Background()

func open(t testing.TB, path string, options Options) *Archive {
	t.Helper()
	a, err := Open(ctx, path, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { a.Close() })
	return a
}

// brought adds sources to an archive and brings it up to date.
func brought(t testing.TB, a *Archive, sources ...string) *account.Account {
	t.Helper()
	if err := a.Add(ctx, sources...); err != nil {
		t.Fatal(err)
	}
	if err := a.Sync(ctx); err != nil {
		t.Fatal(err)
	}
	acc, err := a.Account(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return acc
}

// asJSON is what the archive's users would get.
func asJSON(t testing.TB, acc *account.Account) string {
	t.Helper()
	var b bytes.Buffer
	if err := render.JSON(&b, acc.Stream()); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestAccount(t *testing.T) {
	t.Chdir(folder(t, reports))
	acc := brought(t, open(t, "", Options{}), ".")

	var outlets []string
	for _, a := range acc.Articles {
		outlets = append(outlets, a.Outlet)
	}
	want := []string{"Harbour Courier", "The Oldhaven Herald", "Skerry Today", "Skerry Today", "Northern Post"}
	if diff := cmp.Diff(want, outlets); diff != "" {
		t.Errorf("outlets in order of time, want (-) got (+):\n%s", diff)
	}
	var failed []string
	for _, f := range acc.Failed {
		failed = append(failed, place(f.Document)+": "+f.Reason)
	}
	if diff := cmp.Diff([]string{"more.jsonl:3: JSON that breaks off in the middle", "picture.jpg: a JPEG picture, which holds no text that can be read"}, failed); diff != "" {
		t.Errorf("failed, want (-) got (+):\n%s", diff)
	}
	if len(acc.Stories) != 2 || len(acc.Stories[0].Articles) != 4 || len(acc.Stories[1].Articles) != 1 {
		t.Fatalf("stories of %d reports and others; want one of 4 and one of 1", len(acc.Stories[0].Articles))
	}
	checkSpans(t, acc)
}

// checkSpans holds every span of an account to the first rule: its text stands
// in the article, at its place.
func checkSpans(t *testing.T, acc *account.Account) {
	t.Helper()
	texts := map[string]string{}
	for _, a := range acc.Articles {
		texts[a.ID] = a.Text
	}
	eachSpan(acc, func(s account.Span) {
		if s.Article == "" && s.Start == 0 && s.End == 0 {
			return // nowhere: the other side of a drift
		}
		text, ok := texts[s.Article]
		if !ok || s.Start < 0 || s.Start > s.End || s.End > len(text) || text[s.Start:s.End] != s.Text {
			t.Errorf("span %+v doesn't stand in its article", s)
		}
	})
}

// A second read of the same sources changes nothing; in a file, an archive goes
// on where it was; what is removed is gone from everything.
func TestArchiveLasts(t *testing.T) {
	t.Chdir(folder(t, reports))
	path := filepath.Join(t.TempDir(), "archive.db")
	first := asJSON(t, brought(t, open(t, path, Options{}), "courier.txt", "post.html"))
	a := open(t, path, Options{})
	if again := asJSON(t, brought(t, a, "courier.txt", "post.html")); again != first {
		t.Errorf("a second read changed the account:\n%s", cmp.Diff(first, again))
	}
	more := brought(t, a, ".")
	fresh := asJSON(t, brought(t, open(t, "", Options{}), "courier.txt", "post.html", "."))
	if got := asJSON(t, more); got != fresh {
		t.Errorf("read in two steps, the account differs:\n%s", cmp.Diff(fresh, got))
	}
	for _, article := range more.Articles {
		if article.Document.Path == "more.jsonl" {
			if err := a.Remove(ctx, article.Document.SHA256); err != nil {
				t.Fatal(err)
			}
		}
	}
	left := brought(t, a)
	if len(left.Articles) != 3 || len(left.Stories) != 1 {
		t.Errorf("%d articles and %d stories are left; want 3 and 1", len(left.Articles), len(left.Stories))
	}
	if strings.Contains(asJSON(t, left), "Skerry Today") {
		t.Error("something is left of a document that was removed")
	}
}

func TestSameBytesAreOneDocument(t *testing.T) {
	t.Chdir(folder(t, map[string]string{"a.txt": reports["courier.txt"], "b.txt": reports["courier.txt"]}))
	acc := brought(t, open(t, "", Options{}), ".")
	if len(acc.Articles) != 1 || acc.Articles[0].Document.Path != "a.txt" || !cmp.Equal(acc.Articles[0].Document.Also, []string{"b.txt"}) {
		t.Errorf("%d articles, the first %+v", len(acc.Articles), acc.Articles[0].Document)
	}
}

// A file that could not be read and now can is a failure no more.
func TestFailureIsTakenBack(t *testing.T) {
	t.Chdir(folder(t, map[string]string{"a.txt": ""}))
	a := open(t, "", Options{})
	if acc := brought(t, a, "a.txt"); len(acc.Failed) != 1 {
		t.Fatalf("failed: %+v", acc.Failed)
	}
	if err := os.WriteFile("a.txt", []byte(reports["courier.txt"]), 0o644); err != nil {
		t.Fatal(err)
	}
	if acc := brought(t, a, "a.txt"); len(acc.Failed) != 0 || len(acc.Articles) != 1 {
		t.Errorf("failed: %+v, articles: %d", acc.Failed, len(acc.Articles))
	}
}

func TestOptions(t *testing.T) {
	var stages []string
	var told []string
	a := open(t, "", Options{
		Stdin:    strings.NewReader(reports["courier.txt"]),
		Now:      func() time.Time { return time.Date(2024, 3, 6, 7, 8, 9, 0, time.UTC) },
		Progress: func(stage string, done, _ int) { stages = append(stages, fmt.Sprint(stage, " ", done)) },
		Failed:   func(f account.Failure) { told = append(told, f.Reason) },
	})
	acc := brought(t, a, "-", "nowhere.txt")
	if got := acc.Articles[0].Document.Collected; got != "2024-03-06T07:08:09Z" {
		t.Errorf("collected %q", got)
	}
	if diff := cmp.Diff([]string{"collect 0", "collect 1", "extract 0", "extract 1", "annotate 0", "annotate 1", "trace 0", "trace 1", "collate 0", "collate 1"}, stages); diff != "" {
		t.Errorf("progress, want (-) got (+):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"no such file or folder"}, told); diff != "" {
		t.Errorf("told, want (-) got (+):\n%s", diff)
	}
	if _, err := a.Account(ctx, "s99"); !errors.Is(err, ErrNotFound) {
		t.Errorf("account of an unknown story: %v", err)
	}
	list, err := a.Stories(ctx)
	if err != nil || len(list) != 1 || list[0].Articles != 1 || list[0].Title == nil {
		t.Errorf("stories: %+v, %v", list, err)
	}
}

func TestInterrupted(t *testing.T) {
	t.Chdir(folder(t, reports))
	a := open(t, "", Options{})
	gone, cancel := context.WithCancel(ctx)
	a.options.Progress = func(stage string, done, _ int) {
		if stage == "annotate" && done > 0 {
			cancel()
		}
	}
	if err := errors.Join(a.Add(gone, "."), a.Sync(gone)); !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v; want that ctx is done", err)
	}
	a.options.Progress = nil
	want := asJSON(t, brought(t, open(t, "", Options{}), "."))
	if got := asJSON(t, brought(t, a)); got != want {
		t.Errorf("after an interruption the account differs:\n%s", cmp.Diff(want, got))
	}
}

// Of a report in a language that isn't known nothing is made up, and it says so.
func TestOtherLanguage(t *testing.T) {
	a := open(t, "", Options{Stdin: strings.NewReader("F\u00e4hre vor Ambervale auf Grund gelaufen\n\n" +
		"Eine F\u00e4hre mit 214 Menschen an Bord ist am Sonntag vor Ambervale auf Grund gelaufen, teilte die K\u00fcstenwache mit. " +
		"Die Rettungsboote waren schnell zur Stelle und brachten alle Menschen an Land, sagte die Hafenmeisterin.\n")})
	acc := brought(t, a, "-")
	checkSpans(t, acc)
	if article := acc.Articles[0]; article.Language != "de" || len(article.Problems) != 1 || article.Problems[0].Stage != "annotate" {
		t.Errorf("language %q, problems %+v", article.Language, article.Problems)
	}
	if s := acc.Stories[0]; len(s.Entities)+len(s.Quotations) > 0 {
		t.Errorf("entities %+v, quotations %+v", s.Entities, s.Quotations)
	}
}
