package main

import "errors"

// benchDifferences measures the task differences.
func benchDifferences(dir string) (any, error) {
	return nil, errors.New("this task is not measured yet")
}
