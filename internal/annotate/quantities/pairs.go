package quantities

import (
	"strings"

	"stemma/internal/annotate/numerals"
	"stemma/internal/span"
)

// pairing reads two numbers that stand against each other, "52-48" and "3-1",
// and keeps each; 0 if there are none.
func (s *scanner) pairing(p amount) int {
	if !p.n.InDigits || p.money || p.n.Ordinal || p.end != p.number+1 || s.Word(p.end) != "-" || !s.Joined(p.end) || !s.Joined(p.end+1) || p.bound != exact {
		return 0
	}
	j := p.end + 1
	if j >= len(s.Tokens) || s.Tokens[j].Kind != numerals.Digits || s.timed[j] {
		return 0
	}
	n, ok := numerals.Read(s.Tokens, j)
	if !ok || n.Ordinal || n.Last != j+1 {
		return 0
	}
	kind := s.contest(p.first, n.Last)
	if kind == "" && (n.Low > p.low || s.Word(n.Last) == "%") {
		return 0
	}
	if kind == "" {
		kind = Score
	}
	for _, k := range [...]int{p.number, j} {
		v := p.low
		if k == j {
			v = n.Low
		}
		at := span.Span{Start: s.Tokens[k].Start, End: s.Tokens[k].End}
		q := Quantity{Span: at, Number: at, Kind: kind, Low: &v, High: &v}
		if kind == Vote {
			q.Unit = "vote"
		}
		s.found = append(s.found, q)
	}
	return n.Last
}

// contest says from the nearest word that knows whether numbers are votes or
// scores.
func (s *scanner) contest(i, end int) string {
	const reach = 8
	for k := 1; k <= reach; k++ {
		for _, at := range [...]int{i - k, end + k - 1} {
			if at < 0 || at >= len(s.Tokens) {
				continue
			}
			switch w := s.Tokens[at].Lower; {
			case strings.HasPrefix(w, "vote"), strings.HasPrefix(w, "voting"), contests[w] == Vote:
				return Vote
			case contests[w] == Score:
				return Score
			}
		}
	}
	return ""
}

// contests are words beside the numbers of a vote or a match.
var contests = map[string]string{
	"ballot": Vote, "majority": Vote, "senate": Vote, "parliament": Vote, "lawmakers": Vote,
	"won": Score, "beat": Score, "lost": Score, "draw": Score, "drew": Score, "defeat": Score, "defeated": Score, "win": Score,
	"victory": Score, "score": Score, "scored": Score, "lead": Score, "led": Score, "match": Score, "game": Score, "loss": Score,
}

// age reads "Jones, 42," and "aged 42".
func (s *scanner) age(i int) int {
	number := 0
	switch s.Tokens[i].Lower {
	case ",":
		if s.Capital(i-1) && !s.Tokens[i].Break && s.Word(i+1) != "" {
			number = i + 1
		}
	case "aged":
		number = i + 1
	case "age":
		number = i + 1
		if s.Word(number) == "of" {
			number++
		}
	}
	if number == 0 || s.Word(number) == "" || s.timed[number] {
		return i
	}
	n, ok := numerals.Read(s.Tokens, number)
	if !ok || n.Ordinal || !n.Exact() || n.Low > 120 || n.Low < 1 || n.Fraction {
		return i
	}
	first := i
	if s.Tokens[i].Lower == "," {
		first = number
		after := s.Word(n.Last)
		if !n.InDigits || n.Last != number+1 || len(s.Tokens[number].Lower) != 2 || after != "," && after != "." && after != "" || n.Low < 10 {
			return i
		}
	}
	end := n.Last
	v := n.Low
	q := Quantity{Span: s.span(first, end), Number: s.span(number, end), Low: &v, High: &v, Unit: "year", Kind: Age}
	s.found = append(s.found, q)
	return end
}
