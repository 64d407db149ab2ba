package extract

import "strings"

// A mediaPhrase is the words that name a medium, with what describes it: "privately
// owned Russian-language television network RTVi". Word indexes; name within all.
type mediaPhrase struct {
	from, to         int // all of it, articles included
	nameFrom, nameTo int
	known            *medium // nil: recognised by its form
}

// maxDescription is how many words may describe a medium before its name.
const maxDescription = 9

// mediaPhraseAt reads a medium's name with its description from ws[i] on.
//
// A name on the list is enough. Any other capitalised name needs a word that says
// it is a medium's, before it, behind it or as its last part.
func mediaPhraseAt(text string, ws []word, i int) (p mediaPhrase, ok bool) {
	p.from = i
	article := false
	if i < len(ws) && (ws[i].fold == "the" || ws[i].fold == "a" || ws[i].fold == "an") {
		// "The Hill" and its like have the article in their name.
		if m, n := mediumAt(text, ws, i); n > 1 {
			return p.named(i, i+n, m), true
		}
		article = true
		i++
	}
	noun, strong := false, false
	for k := i; k < len(ws) && k-i <= maxDescription; k++ {
		if k > i && !describes(text, ws[k-1], ws[k]) {
			return p, false
		}
		w := ws[k]
		if m, n := mediumAt(text, ws, k); n > 0 {
			end, behind := nounsBehind(text, ws, k+n)
			if !m.weak || noun || behind != "" {
				p = p.named(k, k+n, m)
				p.to = end
				return p, true
			}
		}
		if (mediaNouns[w.fold] || mediaAdjectives[w.fold]) && !w.capital {
			noun = noun || mediaNouns[w.fold]
			strong = strong || strongNouns[w.fold]
			continue
		}
		if isDemonym(w) && k+1 < len(ws) && describes(text, w, ws[k+1]) && (!ws[k+1].capital || noun) {
			continue
		}
		return p.unknown(text, ws, k, noun, article)
	}
	return p, false
}

func (p mediaPhrase) named(from, to int, m *medium) mediaPhrase {
	p.nameFrom, p.nameTo, p.to, p.known = from, to, to, m
	return p
}

// unknown reads a capitalised name that is on no list.
func (p mediaPhrase) unknown(text string, ws []word, k int, noun, article bool) (mediaPhrase, bool) {
	end := nameEnd(text, ws, k)
	if end == k || platforms[ws[k].fold] || notNames[ws[k].fold] || generic(ws[k:end]) {
		return p, false
	}
	p = p.named(k, end, nil)
	last := ws[end-1].fold
	to, behind := nounsBehind(text, ws, end)
	switch {
	case noun && !isPersonTitle(ws[k].fold):
	case strongNouns[behind] || behind == "news" && !(to < len(ws) && occasions[ws[to].fold]):
	case stationHeads[ws[k].fold] && end-k > 1 && !stationHeads[ws[k+1].fold] && !notStations[ws[k+1].fold]:
	case nameHeads[last] && (end-k > 1 || article && ws[end-1].capital) && !(last == "press" && end-k < 2):
	case end-k > 2 && (last == "agency" || last == "service") && (ws[end-2].fold == "news" || ws[end-2].fold == "press" || ws[end-2].fold == "wire"):
	default:
		return p, false
	}
	p.to = to
	return p, true
}

// notNames begin sentences, so that their capital says nothing.
var notNames = wordSet(`as but and when while so here earlier later in on at for if after before since although though because
	that this these those it he she they we you i my our his her their there then now also however meanwhile last next
	what why how who which yes no not asked some many most all both according`)

// occasions follow "news" where it is no medium's: "a police news release".
var occasions = wordSet("release releases conference conferences briefing briefings statement bulletin")

// generic reports whether words say what a medium is without naming one: "Russian
// TV".
func generic(ws []word) bool {
	for _, w := range ws {
		if !isDemonym(w) && !nameHeads[w.fold] && !mediaNouns[w.fold] && !mediaAdjectives[w.fold] {
			return false
		}
	}
	return len(ws) < 3 && (isDemonym(ws[0]) || len(ws) == 1)
}

// isPersonTitle keeps "told the newspaper President Doe" from naming a medium.
func isPersonTitle(w string) bool {
	switch w {
	case "president", "minister", "prime", "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "senator", "i", "he", "she", "they", "we", "it":
		return true
	}
	return isWeekday(w)
}

func isWeekday(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

// nameEnd returns the index behind the capitalised words from ws[k] on, with the
// connectors between them.
func nameEnd(text string, ws []word, k int) int {
	end := k
	for j := k; j < len(ws) && j-k < 6; j++ {
		if j > k && !joinsName(text, ws[j-1], ws[j]) {
			break
		}
		if ws[j].capital && !isWeekday(ws[j].fold) || j > k && isNumber(ws[j].fold) {
			end = j + 1
		} else if j == k || !connectors[ws[j].fold] || ws[j].fold == "and" || ws[j].fold == "the" {
			break
		}
	}
	return end
}

func joinsName(text string, a, b word) bool {
	switch gap(text, a, b) {
	case " ", "-", ".", "/", " & ":
		return true
	}
	return false
}

// describes reports whether b can follow a within a description: nothing but
// space, a hyphen, a comma before another adjective, an opening quotation mark or
// the full stop of an abbreviation stands between.
func describes(text string, a, b word) bool {
	switch gap(text, a, b) {
	case " ", "-", " \"", " “", "\n":
		return true
	case ", ":
		return !b.capital
	case ".", ". ":
		return a.capital && len(a.fold) <= 2
	}
	return false
}

// nounsBehind reads the words behind a name that say it is a medium's ("Interfax
// news agency"); noun is the most telling of them, to the index behind them.
func nounsBehind(text string, ws []word, i int) (to int, noun string) {
	to = i
	for j := i; j < len(ws) && j-i < 3 && j > 0; j++ {
		if g := gap(text, ws[j-1], ws[j]); g != " " && g != "\n" && g != "’" && g != "” " && g != "\" " {
			break
		}
		w := ws[j]
		if w.capital || !mediaNouns[w.fold] && w.fold != "news" && w.fold != "press" && w.fold != "site" {
			break
		}
		to = j + 1
		switch {
		case noun == "" || strongNouns[w.fold]:
			noun = w.fold
		case noun == "news" && w.fold == "agency", noun == "news" && w.fold == "site":
			noun = "news"
		}
	}
	return to, noun
}

// nameOf is the medium's name as the text has it, without "The" and a genitive.
func (p mediaPhrase) nameOf(text string, ws []word) string {
	return strings.Join(strings.Fields(text[ws[p.nameFrom].Start:ws[p.nameTo-1].End]), " ")
}
