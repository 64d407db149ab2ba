package quantities

import (
	"strings"

	"stemma/internal/annotate/numerals"
)

// learnNames collects the numbers that stand as names somewhere in the text, so
// that "the larger 777" is known from "Boeing 777". Short ones are left: in
// titles every number has a capital before it.
func (s *scanner) learnNames() {
	s.named = map[string]bool{}
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Kind == numerals.Digits && len(t.Lower) == 3 && t.Lower[1:] != "00" && !t.Break && t.Spaced && s.nameLike(i-1) && !s.opens(i-1) && !functionWord(s.Before(i)) &&
			!(s.isWord(i+1) && (plural(s.Word(i+1)) || measures[s.Word(i+1)] != "" || s.Word(i+1) == "million")) {
			s.named[t.Lower] = true
		}
	}
}

// nameLike reports whether tokens[i] is a word with a capital, at its beginning
// or inside ("iOS").
func (s *scanner) nameLike(i int) bool {
	if i < 0 || s.Tokens[i].Kind != numerals.Word {
		return false
	}
	return s.Tokens[i].In(s.Text) != s.Tokens[i].Lower
}

// labels are words whose number is a name: "Article 5", "page 12".
var labels = map[string]bool{
	"no": true, "number": true, "article": true, "articles": true, "chapter": true, "page": true, "pages": true, "section": true, "flight": true, "route": true, "room": true, "channel": true,
	"act": true, "phase": true, "type": true, "resolution": true, "highway": true, "grade": true, "size": true, "version": true, "figure": true, "table": true, "paragraph": true, "line": true,
	"gate": true, "platform": true, "block": true, "apartment": true, "suite": true, "psalm": true, "verse": true, "episode": true, "season": true, "part": true, "volume": true, "vol": true,
	"level": true, "category": true, "class": true, "series": true, "model": true, "mark": true, "mk": true, "site": true, "reactor": true, "building": true, "exit": true, "interstate": true,
	"group": true, "unit": true, "district": true, "ward": true, "zone": true, "lot": true, "track": true, "amendment": true, "rule": true, "title": true, "formula": true,
	"covid": true, "g": true, "boeing": true, "airbus": true, "division": true, "step": true, "tel": true, "phone": true, "fax": true, "box": true, "stage": true, "iphone": true, "windows": true,
}

// streets end an address that a number begins.
var streets = map[string]bool{
	"street": true, "st": true, "avenue": true, "ave": true, "road": true, "rd": true, "lane": true, "drive": true, "boulevard": true, "blvd": true, "square": true, "way": true, "court": true, "place": true, "terrace": true,
}

// counts decides from what stands beside a number in digits whether it counts or
// names.
func (s *scanner) counts(p *amount) bool {
	i, end := p.number, p.end
	if !p.n.InDigits {
		return s.wordCounts(p)
	}
	if s.Joined(i) && !p.negative && !s.mayPrecede(i) {
		return false
	}
	if !s.mayFollow(end) {
		return false
	}
	prev := s.Before(i)
	if prev == "." && i > 1 { // "No. 5"
		prev = s.Tokens[i-2].Lower
		if !labels[prev] {
			prev = "."
		}
	}
	plain := p.end == i+1 && !strings.Contains(s.Tokens[i].Lower, ",") && !p.n.Ordinal
	if plain && s.named[s.Tokens[i].Lower] && s.Word(end) != "%" && s.Word(end) != "percent" {
		return false
	}
	if labels[prev] && !(prev == "no" && s.Before(i) == "no") && plain || prev == "number" || prev == "'" && s.Joined(i) {
		return false
	}
	if s.address(end) || s.telephone(i, end) || s.web(i) {
		return false
	}
	if plain && s.nameLike(i-1) && !s.Tokens[i].Break && !s.opens(i-1) && s.Before(i) == prev && !functionWord(prev) {
		// "Boeing 747"; but "Police Arrest 12 People" in a title
		return s.isWord(end) && plural(s.Word(end)) && (s.Capital(end) || persons[singular(s.Word(end))]) || s.Word(end) == "%" || durations[s.Word(end)] != "" && plural(s.Word(end))
	}
	if p.n.Ordinal && s.Capital(end) && !s.Capital(i-1) {
		return false // "36th Street", "101st Airborne"
	}
	return true
}

func functionWord(w string) bool { return stops[w] || determiners[w] }

// mayPrecede reports whether what is joined to a number's front leaves it a
// number: brackets and quotes do, letters and hyphens don't.
func (s *scanner) mayPrecede(i int) bool {
	switch s.Tokens[i-1].Lower {
	case "(", "[", `"`, "'", "~", "±", "<", ">", ",", "*", "=":
		return true
	case "-", "/":
		return false
	}
	return s.Tokens[i-1].Lower == ":" || s.Tokens[i-1].Lower == "." && i > 1 && s.Tokens[i-2].Kind == numerals.Word && len(s.Tokens[i-2].Lower) > 3
}

// mayFollow reports whether what is joined to a number's back leaves it one.
func (s *scanner) mayFollow(end int) bool {
	if end >= len(s.Tokens) || s.Tokens[end].Spaced {
		return true
	}
	t := s.Tokens[end]
	switch {
	case t.Kind == numerals.Word:
		return measures[t.Lower] != "" || joinedOnly[t.Lower] != "" || durations[t.Lower] != "" || t.Lower == "pc" || codes[t.Lower] != "" || t.Lower == "x" && s.Joined(end+1)
	case t.Lower == "/" || t.Lower == ":" || t.Lower == "_" || t.Lower == "@" || t.Lower == "#":
		return false
	case t.Lower == ".":
		return end+1 >= len(s.Tokens) || s.Tokens[end+1].Spaced || s.Tokens[end+1].Kind != numerals.Digits
	}
	return true
}

// address reports whether a street's name follows: "10 Downing Street".
func (s *scanner) address(end int) bool {
	for k := end; k < end+4 && s.isWord(k) && s.Capital(k); k++ {
		if k > end && streets[s.Word(k)] {
			return true
		}
	}
	return false
}

// telephone reports whether the number is part of a row of numbers with hyphens
// or points between: "555-123-4567".
func (s *scanner) telephone(i, end int) bool {
	dashed := func(k int) bool {
		return s.Word(k) == "-" && s.Joined(k) && s.Joined(k+1) && k+1 < len(s.Tokens) && s.Tokens[k+1].Kind == numerals.Digits
	}
	if dashed(end) && dashed(end+2) {
		return true
	}
	if i > 0 && s.Tokens[i-1].Lower == "+" && s.Joined(i) && len(s.Tokens[i].Lower) <= 3 {
		return true
	}
	row := 0
	for k := end; k < len(s.Tokens) && s.Tokens[k].Kind == numerals.Digits && !s.Tokens[k].Break; k++ {
		if row++; row >= 2 {
			return true
		}
	}
	return row == 1 && i > 0 && s.Tokens[i-1].Kind == numerals.Digits && !s.Tokens[i].Break
}

// web reports whether the number stands in a web or mail address.
func (s *scanner) web(i int) bool {
	const most = 80
	from, to := s.Tokens[i].Start, s.Tokens[i].End
	for n := 0; from > 0 && n < most && s.Text[from-1] > ' '; n++ {
		from--
	}
	for n := 0; to < len(s.Text) && n < most && s.Text[to] > ' '; n++ {
		to++
	}
	chunk := s.Text[from:to]
	return len(chunk) > 6 && (strings.Contains(chunk, "://") || strings.Contains(chunk, "www.") || strings.Contains(chunk, "@") || strings.Contains(chunk, ".com"))
}

// wordCounts is counts for numbers in words.
func (s *scanner) wordCounts(p *amount) bool {
	i := p.number
	w := s.Tokens[i].Lower
	switch {
	case s.Joined(i) && s.Tokens[i-1].Lower == "-":
		return false
	case w == "one":
		prev := s.Before(i)
		next := s.Word(p.end)
		return next != "of" && next != "another" && prev != "no" && prev != "the" && prev != "this" && prev != "that" && prev != "any" && prev != "every" && prev != "which" && prev != "each" && next != "day" && next != "hand" && next != "time"
	case w == "second" || w == "first":
		return p.n.Last > p.n.First+1 || w == "second" && determiners[s.Before(i)]
	case p.n.Ordinal && s.Capital(i) && s.Capital(i+1):
		return false
	case w == "tens" && p.end == p.number+1, w == "scores" && s.Word(p.end) != "of":
		return false
	case s.Capital(i) && !s.opens(i) && s.Capital(i-1) && s.Capital(p.end) && !plural(s.Word(p.end)):
		return false // "Channel Four News"
	}
	return true
}
