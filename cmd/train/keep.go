package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
)

// kept fills values from the file name in dir or, where it isn't there, calls
// make and keeps the values there. Without a folder it just calls make. What is
// kept must have been made from the same data with the same options.
func kept(dir, name string, values []float32, make func()) error {
	if dir == "" {
		make()
		return nil
	}
	path := filepath.Join(dir, name)
	if f, err := os.Open(path); err == nil {
		defer f.Close()
		if info, err := f.Stat(); err != nil || info.Size() != int64(4*len(values)) {
			return fmt.Errorf("%s was kept from another run", path)
		}
		return binary.Read(f, binary.LittleEndian, values)
	}
	make()
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := binary.Write(f, binary.LittleEndian, values); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
