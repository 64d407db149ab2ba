package extract

import (
	"stemma/account"
	"stemma/internal/span"
)

// Words around a medium's name that make it the place where something was said
// or read.
var (
	tellVerbs = wordSet("told tells telling informed")
	sayWords  = wordSet(`said says say saying spoke speaks speaking talk talking talked confirmed confirms revealed
		admitted interview interviews interviewed statement statements remarks comments comment conversation email
		emailed declared announced explained added statement appearing appeared appearance asked answered responding
		tells told according admitted complained aired broadcast televised assured affirmed stated indicated article op column essay piece wrote writes
		writing published editorial report reported reports story broadcasted shown seen commentary question`)
	readVerbs = wordSet(`reported reports report quoted cited published seen obtained reviewed relayed carried
		broadcast aired interviewed released leaked conducted posted translated confirmed verified shared run revealed asked
		commissioned`)
	reportVerbs   = wordSet("reported reports reporting quoted quotes cited cites wrote writes revealed claimed claims noted")
	sayVerbs      = wordSet("said says")
	reportAdverbs = wordSet("also has had earlier first later previously then since separately on have")
	reportNouns   = wordSet("report reports story article interview investigation analysis")
)

// findCites finds where a text names the medium through which something reached
// it: "told RTVI", "according to the Interfax agency", "quoted by the WSJ". Only
// media count: "told reporters" and "told Putin" name none.
func findCites(text string) []Credit {
	ws := words(text)
	var found []Credit
	for i := 0; i < len(ws); {
		from, p, ok := citeAt(text, ws, i)
		if !ok {
			i++
			continue
		}
		found = append(found, Credit{
			Span: span.Span{Start: ws[from].Start, End: ws[p.to-1].End},
			Kind: account.CreditCites, Name: p.nameOf(text, ws),
		})
		i = p.to
	}
	return found
}

// citeAt reads a citation whose leading word is ws[i]: a verb or preposition
// before the medium, or the medium itself before its verb. from is where the
// citing words begin.
func citeAt(text string, ws []word, i int) (from int, p mediaPhrase, ok bool) {
	w := ws[i].fold
	switch {
	case tellVerbs[w] && !ws[i].capital || w == "citing" || w == "quoting":
		from, i = i, i+1
		i = skipReport(ws, i)
	case w == "to" && i > 0 && ws[i-1].fold == "according":
		from, i = i-1, skipReport(ws, i+1)
	case w == "by" && i > 0 && readVerbs[ws[i-1].fold]:
		from, i = i-1, i+1
	case (w == "to" || w == "on" || w == "in" || w == "with" || w == "for" || w == "from") && saidBefore(text, ws, i):
		from, i = occasion(ws, i), i+1
	default:
		return subjectAt(text, ws, i)
	}
	if i < len(ws) && i > 0 && isSpace(gap(text, ws[i-1], ws[i])) {
		p, ok = mediaPhraseAt(text, ws, i)
	}
	return from, p, ok
}

func isSpace(gap string) bool { return gap == " " || gap == "\n" }

// occasion returns where the words that lead to the preposition ws[i] begin: "in
// an interview" before "with".
func occasion(ws []word, i int) int {
	from := i
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		switch ws[j].fold {
		case "interview", "statement", "remarks", "comments", "article", "column", "appearance":
			from = j
		case "a", "an", "the", "televised", "exclusive", "recent", "written", "brief", "telephone", "phone":
			if from != j+1 {
				return from
			}
			from = j
		case "in", "during":
			if from == j+1 && from != i {
				from = j
			}
			return from
		default:
			return from
		}
	}
	return from
}

// skipReport passes over "a report by", "reports in" and the like.
func skipReport(ws []word, i int) int {
	for j := i; j < len(ws) && j < i+4; j++ {
		switch ws[j].fold {
		case "by", "in", "on", "from", "with":
			if j > i && (reportNouns[ws[j-1].fold] || ws[j-1].fold == "journalists") {
				return j + 1
			}
			return i
		}
	}
	return i
}

// saidBefore reports whether a word of saying or publishing stands in the twelve
// words before ws[i], within the sentence.
func saidBefore(text string, ws []word, i int) bool {
	for j := i - 1; j >= 0 && j >= i-12; j-- {
		if endsSentence(gap(text, ws[j], ws[j+1])) && len(ws[j].fold) > 1 {
			return false
		}
		if sayWords[ws[j].fold] {
			return true
		}
	}
	return false
}

// subjectAt reads "RTVI reported", "the Kyiv Post’s report".
func subjectAt(text string, ws []word, i int) (from int, p mediaPhrase, ok bool) {
	if !ws[i].capital && ws[i].fold != "the" && !lowerCaseNames[ws[i].fold] {
		return i, p, false
	}
	p, ok = mediaPhraseAt(text, ws, i)
	if !ok || p.to >= len(ws) || p.known == nil && p.nameTo-p.nameFrom < 2 && !mediaNouns[ws[max(0, p.nameFrom-1)].fold] {
		return i, p, false
	}
	j := p.to
	if ws[j].fold == "s" && j+1 < len(ws) {
		p.to = j + 2
		return i, p, reportNouns[ws[j+1].fold]
	}
	for n := 0; j < len(ws) && n < 3; n++ {
		if g := gap(text, ws[j-1], ws[j]); g != " " && g != "\n" {
			return i, p, false
		}
		verb := ws[j].fold
		if !ws[j].capital && (reportVerbs[verb] || sayVerbs[verb] && !(p.known != nil && p.known.surname)) {
			p.to = j + 1
			return i, p, true
		}
		if !reportAdverbs[verb] && !isWeekday(verb) {
			return i, p, false
		}
		j++
	}
	return i, p, false
}
