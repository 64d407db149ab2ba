package quantities

import (
	"strings"
)

// unit reads what the number counts or measures; the result is the token after
// it. ok is false where the number turns out to be none of a quantity.
func (s *scanner) unit(p *amount, q *Quantity) (end int, ok bool) {
	end = p.end
	if p.n.Ordinal {
		return s.ordinal(p, q)
	}
	if end, ok := s.percent(end, q); ok {
		return end, true
	}
	if end, ok := s.money(p, q); ok {
		return end, true
	}
	if end, ok := s.measure(p, q); ok {
		return end, true
	}
	if s.isWord(p.end) && s.Joined(p.end) {
		return p.end, false // "3G"
	}
	if p.n.Fraction {
		return s.share(p, q)
	}
	end, found := s.counted(p, q)
	if s.Tokens[p.number].Lower == "one" && p.end == p.number+1 && !p.ranged {
		return end, found && (persons[q.Noun] || p.bound != exact || p.first < p.number)
	}
	return end, found || s.bare(p)
}

// percent reads "%", "per cent", "percentage points".
func (s *scanner) percent(i int, q *Quantity) (int, bool) {
	j := i
	if s.Word(j) == "-" && s.Joined(j) {
		j++
	}
	switch w := s.Word(j); {
	case w == "%", w == "percent", w == "pct", w == "pc" && s.Joined(j):
		j++
	case w == "per" && s.Word(j+1) == "cent":
		j += 2
	case w == "percentage" && strings.HasPrefix(s.Word(j+1), "point"):
		q.Kind, q.Unit = Percent, "percentage point"
		return j + 2, true
	case w == "basis" && strings.HasPrefix(s.Word(j+1), "point"):
		q.Kind, q.Unit = Percent, "basis point"
		return j + 2, true
	default:
		return i, false
	}
	q.Kind, q.Unit = Percent, "percent"
	if s.Word(j) == "-" && s.Word(j+1) == "point" {
		return j, true
	}
	if strings.HasPrefix(s.Word(j), "point") {
		q.Unit = "percentage point"
		j++
	}
	return j, true
}

// share reads what a fraction is of: "half of the voters", "two thirds of them".
func (s *scanner) share(p *amount, q *Quantity) (int, bool) {
	q.Kind = Share
	j := p.end
	switch s.Word(j) {
	case "of":
		j++
	case "the", "a", "an", "its", "their", "his", "her", "our", "all":
	default:
		single := s.Tokens[p.number].Lower
		return j, single != "half" && single != "a" && s.Word(j) != "-" || p.bound != exact
	}
	for range 2 {
		if determiners[s.Word(j)] {
			j++
		}
	}
	if s.Word(j) == "" {
		return p.end, true
	}
	if end, noun := s.noun(j, true); noun != "" {
		q.Noun = noun
		return end, true
	}
	return p.end, true
}

// ordinal reads "third meeting": an ordinal counts where it is told of what.
func (s *scanner) ordinal(p *amount, q *Quantity) (int, bool) {
	if p.n.Low == 1 || p.money || !p.n.Exact() {
		return p.end, false
	}
	j := p.end
	if s.Word(j) == "-" || !s.isWord(j) || stops[s.Word(j)] {
		return p.end, false
	}
	end, noun := s.noun(j, true)
	if noun == "" {
		return p.end, false
	}
	q.Kind, q.Ordinal = Ordinal, true
	s.name(q, noun)
	return end, true
}

// counted reads the noun that a number counts: "57-country", "30 NATO members",
// "tens of thousands of troops".
func (s *scanner) counted(p *amount, q *Quantity) (int, bool) {
	j := p.end
	if s.Word(j) == "+" {
		j++
	}
	if s.Word(j) == "-" && s.Joined(j) {
		if !s.Joined(j+1) || !s.isWord(j+1) || s.Capital(j+1) {
			return p.end, false
		}
		noun := singular(s.Word(j + 1))
		s.name(q, noun)
		return j + 2, true
	}
	if s.Word(j) == "of" {
		j++
		for range 2 {
			if determiners[s.Word(j)] {
				j++
			}
		}
	} else if s.Word(j) == "more" || s.Word(j) == "other" {
		j++
	}
	if !s.isWord(j) {
		return p.end, false
	}
	if s.Word(j) == "them" && s.Word(j-1) == "of" {
		return s.ofThem(p, q, j+1)
	}
	end, noun := s.noun(j, p.low == 1 && p.high == 1)
	if noun == "" {
		return p.end, false
	}
	s.regroup(p)
	s.name(q, noun)
	return end, true
}

// ofThem gives "3 of them" what was counted just before.
func (s *scanner) ofThem(p *amount, q *Quantity, end int) (int, bool) {
	if len(s.found) == 0 {
		return p.end, false
	}
	const near = 200
	them := s.found[len(s.found)-1]
	if them.Kind != Count || them.Noun == "" || s.Tokens[p.number].Start-them.End > near {
		return p.end, false
	}
	q.Noun, q.Unit = them.Noun, them.Unit
	return end, true
}

// regroup reads "12.500 men" as thousands: people don't come in fractions.
func (s *scanner) regroup(p *amount) {
	if p.n.Grouped && p.end == p.n.First+1 {
		p.low, p.high, p.place = p.low*1000, p.high*1000, 1
	}
}

// name sets the unit of a counted noun.
func (s *scanner) name(q *Quantity, noun string) {
	q.Noun, q.Unit = noun, noun
	if persons[noun] {
		q.Unit = "person"
	}
}

// bare decides whether a number without a noun is a quantity.
func (s *scanner) bare(p *amount) bool {
	w := s.Tokens[p.number].Lower
	switch {
	case w == "one" || w == "zero":
		return p.bound != exact
	case p.bound != exact || p.ranged || !p.n.Exact():
		return true
	case !p.n.InDigits:
		prev := s.Before(p.first)
		return p.n.Last > p.n.First+1 || !determiners[prev] && prev != "other" && prev != "number"
	}
	switch prev := s.Before(p.number); {
	case strings.Contains(s.Tokens[p.number].Lower, ",") || s.Word(p.end) == "+":
	case determiners[prev] && prev != "all", pointing[prev], prev == "s" && s.Before(p.number-1) == "'":
		return false // "the 787", "its new 747"
	case s.tag(p.end) == "NOUN" && !s.Capital(p.end):
		return false // "the first 787 airliner": counted things are in the plural
	}
	d := s.Tokens[p.number].Lower
	if len(d) > 1 && d[0] == '0' && !strings.ContainsAny(d, ".,") {
		return false
	}
	return !(len(d) == 4 && p.low >= 1900 && p.low < 2100 && strings.Trim(d, "0123456789") == "")
}

// pointing are adjectives that a number without a noun doesn't follow unless it
// is a name.
var pointing = map[string]bool{
	"new": true, "final": true, "larger": true, "latest": true, "next": true, "first": true, "last": true, "old": true, "older": true, "smaller": true, "original": true,
	"previous": true, "range": true, "version": true, "this": true, "that": true,
}
