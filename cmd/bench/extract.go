package main

import "errors"

// benchExtract measures the task extract.
func benchExtract(dir string) (any, error) {
	return nil, errors.New("this task is not measured yet")
}
