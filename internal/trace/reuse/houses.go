package reuse

import (
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/extract"
	"stemma/internal/span"
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

// agencies gives the names that agencies go by, as they are printed, and under
// which they publish.
var agencies = []struct {
	id     string
	names  []string
	places []string // in hosts and paths of addresses, and in outlets' names
}{
	{"reuters", []string{"Reuters", "REUTERS"}, []string{"reuters"}},
	{"ap", []string{"AP", "Associated Press", "ASSOCIATED PRESS"}, []string{"apnews", "ap", "aponline", "associated press"}},
	{"afp", []string{"AFP", "Agence France-Presse"}, []string{"afp", "agence france-presse"}},
	{"dpa", []string{"dpa", "DPA"}, []string{"dpa"}},
	{"pa", []string{"PA", "Press Association"}, []string{"pa", "press association"}},
	{"upi", []string{"UPI"}, []string{"upi"}},
	{"efe", []string{"EFE"}, []string{"efe"}},
	{"ansa", []string{"ANSA"}, []string{"ansa"}},
	{"tass", []string{"TASS"}, []string{"tass"}},
	{"interfax", []string{"Interfax"}, []string{"interfax"}},
	{"xinhua", []string{"Xinhua"}, []string{"xinhua"}},
	{"pti", []string{"PTI", "Press Trust of India"}, []string{"pti"}},
	{"bloomberg", []string{"Bloomberg"}, []string{"bloomberg"}},
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
	keys := map[string][]int{}
	for i, r := range reports {
		for _, k := range outletKeys(r) {
			keys[k] = append(keys[k], i)
		}
	}
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
		for j, o := range reports {
			if startsLower(o.Outlet) && holdsName(r.Text, o.Outlet) {
				name(j)
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
	return len(name) >= shortestKey && unicode.IsLower(first)
}

// outletKeys are the forms under which a report's outlet is looked for in other
// texts: its name, or the telling part of its host, as letters without spaces.
func outletKeys(r annotate.Report) []string {
	name := strings.ToLower(strings.TrimSpace(r.Outlet))
	var keys []string
	if strings.Contains(name, ".") && !strings.Contains(name, " ") {
		longest := ""
		for _, label := range strings.Split(name, ".") {
			if label != "www" && len(label) > len(longest) {
				longest = label
			}
		}
		keys = append(keys, longest)
		name = strings.TrimPrefix(name, "www.")
	}
	keys = append(keys, keyOf(strings.TrimPrefix(name, "the ")))
	keys = slices.DeleteFunc(keys, func(k string) bool { return len(k) < shortestKey })
	slices.Sort(keys)
	return slices.Compact(keys)
}

// shortestKey is the length below which an outlet's name is no sign that it is
// meant, and longestName the most words that a name has.
const (
	shortestKey = 3
	longestName = 4
)

// keyOf are the letters and digits of a name.
func keyOf(name string) string {
	return strings.Map(func(r rune) rune {
		if !inWord(r) {
			return -1
		}
		return fold(r)
	}, name)
}

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
		row = append(row, keyOf(text[w.Start:w.End]))
		end = w.End
		for from := range row {
			do(strings.Join(row[from:], ""))
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
	for _, a := range agencies {
		for _, p := range a.places {
			if outlet == p || slices.Contains(host, p) {
				return a.id
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
	for _, a := range agencies {
		found := slices.ContainsFunc(a.places, func(p string) bool { return slices.Contains(path, p) })
		for _, name := range a.names {
			found = found || strings.Contains(head, "("+name+")") || holdsName(tail, name) ||
				strings.Contains(head, "reported by "+name) || strings.Contains(head, "report by "+name) ||
				slices.ContainsFunc(r.Credits, credits(name))
		}
		if found {
			carried = append(carried, a.id)
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
