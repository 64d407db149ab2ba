// Package sets reads annotated sets, on which cmd/bench measures and from which
// cmd/train learns: folders of files with one JSON value a line, plain or gzipped.
package sets

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
)

// longest bounds a line.
const longest = 64 << 20

// Open opens a file of a set, plain or gzipped under the same name with .gz.
func Open(dir, name string) (io.ReadCloser, error) {
	f, err := os.Open(filepath.Join(dir, name))
	if err == nil {
		return f, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	f, gzErr := os.Open(filepath.Join(dir, name+".gz"))
	if gzErr != nil {
		return nil, err
	}
	z, gzErr := gzip.NewReader(f)
	if gzErr != nil {
		f.Close()
		return nil, fmt.Errorf("%s.gz: %w", name, gzErr)
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}

// EachLine calls do with the value of each line of a file that isn't empty, until
// it returns an error.
func EachLine[T any](dir, name string, do func(T) error) error {
	f, err := Open(dir, name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, longest)
	for n := 1; in.Scan(); n++ {
		if len(bytes.TrimSpace(in.Bytes())) == 0 {
			continue
		}
		var v T
		err := json.Unmarshal(in.Bytes(), &v)
		if err == nil {
			err = do(v)
		}
		if err != nil {
			return fmt.Errorf("%s, line %d: %w", name, n, err)
		}
	}
	return in.Err()
}

// Lines reads the values of a file.
func Lines[T any](dir, name string) ([]T, error) {
	var all []T
	err := EachLine(dir, name, func(v T) error {
		all = append(all, v)
		return nil
	})
	return all, err
}

// Each calls do(0) … do(n-1) on all cores.
func Each(n int, do func(i int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	all.Wait()
}
