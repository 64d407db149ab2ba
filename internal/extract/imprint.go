package extract

import "strings"

// imprint finds the outlet in the line that states the report's time, or in the
// one before it, at the top of a text: "Harbour Courier, 4 March 2024". A name
// that could be a person's counts only with a word that names of papers and
// stations have.
func (f frame) imprint(stampAt int) string {
	if stampAt < 0 || stampAt >= f.head {
		return ""
	}
	s := f.lines[stampAt].text
	if days := f.stampsOf(stampAt); len(days) > 0 && days[0].Start > 0 {
		head := s[:days[0].Start]
		// "Daily Beacon, Tuesday, March 12": the weekday belongs to the date.
		if name := outletName(cutWeekday(head)); name != "" {
			return name
		}
	}
	if stampAt > 0 {
		return outletName(f.lines[stampAt-1].text)
	}
	return ""
}

func cutWeekday(s string) string {
	s = strings.TrimRight(s, " ,|·•–—-:(")
	if at := strings.LastIndexAny(s, " ,"); weekdays[strings.ToLower(s[at+1:])] {
		s = s[:at+1]
	}
	return s
}

var weekdays = wordSet("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun")

// outletName returns s without the marks around it if it is the name of an
// outlet by its form, and "" if it isn't.
func outletName(s string) string {
	s = strings.Trim(s, " ,|·•–—-:()")
	if m := isMedium(s); m != nil && !m.agency {
		return m.name
	}
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || !nameLike(s) || strings.ContainsAny(s, ".!?\"“") {
		return ""
	}
	last := strings.ToLower(words[len(words)-1])
	switch {
	case strings.EqualFold(words[0], "by"):
		return ""
	case nameHeads[last] || paperWords[last] || len(words) > 1 && (nameHeads[strings.ToLower(words[0])] || paperWords[strings.ToLower(words[0])]):
		return s
	case len(words) > 2 && leadingArticles[strings.ToLower(words[0])]: // "El Faro del Sur"; "La Paz" is a place
		return s
	case last[0] >= '0' && last[0] <= '9': // "Signal 24"
		return s
	}
	return ""
}

// leadingArticles begin names of papers, and with two words behind them hardly
// ever anybody else's.
var leadingArticles = wordSet("the el la los las le les il lo der die das de het o a")

// paperWords are in names of papers and stations, and hardly ever in people's,
// beside nameHeads.
var paperWords = wordSet(`today beacon ledger observer guardian mail star sun standard independent mirror review report reporter wire
	bulletin record register voice world week monitor express globe echo argus citizen advertiser messenger mercury
	gazeta gaceta presse nachrichten diario correio jornal jornada figaro monde republica channel media online news24`)
