// Package quantities finds numbers with units and gives each the interval it
// stands for.
package quantities

import (
	"stemma/internal/language"
	"stemma/internal/span"
)

// A Quantity is low ≤ x ≤ high of something. NaN-free: Low = -Inf or High = +Inf
// where there is no bound.
type Quantity struct {
	span.Span           // number, modifier and unit: "more than 100,000 troops"
	Number    span.Span `json:"number"`         // the number's words alone: "100,000"
	Low       *float64  `json:"low"`            // nil: no lower bound
	High      *float64  `json:"high"`           // nil: no upper bound
	Unit      string    `json:"unit,omitempty"` // "person", "percent", "USD", "year", "missile"; singular, lower case but for currencies
	Ordinal   bool      `json:"ordinal,omitempty"`
}

// Find finds the quantities in a text. Numbers that belong to dates, times of
// day and names are left out.
func Find(text string, sentences []language.Sentence) []Quantity {
	return nil
}
