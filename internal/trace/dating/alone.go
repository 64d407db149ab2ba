package dating

import (
	"strings"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/times"
)

// The years in which undated news may have appeared.
const firstYear, lastYear = 1990, 2035

// How far behind the last date that is mentioned an article is looked for, in
// days. A weekday with its day of the month alone comes again within the year, so
// that only a mention close by settles which is meant; with the month it takes
// five years and more.
const (
	windowDay   = 45
	windowMonth = 730
)

// alone infers what it can of a story where nothing is stated: from weekdays with
// their day of the month, and from full dates. It returns the reports that it
// found a day for.
func alone(reports []annotate.Report, inferred []*account.Published) map[int]date {
	dated := map[int]date{}
	for i, r := range reports {
		if r.Published.Time != "" {
			continue
		}
		clues := pairs(r)
		d, ok := agreeing(clues, reports)
		if !ok {
			continue
		}
		var spans []account.Span
		for _, c := range clues {
			spans = append(spans, evidence(r, c.Span))
		}
		inferred[i] = &account.Published{Time: d.String(), Basis: account.Inferred, Evidence: sortSpans(spans, r.ID)}
		dated[i] = date{d, spans}
	}
	return dated
}

// A pair is a weekday with a day of the month.
type pair struct {
	times.Time
	times.Clue
}

// pairs finds what an article says of weekdays and their dates.
func pairs(r annotate.Report) []pair {
	var all []pair
	for _, t := range r.Times {
		if t.Type != times.Date && t.Type != times.TimeOf {
			continue
		}
		if c := times.ReadClue(t, r.Text); c.Weekday > 0 && c.Day > 0 && c.Year == 0 {
			all = append(all, pair{t, c})
		}
	}
	return all
}

// lastMention is the last day that any report of the story gives in full, or the
// beginning of the last month it gives; with years, of the last year too. ok is
// false where none does.
func lastMention(reports []annotate.Report, years bool) (latest day, ok bool) {
	for _, r := range reports {
		for _, t := range r.Times {
			if t.Type != times.Date && t.Type != times.TimeOf || strings.HasPrefix(t.Value, "X") {
				continue
			}
			v := t.Value
			switch {
			case len(v) == 4 && years:
				v += "-01-01"
			case len(v) == 7:
				v += "-01"
			}
			d, isDay := parseDay(v)
			if isDay && d.time().Year() >= firstYear && d.time().Year() <= lastYear && (!ok || d > latest) {
				latest, ok = d, true
			}
		}
	}
	return latest, ok
}

// agreeing finds the only day soon after the last mention on which an article
// with these pairs can have appeared: that of the last of them.
func agreeing(clues []pair, reports []annotate.Report) (day, bool) {
	if len(clues) == 0 {
		return 0, false
	}
	month := false
	for _, c := range clues {
		month = month || c.Month > 0
	}
	from, ok := lastMention(reports, month)
	if !ok {
		return 0, false
	}
	to := from + windowDay
	if month {
		to = from + windowMonth
	}
	var found []day
	for d := from - reach; d <= to; d++ {
		if latest, ok := fits(clues, d); !ok || latest != d {
			continue
		}
		if n := len(found); n > 0 && d-found[n-1] <= reach {
			found[n-1] = d // a later one of the same week
		} else {
			found = append(found, d)
		}
	}
	if len(found) != 1 {
		return 0, false
	}
	return found[0], true
}

// fits says whether an article of day d could speak so: each pair is a day of the
// week before it, or of the days after. latest is the last of those not after d.
func fits(clues []pair, d day) (latest day, ok bool) {
	latest = d - 8
	for _, c := range clues {
		at, ok := pairDay(c.Clue, d)
		if !ok {
			return 0, false
		}
		if at <= d && at > latest {
			latest = at
		}
	}
	return latest, true
}

// reach is how many days before or after an article the weekdays it dates are.
const reach = 7

// pairDay is the day nearest to d on which weekday, day and month agree.
func pairDay(c times.Clue, d day) (day, bool) {
	for k := range day(reach + 1) {
		for _, at := range [...]day{d - k, d + k} {
			if at.weekday() == c.Weekday && at.dayOfMonth() == c.Day && (c.Month == 0 || int(at.time().Month()) == c.Month) {
				return at, true
			}
		}
	}
	return 0, false
}
