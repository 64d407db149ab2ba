package reuse

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/extract"
	"stemma/internal/span"
	"stemma/internal/trace/outlets"
)

// houses are what a report says of who made its text: the house that published
// it, the agencies whose material it says that it carries, and the story's other
// outlets that it names.
type houses struct {
	own     string   // the outlet's name in lower case, or ""
	agency  string   // the agency that published it, or ""
	carried []string // agencies, sorted
	named   []int    // reports of the story whose outlet it names, ascending
}

// edge is how much of a text's beginning and end is looked at for agencies.
// Elsewhere they are cited for one thing, or credited for a picture.
const edge = 300

// housesOf reads the houses of each report.
func housesOf(reports []annotate.Report) []houses {
	all := make([]houses, len(reports))
	for i, r := range reports {
		all[i].own = strings.ToLower(strings.TrimSpace(r.Outlet))
		all[i].agency = publishingAgency(r)
		all[i].carried = carriedAgencies(r)
	}
	keys, hostOf := map[string][]int{}, map[string][]int{}
	for i, r := range reports {
		for _, k := range outlets.Keys(r.Outlet) {
			keys[k] = append(keys[k], i)
		}
		if startsLower(r.Outlet) {
			hostOf[r.Outlet] = append(hostOf[r.Outlet], i)
		}
	}
	hosts := slices.Sorted(maps.Keys(hostOf))
	for i, r := range reports {
		name := func(j int) {
			if reports[j].Outlet != r.Outlet && !slices.Contains(all[i].named, j) {
				all[i].named = append(all[i].named, j)
			}
		}
		capitalised(r.Text, func(key string) {
			for _, j := range keys[key] {
				name(j)
			}
		})
		for _, host := range hosts {
			if holdsName(r.Text, host) {
				for _, j := range hostOf[host] {
					name(j)
				}
			}
		}
		slices.Sort(all[i].named)
	}
	return all
}

// startsLower reports whether a name is one that capitalised doesn't find, such
// as a host.
func startsLower(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return len(name) >= 3 && unicode.IsLower(first)
}

// longestName is the most words that an outlet's name has.
const longestName = 4

// capitalised calls do with the key of every row of up to longestName capitalised
// words in a text.
func capitalised(text string, do func(key string)) {
	var row []string
	end := 0
	for _, w := range scan(text, span.Span{End: len(text)}, nil, nil) {
		first, _ := utf8.DecodeRuneInString(text[w.Start:])
		joined := len(row) > 0 && strings.Trim(text[end:w.Start], " .-\u00a0") == ""
		if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
			row = row[:0]
			continue
		}
		if !joined {
			row = row[:0]
		}
		if len(row) == longestName {
			row = append(row[:0], row[1:]...)
		}
		row = append(row, text[w.Start:w.End])
		end = w.End
		for from := range row {
			do(outlets.Key(strings.Join(row[from:], "")))
		}
	}
}

// publishingAgency is the agency that published a report.
func publishingAgency(r annotate.Report) string {
	outlet := strings.ToLower(r.Outlet)
	var host []string
	if u, err := url.Parse(r.URL); err == nil {
		host = strings.Split(u.Hostname(), ".")
	}
	host = append(host, strings.Split(outlet, ".")...)
	for _, a := range outlets.Agencies {
		for _, p := range a.Places {
			if outlet == p || slices.Contains(host, p) {
				return a.ID
			}
		}
	}
	return ""
}

// carriedAgencies are the agencies whose material a report says that it carries:
// in its credits, its address, its dateline or its last lines.
func carriedAgencies(r annotate.Report) []string {
	var path []string
	if u, err := url.Parse(r.URL); err == nil {
		path = strings.Split(strings.ToLower(u.Path), "/")
	}
	head := r.Text[:min(len(r.Text), edge)]
	tail := r.Text[max(0, len(r.Text)-edge):]
	var carried []string
	for _, a := range outlets.Agencies {
		found := slices.ContainsFunc(a.Places, func(p string) bool { return slices.Contains(path, p) })
		for _, name := range a.Names {
			found = found || strings.Contains(head, "("+name+")") || holdsName(tail, name) ||
				strings.Contains(head, "reported by "+name) || strings.Contains(head, "report by "+name) ||
				slices.ContainsFunc(r.Credits, credits(name))
		}
		if found {
			carried = append(carried, a.ID)
		}
	}
	slices.Sort(carried)
	return carried
}

// credits says of a credit whether it is for material of the named party.
func credits(name string) func(c extract.Credit) bool {
	return func(c extract.Credit) bool { return c.Name == name && c.Kind != account.CreditCites }
}

// holdsName reports whether a name stands in a text as words of their own, and
// isn't the maker of a picture ("Jane Roe/AP").
func holdsName(text, name string) bool {
	for from := 0; ; {
		n := strings.Index(text[from:], name)
		if n < 0 {
			return false
		}
		start := from + n
		end := start + len(name)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !inWord(before) && !inWord(after) && before != '/' && after != '/' {
			return true
		}
		from = end
	}
}
