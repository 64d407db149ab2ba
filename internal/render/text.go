package render

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"stemma/account"
)

// Options say how text is set for a terminal. Width is its number of columns;
// where it is not known (0), 80 are taken. Color asks for escape sequences;
// without them marked words have signs.
type Options struct {
	Width int
	Color bool
}

// Text writes acc for a terminal: each story with its counts, its lineage as a
// tree, and then the apparatus in the order of the story page. The reports
// themselves are listed and not printed. Words of reports never carry control
// characters to the terminal. A story is written before the next is asked for.
func Text(w io.Writer, acc *account.Stream, o Options) error {
	t := newTerminal(w, o)
	if acc.StoryCount != 1 {
		t.para(0, styled{strong, counts(acc.StoryCount, acc.ArticleCount, len(acc.Failed))})
		t.blank()
	}
	n := 0
	for one, err := range acc.Stories {
		if err != nil {
			return fmt.Errorf("writing the account as text: %w", err)
		}
		articles := newShelf(one)
		for _, s := range one.Stories {
			if n++; n > 1 {
				t.blank()
				t.line(styled{faint, strings.Repeat("═", t.width)})
				t.blank()
			}
			t.story(newStory(n, s, articles))
		}
		if err := t.w.Flush(); err != nil {
			return fmt.Errorf("writing the account as text: %w", err)
		}
	}
	t.failed(acc.Failed)
	if err := t.w.Flush(); err != nil {
		return fmt.Errorf("writing the account as text: %w", err)
	}
	return nil
}

// accountCounts are the counts of a whole account.
func accountCounts(acc *account.Account) string {
	return counts(len(acc.Stories), len(acc.Articles), len(acc.Failed))
}

func counts(stories, articles, failed int) string {
	parts := []string{count(stories, "story"), count(articles, "report")}
	if failed > 0 {
		parts = append(parts, count(failed, "document")+" not read")
	}
	return strings.Join(parts, " · ")
}

// Caps on what is printed of each part. The JSON has everything.
const (
	differencesMax = 40
	quotationsMax  = 20
	agreedMax      = 20
	singlesMax     = 4 // of each report
	omissionsMax   = 30
	peopleMax      = 30
	momentsMax     = 40
	treeMax        = 60
	labelsMax      = 8
)

func (t *terminal) story(s *story) {
	if s.Title != nil {
		t.para(0, styled{strong, s.Title.Words})
	}
	t.verdict(s)
	if len(s.Reports) > 1 {
		t.tree(s.Lineage)
	}
	t.differences(s.Differences)
	t.quotations(s.Quotations)
	t.agreed(s)
	t.single(s.Single)
	t.leftOut(s.LeftOut)
	t.people(s.People)
	t.timeline(s.Timeline)
	t.reports(s.Reports)
}

func (t *terminal) verdict(s *story) {
	v := s.Verdict
	text := []styled{{normalStyle, strings.Join(v.Before(), " · ") + " · "}, {strong, v.OriginCount()}}
	if r := v.OriginRange(); r != "" {
		text = append(text, styled{normalStyle, " (" + r + ")"})
	}
	text = append(text, styled{normalStyle, " · " + strings.Join(v.After(), " · ")})
	t.para(0, text...)
	if s.Period != "" {
		t.para(0, styled{faint, s.Period})
	}
}

// heading begins a part: its name and the number of its rows.
func (t *terminal) heading(name string, number int) {
	t.blank()
	rule := t.width - displayWidth(name) - 2
	label := strings.ToUpper(name)
	if number > 0 {
		label += "  " + thousands(number)
		rule -= 2 + len(thousands(number))
	}
	t.line(styled{strong, label}, styled{faint, "  " + strings.Repeat("─", max(rule, 2))})
}

// rest says how many rows are not shown.
func (t *terminal) rest(all, shown int, noun string) {
	if all > shown {
		t.para(4, styled{faint, "+ " + count(all-shown, noun)})
	}
}

// labels names reports, the first few of many.
func (t *terminal) labels(reports []*report) []styled {
	var names []string
	for i, r := range reports {
		if i == labelsMax && len(reports) > labelsMax+1 {
			names = append(names, "+ "+count(len(reports)-i, "report"))
			break
		}
		names = append(names, strings.ReplaceAll(r.Label(), " ", unbroken))
	}
	return []styled{{faint, strings.Join(names, ", ")}}
}

// support draws the dots of a support and says what they stand for.
func (t *terminal) support(s support) []styled {
	var b strings.Builder
	for _, d := range s.Dots() {
		b.WriteString(strings.Repeat(d.Sign, len(d.Drawn())))
		if d.More() > 0 {
			b.WriteString("+" + strconv.Itoa(d.More()))
		}
	}
	return []styled{{normalStyle, b.String()}}
}

// legend says what the dots stand for.
func (t *terminal) legend() {
	var signs []string
	for _, s := range []string{"● origin", "◐ possible origin", "○ report that repeats one", "◌ unknown"} {
		signs = append(signs, strings.ReplaceAll(s, " ", unbroken))
	}
	t.para(0, styled{faint, strings.Join(signs, "  ")})
}
