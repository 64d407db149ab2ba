package extract

import (
	"strings"
	"unicode"

	"github.com/RadhiFadlillah/whatlanggo"
)

// identify returns the ISO 639-1 code of the language that text is in, or ""
// where it can't tell. declared is what the document says of itself; it counts
// where the text is too short to say otherwise.
func identify(text, declared string) string {
	declared = baseLanguage(declared)
	sample := languageSample(text)
	if isEnglish(sample) {
		return "en"
	}
	letters := 0
	for _, r := range sample {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	if letters < 20 {
		return declared
	}
	info := whatlanggo.Detect(sample)
	if code := info.Lang.Iso6391(); code != "" && (info.IsReliable() || code == declared || letters > 1000) {
		return code
	}
	return declared
}

// englishWords are common in English and no common words of another language.
var englishWords = wordSet("the of and that was with for said this from which have were been would are has will they")

// isEnglish settles the most frequent case without counting trigrams, which takes
// longer than all the rest of reading a plain text.
func isEnglish(sample string) bool {
	ws := words(sample)
	common := 0
	for _, w := range ws {
		if englishWords[w.fold] {
			common++
		}
	}
	return len(ws) >= 60 && common*100 >= len(ws)*14
}

// languageSample cuts a piece of at most about 2,000 bytes from the middle of a
// long text, where there are sentences rather than labels.
func languageSample(text string) string {
	const size = 2000
	if len(text) <= size {
		return text
	}
	start := min(len(text)/4, 4000)
	start += strings.IndexByte(text[start:]+" ", ' ')
	return strings.ToValidUTF8(text[start:min(len(text), start+size)], "")
}

// baseLanguage gives "en" for "en-US", "" for what is no language tag.
func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(strings.TrimSpace(tag), "_", "-")), "-")
	if len(base) != 2 {
		return ""
	}
	for _, r := range base {
		if r < 'a' || r > 'z' {
			return ""
		}
	}
	return base
}
