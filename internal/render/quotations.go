package render

import (
	"slices"
	"strings"

	"stemma/account"
)

// A quotation is a card: who said it, through whom, the fullest wording and the
// others set against it.
type quotation struct {
	Anchor  string
	N       int
	Speaker *person // nil: no text says who
	Via     []string
	Fullest *wording
	Others  []*wording
	Drift   []drift
	Reports int
}

// beginMax is the width of the words by which a card calls a quotation.
const beginMax = 90

// Begin is how the fullest wording begins.
func (q *quotation) Begin() string { return shorten(runsText(q.Fullest.Runs), beginMax) }

func runsText(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// A wording is the words in which reports give a quotation. Compared says that
// its changes against the fullest wording are marked in Runs.
type wording struct {
	Reports  []*report
	Place    citation
	Form     string
	Via      []string
	Runs     []run
	Compared bool
}

// compared reports whether any wording is set against another.
func compared(list []*quotation) bool {
	return slices.ContainsFunc(list, func(q *quotation) bool {
		return slices.ContainsFunc(q.Others, func(w *wording) bool { return w.Compared })
	})
}

// A drift is a change between two wordings that can change the meaning.
type drift struct {
	Kind     string
	From, To citation
}

// likeEnough is the part of words in common from which on two wordings are set
// against each other word for word; below it the marks would be noise.
const likeEnough = 0.5

// removedMax is the number of removed words in a row that are shown.
const removedMax = 8

func (d *desk) quotations() []*quotation {
	var list []*quotation
	for i := range d.story.Quotations {
		q := &d.story.Quotations[i]
		if len(q.Variants) > 0 {
			list = append(list, d.quotation(q, len(list)+1))
		}
	}
	return list
}

func (d *desk) quotation(q *account.Quotation, n int) *quotation {
	v := &quotation{Anchor: d.row("q", n), N: n, Speaker: d.person(q.Speaker)}
	fullest := q.Variants[min(max(q.Fullest, 0), len(q.Variants)-1)]
	v.Fullest = d.wording(fullest)
	label := "unknown speaker"
	if v.Speaker != nil {
		label = v.Speaker.Name
		v.Speaker.Quotations = append(v.Speaker.Quotations, v)
	}
	fullestWords := words(variantText(fullest))
	same := map[string]*wording{wordsKey(fullestWords): v.Fullest}
	for _, x := range q.Variants {
		d.markVariant(x, label, "#"+v.Anchor)
		for _, via := range x.Via {
			v.Via = appendNew(v.Via, shorten(oneLine(via.Name), nameMax))
		}
		xWords := words(variantText(x))
		w := same[wordsKey(xWords)]
		if w == nil {
			w = d.wording(x)
			same[wordsKey(xWords)] = w
			v.Others = append(v.Others, w)
			if runs, like := compare(fullestWords, xWords); like >= likeEnough {
				w.Runs, w.Compared = elide(runs, removedMax), true
			}
		}
		if r := d.byID[x.Article]; r != nil && !slices.Contains(w.Reports, r) {
			w.Reports = append(w.Reports, r)
		}
	}
	heard := map[*report]bool{}
	for _, w := range append([]*wording{v.Fullest}, v.Others...) {
		for _, r := range w.Reports {
			heard[r] = true
		}
	}
	v.Reports = len(heard)
	for _, x := range q.Drift {
		v.Drift = append(v.Drift, drift{x.Kind, d.cite(x.From), d.cite(x.To)})
	}
	return v
}

func (d *desk) wording(x account.Variant) *wording {
	w := &wording{Place: d.cite(x.Span), Form: x.Form, Runs: []run{{plain, variantText(x)}}}
	for _, via := range x.Via {
		w.Via = appendNew(w.Via, shorten(oneLine(via.Name), nameMax))
	}
	return w
}

// markVariant marks the words of a variant, and not the cue that breaks them off.
func (d *desk) markVariant(x account.Variant, label, href string) {
	pieces := x.Pieces
	if len(pieces) == 0 {
		pieces = []account.Span{x.Span}
	}
	for _, p := range pieces {
		d.mark(p, markQuote, label, href)
	}
}

// variantText is the words of a variant, without what the article puts between
// its pieces.
func variantText(x account.Variant) string {
	if len(x.Pieces) == 0 {
		return shorten(oneLine(x.Text), wordingMax)
	}
	var pieces []string
	for _, p := range x.Pieces {
		pieces = append(pieces, oneLine(p.Text))
	}
	return shorten(strings.Join(pieces, " … "), wordingMax)
}

// wordsKey is equal for wordings in the same words.
func wordsKey(list []word) string {
	var b strings.Builder
	for _, w := range list {
		b.WriteString(w.key)
		b.WriteByte(' ')
	}
	return b.String()
}

// appendNew adds s to list unless it is there or empty.
func appendNew(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
