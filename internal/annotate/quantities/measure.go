package quantities

// measure reads units of measure and of time.
func (s *scanner) measure(p *amount, q *Quantity) (int, bool) {
	j := p.end
	if s.Word(j) == "-" && s.Joined(j) && s.Joined(j+1) {
		j++
	}
	w := s.Word(j)
	if w == "" {
		return j, false
	}
	switch {
	case w == "square" || w == "cubic" || w == "sq" || w == "nautical":
		k := j + 1
		if s.Word(k) == "." {
			k++
		}
		unit := measures[s.Word(k)]
		if unit == "" && s.Word(k) == "m" {
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
	case w == `"` && s.Joined(j) && p.n.InDigits && p.high < 120 && s.Before(p.number) != `"`:
		q.Kind, q.Unit = Measure, "inch"
		return j + 1, true
	case w == "°":
		q.Kind, q.Unit = Measure, "degree"
		switch s.Word(j + 1) {
		case "c":
			q.Unit, j = "degree Celsius", j+1
		case "f":
			q.Unit, j = "degree Fahrenheit", j+1
		}
		return j + 1, true
	case durations[w] != "" && !(s.Capital(j) && !s.Capital(p.first)):
		return s.durationUnit(p, q, j)
	case joinedOnly[w] != "" && s.Joined(j) && p.n.InDigits && j == p.end:
		return s.letterUnit(p, q, j)
	case measures[w] != "" && (p.n.InDigits || len(w) > 2) && w != "mp":
		q.Kind, q.Unit = Measure, measures[w]
		return s.measureTail(q, j+1), true
	case s.fuller(j) && durations[s.Word(j+1)] != "":
		return s.durationUnit(p, q, j+1)
	}
	return j, false
}

// measureTail reads "degrees Celsius", "km per hour", "km²".
func (s *scanner) measureTail(q *Quantity, j int) int {
	switch {
	case q.Unit == "degree" && (s.Word(j) == "celsius" || s.Word(j) == "fahrenheit" || s.Word(j) == "c" || s.Word(j) == "f"):
		q.Unit = map[byte]string{'c': "degree Celsius", 'f': "degree Fahrenheit"}[s.Word(j)[0]]
		return j + 1
	case s.Word(j) == "²" || s.Word(j) == "2" && s.Joined(j):
		q.Unit = "square " + q.Unit
		return j + 1
	case (s.Word(j) == "per" || s.Word(j) == "an") && s.Word(j+1) == "hour" || s.Word(j) == "/" && s.Word(j+1) == "h":
		q.Unit += " per hour"
		return j + 2
	}
	return j
}

// fuller are words between a number and a unit of time.
func (s *scanner) fuller(i int) bool {
	switch s.Word(i) {
	case "full", "more", "long", "straight", "consecutive", "additional", "whole", "further", "other":
		return true
	}
	return false
}

// durationUnit reads "years", "years old", "-year-old".
func (s *scanner) durationUnit(p *amount, q *Quantity, j int) (int, bool) {
	q.Kind, q.Unit = Duration, durations[s.Word(j)]
	end := j + 1
	k := end
	if s.Word(k) == "-" {
		k++
	}
	switch {
	case s.Word(k) == "old" || s.Word(k) == "olds":
		q.Kind, end = Age, k+1
	case s.Word(k) == "of" && s.Word(k+1) == "age":
		q.Kind, end = Age, k+2
	}
	if q.Unit == "second" && !p.n.InDigits && s.Word(j) == "second" {
		return end, false
	}
	return end, true
}

// letterUnit tells "1.5m people" from "100m".
func (s *scanner) letterUnit(p *amount, q *Quantity, j int) (int, bool) {
	w := s.Word(j)
	if s.Capital(j) && w != "c" && w != "f" && w != "m" && w != "w" && w != "v" {
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
	for k := i; k < i+3 && s.isWord(k) && !stops[s.Word(k)]; k++ {
		if plural(s.Word(k)) {
			return true
		}
	}
	return false
}
