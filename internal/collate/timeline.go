package collate

import (
	"sort"
	"time"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/times"
)

// published is when each report appeared: as it says itself, else as it was
// inferred, else "".
func published(reports []annotate.Report, inferred []*account.Published) []string {
	when := make([]string, len(reports))
	for i, r := range reports {
		when[i] = r.Published.Time
		if when[i] == "" && i < len(inferred) && inferred[i] != nil {
			when[i] = inferred[i].Time
		}
	}
	return when
}

// resolve returns each report's times with the values that they have in a report
// of the given time.
func resolve(reports []annotate.Report, when []string) [][]times.Time {
	all := make([][]times.Time, len(reports))
	for i, r := range reports {
		all[i] = r.Times
		if r.Published.Time != "" || when[i] == "" {
			continue
		}
		all[i] = make([]times.Time, len(r.Times))
		for j, t := range r.Times {
			all[i][j] = times.Resolve(t, r.Text, when[i])
		}
	}
	return all
}

// timeline lists the days, months and years that reports put events at, with the
// sentences that do, in order of time. A time counts where a statement of its
// sentence holds it: a date that stands in no clause is a dateline or furniture.
func timeline(reports []annotate.Report, resolved [][]times.Time) []account.Moment {
	type place struct{ report, sentence int }
	at := map[string][]place{}
	for i, r := range reports {
		clause := map[int]int{} // time to its sentence
		for _, s := range r.Statements {
			for _, t := range s.Times {
				clause[t] = s.Sentence
			}
		}
		for j, t := range resolved[i] {
			sentence, ok := clause[j]
			value := moment(t)
			if !ok || value == "" {
				continue
			}
			p := place{i, sentence}
			if all := at[value]; len(all) == 0 || all[len(all)-1] != p {
				at[value] = append(all, p)
			}
		}
	}
	moments := make([]account.Moment, 0, len(at))
	for value, places := range at {
		m := account.Moment{Time: value, Spans: make([]account.Span, len(places))}
		for i, p := range places {
			m.Spans[i] = quote(reports[p.report], reports[p.report].Sentences[p.sentence])
		}
		moments = append(moments, m)
	}
	sort.Slice(moments, func(i, j int) bool { return moments[i].Time < moments[j].Time })
	return moments
}

// moment is the day, month or year that t falls on, or "" where its value is not
// so precise, not known, or no point in time. An hour counts as its day.
func moment(t times.Time) string {
	v := t.Value
	if t.Type != "DATE" && t.Type != "TIME" {
		return ""
	}
	if t.Type == "TIME" && len(v) > len("2006-01-02") {
		v = v[:len("2006-01-02")]
	}
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if _, err := time.Parse(layout, v); err == nil {
			return v
		}
	}
	return ""
}

// longest is how far before the first report a story's events may reach back.
const longest = 7 * 24 * time.Hour

// period is what is known of the days a story covers: from the first event in the
// days before its first report, to its last report. An event that only one report
// puts there doesn't widen it.
func period(when []string, moments []account.Moment) (from, to string) {
	for _, w := range when {
		if len(w) < len("2006-01-02") {
			continue
		}
		day := w[:len("2006-01-02")]
		if from == "" || day < from {
			from = day
		}
		if day > to {
			to = day
		}
	}
	first, err := time.Parse("2006-01-02", from)
	if err != nil {
		return from, to
	}
	for _, m := range moments {
		day, err := time.Parse("2006-01-02", m.Time)
		if err == nil && day.Before(first) && first.Sub(day) <= longest && articlesOf(m.Spans) > 1 {
			return m.Time, to
		}
	}
	return from, to
}

// articlesOf counts the articles that spans lie in.
func articlesOf(spans []account.Span) int {
	seen := map[string]bool{}
	for _, s := range spans {
		seen[s.Article] = true
	}
	return len(seen)
}
