package times

import (
	"fmt"
	"math"
	"strconv"
)

// value gives an expression its TIMEX3 value, and the date that it stands for as
// far as that is known.
func (s *scanner) value(e *expression) (string, civil) {
	if e.fixed != "" {
		return e.fixed, civil{}
	}
	if e.typ == TimeOf {
		return s.timeValue(e)
	}
	switch {
	case e.part != "":
		return s.partValue(e)
	case e.offset && e.weekday == 0:
		return s.offsetValue(e)
	}
	on := s.calendar(e)
	if e.weekday > 0 && e.day == 0 && !on.whole() {
		return fmt.Sprintf("XXXX-WXX-%d", e.weekday), civil{}
	}
	return on.String(), on
}

// timeValue is the day's value with the time of day.
func (s *scanner) timeValue(e *expression) (string, civil) {
	if e.offset && e.unit > 'Z' {
		return s.hoursValue(e)
	}
	day, on := "", civil{}
	switch {
	case e.dateless():
		if on = s.dayInSentence(e); on.whole() {
			day = on.String()
		} else {
			day = "XXXX-XX-XX"
		}
	default:
		bare := *e
		bare.typ = Date
		day, on = s.value(&bare)
	}
	switch {
	case e.clock:
		return fmt.Sprintf("%sT%02d:%02d%s", day, e.hour, e.minute, e.zone), on
	case e.daypart != "":
		return day + "T" + e.daypart, on
	}
	return day, on
}

// dayInSentence is the day that a time without one belongs to: the one spoken of
// shortly before, else the article's own.
func (s *scanner) dayInSentence(e *expression) civil {
	if s.spoken.whole() && e.first-s.at < 40 && s.sameSentence(s.at, e.first) {
		return s.spoken
	}
	if s.ref.whole() {
		return s.ref.civil
	}
	return civil{}
}

func (s *scanner) sameSentence(from, to int) bool {
	for k := from; k < to; k++ {
		if s.Tokens[k].Break || s.ends(k) && s.Tokens[k].Lower != ";" {
			return false
		}
	}
	return true
}

// hoursValue is the value of "two hours ago", "30 minutes later".
func (s *scanner) hoursValue(e *expression) (string, civil) {
	if e.anchored || !s.ref.whole() || s.ref.hour < 0 {
		if e.anchored || !s.ref.whole() {
			return "XXXX-XX-XXTXX", civil{}
		}
		return s.ref.civil.String() + "TXX", s.ref.civil
	}
	seconds := map[byte]float64{'h': 3600, 'm': 60, 's': 1}[e.unit] * e.count
	minutes := s.ref.hour*60 + max(s.ref.minute, 0) + int(math.Round(seconds/60))
	days := int(math.Floor(float64(minutes) / 1440))
	on := s.ref.plus(0, 0, days)
	minutes -= days * 1440
	if e.unit == 'h' {
		return fmt.Sprintf("%sT%02d", on, minutes/60), on
	}
	return fmt.Sprintf("%sT%02d:%02d", on, minutes/60, minutes%60), on
}

// anchor is the date that an expression counts from.
func (s *scanner) anchor(e *expression) civil {
	if e.anchored && s.spoken.year > 0 {
		return s.spoken
	}
	return s.ref.civil
}

// offsetValue is the value of what counts from another date: "yesterday", "last
// month", "two years ago", "a week later".
func (s *scanner) offsetValue(e *expression) (string, civil) {
	from := s.anchor(e)
	whole, part := math.Modf(e.count)
	n := int(whole)
	if math.Abs(whole) > 1e5 {
		return pastRef, civil{}
	}
	switch e.unit {
	case 'D':
		if !from.whole() {
			return "XXXX-XX-XX", civil{}
		}
		on := from.plus(0, 0, n)
		return on.String(), on
	case 'W':
		if !from.whole() {
			return "XXXX-WXX", civil{}
		}
		on := from.plus(0, 0, n*7)
		return on.week(), civil{}
	case 'M':
		if from.month == 0 {
			return "XXXX-XX", civil{}
		}
		on := civil{from.year, from.month, 1}.plus(0, n, 0)
		on.day = 0
		return on.String(), on
	}
	return s.yearsValue(e.unit, from, n, part)
}

// yearsValue is the value of an offset in years and more.
func (s *scanner) yearsValue(unit byte, from civil, n int, part float64) (string, civil) {
	if from.year == 0 {
		return map[byte]string{'Y': "XXXX", 'E': "XXX", 'C': "XX"}[unit], civil{}
	}
	switch unit {
	case 'E':
		return strconv.Itoa(from.year/10 + n), civil{}
	case 'C':
		return fmt.Sprintf("%02d", from.year/100+n), civil{}
	}
	if part != 0 && from.month > 0 {
		on := civil{from.year, from.month, 1}.plus(n, int(math.Round(part*12)), 0)
		on.day = 0
		return on.String(), on
	}
	on := civil{year: from.year + n}
	if on.year < 1 {
		return pastRef, civil{}
	}
	return on.String(), on
}

// partValue is the value of seasons, quarters, halves, weekends and fiscal
// years.
func (s *scanner) partValue(e *expression) (string, civil) {
	ref := s.ref.civil
	switch e.part {
	case "WE":
		return s.weekend(e)
	case "FY":
		if ref.year == 0 {
			return "FYXXXX", civil{}
		}
		return fmt.Sprintf("FY%d", ref.year+int(e.shift-this)), civil{}
	case "Q":
		if ref.month == 0 {
			return "XXXX-QX", civil{}
		}
		q := ref.year*4 + (ref.month-1)/3 + int(e.shift-this)
		return fmt.Sprintf("%d-Q%d", q/4, q%4+1), civil{}
	}
	year := e.year
	switch {
	case year > 0 || ref.year == 0:
	case e.offset:
		year = ref.year + int(e.count)
	case e.shift == this || ref.month == 0:
		year = ref.year
	default:
		year = s.partYear(e, ref)
	}
	if year == 0 {
		return "XXXX-" + e.part, civil{}
	}
	return fmt.Sprintf("%04d-%s", year, e.part), civil{}
}

// partYear is the year of the season, quarter or half that is meant, by its
// middle month.
func (s *scanner) partYear(e *expression, ref civil) int {
	first := map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}[e.part]
	sh := e.shift
	if sh == near {
		sh = last
		if s.tense(e) > 0 {
			sh = next
		}
		if ref.month >= first && ref.month <= first+2 {
			return ref.year
		}
	}
	switch {
	case sh == last && ref.month <= first+2 && !(e.part == "WI" && ref.month <= 2):
		return ref.year - 1
	case sh == last && e.part == "WI":
		return ref.year - 1
	case sh == next && ref.month >= first:
		return ref.year + 1
	}
	return ref.year
}

// weekend is the value of "the weekend", "last weekend", "this weekend".
func (s *scanner) weekend(e *expression) (string, civil) {
	ref := s.ref.civil
	if !ref.whole() {
		return "XXXX-WXX-WE", civil{}
	}
	saturday := ref.plus(0, 0, 6-ref.weekday()) // of this week
	weeks := 0
	switch e.shift {
	case last:
		weeks = -1
	case next:
		weeks = 1
	default:
		if t := s.tense(e); ref.weekday() <= 4 && (t < 0 || t == 0 && e.shift == near) {
			weeks = -1
		}
	}
	return saturday.plus(0, 0, 7*weeks).week() + "-WE", civil{}
}
