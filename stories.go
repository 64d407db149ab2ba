package stemma

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/group"
	"stemma/internal/names"
	"stemma/internal/store"
	"stemma/internal/trace/outlets"
)

// A Summary is what a list of stories shows of one.
type Summary = account.Summary

// A Query picks stories and orders them. The zero value has all, largest first.
type Query struct {
	// Since leaves out what has no report from this day on (ISO 8601). A story
	// whose days aren't known is left out too.
	Since string

	// Outlet, if not empty, is one that a report of the story must be of, in
	// whichever form its name is written.
	Outlet string

	// Entity, if not empty, is somebody or something that the story must name, in
	// any spelling that package names takes for the same.
	Entity string

	// MinOrigins is how many independent origins the story must have for sure.
	MinOrigins int

	// Newest puts the stories with the newest report first, those whose days
	// aren't known last.
	Newest bool

	// Limit, if above 0, is how many stories are given at most.
	Limit int
}

// Stories lists all stories, largest first, equal ones in order of their time
// and id.
func (a *Archive) Stories(ctx context.Context) ([]Summary, error) { return a.Find(ctx, Query{}) }

// Find lists the stories that a query picks, in its order.
func (a *Archive) Find(ctx context.Context, q Query) ([]Summary, error) {
	list := []Summary{}
	wanted := newWanted(q.Entity)
	err := a.scan(ctx, store.Account, func(r store.Record) error {
		s, err := summaryOf(r)
		if err != nil || !q.admits(s.Summary) {
			return err
		}
		if wanted != nil {
			var story struct{ Entities []account.Entity }
			if err := json.Unmarshal(r.Data, &story); err != nil {
				return fmt.Errorf("story %s: %w", r.Key, err)
			}
			if !slices.ContainsFunc(story.Entities, wanted.is) {
				return nil
			}
		}
		if q.Outlet != "" {
			if ok, err := a.publishedBy(ctx, s.ids, q.Outlet); err != nil || !ok {
				return err
			}
		}
		list = append(list, s.Summary)
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(list, q.compare)
	if q.Limit > 0 && len(list) > q.Limit {
		list = list[:q.Limit]
	}
	return list, nil
}

// admits reports whether the query's counts and days let a story through.
func (q *Query) admits(s Summary) bool {
	if s.Origins.AtLeast < q.MinOrigins {
		return false
	}
	day := q.Since[:min(len(q.Since), len("2006-01-02"))]
	return day == "" || s.To != "" && s.To >= day
}

func (q *Query) compare(x, y Summary) int {
	if q.Newest {
		return cmp.Or(-cmp.Compare(x.To, y.To), -cmp.Compare(x.Articles, y.Articles), annotate.CompareIDs(x.ID, y.ID))
	}
	return cmp.Or(-cmp.Compare(x.Articles, y.Articles), cmp.Compare(x.From, y.From), annotate.CompareIDs(x.ID, y.ID))
}

// Summary gives what a list shows of the story with an id. One that the archive
// doesn't know is [ErrNotFound].
func (a *Archive) Summary(ctx context.Context, id string) (*Summary, error) {
	r, err := a.accountOf(ctx, id)
	if err != nil {
		return nil, err
	}
	s, err := summaryOf(r)
	return &s.Summary, err
}

// A listed is a summary with the ids of the story's articles.
type listed struct {
	Summary
	ids []string
}

// summaryOf reads of an account's record what a list shows.
func summaryOf(r store.Record) (listed, error) {
	var s struct {
		ID       string
		Title    *account.Span
		From, To string
		Articles []string
		Outlets  int
		Origins  account.Origins
	}
	if err := json.Unmarshal(r.Data, &s); err != nil {
		return listed{}, fmt.Errorf("story %s: %w", r.Key, err)
	}
	return listed{Summary{ID: s.ID, Title: s.Title, From: s.From, To: s.To, Articles: len(s.Articles), Outlets: s.Outlets, Origins: s.Origins}, s.Articles}, nil
}

// publishedBy reports whether one of some articles is of an outlet.
func (a *Archive) publishedBy(ctx context.Context, articles []string, outlet string) (bool, error) {
	keys := append(outlets.Keys(outlet), outlets.Key(outlet))
	for _, id := range articles {
		var article struct{ Outlet string }
		if err := a.get(ctx, store.Article, id, &article); err != nil {
			return false, err
		}
		for _, key := range append(outlets.Keys(article.Outlet), outlets.Key(article.Outlet)) {
			if key != "" && slices.Contains(keys, key) {
				return true, nil
			}
		}
	}
	return false, nil
}

// A wanted is a name that is looked for, parsed as each kind of name.
type wanted struct {
	folded string
	as     map[string]names.Name // by type of entity
}

// kinds are the kinds of name that types of entity have.
var kinds = map[string]names.Kind{
	account.Person: names.Person, account.Organization: names.Organization, account.Place: names.Place, account.Other: names.Any,
}

func newWanted(name string) *wanted {
	if strings.TrimSpace(name) == "" {
		return nil
	}
	w := &wanted{names.Fold(name), map[string]names.Name{}}
	for t, kind := range kinds {
		w.as[t] = names.Parse(name, kind)
	}
	return w
}

// is reports whether an entity has a spelling that is taken for the same name.
func (w *wanted) is(e account.Entity) bool {
	name, kind := w.as[e.Type], kinds[e.Type]
	return slices.ContainsFunc(e.Names, func(n account.Name) bool {
		return names.Fold(n.Text) == w.folded || names.Compare(name, names.Parse(n.Text, kind)) >= names.Same
	})
}

// A Place says where something is in an archive: its story, and the article, if
// it was an article that was looked up. Was is the id that the story was looked up
// by, if it has another by now.
type Place struct {
	Story   string
	Article string
	Was     string
}

// Lookup finds a story by its id, or an article by its id, the path or address of
// its document, or the id that the document gives itself. What the archive doesn't
// have is [ErrNotFound].
func (a *Archive) Lookup(ctx context.Context, ref string) (Place, error) {
	if r, err := a.accountOf(ctx, ref); err == nil {
		if r.Key != ref {
			return Place{Story: r.Key, Was: ref}, nil
		}
		return Place{Story: ref}, nil
	} else if !errors.Is(err, ErrNotFound) {
		return Place{}, err
	}
	article, err := a.lookupArticle(ctx, ref)
	if err != nil {
		return Place{}, err
	}
	at, err := a.storyOf(ctx, article)
	if errors.Is(err, store.ErrNotFound) {
		return Place{}, fmt.Errorf("%w: article %s is in none yet", ErrNotFound, article)
	}
	return Place{Story: at, Article: article}, err
}

// storyOf finds the story that an article is in.
func (a *Archive) storyOf(ctx context.Context, article string) (string, error) {
	r, err := a.store.Get(ctx, store.Member, article)
	if err != nil {
		return "", err
	}
	id, err := group.StoryIn(r.Data)
	if err != nil {
		return "", err
	}
	id, _, err = a.storyAt(ctx, id)
	return id, err
}

// lookupArticle finds the id of an article.
func (a *Archive) lookupArticle(ctx context.Context, ref string) (string, error) {
	if _, err := a.store.Get(ctx, store.Article, ref); err == nil {
		return ref, nil
	} else if !errors.Is(err, store.ErrNotFound) {
		return "", err
	}
	var ids []string
	err := a.scan(ctx, store.Article, func(r store.Record) error {
		var article struct {
			URL      string
			Document account.Document
		}
		if err := json.Unmarshal(r.Data, &article); err != nil {
			return fmt.Errorf("article %s: %w", r.Key, err)
		}
		d := article.Document
		if place(d) == ref || d.Path == ref || d.URL == ref || article.URL == ref || d.Record == ref || slices.Contains(d.Also, ref) {
			ids = append(ids, r.Key)
		}
		return nil
	})
	switch {
	case err != nil:
		return "", err
	case len(ids) == 0:
		return "", fmt.Errorf("%w or article: %s", ErrNotFound, ref)
	case len(ids) > 1:
		return "", fmt.Errorf("%w: %q stands for several articles: %s", ErrNotFound, ref, strings.Join(ids, ", "))
	}
	return ids[0], nil
}
