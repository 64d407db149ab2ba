package stemma

import (
	"context"
	"errors"
	"fmt"

	"stemma/account"
	"stemma/internal/group"
	"stemma/internal/store"
)

// A Why says what speaks for and against an article's being in its story.
type Why = account.Why

// A Reason is one thing that was compared.
type Reason = account.Reason

// Why explains why an article is in its story. An article that the archive
// doesn't know, or that is in no story yet, is [ErrNotFound].
func (a *Archive) Why(ctx context.Context, article string) (*Why, error) {
	if err := a.lock(ctx); err != nil {
		return nil, err
	}
	defer a.unlock()
	if err := a.loadGrouper(ctx, stage{name: "group", version: group.Version, from: store.Annotations, to: store.Story}); err != nil {
		return nil, err
	}
	w, ok := a.grouper.Why(article)
	if !ok {
		var err error
		if w, err = a.whyStored(ctx, article); errors.Is(err, store.ErrNotFound) {
			return nil, fmt.Errorf("%w: no article %s is in one", ErrNotFound, article)
		} else if err != nil {
			return nil, err
		}
	}
	return &Why{
		Article: w.Article, Story: w.Story, Evidence: w.Evidence, Threshold: w.Threshold, Reasons: reasonsOf(w.Reasons),
		Rival: w.Rival, RivalEvidence: w.RivalEvidence, RivalReasons: reasonsOf(w.RivalReasons),
	}, nil
}

// whyStored explains the place of an article that has left the grouper's memory.
func (a *Archive) whyStored(ctx context.Context, article string) (group.Why, error) {
	r, err := a.store.Get(ctx, store.Member, article)
	if err != nil {
		return group.Why{}, err
	}
	id, err := group.StoryIn(r.Data)
	if err != nil {
		return group.Why{}, err
	}
	id, st, err := a.storyAt(ctx, id)
	if err != nil {
		return group.Why{}, err
	}
	records := map[string][]byte{}
	for _, other := range st.Articles {
		r, err := a.store.Get(ctx, store.Member, other)
		if err != nil {
			return group.Why{}, err
		}
		records[other] = r.Data
	}
	return a.grouper.WhyStored(article, id, records)
}

func reasonsOf(list []group.Reason) []Reason {
	reasons := make([]Reason, len(list))
	for i, r := range list {
		reasons[i] = Reason(r)
	}
	return reasons
}
