// Package dating infers when an article was published that doesn't say so.
package dating

import (
	"stemma/account"
	"stemma/internal/annotate"
)

// Infer returns, for each report without a stated time of publication, what its
// own words, the calendar and the other reports of its story say about it; nil
// where nothing does. The result is parallel to reports.
func Infer(reports []annotate.Report) []*account.Published {
	return make([]*account.Published, len(reports))
}
