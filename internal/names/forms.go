package names

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed forms.txt
var formsFile string

//go:embed synonyms.txt
var synonymsFile string

//go:embed nicknames.txt
var nicknamesFile string

const longestForm = 6 // words of the longest legal form

// forms has the class of each legal form, folded.
var forms = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(formsFile) {
		class, list, ok := strings.Cut(strings.TrimRight(line, "\n"), "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for _, f := range strings.Split(list, "|") {
			if k := Fold(f); k != "" && len(strings.Fields(k)) <= longestForm {
				if _, taken := m[k]; !taken {
					m[k] = class
				}
			}
		}
	}
	return m
})

// withoutForm takes the legal forms out of an organisation's name and returns the
// class of the first. Something of the name always stays.
func withoutForm(words []string) ([]string, string) {
	class := ""
	known := forms()
	for i := 0; i < len(words); {
		n := min(longestForm, len(words)-i)
		for ; n > 0; n-- {
			if n == len(words) {
				continue
			}
			if i > 0 && i+n < len(words) {
				continue // within the name it is a word of it
			}
			if c, ok := known[strings.Join(words[i:i+n], " ")]; ok {
				if class == "" || class == "-" {
					class = c
				}
				rest := append([]string{}, words[:i]...)
				words = append(rest, words[i+n:]...)
				break
			}
		}
		if n == 0 {
			i++
		}
	}
	return words, class
}

// meanings has, for each folded word, the numbers of the lines of synonyms.txt
// that it stands in.
var meanings = sync.OnceValue(func() map[string][]int {
	m := map[string][]int{}
	n := 0
	for line := range strings.Lines(synonymsFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		n++
		for _, w := range strings.Split(strings.TrimSpace(line), "|") {
			k := Fold(w)
			if k == "" || strings.Contains(k, " ") {
				continue
			}
			if l := m[k]; len(l) == 0 || l[len(l)-1] != n {
				m[k] = append(l, n)
			}
		}
	}
	return m
})

// symbols returns what a word of an organisation's name means; nothing for a word
// that isn't in the list.
func symbols(word string) []int { return meanings()[word] }

// nicknames has the groups of given names that a name belongs to.
var nicknames = sync.OnceValue(func() map[string][]int {
	m := map[string][]int{}
	n := 0
	for line := range strings.Lines(nicknamesFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		n++
		for _, w := range strings.Fields(line) {
			m[w] = append(m[w], n)
		}
	}
	return m
})

// meet reports whether two sorted lists share a number.
func meet(a, b []int) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return true
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return false
}

var numerals = func() map[string]int {
	m := map[string]int{}
	for i, w := range strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty") {
		m[w] = i + 1
	}
	for i, w := range strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth") {
		m[w] = i + 1
	}
	for i, w := range strings.Fields("thirty forty fifty sixty seventy eighty ninety") {
		m[w] = 10 * (i + 3)
	}
	m["fourty"] = 40
	for i, w := range strings.Fields("ii iii iv vi vii viii ix") {
		m[w] = []int{2, 3, 4, 6, 7, 8, 9}[i]
	}
	for i, w := range strings.Fields("1st 2nd 3rd 4th 5th 6th 7th 8th 9th") {
		m[w] = i + 1
	}
	return m
}()

// numbers writes number words as digits: "forty four" is "44", "first" "1".
func numbers(words []string) []string {
	out := words[:0:0]
	tens := 0
	for _, w := range words {
		v, ok := numerals[w]
		if n, err := strconv.Atoi(w); err == nil && tens > 0 && n < 10 {
			v, ok = n, true
		}
		switch {
		case ok && tens > 0 && v < 10:
			out[len(out)-1] = strconv.Itoa(tens + v)
			tens = 0
		case ok:
			out = append(out, strconv.Itoa(v))
			tens = 0
			if v >= 20 && v%10 == 0 {
				tens = v
			}
		default:
			out = append(out, w)
			tens = 0
		}
	}
	return out
}
