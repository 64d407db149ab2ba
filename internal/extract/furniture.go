package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/span"
)

// Clean takes out of a normalised text what its page put around the report and an
// earlier extraction left standing: invitations to share, comment or subscribe,
// lists of other reports, tag clouds, advertisements, captions' switches. It
// returns the text that is left and the lines that went, as spans of the text
// given.
//
// A line goes only if its form or its place says that it is the page's: see
// furniture. What reads like a reporter's paragraph stays, also where it contains
// such words.
func Clean(text string) (clean string, removed []span.Span) {
	kept, removed := sift(split(text))
	return join(text, kept), removed
}

// sift parts the lines that stay from the spans of those that are furniture.
func sift(lines []line) (kept []line, removed []span.Span) {
	drop := furniture(lines)
	kept = make([]line, 0, len(lines))
	for i, l := range lines {
		if drop[i] {
			removed = append(removed, l.Span)
		} else {
			kept = append(kept, l)
		}
	}
	return kept, removed
}

// join puts lines of a text together again, with the breaks they had. A paragraph
// that was wrapped over several lines of the text becomes one.
func join(text string, lines []line) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			if l.after && lines[i-1].End+1 == l.Start {
				b.WriteByte('\n')
			} else {
				b.WriteString("\n\n")
			}
		}
		for at := l.Start; ; {
			end := lineEnd(text, at)
			if end >= l.End {
				b.WriteString(text[at:l.End])
				break
			}
			b.WriteString(text[at:end])
			b.WriteByte(' ')
			at = end + 1
		}
	}
	return b.String()
}

// furniture says of each line whether it is furniture. It goes by the form of the
// line itself, then by its neighbours, then by its place behind the last
// paragraph.
func furniture(lines []line) []bool {
	drop := make([]bool, len(lines))
	for i, l := range lines {
		drop[i] = isFurniture(l)
	}
	dropAdverts(lines, drop)
	dropHeadings(lines, drop)
	dropTail(lines, drop)
	dropHeadlines(lines, drop)
	return drop
}

// isFurniture judges a line by its form alone.
func isFurniture(l line) bool {
	if len(l.words) == 0 {
		return true
	}
	return (isCall(l) || isTeaser(l) || isTagCloud(l.text) || isChrome(l) || isRights(l) || isContact(l) || isMarkup(l.text)) && !isCredit(l)
}

// isCall reports whether most words of a line stand in sentences that call the
// reader to do something with the page.
func isCall(l line) bool {
	if len(l.words) > 80 {
		return false
	}
	called := 0
	for _, s := range l.sentences {
		if strings.HasPrefix(s, "“") || strings.HasPrefix(s, "\"") {
			continue
		}
		if words := fold(s); !attributes(words) && (calls.match(words) || offers(words)) {
			called += len(words)
		}
	}
	return called*2 >= len(l.words)
}

// attributes reports whether a sentence says who said something, as no call does.
func attributes(words []string) bool {
	for _, w := range words {
		switch w {
		case "said", "says", "told", "according", "added":
			return true
		}
	}
	return false
}

// imperatives begin sentences that offer the reader something.
var imperatives = wordSet(`find get be receive discover search browse apply join enter try start save enjoy have want be stay
	never dont sign subscribe register download choose select create set turn manage listen`)

// offers reports whether a sentence offers the reader something that comes by
// mail or onto a telephone: "Find the best flats now and be notified by email".
func offers(words []string) bool {
	if len(words) == 0 || len(words) > 30 || !imperatives[words[0]] {
		return false
	}
	for i, w := range words {
		before := ""
		if i > 0 {
			before = words[i-1]
		}
		switch w {
		case "email", "mail":
			if before == "e" && i > 1 {
				before = words[i-2]
			}
			if before == "by" || before == "via" {
				return true
			}
		case "inbox", "inboxes":
			return true
		case "newsletter", "newsletters", "notifications":
			return true
		case "alerts":
			if before == "email" || before == "news" || before == "job" || before == "push" {
				return true
			}
		}
	}
	return false
}

// isTeaser reports whether a line leads to another report, "Read more: …", or
// lists what the report is filed under. A paragraph that happens to begin with
// "More:" is neither.
func isTeaser(l line) bool {
	colon := strings.IndexByte(l.text, ':')
	if colon < 0 || colon > 40 || len(l.words) > 30 || len(l.sentences) > 2 {
		return false
	}
	label := fold(l.text[:colon])
	if tagLabels.match(label) {
		return true
	}
	after := strings.TrimSpace(l.text[colon+1:])
	first, _ := utf8.DecodeRuneInString(after)
	if unicode.IsLower(first) || len(l.words) > 14 && strings.HasSuffix(after, ".") {
		return false
	}
	return teasers.match(label)
}

// isTagCloud reports whether a line is a list of tags whose separators were
// lost: "AsiaBelaruscapitalismCold War". Its words change from small to capital
// letter inside, far more often than prose with a name like "McDonald" does.
func isTagCloud(s string) bool {
	var joints, spaces int
	before := ' '
	for _, r := range s {
		if unicode.IsLower(before) && unicode.IsUpper(r) {
			joints++
		}
		if r == ' ' {
			spaces++
		}
		before = r
	}
	return joints >= 3 && joints*2 > spaces && !endsSentence(s) && !strings.HasPrefix(s, "#")
}

// maxRights is how long a notice of rights may be; longer ones speak of something
// else too.
const maxRights = 60

// isRights reports whether a line is a notice of copyright.
func isRights(l line) bool {
	s := strings.TrimLeft(l.text, "([*–—- ")
	year := len(l.words) > 1 && isNumber(l.words[1]) && len(l.words[1]) == 4
	return len(l.words) <= maxRights && (strings.HasPrefix(s, "©") || strings.HasPrefix(s, "Copyright ©") ||
		strings.HasPrefix(s, "Copyright (c)") || strings.HasPrefix(s, "Copyright") && year)
}

// contactWords stand beside somebody's address.
var contactWords = wordSet("email e mail twitter facebook instagram phone tel telephone on at or follow contact reach him her me com org net by the reporter")

// isContact reports whether a line is an address, a handle or a telephone number
// with little else.
func isContact(l line) bool {
	at := strings.IndexByte(l.text, '@')
	if at < 0 || at+1 == len(l.text) || !isLetter(l.text[at+1]) || len(l.words) > 16 {
		return false
	}
	other := 0
	for _, f := range strings.Fields(l.text) {
		w := strings.ToLower(strings.Trim(f, ".,:;|()•-"))
		if strings.ContainsAny(f, "@0123456789") || contactWords[w] || w == "" {
			continue
		}
		other++
	}
	return other <= 3
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isMarkup reports whether a line is a piece of a page's source: tags that hold no
// words, or what a tag was made of.
func isMarkup(s string) bool {
	return strings.HasPrefix(s, "<") && len(fold(stripTags(s))) == 0 || strings.Contains(s, "=\"http")
}

// chrome are the words of which a page's buttons are made.
var chrome = wordSet(`share shares tweet tweets comment comments like likes view views pin email mail print
	facebook twitter whatsapp reddit linkedin telegram flipboard pinterest messenger copy link save x bluesky
	threads tumblr instagram youtube rss sms google plus more via on this url article story post embed play pause mute
	subscribe follow login menu search close reply next previous home k m at by or and to us`)

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(s) {
		set[w] = true
	}
	return set
}

// isChrome reports whether a line is made of buttons and counters only, or of a
// path through the site.
func isChrome(l line) bool {
	if n := strings.Count(l.text, " > ") + strings.Count(l.text, " » "); n >= 2 && len(l.words) <= 20 && !endsSentence(l.text) {
		return true
	}
	if len(l.words) > 20 || endsSentence(l.text) {
		return false
	}
	known := 0
	for _, w := range l.words {
		if !chrome[w] && !isNumber(w) {
			return false
		}
		if chrome[w] && len(w) > 3 {
			known++
		}
	}
	return known > 0
}

// dropHeadings takes the heading over a call with it, where both speak of the
// same thing: "Top jobs of the day" over "Find the best jobs now".
func dropHeadings(lines []line, drop []bool) {
	for i := len(lines) - 2; i >= 0; i-- {
		l := lines[i]
		if i == 0 || drop[i] || !drop[i+1] || l.prose || len(l.words) > 7 || !isCall(lines[i+1]) || isCredit(l) {
			continue
		}
		if sharesWord(l.words, lines[i+1].words) {
			drop[i] = true
		}
	}
}

// sharesWord reports whether a and b have a word of four letters or more in common.
func sharesWord(a, b []string) bool {
	for _, w := range a {
		for _, v := range b {
			if w == v && utf8.RuneCountInString(w) >= 4 {
				return true
			}
		}
	}
	return false
}

// dropTail drops what follows an end mark ("Latest Posts") behind the report's
// last paragraph: short lines that are no credits.
func dropTail(lines []line, drop []bool) {
	last := len(lines) - 1
	for last >= 0 && (drop[last] || !lines[last].prose) {
		last--
	}
	ended := false
	for i := last + 1; i < len(lines); i++ {
		if !ended {
			ended = len(lines[i].words) <= 8 && endMarks.match(lines[i].words)
		}
		if ended && !isCredit(lines[i]) {
			drop[i] = true
		}
	}
}

// minHeadlines is how many headlines in a row make a list of other reports.
const minHeadlines = 3

// dropHeadlines drops a run of headlines behind the report's last paragraph.
func dropHeadlines(lines []line, drop []bool) {
	start := len(lines)
	for start > 0 && (drop[start-1] || isHeadline(lines[start-1])) {
		start--
	}
	if start == 0 || strings.HasSuffix(lines[start-1].text, ":") || !lines[start-1].prose {
		return
	}
	headlines := 0
	for i := start; i < len(lines); i++ {
		if !drop[i] {
			headlines++
		}
	}
	if headlines < minHeadlines {
		return
	}
	for i := start; i < len(lines); i++ {
		drop[i] = true
	}
}

// isHeadline reports whether a line could be the title of a report: some words
// that make no sentence and are no item of a list, credit or byline.
func isHeadline(l line) bool {
	first, _ := utf8.DecodeRuneInString(l.text)
	return len(l.words) >= 4 && len(l.words) <= 18 && !l.prose && !strings.HasSuffix(l.text, ".") && !strings.HasSuffix(l.text, ":") &&
		(unicode.IsUpper(first) || first == '‘' || first == '\'') && !isCredit(l) && !isByline(l) && len(findDates(l.text, false)) == 0
}
