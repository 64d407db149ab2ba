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

// Substitutes are names, cut into words, to put in place of others.
type substitutes struct {
	people, organizations, places [][]string
}

// readLists reads the lists of names, and names to put in place of others.
func readLists(dir string) (model.Lists, *substitutes, error) {
	lists := model.Lists{}
	subs := &substitutes{}
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
			subs.add(name, tokens)
		}
		f.Close()
		if err := in.Err(); err != nil {
			return nil, nil, fmt.Errorf("list %s: %w", name, err)
		}
	}
	return lists, subs, nil
}

// add takes the name of a list among the substitutes, if it is fit for one.
func (s *substitutes) add(list string, tokens []string) {
	if len(tokens) > 6 {
		return
	}
	switch list {
	case "people":
		if len(tokens) >= 2 && len(tokens) <= 4 {
			s.people = append(s.people, tokens)
		}
	case "countries", "divisions", "cities":
		if len(tokens) <= 3 {
			s.places = append(s.places, tokens)
		}
	case "media":
		s.organizations = append(s.organizations, tokens)
	case "organizations":
		if plainlyOrganization(tokens) {
			s.organizations = append(s.organizations, tokens)
		}
	}
}

// plainlyOrganization reports whether a name has a word that says what it is, or
// is an acronym; the list has people in it too.
func plainlyOrganization(tokens []string) bool {
	if len(tokens) == 1 {
		return len(tokens[0]) <= 6 && model.CaseOf(tokens[0]) == model.CaseUpper
	}
	for _, t := range tokens {
		if organizationWords[strings.ToLower(t)] {
			return true
		}
	}
	return false
}

var organizationWords = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`ministry party union front council committee movement league congress parliament
		senate assembly bank agency commission court organization organisation association federation university
		alliance coalition brigade brigades army liberation house fund group corporation company institute center
		centre foundation society network service international community conference authority office board bureau
		forum initiative programme program treaty partnership motors airlines energy oil gas pharmaceuticals inc
		corp ltd holdings systems technologies industries financial capital media news radio television tv press`) {
		m[w] = true
	}
	return m
}()

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
