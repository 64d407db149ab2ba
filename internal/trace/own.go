package trace

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/span"
	"stemma/internal/trace/outlets"
)

// Own reporting is told by a report's own words, and by nothing else: that it has
// no text in common with others doesn't show that its outlet was there. What
// counts is a dateline of the outlet's own; a dateline with a byline; that somebody
// told the outlet ("told the Courier", "told this newspaper"); and that the outlet
// saw or checked something itself ("this newspaper counted", "seen by Northwire").

// ownMax is how many pieces of evidence of one report are kept.
const ownMax = 8

// ownReporting returns the spans by which a report says that its outlet gathered
// what it tells, in order of text.
func ownReporting(r annotate.Report) []span.Span {
	self := newSelf(r.Outlet)
	var found []span.Span
	byline := r.Byline != ""
	for _, c := range r.Credits {
		byline = byline || c.Kind == account.CreditAuthor
	}
	for _, c := range r.Credits {
		if c.Kind == account.CreditDateline && (self.is(c.Name) || byline && !byOther(r, c)) {
			found = append(found, c.Span)
			break
		}
	}
	body := r.TitleSpan.End
	for _, at := range self.mentions(r.Text, body) {
		if s := sentenceAt(r, at); gathered(r.Text, s, at) && !slices.Contains(found, s) {
			found = append(found, s)
			if len(found) == ownMax {
				break
			}
		}
	}
	slices.SortFunc(found, func(a, b span.Span) int { return a.Start - b.Start })
	return found
}

// A self is the names by which a report calls its own outlet.
type self struct {
	keys  []string
	names []string // as they are printed; with "the" where only that tells
}

// wide are words at the end of outlets' names that don't tell them apart.
var wide = map[string]bool{"press": true, "news": true, "agency": true, "online": true, "media": true, "group": true,
	"tv": true, "television": true, "radio": true, "network": true, "service": true}

// selves are what any outlet calls itself.
var selves = []string{"this newspaper", "this paper", "this news agency", "this agency", "this magazine", "this website",
	"this broadcaster", "this reporter", "this correspondent", "our reporter", "our reporters", "our correspondent",
	"our correspondents", "our newspaper"}

func newSelf(outlet string) self {
	s := self{keys: outlets.Keys(outlet), names: slices.Clone(selves)}
	words := strings.Fields(outlet)
	if len(words) > 0 && strings.EqualFold(words[0], "the") {
		words = words[1:]
	}
	if len(words) == 0 || outlets.IsHost(outlet) {
		return s
	}
	s.names = append(s.names, strings.Join(words, " "))
	last := words[len(words)-1]
	switch {
	case len(words) == 1:
	case wide[strings.ToLower(last)]:
		s.names = append(s.names, strings.Join(words[:len(words)-1], " "))
	case startsUpper(last):
		s.names = append(s.names, "the "+last)
	}
	return s
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// is reports whether a party's name is the outlet's own, in full or in short.
func (s self) is(name string) bool {
	if key := outlets.Key(name); key != "" && slices.Contains(s.keys, key) {
		return true
	}
	name = strings.TrimSpace(name)
	return name != "" && slices.ContainsFunc(s.names[len(selves):], func(n string) bool {
		return n == name || strings.TrimPrefix(n, "the ") == strings.TrimPrefix(name, "the ")
	})
}

// mentions finds the places from a byte on where a text has one of the names, in
// order.
func (s self) mentions(text string, from int) []span.Span {
	var all []span.Span
	for _, name := range s.names {
		for at := from; ; {
			i := strings.Index(text[at:], name)
			if i < 0 {
				break
			}
			found := span.Span{Start: at + i, End: at + i + len(name)}
			at = found.End
			if wordAt(text, found) {
				all = append(all, found)
			}
		}
	}
	slices.SortFunc(all, func(a, b span.Span) int { return a.Start - b.Start })
	return all
}

// wordAt reports whether a span begins and ends with a word.
func wordAt(text string, s span.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	after, _ := utf8.DecodeRuneInString(text[s.End:])
	return !unicode.IsLetter(before) && !unicode.IsLetter(after)
}

// Words that say what an outlet did itself: before its name, where a preposition
// may stand between ("seen by", "interview with"), and behind it.
var (
	gatheredFor = wordsOf("told tells telling")
	gatheredBy  = map[string]map[string]bool{
		"by":   wordsOf("seen reviewed obtained verified checked counted examined interviewed contacted reached asked analysed analyzed viewed visited photographed taken heard"),
		"to":   wordsOf("spoke speaking talked talking confirmed statement comment comments shown interview"),
		"with": wordsOf("interview interviews spoke speaking conversation conversations talked talking shared"),
	}
	gatheredOf = wordsOf("counted saw seen witnessed checked verified obtained reviewed visited spoke interviewed asked learned learnt " +
		"understands photographed inspected examined measured watched heard reporter reporters correspondent correspondents journalist journalists photographer")
)

func wordsOf(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// Reaches of the words around an outlet's name.
const (
	wordsBefore = 4
	wordsBehind = 2
)

// gathered reports whether the words around an outlet's name, within its
// sentence, say that it gathered something itself.
func gathered(text string, sentence, at span.Span) bool {
	before := lastWords(text[sentence.Start:at.Start], wordsBefore)
	if n := len(before); n > 0 {
		last := before[n-1]
		if last == "the" && n > 1 {
			n--
			last = before[n-1]
		}
		if gatheredFor[last] {
			return true
		}
		for _, w := range before[:n-1] {
			if gatheredBy[last][w] {
				return true
			}
		}
	}
	behind := firstWords(text[at.End:max(at.End, sentence.End)], wordsBehind)
	return len(behind) > 0 && (gatheredOf[behind[0]] ||
		len(behind) > 1 && (behind[0] == "has" || behind[0] == "have" || behind[0] == "had") && gatheredOf[behind[1]])
}

func fields(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
}

// nearBytes bounds how far from a name words are read.
const nearBytes = 80

func lastWords(s string, n int) []string {
	if len(s) > nearBytes {
		s = strings.ToValidUTF8(s[len(s)-nearBytes:], "")
	}
	// What ends a clause before the name ends what is said of it.
	if i := strings.LastIndexAny(s, ".;:\"“”"); i >= 0 {
		s = s[i+1:]
	}
	words := fields(s)
	return words[max(0, len(words)-n):]
}

func firstWords(s string, n int) []string {
	if len(s) > nearBytes {
		s = strings.ToValidUTF8(s[:nearBytes], "")
	}
	if i := strings.IndexAny(s, ".,;:\"“”"); i >= 0 {
		s = s[:i]
	}
	words := fields(s)
	return words[:min(n, len(words))]
}
