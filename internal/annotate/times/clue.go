package times

// A Clue is what the words of a time say by themselves, before it is known when
// they were written. What they don't say is 0.
type Clue struct {
	Year, Month, Day int
	Weekday          int  // 1 Monday to 7 Sunday
	Days             int  // how many days from the article's own: -1 for "yesterday"
	Near             bool // Days counts: "yesterday", "today", "tomorrow"
	This             bool // "this Thursday": of the article's own week
}

// ReadClue reads the words of a time of the text again.
func ReadClue(t Time, text string) Clue {
	s := scan(t.In(text), stamp{hour: -1, minute: -1})
	if len(s.found) == 0 {
		return Clue{}
	}
	e := s.found[0].expression
	c := Clue{Year: e.year, Month: e.month, Day: e.day, Weekday: e.weekday, This: e.shift == this}
	if e.offset && e.unit == 'D' && !e.anchored {
		c.Days, c.Near = int(e.count), true
	}
	return c
}
