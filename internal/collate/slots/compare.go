package slots

import (
	"math"
	"strings"
	"time"

	"stemma/account"
	"stemma/internal/names"
)

// A Verdict says how the values of two slots stand to each other.
type Verdict int

const (
	Apart     Verdict = iota // about different things, or not comparable
	Same                     // the same value, as far as both are precise
	Looser                   // compatible, but one says less: "dozens" and "48"
	Different                // both can't be right about one thing
)

// Compare says how the values of two slots of one class stand to each other,
// should they be about the same matter. It is symmetric.
func Compare(a, b *Slot) Verdict {
	if a.Class != b.Class {
		return Apart
	}
	switch {
	case strings.HasPrefix(a.Class, "count:"):
		return compareQuantities(a, b)
	case strings.HasPrefix(a.Class, "site:"):
		return compareSites(a, b)
	case strings.HasPrefix(a.Class, "name:"):
		return compareNames(a, b)
	}
	switch a.Class {
	case "age":
		if a.About != "" && b.About != "" && !nearly(a.About, b.About) {
			return Apart
		}
	case "block":
		if a.About != b.About {
			return Apart
		}
	case "day":
		return compareDays(a, b)
	case "hour":
		if math.Abs(a.Low-b.Low) <= quarterHour {
			return Same
		}
		return Different
	case "office":
		return compareOffices(a, b)
	case "medium":
		return compareMedia(a, b)
	}
	if a.Key == b.Key {
		return Same
	}
	return Different
}

// quarterHour is how far two times of day may be apart and still be one: reports
// round them.
const quarterHour = 0.26

// compareQuantities compares intervals. One that lies within the other, or that
// the other is a rounding of, is the same said more loosely.
func compareQuantities(a, b *Slot) Verdict {
	switch {
	case a.About != "" && b.About != "" && a.About != b.About:
		return Apart // the dead and the injured
	case a.Low == b.Low && a.High == b.High:
		return Same
	case a.Low <= b.High && b.Low <= a.High:
		return Looser
	case a.Low == a.High && b.Low == b.High && (rounds(a.Low, b.Low) || rounds(b.Low, a.Low)):
		return Looser
	}
	return Different
}

// rounds reports whether y is x rounded to the digits that y has before its
// zeros. Numbers under ten, and those without a zero, aren't roundings.
func rounds(x, y float64) bool {
	unit := 1.0
	for unit < 1e15 && math.Mod(y, unit*10) == 0 {
		unit *= 10
	}
	return unit > 1 && y > 10 && math.Abs(x-y) <= unit/2
}

// compareDays compares days by what both say: dates, weekdays, or the day of the
// month. Two that name the same weekday are one day: an article's own date can be
// wrong, and its weekday rarely is.
func compareDays(a, b *Slot) Verdict {
	if a.Key == b.Key {
		return Same
	}
	if a.Parts[0] != "" && a.Parts[0] == b.Parts[0] && (a.Parts[1] == "" || b.Parts[1] == "") {
		return Same
	}
	if a.Parts[1] != "" && a.Parts[1] == b.Parts[1] {
		return Same
	}
	x, y := weekdayOf(a), weekdayOf(b)
	if x != "" && y != "" {
		if x == y && (a.Parts[0] != "" || b.Parts[0] != "") && (len(a.Key) != 10 || len(b.Key) != 10) {
			return Same
		}
		return Different
	}
	if len(a.Key) == 10 && len(b.Key) == 10 && a.Key[5:] != b.Key[5:] {
		return Different
	}
	return Apart
}

// weekdayOf is the weekday of a day, as it says or as its date gives it.
func weekdayOf(s *Slot) string {
	if s.Parts[0] != "" {
		return s.Parts[0]
	}
	day, err := time.Parse("2006-01-02", s.Key)
	if err != nil {
		return ""
	}
	return strings.ToLower(day.Weekday().String())
}

// compareNames compares names by their words: one whose words the other has too
// is the same, said shorter.
func compareNames(a, b *Slot) Verdict {
	if a.Key == b.Key || within(a.Parts, b.Parts) || within(b.Parts, a.Parts) {
		return Same
	}
	if acronym(a.Parts, b.Parts) || acronym(b.Parts, a.Parts) {
		return Same
	}
	if a.Class == "name:"+account.Person && initials(a.Parts, b.Parts) {
		return Same
	}
	return Different
}

// compareSites compares names of places of a kind by the words that tell one from
// another: "Orla Hospital" and "Orla Medical Center" are one.
func compareSites(a, b *Slot) Verdict {
	if v := compareNames(a, b); v != Different {
		return v
	}
	x, y := telling(a.Parts), telling(b.Parts)
	if len(x) > 0 && len(y) > 0 && (within(x, y) || within(y, x)) {
		return Looser
	}
	return Different
}

// telling are the words of a place's name that aren't the kind of place.
func telling(parts []string) []string {
	var all []string
	for _, p := range parts {
		if siteHeads[p] == "" && !kindWords[p] {
			all = append(all, p)
		}
	}
	return all
}

var kindWords = map[string]bool{
	"medical": true, "high": true, "international": true, "regional": true, "memorial": true, "general": true,
	"health": true, "community": true, "public": true, "county": true, "city": true,
}

// within reports whether every word of a is in b, spelled nearly the same.
func within(a, b []string) bool {
	for _, w := range a {
		found := false
		for _, v := range b {
			if nearly(w, v) {
				found = true
				break
			}
		}
		if !found {
			return false
		}
	}
	return len(a) > 0
}

// initials reports whether two names of persons share their last word and one
// begins with the initial, or a short form, of the other's first.
func initials(a, b []string) bool {
	if len(a) < 2 || len(b) < 2 || !nearly(a[len(a)-1], b[len(b)-1]) {
		return false
	}
	x, y := a[0], b[0]
	return strings.HasPrefix(x, y) || strings.HasPrefix(y, x)
}

// acronym reports whether the single word of a is made of the initials of b.
func acronym(a, b []string) bool {
	if len(a) != 1 || len(b) < 2 || len(a[0]) < 2 {
		return false
	}
	var initials strings.Builder
	for _, w := range b {
		initials.WriteByte(w[0])
	}
	return strings.HasPrefix(initials.String(), a[0]) || strings.HasPrefix(a[0], initials.String())
}

// nearly reports whether two words are one name written by different hands, or one
// the beginning of the other ("Brazil", "Brazilian").
func nearly(a, b string) bool {
	if a == b {
		return true
	}
	x, y := names.Fold(a), names.Fold(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) >= 5 && strings.HasPrefix(y, x) || names.Slip(x, y)
}

// compareOffices compares two titles of one person. They differ where the nouns
// do, or where a word of rank stands before one only; a ministry or a place that
// one leaves out says nothing.
func compareOffices(a, b *Slot) Verdict {
	if !nearly(a.About, b.About) {
		return Apart
	}
	if a.Key == b.Key {
		return Same
	}
	if x, y := a.Parts[len(a.Parts)-1], b.Parts[len(b.Parts)-1]; x != y {
		if together[x+" "+y] || together[y+" "+x] {
			return Looser
		}
		return Different
	}
	for w := range exclusive {
		if has(a.Parts, w) != has(b.Parts, w) {
			return Different
		}
	}
	return Looser
}

// together are offices that one person holds at once, as pairs: a leader of a
// parliament is a member of it, and who stands for an office has one.
var together = func() map[string]bool {
	m := map[string]bool{}
	for _, x := range []string{"leader", "whip", "speaker", "chairman", "candidate", "nominee"} {
		for _, y := range []string{"senator", "representative"} {
			m[x+" "+y] = true
		}
	}
	for _, x := range []string{"candidate", "nominee"} {
		for _, y := range []string{"governor", "president", "mayor", "secretary"} {
			m[x+" "+y] = true
		}
	}
	return m
}()

// exclusive words make another office of the one they stand before.
var exclusive = map[string]bool{
	"deputy": true, "vice": true, "assistant": true, "associate": true, "chief": true, "lieutenant": true,
	"acting": true, "interim": true, "solicitor": true, "wide": true, "financial": true, "operating": true,
	"majority": true, "minority": true, "under": true, "major": true, "brigadier": true,
}

func has(all []string, w string) bool {
	for _, x := range all {
		if x == w {
			return true
		}
	}
	return false
}

// compareMedia compares what two reports call one broadcaster or paper: radio and
// television exclude each other, and so do print and both.
func compareMedia(a, b *Slot) Verdict {
	if a.About == "" || a.About != b.About {
		return Apart
	}
	if a.Key == b.Key {
		return Same
	}
	x, y := carrier(a.Parts), carrier(b.Parts)
	if x != "" && y != "" && x != y {
		return Different
	}
	return Looser
}

// carrier is how a medium reaches its public, where its name says so.
func carrier(parts []string) string {
	for _, p := range parts {
		switch p {
		case "radio":
			return "radio"
		case "television", "channel":
			return "television"
		case "newspaper", "magazine", "daily", "weekly", "tabloid":
			return "print"
		case "website", "blog", "portal":
			return "web"
		}
	}
	return ""
}
