package extract

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"stemma/internal/span"
)

// A dated is a day that a text states, with the time of day and zone where they
// stand beside it.
type dated struct {
	span.Span
	year, month, day int // day 0: only the month is stated
	clock            string
	zone             string // "Z", "+01:00", "" unknown
	swapped          bool   // month and day might as well be read the other way round
}

// String is the ISO 8601 form, as precise as what is stated.
func (d dated) String() string {
	if d.day == 0 {
		return fmt.Sprintf("%04d-%02d", d.year, d.month)
	}
	s := fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
	if d.clock != "" {
		s += "T" + d.clock + d.zone
	}
	return s
}

// monthNames are the names of the months, and their abbreviations down to three
// letters, in the languages that news pages of many countries write them in.
var monthNames = map[string]int{}

func init() {
	for _, names := range [...]string{
		"january february march april may june july august september october november december",
		"januar februar märz april mai juni juli august september oktober november dezember",
		"jänner feber maerz - - - - - - - - dez",
		"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
		"- fevrier - avr - - juil aout - - - decembre",
		"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
		"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
		"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
		"januari februari maart april mei juni juli augustus september oktober november december",
		"januari - mars - maj - - augusti - - - -",
		"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
		"января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
		"січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
		"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
	} {
		for m, name := range strings.Fields(names) {
			if name == "-" {
				continue
			}
			monthNames[name] = m + 1
			if r := []rune(name); len(r) > 3 {
				if _, taken := monthNames[string(r[:3])]; !taken {
					monthNames[string(r[:3])] = m + 1
				}
			}
		}
	}
	monthNames["sept"] = 9
	for _, word := range [...]string{"mar", "may", "mai", "jun", "jul", "sep", "oct", "dec"} {
		monthNames[word] = map[string]int{"mar": 3, "may": 5, "mai": 5, "jun": 6, "jul": 7, "sep": 9, "oct": 10, "dec": 12}[word]
	}
}

var weekdayNames = wordSet(`monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
	sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so lundi mardi mercredi jeudi
	vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo segunda terça quarta quinta sexta feira
	lunedì martedì mercoledì giovedì venerdì sabato domenica`)

var englishDays = map[string]time.Weekday{"sun": 0, "mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6}

// A clockface reads the marks of a text piece by piece: words and the gaps
// between them.
type clockface struct {
	text string
	ws   []word
}

// findDates finds the days that s states in full, with their year. dayFirst says
// how to read 03/04/2022 where nothing else tells.
func findDates(s string, dayFirst bool) []dated {
	c := clockface{s, splitDigits(words(s), s)}
	var all []dated
	for i := 0; i < len(c.ws); {
		d, n := c.dayAt(i, dayFirst)
		if n == 0 || d.year < 1900 || d.year > 2100 || d.month < 1 || d.month > 12 || d.day > daysIn(d.year, d.month) {
			i++
			continue
		}
		d.Span = span.Span{Start: c.ws[i].Start, End: c.ws[i+n-1].End}
		if i > 0 && weekdayNames[c.ws[i-1].fold] && len(c.gap(i)) <= 2 {
			d.Start = c.ws[i-1].Start
		}
		i += n
		i = c.clock(&d, i, n)
		all = append(all, d)
	}
	return all
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// splitDigits parts "13th", "11h45", "5pm" and "2022T11" into digits and letters.
func splitDigits(ws []word, s string) []word {
	var out []word
	for _, w := range ws {
		start := 0
		for i := 1; i <= len(w.fold) && len(w.fold) == w.Len(); i++ {
			if i == len(w.fold) || digit(w.fold[i]) != digit(w.fold[i-1]) {
				out = append(out, word{span.Span{Start: w.Start + start, End: w.Start + i}, w.fold[start:i], w.capital})
				start = i
			}
		}
		if len(w.fold) != w.Len() {
			out = append(out, w)
		}
	}
	return out
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// num returns the number that ws[i] is, if it has between min and max digits.
func (c clockface) num(i, least, most int) (int, bool) {
	if i < 0 || i >= len(c.ws) {
		return 0, false
	}
	w := c.ws[i].fold
	if len(w) < least || len(w) > most || !digit(w[0]) {
		return 0, false
	}
	n, err := strconv.Atoi(w)
	return n, err == nil
}

func (c clockface) month(i int) int {
	if i < 0 || i >= len(c.ws) {
		return 0
	}
	return monthNames[c.ws[i].fold]
}

func (c clockface) gap(i int) string {
	if i <= 0 || i >= len(c.ws) {
		return "\n"
	}
	return gap(c.text, c.ws[i-1], c.ws[i])
}

// dayAt reads a day at ws[i]; n is how many words it takes, 0 if there is none.
func (c clockface) dayAt(i int, dayFirst bool) (d dated, n int) {
	if y, ok := c.num(i, 4, 4); ok {
		return c.yearFirst(i, y)
	}
	if m := c.month(i); m > 0 && (c.ws[i].capital || len(c.ws[i].fold) > 3) {
		return c.monthFirst(i, m)
	}
	a, ok := c.num(i, 1, 2)
	if !ok {
		return d, 0
	}
	if d, n = c.dayThenMonth(i, a); n > 0 {
		return d, n
	}
	b, ok := c.num(i+1, 1, 2)
	sep := c.gap(i + 1)
	if !ok || c.gap(i+2) != sep || sep != "/" && sep != "." && sep != "-" && sep != ". " {
		return d, 0
	}
	y, ok := c.num(i+2, 4, 4)
	if !ok {
		if y, ok = c.num(i+2, 2, 2); !ok || sep == "-" {
			return d, 0
		}
		y += 2000
	}
	return c.numeric(i, a, b, y, sep, dayFirst), 3
}

// numeric reads a/b/y. What can't be a month is the day; a weekday before the
// numbers settles the rest; then the dot, which only countries with the day first
// use; then the reader's guess.
func (c clockface) numeric(i, a, b, y int, sep string, dayFirst bool) dated {
	monthFirst := dated{year: y, month: a, day: b}
	dayThen := dated{year: y, month: b, day: a}
	switch {
	case a > 12:
		return dayThen
	case b > 12:
		return monthFirst
	case strings.HasPrefix(sep, "."):
		return dayThen
	}
	if i > 0 && len(c.ws[i-1].fold) >= 3 {
		if day, ok := englishDays[c.ws[i-1].fold[:3]]; ok && a != b {
			switch day {
			case weekday(monthFirst):
				return monthFirst
			case weekday(dayThen):
				return dayThen
			}
		}
	}
	monthFirst.swapped, dayThen.swapped = a != b, a != b
	if dayFirst {
		return dayThen
	}
	return monthFirst
}

func weekday(d dated) time.Weekday {
	return time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC).Weekday()
}

// yearFirst reads 2022-01-13, 2022/01/13 and 2022年1月13日.
func (c clockface) yearFirst(i, y int) (d dated, n int) {
	step := 1
	if i+1 < len(c.ws) && c.ws[i+1].fold == "年" {
		step = 2
	}
	m, ok := c.num(i+step, 1, 2)
	day, ok2 := c.num(i+2*step, 1, 2)
	if !ok || !ok2 {
		return d, 0
	}
	if sep := c.gap(i + 1); step == 1 && (sep != c.gap(i+2) || sep != "-" && sep != "/" && sep != ".") {
		return d, 0
	}
	return dated{year: y, month: m, day: day}, 2*step + 1
}

// monthFirst reads "January 13, 2022", "Jan. 13th 2022" and "January 2022".
func (c clockface) monthFirst(i, m int) (d dated, n int) {
	if y, ok := c.num(i+1, 4, 4); ok && c.near(i+1) {
		return dated{year: y, month: m}, 2
	}
	day, ok := c.num(i+1, 1, 2)
	if !ok || !c.near(i+1) || day == 0 {
		return d, 0
	}
	j := c.skip(i+2, ordinals)
	if y, ok := c.num(j, 4, 4); ok && c.near(j) {
		return dated{year: y, month: m, day: day}, j + 1 - i
	}
	return d, 0
}

// dayThenMonth reads "13 January 2022", "13th of January, 2022", "13. Januar
// 2022", "13 de enero de 2022" and "13-Jan-2022".
func (c clockface) dayThenMonth(i, day int) (d dated, n int) {
	j := c.skip(i+1, ordinals)
	m := c.month(j)
	if m == 0 || !c.near(j) || day == 0 {
		return d, 0
	}
	k := c.skip(j+1, ordinals)
	if y, ok := c.num(k, 4, 4); ok && c.near(k) {
		return dated{year: y, month: m, day: day}, k + 1 - i
	}
	return d, 0
}

var ordinals = wordSet("st nd rd th er of de del º ª")

// skip passes up to two words of the set: "13th of".
func (c clockface) skip(i int, set map[string]bool) int {
	for n := 0; n < 2 && i < len(c.ws) && set[c.ws[i].fold]; n++ {
		i++
	}
	return i
}

// near reports whether ws[i] stands directly behind the word before it.
func (c clockface) near(i int) bool {
	switch c.gap(i) {
	case "", " ", ". ", ", ", ".", "-", "/", " - ":
		return true
	}
	return false
}
