package main

import (
	"encoding/csv"
	"fmt"
	"time"

	"stemma/cmd/internal/sets"
	"stemma/internal/names"
)

// benchPairs measures the comparison of names on labelled pairs: cases.csv with
// the columns schema, name1, name2 and is_match, in any order and among others.
// The figures are those at the score from which names.Compare takes two names for
// one, and the best over all scores.
func benchPairs(dir string) (any, error) {
	f, err := sets.Open(dir, "cases.csv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("cases.csv: %w", err)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("cases.csv: no header")
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	for _, name := range []string{"schema", "name1", "name2", "is_match"} {
		if _, ok := column[name]; !ok {
			return nil, fmt.Errorf("cases.csv: no column %s", name)
		}
	}
	var scores []float64
	var labels []bool
	keys := 0
	start := time.Now()
	for _, row := range rows[1:] {
		kind := names.Organization
		if row[column["schema"]] == "Person" {
			kind = names.Person
		}
		a, b := names.Parse(row[column["name1"]], kind), names.Parse(row[column["name2"]], kind)
		scores = append(scores, names.Compare(a, b))
		labels = append(labels, row[column["is_match"]] == "true")
		if labels[len(labels)-1] && meet(a.Keys(), b.Keys()) {
			keys++
		}
	}
	took := time.Since(start)
	at, matches := tallyAt(scores, labels, names.Same), 0
	for _, l := range labels {
		if l {
			matches++
		}
	}
	best, threshold := 0.0, 0.0
	for t := .05; t < 1; t += .05 {
		if f1 := tallyAt(scores, labels, t).f1(); f1 > best {
			best, threshold = f1, t
		}
	}
	return map[string]any{
		"pairs": len(labels), "p": at.p(), "r": at.r(), "f1": at.f1(),
		"best_f1": best, "best_threshold": threshold,
		"blocked_together": ratio(float64(keys), float64(matches)),
		"pairs_per_second": ratio(float64(len(labels)), took.Seconds()),
	}, nil
}

// tallyAt counts what a threshold gets right.
func tallyAt(scores []float64, labels []bool, threshold float64) tally {
	var t tally
	for i, s := range scores {
		switch {
		case s >= threshold && labels[i]:
			t.tp++
		case s >= threshold:
			t.fp++
		case labels[i]:
			t.fn++
		}
	}
	return t
}

// meet reports whether two lists share a string.
func meet(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
