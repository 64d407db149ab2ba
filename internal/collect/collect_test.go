package collect_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"stemma/account"
	"stemma/internal/collect"
)

// list is a sink that writes down what it gets, a line each.
type list struct {
	lines []string
	err   error // returned by Document
}

func at(d account.Document) string {
	if d.Line > 0 {
		return fmt.Sprintf("%s:%d", d.Path, d.Line)
	}
	return d.Path
}

func (l *list) Document(d *collect.Document) error {
	shown := string(d.Bytes)
	if len(shown) > 60 {
		shown = fmt.Sprintf("%d bytes", len(shown))
	}
	l.lines = append(l.lines, fmt.Sprintf("%s %s %s", at(d.Document), d.Kind, shown))
	if len(d.SHA256) != 64 {
		l.lines = append(l.lines, "SHA-256 "+d.SHA256)
	}
	return l.err
}

func (l *list) Failure(f account.Failure) error {
	l.lines = append(l.lines, fmt.Sprintf("%s failed: %s", at(f.Document), f.Reason))
	return nil
}

// in makes a folder of files and goes into it.
func in(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func collected(t *testing.T, stdin string, sources ...string) []string {
	t.Helper()
	var l list
	if err := collect.Collect(context.Background(), sources, strings.NewReader(stdin), &l); err != nil {
		t.Fatal(err)
	}
	return l.lines
}

func want(t *testing.T, got []string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("want (-) got (+):\n%s", diff)
	}
}

func gzipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

func zstded(s string) string {
	w, err := zstd.NewWriter(nil)
	if err != nil {
		panic(err)
	}
	return string(w.EncodeAll([]byte(s), nil))
}

func TestKinds(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"a.txt", "A flood.", "text A flood."},
		{"page.html", "<!DOCTYPE html><p>A flood.", "html <!DOCTYPE html><p>A flood."},
		{"page", "\n <html><p>A flood.", "html \n <html><p>A flood."},
		{"fragment.html", "<p>A flood.", "html <p>A flood."},
		{"notes.html", "no markup at all", "text no markup at all"},
		{"one.json", "{\n\"text\": \"A\"\n}", "json {\n\"text\": \"A\"\n}"},
		{"one", `{"text": "A"}`, `json {"text": "A"}`},
		{"bom.json", "\xef\xbb\xbf{\"text\": \"A\"}", `json {"text": "A"}`},
		{"prose.txt", "{so he said} it rained", "text {so he said} it rained"},
		{"prose2.txt", "[Dateline] it rained", "text [Dateline] it rained"},
		{"a.txt.gz", gzipped("A flood."), "text A flood."},
		{"unnamed", gzipped("A flood."), "text A flood."},
		{"a.zst", zstded("A flood."), "text A flood."},
		{"twice.gz", gzipped(gzipped("A flood.")), "text A flood."},
		{"utf16.txt", "\xff\xfeA\x00 \x00f\x00", "text \xff\xfeA\x00 \x00f\x00"},
		{"latin1.txt", "Caf\xe9 au lait", "text Caf\xe9 au lait"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in(t, map[string]string{c.name: c.content})
			want(t, collected(t, "", c.name), c.name+" "+c.want)
		})
	}
}

func TestManyInOne(t *testing.T) {
	for _, c := range []struct {
		name, content string
		want          []string
	}{
		{"a.jsonl", "{\"text\":\"A\"}\n\n{\"text\":\"B\"}\r\n", []string{`a.jsonl:1 json {"text":"A"}`, `a.jsonl:3 json {"text":"B"}`}},
		{"named-json.json", "{\"text\":\"A\"}\n{\"text\":\"B\"}\n", []string{`named-json.json:1 json {"text":"A"}`, `named-json.json:2 json {"text":"B"}`}},
		{"unnamed", "{\"text\":\"A\"}\n{\"text\":\"B\"}\n", []string{`unnamed:1 json {"text":"A"}`, `unnamed:2 json {"text":"B"}`}},
		{"a.jsonl.gz", gzipped("{\"text\":\"A\"}\n"), []string{`a.jsonl.gz:1 json {"text":"A"}`}},
		{"cut.jsonl", "{\"text\":\"A\"}\n{\"text\":\"B", []string{`cut.jsonl:1 json {"text":"A"}`, "cut.jsonl:2 failed: JSON that breaks off in the middle"}},
		{"mixed.jsonl", "{\"text\":\"A\"}\nnonsense\n[1]\n{\"text\":\"B\"}", []string{
			`mixed.jsonl:1 json {"text":"A"}`,
			"mixed.jsonl:2 failed: not valid JSON at byte 2: invalid character 'o' in literal null (expecting 'u')",
			"mixed.jsonl:3 failed: not a JSON object",
			`mixed.jsonl:4 json {"text":"B"}`}},
		{"array.json", ` [{"text":"A"}, 5, {"text":"B"}]`, []string{`array.json:1 json {"text":"A"}`, "array.json:2 failed: not a JSON object", `array.json:3 json {"text":"B"}`}},
		{"cut-array.json", `[{"text":"A"}, {"te`, []string{`cut-array.json:1 json {"text":"A"}`, "cut-array.json failed: a JSON array that breaks off in element 2"}},
		{"cut.json", `{"text":"A`, []string{"cut.json failed: JSON that breaks off in the middle"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			in(t, map[string]string{c.name: c.content})
			want(t, collected(t, "", c.name), c.want...)
		})
	}
}

func TestSources(t *testing.T) {
	in(t, map[string]string{
		"r/b.txt": "B", "r/a.txt": "A", "r/sub/c.txt": "C", "r/.hidden": "H", "r/.git/x.txt": "X", "other.txt": "O", "odd[1].txt": "odd",
	})
	if err := os.Symlink("r", "link"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("..", "r/up"); err != nil {
		t.Fatal(err)
	}
	want(t, collected(t, "", "r"), "r/a.txt text A", "r/b.txt text B", "r/sub/c.txt text C", "r/up failed: a link to a folder, which isn't followed")
	want(t, collected(t, "", "link/sub", "other.txt"), "link/sub/c.txt text C", "other.txt text O")
	want(t, collected(t, "", "r/*.txt"), "r/a.txt text A", "r/b.txt text B")
	want(t, collected(t, "", "odd[1].txt"), "odd[1].txt text odd")
	want(t, collected(t, "from outside", "-"), "- text from outside")
}

func TestFailures(t *testing.T) {
	in(t, map[string]string{
		"empty.txt": "", "blank.txt": " \n\t ", "good.txt": "good", "picture.txt": "\x89PNG\r\n\x1a\n\x00\x00",
		"doc.pdf": "%PDF-1.7\n…", "noise.bin": strings.Repeat("\x01\x00\xff\x07\x80", 500),
		"cut.gz": gzipped(strings.Repeat("A flood. ", 100))[:30], "notgzip.gz": "plain after all", "three.gz": gzipped(gzipped(gzipped("x"))),
	})
	got := collected(t, "", "nowhere.txt", "*.nothing", "https://example.org/a", ".")
	want(t, got,
		"nowhere.txt failed: no such file or folder",
		"*.nothing failed: no file matches this pattern",
		"https://example.org/a failed: pages can't be fetched yet: save the page and name its file",
		"blank.txt failed: an empty file",
		"cut.gz failed: damaged gzip: unexpected EOF",
		"doc.pdf failed: a PDF, which holds no text that can be read",
		"empty.txt failed: an empty file",
		"good.txt text good",
		"noise.bin failed: a binary file, which holds no text that can be read",
		"notgzip.gz text plain after all",
		"picture.txt failed: a PNG picture, which holds no text that can be read",
		"three.gz failed: gzip within gzip, which holds no text that can be read",
	)
}

func TestUnreadable(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("the superuser may read every file")
	}
	in(t, map[string]string{"secret.txt": "S", "shut/x.txt": "X", "good.txt": "good"})
	for name, mode := range map[string]os.FileMode{"secret.txt": 0, "shut": 0} {
		if err := os.Chmod(name, mode); err != nil {
			t.Fatal(err)
		}
	}
	t.Cleanup(func() { os.Chmod("shut", 0o755) })
	want(t, collected(t, "", "."), "good.txt text good", "secret.txt failed: no permission to read it", "shut failed: no permission to read it")
}

// A file of a gigabyte, sparse on the disk, is refused without being read into
// memory; so is a bomb; lines of JSONL before and after one that is too long
// are read.
func TestLarge(t *testing.T) {
	in(t, nil)
	if err := os.WriteFile("big.txt", []byte("A flood."), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile("big.txt", os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteAt([]byte(strings.Repeat("a flood ", 1000)), 0); err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(1 << 30); err != nil {
		t.Fatal(err)
	}
	f.Close()
	bomb, err := os.Create("bomb.gz")
	if err != nil {
		t.Fatal(err)
	}
	z := gzip.NewWriter(bomb)
	chunk := make([]byte, 1<<20)
	for i := range chunk {
		chunk[i] = 'a'
	}
	for range 300 {
		z.Write(chunk)
	}
	if err := errors.Join(z.Close(), bomb.Close()); err != nil {
		t.Fatal(err)
	}
	long := `{"text":"` + strings.Repeat("a", collect.MaxDocument) + `"}`
	if err := os.WriteFile("long.jsonl", []byte("{\"n\":1}\n"+long+"\n{\"n\":3}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := collected(t, "", "big.txt", "bomb.gz", "long.jsonl")
	runtime.ReadMemStats(&after)
	want(t, got,
		"big.txt failed: larger than 32 MiB, the most that one document may have",
		"bomb.gz failed: a decompression bomb: it grows more than 200-fold",
		`long.jsonl:1 json {"n":1}`,
		"long.jsonl:2 failed: larger than 32 MiB, the most that one document may have",
		`long.jsonl:3 json {"n":3}`)
	if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 600 {
		t.Errorf("%d MiB were allocated", used)
	}
}

func TestSinkEndsCollection(t *testing.T) {
	in(t, map[string]string{"a.txt": "A", "b.txt": "B"})
	full := errors.New("full")
	l := list{err: full}
	if err := collect.Collect(context.Background(), []string{"."}, nil, &l); !errors.Is(err, full) {
		t.Errorf("error %v; want %v", err, full)
	}
	want(t, l.lines, "a.txt text A")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := collect.Collect(ctx, []string{"."}, nil, &list{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v; want that ctx is done", err)
	}
}

func FuzzCollect(f *testing.F) {
	for _, seed := range []string{
		"A flood.", "<html><p>", `{"text":"A"}`, "{\"text\":\"A\"}\n{\"te", `[{"text":"A"},`, "[", "{", "\xff\xfe", "", "\x1f\x8b",
		gzipped("A flood."), zstded("{\"a\":1}\n{}\n"), "\xef\xbb\xbf[{}]", "%PDF-",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		l := &checked{t: t}
		if err := collect.Collect(context.Background(), []string{"-"}, strings.NewReader(content), l); err != nil {
			t.Error(err)
		}
		if l.n == 0 {
			t.Error("neither a document nor a failure")
		}
	})
}

// checked is a sink that holds what it gets to the contract.
type checked struct {
	t *testing.T
	n int
}

func (c *checked) Document(d *collect.Document) error {
	c.n++
	if d.Kind == "" || len(d.SHA256) != 64 || len(d.Bytes) > collect.MaxDocument {
		c.t.Errorf("document %+v", d)
	}
	return nil
}

func (c *checked) Failure(f account.Failure) error {
	c.n++
	if f.Reason == "" || f.Stage != collect.Stage {
		c.t.Errorf("failure %+v", f)
	}
	return nil
}

// One broken file among ten thousand costs nothing but itself.
func TestManyFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("writes ten thousand files")
	}
	in(t, nil)
	for i := range 10000 {
		content := fmt.Sprintf("Report number %d of the flood.", i)
		if i == 4711 {
			content = "\x00\xff\x01"
		}
		if err := os.WriteFile(fmt.Sprintf("%05d.txt", i), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got := collected(t, "", ".")
	if len(got) != 10000 {
		t.Fatalf("%d documents and failures; want 10000", len(got))
	}
	for i, line := range got {
		if failed := strings.Contains(line, "failed"); failed != (i == 4711) {
			t.Errorf("file %d: %s", i, line)
		}
	}
}
