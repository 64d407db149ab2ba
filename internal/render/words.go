package render

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"stemma/account"
)

// count writes a number with the noun it counts: "1 report", "12 reports",
// "2 copies".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if stem, ok := strings.CutSuffix(noun, "y"); ok {
		return thousands(n) + " " + stem + "ies"
	}
	return thousands(n) + " " + noun + "s"
}

// thousands writes n with a comma before every third digit.
func thousands(n int) string {
	s := strconv.Itoa(n)
	first := 1
	if n < 0 {
		first = 2
	}
	for i := len(s) - 3; i >= first; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func originRange(o account.Origins) string {
	switch {
	case o.AtLeast == o.AtMost, o.AtMost <= 0:
		return ""
	case o.AtLeast <= 0:
		return fmt.Sprintf("at most %d", o.AtMost)
	}
	return fmt.Sprintf("at least %d, at most %d", o.AtLeast, o.AtMost)
}

// percent writes a share of 0 to 1: "42 %". What is more than nothing is at least
// "1 %", what is less than all at most "99 %".
func percent(share float64) string {
	if !finite(share) {
		return "unknown"
	}
	p := math.Round(100 * min(max(share, 0), 1))
	if p == 0 && share > 0 {
		p = 1
	}
	if p == 100 && share < 1 {
		p = 99
	}
	return strconv.Itoa(int(p)) + " %"
}

// layouts are the forms of ISO 8601 that an account has, with the form in which
// each is shown.
var layouts = []struct{ iso, shown string }{
	{"2006-01-02T15:04:05Z07:00", "2 Jan 2006, 15:04 Z07:00"},
	{"2006-01-02T15:04Z07:00", "2 Jan 2006, 15:04 Z07:00"},
	{"2006-01-02T15:04:05", "2 Jan 2006, 15:04"},
	{"2006-01-02T15:04", "2 Jan 2006, 15:04"},
	{"2006-01-02", "2 Jan 2006"},
	{"2006-01", "Jan 2006"},
}

// when writes an ISO 8601 time for reading: "13 Jan 2022, 11:45". What it doesn't
// know (a TIMEX3 value such as "2022-W03") stays as it is.
func when(iso string) string {
	for _, l := range layouts {
		if t, err := time.Parse(l.iso, iso); err == nil {
			return strings.TrimSuffix(strings.Replace(t.Format(l.shown), " Z", " UTC", 1), " +00:00")
		}
	}
	return iso
}

// period writes the days from and to as one: "10–14 Jan 2022".
func period(from, to string) string {
	f, errFrom := time.Parse("2006-01-02", from)
	t, errTo := time.Parse("2006-01-02", to)
	switch {
	case from == to || to == "":
		return when(from)
	case from == "":
		return when(to)
	case errFrom != nil || errTo != nil:
		return when(from) + " – " + when(to)
	case f.Year() != t.Year():
		return f.Format("2 Jan 2006") + " – " + t.Format("2 Jan 2006")
	case f.Month() != t.Month():
		return f.Format("2 Jan") + " – " + t.Format("2 Jan 2006")
	}
	return f.Format("2") + "–" + t.Format("2 Jan 2006")
}

// aspectNames are the words under which a reader looks for an aspect.
var aspectNames = map[string]string{
	account.AspectQuantity:    "number",
	account.AspectTime:        "time",
	account.AspectPlace:       "place",
	account.AspectParticipant: "person",
	account.AspectRole:        "office",
	account.AspectPolarity:    "denial",
	account.AspectDescription: "description",
}

func aspectName(a string) string {
	if n, ok := aspectNames[a]; ok {
		return n
	}
	return a
}

// typeNames are the words for the types of entity.
var typeNames = map[string]string{
	account.Person:       "person",
	account.Organization: "organization",
	account.Place:        "place",
	account.Other:        "other",
}

// edgeWords say how a report has something from where the edge leads.
var edgeWords = map[string]string{
	account.EdgeCopies:     "copies",
	account.EdgeShares:     "shares text with",
	account.EdgeTranslates: "translates",
	account.EdgeCites:      "cites",
	account.EdgeCredits:    "credits",
}

func edgeWord(kind string) string {
	if w, ok := edgeWords[kind]; ok {
		return w
	}
	return kind
}
