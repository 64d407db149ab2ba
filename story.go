package stemma

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/extract"
	"stemma/internal/group"
	"stemma/internal/isotime"
	"stemma/internal/store"
)

// A story as it is stored: the articles in it, in the order they came, with
// their numbers in the order of arrival over all stories, and the sequence number
// of each one's annotations, so that the story's record changes when an article
// of it does. Of a story that went into another only Into is left.
type story struct {
	Articles  []string `json:"articles,omitempty"`
	Arrivals  []int    `json:"arrivals,omitempty"`
	Revisions []int64  `json:"revisions,omitempty"`
	Formerly  []string `json:"formerly,omitempty"` // ids of stories that went into this one
	Into      string   `json:"into,omitempty"`
}

// wentInto reports whether a story's record says that it went into another.
func wentInto(record []byte) bool {
	var s story
	return json.Unmarshal(record, &s) == nil && s.Into != ""
}

// storyAt follows an id to the story that it stands for now: one that went into
// another leads there, and one that is no more to where the article is that it
// was named after. It is store.ErrNotFound if there never was such a story, or
// all its articles were removed.
func (a *Archive) storyAt(ctx context.Context, id string) (string, story, error) {
	seen := map[string]bool{}
	for next := id; !seen[next]; {
		seen[next] = true
		var s story
		err := a.get(ctx, store.Story, next, &s)
		switch {
		case errors.Is(err, store.ErrNotFound):
			number, ok := strings.CutPrefix(next, "s")
			if !ok {
				return "", story{}, store.ErrNotFound
			}
			r, err := a.store.Get(ctx, store.Member, "a"+number)
			if err != nil {
				return "", story{}, err
			}
			if next, err = group.StoryIn(r.Data); err != nil {
				return "", story{}, err
			}
		case err != nil:
			return "", story{}, err
		case s.Into == "":
			return next, s, nil
		default:
			next = s.Into
		}
	}
	return "", story{}, store.ErrNotFound
}

// accountOf reads the account of the story that an id stands for now.
func (a *Archive) accountOf(ctx context.Context, id string) (store.Record, error) {
	r, err := a.store.Get(ctx, store.Account, id)
	if errors.Is(err, store.ErrNotFound) {
		now, _, other := a.storyAt(ctx, id)
		if other == nil && now != id {
			r, err = a.store.Get(ctx, store.Account, now)
		} else if other != nil {
			err = other
		}
	}
	if errors.Is(err, store.ErrNotFound) {
		return r, fmt.Errorf("%w: %s", ErrNotFound, id)
	}
	return r, err
}

// reports returns the reports of a story in order of time.
func (a *Archive) reports(ctx context.Context, id string) ([]annotate.Report, error) {
	var st story
	if err := a.get(ctx, store.Story, id, &st); err != nil {
		return nil, err
	}
	var reports []annotate.Report
	for _, article := range st.Articles {
		r, err := a.reportOf(ctx, article)
		if err != nil {
			return nil, err
		}
		reports = append(reports, r)
	}
	annotate.Order(reports)
	return reports, nil
}

func (a *Archive) reportOf(ctx context.Context, article string) (annotate.Report, error) {
	r, err := a.store.Get(ctx, store.Annotations, article)
	if err != nil {
		return annotate.Report{}, err
	}
	return a.report(ctx, r)
}

// report puts an article and its annotations together.
func (a *Archive) report(ctx context.Context, annotations store.Record) (annotate.Report, error) {
	r := annotate.Report{Article: new(extract.Article), Annotations: new(annotate.Annotations)}
	if err := json.Unmarshal(annotations.Data, r.Annotations); err != nil {
		return r, fmt.Errorf("annotations %s: %w", annotations.Key, err)
	}
	return r, a.get(ctx, store.Article, annotations.Key, r.Article)
}

// get reads a record's data into v.
func (a *Archive) get(ctx context.Context, kind store.Kind, key string, v any) error {
	r, err := a.store.Get(ctx, kind, key)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(r.Data, v); err != nil {
		return fmt.Errorf("%s %s: %w", kind, key, err)
	}
	return nil
}

// scan calls do for every record of a kind that isn't deleted.
func (a *Archive) scan(ctx context.Context, kind store.Kind, do func(store.Record) error) error {
	return a.scanSince(ctx, kind, 0, do)
}

// scanSince calls do for every record of a kind that isn't deleted and has a
// sequence number above after.
func (a *Archive) scanSince(ctx context.Context, kind store.Kind, after int64, do func(store.Record) error) error {
	for at := after; ; {
		records, err := a.store.Since(ctx, kind, at, batch)
		if err != nil || len(records) == 0 {
			return err
		}
		for _, r := range records {
			if r.Deleted {
				continue
			}
			if err := do(r); err != nil {
				return err
			}
		}
		at = records[len(records)-1].Seq
	}
}

func compareArticles(x, y *account.Article) int {
	stated := func(a *account.Article) string {
		if a.Published == nil {
			return ""
		}
		return a.Published.Time
	}
	return cmp.Or(isotime.Compare(stated(x), stated(y)), annotate.CompareIDs(x.ID, y.ID))
}
