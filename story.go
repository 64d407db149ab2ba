package stemma

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

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
// of it does.
type story struct {
	Articles  []string `json:"articles"`
	Arrivals  []int    `json:"arrivals"`
	Revisions []int64  `json:"revisions"`
}

// group takes the stage group over all that is new to it. It differs from the
// other stages: it has a memory across articles, and takes them in order of
// time. What is new is committed at once, so that a crash leaves no story with
// half of its articles.
func (a *Archive) group(ctx context.Context, s stage) error {
	at, err := a.store.Cursor(ctx, s.cursor())
	if err != nil {
		return err
	}
	if err := a.loadGrouper(ctx, s); err != nil {
		return err
	}
	arrived, gone, last, err := a.arrived(ctx, s, at)
	if err != nil || last == at {
		return err
	}
	changed := map[string]bool{}
	for _, id := range gone {
		changed[a.grouper.Remove(id)] = true
	}
	for i, item := range arrived {
		if id, ok := a.grouper.Of(item.ID); ok {
			changed[id] = true
		} else {
			changed[a.grouper.Add(item)] = true
		}
		if i%batch == batch-1 {
			a.progress(s.name, i+1, len(arrived))
		}
	}
	delete(changed, "")
	made, err := a.storyRecords(ctx, s, changed)
	if err == nil {
		err = a.store.Commit(ctx, store.Batch{Put: made, Cursor: s.cursor(), At: last})
	}
	if err != nil {
		a.grouper = nil // it is ahead of the store now
	}
	return err
}

// arrived returns the articles that are new or changed since a cursor, in order
// of time, and the ids of those that are gone.
func (a *Archive) arrived(ctx context.Context, s stage, at int64) (items []group.Item, gone []string, last int64, err error) {
	last = at
	for {
		in, err := a.store.Since(ctx, s.from, last, batch)
		if err != nil {
			return nil, nil, 0, err
		}
		if len(in) == 0 {
			break
		}
		for _, r := range in {
			if r.Deleted {
				gone = append(gone, r.Key)
				continue
			}
			report, err := a.report(ctx, r)
			if err != nil {
				return nil, nil, 0, err
			}
			items = append(items, group.NewItem(report))
		}
		last = in[len(in)-1].Seq
	}
	slices.SortStableFunc(items, func(x, y group.Item) int {
		if x.Time.IsZero() != y.Time.IsZero() {
			if x.Time.IsZero() {
				return 1
			}
			return -1
		}
		return cmp.Or(x.Time.Compare(y.Time), annotate.CompareIDs(x.ID, y.ID))
	})
	return items, gone, last, nil
}

// loadGrouper gives the grouper its memory back from the stored stories. Those
// of an older version of the stage are deleted, and their articles grouped anew.
func (a *Archive) loadGrouper(ctx context.Context, s stage) error {
	if a.grouper != nil {
		return nil
	}
	type arrival struct {
		number         int
		article, story string
	}
	var arrivals []arrival
	var old []store.Record
	err := a.scan(ctx, store.Story, func(r store.Record) error {
		if r.Version < s.version {
			old = append(old, store.Record{Kind: store.Story, Key: r.Key, Version: s.version, Deleted: true})
			return nil
		}
		var st story
		if err := json.Unmarshal(r.Data, &st); err != nil {
			return err
		}
		for i, id := range st.Articles {
			arrivals = append(arrivals, arrival{st.Arrivals[i], id, r.Key})
		}
		return nil
	})
	if err == nil && len(old) > 0 {
		err = a.store.Commit(ctx, store.Batch{Put: old})
	}
	if err != nil {
		return err
	}
	slices.SortFunc(arrivals, func(x, y arrival) int { return cmp.Compare(x.number, y.number) })
	g := group.New()
	for _, x := range arrivals {
		report, err := a.reportOf(ctx, x.article)
		switch {
		case errors.Is(err, store.ErrNotFound):
			continue // deleted since; its deletion flows here too
		case err != nil:
			return err
		}
		g.Restore(x.story, group.NewItem(report))
	}
	a.grouper = g
	return nil
}

func (a *Archive) storyRecords(ctx context.Context, s stage, changed map[string]bool) ([]store.Record, error) {
	ids := make([]string, 0, len(changed))
	for id := range changed {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, annotate.CompareIDs)
	var made []store.Record
	for _, id := range ids {
		st := story{Articles: a.grouper.Story(id)}
		if len(st.Articles) == 0 {
			made = append(made, store.Record{Kind: s.to, Key: id, Version: s.version, Deleted: true})
			continue
		}
		for _, article := range st.Articles {
			r, err := a.store.Get(ctx, store.Annotations, article)
			if err != nil {
				return nil, err
			}
			st.Arrivals = append(st.Arrivals, a.grouper.Arrival(article))
			st.Revisions = append(st.Revisions, r.Seq)
		}
		data, err := json.Marshal(st)
		if err != nil {
			return nil, err
		}
		made = append(made, store.Record{Kind: s.to, Key: id, Version: s.version, Data: data})
	}
	return made, nil
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
	for at := int64(0); ; {
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
