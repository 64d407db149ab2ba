package entities

import (
	"reflect"
	"strings"
	"testing"

	"stemma/account"
	"stemma/internal/names/lists"
)

// TestListed: a list joins names that nothing else would, keeps people apart that
// look like one, and types what it names; who has several entries is nobody's.
func TestListed(t *testing.T) {
	known, err := lists.Read(lists.Source{Name: "list", Reader: strings.NewReader(`
{"id": "1", "name": "Karvonian State Railway", "aliases": ["Zelta Lines"], "type": "organization"}
{"id": "2", "name": "Sergei Shtyrkov", "type": "person"}
{"id": "3", "name": "Sergey Shtirkov", "type": "person"}
{"id": "4", "name": "Anna Weiss", "type": "person"}
{"id": "5", "name": "Anna Weiss", "type": "person"}
`)})
	if err != nil {
		t.Fatal(err)
	}
	all := reports(
		"The Karvonian State Railway said no. Deputy Minister Sergei Shtyrkov spoke. Anna Weiss left.",
		"Officials of Zelta Lines said so. Deputy Minister Sergey Shtirkov spoke in Vienna.")
	r := ResolveListed(all, known)
	if got := spelled(r, "Zelta Lines"); !reflect.DeepEqual(got, []string{"Karvonian State Railway", "Zelta Lines"}) {
		t.Errorf("the railway is spelled %q", got)
	}
	for name, id := range map[string]string{"Sergei Shtyrkov": "2", "Sergey Shtirkov": "3", "Karvonian State Railway": "1"} {
		e := entity(r, name)
		if e.Listed == nil || e.Listed.ID != id || len(e.Candidates) > 0 {
			t.Errorf("%s is %+v of %+v", name, e.Listed, e.Candidates)
		}
	}
	if got := spelled(r, "Sergei Shtyrkov"); len(got) != 1 {
		t.Errorf("two entries of the list are one: %q", got)
	}
	if e := entity(r, "Anna Weiss"); e.Listed != nil || len(e.Candidates) != 2 {
		t.Errorf("Anna Weiss is %+v of %+v", e.Listed, e.Candidates)
	}
	if got := spelled(Resolve(all), "Sergei Shtyrkov"); len(got) != 2 {
		t.Errorf("without the list they are two: %q", got)
	}
}

func entity(r Resolved, name string) account.Entity {
	for _, e := range r.Entities {
		if e.Name == name {
			return e
		}
	}
	return account.Entity{}
}
