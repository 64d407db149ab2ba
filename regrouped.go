package stemma

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"stemma/internal/annotate"
	"stemma/internal/group"
	"stemma/internal/store"
)

// storyRecords are the records that a portion of articles makes: of the stories
// that changed, and of the articles that came, moved or went.
type storyRecords struct {
	archive *Archive
	stage   stage
	stories map[string]story // one without articles is no more
	members []store.Record
}

func newStoryRecords(a *Archive, s stage) *storyRecords {
	return &storyRecords{archive: a, stage: s, stories: map[string]story{}}
}

// remove takes an article out of its story.
func (m *storyRecords) remove(ctx context.Context, article string) error {
	m.members = append(m.members, store.Record{Kind: store.Member, Key: article, Version: m.stage.version, Deleted: true})
	if m.archive.grouper.Remove(article) {
		return nil
	}
	id, st, err := m.storyOf(ctx, article)
	if err != nil {
		return err
	}
	if i := slices.Index(st.Articles, article); i >= 0 {
		st.Articles = slices.Delete(slices.Clone(st.Articles), i, i+1)
		st.Arrivals = slices.Delete(slices.Clone(st.Arrivals), i, i+1)
	}
	m.archive.grouper.Forget(id, article)
	m.stories[id] = st
	return nil
}

// touch has the record of an article's story made anew.
func (m *storyRecords) touch(ctx context.Context, article string) error {
	if id, ok := m.archive.grouper.Of(article); ok {
		s, _ := m.archive.grouper.Story(id)
		m.put(s)
		return nil
	}
	id, st, err := m.storyOf(ctx, article)
	if err == nil {
		m.stories[id] = st
	}
	return err
}

// storyOf finds the story of an article that has left memory: among the records
// to be made, or in the store.
func (m *storyRecords) storyOf(ctx context.Context, article string) (string, story, error) {
	r, err := m.archive.store.Get(ctx, store.Member, article)
	if err != nil {
		return "", story{}, err
	}
	id, err := group.StoryIn(r.Data)
	if err != nil {
		return "", story{}, err
	}
	if st, ok := m.stories[id]; !ok || st.Into != "" {
		if !ok {
			if now, _, err := m.archive.storyAt(ctx, id); err == nil {
				id = now
			}
		}
		for m.stories[id].Into != "" {
			id = m.stories[id].Into
		}
	}
	if st, ok := m.stories[id]; ok {
		return id, st, nil
	}
	if s, ok := m.archive.grouper.Story(id); ok {
		return id, story{Articles: s.Articles, Arrivals: s.Arrivals, Formerly: s.Formerly}, nil
	}
	return m.archive.storyAt(ctx, id)
}

func (m *storyRecords) put(s group.Story) {
	m.stories[s.ID] = story{Articles: s.Articles, Arrivals: s.Arrivals, Formerly: s.Formerly}
}

// grouped takes what the grouper changed.
func (m *storyRecords) grouped(c group.Changes) {
	for _, s := range c.Stories {
		m.put(s)
	}
	for from, to := range c.Into {
		m.stories[from] = story{Into: to}
	}
	for _, article := range slices.SortedFunc(maps.Keys(c.Members), annotate.CompareIDs) {
		m.members = append(m.members, store.Record{Kind: store.Member, Key: article, Version: m.stage.version, Data: c.Members[article]})
	}
}

// records returns all records, those of stories in order of their ids.
func (m *storyRecords) records(ctx context.Context) ([]store.Record, error) {
	all := m.members
	for _, id := range slices.SortedFunc(maps.Keys(m.stories), annotate.CompareIDs) {
		r := store.Record{Kind: m.stage.to, Key: id, Version: m.stage.version}
		st := m.stories[id]
		if len(st.Articles) == 0 && st.Into == "" {
			r.Deleted = true
			all = append(all, r)
			for _, formerly := range st.Formerly {
				all = append(all, store.Record{Kind: m.stage.to, Key: formerly, Version: m.stage.version, Deleted: true})
			}
			continue
		}
		st.Revisions = nil
		for _, article := range st.Articles {
			n, err := m.archive.store.Get(ctx, store.Annotations, article)
			if err != nil && !errors.Is(err, store.ErrNotFound) { // its deletion flows here soon
				return nil, err
			}
			st.Revisions = append(st.Revisions, n.Seq)
		}
		var err error
		if r.Data, err = json.Marshal(st); err != nil {
			return nil, err
		}
		all = append(all, r)
	}
	return all, nil
}
