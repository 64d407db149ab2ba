package stemma

import (
	"context"
	"fmt"

	"stemma/internal/group"
	"stemma/internal/store"
)

// A Why says what speaks for and against an article's being in its story, as
// seen with all that has been grouped by now. Evidence is a logarithm of odds:
// the sum of what its reasons contribute.
type Why struct {
	Article  string
	Story    string
	Evidence float64
	Reasons  []Reason // what weighs most first; empty for a story's only article

	// Threshold is the least evidence by which an article joins a story.
	Threshold float64

	// Rival is the story that would have the article if its own weren't there: ""
	// if nothing else that is recent has anything in common with it.
	Rival         string
	RivalEvidence float64
	RivalReasons  []Reason
}

// A Reason is one thing that was compared: Field says which ("title", "people",
// "time"). Value is how alike it was, as a rule 0 to 1; Weight is what a Value of
// 1 would add to the evidence; Contribution, their product, is what it did add:
// above 0 it speaks for the story, below 0 against it.
type Reason struct {
	Field        string
	Value        float64
	Weight       float64
	Contribution float64
}

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
		return nil, fmt.Errorf("%w: no article %s is in one", ErrNotFound, article)
	}
	return &Why{
		Article: w.Article, Story: w.Story, Evidence: w.Evidence, Threshold: w.Threshold, Reasons: reasonsOf(w.Reasons),
		Rival: w.Rival, RivalEvidence: w.RivalEvidence, RivalReasons: reasonsOf(w.RivalReasons),
	}, nil
}

func reasonsOf(list []group.Reason) []Reason {
	var reasons []Reason
	for _, r := range list {
		reasons = append(reasons, Reason(r))
	}
	return reasons
}
