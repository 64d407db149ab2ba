package times

import (
	"strconv"
	"strings"

	"stemma/internal/annotate/numerals"
)

// numeric reads dates in digits: "2022-01-13", "13/01/2022", "01/13/22",
// "13.01.2022".
func (s *scanner) numeric(i int) (expression, bool) {
	e := expression{first: i, typ: Date}
	if s.Joined(i) && (s.Tokens[i-1].Kind == numerals.Word || s.Tokens[i-1].Lower == "-" && s.Joined(i-1)) {
		return e, false
	}
	var fields [3]string
	n := 1
	fields[0] = s.Tokens[i].Lower
	e.end = i + 1
	if strings.Count(fields[0], ".") == 2 && !strings.Contains(fields[0], ",") {
		copy(fields[:], strings.Split(fields[0], "."))
		n = 3
	} else if sep := s.Word(i + 1); sep == "/" || sep == "-" {
		for n < 3 && s.Word(e.end) == sep && s.Joined(e.end) && s.Joined(e.end+1) && e.end+1 < len(s.Tokens) && s.Tokens[e.end+1].Kind == numerals.Digits {
			fields[n] = s.Tokens[e.end+1].Lower
			n++
			e.end += 2
		}
		if n == 3 && s.Word(e.end) == sep && s.Joined(e.end) {
			return e, false
		}
		if n == 2 {
			return s.twoFields(e, fields, sep)
		}
	}
	if n < 3 {
		return e, false
	}
	var v [3]int
	for k, f := range fields {
		x, err := strconv.Atoi(f)
		if err != nil {
			return e, false
		}
		v[k] = x
	}
	switch {
	case len(fields[0]) == 4 && len(fields[1]) <= 2 && len(fields[2]) <= 2:
		e.civil = civil{v[0], v[1], v[2]}
	case len(fields[0]) <= 2 && len(fields[1]) <= 2 && (len(fields[2]) == 4 || len(fields[2]) == 2):
		y := v[2]
		if len(fields[2]) == 2 {
			y = s.century(y)
		}
		e.civil = s.order(v[0], v[1], y, strings.Contains(s.Tokens[i].Lower, "."))
	default:
		return e, false
	}
	return e, e.valid() && e.year >= 1000 && e.year < 2200
}

// twoFields reads "2022-01", "9/11", and "1/13" behind a weekday.
func (s *scanner) twoFields(e expression, fields [3]string, sep string) (expression, bool) {
	a, errA := strconv.Atoi(fields[0])
	b, errB := strconv.Atoi(fields[1])
	switch {
	case errA != nil || errB != nil:
		return e, false
	case len(fields[0]) == 4 && len(fields[1]) == 2 && b >= 1 && b <= 12 && a >= 1900 && a < 2100 && s.Word(e.first+1) == "-" && s.Text[s.Tokens[e.first+1].Start] == '-':
		e.civil = civil{year: a, month: b}
		return e, true
	case sep == "/" && fields[0] == "9" && fields[1] == "11":
		e.civil = civil{2001, 9, 11}
		return e, true
	case sep == "/" && len(fields[0]) <= 2 && len(fields[1]) <= 2 && (weekdays[s.Before(e.first)] > 0 || s.Before(e.first) == "," && e.first > 1 && weekdays[s.Tokens[e.first-2].Lower] > 0):
		e.civil = s.order(a, b, 0, false)
		return e, e.valid()
	}
	return e, false
}

// order decides which of a and b is the day: by what is possible, by the
// article's other dates, by which reading is nearer to the article's own time,
// by custom (points: the day first; else the month).
func (s *scanner) order(a, b, year int, points bool) civil {
	monthFirst, dayFirst := civil{year, a, b}, civil{year, b, a}
	switch {
	case a > 12 || !monthFirst.valid():
		return dayFirst
	case b > 12 || s.monthsFirst && !s.daysFirst:
		return monthFirst
	case s.daysFirst && !s.monthsFirst:
		return dayFirst
	case s.ref.whole() && year > 0 && a != b:
		x, y := abs(monthFirst.days()-s.ref.days()), abs(dayFirst.days()-s.ref.days())
		if x != y && min(x, y) < 31 {
			if y < x {
				return dayFirst
			}
			return monthFirst
		}
	}
	if points {
		return dayFirst
	}
	return monthFirst
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// learnOrder looks at the article's numeric dates that can be read in one way
// only.
func (s *scanner) learnOrder() {
	for i := 0; i+4 < len(s.Tokens); i++ {
		if s.Tokens[i].Kind != numerals.Digits || s.Tokens[i+1].Lower != "/" || s.Tokens[i+2].Kind != numerals.Digits ||
			s.Tokens[i+3].Lower != "/" || s.Tokens[i+4].Kind != numerals.Digits || s.Tokens[i+1].Spaced || s.Tokens[i+2].Spaced {
			continue
		}
		a, _ := strconv.Atoi(s.Tokens[i].Lower)
		b, _ := strconv.Atoi(s.Tokens[i+2].Lower)
		s.daysFirst = s.daysFirst || a > 12 && a <= 31 && b <= 12
		s.monthsFirst = s.monthsFirst || b > 12 && b <= 31 && a <= 12
	}
}
