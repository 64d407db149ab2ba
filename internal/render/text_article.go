package render

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"stemma/account"
)

// Article writes for a terminal the place of one article in its story: what it
// has from others and others have from it, where it differs, what it says alone,
// and what it leaves out. acc is the account of the story.
func Article(w io.Writer, acc *account.Account, id string, o Options) error {
	t := newTerminal(w, o)
	articles := newShelf(acc)
	for _, s := range acc.Stories {
		if slices.Contains(s.Articles, id) {
			t.article(newStory(1, s, articles), s, id)
		}
	}
	if err := t.w.Flush(); err != nil {
		return fmt.Errorf("writing the article as text: %w", err)
	}
	return nil
}

// ownMax is how many rows of a kind are shown of one article.
const ownMax = 10

func (t *terminal) article(s *story, of *account.Story, id string) {
	i := slices.IndexFunc(s.Reports, func(r *report) bool { return r.ID == id })
	if i < 0 {
		return
	}
	r := s.Reports[i]
	t.articleHead(r)
	t.articleStory(s, of.ID)
	t.linesOf("It has from", s.Lineage, func(l *line) (*node, bool) { return l.Above, l.Below.Report == r })
	t.linesOf("Others have from it", s.Lineage, func(l *line) (*node, bool) { return l.Below, l.Above.Report == r })
	t.differences(having(s.Differences, r))
	for _, g := range s.Single {
		if g.Report == r {
			t.claimList("Only it says", g.Claims)
		}
	}
	for _, o := range s.LeftOut {
		if o.Report == r {
			t.claimList("It leaves out", o.Missing)
		}
	}
	t.agreedWith(having(s.Agreed, r))
}

// articleHead says which article it is.
func (t *terminal) articleHead(r *report) {
	t.para(0, styled{faint, r.ID + "  "}, styled{strong, r.Name()}, styled{normalStyle, " · " + r.When()})
	if r.Title != "" {
		t.para(0, styled{strong, r.Title})
	}
	if r.Byline != "" {
		t.para(0, styled{normalStyle, r.Byline})
	}
	t.para(0, styled{faint, r.Place()})
	for _, p := range r.Article.Problems {
		t.para(0, styled{warning, "! " + p.Stage + ": " + p.Reason})
	}
}

// articleStory names the story that an article is in.
func (t *terminal) articleStory(s *story, id string) {
	t.heading("Story", 0)
	text := []styled{{faint, id + "  "}}
	if s.Title != nil {
		text = append(text, styled{strong, s.Title.Words})
	}
	t.para(0, text...)
	t.verdict(s)
}

// linesOf lists the lines of a lineage that are picked, with what stands at their
// other end.
func (t *terminal) linesOf(name string, l lineage, pick func(*line) (*node, bool)) {
	var rows []*line
	for _, x := range l.Lines {
		if _, ok := pick(x); ok {
			rows = append(rows, x)
		}
	}
	if len(rows) == 0 {
		return
	}
	t.heading(name, len(rows))
	for _, x := range rows {
		end, _ := pick(x)
		kind := ""
		if end.Origin != nil {
			kind = "  " + end.Origin.Kind
		}
		t.item(0, t.width/4, styled{normalStyle, x.Word()}, styled{strong, end.Name()}, styled{faint, kind + "  " + x.Measure()})
	}
}

// having picks the claims on which a report says something.
func having(rows []*claim, r *report) []*claim {
	return slices.DeleteFunc(slices.Clone(rows), func(c *claim) bool { return !slices.Contains(c.Reports, r) })
}

func (t *terminal) claimList(name string, rows []*claim) {
	t.heading(name, len(rows))
	for _, c := range rows[:min(len(rows), ownMax)] {
		t.item(0, 2, styled{faint, "·"}, t.runs(c.Matter.Runs())...)
	}
	t.rest(len(rows), ownMax, "statement")
}

// agreedWith lists what a report says as others do, with who these are.
func (t *terminal) agreedWith(rows []*claim) {
	if len(rows) == 0 {
		return
	}
	t.heading("Agreed with others", len(rows))
	for _, c := range rows[:min(len(rows), ownMax)] {
		t.item(0, 2, styled{faint, "·"}, t.runs(c.Matter.Runs())...)
		t.para(2, append(append(t.support(c.Support), styled{normalStyle, " "}), t.labels(c.Reports)...)...)
	}
	t.rest(len(rows), ownMax, "agreement")
}

// Why writes for a terminal why an article is in its story: what was compared,
// how alike it was, and what that weighs; and the same for the best rival. acc is
// the account of the story; rival is nil where there is none.
func Why(w io.Writer, acc *account.Account, why *account.Why, rival *account.Summary, o Options) error {
	t := newTerminal(w, o)
	articles := newShelf(acc)
	for _, s := range acc.Stories {
		if v := newStory(1, s, articles); slices.Contains(s.Articles, why.Article) {
			for _, r := range v.Reports {
				if r.ID == why.Article {
					t.articleHead(r)
				}
			}
			t.articleStory(v, s.ID)
		}
	}
	most := 0.0
	for _, r := range slices.Concat(why.Reasons, why.RivalReasons) {
		most = max(most, r.Contribution, -r.Contribution)
	}
	t.heading("Why it is there", 0)
	if len(why.Reasons) == 0 {
		t.para(0, styled{normalStyle, "the only article of its story: nothing there to compare it with"})
	} else {
		t.para(0, styled{normalStyle, "evidence "}, styled{strong, signed(why.Evidence)},
			styled{faint, "  " + strings.ReplaceAll("an article joins from "+signed(why.Threshold)+" on", " ", unbroken)})
		t.reasons(why.Reasons, most)
	}
	t.heading("Best rival", 0)
	if rival == nil {
		t.para(0, styled{normalStyle, "none: no other recent story has anything in common with it"})
	} else {
		t.para(0, styled{faint, rival.ID + "  "}, styled{strong, titleOf(*rival)}, styled{faint, "  " + count(rival.Articles, "report")})
		t.para(0, styled{normalStyle, "evidence "}, styled{strong, signed(why.RivalEvidence)})
		t.reasons(why.RivalReasons, most)
	}
	if err := t.w.Flush(); err != nil {
		return fmt.Errorf("writing the reasons as text: %w", err)
	}
	return nil
}

// reasonColumn is the width of the names of reasons, barMax and barMin that of
// the longest bar, and of one that says anything.
const (
	reasonColumn = 22
	barMax       = 24
	barMin       = 8
)

// reasons lists what speaks for a story and then what speaks against it, with a
// bar of what each adds; most is what the longest bar stands for.
func (t *terminal) reasons(list []account.Reason, most float64) {
	for _, part := range []struct {
		name string
		sign float64
	}{{"for", 1}, {"against", -1}} {
		first := true
		for _, r := range list {
			if r.Contribution*part.sign <= 0 {
				continue
			}
			if first {
				t.reasonHead(part.name)
				first = false
			}
			t.reason(r, most)
		}
	}
}

// sumWidth is the width of "0.65 × +16.66".
const sumWidth = 13

// barRoom is how long bars can be, and 0 where there is no room for any.
func (t *terminal) barRoom() int {
	if room := min(t.width-2-reasonColumn-8-2-sumWidth, barMax); room >= barMin {
		return room + 2
	}
	return 0
}

func (t *terminal) reasonHead(name string) {
	t.line(styled{faint, fmt.Sprintf("%-*s%8s%*s  alike × weight", reasonColumn+2, name, "adds", t.barRoom(), "")})
}

func (t *terminal) reason(r account.Reason, most float64) {
	name := r.Field
	if name == "bias" {
		name = "to begin with"
	}
	name = cut(clean(name), reasonColumn-1)
	adds := signed(r.Contribution)
	row := "  " + name + strings.Repeat(" ", reasonColumn-displayWidth(name)+max(0, 8-displayWidth(adds))) + adds + "  "
	text := []styled{{normalStyle, row}}
	if room := t.barRoom(); room > 0 {
		drawn := bar(r.Contribution, most, room-2)
		style := accent
		if r.Contribution < 0 {
			style = faint
		}
		text = append(text, styled{style, drawn}, styled{normalStyle, strings.Repeat(" ", room-displayWidth(drawn))})
	}
	sum := fmt.Sprintf("%.2f × %s", r.Value, signed(r.Weight))
	if max(r.Value, -r.Value) < leastAlike {
		sum = fmt.Sprintf("%.2f", r.Value)
	}
	t.line(append(text, styled{faint, sum})...)
}

// leastAlike is the likeness below which a weight means nothing: what a field adds
// when nothing is alike doesn't come from the likeness.
const leastAlike = 0.05

// signed writes a number with its sign: "+2.54", "−0.40".
func signed(x float64) string {
	if !finite(x) {
		return "?"
	}
	return strings.Replace(fmt.Sprintf("%+.2f", x), "-", "−", 1)
}

// bar draws a number as a bar of at most size columns, in steps of an eighth.
func bar(x, most float64, size int) string {
	if !finite(x) || !finite(most) || most <= 0 {
		return ""
	}
	eighths := int(8*float64(size)*max(x, -x)/most + 0.5)
	drawn := strings.Repeat("█", eighths/8)
	if rest := eighths % 8; rest > 0 {
		drawn += string([]rune("▏▎▍▌▋▊▉")[rest-1])
	}
	return drawn
}

// WhyJSON writes why an article is in its story in the form "stemma-why/1".
func WhyJSON(w io.Writer, why *account.Why) error {
	return writeJSON(w, struct {
		Format string `json:"format"`
		account.Why
	}{account.WhyFormat, *why})
}
