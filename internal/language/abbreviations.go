package language

import (
	"strings"

	"stemma/internal/span"
)

// How an abbreviation behaves before a capital.
const (
	noAbbreviation = iota
	opensName      // never ends a sentence: "Gen.", "Mr."
	opensNumber    // one only before a number: "No. 5", "Jan. 13", "pp. 3"
	mayEnd         // ends one where the next word looks like a beginning: "Inc.", "etc."
)

// abbreviations without their period, in lower case, with what they do.
var abbreviations = func() map[string]int {
	m := map[string]int{}
	add := func(kind int, words string) {
		for _, w := range strings.Fields(words) {
			m[w] = kind
		}
	}
	add(opensName, `mr mrs ms mx dr prof st ste ft mt gen lt col maj capt cpt sgt cpl pvt pte cmdr cdr adm
		brig sen sens rep reps gov govs pres rev fr hon supt det insp atty sec amb messrs mme mlle mgr msgr
		dep asst ass't sr. vs v hr dipl ing arch abp bp pfc spc sra comdr`)
	add(opensNumber, `no nos pp art sect fig figs vol ch par jan feb mar apr jun jul aug sept sep oct nov dec
		sat sun mon tue tues wed thu thur thurs fri ca approx est ext tel cir c para`)
	add(mayEnd, `inc corp co ltd llc plc bros jr sr etc al et dept univ assn ave blvd rd hwy bldg
		ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nev okla
		ore pa penn tenn tex va vt wash wis wyo ont que alta man sask
		lb lbs oz hrs hr mins min yr yrs sq cu i.e e.g a.m p.m eg ie cf viz esq ph.d ph ed eds
		intl int'l nat'l gov't govt attn arr arrv spec conf rec dom esp incl misc mfg mkt ph.d m.d b.a m.a b.c a.d
		kb bn mn tn cie pty s.a jr reg`)
	return m
}()

// starters are words that, capitalised after an abbreviation, most likely begin
// a sentence.
var starters = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`the a an this that these those there here he she it they we i you his her its
		their our my your who what when where why how which in on at by for from with without after before since
		while as if although though because but and or nor so yet however meanwhile moreover furthermore still then
		thus also both each every all some most many much few several one two three other another such no not
		is are was were do does did has have had can could will would should may might must let
		to under over during between among against despite until unless once according asked earlier later
		last next now today yesterday tomorrow instead indeed only even perhaps maybe`) {
		m[w] = true
	}
	return m
}()

// topLevel are the ends of host names that news and mail write without "www.".
var topLevel = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`com org net edu gov mil int info biz co uk us ca au de fr ru cn in jp br eu it es
		nl ch se no fi dk pl ua by kz ge am az tr il ir iq sa ae qa eg za ng ke mx ar cl ve cu tv me io ai
		htm html php asp doc pdf xls txt jpg gif zip exe ppt`) {
		m[w] = true
	}
	return m
}()

// joinedPrefixes are the prefixes after which the English Web Treebank leaves a
// hyphen inside the word; elsewhere a hyphen parts words.
var joinedPrefixes = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`e non mid pre anti re post co over pro multi ex sub semi neo cross counter socio
		psycho inter intra un de micro macro mini mega ultra super trans extra under arch bi tri hyper pseudo quasi
		proto para photo electro bio geo auto dis out vice- pan infra meta omni poly tele thermo uber eco cyber`) {
		m[w] = true
	}
	return m
}()

// abbreviated reports whether word, before a period, is an abbreviation.
func abbreviated(word string) bool {
	return kindOf(word) != noAbbreviation
}

// kindOf classes a word that stands before a period.
func kindOf(word string) int {
	if len(word) > 8 || len(word) == 0 {
		return noAbbreviation
	}
	var low [8]byte
	for i := range len(word) {
		c := word[i]
		if isUpper(c) {
			c |= 0x20
		}
		low[i] = c
	}
	return abbreviations[string(low[:len(word)])]
}

// keepsPeriod reports whether the period at i belongs to the word before it.
func (t *tokenizer) keepsPeriod(start, i, end int, b span.Span) bool {
	s := t.text
	if i+1 < end && s[i+1] == '.' {
		return false // an ellipsis
	}
	word := s[start:i]
	if len(word) >= 3 && word[len(word)-2] == '.' && !isDigit(word[len(word)-1]) {
		return true // U.S., a.m.
	}
	if len(word) == 1 && isUpper(word[0]) {
		// An initial; "I." and "A." at the end of the text are none.
		return i+1 < b.End
	}
	if start == b.Start && len(word) <= 3 && isDigit(word[0]) && isDigit(word[len(word)-1]) && i+1 == end && i+1 < b.End {
		return true // the number of a list's item
	}
	switch kindOf(word) {
	case noAbbreviation:
		return false
	case opensNumber:
		j := i + 1
		for j < b.End && s[j] == ' ' {
			j++
		}
		return j < b.End && (isDigit(s[j]) || s[j] == ',' || s[j] == '#')
	case opensName:
		// "St." and "v." stand within; a period at the very end ends.
		return i+1 < b.End && strings.TrimSpace(s[i+1:min(b.End, i+4)]) != ""
	}
	// "et al." is one, "al." alone, "in.", "mass." and "wash." in lower case
	// mostly are words.
	switch word {
	case "mass", "wash", "miss", "del", "ill", "man", "ore", "mo", "ind", "rec", "reg", "min", "la", "pa", "va", "int", "ed":
		return false
	}
	return true
}
