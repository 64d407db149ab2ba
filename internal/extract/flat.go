package extract

import (
	"strings"

	"golang.org/x/net/html"
)

// flatPage reads a page as a stream of tags, without a tree: for pages that nest
// too deep or keep the extractor busy for too long. It takes the paragraphs that
// read like prose, with what stands between them.
func flatPage(source, address string) *page {
	m := &markup{meta: map[string]string{}, links: map[string]bool{}}
	var scripts []string
	var body, line strings.Builder
	flush := func() {
		if s := strings.Join(strings.Fields(line.String()), " "); s != "" {
			body.WriteString(s)
			body.WriteString("\n\n")
		}
		line.Reset()
	}
	inside := "" // the element whose text is no part of the body
	z := html.NewTokenizer(strings.NewReader(source))
	for t := z.Next(); t != html.ErrorToken; t = z.Next() {
		switch t {
		case html.TextToken:
			switch inside {
			case "":
				line.Write(z.Text())
			case "title":
				m.titleTag = or(m.titleTag, clean(string(z.Text())))
			case "ld":
				scripts = append(scripts, string(z.Raw()))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			token := z.Token()
			n := &html.Node{Type: html.ElementNode, Data: token.Data, Attr: token.Attr}
			switch token.Data {
			case "meta":
				m.addMeta(n)
			case "html":
				m.language = or(m.language, attr(n, "lang"))
			case "link":
				if attr(n, "rel") == "canonical" {
					m.canonical = or(m.canonical, attr(n, "href"))
				}
			case "title", "style", "noscript", "textarea":
				inside = token.Data
			case "script":
				inside = "script"
				if strings.Contains(attr(n, "type"), "ld+json") {
					inside = "ld"
				}
			}
			if blocks[token.Data] || token.Data == "br" {
				flush()
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			inside = ""
			if blocks[string(name)] {
				flush()
			}
		}
	}
	flush()
	m.article = readLinkedData(scripts)
	return &page{m.metadata(address), proseOf(normalise(body.String()))}
}

// proseOf keeps a text from its first paragraph that reads like prose to its last.
func proseOf(text string) string {
	lines := split(text)
	first, last := -1, -1
	for i, l := range lines {
		if l.prose && endsSentence(l.text) {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first < 0 {
		return ""
	}
	return join(text, lines[first:last+1])
}
