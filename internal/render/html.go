package render

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"iter"
	"slices"
	"strings"

	"stemma/account"
)

//go:embed page
var files embed.FS

// HTML writes acc as one file for a browser. The file needs nothing else: style
// and script stand in it, and its content security policy forbids everything but
// these two. It can be read without the script, which only opens texts side by
// side and shows where a link has led.
//
// The words of a report stand in it once, in the report; rows quote the sentence
// they rest on. Of an account with very many stories the first are set in full
// and the others listed.
func HTML(w io.Writer, acc *account.Account) error {
	buffered := bufio.NewWriterSize(w, 1<<16)
	err := pageTemplate.ExecuteTemplate(buffered, "page.tmpl", newPage(acc))
	if err == nil {
		err = buffered.Flush()
	}
	if err != nil {
		return fmt.Errorf("writing the account as HTML: %w", err)
	}
	return nil
}

// A file sets at most this many stories in full, and of the text of reports at
// most this many bytes, so that a browser can still show it.
const (
	storiesFull = 300
	textFull    = 6 << 20
)

// inFull chooses the stories that are set in full: those with the most reports
// first, as far as there is room. One always is.
func inFull(acc *account.Account, articles shelf) map[int]bool {
	order := make([]int, len(acc.Stories))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return -cmp.Compare(len(acc.Stories[a].Articles), len(acc.Stories[b].Articles))
	})
	full := map[int]bool{}
	size := 0
	for _, i := range order {
		for _, id := range acc.Stories[i].Articles {
			if a := articles.byID[id]; a != nil {
				size += len(a.Text)
			}
		}
		if len(full) == storiesFull || size > textFull && len(full) > 0 {
			break
		}
		full[i] = true
	}
	return full
}

// A page is the file.
type page struct {
	Style    template.CSS
	Script   template.JS
	Policy   string
	Title    string
	Counts   string
	Contents []entry // empty where there is only one story
	Stories  iter.Seq[*storyPage]
	Failed   []failure
	Stemma   account.Version
}

// An entry is a line of the contents. Href is empty where the story isn't set in
// full.
type entry struct {
	Href    string
	Title   string
	Period  string
	Verdict verdict
}

// A failure is a document that could not be read.
type failure struct {
	Place, Stage, Reason string
}

// A storyPage is a story with what only a page has.
type storyPage struct {
	*story
	Wide, Tall *drawing  // nil where there is nothing to draw
	Pairs      []*line   // the lines between reports
	Taken      []taken   // the origins with the lines that lead from them
	Cards      []*person // the entities of which there is something to tell
	Named      []*person // those that are only named
	Open       bool      // the reports are unfolded
	Several    bool      // there are others in the file
}

func newPage(acc *account.Account) *page {
	p := &page{Style: pageStyle, Script: pageScript, Policy: policy, Counts: accountCounts(acc), Stemma: acc.Stemma}
	p.Title = "Stemma: " + p.Counts
	articles := newShelf(acc)
	full := inFull(acc, articles)
	if len(acc.Stories) > 1 {
		for i, s := range acc.Stories {
			p.Contents = append(p.Contents, newEntry(i+1, s, full[i]))
		}
	} else if len(acc.Stories) == 1 && acc.Stories[0].Title != nil {
		p.Title = shorten(oneLine(acc.Stories[0].Title.Text), valueMax)
	}
	p.Stories = func(yield func(*storyPage) bool) {
		for i, s := range acc.Stories {
			if !full[i] {
				continue
			}
			v := newStoryPage(i+1, s, articles)
			v.Several = len(acc.Stories) > 1
			v.Open = !v.Several && len(v.Reports) <= 12
			if !yield(v) {
				return
			}
		}
	}
	for _, f := range acc.Failed {
		p.Failed = append(p.Failed, failure{documentPlace(f.Document), f.Stage, f.Reason})
	}
	return p
}

func newEntry(n int, s *account.Story, full bool) entry {
	d := desk{story: s, reports: make([]*report, len(s.Articles))}
	e := entry{Period: period(s.From, s.To), Verdict: d.verdict()}
	if full {
		e.Href = fmt.Sprintf("#s%d", n)
	}
	if s.Title != nil {
		e.Title = shorten(oneLine(s.Title.Text), valueMax)
	}
	return e
}

func newStoryPage(n int, s *account.Story, articles shelf) *storyPage {
	p := &storyPage{story: newStory(n, s, articles)}
	p.sortLines()
	p.sortPeople()
	for _, r := range p.Reports {
		r.setNamings()
	}
	if len(p.Reports) > 1 {
		f := newFigure(p.Lineage)
		p.Wide, p.Tall = f.wide(p.Anchor), f.tall(p.Anchor)
	}
	return p
}

// SingleNumber is the number of statements that only one report has.
func (p *storyPage) SingleNumber() int {
	n := 0
	for _, g := range p.Single {
		n += len(g.Claims)
	}
	return n
}

// quotationsShown is how many quotations are unfolded.
const quotationsShown = 16

// ShownQuotations are those that are unfolded.
func (p *storyPage) ShownQuotations() []*quotation {
	return p.Quotations[:min(len(p.Quotations), quotationsShown)]
}

// FoldedQuotations are the others.
func (p *storyPage) FoldedQuotations() []*quotation {
	return p.Quotations[len(p.ShownQuotations()):]
}

// cardsShown is how many cards of entities are unfolded, and namesShown how many
// of those that are only named.
const (
	cardsShown = 24
	namesShown = 60
)

// sortPeople parts the entities of which there is something to tell, people first,
// from those that are only named.
func (p *storyPage) sortPeople() {
	for _, who := range p.People {
		if who.Telling() {
			p.Cards = append(p.Cards, who)
		} else {
			p.Named = append(p.Named, who)
		}
	}
	kinds := []string{typeNames[account.Person], typeNames[account.Organization]}
	rank := func(who *person) int {
		if i := slices.Index(kinds, who.Type); i >= 0 {
			return i
		}
		return len(kinds)
	}
	slices.SortStableFunc(p.Cards, func(a, b *person) int { return cmp.Compare(rank(a), rank(b)) })
}

// FirstCards are those that are unfolded.
func (p *storyPage) FirstCards() []*person { return p.Cards[:min(len(p.Cards), cardsShown)] }

// RestCards are the others.
func (p *storyPage) RestCards() []*person { return p.Cards[len(p.FirstCards()):] }

// FirstNamed are those that are unfolded.
func (p *storyPage) FirstNamed() []*person { return p.Named[:min(len(p.Named), namesShown)] }

// RestNamed are the others.
func (p *storyPage) RestNamed() []*person { return p.Named[len(p.FirstNamed()):] }

// linesShown is how many lines are unfolded.
const linesShown = 40

// FirstLines are those between reports that are unfolded.
func (p *storyPage) FirstLines() []*line { return p.Pairs[:min(len(p.Pairs), linesShown)] }

// RestLines are the others between reports.
func (p *storyPage) RestLines() []*line { return p.Pairs[len(p.FirstLines()):] }

// A taken is an origin with the lines that lead from it.
type taken struct {
	*origin
	Lines []*line
}

// sortLines parts the lines between reports from those that lead from origins.
func (p *storyPage) sortLines() {
	at := map[*origin]int{}
	for _, l := range p.Lineage.Lines {
		o := l.Above.Origin
		if o == nil {
			p.Pairs = append(p.Pairs, l)
			continue
		}
		if _, ok := at[o]; !ok {
			at[o] = len(p.Taken)
			p.Taken = append(p.Taken, taken{origin: o})
		}
		t := &p.Taken[at[o]]
		t.Lines = append(t.Lines, l)
	}
}

// contentsShown is how many lines of the contents are unfolded.
const contentsShown = 100

// FirstContents are those that are unfolded.
func (p *page) FirstContents() []entry { return p.Contents[:min(len(p.Contents), contentsShown)] }

// RestContents are the others.
func (p *page) RestContents() []entry { return p.Contents[len(p.FirstContents()):] }

// Style and script are written as they are in the files, so that the policy can
// name them by their hashes.
var (
	pageStyle  = template.CSS(file("page/page.css"))
	pageScript = template.JS(file("page/page.js"))
	policy     = strings.Join([]string{
		"default-src 'none'",
		"style-src 'sha256-" + hash(string(pageStyle)) + "'",
		"script-src 'sha256-" + hash(string(pageScript)) + "'",
		"base-uri 'none'",
		"form-action 'none'",
	}, "; ")
	pageTemplate = template.Must(template.New("page").Funcs(functions).ParseFS(files, "page/*.tmpl"))
)

// file reads an embedded file, which can't fail.
func file(name string) string {
	b, err := files.ReadFile(name)
	if err != nil {
		panic(err) // it is part of the program
	}
	return string(b)
}

func hash(s string) string {
	h := sha256.Sum256([]byte(s))
	return base64.StdEncoding.EncodeToString(h[:])
}

var functions = template.FuncMap{
	"count":    count,
	"percent":  percent,
	"first":    first,
	"rest":     rest,
	"compared": compared,
	"claims":   func(list []*claim, from, to int) []*claim { return list[min(from, len(list)):min(to, len(list))] },
	"join":     strings.Join,
	"stages":   stages,
}

// labelsShown is how many labels of reports stand in a row; the rest is folded.
const labelsShown = 8

func first(list []*report) []*report { return list[:min(len(list), labelsShown)] }
func rest(list []*report) []*report  { return list[min(len(list), labelsShown):] }

// stages lists the versions of the stages, in order of their names.
func stages(v account.Version) string {
	var names []string
	for name, version := range v.Stages {
		names = append(names, fmt.Sprintf("%s %d", name, version))
	}
	slices.Sort(names)
	return strings.Join(names, " · ")
}
