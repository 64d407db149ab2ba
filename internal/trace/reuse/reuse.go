// Package reuse finds which articles carry the same text.
package reuse

import (
	"stemma/account"
	"stemma/internal/annotate"
)

// Find finds the pairs of reports that share text, as edges of the kinds copies,
// shares and translates, strongest first.
func Find(reports []annotate.Report) []account.Edge {
	return nil
}
