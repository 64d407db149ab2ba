package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// notWires stand in brackets behind a name or a last sentence without naming an
// agency: days, offices and parties, directions to the reader, and the places
// that datelines are explained by most.
var notWires = wordSet(`democrat republican independent labour labor conservative liberal green tory progressive
	pictured left right centre center above below top bottom front back inset file photo photos video videos picture audio
	map graphic chart live update updated breaking opinion analysis comment commentary editorial exclusive correction corrected
	laughter applause cheers cheering end ends ended more sic continued emphasis crosstalk silence joke spoiler advertisement
	ad sponsored part page dead deceased retired winner loser captain coach today yesterday tomorrow morning evening night
	note notes editor editors reporter reporting writer author translation translated optional subscription free
	alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana
	iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
	nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ontario
	quebec alberta england scotland wales ireland britain uk us usa eu france germany italy spain portugal poland russia
	ukraine belarus china india japan korea iran iraq israel turkey syria egypt libya nigeria kenya ethiopia sudan somalia
	pakistan afghanistan bangladesh indonesia thailand vietnam australia canada mexico brazil argentina chile peru colombia
	venezuela cuba haiti austria switzerland belgium netherlands sweden norway denmark finland greece serbia hungary
	romania bulgaria moldova armenia azerbaijan kazakhstan kosovo lebanon jordan yemen europe africa asia america gaza
	cdu csu spd fdp afd gop snp dup`)

// wireEndings end the names of agencies.
var wireEndings = [...]string{"wire", "press", "agency", "agentur", "news", "service"}

// isWireName reports whether s could be the name of an agency or a station where
// the place in the text says that it is one, as between a dateline's place and
// its dash: one capitalised word, or several of which one has a form that no
// person's name has. What a place, a day, an office or a party is called is none.
func isWireName(s string) bool {
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > 3 || len(s) > 40 || strings.HasSuffix(s, ".") || len(findDates(s, false)) > 0 {
		return false
	}
	for _, f := range fields {
		r, _ := utf8.DecodeRuneInString(f)
		if !unicode.IsUpper(r) && !unicode.IsDigit(r) || strings.ContainsAny(f, ",:;!?()[]\"“”’'@%$&+*") {
			return false
		}
	}
	letters := strings.IndexFunc(s, unicode.IsLetter)
	if letters < 0 || letters > 2 || utf8.RuneCountInString(s) < 3 || strings.Contains(s, "-") && strings.IndexByte(s, '-') < 2 {
		return false // "R-Texas" is an office
	}
	for _, w := range fold(s) {
		if notWires[w] || roles[w] && len(fields) == 1 || weekdayNames[w] && len(w) > 2 || monthNames[w] > 0 {
			return false
		}
	}
	return len(fields) == 1 || hasWireForm(s) || namesMedium(s)
}

// hasWireForm reports whether a name has a word that is an abbreviation or a
// number, or ends as the names of agencies do.
func hasWireForm(s string) bool {
	for _, f := range strings.Fields(s) {
		if digit(f[0]) || len(f) > 1 && f == strings.ToUpper(f) {
			return true
		}
	}
	return hasWireEnding(s)
}

func hasWireEnding(s string) bool {
	s = strings.ToLower(s)
	for _, end := range wireEndings {
		if strings.HasSuffix(s, end) && len(s) > len(end)+2 {
			return true
		}
	}
	return false
}

// abbreviates reports whether short is made of the first letters of long:
// brackets behind a name often hold its abbreviation.
func abbreviates(short, long string) bool {
	var initials strings.Builder
	for _, w := range words(long) {
		if r, _ := utf8.DecodeRuneInString(w.fold); !connectors[w.fold] {
			initials.WriteRune(r)
		}
	}
	return strings.EqualFold(strings.ReplaceAll(short, ".", ""), initials.String())
}
