package extract

import "strings"

// metadata draws from a page's markup what is known of its report; address is
// where the page was, "" if unknown.
func (m *markup) metadata(address string) metadata {
	known := metadata{url: m.address(address), language: or(m.language, or(m.article.language, m.first("og:locale", "content-language", "language")))}
	host := hostOf(known.url)
	known.outlet = m.outlet(known.url)
	known.title = m.title(known.outlet, host)
	known.byline = m.byline(known.outlet)
	known.published = orDay(m.article.published, isoTime(m.first("article:published_time", "og:published_time", "og:article:published_time",
		"datepublished", "date_published", "article.published", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
		"dcterms.issued", "dcterms.date", "dc.date", "dc.date.created", "publish-date", "publish_date", "publication_date", "pubdate", "ptime",
		"cxenseparse:recs:publishtime", "cse_publish_date", "article.created", "date", "originalpublicationdate", "rnews:datepublished")))
	known.modified = or(m.article.modified, or(isoTime(m.first("article:modified_time", "og:updated_time", "datemodified", "article.updated",
		"dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "utime")), m.modified))
	return known
}

// orDay is a if it states a day, else b.
func orDay(a, b string) string {
	if day(a) != "" {
		return a
	}
	return b
}

// address chooses the page's own idea of its address, where it is on the same
// host as the one that was asked for.
func (m *markup) address(asked string) string {
	for _, own := range [...]string{m.canonical, m.first("og:url"), m.article.url} {
		host := hostOf(own)
		if host != "" && (asked == "" || host == hostOf(asked)) && len(strings.Trim(own[strings.Index(own, host)+len(host):], "/")) > 0 {
			return own
		}
	}
	return asked
}

// outlet names the publisher: the article's own, the site's name, or what the
// address says.
func (m *markup) outlet(address string) string {
	byHost := outletOf(address)
	if byHost != "" && byHost != hostOf(address) {
		return byHost // on the list
	}
	for _, name := range [...]string{m.first("og:site_name"), m.article.publisher, m.first("application-name", "apple-mobile-web-app-title", "publisher",
		"dc.publisher", "article:publisher")} {
		name = strings.TrimPrefix(clean(name), "@")
		if n := len(fold(name)); n == 0 || n > 7 || strings.Contains(name, "://") {
			continue
		}
		if known := isMedium(name); known != nil && known.agency && byHost != "" {
			continue // who carries an agency's report may name it as the publisher
		}
		if short, _ := splitSite(name); short != "" {
			name = short
		}
		if looksLikeHost(name) && m.article.publisher != "" && !looksLikeHost(m.article.publisher) {
			continue
		}
		return name
	}
	return or(byHost, m.titleOutlet())
}

// titleOutlet is what stands behind the report's title in the page's <title>.
func (m *markup) titleOutlet() string {
	for _, t := range append([]string{clean(m.first("og:title")), m.article.headline}, m.headings...) {
		rest, ok := strings.CutPrefix(m.titleTag, t)
		if t == "" || !ok || len(fold(rest)) > 5 {
			continue
		}
		for _, sep := range titleSeparators {
			if name, ok := strings.CutPrefix(rest, sep); ok {
				return strings.TrimSpace(name)
			}
		}
	}
	return ""
}

// splitSite takes a slogan off a site's name: "Le Monde.fr - Actualités".
func splitSite(name string) (site, slogan string) {
	for _, sep := range titleSeparators {
		if i := strings.Index(name, sep); i > 0 {
			return strings.TrimSpace(name[:i]), strings.TrimSpace(name[i+len(sep):])
		}
	}
	return name, ""
}

// title chooses the report's title: the heading that says what the page's head
// says, or else the head's own, without the outlet.
func (m *markup) title(outlet, host string) string {
	var candidates []string
	for _, s := range [...]string{m.first("og:title"), m.article.headline, m.first("twitter:title", "title", "dc.title", "parsely-title", "sailthru.title", "headline"), m.titleTag} {
		if s = clean(s); s != "" {
			s, _ = splitTitle(s, outlet, host)
			candidates = append(candidates, s)
		}
	}
	best, bestShare := "", 0.0
	for _, h := range m.headings {
		for _, c := range candidates {
			if share := overlap(fold(h), fold(c)); share > bestShare {
				best, bestShare = h, share
			}
		}
	}
	switch {
	case bestShare >= 0.5:
		return best
	case len(candidates) > 0:
		return candidates[0]
	case len(m.headings) > 0:
		return m.headings[0]
	}
	return ""
}

// overlap is the share of words that a and b have in common (Dice).
func overlap(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	counts := map[string]int{}
	for _, w := range a {
		counts[w]++
	}
	common := 0
	for _, w := range b {
		if counts[w] > 0 {
			counts[w]--
			common++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

// byline gives the names of who wrote the report.
func (m *markup) byline(outlet string) string {
	if s := bylineNames(m.article.author, outlet); s != "" {
		return s
	}
	if s := bylineNames(clean(strings.Join(m.authors, "; ")), outlet); s != "" {
		return s
	}
	for _, b := range m.bylines {
		if s := cleanByline(b, outlet); isPersonName(s) {
			return s
		}
		l := split(b)
		if len(l) > 0 {
			if names, _ := (frame{lines: l}).byline(0); !names.Empty() {
				return names.In(b)
			}
		}
	}
	return ""
}

// bylineNames takes a list of authors apart and leaves out what is no name of one:
// an address, the outlet, a role behind a name, a name that stands twice.
func bylineNames(list, outlet string) string {
	var all []string
	for _, part := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ';' || r == '|' || r == '\n' }) {
		if s := cleanByline(part, outlet); s != "" && !contains(all, s) {
			all = append(all, s)
		}
	}
	return strings.Join(all, ", ")
}

// cleanByline is the name in a part of a byline, or "".
func cleanByline(s, outlet string) string {
	s = strings.TrimSpace(s)
	for _, by := range [...]string{"Analysis by ", "Opinion by ", "Written by ", "By ", "by ", "BY ", "Von ", "von ", "Por ", "Par "} {
		s = strings.TrimPrefix(s, by)
	}
	if strings.Contains(s, "://") || strings.Contains(s, "@") || len(fold(s)) > 8 {
		return ""
	}
	switch strings.ToLower(s) {
	case "", "admin", "administrator", "staff", "news desk", "newsroom", "webmaster", "author", "guest", "null", "undefined", "none", "md", "phd":
		return ""
	}
	if outlet != "" && strings.EqualFold(s, outlet) {
		return ""
	}
	for _, w := range fold(s) {
		if roles[w] {
			return ""
		}
	}
	return s
}
