package extract

import (
	"encoding/json"
	"html"
	"strings"
)

// An ldArticle is what a page's JSON-LD says of its article (schema.org).
type ldArticle struct {
	headline, author, publisher, url, language string
	published, modified                        string
	body                                       string
	rank                                       int
}

// articleTypes are schema.org's types for a report, the surest highest.
var articleTypes = map[string]int{
	"newsarticle": 5, "reportagenewsarticle": 5, "analysisnewsarticle": 5, "opinionnewsarticle": 5, "backgroundnewsarticle": 5,
	"reviewnewsarticle": 5, "askpublicnewsarticle": 5, "liveblogposting": 4, "article": 4, "blogposting": 4, "report": 4,
	"socialmediaposting": 3, "scholarlyarticle": 3, "techarticle": 3, "advertisercontentarticle": 3, "satiricalarticle": 4,
	"webpage": 1, "itempage": 1, "videoobject": 1,
}

// maxLinkedData bounds how many objects of a page's JSON-LD are looked at.
const maxLinkedData = 2000

// readLinkedData finds the article in a page's JSON-LD scripts: an object of a
// type that a report has, alone, in a list, in @graph or in mainEntity. What it
// refers to by @id is looked up.
func readLinkedData(scripts []string) ldArticle {
	var d linkedData
	d.byID = map[string]map[string]any{}
	for _, s := range scripts {
		for _, v := range parseLoosely(s) {
			d.collect(v, 0)
		}
	}
	var best ldArticle
	for _, o := range d.objects {
		a := d.article(o)
		if a.rank > best.rank || a.rank == best.rank && best.published == "" && a.published != "" {
			best = a
		}
	}
	if best.rank == 0 {
		for _, s := range scripts {
			best.published = or(best.published, isoTime(scanValue(s, "datePublished")))
			best.modified = or(best.modified, isoTime(scanValue(s, "dateModified")))
			best.headline = or(best.headline, clean(scanValue(s, "headline")))
		}
	}
	return best
}

type linkedData struct {
	objects []map[string]any
	byID    map[string]map[string]any
}

// collect gathers objects from v downwards, in a fixed order.
func (d *linkedData) collect(v any, depth int) {
	if depth > 8 || len(d.objects) > maxLinkedData {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			d.collect(e, depth+1)
		}
	case map[string]any:
		d.objects = append(d.objects, v)
		if id, _ := v["@id"].(string); id != "" && len(v) > 1 && d.byID[id] == nil {
			d.byID[id] = v
		}
		for _, key := range [...]string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item", "publisher", "author", "isPartOf"} {
			if child, ok := v[key]; ok {
				d.collect(child, depth+1)
			}
		}
	}
}

// article reads an object as an article; its rank is 0 if it is none.
func (d *linkedData) article(o map[string]any) ldArticle {
	a := ldArticle{}
	for _, t := range listOf(o["@type"]) {
		if s, _ := t.(string); s != "" {
			a.rank = max(a.rank, articleTypes[strings.ToLower(s[strings.LastIndexByte(s, '/')+1:])])
		}
	}
	if a.rank == 0 {
		return a
	}
	a.headline = clean(or(asText(o["headline"]), asText(o["name"])))
	a.author = strings.Join(d.names(or2(o["author"], o["creator"])), ", ")
	a.publisher = strings.Join(d.names(or2(o["publisher"], o["sourceOrganization"])), ", ")
	a.url, _ = o["url"].(string)
	a.language = asText(o["inLanguage"])
	a.published = isoTime(or(asText(o["datePublished"]), or(asText(o["dateCreated"]), asText(o["uploadDate"]))))
	a.modified = isoTime(asText(o["dateModified"]))
	a.body, _ = o["articleBody"].(string)
	return a
}

func or2(a, b any) any {
	if a != nil {
		return a
	}
	return b
}

// names gives the names of persons or organisations in v, each once.
func (d *linkedData) names(v any) []string {
	var all []string
	for _, e := range listOf(v) {
		name := ""
		switch e := e.(type) {
		case string:
			name = e
		case map[string]any:
			name = asText(e["name"])
			if id, _ := e["@id"].(string); name == "" && id != "" {
				name = asText(d.byID[id]["name"])
			}
		}
		name = clean(name)
		if name == "" || strings.Contains(name, "://") || contains(all, name) {
			continue
		}
		all = append(all, name)
	}
	return all
}

func contains(all []string, s string) bool {
	for _, a := range all {
		if a == s {
			return true
		}
	}
	return false
}

func listOf(v any) []any {
	if list, ok := v.([]any); ok {
		return list
	}
	if v == nil {
		return nil
	}
	return []any{v}
}

// clean makes one line of text of a value that may hold entities and tags.
func clean(s string) string {
	return oneLine(stripTags(s))
}

// stripTags resolves entities and leaves out tags.
func stripTags(s string) string {
	if !strings.ContainsAny(s, "&<") {
		return s
	}
	s = html.UnescapeString(s)
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '<')
		if open < 0 {
			break
		}
		shut := strings.IndexByte(s[open:], '>')
		if shut < 0 {
			break
		}
		b.WriteString(s[:open])
		if strings.HasPrefix(s[open:], "<p") || strings.HasPrefix(s[open:], "</p") || strings.HasPrefix(s[open:], "<br") {
			b.WriteString("\n\n")
		}
		s = s[open+shut+1:]
	}
	b.WriteString(s)
	return b.String()
}

// parseLoosely reads JSON as pages have it: within comment marks, with raw line
// breaks inside strings and commas before a closing bracket.
func parseLoosely(s string) []any {
	s = strings.TrimSpace(s)
	for _, mark := range [...]string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		s = strings.TrimPrefix(s, mark)
	}
	for _, mark := range [...]string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		s = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(s), mark))
	}
	for _, candidate := range [...]string{s, repairJSON(s)} {
		var all []any
		dec := json.NewDecoder(strings.NewReader(candidate))
		for {
			var v any
			if err := dec.Decode(&v); err != nil {
				break
			}
			all = append(all, v)
		}
		if len(all) > 0 {
			return all
		}
	}
	return nil
}

// repairJSON replaces control characters inside strings by spaces and drops
// commas that nothing follows.
func repairJSON(s string) string {
	out := make([]byte, 0, len(s))
	quoted, escaped := false, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case escaped:
			escaped = false
			if c < ' ' {
				c = ' '
			}
		case quoted && c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		case quoted && c < ' ':
			c = ' '
		case !quoted && c == ',':
			rest := strings.TrimLeft(s[i+1:], " \t\r\n")
			if rest == "" || rest[0] == '}' || rest[0] == ']' {
				continue
			}
		}
		out = append(out, c)
	}
	return string(out)
}

// scanValue finds the string that follows a key in broken JSON.
func scanValue(s, key string) string {
	at := strings.Index(s, `"`+key+`"`)
	if at < 0 {
		return ""
	}
	rest := strings.TrimLeft(s[at+len(key)+2:], " \t\r\n:")
	if !strings.HasPrefix(rest, `"`) {
		return ""
	}
	end := strings.IndexByte(rest[1:], '"')
	if end < 0 || end > 500 {
		return ""
	}
	return rest[1 : 1+end]
}
