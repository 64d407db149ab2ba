package sets

import (
	"compress/gzip"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
)

type line struct{ N int }

func TestLines(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) {
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if !strings.HasSuffix(name, ".gz") || name == "torn.gz" {
			f.WriteString(content)
			return
		}
		z := gzip.NewWriter(f)
		z.Write([]byte(content))
		z.Close()
	}
	write("plain", "{\"n\":1}\n\n{\"n\":2}\n")
	write("zipped.gz", "{\"n\":1}\n{\"n\":2}")
	write("bad", "{\"n\":1}\n{\"n\":")
	write("torn.gz", "no gzip")
	for _, name := range []string{"plain", "zipped"} {
		if all, err := Lines[line](dir, name); err != nil || !slices.Equal(all, []line{{1}, {2}}) {
			t.Errorf("%s: %v, %v", name, all, err)
		}
	}
	if _, err := Lines[line](dir, "bad"); err == nil || !strings.Contains(err.Error(), "bad, line 2") {
		t.Errorf("a bad line: %v", err)
	}
	if _, err := Lines[line](dir, "none"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no file: %v", err)
	}
	if _, err := Lines[line](dir, "torn"); err == nil {
		t.Error("a file that isn't gzip was read")
	}
}

func TestEach(t *testing.T) {
	var sum atomic.Int64
	Each(1000, func(i int) { sum.Add(int64(i)) })
	if sum.Load() != 1000*999/2 {
		t.Errorf("sum %d", sum.Load())
	}
}
