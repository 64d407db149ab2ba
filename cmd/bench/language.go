package main

import "errors"

// benchLanguage measures the task language.
func benchLanguage(dir string) (any, error) {
	return nil, errors.New("this task is not measured yet")
}
