package times

var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

// otherMeanings are names of months that are other words too: they need a number
// or a preposition beside them.
var otherMeanings = map[string]bool{"march": true, "may": true, "april": true, "june": true, "august": true}

var weekdays = map[string]int{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
	"mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}

var pluralWeekdays = map[string]int{
	"mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6, "sundays": 7,
}

// afterWeekday are words that make a newspaper or an event of the weekday before
// them.
var afterWeekday = map[string]bool{
	"times": true, "telegraph": true, "mirror": true, "express": true, "post": true, "herald": true, "mail": true,
	"independent": true, "tribune": true, "world": true, "agreement": true, "school": true, "roast": true, "league": true,
}

// beforeWeekday make a name of it: "Black Friday" (a holiday here), "Bloody
// Sunday".
var beforeWeekday = map[string]bool{"bloody": true, "super": true, "freaky": true, "ruby": true, "sheffield": true}

var seasons = map[string]string{"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

var dayparts = map[string]string{
	"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "lunchtime": "MI", "midday": "MI",
	"overnight": "NI",
}

// A unit of time: the designator of ISO 8601 durations, T for those of a day,
// and how many of it one is.
type unit struct {
	letter byte // Y M W D; h m s within a day
	times  float64
	plural bool
	short  bool // only behind digits: "12 hrs"
}

var units = map[string]unit{
	"second": {'s', 1, false, false}, "seconds": {'s', 1, true, false}, "sec": {'s', 1, false, true}, "secs": {'s', 1, true, true},
	"minute": {'m', 1, false, false}, "minutes": {'m', 1, true, false}, "min": {'m', 1, false, true}, "mins": {'m', 1, true, true},
	"hour": {'h', 1, false, false}, "hours": {'h', 1, true, false}, "hr": {'h', 1, false, true}, "hrs": {'h', 1, true, true},
	"day": {'D', 1, false, false}, "days": {'D', 1, true, false}, "night": {'D', 1, false, false}, "nights": {'D', 1, true, false},
	"week": {'W', 1, false, false}, "weeks": {'W', 1, true, false}, "wk": {'W', 1, false, true}, "wks": {'W', 1, true, true},
	"fortnight": {'W', 2, false, false}, "fortnights": {'W', 2, true, false},
	"month": {'M', 1, false, false}, "months": {'M', 1, true, false},
	"quarter": {'M', 3, false, false}, "quarters": {'M', 3, true, false},
	"year": {'Y', 1, false, false}, "years": {'Y', 1, true, false}, "yr": {'Y', 1, false, true}, "yrs": {'Y', 1, true, true},
	"decade": {'Y', 10, false, false}, "decades": {'Y', 10, true, false},
	"century": {'Y', 100, false, false}, "centuries": {'Y', 100, true, false},
	"millennium": {'Y', 1000, false, false}, "millennia": {'Y', 1000, true, false},
}

// references are the words for now, then and soon.
var references = map[string]string{
	"now": presentRef, "currently": presentRef, "nowadays": presentRef, "presently": presentRef,
	"recently": pastRef, "lately": pastRef, "soon": futureRef,
}

// repeated are adverbs and adjectives of repetition.
var repeated = map[string]string{
	"daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W", "monthly": "P1M",
	"quarterly": "P3M", "yearly": "P1Y", "annual": "P1Y", "annually": "P1Y", "biannual": "P6M", "biannually": "P6M",
	"semiannual": "P6M", "semiannually": "P6M", "biennial": "P2Y", "biennially": "P2Y", "hourly": "PT1H", "weekdays": "XXXX-WXX-WD", "weekends": "XXXX-WXX-WE",
}

// shifts say which of its kind a calendar word means.
var shifts = map[string]shift{
	"last": last, "past": last, "previous": last, "preceding": last,
	"this": this, "current": this,
	"next": next, "coming": next, "upcoming": next, "following": next, "forthcoming": next,
}

// parts are words before a date that say which part of it is meant; the value
// stays that of the whole.
var parts = map[string]bool{"early": true, "late": true, "earlier": true, "later": true, "mid": true}

// pieces of a period: "the end of the year", "the beginning of March".
var pieces = map[string]bool{
	"beginning": true, "start": true, "end": true, "middle": true, "rest": true, "remainder": true, "turn": true, "close": true,
}

// approximators belong to the expression that they stand before.
var approximators = map[string]bool{
	"about": true, "around": true, "nearly": true, "almost": true, "roughly": true, "approximately": true, "some": true,
	"over": true, "under": true,
}

// datePrepositions may stand before a year or a bare month.
var datePrepositions = map[string]bool{
	"in": true, "since": true, "by": true, "from": true, "until": true, "till": true, "of": true, "during": true,
	"before": true, "after": true, "between": true, "to": true, "through": true, "throughout": true, "around": true,
	"circa": true, "early": true, "late": true, "mid": true, "for": true, "on": true, "last": true, "this": true, "next": true,
}

// events may have the year that they happened in behind their name: "the
// Developers Conference 2010".
var events = map[string]bool{
	"conference": true, "summit": true, "games": true, "olympics": true, "cup": true, "championship": true,
	"championships": true, "forum": true, "expo": true, "festival": true, "election": true, "elections": true,
	"congress": true, "fair": true, "show": true, "awards": true, "budget": true, "convention": true, "tour": true,
	"open": true, "marathon": true, "prix": true, "spring": true, "summer": true, "autumn": true, "fall": true, "winter": true,
	"fiscal": true, "easter": true, "christmas": true, "act": true, "census": true,
}

var zones = map[string]string{
	"gmt": "Z", "utc": "Z", "z": "Z", "et": "", "est": "", "edt": "", "ct": "", "cst": "", "cdt": "", "mt": "", "mst": "", "mdt": "",
	"pt": "", "pst": "", "pdt": "", "bst": "", "cet": "", "cest": "", "eet": "", "eest": "", "msk": "", "ist": "", "jst": "",
	"aest": "", "aedt": "", "hkt": "", "sgt": "",
}
