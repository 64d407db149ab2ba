package extract

import (
	_ "embed"
	"strings"
)

// mediaList names news agencies and other media, one a line: names parted by
// "|", a TAB, letters ("a" an agency, "o" another outlet, "w" a name that is a
// common word too, "s" a surname), a TAB, its host names. The state media are from
// the State Media Matrix (see NOTICE).
//
//go:embed media.txt
var mediaList string

// A medium is an agency or outlet that is known by name.
type medium struct {
	name    string
	agency  bool
	weak    bool // counts only beside a word like "newspaper"
	surname bool // is somebody's name too: who says something may be the person
}

type mediumName struct {
	words []string
	*medium
}

var (
	mediaByWord = map[string][]mediumName{} // by the name's first word, longest first
	mediaByHost = map[string]*medium{}
)

func init() {
	for _, l := range strings.Split(mediaList, "\n") {
		f := strings.Split(l, "\t")
		if len(f) < 2 {
			continue
		}
		names := strings.Split(f[0], "|")
		m := &medium{name: names[0], agency: strings.Contains(f[1], "a"), weak: strings.Contains(f[1], "w"), surname: strings.Contains(f[1], "s")}
		for _, name := range names {
			addMediumName(name, m)
		}
		if len(f) > 2 {
			for _, host := range strings.Split(f[2], ",") {
				mediaByHost[host] = m
			}
		}
	}
}

func addMediumName(name string, m *medium) {
	var folds []string
	for _, w := range words(name) {
		folds = append(folds, w.fold)
	}
	if len(folds) == 0 {
		return
	}
	list := mediaByWord[folds[0]]
	at := 0
	for at < len(list) && len(list[at].words) >= len(folds) {
		at++
	}
	list = append(list, mediumName{})
	copy(list[at+1:], list[at:])
	list[at] = mediumName{folds, m}
	mediaByWord[folds[0]] = list
}

// mediumAt finds the longest known name that begins at ws[i]; n is how many words
// it has, 0 if there is none. A name must be written as a name.
func mediumAt(text string, ws []word, i int) (m *medium, n int) {
	for _, name := range mediaByWord[ws[i].fold] {
		n := len(name.words)
		if !ws[i].capital && !lowerCaseNames[ws[i].fold] || !fits(text, ws[i:], name.words) {
			continue
		}
		if last := ws[i+n-1]; n > 1 && !last.capital && !isNumber(last.fold) && last.fold != "com" && last.fold != "tv" && last.fold != "ru" {
			continue // "The star noted", "Reuters news agency"
		}
		return name.medium, len(name.words)
	}
	return nil, 0
}

// lowerCaseNames are written small by themselves and others.
var lowerCaseNames = wordSet("dpa taz tagesschau de n teleSUR telesur")

func fits(text string, ws []word, name []string) bool {
	if len(ws) < len(name) {
		return false
	}
	for i, w := range name {
		if ws[i].fold != w {
			return false
		}
		if i > 0 {
			switch gap(text, ws[i-1], ws[i]) {
			case " ", "-", "/", ".", ". ", "'", "’", " & ", "–", "! ", "\n":
			default:
				return false
			}
		}
	}
	return true
}

// isMedium reports whether the whole of name is one known name, an article aside.
func isMedium(name string) *medium {
	ws := words(name)
	if len(ws) > 1 && ws[0].fold == "the" {
		if m, n := mediumAt(name, ws, 0); n == len(ws) {
			return m
		}
		ws = ws[1:]
	}
	if len(ws) == 0 {
		return nil
	}
	if m, n := mediumAt(name, ws, 0); n == len(ws) {
		return m
	}
	return nil
}

// Words of which the description of a medium is made: "privately owned
// Russian-language television network".
var (
	// mediaNouns say what a medium is. Before a name each is enough to make it
	// one ("channel Dozhd").
	mediaNouns = wordSet(`agency newswire channel station newspaper paper daily weekly broadcaster network magazine
		outlet website portal tabloid radio television tv journal podcast newsroom`)
	// strongNouns do so behind a name too ("the Zorya newspaper"), where "agency"
	// or "network" could be anybody's.
	strongNouns     = wordSet(`newswire newspaper broadcaster magazine tabloid radio television tv daily weekly portal channel newsroom podcast`)
	mediaAdjectives = wordSet(`state run privately private owned independent public national local regional international
		official semi news press business financial sports cable satellite online digital morning evening english
		language based controlled backed funded affiliated aligned conservative liberal leading popular main mass
		opposition pro anti kremlin government left right wing leaning german french british russian catholic
		religious investigative commercial community sister respected influential global world flagship`)
	// nameHeads end the names of media, so that a name with one needs nothing else.
	nameHeads = wordSet(`times post herald news gazette tribune journal zeitung tv radio fm telegraph chronicle courier
		inquirer television broadcasting dispatch sentinel daily newspaper magazine press`)
	// stationHeads begin the names of stations: "Radio Tavisk", "Kanal 8".
	stationHeads = wordSet(`radio rádio tv television televisión télévision televisione telewizja rundfunk fernsehen channel kanal
		canal kanał`)
	// notStations make something else of them.
	notStations = wordSet("islands tunnel city shack times guide coast commission authority corporation act is host hosts series show")
	platforms   = wordSet(`telegram youtube twitter facebook instagram vk whatsapp tiktok x reddit linkedin weibo wechat
		signal snapchat google internet truth social`)
	connectors = wordSet("of de la le del da do der die das el los di du the and")
)

// isDemonym guesses from its form whether a capitalised word is the adjective of
// a country or a city.
func isDemonym(w word) bool {
	if !w.capital {
		return false
	}
	switch w.fold {
	case "french", "dutch", "greek", "swiss", "czech", "thai", "us", "uk", "u", "s", "american", "european", "iraqi",
		"israeli", "pakistani", "saudi", "qatari", "emirati", "kuwaiti", "yemeni", "bangladeshi", "arab", "arabic", "moscow",
		"london", "berlin", "paris", "kyiv", "kiev", "tehran", "beijing":
		return true
	}
	for _, end := range [...]string{"ian", "ish", "ese", "ean", "can", "wan", "man", "andic"} {
		if strings.HasSuffix(w.fold, end) && len(w.fold) > len(end)+2 {
			return true
		}
	}
	return false
}
