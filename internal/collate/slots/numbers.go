package slots

import (
	"math"
	"strconv"
	"strings"

	"stemma/account"
	"stemma/internal/collate/words"
)

// ages finds "Orwin, 42," and "42-year-old" and "aged 42". Whose age it is
// follows from the name beside it.
func (f *finder) ages(i int) {
	ws := f.Words[i]
	for k, w := range ws {
		number, old := strings.CutSuffix(w.Lower, "-year-old")
		age, err := strconv.Atoi(number)
		if err != nil || age < 1 || age > 115 {
			continue
		}
		first := k
		about := ""
		switch {
		case old:
			about = f.nameAfter(i, k+1)
		case k > 0 && (ws[k-1].Lower == "aged" || ws[k-1].Lower == "age"):
			about = f.nameBefore(i, k-1)
		case k > 0 && ws[k-1].Capital && strings.TrimPrefix(f.between(i, k), ".") == ", " && f.closes(i, k):
			about = surname(ws, k)
			first = k - 1
			if suffixes[ws[k-1].Lower] && k > 1 {
				first = k - 2
			}
		default:
			continue
		}
		s := f.add(i, first, k+1, account.AspectQuantity, "age", strconv.Itoa(age))
		s.Low, s.High, s.About = float64(age), float64(age), about
		f.take(i, k, k+1)
	}
}

// closes reports whether the number k ends an apposition: "Orwin, 42, said".
func (f *finder) closes(i, k int) bool {
	if k+1 == len(f.Words[i]) {
		return true
	}
	after := f.between(i, k+1)
	if strings.HasPrefix(after, ",") || strings.HasPrefix(after, ";") || strings.HasPrefix(after, ".") || strings.HasPrefix(after, ")") {
		return true
	}
	switch f.Words[i][k+1].Lower {
	case "of", "was", "is", "and", "who", "has", "had", "told", "said", "from", "were", "died":
		return true
	}
	return false
}

// suffixes follow a surname without being one.
var suffixes = map[string]bool{"jr": true, "sr": true, "ii": true, "iii": true, "iv": true}

// surname is the name word that ends before word k, in lower case.
func surname(ws []words.Word, k int) string {
	for k--; k >= 0 && ws[k].Capital; k-- {
		if !suffixes[ws[k].Lower] {
			return ws[k].Lower
		}
	}
	return ""
}

// nameAfter is the surname of the name that begins within a few words of word k:
// "48-year-old police officer Mara Orwin". A comma or another verb ends the
// search, so only words of the same phrase are passed.
func (f *finder) nameAfter(i, k int) string {
	ws := f.Words[i]
	for end := min(len(ws), k+4); k < end && f.joined(i, k); k++ {
		if !ws[k].Capital {
			continue
		}
		for k+1 < len(ws) && ws[k+1].Capital && f.joined(i, k+1) {
			k++
		}
		return surname(ws, k+1)
	}
	return ""
}

// nameBefore is the surname of a name that ends right before word k.
func (f *finder) nameBefore(i, k int) string {
	if k > 0 && f.Words[i][k-1].Capital {
		return surname(f.Words[i], k)
	}
	return ""
}

// scores finds votes and results: "134-63", "134 to 63", "51 votes to 48".
func (f *finder) scores(i int) {
	ws := f.Words[i]
	for k, w := range ws {
		a, b, ok := strings.Cut(w.Lower, "-")
		last := k + 1
		if !ok && k+2 < len(ws) && ws[k+1].Lower == "to" {
			a, b, last = w.Lower, ws[k+2].Lower, k+3
		}
		x, err1 := strconv.Atoi(a)
		y, err2 := strconv.Atoi(b)
		if err1 != nil || err2 != nil || x > 999 || y > 999 || y > x || y < 0 || f.taken[w.Start] {
			continue
		}
		s := f.add(i, k, last, account.AspectQuantity, "score", strconv.Itoa(x)+"-"+strconv.Itoa(y))
		s.Low, s.High = float64(x), float64(x)
		f.take(i, k, last)
	}
}

// quantities takes over the report's quantities. Numbers without a unit are
// classed by the noun they count.
func (f *finder) quantities() {
	for _, q := range f.Quantities {
		i, first, last, ok := f.locate(q.Span)
		if !ok || q.Ordinal || f.anyTaken(i, first, last) {
			continue
		}
		low, high := math.Inf(-1), math.Inf(1)
		if q.Low != nil {
			low = *q.Low
		}
		if q.High != nil {
			high = *q.High
		}
		if math.IsInf(low, 0) && math.IsInf(high, 0) {
			continue
		}
		unit := q.Unit
		if days, ok := inDays[unit]; ok {
			low, high, unit = low*days, high*days, "day"
		}
		about := ""
		if unit == "" || unit == persons {
			if about = toll(f.Words[i], first, last); about != "" {
				unit = persons
			}
		}
		s := f.add(i, first, last, account.AspectQuantity, "count:"+unit, number(low)+".."+number(high))
		s.Span, s.Low, s.High, s.About = q.Span, low, high, about
		f.take(i, first, last)
	}
}

// persons is the unit of counts of people.
const persons = "person"

func (f *finder) anyTaken(i, first, last int) bool {
	for _, w := range f.Words[i][first:last] {
		if f.taken[w.Start] {
			return true
		}
	}
	return false
}

func number(x float64) string { return strconv.FormatFloat(x, 'g', 12, 64) }

// inDays are the units of time. Lengths of time compare in days whatever the unit.
var inDays = map[string]float64{
	"second": 1.0 / 86400, "minute": 1.0 / 1440, "hour": 1.0 / 24, "day": 1, "night": 1, "week": 7,
	"month": 30.4375, "year": 365.25, "decade": 3652.5, "century": 36525,
}
