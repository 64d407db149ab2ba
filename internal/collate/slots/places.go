package slots

import (
	"strings"

	"stemma/account"
)

// siteHeads are the last words of names of places, by what kind of place they
// name. Places of a kind compare whatever type their mention was given.
var siteHeads = func() map[string]string {
	m := map[string]string{}
	for kind, heads := range map[string]string{
		"road": `street st avenue ave road rd boulevard blvd drive dr lane ln parkway pkwy highway hwy ct place
			pl terrace way pike square circle freeway turnpike expressway route interstate bridge`,
		"hospital": "hospital clinic infirmary hospice",
		"school":   "school academy elementary college university seminary kindergarten",
		"park":     "park playground garden gardens zoo forest beach lake river creek island mountain valley",
		"housing":  "apartments apartment village manor homes towers terraces residences complex condominiums villas",
		"site": `airport station mall church mosque synagogue temple cathedral hotel motel inn theater theatre stadium
			arena museum library restaurant bar grill club lounge cafe store market plaza center centre jail prison
			penitentiary courthouse barracks base camp casino supermarket`,
		"county": "county parish borough township district precinct province oblast",
	} {
		for _, h := range strings.Fields(heads) {
			m[h] = kind
		}
	}
	return m
}()

// siteKind is the kind of place that a name's words end in, or "".
func siteKind(lower []string) string {
	n := len(lower)
	if n >= 3 && lower[n-2] == "medical" && (lower[n-1] == "center" || lower[n-1] == "centre") {
		return "hospital"
	}
	if n < 2 {
		return ""
	}
	return siteHeads[lower[n-1]]
}

// sites finds names of places by their last word, and blocks of streets: "Orla
// River Park", "the 400 block of West 8th Street".
func (f *finder) sites(i int) {
	ws := f.Words[i]
	for k := 1; k < len(ws); k++ {
		if ws[k].Lower == "block" && k+1 < len(ws) && isNumber(strings.ReplaceAll(ws[k-1].Lower, ",", "")) {
			f.block(i, k)
			continue
		}
		if siteHeads[ws[k].Lower] == "" || !ws[k].Capital || !f.joined(i, k) {
			continue
		}
		first := k
		for first > 0 && f.joined(i, first) && (ws[first-1].Capital || isOrdinal(ws[first-1].Lower)) && k-first < 5 {
			first--
		}
		if first > 0 && isOrdinal(ws[first-1].Lower) && f.joined(i, first) {
			first--
		}
		for first < k && !ws[first].Content && len(ws[first].Lower) > 1 {
			first++ // "The", "At" at the start of a sentence
		}
		if first == k || f.goesOn(i, k+1) {
			continue
		}
		f.site(i, first, k+1)
	}
}

// goesOn reports whether the name that ends before word k goes on with it: "Orla
// Valley" before "Medical Center".
func (f *finder) goesOn(i, k int) bool {
	ws := f.Words[i]
	return k < len(ws) && ws[k].Capital && weekdays[ws[k].Lower] == "" && ws[k].Content && f.between(i, k) == " "
}

// site adds a named place of words [first, last).
func (f *finder) site(i, first, last int) {
	var lower []string
	for _, w := range f.Words[i][first:last] {
		lower = append(lower, w.Lower)
	}
	kind := siteKind(lower)
	if kind == "" {
		return
	}
	parts := plainPlace(lower)
	s := f.add(i, first, last, account.AspectPlace, "site:"+kind, strings.Join(parts, " "))
	s.Parts = parts
	f.take(i, first, last)
}

// plainPlace writes a place's words as they compare: abbreviations in full, points
// of the compass in one letter.
func plainPlace(lower []string) []string {
	plain := make([]string, len(lower))
	for i, w := range lower {
		if full := placeWords[w]; full != "" {
			w = full
		}
		plain[i] = w
	}
	return plain
}

var placeWords = map[string]string{
	"st": "street", "ave": "avenue", "rd": "road", "blvd": "boulevard", "dr": "drive", "ln": "lane",
	"pkwy": "parkway", "hwy": "highway", "ct": "court", "pl": "place", "mt": "mount",
	"n": "north", "s": "south", "e": "east", "w": "west", "centre": "center", "apartment": "apartments",
}

// block adds "400 block of West 8th"; k is the word "block".
func (f *finder) block(i, k int) {
	ws := f.Words[i]
	last := k + 1
	if last < len(ws) && ws[last].Lower == "of" {
		last++
	}
	for last < len(ws) && last-k < 6 && (ws[last].Capital || isOrdinal(ws[last].Lower)) && f.joined(i, last) {
		last++
	}
	number := strings.ReplaceAll(ws[k-1].Lower, ",", "")
	s := f.add(i, k-1, last, account.AspectPlace, "block", number)
	for _, w := range ws[k+1 : last] {
		if placeWords[w.Lower] == "" && siteHeads[w.Lower] == "" && w.Lower != "of" {
			s.About = w.Lower
		}
	}
	f.take(i, k-1, k+1)
}

// isOrdinal reports whether a word is a number with its ending: "8th".
func isOrdinal(w string) bool {
	n := strings.TrimRight(w, "stndrh")
	return n != "" && n != w && isNumber(n)
}
