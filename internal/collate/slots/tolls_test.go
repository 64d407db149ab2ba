package slots

import (
	"strings"
	"testing"

	"stemma/internal/collate/words"
)

func TestToll(t *testing.T) {
	tests := []struct{ text, number, want string }{
		{"The storm left 17 injured.", "17", "injured"},
		{"The storm, injuring 17 people, went on.", "17", "injured"},
		{"In all 17 were badly hurt.", "17", "injured"},
		{"At least 17 have been killed.", "17", "dead"},
		{"The number of injured had risen to 23.", "23", "injured"},
		{"The number of people wounded stands at 23.", "23", "injured"},
		{"The death toll rose to 23.", "23", "dead"},
		{"The injured were taken to 23 hospitals.", "23", ""},
		{"Some 17 fled.", "17", ""},
		{"17", "17", ""},
	}
	for _, tt := range tests {
		ws := words.Of(tt.text, 0)
		k := 0
		for ws[k].Start < strings.Index(tt.text, tt.number) {
			k++
		}
		if got := toll(ws, k, k+1); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}
