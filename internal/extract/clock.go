package extract

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// clockJoints may stand between a day and a time of day.
var clockJoints = wordSet("t at um à a as às las ore kl klo alle o los om la")

// clock reads the time of day that stands behind the day d, which ends before
// ws[i], or before it; n is how many words the day took. It returns the index
// behind what was read.
func (c clockface) clock(d *dated, i, n int) int {
	j := i
	for j < len(c.ws) && j < i+3 && clockJoints[c.ws[j].fold] {
		j++
	}
	if j < len(c.ws) && (j > i || separates(c.gap(i))) && separates(c.gap(j)) {
		if clock, zone, end := c.timeAt(j, d); clock != "" {
			d.clock, d.zone = clock, zone
			d.End = c.ws[end-1].End
			return end
		}
	}
	// "11:45 AM ET, Thu January 13, 2022"
	first := i - n
	for k := max(0, first-6); k < first; k++ {
		if k > 0 && digit(c.ws[k-1].fold[0]) && c.gap(k) == ":" {
			continue
		}
		clock, zone, end := c.timeAt(k, d)
		if clock == "" || end > first || !c.onlyDaysBetween(end, first) {
			continue
		}
		d.clock, d.zone = clock, zone
		d.Start = c.ws[k].Start
		break
	}
	return i
}

func separates(gap string) bool {
	return len(gap) <= 7 && !strings.ContainsAny(gap, "\n.?!") || gap == ". "
}

func (c clockface) onlyDaysBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if w := c.ws[i].fold; !weekdayNames[w] && w != "on" && w != "am" && w != "le" {
			return false
		}
	}
	return true
}

// timeAt reads a time of day at ws[i]: "11:45", "11:45:30", "11.45am", "11h45",
// "9 a.m.", "0945 GMT"; with its zone. end is the index behind it.
func (c clockface) timeAt(i int, d *dated) (clock, zone string, end int) {
	h, ok := c.num(i, 1, 2)
	if !ok {
		if n, ok := c.num(i, 4, 4); ok && n/100 < 24 && n%100 < 60 {
			if zone, end := c.zoneAt(i+1, d); zone != "" || end > i+1 {
				return fmt.Sprintf("%02d:%02d", n/100, n%100), zone, end
			}
		}
		return "", "", i
	}
	j, minute, second := i+1, -1, -1
	if m, ok := c.num(j, 2, 2); ok && m < 60 && (c.gap(j) == ":" || c.gap(j) == ".") {
		minute = m
		j++
		if s, ok := c.num(j, 2, 2); ok && s < 60 && c.gap(j) == ":" {
			second = s
			j++
			if _, ok := c.num(j, 1, 9); ok && c.gap(j) == "." { // fractions
				j++
			}
		}
	} else if j < len(c.ws) && c.ws[j].fold == "h" && c.gap(j) == "" {
		j, minute = j+1, 0
		if m, ok := c.num(j, 2, 2); ok && m < 60 {
			minute = m
			j++
		}
	}
	half, j := c.half(j)
	switch {
	case minute < 0 && half == "", h > 23, half != "" && (h > 12 || h == 0):
		return "", "", i
	case half == "pm" && h < 12:
		h += 12
	case half == "am" && h == 12:
		h = 0
	}
	if minute < 0 {
		minute = 0
	}
	clock = fmt.Sprintf("%02d:%02d", h, minute)
	if second > 0 {
		clock += fmt.Sprintf(":%02d", second)
	}
	zone, j = c.zoneAt(j, d)
	return clock, zone, j
}

// half reads "am", "p.m." and the like.
func (c clockface) half(i int) (string, int) {
	if i >= len(c.ws) || c.gap(i) != "" && c.gap(i) != " " {
		return "", i
	}
	switch w := c.ws[i].fold; {
	case w == "am" || w == "pm":
		return w, i + 1
	case (w == "a" || w == "p") && i+1 < len(c.ws) && c.ws[i+1].fold == "m" && c.gap(i+1) == ".":
		return w + "m", i + 2
	}
	return "", i
}

// zones are the names of time zones that mean one offset all the year. Names that
// mean several (IST, and CST in China) are left out.
var zones = map[string]string{
	"z": "Z", "utc": "Z", "gmt": "Z", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00", "mez": "+01:00", "mesz": "+02:00",
	"eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "jst": "+09:00", "kst": "+09:00", "hkt": "+08:00", "sgt": "+08:00",
	"aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00", "pkt": "+05:00",
	"est": "-05:00", "edt": "-04:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
}

// wallZones are American zones named without saying whether it is summer time.
var wallZones = map[string]int{"et": -5, "ct": -6, "mt": -7, "pt": -8}

// zoneAt reads a zone: a name, "+01:00", "GMT+3".
func (c clockface) zoneAt(i int, d *dated) (string, int) {
	if i >= len(c.ws) {
		return "", i
	}
	g := c.gap(i)
	if zone := c.offsetAt(i); zone != "" && (strings.TrimSpace(g) == "+" || g == "-") {
		return zone, c.offsetEnd(i)
	}
	if strings.Trim(g, " (,.") != "" {
		return "", i
	}
	w := c.ws[i].fold
	if w == "uhr" || w == "hrs" || w == "hours" {
		return "", i + 1
	}
	if zone, ok := zones[w]; ok {
		if next := c.offsetAt(i + 1); next != "" && zone == "Z" && w != "z" && strings.ContainsAny(c.gap(i+1), "+-") {
			return next, c.offsetEnd(i + 1)
		}
		return zone, i + 1
	}
	if hours, ok := wallZones[w]; ok && c.text[c.ws[i].Start] < 'a' {
		if americanSummer(d.year, d.month, d.day) {
			hours++
		}
		return fmt.Sprintf("-%02d:00", -hours), i + 1
	}
	return "", i
}

// offsetAt reads the digits of "+0100", "+01:00", "-5" whose sign stands before
// ws[i].
func (c clockface) offsetAt(i int) string {
	g := c.gap(i)
	if i >= len(c.ws) || len(g) == 0 {
		return ""
	}
	sign := g[len(g)-1]
	w := c.ws[i].fold
	if sign != '+' && sign != '-' || !digit(w[0]) {
		return ""
	}
	switch len(w) {
	case 4:
		return string(sign) + w[:2] + ":" + w[2:]
	case 1, 2:
		h, _ := strconv.Atoi(w)
		minutes := "00"
		if m, ok := c.num(i+1, 2, 2); ok && m < 60 && c.gap(i+1) == ":" {
			minutes = c.ws[i+1].fold
		}
		if h <= 14 {
			return fmt.Sprintf("%c%02d:%s", sign, h, minutes)
		}
	}
	return ""
}

func (c clockface) offsetEnd(i int) int {
	if _, ok := c.num(i+1, 2, 2); ok && c.gap(i+1) == ":" {
		return i + 2
	}
	return i + 1
}

// americanSummer reports whether the United States have summer time on a day:
// since 2007 from the second Sunday of March to the first of November.
func americanSummer(year, month, day int) bool {
	sunday := func(m time.Month, n int) int {
		first := int(time.Date(year, m, 1, 0, 0, 0, 0, time.UTC).Weekday())
		return 1 + (7-first)%7 + 7*(n-1)
	}
	switch {
	case month == 3:
		return day >= sunday(time.March, 2)
	case month == 11:
		return day < sunday(time.November, 1)
	}
	return month > 3 && month < 11
}
