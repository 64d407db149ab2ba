package times

import "time"

// A feast is a day that the calendar fixes for each year. day is false for a
// season around one ("Christmas sales").
type feast = *feastRule

type feastRule struct {
	name string
	day  bool
	on   func(year int) (month, day int)
}

// feasts are searched by their first word.
var feasts = map[string][]feastNamed{}

type feastNamed struct {
	words []string
	rule  feast
}

// feastWords are the first words of feasts.
var feastWords = func() map[string]bool {
	fixed := func(month, day int) func(int) (int, int) {
		return func(int) (int, int) { return month, day }
	}
	nth := func(month, weekday, n int) func(int) (int, int) { // n < 0 counts from the end
		return func(year int) (int, int) {
			if n > 0 {
				first := civil{year, month, 1}
				return month, 1 + (weekday-first.weekday()+7)%7 + (n-1)*7
			}
			end := civil{year, month, daysIn(year, month)}
			return month, end.day - (end.weekday()-weekday+7)%7
		}
	}
	easter := func(offset int) func(int) (int, int) {
		return func(year int) (int, int) {
			d := easterSunday(year).plus(0, 0, offset)
			return d.month, d.day
		}
	}
	after := func(on func(int) (int, int), days int) func(int) (int, int) {
		return func(year int) (int, int) {
			m, d := on(year)
			next := civil{year, m, d}.plus(0, 0, days)
			return next.month, next.day
		}
	}
	add := func(on func(int) (int, int), names ...[]string) {
		for _, words := range names {
			feasts[words[0]] = append(feasts[words[0]], feastNamed{words, &feastRule{name: words[0], day: true, on: on}})
		}
	}
	w := func(words ...string) []string { return words }
	thanksgiving := nth(11, 4, 4)
	add(fixed(12, 24), w("christmas", "eve"))
	add(fixed(12, 25), w("christmas", "day"), w("christmas"), w("xmas"))
	add(fixed(12, 26), w("boxing", "day"))
	add(fixed(12, 31), w("new", "year", "'", "s", "eve"), w("new", "years", "eve"))
	add(fixed(1, 1), w("new", "year", "'", "s", "day"), w("new", "years", "day"))
	add(fixed(1, 6), w("epiphany"))
	add(fixed(2, 2), w("groundhog", "day"))
	add(fixed(2, 14), w("valentine", "'", "s", "day"), w("valentines", "day"))
	add(fixed(3, 8), w("international", "women", "'", "s", "day"))
	add(fixed(3, 17), w("st", ".", "patrick", "'", "s", "day"), w("st", "patrick", "'", "s", "day"))
	add(fixed(4, 1), w("april", "fools", "'", "day"), w("april", "fool", "'", "s", "day"), w("april", "fools", "day"))
	add(fixed(4, 22), w("earth", "day"))
	add(fixed(5, 1), w("may", "day"))
	add(fixed(5, 9), w("victory", "day"))
	add(fixed(6, 19), w("juneteenth"))
	add(fixed(7, 4), w("fourth", "of", "july"), w("independence", "day"))
	add(fixed(7, 14), w("bastille", "day"))
	add(fixed(10, 31), w("halloween"))
	add(fixed(11, 1), w("all", "saints", "'", "day"))
	add(fixed(11, 11), w("veterans", "day"), w("armistice", "day"), w("remembrance", "day"))
	add(nth(1, 1, 3), w("martin", "luther", "king", "day"), w("martin", "luther", "king", "jr", ".", "day"), w("mlk", "day"))
	add(nth(2, 1, 3), w("presidents", "'", "day"), w("presidents", "day"), w("president", "'", "s", "day"))
	add(nth(5, 7, 2), w("mother", "'", "s", "day"), w("mothers", "day"))
	add(nth(5, 1, -1), w("memorial", "day"))
	add(nth(6, 7, 3), w("father", "'", "s", "day"), w("fathers", "day"))
	add(nth(9, 1, 1), w("labor", "day"))
	add(nth(10, 1, 2), w("columbus", "day"))
	add(thanksgiving, w("thanksgiving", "day"), w("thanksgiving"))
	add(after(thanksgiving, 1), w("black", "friday"))
	add(after(thanksgiving, 4), w("cyber", "monday"))
	add(easter(-46), w("ash", "wednesday"))
	add(easter(-7), w("palm", "sunday"))
	add(easter(-3), w("maundy", "thursday"))
	add(easter(-2), w("good", "friday"))
	add(easter(0), w("easter", "sunday"), w("easter"))
	add(easter(1), w("easter", "monday"))
	add(easter(39), w("ascension", "day"))
	add(easter(49), w("pentecost"), w("whit", "sunday"))
	words := map[string]bool{}
	for first := range feasts {
		words[first] = true
	}
	return words
}()

// easterSunday is computed after the anonymous Gregorian algorithm (Meeus 1991).
func easterSunday(year int) civil {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return fromTime(time.Date(year, time.Month(n/31), n%31+1, 0, 0, 0, 0, time.UTC))
}

// feast reads the longest name of a holiday at i, with the year behind it.
func (s *scanner) feast(i int) (expression, bool) {
	if !s.Capital(i) {
		return expression{}, false
	}
	e := expression{first: i, typ: Date}
	for _, f := range feasts[s.Tokens[i].Lower] {
		if n := len(f.words); n > e.end-i && s.spells(i, f.words) {
			e.feast, e.end = f.rule, i+n
		}
	}
	if e.feast == nil {
		return e, false
	}
	if len(feasts[s.Tokens[i].Lower]) > 0 && e.end == i+1 && s.Capital(i+1) && months[s.Word(i+1)] == 0 {
		return e, false // "Easter Island", "Christmas Carol"
	}
	j := s.comma(e.end)
	if s.Word(j) == "of" {
		j++
	}
	if y, end := s.yearAt(j); y > 0 {
		e.year, e.end = y, end
	}
	return e, true
}

// spells reports whether the tokens from i on are the given words.
func (s *scanner) spells(i int, words []string) bool {
	for k, w := range words {
		if k == 0 && s.Tokens[i].Lower != w || k > 0 && s.Word(i+k) != w {
			return false
		}
	}
	return true
}
