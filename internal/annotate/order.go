package annotate

import (
	"cmp"
	"slices"

	"stemma/internal/isotime"
)

// Order puts reports in order of their stated time, undated ones last, then of
// their id: the order in which trace, collate and the account have them.
func Order(reports []Report) {
	slices.SortStableFunc(reports, func(a, b Report) int {
		return cmp.Or(isotime.Compare(a.Published.Time, b.Published.Time), CompareIDs(a.ID, b.ID))
	})
}

// CompareIDs orders ids by their number: "a9" before "a10".
func CompareIDs(a, b string) int {
	return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}
