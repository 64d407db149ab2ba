package render

import (
	"strconv"
	"strings"
)

func (t *terminal) quotations(list []*quotation) {
	if len(list) == 0 {
		return
	}
	t.heading("Who said what", len(list))
	if compared(list) {
		t.para(0, append(t.runs([]run{{removed, "removed"}, {plain, " "}, {added, "added"}}), styled{faint, "  against the fullest wording, which comes first"})...)
	}
	for _, q := range list[:min(len(list), quotationsMax)] {
		t.blank()
		t.item(0, 4, styled{faint, strconv.Itoa(q.N)}, t.speaker(q)...)
		t.para(4, t.runs(q.Fullest.Runs)...)
		t.wording(q.Fullest)
		for _, w := range q.Others {
			t.para(6, t.runs(w.Runs)...)
			t.wording(w)
		}
		for _, x := range q.Drift {
			t.drift(x)
		}
	}
	t.rest(len(list), quotationsMax, "quotation")
}

func (t *terminal) speaker(q *quotation) []styled {
	text := []styled{{faint, "unknown speaker"}}
	if q.Speaker != nil {
		text = []styled{{strong, q.Speaker.Name}}
		if office := q.Speaker.Office(); office != "" {
			text = append(text, styled{normalStyle, ", " + office})
		}
	}
	if len(q.Via) > 0 {
		text = append(text, styled{faint, " · via " + strings.Join(q.Via, ", ")})
	}
	return text
}

// wording says whose wording stands above, and how it is given.
func (t *terminal) wording(w *wording) {
	t.para(8, append([]styled{{faint, "— " + w.Form + ": "}}, t.labels(w.Reports)...)...)
}

func (t *terminal) drift(x drift) {
	text := []styled{{warning, "! " + x.Kind + " "}}
	text = append(text, t.driftSide(x.From)...)
	text = append(text, styled{normalStyle, " → "})
	text = append(text, t.driftSide(x.To)...)
	t.para(6, text...)
}

func (t *terminal) driftSide(c citation) []styled {
	words := c.Words
	if words == "" {
		words = "∅"
	}
	text := []styled{{accent, words}}
	if c.Report != nil {
		text = append(text, styled{faint, " (" + c.Report.ID + ")"})
	}
	return text
}
