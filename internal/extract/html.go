package extract

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/markusmobius/go-dateparser"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
)

// Limits within which a page is read. A page of news has some 100 kB to 2 MB and
// nests some 30 deep; the parser's and the extractor's recursion bears more than
// maxDepth, but not everything.
const (
	maxPage  = 16 << 20
	maxDepth = 512
	patience = 10 * time.Second
)

// A page is what an HTML document gives before it is made an article.
type page struct {
	known metadata
	body  string
}

// readPage finds the report in an HTML document that was at address and was
// collected at the time now. A page that is too much for the extractor is read
// without its structure, and note says so.
func readPage(source, address string, now time.Time) (p *page, note string, err error) {
	if len(source) > maxPage {
		return nil, "", fmt.Errorf("the page is larger than %d MB", maxPage>>20)
	}
	if tooDeep(source) {
		note = fmt.Sprintf("the page nests more than %d elements", maxDepth)
	} else {
		p, err = watch(patience, func() (*page, error) { return extractPage(source, address, now) })
		if err == nil || errors.Is(err, errNoText) {
			return p, "", err
		}
		note = err.Error()
	}
	if p = flatPage(source, address); p.body == "" {
		return nil, "", errors.New(note)
	}
	return p, note + "; its text was taken without its structure", nil
}

// errNoText is a page that was read and holds no report.
var errNoText = errors.New("the page holds no article text")

// watch runs read on a goroutine of its own and gives up on it after the limit:
// the extractor takes no context. A panic in it becomes an error.
func watch(limit time.Duration, read func() (*page, error)) (*page, error) {
	type result struct {
		page *page
		err  error
	}
	done := make(chan result, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				done <- result{nil, fmt.Errorf("the page broke the extractor: %v", r)}
			}
		}()
		p, err := read()
		done <- result{p, err}
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case r := <-done:
		return r.page, r.err
	case <-timer.C:
		return nil, fmt.Errorf("the page could not be read within %v", limit)
	}
}

// tooDeep reports whether elements nest deeper than maxDepth. It reads the tags
// without building a tree, since building one that deep is the danger.
func tooDeep(source string) bool {
	z := html.NewTokenizer(strings.NewReader(source))
	depth := 0
	for {
		switch z.Next() {
		case html.ErrorToken:
			return false
		case html.StartTagToken:
			if name, _ := z.TagName(); !void[string(name)] {
				if depth++; depth > maxDepth {
					return true
				}
			}
		case html.EndTagToken:
			depth = max(0, depth-1)
		}
	}
}

// void are the elements that hold nothing, and those that end without an end tag.
var void = wordSet(`area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th`)

// extractPage reads the markup itself, since it says more than the extractor
// takes from it: the time of day, the outlet, several authors. The body is the
// extractor's.
func extractPage(source, address string, now time.Time) (*page, error) {
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return nil, fmt.Errorf("the page could not be parsed: %w", err)
	}
	m := readMarkup(doc)
	known := m.metadata(address)
	shown := dateNearTitle(doc, known.title, writesDayFirst(hostOf(known.url), baseLanguage(known.language)), now.Format(time.DateOnly))
	if shown == "" || day(shown) == day(m.published) {
		shown = or(m.published, shown)
	}
	known.published = pageDate(known.published, shown, known.url, m.times, func() string { return searchDate(doc, known.url, now) })
	plainQuotes(doc)
	opts := trafilatura.Options{EnableFallback: true, ExcludeComments: true, HtmlDateMode: trafilatura.Disabled}
	if u, err := url.Parse(known.url); err == nil && u.Host != "" {
		opts.OriginalURL = u
	}
	result, err := trafilatura.ExtractDocument(doc, opts)
	var b bytes.Buffer
	if err == nil {
		writeText(&b, result.ContentNode)
		known = known.or(metadata{title: result.Metadata.Title})
	}
	body := rescue(withoutLinks(normalise(b.String()), m.links), m.article.body)
	if body == "" {
		return nil, errNoText
	}
	return &page{known, body}, nil
}

// rescue gives the body that the page's own markup holds, where the extractor
// found less than half of it.
func rescue(found, own string) string {
	own = normalise(stripTags(own))
	words := fold(own)
	if len(words) < 80 {
		return found
	}
	counts := map[string]int{}
	for _, w := range fold(found) {
		counts[w]++
	}
	common := 0
	for _, w := range words {
		if counts[w] > 0 {
			counts[w]--
			common++
		}
	}
	if common*2 >= len(words) {
		return found
	}
	return own
}

// plainQuotes takes the classes off embedded posts and what they are wrapped in,
// by which the extractor would throw them away: reports quote them and speak of
// them.
func plainQuotes(n *html.Node) {
	if n.Type == html.ElementNode && n.Data == "blockquote" {
		n.Attr = nil
		for p, up := n.Parent, 0; p != nil && up < 2 && p.FirstChild == p.LastChild; p, up = p.Parent, up+1 {
			p.Attr = nil
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		plainQuotes(c)
	}
}

// withoutLinks drops the lines that are nothing but a link: they lead to other
// reports. One that ends as a sentence does stays.
func withoutLinks(text string, links map[string]bool) string {
	lines := split(text)
	kept := lines[:0]
	for _, l := range lines {
		if !links[strings.Join(l.words, " ")] || endsSentence(l.text) {
			kept = append(kept, l)
		}
	}
	return join(text, kept)
}

// searchDate looks for the day of publication all over a page whose markup
// doesn't say it.
func searchDate(doc *html.Node, address string, now time.Time) string {
	opts := htmldate.Options{UseOriginalDate: true, ExtractTime: true, URL: address, MaxDate: now}
	opts.DateParserConfig = &dateparser.Configuration{CurrentTime: now}
	found, err := htmldate.FromDocument(doc, opts)
	if err != nil || found.IsZero() {
		return ""
	}
	if found.HasTime {
		return formatTime(found.DateTime, found.HasTimezone)
	}
	return found.DateTime.Format(time.DateOnly)
}

// writeText writes the text below n with a blank line around each block.
func writeText(b *bytes.Buffer, n *html.Node) {
	if n == nil {
		return
	}
	switch n.Type {
	case html.TextNode:
		b.WriteString(strings.NewReplacer("\n", " ", "\r", " ").Replace(n.Data))
		return
	case html.ElementNode:
		if n.Data == "br" {
			b.WriteByte('\n')
			return
		}
	}
	block := n.Type == html.ElementNode && blocks[n.Data]
	if block {
		b.WriteString("\n\n")
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		writeText(b, c)
	}
	if block {
		b.WriteString("\n\n")
	}
}

var blocks = wordSet(`address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer
	form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul`)
