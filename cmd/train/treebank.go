package main

import (
	"bufio"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"stemma/cmd/internal/sets"
)

// A sample is a sentence with what its annotators said about it. Lists are nil
// where they said nothing.
type sample struct {
	id        string
	tokens    []string
	spaced    []bool // white space stands before the token
	tags      []string
	fine      []string // the treebank's own, finer tags
	lemmas    []string
	heads     []int // from 0; -1 is the root
	relations []string
	names     []string // IOB2
}

// readTaught reads a CoNLL-U file that a teacher made: its last column has names
// too (Name=B-ORG).
func readTaught(path string) ([]*sample, error) {
	all, err := readTrees(filepath.Dir(path), strings.TrimSuffix(filepath.Base(path), ".gz"))
	for _, s := range all {
		if len(s.names) != len(s.tokens) {
			return nil, errors.New("a sentence without Name in its last column")
		}
	}
	return all, err
}

// eachBlock calls do with the lines of each block of a file that blank lines
// part.
func eachBlock(dir, name string, do func(lines []string) error) error {
	f, err := sets.Open(dir, name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 16<<20)
	var block []string
	flush := func() error {
		if len(block) == 0 {
			return nil
		}
		err := do(block)
		block = nil
		return err
	}
	for n := 1; in.Scan(); n++ {
		if in.Text() != "" {
			block = append(block, in.Text())
		} else if err := flush(); err != nil {
			return fmt.Errorf("%s, before line %d: %w", name, n, err)
		}
	}
	if err := flush(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return in.Err()
}

// readTrees reads a CoNLL-U file.
func readTrees(dir, name string) ([]*sample, error) {
	var all []*sample
	err := eachBlock(dir, name, func(lines []string) error {
		s := &sample{}
		space, last := true, 0
		after := true
		for _, l := range lines {
			if strings.HasPrefix(l, "# ") {
				if id, ok := strings.CutPrefix(l, "# sent_id = "); ok {
					s.id = id
				}
				continue
			}
			c := strings.Split(l, "\t")
			if len(c) != 10 {
				return fmt.Errorf("%d columns, not 10", len(c))
			}
			if strings.Contains(c[0], ".") {
				continue
			}
			if _, to, ok := strings.Cut(c[0], "-"); ok {
				last, _ = strconv.Atoi(to)
				after = !strings.Contains(c[9], "SpaceAfter=No")
				continue
			}
			id, err := strconv.Atoi(c[0])
			if err != nil {
				return err
			}
			head, err := strconv.Atoi(c[6])
			if err != nil {
				return err
			}
			s.tokens = append(s.tokens, c[1])
			s.spaced = append(s.spaced, space)
			s.tags = append(s.tags, c[3])
			s.fine = append(s.fine, c[4])
			s.lemmas = append(s.lemmas, c[2])
			s.heads = append(s.heads, head-1)
			s.relations = append(s.relations, c[7])
			if _, name, ok := strings.Cut(c[9], "Name="); ok {
				s.names = append(s.names, name)
			}
			switch {
			case id < last:
				space = false
			case id == last:
				space = after
			default:
				space = !strings.Contains(c[9], "SpaceAfter=No")
			}
		}
		all = append(all, s)
		return nil
	})
	return all, err
}

// readNames reads an IOB2 file. Where white space stood isn't in it; it is put
// as print has it.
func readNames(dir, name string) ([]*sample, error) {
	var all []*sample
	err := eachBlock(dir, name, func(lines []string) error {
		s := &sample{}
		for _, l := range lines {
			token, tag, ok := strings.Cut(l, "\t")
			if !ok {
				if id, ok := strings.CutPrefix(l, "# sent_id = "); ok {
					s.id = id
				}
				continue
			}
			s.tokens = append(s.tokens, token)
			s.names = append(s.names, tag)
		}
		s.guessSpaces()
		all = append(all, s)
		return nil
	})
	return all, err
}

// guessSpaces puts white space where print has it.
func (s *sample) guessSpaces() {
	s.spaced = make([]bool, len(s.tokens))
	open := false
	glue := true
	for i, t := range s.tokens {
		s.spaced[i] = !glue || i == 0
		glue = false
		switch t {
		case ",", ".", ";", ":", "!", "?", ")", "]", "'s", "n't", "%", "'":
			s.spaced[i] = i == 0
		case "(", "[", "$", "“":
			glue = true
		case "\"":
			if open {
				s.spaced[i] = false
			} else {
				glue = true
			}
			open = !open
		}
	}
}

// joinNames gives the sentences of a treebank the names of the same sentences,
// where both have the same tokens. It returns how many got them.
func joinNames(trees, named []*sample) int {
	byID := map[string]*sample{}
	for _, s := range named {
		byID[s.id] = s
	}
	n := 0
	for _, s := range trees {
		if o := byID[s.id]; o != nil && strings.Join(o.tokens, " ") == strings.Join(s.tokens, " ") {
			s.names = o.names
			n++
		}
	}
	return n
}
