package main

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"stemma/internal/names"
)

func TestAliases(t *testing.T) {
	for cell, want := range map[string][]string{
		"Anna Weiss; Ana Vais":                {"Anna Weiss", "Ana Vais"},
		"Harbour Trade, LLC, Harbor Trading":  {"Harbour Trade, LLC", "Harbor Trading"},
		"Russian: Анна Вайс / ‘Anna the Red’": {"Анна Вайс", "Anna the Red"},
		"Nora Weiss (a.k.a. the clerk)":       {"Nora Weiss"},
		"":                                    nil,
		"x":                                   nil,
	} {
		if got := aliases(cell); !reflect.DeepEqual(got, want) {
			t.Errorf("aliases(%q) = %q, want %q", cell, got, want)
		}
	}
}

// TestPairs: examples of one and of others come out of a small list, the same each
// time, and none of the others is of one.
func TestPairs(t *testing.T) {
	dir := t.TempDir()
	table := "schema,name,alias,birthDate\n" +
		"Person,Anna Weiss Molnar,Ana Vais; Anna Weisz,1961\nPerson,Peter Weiss Novak,Petr Vais,1970\nPerson,Nora Weiss,,\n" +
		"Company,Weiss Shipping,,\nVessel,Weiss,,\n"
	if err := os.WriteFile(filepath.Join(dir, "a.csv"), []byte(table), 0o644); err != nil {
		t.Fatal(err)
	}
	entries, err := readLists(dir)
	if err != nil || len(entries) != 4 {
		t.Fatalf("%d entries, %v", len(entries), err)
	}
	all := pairs(entries)
	if again := pairs(entries); !reflect.DeepEqual(all, again) {
		t.Error("twice differs")
	}
	same, other := 0, 0
	for _, e := range all {
		switch {
		case e.Same:
			same++
		default:
			other++
			if e.A == e.B {
				t.Errorf("%q is another than itself", e.A)
			}
		}
		if e.Kind != names.Person && e.Kind != names.Organization {
			t.Errorf("%+v is of no kind", e)
		}
	}
	if same == 0 || other == 0 || other > same {
		t.Errorf("%d of one, %d of others", same, other)
	}
}

func TestNoLists(t *testing.T) {
	if _, err := readLists(t.TempDir()); err == nil {
		t.Error("took an empty folder for lists")
	}
}
