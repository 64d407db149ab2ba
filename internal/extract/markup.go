package extract

import (
	"strings"

	"golang.org/x/net/html"
)

// A markup is what a page says of itself outside its running text.
type markup struct {
	meta      map[string]string // by name, property or itemprop, small letters; the first of each
	authors   []string          // content of all meta elements that name authors
	titleTag  string
	headings  []string // texts of h1
	canonical string
	language  string
	published string // attributes of <time> and microdata
	modified  string
	times     []string        // all that meta and time elements state, ISO 8601
	bylines   []string        // texts of elements that are marked as the author
	links     map[string]bool // texts of links that are long enough to be another report's title, folded
	article   ldArticle
}

// authorNames are the meta elements that name who wrote a page.
var authorNames = wordSet(`author article:author dc.creator dcterms.creator dc:creator byl parsely-author sailthru.author
	citation_author authors article.author cxenseparse:author`)

// readMarkup walks the tree once. The tree is bounded in depth (see tooDeep), so
// recursion is safe.
func readMarkup(doc *html.Node) *markup {
	m := &markup{meta: map[string]string{}, links: map[string]bool{}}
	var scripts []string
	m.walk(doc, &scripts)
	m.article = readLinkedData(scripts)
	return m
}

func (m *markup) walk(n *html.Node, scripts *[]string) {
	if n.Type == html.ElementNode {
		switch n.Data {
		case "html":
			m.language = or(attr(n, "lang"), attr(n, "xml:lang"))
		case "title":
			if m.titleTag == "" && n.Namespace == "" {
				m.titleTag = textBelow(n, 500)
			}
		case "meta":
			m.addMeta(n)
		case "link":
			if strings.EqualFold(attr(n, "rel"), "canonical") && m.canonical == "" {
				m.canonical = attr(n, "href")
			}
		case "h1":
			if len(m.headings) < 4 {
				m.headings = append(m.headings, textBelow(n, 500))
			}
		case "time":
			m.addTime(n)
		case "a":
			m.addLink(n)
		case "script":
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
				*scripts = append(*scripts, n.FirstChild.Data)
			}
			return
		}
		m.addMarked(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		m.walk(c, scripts)
	}
}

func (m *markup) addMeta(n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range [...]string{attr(n, "property"), attr(n, "name"), attr(n, "itemprop"), attr(n, "http-equiv")} {
		key = strings.ToLower(strings.TrimSpace(key))
		if key == "" {
			continue
		}
		if m.meta[key] == "" {
			m.meta[key] = content
			m.addStated(content)
		}
		if authorNames[key] && len(m.authors) < 10 {
			m.authors = append(m.authors, content)
		}
	}
}

// addStated keeps a value that is a time.
func (m *markup) addStated(value string) {
	if len(value) < 16 || len(value) > 40 || !digit(value[0]) || len(m.times) > 50 {
		return
	}
	if t := isoTime(value); strings.Contains(t, "T") {
		m.times = append(m.times, t)
	}
}

// addLink keeps the text of a link that could be the title of another report.
func (m *markup) addLink(n *html.Node) {
	if ws := fold(textBelow(n, 300)); len(ws) >= 4 && len(ws) <= 30 && len(m.links) < 2000 {
		m.links[strings.Join(ws, " ")] = true
	}
}

// addTime reads a <time> element that is marked as the page's own.
func (m *markup) addTime(n *html.Node) {
	value := or(attr(n, "datetime"), attr(n, "content"))
	if value == "" {
		value = textBelow(n, 80)
	}
	m.addStated(value)
	marks := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "class") + " " + attr(n, "property"))
	switch {
	case strings.Contains(marks, "modified") || strings.Contains(marks, "updated"):
		m.modified = or(m.modified, isoTime(value))
	case strings.Contains(marks, "published") || strings.Contains(marks, "entry-date") || hasAttr(n, "pubdate"):
		m.published = or(m.published, isoTime(value))
	}
}

// addMarked reads elements that microdata or a class mark as author or time.
func (m *markup) addMarked(n *html.Node) {
	prop := strings.ToLower(attr(n, "itemprop"))
	value := or(attr(n, "content"), attr(n, "datetime"))
	switch {
	case prop == "datepublished":
		m.published = or(m.published, isoTime(or(value, textBelow(n, 80))))
	case prop == "datemodified":
		m.modified = or(m.modified, isoTime(or(value, textBelow(n, 80))))
	}
	if len(m.bylines) >= 6 || n.Data == "meta" || n.Data == "link" || n.Data == "body" || n.Data == "article" {
		return
	}
	class := strings.ToLower(attr(n, "class"))
	if prop == "author" || strings.EqualFold(attr(n, "rel"), "author") || strings.Contains(class, "byline") || class == "author" ||
		strings.Contains(class, "author-name") || strings.Contains(class, "author_name") || strings.Contains(class, "post-author") {
		if s := textBelow(n, 120); s != "" && len(s) < 110 {
			m.bylines = append(m.bylines, s)
		}
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// textBelow is the text of n and its descendants on one line, up to about max
// bytes.
func textBelow(n *html.Node, max int) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if b.Len() > max || n.Type == html.ElementNode && (n.Data == "script" || n.Data == "style" || n.Data == "svg") {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && blocks[n.Data] || n.Data == "br" {
			b.WriteByte(' ')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return oneLine(b.String())
}

// first gives the first of the named meta elements that has content.
func (m *markup) first(names ...string) string {
	for _, n := range names {
		if v := m.meta[n]; v != "" {
			return v
		}
	}
	return ""
}
