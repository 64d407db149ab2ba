package stemma

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"stemma/account"
	"stemma/internal/isotime"
)

// truth is what is so in an example by construction: examples/…/truth.json.
// Articles are named by their file, with the line for JSONL.
type truth struct {
	Articles []struct {
		Article, Outlet, Published, Title, Byline, Inferred string
	}
	Failed    []string
	Stories   [][]string
	Furniture map[string][]string // words that must be gone
	Kept      map[string][]string // words that must be there
	Credits   []struct{ Article, Name string }
	Entities  []struct {
		Type  string
		Names []string
	}
	Apart      [][2]string // two names of two people
	Quotations []struct {
		Speaker  string
		Variants map[string]string // article → words of its wording
		Drift    string
	}
	Edges     []struct{ From, To, Kind string }
	NotLinked [][2]string `json:"not_linked"`
	// Sure are the origins that a careful reader counts: outlets that were there
	// and don't cite one another. All has those too that also tell what they have
	// from others.
	Origins     struct{ Sure, All int }
	Differences []struct {
		Aspect, Relation string
		Readings         [][2]string // a value and an article that gives it
	}
}

// told is an account with its articles by the names that truth gives them.
type told struct {
	*account.Account
	articles map[string]*account.Article
	names    map[string]string // id → name
}

func TestDerailment(t *testing.T) {
	data, err := os.ReadFile("examples/derailment/truth.json")
	if err != nil {
		t.Fatal(err)
	}
	var is truth
	if err := json.Unmarshal(data, &is); err != nil {
		t.Fatal(err)
	}
	t.Chdir("examples/derailment/reports")
	acc := brought(t, open(t, "", Options{}), ".")
	checkSpans(t, acc)
	a := told{acc, map[string]*account.Article{}, map[string]string{}}
	for _, article := range acc.Articles {
		a.articles[place(article.Document)] = article
		a.names[article.ID] = place(article.Document)
	}
	t.Run("articles", func(t *testing.T) { a.checkArticles(t, is) })
	t.Run("texts", func(t *testing.T) { a.checkTexts(t, is) })
	t.Run("stories", func(t *testing.T) { a.checkStories(t, is) })
	t.Run("entities", func(t *testing.T) { a.checkEntities(t, is) })
	t.Run("quotations", func(t *testing.T) { a.checkQuotations(t, is) })
	t.Run("lineage", func(t *testing.T) { a.checkLineage(t, is) })
	t.Run("origins", func(t *testing.T) { a.checkOrigins(t, is) })
	t.Run("differences", func(t *testing.T) { a.checkDifferences(t, is) })
}

func (a told) checkArticles(t *testing.T, is truth) {
	for _, want := range is.Articles {
		got := a.articles[want.Article]
		if got == nil {
			t.Errorf("%s is not there", want.Article)
			continue
		}
		stated, basis := want.Published, account.Stated
		if want.Inferred != "" {
			stated, basis = want.Inferred, account.Inferred
		}
		if got.Published == nil || !sameTime(got.Published.Time, stated) || got.Published.Basis != basis {
			t.Errorf("%s: published %+v; want %s, %s", want.Article, got.Published, stated, basis)
		}
		if got.Outlet != want.Outlet || got.Title != want.Title || want.Byline != "" && got.Byline != want.Byline {
			t.Errorf("%s: outlet %q, title %q, byline %q; want %q, %q, %q", want.Article, got.Outlet, got.Title, got.Byline, want.Outlet, want.Title, want.Byline)
		}
	}
	if len(a.articles) != len(is.Articles) {
		t.Errorf("%d articles; want %d", len(a.articles), len(is.Articles))
	}
	var failed []string
	for _, f := range a.Failed {
		failed = append(failed, place(f.Document))
	}
	if !slices.Equal(failed, is.Failed) {
		t.Errorf("failed: %q; want %q", failed, is.Failed)
	}
}

// sameTime compares two times; seconds that are zero may be left out.
func sameTime(x, y string) bool {
	xt, _, xok := isotime.Parse(x)
	yt, _, yok := isotime.Parse(y)
	return xok && yok && xt.Equal(yt)
}

func (a told) checkTexts(t *testing.T, is truth) {
	for name, words := range is.Furniture {
		for _, w := range words {
			if strings.Contains(a.articles[name].Text, w) {
				t.Errorf("%s still has %q", name, w)
			}
		}
	}
	for name, words := range is.Kept {
		for _, w := range words {
			if !strings.Contains(a.articles[name].Text, w) {
				t.Errorf("%s lost %q", name, w)
			}
		}
	}
	for _, want := range is.Credits {
		if !slices.ContainsFunc(a.articles[want.Article].Credits, func(c account.Credit) bool { return c.Name == want.Name }) {
			t.Errorf("%s doesn't credit %s: %+v", want.Article, want.Name, a.articles[want.Article].Credits)
		}
	}
}

func (a told) checkStories(t *testing.T, is truth) {
	for _, want := range is.Stories {
		slices.Sort(want)
		if !slices.ContainsFunc(a.Stories, func(s *account.Story) bool {
			var got []string
			for _, id := range s.Articles {
				got = append(got, a.names[id])
			}
			slices.Sort(got)
			return slices.Equal(got, want)
		}) {
			t.Errorf("no story of just %q", want)
		}
	}
}

// entity returns the entity of the first story that has a name, or nil.
func (a told) entity(name string) *account.Entity {
	for i, e := range a.Stories[0].Entities {
		for _, n := range e.Names {
			if n.Text == name {
				return &a.Stories[0].Entities[i]
			}
		}
	}
	return nil
}

func (a told) checkEntities(t *testing.T, is truth) {
	for _, want := range is.Entities {
		e := a.entity(want.Names[0])
		if e == nil {
			t.Errorf("%s is nobody", want.Names[0])
			continue
		}
		if e.Type != want.Type {
			t.Errorf("%s is a %s; want %s", want.Names[0], e.Type, want.Type)
		}
		for _, n := range want.Names[1:] {
			if other := a.entity(n); other == nil || other.ID != e.ID {
				t.Errorf("%s and %s are not one: %+v", want.Names[0], n, e.Names)
			}
		}
	}
	for _, two := range is.Apart {
		x, y := a.entity(two[0]), a.entity(two[1])
		if x == nil || y == nil || x.ID == y.ID {
			t.Errorf("%s and %s are not two", two[0], two[1])
		}
	}
}

func (a told) checkQuotations(t *testing.T, is truth) {
	for _, want := range is.Quotations {
		q := a.quotation(want.Variants)
		if q == nil {
			t.Errorf("no quotation has all of %q", want.Variants)
			continue
		}
		if e := a.entity(want.Speaker); e == nil || q.Speaker != e.ID {
			t.Errorf("%q is said by %q; want %s", q.Variants[0].Text, q.Speaker, want.Speaker)
		}
		if want.Drift != "" && !slices.ContainsFunc(q.Drift, func(d account.Drift) bool { return d.Kind == want.Drift }) {
			t.Errorf("%q has no drift of the kind %s", q.Variants[0].Text, want.Drift)
		}
	}
}

func (a told) quotation(wordings map[string]string) *account.Quotation {
	for i, q := range a.Stories[0].Quotations {
		all := true
		for article, words := range wordings {
			all = all && slices.ContainsFunc(q.Variants, func(v account.Variant) bool {
				return a.names[v.Article] == article && strings.Contains(v.Text, words)
			})
		}
		if all {
			return &a.Stories[0].Quotations[i]
		}
	}
	return nil
}

func (a told) checkLineage(t *testing.T, is truth) {
	var got []string
	for _, e := range a.Stories[0].Lineage.Edges {
		if to := a.names[e.To]; to != "" {
			got = append(got, fmt.Sprintf("%s %s %s", a.names[e.From], e.Kind, to))
		}
	}
	for _, want := range is.Edges {
		if edge := fmt.Sprintf("%s %s %s", want.From, want.Kind, want.To); !slices.Contains(got, edge) {
			t.Errorf("the lineage lacks %q; it has\n%s", edge, strings.Join(got, "\n"))
		}
	}
	for _, pair := range is.NotLinked {
		for _, edge := range got {
			if strings.HasPrefix(edge, pair[0]+" ") && strings.HasSuffix(edge, " "+pair[1]) || strings.HasPrefix(edge, pair[1]+" ") && strings.HasSuffix(edge, " "+pair[0]) {
				t.Errorf("the lineage has %q", edge)
			}
		}
	}
}

// checkOrigins: the bounds hold the truth, what is sure is found, and no claim
// has more origins than reports.
func (a told) checkOrigins(t *testing.T, is truth) {
	if o := a.Stories[0].Origins; o.AtLeast != is.Origins.Sure || o.AtMost < is.Origins.All {
		t.Errorf("origins: at least %d, at most %d; want %d and %d or more", o.AtLeast, o.AtMost, is.Origins.Sure, is.Origins.All)
	}
	for _, s := range a.Stories {
		for _, c := range s.Claims {
			articles := map[string]bool{}
			for _, r := range c.Readings {
				for _, id := range r.Articles {
					articles[id] = true
				}
				if r.Origins.AtMost > len(r.Articles) {
					t.Errorf("%s: %q of %d reports has %+v", c.ID, r.Value, len(r.Articles), r.Origins)
				}
			}
			if c.Origins.AtMost > len(articles) || c.Origins.AtLeast > c.Origins.AtMost {
				t.Errorf("%s of %d reports has %+v", c.ID, len(articles), c.Origins)
			}
		}
	}
}

func (a told) checkDifferences(t *testing.T, is truth) {
	for _, want := range is.Differences {
		if !slices.ContainsFunc(a.Stories[0].Claims, func(c account.Claim) bool {
			if c.Relation != want.Relation || c.Aspect != want.Aspect {
				return false
			}
			for _, r := range want.Readings {
				if !slices.ContainsFunc(c.Readings, func(got account.Reading) bool { return a.gives(got, r[0], r[1]) }) {
					return false
				}
			}
			return true
		}) {
			t.Errorf("no claim of %s has %s of %q", want.Aspect, want.Relation, want.Readings)
		}
	}
}

// gives reports whether a reading has a span of an article with the given words.
func (a told) gives(r account.Reading, words, article string) bool {
	return slices.ContainsFunc(r.Spans, func(s account.Span) bool {
		return a.names[s.Article] == article && strings.Contains(strings.ToLower(s.Text), strings.ToLower(words))
	})
}
