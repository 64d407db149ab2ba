package names

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed hanzi.txt
var hanziFile string

// hanzi has the pinyin of the characters that are frequent in Chinese names and in
// news: "reading characters" in lines.
var hanzi = sync.OnceValue(func() map[rune]string {
	m := map[rune]string{}
	for line := range strings.Lines(hanziFile) {
		if reading, characters, ok := strings.Cut(strings.TrimSpace(line), " "); ok && !strings.HasPrefix(line, "#") {
			for _, r := range characters {
				m[r] = strings.ReplaceAll(reading, "ü", "u")
			}
		}
	}
	return m
})

// twoCharacters are family names of two characters.
var twoCharacters = map[string]bool{"欧阳": true, "歐陽": true, "司马": true, "司馬": true, "诸葛": true, "諸葛": true, "上官": true, "夏侯": true, "司徒": true, "东方": true}

// hanziLetter reads the character at i. The family name stands first and has one
// character as a rule: a space follows it.
func hanziLetter(runes []rune, i int) (string, bool) {
	l, ok := hanzi()[runes[i]]
	if !ok {
		return "", false
	}
	two := len(runes) > 2 && twoCharacters[string(runes[:2])]
	if i == 0 && len(runes) > 1 && !two || i == 1 && two {
		l += " "
	}
	return l, true
}
