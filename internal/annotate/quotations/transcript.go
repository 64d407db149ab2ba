package quotations

import (
	"strings"
	"unicode"
)

// transcript finds speech that is set as in a play: a paragraph that begins with
// the speaker's name in capitals and a colon. Once isn't enough: "UPDATE: …".
func (p *page) transcript() []attribution {
	var out []attribution
	for n, para := range p.paras {
		line := para.In(p.text)
		colon := strings.IndexByte(line[:min(len(line), 40)], ':')
		if colon < 2 || !capitals(line[:colon]) {
			continue
		}
		r := p.paragraphWords(n)
		i := r[0]
		for i < r[1] && p.low(i) != ":" {
			i++
		}
		if i+1 >= r[1] || i == r[0] {
			continue
		}
		out = append(out, attribution{source: [2]int{r[0], i}, cue: [2]int{i, i + 1}, content: [][2]int{{i + 1, r[1]}}, verbatim: true})
	}
	if len(out) < 3 {
		return nil
	}
	return out
}

// capitals reports whether s has letters, and only capital ones, in at most four
// words.
func capitals(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) || unicode.IsDigit(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 2 && len(strings.Fields(s)) <= 4
}
