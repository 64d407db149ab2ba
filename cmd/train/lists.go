package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"stemma/internal/language"
	"stemma/internal/language/model"
)

// listFiles are the lists, in the order of their flags.
var listFiles = []string{
	"countries", "divisions", "cities", "demonyms", "given", "surnames", "people", "organizations", "media",
}

// A person is the full name of somebody, to put in place of another's.
type person []string

// readLists reads the lists of names, and those of people apart.
func readLists(dir string) (model.Lists, []person, error) {
	lists := model.Lists{}
	var people []person
	for i, name := range listFiles {
		f, err := os.Open(filepath.Join(dir, name+".txt"))
		if err != nil {
			return nil, nil, err
		}
		in := bufio.NewScanner(f)
		for in.Scan() {
			if strings.HasPrefix(in.Text(), "#") {
				continue
			}
			tokens := wordsOf(in.Text())
			lists.Add(i, tokens)
			if plain := wordsOf(fold(in.Text())); strings.Join(plain, " ") != strings.Join(tokens, " ") {
				lists.Add(i, plain)
			}
			if name == "people" && len(tokens) >= 2 && len(tokens) <= 4 {
				people = append(people, tokens)
			}
		}
		f.Close()
		if err := in.Err(); err != nil {
			return nil, nil, fmt.Errorf("list %s: %w", name, err)
		}
	}
	return lists, people, nil
}

// wordsOf cuts a name into the words that the tokenizer makes of it.
func wordsOf(name string) []string {
	var words []string
	for _, s := range language.Segment(name) {
		for _, t := range s.Tokens {
			words = append(words, t.In(name))
		}
	}
	return words
}

// fold takes the accents off letters.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}
