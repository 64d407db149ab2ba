package times

import "stemma/internal/annotate/numerals"

// dayRange reads a second day behind one: "-14", "to 14th", "and 14".
func (s *scanner) dayRange(e expression) (day, first, end int, ok bool) {
	j := e.end
	switch s.Word(j) {
	case "-", "to", "and", "through", "until", "till", "or", "&":
		j++
	default:
		return 0, 0, 0, false
	}
	if s.Word(j) == "the" {
		j++
	}
	if s.Word(j) == "" || s.Tokens[j].Kind != numerals.Digits {
		return 0, 0, 0, false
	}
	day, end = s.ordinalDay(j)
	return day, j, end, day > e.day
}

// rangeEnd emits the second date of "January 10 to 14" and "10 to 14 January",
// and returns where to go on.
func (s *scanner) rangeEnd(e expression, i int) int {
	if e.day == 0 || e.month == 0 || e.typ != Date {
		return i
	}
	day, first, end, ok := s.dayRange(e)
	if !ok || months[s.Word(end)] > 0 || s.percentAt(end) {
		return i
	}
	if w := s.Word(end); end < len(s.Tokens) && s.Tokens[end].Kind == numerals.Word && (s.Word(e.end) == "and" || s.Word(e.end) == "or") && !datePrepositions[w] && w != "at" && w != "with" && w != "" {
		return i // "January 10 and 14 people"
	}
	second := e
	second.first, second.end, second.day = first, end, day
	if y, yearEnd := s.yearAt(s.comma(end)); y > 0 {
		second.year, second.end = y, yearEnd
	}
	if !second.valid() {
		return i
	}
	s.emit(second)
	return second.end
}
