package render

import (
	"bytes"
	"encoding/json"
	"math"
	"reflect"
	"strings"
	"testing"

	"stemma/account"
)

func TestJSONIsTheContract(t *testing.T) {
	acc := fixture(t)
	var got bytes.Buffer
	if err := JSON(&got, acc.Stream()); err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	enc := json.NewEncoder(&want)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(normal(reflect.ValueOf(acc)).Interface()); err != nil {
		t.Fatal(err)
	}
	if got.String() != want.String() {
		t.Errorf("JSON differs from encoding/json: %s", firstDifference(got.String(), want.String()))
	}
	if strings.Contains(got.String(), "null,\n      \"quotations\"") || strings.Contains(got.String(), `\u003c`) {
		t.Error("JSON has a null for an empty list, or escapes what needs no escape")
	}
	var back account.Account
	if err := json.Unmarshal(got.Bytes(), &back); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(normal(reflect.ValueOf(&back)).Interface(), normal(reflect.ValueOf(acc)).Interface()) {
		t.Error("JSON doesn't read back as what was written")
	}
}

func TestJSONOfNothing(t *testing.T) {
	var b bytes.Buffer
	if err := JSON(&b, (&account.Account{}).Stream()); err != nil {
		t.Fatal(err)
	}
	const want = `{
  "format": "stemma-account/1",
  "articles": [],
  "failed": [],
  "stories": [],
  "stemma": {
    "version": "",
    "stages": {},
    "models": {}
  }
}
`
	if b.String() != want {
		t.Errorf("got %s", b.String())
	}
}

func TestJSONHasNoNulls(t *testing.T) {
	// Every list of every type is empty and not null, wherever it stands.
	acc := &account.Account{
		Articles: []*account.Article{{ID: "a1", Published: &account.Published{}, Quantities: []account.Quantity{{}}}},
		Stories: []*account.Story{{
			Entities:   []account.Entity{{Names: make([]account.Name, 1), Roles: make([]account.Role, 1)}},
			Quotations: []account.Quotation{{Variants: make([]account.Variant, 1)}},
			Claims:     []account.Claim{{Readings: make([]account.Reading, 1)}},
			Lineage:    account.Lineage{Origins: make([]account.Origin, 1), Edges: make([]account.Edge, 1)},
			Timeline:   make([]account.Moment, 1),
		}},
	}
	var b bytes.Buffer
	if err := JSON(&b, acc.Stream()); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if strings.Contains(line, "null") && !strings.Contains(line, `"low"`) && !strings.Contains(line, `"high"`) {
			t.Errorf("a null: %s", strings.TrimSpace(line))
		}
	}
	if acc.Stories[0].Articles != nil || acc.Articles[0].Credits != nil {
		t.Error("JSON changed the account")
	}
}

func TestJSONTakesAnyNumber(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	acc := &account.Account{
		Articles: []*account.Article{{Quantities: []account.Quantity{{Low: &nan, High: &inf}}}},
		Stories:  []*account.Story{{Claims: []account.Claim{{Weight: math.NaN()}}}},
	}
	if err := JSON(&bytes.Buffer{}, acc.Stream()); err != nil {
		t.Error(err)
	}
}

func TestJSONL(t *testing.T) {
	acc := fixture(t)
	second := &account.Story{ID: "other", Articles: []string{"a9", "missing"}}
	acc.Stories = append(acc.Stories, second)
	var b bytes.Buffer
	if err := JSONL(&b, acc.Stream()); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(b.String(), "\n"), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines for 2 stories", len(lines))
	}
	for i, want := range []struct{ articles, failed int }{{9, 1}, {1, 0}} {
		var one account.Account
		if err := json.Unmarshal([]byte(lines[i]), &one); err != nil {
			t.Fatal(err)
		}
		if one.Format != account.Format || len(one.Stories) != 1 || one.Stories[0].ID != acc.Stories[i].ID ||
			len(one.Articles) != want.articles || len(one.Failed) != want.failed {
			t.Errorf("line %d: %d articles, %d failed, %d stories", i+1, len(one.Articles), len(one.Failed), len(one.Stories))
		}
	}
	b.Reset()
	if err := JSONL(&b, (&account.Account{Failed: acc.Failed}).Stream()); err != nil || strings.Count(b.String(), "\n") != 1 {
		t.Errorf("an account without stories: %v\n%s", err, b.String())
	}
}
