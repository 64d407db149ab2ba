package extract

import "strings"

// isCredit reports whether a line says where the report has something from, so
// that it must stay.
func isCredit(l line) bool {
	return len(l.words) <= 12 && strings.HasPrefix(strings.ToLower(l.text), "source") && strings.Contains(l.text, ":")
}
