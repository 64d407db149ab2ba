package stemma

import (
	"cmp"
	"context"
	"slices"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/collate"
	"stemma/internal/extract"
	"stemma/internal/isotime"
	"stemma/internal/store"
)

// Stream gives what [Archive.Account] gives, piece by piece: one story, or one
// article, is in memory at a time. The archive must stay open, and should not be
// synced, until the stream has been gone through.
func (a *Archive) Stream(ctx context.Context, ids ...string) (*account.Stream, error) {
	list, err := a.summaries(ctx, ids)
	if err != nil {
		return nil, err
	}
	s := &account.Stream{StoryCount: len(list)}
	if s.Stemma, err = a.version(ctx); err != nil {
		return nil, err
	}
	for _, x := range list {
		s.ArticleCount += x.Articles
	}
	if s.Failed, err = a.Failed(ctx); err != nil {
		return nil, err
	}
	s.Stories = func(yield func(*account.Account, error) bool) {
		for _, x := range list {
			story, articles, err := a.story(ctx, x.ID)
			if err != nil {
				yield(nil, err)
				return
			}
			slices.SortStableFunc(articles, compareArticles)
			if !yield(&account.Account{
				Format: account.Format, Articles: articles, Stories: []*account.Story{story}, Failed: []account.Failure{}, Stemma: s.Stemma,
			}, nil) {
				return
			}
		}
	}
	s.Articles = func(yield func(*account.Article, error) bool) { a.streamArticles(ctx, list, yield) }
	return s, nil
}

// summaries reads those of the stories with the given ids, or of all.
func (a *Archive) summaries(ctx context.Context, ids []string) ([]Summary, error) {
	if len(ids) == 0 {
		return a.Stories(ctx)
	}
	var list []Summary
	for _, id := range ids {
		s, err := a.Summary(ctx, id)
		if err != nil {
			return nil, err
		}
		list = append(list, *s)
	}
	return list, nil
}

// A dated is an article's place in the order of time.
type dated struct {
	id       string
	time     string
	inferred *account.Published
}

// streamArticles gives the articles of stories in order of time.
func (a *Archive) streamArticles(ctx context.Context, list []Summary, yield func(*account.Article, error) bool) {
	var all []dated
	for _, s := range list {
		of, err := a.datesOf(ctx, s.ID)
		if err != nil {
			yield(nil, err)
			return
		}
		all = append(all, of...)
	}
	slices.SortStableFunc(all, func(x, y dated) int {
		return cmp.Or(isotime.Compare(x.time, y.time), annotate.CompareIDs(x.id, y.id))
	})
	for _, d := range all {
		r, err := a.reportOf(ctx, d.id)
		if err != nil {
			yield(nil, err)
			return
		}
		if !yield(collate.Article(r, d.inferred), nil) {
			return
		}
	}
}

// datesOf reads when the articles of a story appeared.
func (a *Archive) datesOf(ctx context.Context, id string) ([]dated, error) {
	var st story
	if err := a.get(ctx, store.Story, id, &st); err != nil {
		return nil, err
	}
	// The lineage is parallel to the reports in their order.
	var lineage struct {
		Published []*account.Published `json:"published"`
	}
	if err := a.get(ctx, store.Lineage, id, &lineage); err != nil {
		return nil, err
	}
	reports := make([]annotate.Report, len(st.Articles))
	for i, article := range st.Articles {
		var head struct {
			Published extract.Stamp `json:"published"`
		}
		if err := a.get(ctx, store.Article, article, &head); err != nil {
			return nil, err
		}
		reports[i].Article = &extract.Article{ID: article, Published: head.Published}
	}
	annotate.Order(reports)
	all := make([]dated, len(reports))
	for i, r := range reports {
		all[i] = dated{id: r.ID, time: r.Published.Time}
		if i < len(lineage.Published) {
			all[i].inferred = lineage.Published[i]
		}
		if all[i].time == "" && all[i].inferred != nil {
			all[i].time = all[i].inferred.Time
		}
	}
	return all, nil
}
