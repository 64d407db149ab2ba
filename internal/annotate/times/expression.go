package times

// Values that point without saying when.
const (
	presentRef = "PRESENT_REF"
	pastRef    = "PAST_REF"
	futureRef  = "FUTURE_REF"
)

// Types of a Time, after TIMEX3.
const (
	Date     = "DATE"
	TimeOf   = "TIME"
	Duration = "DURATION"
	Set      = "SET"
)

// A shift says which of its kind a calendar word means.
type shift int

const (
	near shift = iota // "Thursday": by tense
	last              // "last Thursday"
	this              // "this Thursday"
	next              // "next Thursday"
)

// An expression is what words say about a time before it is known when they were
// written. tokens[first:last] spell it.
type expression struct {
	first, end int
	typ        string
	fixed      string // the whole value, where it depends on nothing

	civil          // a calendar date, as much of it as is said
	weekday int    // 1 Monday to 7 Sunday
	part    string // season, quarter, half or weekend: "SU", "Q3", "H1", "WE"
	feast   feast  // a holiday
	shift   shift

	offset   bool // counted from another time: unit and count say how far
	unit     byte // Y M W D, h m s; E for a decade
	count    float64
	anchored bool // counted from the date last spoken of, not from the article's

	clock        bool // has a time of day
	hour, minute int
	zone         string
	daypart      string
}

// dateless reports whether e is a time of day without a day.
func (e *expression) dateless() bool {
	return !e.offset && e.fixed == "" && e.civil == civil{} && e.weekday == 0 && e.part == "" && e.feast == nil
}
