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
	if s.isWord(p.end) && s.joined(p.end) {
		return p.end, false // "3G"
	}
	if p.n.Fraction {
		return s.share(p, q)
	}
	end, found := s.counted(p, q)
	if s.tokens[p.number].Lower == "one" && p.end == p.number+1 && !p.ranged {
		return end, found && (persons[q.Noun] || p.bound != exact || p.first < p.number)
	}
	return end, found || s.bare(p)
}

// percent reads "%", "per cent", "percentage points".
func (s *scanner) percent(i int, q *Quantity) (int, bool) {
	j := i
	if s.word(j) == "-" && s.joined(j) {
		j++
	}
	switch w := s.word(j); {
	case w == "%", w == "percent", w == "pct", w == "pc" && s.joined(j):
		j++
	case w == "per" && s.word(j+1) == "cent":
		j += 2
	case w == "percentage" && strings.HasPrefix(s.word(j+1), "point"):
		q.Kind, q.Unit = Percent, "percentage point"
		return j + 2, true
	case w == "basis" && strings.HasPrefix(s.word(j+1), "point"):
		q.Kind, q.Unit = Percent, "basis point"
		return j + 2, true
	default:
		return i, false
	}
	q.Kind, q.Unit = Percent, "percent"
	if s.word(j) == "-" && s.word(j+1) == "point" {
		return j, true
	}
	if strings.HasPrefix(s.word(j), "point") {
		q.Unit = "percentage point"
		j++
	}
	return j, true
}

// money reads the currency behind a number, or settles that it stood before it.
func (s *scanner) money(p *amount, q *Quantity) (int, bool) {
	j := p.end
	if s.word(j) == "(" && s.word(j+2) == ")" && codes[s.word(j+1)] != "" && p.money {
		q.Kind, q.Unit = Money, codes[s.word(j+1)]
		return j + 3, true
	}
	if s.word(j) == "-" && s.joined(j) && currencies[s.word(j+1)] != "" {
		j++
	}
	w := s.word(j)
	code := ""
	switch {
	case w == "of" && !p.n.Exact() && currencies[s.word(j+1)] != "": // "billions of euros"
		code, j = currencies[s.word(j+1)], j+2
	case (w == "cents" || w == "cent" || w == "pence") && !p.money:
		q.Kind, q.Unit = Money, map[byte]string{'c': "cent", 'p': "penny"}[w[0]]
		return j + 1, true
	case currencies[w] != "" && !(w == "dong" || w == "rand" && s.capital(j)):
		code, j = currencies[w], j+1
	case codes[w] != "" && s.capital(j) && w != "try":
		code, j = codes[w], j+1
		if s.word(j) == "dollars" || s.word(j) == "dollar" {
			j++
		}
	case w == "won" && p.low >= 1e6:
		code, j = "KRW", j+1
	case w == "pounds" && (p.low >= 1e6 || s.costs(p.first)):
		code, j = "GBP", j+1
	case (w == "us" || w == "u") && s.capital(j):
		k := j + 1
		if w == "u" && s.word(k) == "." {
			k += 3
		}
		if s.word(k) == "dollars" || s.word(k) == "dollar" {
			code, j = "USD", k+1
		}
	case whose[w] != "" && (currencies[s.word(j+1)] != "" || s.word(j+1) == "pounds" || s.word(j+1) == "won" || s.word(j+1) == "kroner"):
		code, j = whose[w], j+2
	case w == "hong" && s.word(j+1) == "kong" && s.word(j+2) == "dollars":
		code, j = "HKD", j+3
	}
	if code == "" && !p.money {
		return p.end, false
	}
	if code == "" {
		code, j = p.currency, p.end
	} else if p.currency != "" && p.currency != "USD" {
		code = p.currency
	}
	q.Kind, q.Unit = Money, code
	return j, true
}

// costs reports whether a word before i speaks of money.
func (s *scanner) costs(i int) bool {
	const reach = 5
	for k := i - 1; k >= 0 && i-k <= reach; k-- {
		switch s.tokens[k].Lower {
		case "cost", "costs", "costing", "worth", "paid", "pay", "price", "priced", "fined", "fine", "spent", "spend", "earn", "earned", "salary", "fee", "debt", "loan", "raised", "sold", "bought", "reward", "million":
			return true
		case ".":
			return false
		}
	}
	return false
}

// measure reads units of measure and of time.
func (s *scanner) measure(p *amount, q *Quantity) (int, bool) {
	j := p.end
	if s.word(j) == "-" && s.joined(j) && s.joined(j+1) {
		j++
	}
	w := s.word(j)
	if w == "" {
		return j, false
	}
	switch {
	case w == "square" || w == "cubic" || w == "sq" || w == "nautical":
		k := j + 1
		if s.word(k) == "." {
			k++
		}
		unit := measures[s.word(k)]
		if unit == "" && s.word(k) == "m" {
			unit = "metre"
		}
		if unit == "" {
			return j, false
		}
		if w == "sq" {
			w = "square"
		}
		q.Kind, q.Unit = Measure, w+" "+unit
		return k + 1, true
	case w == `"` && s.joined(j) && p.n.InDigits && p.high < 120 && s.before(p.number) != `"`:
		q.Kind, q.Unit = Measure, "inch"
		return j + 1, true
	case w == "°":
		q.Kind, q.Unit = Measure, "degree"
		switch s.word(j + 1) {
		case "c":
			q.Unit, j = "degree Celsius", j+1
		case "f":
			q.Unit, j = "degree Fahrenheit", j+1
		}
		return j + 1, true
	case durations[w] != "" && !(s.capital(j) && !s.capital(p.first)):
		return s.durationUnit(p, q, j)
	case joinedOnly[w] != "" && s.joined(j) && p.n.InDigits && j == p.end:
		return s.letterUnit(p, q, j)
	case measures[w] != "" && (p.n.InDigits || len(w) > 2) && w != "mp":
		q.Kind, q.Unit = Measure, measures[w]
		return s.measureTail(q, j+1), true
	case s.fuller(j) && durations[s.word(j+1)] != "":
		return s.durationUnit(p, q, j+1)
	}
	return j, false
}

// measureTail reads "degrees Celsius", "km per hour", "km²".
func (s *scanner) measureTail(q *Quantity, j int) int {
	switch {
	case q.Unit == "degree" && (s.word(j) == "celsius" || s.word(j) == "fahrenheit" || s.word(j) == "c" || s.word(j) == "f"):
		q.Unit = map[byte]string{'c': "degree Celsius", 'f': "degree Fahrenheit"}[s.word(j)[0]]
		return j + 1
	case s.word(j) == "²" || s.word(j) == "2" && s.joined(j):
		q.Unit = "square " + q.Unit
		return j + 1
	case (s.word(j) == "per" || s.word(j) == "an") && s.word(j+1) == "hour" || s.word(j) == "/" && s.word(j+1) == "h":
		q.Unit += " per hour"
		return j + 2
	}
	return j
}

// fuller are words between a number and a unit of time.
func (s *scanner) fuller(i int) bool {
	switch s.word(i) {
	case "full", "more", "long", "straight", "consecutive", "additional", "whole", "further", "other":
		return true
	}
	return false
}

// durationUnit reads "years", "years old", "-year-old".
func (s *scanner) durationUnit(p *amount, q *Quantity, j int) (int, bool) {
	q.Kind, q.Unit = Duration, durations[s.word(j)]
	end := j + 1
	k := end
	if s.word(k) == "-" {
		k++
	}
	switch {
	case s.word(k) == "old" || s.word(k) == "olds":
		q.Kind, end = Age, k+1
	case s.word(k) == "of" && s.word(k+1) == "age":
		q.Kind, end = Age, k+2
	}
	if q.Unit == "second" && !p.n.InDigits && s.word(j) == "second" {
		return end, false
	}
	return end, true
}

// letterUnit tells "1.5m people" from "100m".
func (s *scanner) letterUnit(p *amount, q *Quantity, j int) (int, bool) {
	w := s.word(j)
	if s.capital(j) && w != "c" && w != "f" && w != "m" && w != "w" && w != "v" {
		return j, false
	}
	if w == "m" && (p.low < 20 || s.nounFollows(j+1)) {
		p.low, p.high, p.place, p.end = p.low*1e6, p.high*1e6, p.place*1e6, j+1
		q.Number = s.span(p.number, p.end)
		return j, false
	}
	if w == "f" && p.low < 0 || w == "g" && p.low <= 6 {
		return j, false // "3G", "5G" are networks
	}
	q.Kind, q.Unit = Measure, joinedOnly[w]
	return j + 1, true
}

// nounFollows reports whether a plural noun stands within three words.
func (s *scanner) nounFollows(i int) bool {
	for k := i; k < i+3 && s.isWord(k) && !stops[s.word(k)]; k++ {
		if plural(s.word(k)) {
			return true
		}
	}
	return false
}

// share reads what a fraction is of: "half of the voters", "two thirds of them".
func (s *scanner) share(p *amount, q *Quantity) (int, bool) {
	q.Kind = Share
	j := p.end
	switch s.word(j) {
	case "of":
		j++
	case "the", "a", "an", "its", "their", "his", "her", "our", "all":
	default:
		single := s.tokens[p.number].Lower
		return j, single != "half" && single != "a" && s.word(j) != "-" || p.bound != exact
	}
	for range 2 {
		if determiners[s.word(j)] {
			j++
		}
	}
	if s.word(j) == "" {
		return p.end, true
	}
	if end, noun := s.noun(j, false); noun != "" {
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
	if s.word(j) == "-" || !s.isWord(j) || stops[s.word(j)] {
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
	if s.word(j) == "+" {
		j++
	}
	if s.word(j) == "-" && s.joined(j) {
		if !s.joined(j+1) || !s.isWord(j+1) || s.capital(j+1) {
			return p.end, false
		}
		noun := singular(s.word(j + 1))
		s.name(q, noun)
		return j + 2, true
	}
	if s.word(j) == "of" {
		j++
		for range 2 {
			if determiners[s.word(j)] {
				j++
			}
		}
	} else if s.word(j) == "more" || s.word(j) == "other" {
		j++
	}
	if !s.isWord(j) {
		return p.end, false
	}
	if s.word(j) == "them" && s.word(j-1) == "of" {
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
	if them.Kind != Count || them.Noun == "" || s.tokens[p.number].Start-them.End > near {
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
	w := s.tokens[p.number].Lower
	switch {
	case w == "one" || w == "zero":
		return p.bound != exact
	case p.bound != exact || p.ranged || !p.n.Exact():
		return true
	case !p.n.InDigits:
		prev := s.before(p.first)
		return p.n.Last > p.n.First+1 || !determiners[prev] && prev != "other" && prev != "number"
	}
	switch prev := s.before(p.number); {
	case strings.Contains(s.tokens[p.number].Lower, ",") || s.word(p.end) == "+":
	case determiners[prev] && prev != "all", pointing[prev], prev == "s" && s.before(p.number-1) == "'":
		return false // "the 787", "its new 747"
	}
	d := s.tokens[p.number].Lower
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
