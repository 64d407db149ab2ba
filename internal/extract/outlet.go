package extract

import (
	"net/url"
	"path"
	"strings"
)

// titleSeparators part a title from the outlet behind it.
var titleSeparators = [...]string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "}

// splitTitle takes the outlet off the end of a title, where what stands there is
// surely one: the outlet that is known, a medium on the list, or a host name.
func splitTitle(title, outlet, host string) (string, string) {
	for {
		at, sep := -1, ""
		for _, s := range titleSeparators {
			if i := strings.LastIndex(title, s); i > at {
				at, sep = i, s
			}
		}
		if at <= 0 {
			return title, outlet
		}
		name := strings.TrimSpace(title[at+len(sep):])
		if !isOutlet(name, outlet, host) || len(fold(title[:at])) < 2 {
			return title, outlet
		}
		if outlet == "" {
			outlet = name
		}
		title = strings.TrimSpace(title[:at])
	}
}

// isOutlet reports whether name is an outlet: the given one, one on the list, the
// first part of the host's name, or a host's name itself.
func isOutlet(name, outlet, host string) bool {
	if name == "" || len(fold(name)) > 6 {
		return false
	}
	joined := strings.Join(fold(name), "")
	if outlet != "" {
		o := strings.Join(fold(outlet), "")
		if joined == o || len(joined) > 3 && strings.HasPrefix(o, joined) || strings.HasPrefix(joined, o) && len(o) > 3 {
			return true
		}
	}
	if m := isMedium(name); m != nil && !m.weak {
		return true
	}
	if host != "" && len(joined) > 2 && strings.HasPrefix(strings.NewReplacer("-", "", ".", "").Replace(siteOf(host)), strings.TrimPrefix(joined, "the")) {
		return true
	}
	return looksLikeHost(name) || namesMedium(name)
}

// namesMedium reports whether the whole of a name says by its form that it is a
// medium's: "The Senn Valley Courier".
func namesMedium(name string) bool {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")
	ws := words("the " + name)
	p, ok := mediaPhraseAt("the "+name, ws, 0)
	return ok && p.to == len(ws) && len(ws) > 2
}

// hostOf is the host name in an address, without "www."; "" if there is none.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return siteOf(strings.ToLower(u.Hostname()))
}

// siteOf drops the parts of a host name that say nothing about whose it is.
func siteOf(host string) string {
	for _, p := range [...]string{"www.", "www2.", "m.", "mobile.", "amp."} {
		host = strings.TrimPrefix(host, p)
	}
	return host
}

// outletOf names the outlet at an address: by the list, or else its host name.
func outletOf(address string) string {
	host := hostOf(address)
	if host == "" || !strings.Contains(host, ".") {
		return ""
	}
	for h := host; strings.Contains(h, "."); h = h[strings.IndexByte(h, '.')+1:] {
		if m := mediaByHost[h]; m != nil {
			return m.name
		}
	}
	return host
}

// topLevels are the endings by which a word in a path or a line is taken for a
// host name.
var topLevels = wordSet(`com org net co uk de fr es it nl be ch at ru ua pl cz se no dk fi pt br mx ar ca au nz in jp kr
	cn za ie info news tv io eu us gov edu tr gr ro hu il ir sg hk tw ng ke`)

// looksLikeHost reports whether s is a host name, and nothing else.
func looksLikeHost(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	if dot < 3 || !topLevels[strings.ToLower(s[dot+1:])] {
		return false
	}
	for i := 0; i < len(s); i++ {
		c := s[i] | 0x20
		if !(c >= 'a' && c <= 'z' || digit(s[i]) || s[i] == '-' || s[i] == '.') {
			return false
		}
	}
	return true
}

// outletOfPath reads an outlet off a file's path: a folder or name that is a host
// name, or the known name of a medium.
func outletOfPath(p string) string {
	p = strings.ReplaceAll(p, "\\", "/")
	base := strings.TrimSuffix(path.Base(p), path.Ext(p))
	parts := strings.Split(path.Dir(p), "/")
	parts = append(parts, strings.FieldsFunc(base, func(r rune) bool { return r == '_' || r == ' ' || r == ',' })...)
	for i := len(parts) - 1; i >= 0 && i >= len(parts)-6; i-- {
		host := siteOf(strings.ToLower(parts[i]))
		if looksLikeHost(host) {
			return outletOf("http://" + host)
		}
		if m := mediaByHost[host+".com"]; m != nil && len(host) > 2 && !m.weak {
			return m.name
		}
	}
	return ""
}

// outletOfLines finds the outlet that a text names for itself, in the line of
// its copyright or in a line of the frame that is nothing but its name. It reads
// the text before furniture is taken out, since that is what such lines are.
func outletOfLines(lines []line) string {
	for i := len(lines) - 1; i >= 0 && i >= len(lines)-12; i-- {
		if name := copyrightHolder(lines[i]); name != "" {
			return name
		}
	}
	for i, l := range lines {
		if i >= 6 && i < len(lines)-3 {
			continue
		}
		if m := isMedium(l.text); m != nil && !m.agency && !m.weak {
			return m.name
		}
		if looksLikeHost(l.text) {
			return outletOf("http://" + l.text)
		}
	}
	return ""
}

// copyrightHolder reads "© 2022 The Valley Courier. All rights reserved."
func copyrightHolder(l line) string {
	s := l.text
	at := strings.Index(s, "©")
	if at < 0 || at > 12 {
		if !strings.HasPrefix(s, "Copyright ") && !strings.HasPrefix(s, "(c) ") {
			return ""
		}
		at = strings.IndexByte(s, ' ')
	} else {
		at += len("©")
	}
	rest := strings.TrimPrefix(strings.TrimSpace(s[at:]), "Copyright")
	rest = strings.TrimLeft(rest, "© 0123456789,-–()c:")
	rest = strings.TrimPrefix(rest, "by ")
	for _, stop := range [...]string{".", ",", "|", " All ", " - ", " – ", "\n", "(", ";"} {
		if i := strings.Index(rest, stop); i > 0 {
			rest = rest[:i]
		}
	}
	rest = strings.TrimSpace(rest)
	if m := isMedium(rest); m != nil {
		if m.agency {
			return ""
		}
		return m.name
	}
	if n := len(fold(rest)); n == 0 || n > 5 || !nameLike(rest) {
		return ""
	}
	return rest
}

// countries with the month before the day in figures.
var monthFirstHosts = wordSet("com org net us gov edu mil ca ph info tv news io")

// writesDayFirst guesses whether an outlet writes 3/4/2022 for the third of
// April.
func writesDayFirst(host, language string) bool {
	if host == "" {
		return language != "" && language != "en"
	}
	tld := host[strings.LastIndexByte(host, '.')+1:]
	return !monthFirstHosts[tld] || language != "" && language != "en"
}
