package dating

import (
	"math"
	"sort"
	"strings"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/numerals"
	"stemma/internal/annotate/times"
	"stemma/internal/span"
)

// A sentence that tells of a day, which in a dated report is known.
type sentence struct {
	report int
	words  []string // content words, sorted, each once
	at     day      // of a dated report
	time   span.Span
	norm   float64
}

// A story is what its reports say about days, ready to be compared.
type story struct {
	reports  []annotate.Report
	dated    map[int]date
	days     map[day]bool // on which the dated ones appeared
	first    day
	last     day
	known    []sentence
	weight   map[string]float64 // rare words count more
	postings map[string][]int   // word → sentences of known
}

// common is in how many sentences a word may stand and still say something.
const common = 200

func newStory(reports []annotate.Report, dated map[int]date) *story {
	s := &story{reports: reports, dated: dated, first: math.MaxInt32, last: math.MinInt32, days: map[day]bool{}, weight: map[string]float64{}, postings: map[string][]int{}}
	count, total := map[string]int{}, 0
	for i, r := range reports {
		for _, words := range sentences(r) {
			total++
			for _, w := range words.words {
				count[w]++
			}
		}
		if d, ok := dated[i]; ok {
			s.first, s.last = min(s.first, d.day), max(s.last, d.day)
			s.days[d.day] = true
		}
	}
	for w, n := range count {
		if n <= common {
			s.weight[w] = math.Log(1 + float64(total)/float64(n))
		}
	}
	for i, r := range reports {
		if _, ok := dated[i]; ok {
			s.index(i, r)
		}
	}
	return s
}

// index adds the sentences of a dated report that tell of a day.
func (s *story) index(i int, r annotate.Report) {
	for _, st := range sentences(r) {
		for _, t := range st.times {
			resolved := times.Resolve(t, r.Text, s.dated[i].day.String())
			d, ok := parseDay(resolved.Value)
			if !ok || d > s.dated[i].day+7 || d < s.dated[i].day-31 {
				continue
			}
			for _, w := range st.words {
				s.postings[w] = append(s.postings[w], len(s.known))
			}
			s.known = append(s.known, sentence{report: i, words: st.words, at: d, time: t.Span, norm: s.norm(st.words)})
		}
	}
}

func (s *story) norm(words []string) float64 {
	sum := 0.0
	for _, w := range words {
		sum += s.weight[w] * s.weight[w]
	}
	return math.Sqrt(sum)
}

// A rawSentence is a sentence with its content words and times.
type rawSentence struct {
	words []string
	times []times.Time
}

// sentences takes a report apart; without sentences its paragraphs serve.
func sentences(r annotate.Report) []rawSentence {
	bounds := r.Sentences
	if len(bounds) == 0 {
		at := 0
		for _, p := range strings.SplitAfter(r.Text, "\n") {
			bounds = append(bounds, span.Span{Start: at, End: at + len(p)})
			at += len(p)
		}
	}
	var all []rawSentence
	k := 0
	for _, b := range bounds {
		st := rawSentence{words: content(b.In(r.Text))}
		for k < len(r.Times) && r.Times[k].Start < b.End {
			if t := r.Times[k]; t.Type == times.Date || t.Type == times.TimeOf {
				st.times = append(st.times, t)
			}
			k++
		}
		all = append(all, st)
	}
	return all
}

// shortest is the least length of a content word, in bytes.
const shortest = 4

// content gives a sentence's longer words, cut to six bytes as a crude stem.
func content(text string) []string {
	var words []string
	for _, t := range numerals.Scan(text) {
		if w := t.Lower; t.Kind == numerals.Digits || t.Kind == numerals.Word && len(w) >= shortest {
			if len(w) > 6 {
				w = w[:6]
			}
			words = append(words, w)
		}
	}
	sort.Strings(words)
	kept := words[:0]
	for i, w := range words {
		if i == 0 || w != words[i-1] {
			kept = append(kept, w)
		}
	}
	return kept
}

// A match is a dated sentence that tells the same, and how much the same.
type match struct {
	known int
	like  float64
}

// matches finds the sentences of dated reports that are most like the words.
func (s *story) matches(words []string) []match {
	scores := map[int]float64{}
	for _, w := range words {
		x := s.weight[w]
		if x == 0 {
			continue
		}
		for _, k := range s.postings[w] {
			scores[k] += x * x
		}
	}
	norm := s.norm(words)
	var all []match
	for k, sum := range scores {
		if like := sum / (norm*s.known[k].norm + 1e-9); like >= alike {
			all = append(all, match{k, like})
		}
	}
	sort.Slice(all, func(i, j int) bool {
		if all[i].like != all[j].like {
			return all[i].like > all[j].like
		}
		return s.before(all[i].known, all[j].known)
	})
	return all[:min(len(all), best)]
}

// before orders sentences by article, not by the order that the reports came in.
func (s *story) before(i, j int) bool {
	a, b := s.known[i], s.known[j]
	if a.report != b.report && s.reports[a.report].ID != s.reports[b.report].ID {
		return s.reports[a.report].ID < s.reports[b.report].ID
	}
	return a.time.Start < b.time.Start
}

// alike is the least likeness of two sentences that may tell the same; best is
// how many of them are heard.
const (
	alike = 0.12
	best  = 4
)

// A vote is what one clue says about the days: a weight for each day it fits, and
// its spans.
type vote struct {
	fits   func(day) bool
	weight float64
	spans  []account.Span
}

// infer scores the days around the story's for one report.
func (s *story) infer(i int) *account.Published {
	r := s.reports[i]
	votes := append(s.pairVotes(r), s.matchVotes(i)...)
	names := s.namedDays(r)
	bestDay, bestScore, rival := day(0), 0.0, 0.0
	for d := s.first - 3; d <= s.last+reach; d++ {
		score := 0.0
		for _, v := range votes {
			if v.fits(d) {
				score += v.weight
			} else {
				score -= v.weight / 2
			}
		}
		score -= names(d)
		if score > bestScore+1e-9 {
			bestDay, bestScore, rival = d, score, bestScore
		} else {
			rival = max(rival, score)
		}
	}
	if bestScore < enough || rival > bestScore-margin && !s.appeared(bestDay) {
		return s.month(i)
	}
	p := &account.Published{Time: bestDay.String(), Basis: account.Inferred}
	for _, v := range votes {
		if v.fits(bestDay) {
			p.Evidence = append(p.Evidence, v.spans...)
		}
	}
	p.Evidence = sortSpans(p.Evidence, r.ID)
	return p
}

// enough is the score from which a day is given; it must be ahead of every other
// by margin, or be a day on which another of the story's reports appeared: names
// of weekdays alone leave up to a week.
const (
	enough = 0.2
	margin = 0.1
)

// appeared reports whether a dated report of the story is of day d.
func (s *story) appeared(d day) bool { return s.days[d] }

// month is what is left where no day is: the month of the story's other reports,
// if they are all of one.
func (s *story) month(i int) *account.Published {
	if s.first.monthYear() != s.last.monthYear() {
		return nil
	}
	p := &account.Published{Time: s.first.monthYear(), Basis: account.Inferred, Evidence: []account.Span{}}
	for _, k := range s.datedReports() {
		p.Evidence = append(p.Evidence, s.dated[k].evidence...)
	}
	p.Evidence = sortSpans(p.Evidence, s.reports[i].ID)
	return p
}

func (s *story) datedReports() []int {
	var all []int
	for i := range s.reports {
		if _, ok := s.dated[i]; ok {
			all = append(all, i)
		}
	}
	return all
}

// pairVotes are those of weekdays with a day of the month.
func (s *story) pairVotes(r annotate.Report) []vote {
	var votes []vote
	for _, c := range pairs(r) {
		votes = append(votes, vote{
			fits: func(d day) bool {
				at, ok := pairDay(c.Clue, d)
				return ok && at <= d && (!c.This || d-at <= 1) || ok && at > d && !c.This
			},
			weight: 2,
			spans:  []account.Span{evidence(r, c.Span)},
		})
	}
	return votes
}

// matchVotes are those of sentences that dated reports have too.
func (s *story) matchVotes(i int) []vote {
	r := s.reports[i]
	var votes []vote
	for _, st := range sentences(r) {
		found := s.matches(st.words)
		if len(found) == 0 {
			continue
		}
		for _, t := range st.times {
			votes = append(votes, s.clueVotes(r, t, found)...)
		}
		if len(st.times) == 0 && found[0].like >= same {
			votes = append(votes, s.notBefore(found[0]))
		}
	}
	return votes
}

// same is the likeness from which a sentence without a time tells what another
// tells of a day.
const same = 0.35

// notBefore says that what has happened on a day is told on it or later.
func (s *story) notBefore(m match) vote {
	k := s.known[m.known]
	return vote{
		fits:   func(d day) bool { return d >= k.at && d <= k.at+3 },
		weight: m.like / 2,
		spans:  s.spans(k),
	}
}

// clueVotes compare how a time is named with the day that others give.
func (s *story) clueVotes(r annotate.Report, t times.Time, found []match) []vote {
	c := times.ReadClue(t, r.Text)
	if c.Year > 0 || !c.Near && c.Weekday == 0 {
		return nil
	}
	var votes []vote
	for _, m := range found {
		k := s.known[m.known]
		v := vote{weight: m.like, spans: append([]account.Span{evidence(r, t.Span)}, s.spans(k)...)}
		switch {
		case c.Near:
			v.fits = func(d day) bool { return d+day(c.Days) == k.at }
			if c.Days != 0 { // "today" is often no day
				v.weight *= 2
			}
		case k.at.weekday() == c.Weekday:
			v.fits = func(d day) bool { return d >= k.at && d < k.at+reach }
		default:
			continue
		}
		votes = append(votes, v)
	}
	return votes
}

// spans are the evidence of a dated sentence: its time, and what dates its
// report.
func (s *story) spans(k sentence) []account.Span {
	at := []account.Span{evidence(s.reports[k.report], k.time)}
	return append(at, s.dated[k.report].evidence...)
}

// namedDays charges days that the article both names and calls "yesterday" or
// "today".
func (s *story) namedDays(r annotate.Report) func(day) float64 {
	named, near := map[int]bool{}, map[int]bool{}
	for _, t := range r.Times {
		if t.Type != times.Date && t.Type != times.TimeOf {
			continue
		}
		switch c := times.ReadClue(t, r.Text); {
		case c.Near:
			near[c.Days] = true
		case c.Weekday > 0 && c.Day == 0:
			named[c.Weekday] = true
		}
	}
	return func(d day) float64 {
		charge := 0.0
		for _, off := range [...]int{-1, 0, 1} {
			if near[off] && named[(d+day(off)).weekday()] {
				charge += 0.5
			}
		}
		return charge
	}
}
