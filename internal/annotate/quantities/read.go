package quantities

import (
	"strings"

	"stemma/internal/annotate/numerals"
	"stemma/internal/span"
)

// read reads the quantity that begins at tokens[i], keeps it, and returns the
// token after it; i if there is none.
func (s *scanner) read(i int) int {
	t := &s.Tokens[i]
	if t.Kind == numerals.Word && !starters[t.Lower] || t.Kind == numerals.Mark && !startingMarks[t.Lower] {
		return i
	}
	if end := s.age(i); end > i {
		return end
	}
	b, j := s.modifier(i)
	if j > i && (j >= len(s.Tokens) || s.Tokens[j].Break) {
		return i
	}
	p, ok := s.amount(j)
	if !ok {
		if j == i {
			return i
		}
		if _, k := s.modifier(i + 1); k > i+1 {
			return i // the modifier's own words may begin a shorter one
		}
		return i
	}
	p.first, p.bound = i, b
	return s.finish(p)
}

// starters are the words that a quantity can begin with.
var starters = func() map[string]bool {
	m := map[string]bool{"minus": true, "aged": true, "age": true}
	for w := range modifiers {
		m[w] = true
	}
	for w := range dollars {
		m[w] = true
	}
	for w := range codes {
		m[w] = true
	}
	for _, w := range numerals.Words() {
		m[w] = true
	}
	return m
}()

var startingMarks = func() map[string]bool {
	m := map[string]bool{"~": true, ">": true, "<": true, "-": true, "#": true, ",": true, "½": true, "¼": true, "¾": true, "(": true}
	for w := range signs {
		m[w] = true
	}
	return m
}()

// An amount is a number with its currency, before its unit is read.
type amount struct {
	first            int // token where the quantity begins, its modifier included
	number           int // token where the number's words begin
	end              int // token after the number
	low, high, place float64
	n                numerals.Number
	bound            bound
	currency         string
	money            bool
	negative         bool
	ranged           bool
}

// amount reads a currency sign and a number.
func (s *scanner) amount(i int) (amount, bool) {
	p := amount{first: i}
	j := i
	if w := s.Tokens[i].Lower; (w == "-" && s.Joined(i+1) && !s.Joined(i) || w == "minus") && s.Word(i+1) != "" {
		p.negative, j = true, i+1
	}
	j = s.currency(&p, j)
	if j >= len(s.Tokens) || j > i && s.Tokens[j].Break || s.timed[j] {
		return p, false
	}
	n, ok := numerals.Read(s.Tokens, j)
	if !ok || s.timed[n.Last-1] {
		return p, false
	}
	if s.Tokens[n.First].Lower == "a" || s.Tokens[n.First].Lower == "an" {
		if n.Exact() && n.Low == 1 {
			return p, false
		}
	}
	p.n, p.number, p.end, p.low, p.high, p.place = n, j, n.Last, n.Low, n.High, n.Place
	if p.money {
		s.shortScale(&p)
	}
	if p.negative {
		p.low, p.high = -p.high, -p.low
	}
	return p, p.money || s.counts(&p)
}

// currency reads what says before a number that it is money: "$", "US$", "EUR".
func (s *scanner) currency(p *amount, i int) int {
	w := s.Tokens[i].Lower
	if c, ok := signs[w]; ok {
		p.money, p.currency = true, c
		return i + 1
	}
	if w == "#" && s.Joined(i+1) { // archives write £ so
		if n, ok := numerals.Read(s.Tokens, i+1); ok && n.High >= 1e5 && n.Last > n.First+1 {
			p.money = true
			return i + 1
		}
	}
	if s.Tokens[i].Kind != numerals.Word || !s.Capital(i) {
		return i
	}
	if c, ok := dollars[w]; ok {
		next := s.Word(i + 1)
		if signs[next] != "" && (s.Joined(i+1) || len(w) > 1) {
			p.money, p.currency = true, c
			if next != "$" {
				p.currency = signs[next]
			}
			return i + 2
		}
		if next == "#" && w == "gb" {
			p.money, p.currency = true, c
			return i + 2
		}
	}
	if c, ok := codes[w]; ok && (s.Tokens[i].In(s.Text) == strings.ToUpper(w) || w == "rs") {
		j := i + 1
		if s.Word(j) == "." {
			j++
		}
		if s.Word(j) != "" && s.Tokens[j].Kind == numerals.Digits {
			p.money, p.currency = true, c
			return j
		}
	}
	return i
}

// shortScale reads the scales that only money has: "$3m", "€2b", "£1.5 M".
func (s *scanner) shortScale(p *amount) {
	if !p.n.InDigits || p.end != p.n.First+1 {
		return
	}
	scale := 0.0
	switch s.Word(p.end) {
	case "m":
		scale = 1e6
	case "b":
		scale = 1e9
	case "t":
		scale = 1e12
	}
	if scale == 0 || !s.Joined(p.end) {
		return
	}
	p.low, p.high, p.place, p.end = p.low*scale, p.high*scale, p.place*scale, p.end+1
}

// finish reads what stands behind the number, and keeps the quantity.
func (s *scanner) finish(p amount) int {
	if end := s.pairing(p); end > 0 {
		return end
	}
	s.rangeEnd(&p)
	q := Quantity{Number: s.span(p.number, p.end), Kind: Count}
	end, ok := s.unit(&p, &q)
	if !ok {
		return p.end
	}
	if q.Kind == Duration && s.Word(p.first) == "over" && p.bound == atLeast {
		p.bound, p.first = exact, p.number // "over two days" is as much as "during"
	}
	if s.Word(end) == "or" && (s.Word(end+1) == "more" || s.Word(end+1) == "so") {
		p.bound = atLeast
		if s.Word(end+1) == "so" {
			p.bound = about
		}
		end += 2
	} else if s.Word(p.end) == "+" && p.bound == exact {
		p.bound = atLeast
		end = max(end, p.end+1)
	}
	if p.bound == between {
		p.bound = exact
	}
	q.Low, q.High = interval(p.bound, p.low, p.high, p.place)
	q.Span = s.span(p.first, end)
	s.found = append(s.found, q)
	return end
}

func (s *scanner) span(first, end int) span.Span {
	return span.Span{Start: s.Tokens[first].Start, End: s.Tokens[end-1].End}
}

// rangeEnd reads the second number of "12 to 15", "200-250", "between $12
// million and $20 million".
func (s *scanner) rangeEnd(p *amount) {
	sep := s.Word(p.end)
	switch {
	case sep == "to" && !s.changes(p), sep == "-" && s.Joined(p.end) == s.Joined(p.end+1), sep == "and" && p.bound == between, sep == "or" && !p.n.InDigits:
	default:
		return
	}
	j := p.end + 1
	if s.Word(j) == "" || s.timed[j] {
		return
	}
	m := amount{}
	j = s.currency(&m, j)
	if s.Word(j) == "" {
		return
	}
	n, ok := numerals.Read(s.Tokens, j)
	if !ok || n.Ordinal || !n.Exact() || !p.n.Exact() || n.Fraction {
		return
	}
	m.n, m.end, m.high, m.place = n, n.Last, n.High, n.Place
	if p.money || m.money {
		s.shortScale(&m)
	}
	low := p.low
	if scale := m.high / n.High; scale > 1 && p.end == p.n.Last { // "$12-20m"
		low *= scale
	} else if n.Last > n.First+1 && n.InDigits && p.n.Last == p.n.First+1 && low < 1000 && m.high >= 1000 { // "12 to 20 million"
		if v, _, _, ok := numerals.ReadDigits(s.Tokens[n.First].Lower); ok && v > 0 {
			low *= n.High / v
		}
	}
	if m.high <= low && p.bound != between || sep == "to" && m.high > 10*low && m.currency != "" {
		return
	}
	p.low, p.high = min(low, m.high), max(low, m.high)
	p.end, p.ranged = m.end, true
	p.money = p.money || m.money
	if p.currency == "" {
		p.currency = m.currency
	}
}

// changes reports whether "A to B" speaks of a change: "rose from 5 to 7".
func (s *scanner) changes(p *amount) bool {
	for k := 1; k <= 6 && p.first-k >= 0; k++ {
		switch w := s.Tokens[p.first-k].Lower; w {
		case "rose", "rise", "rises", "rising", "fell", "fall", "falls", "falling", "grew", "grow", "increase", "increased", "increases", "cut", "cuts", "cutting", "reduced", "reduce", "dropped", "drop",
			"jumped", "climbed", "declined", "decline", "up", "down", "raised", "raise", "raising", "lowered", "went", "slashed", "expanded", "shrunk", "shrank", "soared", "risen", "fallen", "grown", "doubled":
			return true
		case ".":
			return false
		}
	}
	return false
}
