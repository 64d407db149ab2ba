package lists

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"stemma/account"
)

func read(t *testing.T, texts ...string) *Lists {
	t.Helper()
	var sources []Source
	for _, text := range texts {
		sources = append(sources, Source{"list", strings.NewReader(text)})
	}
	l, err := Read(sources...)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

const simple = `{"id": "p1", "name": "Sergei Shtyrkov", "aliases": ["Serguei Chtyrkov", "Сергей Штырков"], "type": "person", "wikidata": "Q1", "notes": "on the board"}
{"id": 2, "name": "Anna Weiss", "type": "person"}
{"id": "p3", "name": "Anna Weiss", "type": "person"}
{"name": "Orbis Press", "type": "organisation"}

{"id": "p5", "name": "Lavra", "type": "place", "aliases": "Lavropol"}
{"id": "p6", "name": "Tavisk Shipping Company"}
`

const ftm = `{"id": "ftm-1", "schema": "Person", "caption": "Petar Lenk", "properties": {"name": ["Petar Lenk", "Петар Ленк"], "alias": ["P. Lenk"], "weakAlias": ["Pero"], "wikidataId": ["Q7"]}}
{"id": "ftm-2", "schema": "Ownership", "properties": {"owner": ["ftm-1"]}}
{"id": "ftm-3", "schema": "Company", "target": true, "properties": {"name": ["Orbis Holding"], "previousName": ["Tavisk Works"], "sanctions": [{"id": "s", "schema": "Sanction", "properties": {"reason": ["x"]}}]}}
{"id": "ftm-4", "schema": "LegalEntity", "properties": {"name": ["Signal Trust"]}}
`

const table = `"id","schema","name","aliases","birth_date","countries"
"os-1","Person","Petar Lenk","Petar Lenck;Pyotr Lenk","1961","xx"
"os-2","Vessel","Sea Star","",,
"os-3","Address","Somewhere 4","",,
`

func TestFind(t *testing.T) {
	for _, c := range []struct {
		list, kind string
		names      []string
		want       []string // the one that it is, or "?" and the candidates
	}{
		{simple, account.Person, []string{"Sergei Shtyrkov", "Shtyrkov"}, []string{"p1"}},
		{simple, account.Person, []string{"Shtyrkov, Sergei"}, []string{"p1"}},
		{simple, account.Person, []string{"Сергей Штырков"}, []string{"p1"}},
		{simple, account.Person, []string{"Sergej Schtyrkow"}, []string{"p1"}},
		{simple, account.Organization, []string{"SERGEI SHTYRKOV"}, []string{"p1"}}, // the type is what's wrong
		{simple, account.Person, []string{"Shtyrkov"}, nil},
		{simple, account.Person, []string{"Milan Shtyrkov"}, nil},
		{simple, account.Person, []string{"Anna Weiss"}, []string{"?", "2", "p3"}},
		{simple, account.Person, []string{"Anna Weiß"}, []string{"?", "2", "p3"}},
		{simple, account.Organization, []string{"Orbis Press", "Orbis"}, []string{"Orbis Press"}},
		{simple, account.Organization, []string{"Orbis"}, nil},
		{simple, account.Place, []string{"Lavropol"}, []string{"p5"}},
		{simple, account.Person, []string{"Lavra"}, nil},
		{simple, account.Organization, []string{"the Tavisk Shipping Company"}, []string{"p6"}},
		{simple, account.Person, nil, nil},
		{simple, account.Person, []string{"", "!!!"}, nil},
		{ftm, account.Person, []string{"Petar Lenk"}, []string{"ftm-1"}},
		{ftm, account.Person, []string{"Pero"}, nil},
		{ftm, account.Organization, []string{"Tavisk Works"}, []string{"ftm-3"}},
		{ftm, account.Organization, []string{"Signal Trust"}, []string{"ftm-4"}},
		{table, account.Person, []string{"Pyotr Lenk"}, []string{"os-1"}},
		{table, account.Other, []string{"Sea Star"}, []string{"os-2"}},
		{table, account.Place, []string{"Somewhere 4"}, nil},
	} {
		l := read(t, c.list)
		if p := l.Problems(); len(p) > 0 {
			t.Fatalf("problems %+v", p)
		}
		f := l.Find(c.names, c.kind)
		var got []string
		if f.Entry != nil {
			got = append(got, f.Entry.ID)
		} else if len(f.Candidates) > 0 {
			got = append(got, "?")
		}
		for _, e := range f.Candidates {
			got = append(got, e.ID)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q as %s are %q, want %q", c.names, c.kind, got, c.want)
		}
	}
}

// TestTells: a name that only one of two entries has decides for it.
func TestTells(t *testing.T) {
	l := read(t, `{"id": "father", "name": "George Harrow", "type": "person", "aliases": ["George H. W. Harrow"]}
{"id": "son", "name": "George Harrow", "type": "person", "aliases": ["George W. Harrow"]}`)
	if f := l.Find([]string{"George Harrow", "George W. Harrow"}, account.Person); f.Entry == nil || f.Entry.ID != "son" {
		t.Errorf("found %+v", f)
	}
	if f := l.Find([]string{"George Harrow"}, account.Person); f.Entry != nil || len(f.Candidates) != 2 {
		t.Errorf("found %+v", f)
	}
}

func TestEntry(t *testing.T) {
	f := read(t, simple, table).Find([]string{"Sergei Shtyrkov"}, account.Person)
	want := &account.Listed{List: "list", ID: "p1", Name: "Sergei Shtyrkov", Type: account.Person, Wikidata: "Q1", Notes: "on the board"}
	if !reflect.DeepEqual(f.Entry, want) {
		t.Errorf("got %+v, want %+v", f.Entry, want)
	}
	f = read(t, simple, table).Find([]string{"Petar Lenk"}, account.Person)
	if f.Entry == nil || f.Entry.List != "list (2)" {
		t.Errorf("got %+v from the second list", f.Entry)
	}
}

func TestProblems(t *testing.T) {
	l := read(t, simple+"{\"id\": \"x\"\n[1]\n"+`{"id": "y", "name": "  "}`+"\n"+`{"name": "Z", "type": "thingy"}`+"\n\xff\x00\n{\"name\": 7.5}\n"+strings.Repeat("x\n", 200))
	lines := map[int]bool{}
	for _, p := range l.Problems() {
		if p.Stage != "entities" || p.Reason == "" || p.Document.Path != "list" {
			t.Errorf("problem %+v", p)
		}
		lines[p.Document.Line] = true
	}
	for _, line := range []int{8, 9, 10, 11, 12} {
		if !lines[line] {
			t.Errorf("line %d is no problem: %+v", line, l.Problems())
		}
	}
	if n := len(l.Problems()); n != problemsKept+1 {
		t.Errorf("%d problems are kept", n)
	}
	if f := l.Find([]string{"Sergei Shtyrkov"}, account.Person); f.Entry == nil {
		t.Error("bad lines stop the good ones")
	}
	for _, text := range []string{"", "\n", "[]", "a,b\n1,2\n", "no list at all", "{}", `{"id":` + strings.Repeat("[", 20000)} {
		if p := read(t, text).Problems(); len(p) == 0 {
			t.Errorf("%.20q is no problem", text)
		}
	}
}

func TestCompressed(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(ftm))
	w.Close()
	file := filepath.Join(t.TempDir(), "entities.ftm.json.gz")
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	l, err := Open(file)
	if err != nil || l.Len() != 3 {
		t.Fatalf("%d entries, %v", l.Len(), err)
	}
	if sums := l.Checksums(); len(sums) != 1 || len(sums["entities.ftm.json.gz"]) != len("sha256:")+64 {
		t.Errorf("checksums %v", sums)
	}
	cut := read(t, b.String()[:b.Len()-9])
	if len(cut.Problems()) == 0 {
		t.Error("a file that is cut off is no problem")
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("opened a file that isn't there")
	}
}

func TestNone(t *testing.T) {
	var l *Lists
	if f := l.Find([]string{"Anna Weiss"}, account.Person); f.Entry != nil || l.Len() != 0 || l.Mark() != 0 || l.Checksums() != nil || l.Problems() != nil {
		t.Error("no lists hold something")
	}
	a, b := read(t, simple), read(t, simple+" ")
	if a.Mark() == 0 || a.Mark() == b.Mark() || a.Mark() != read(t, simple).Mark() {
		t.Error("marks don't tell lists apart")
	}
}

// TestMany: a list of many names, among them thousands of namesakes, loads in
// bounded time and memory and answers at once.
func TestMany(t *testing.T) {
	n := 30000
	if os.Getenv("STEMMA_MILLION") != "" {
		n = 1000000
	}
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"id": "p%d", "name": "%s %s", "aliases": ["%s"], "type": "person"}`+"\n", i, madeUp(i%977), madeUp(i/7), madeUp(i*31))
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	l := read(t, b.String())
	took := time.Since(start)
	runtime.GC()
	runtime.ReadMemStats(&after)
	bytes := (after.HeapAlloc - before.HeapAlloc) / uint64(n)
	start = time.Now()
	const looks = 2000
	found := 0
	for i := range looks {
		if f := l.Find([]string{madeUp(i%977) + " " + madeUp(i/7) + "a"}, account.Person); f.Entry != nil || len(f.Candidates) > 0 {
			found++
		}
	}
	each := time.Since(start) / looks
	t.Logf("%d entries: %v to read, %d bytes an entry, %v a look-up, %d found", n, took, bytes, each, found)
	if bytes > 800 {
		t.Errorf("an entry takes %d bytes", bytes)
	}
	if each > 5*time.Millisecond {
		t.Errorf("a look-up takes %v", each)
	}
}

// madeUp is a made-up name for a number.
func madeUp(n int) string {
	syllables := strings.Fields("ka ro mi ten val der so lu bri gan pe tor fi zan mo nel ri gus ta vo")
	s := ""
	for range 4 {
		s += syllables[n%len(syllables)]
		n /= len(syllables)
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// FuzzRead: any bytes give a list, the same each time, whose entries are found.
func FuzzRead(f *testing.F) {
	for _, s := range []string{simple, ftm, table, "id,name\n\"a\n", "\x1f\x8b", "{\"name\":null}", "{\"properties\":{\"name\":[{}, 1, null]}, \"schema\":\"Person\"}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := Read(Source{"list", bytes.NewReader(data)})
		if err != nil {
			return // a damaged head of a compressed file
		}
		if len(l.Problems()) == 0 && l.Len() == 0 {
			t.Error("neither entries nor problems")
		}
		for i := range l.entries[:min(len(l.entries), 8)] {
			e := &l.entries[i]
			if len(wordsOf(e.name)) == 0 {
				continue
			}
			if got := l.Find([]string{e.name}, e.kind); got.Entry == nil && len(got.Candidates) == 0 {
				t.Errorf("%q isn't found", e.name)
			}
		}
		again, err := Read(Source{"list", bytes.NewReader(data)})
		if err != nil || !reflect.DeepEqual(l, again) {
			t.Error("twice differs")
		}
	})
}
