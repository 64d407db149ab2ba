package extract

import (
	"strings"

	"golang.org/x/net/html"
)

// How far from its title a page states when it was published, in short pieces of
// text.
const (
	piecesBehindTitle = 14
	piecesAboveTitle  = 4
)

// dateNearTitle finds the day that a page states directly below or above its
// title: what a reader takes for the day of publication. "" if there is none.
func dateNearTitle(doc *html.Node, title string, dayFirst bool, latest string) string {
	pieces, at := visiblePieces(doc, title)
	if at < 0 {
		return ""
	}
	var order []string
	order = append(order, pieces[at+1:min(len(pieces), at+1+piecesBehindTitle)]...)
	for i := at - 1; i >= 0 && i >= at-piecesAboveTitle; i-- {
		order = append(order, pieces[i])
	}
	f := frame{latest: latest}
	for _, p := range order {
		days := f.plausible(findDates(p, dayFirst))
		if len(days) > 0 && days[0].day > 0 && isStampLine(p, days) {
			return days[0].String()
		}
	}
	return ""
}

// visiblePieces gives the short texts of a page in order, long ones as "", and
// the index of the one that is the title, or -1.
func visiblePieces(doc *html.Node, title string) (pieces []string, at int) {
	at = -1
	want := fold(title)
	var b strings.Builder
	flush := func() {
		s := oneLine(b.String())
		b.Reset()
		if s == "" {
			return
		}
		if at < 0 && len(s) < 400 && sameWords(fold(s), want) {
			at = len(pieces)
		}
		if len(s) > 160 {
			s = ""
		}
		pieces = append(pieces, s)
	}
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		if at >= 0 && len(pieces) > at+piecesBehindTitle {
			return
		}
		block := false
		switch n.Type {
		case html.TextNode:
			b.WriteString(n.Data)
		case html.ElementNode:
			switch n.Data {
			case "script", "style", "noscript", "svg", "head", "select", "template":
				return
			case "a", "span", "b", "i", "em", "strong", "font", "u", "abbr", "small", "sup", "sub":
			default:
				block = true
			}
		}
		if block {
			flush()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
		if block {
			flush()
		}
	}
	walk(doc)
	flush()
	return pieces, at
}
