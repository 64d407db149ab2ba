package language

import (
	"strings"
	"unicode/utf8"
)

// clitics adds text[start:end], a word without a period, and cuts off what
// English writes together.
func (t *tokenizer) clitics(start, end int) {
	s := t.text
	if end-start > 64 {
		t.add(start, end)
		return
	}
	word := s[start:end]
	if cut := cliticAt(word); cut > 0 {
		t.add(start, start+cut)
		t.add(start+cut, end)
		return
	}
	if isDigit(word[0]) { // 10am, 5pm
		n := len(word)
		if n >= 3 && n <= 7 && (word[n-1]|0x20) == 'm' && ((word[n-2]|0x20) == 'a' || (word[n-2]|0x20) == 'p') && isDigit(word[n-3]) {
			t.add(start, end-2)
			t.add(end-2, end)
			return
		}
		if n := unitAt(word); n > 0 { // 1.5bn, 300m
			t.add(start, start+n)
			t.add(start+n, end)
			return
		}
	}
	t.add(start, end)
}

// units are written right behind their number, without a space.
var units = map[string]bool{
	"m": true, "M": true, "k": true, "K": true, "b": true, "bn": true, "mn": true, "tn": true, "trn": true, "mm": true, "cm": true, "km": true, "ft": true,
	"kg": true, "lb": true, "lbs": true, "oz": true, "mph": true, "kph": true, "Hz": true, "MHz": true, "GHz": true, "kW": true, "MW": true, "GW": true,
}

// unitAt is where a unit begins in a word that begins with a digit, or 0.
func unitAt(word string) int {
	n := 0
	for n < len(word) && (isDigit(word[n]) || word[n] == '.' || word[n] == ',') {
		n++
	}
	if units[word[n:]] {
		return n
	}
	return 0
}

// carelessly are negations written without their apostrophe.
var carelessly = map[string]bool{
	"didnt": true, "doesnt": true, "isnt": true, "wasnt": true, "arent": true, "couldnt": true,
	"wouldnt": true, "shouldnt": true, "havent": true, "hasnt": true, "werent": true, "hadnt": true,
}

// cliticAt is where a clitic begins in word, or 0.
func cliticAt(word string) int {
	switch n := len(word); {
	case n == 6 && strings.EqualFold(word, "cannot"):
		return 3
	case n == 5 && (strings.EqualFold(word, "gonna") || strings.EqualFold(word, "gotta") || strings.EqualFold(word, "wanna")):
		return 3
	case n == 4 && (strings.EqualFold(word, "dont") || strings.EqualFold(word, "cant") || strings.EqualFold(word, "wont")):
		return 2
	case n == 2 && (word == "im" || word == "Im"), n == 3 && (word == "ive" || word == "Ive"):
		return 1
	case n == 4 && word == "alot":
		return 1
	case n == 5 && (strings.EqualFold(word, "thats") || strings.EqualFold(word, "whats")):
		return 4
	case n >= 5 && n <= 8 && strings.HasSuffix(word, "nt") && carelessly[strings.ToLower(word)]:
		return n - 2
	}
	for i := len(word) - 1; i > 0 && i >= len(word)-5; i-- {
		r, size := utf8.DecodeRuneInString(word[i:])
		if !isApostrophe(r) {
			continue
		}
		switch strings.ToLower(word[i+size:]) {
		case "s":
			if isDigit(word[i-1]) && word[i-1] == '0' {
				return 0 // the 1980's
			}
			return i
		case "m", "re", "ve", "ll", "d":
			return i
		case "t":
			if word[i-1]|0x20 == 'n' && i > 1 {
				return i - 1
			}
		}
		return 0
	}
	return 0
}

// apostrophe cuts off what begins with an apostrophe.
func (t *tokenizer) apostrophe(i, end int) int {
	s := t.text
	_, size := utf8.DecodeRuneInString(s[i:end])
	next := i + size
	if next+2 <= end && isDigit(s[next]) && isDigit(s[next+1]) { // '90s
		n := next + 2
		if n < end && s[n] == 's' {
			n++
		}
		if n == end || !isWordAt(s, n, end) {
			t.add(i, n)
			return n
		}
	}
	rest := s[next:min(end, next+4)]
	n := 0
	for n < len(rest) && (isLower(rest[n]) || isUpper(rest[n])) {
		n++
	}
	if next+n < end && isWordAt(s, next+n, end) {
		n = 0 // a longer word
	}
	switch strings.ToLower(rest[:n]) {
	case "s", "re", "ve", "ll", "m", "d":
		if i > 0 && !isSpaceBefore(s, i) {
			t.add(i, next+n)
			return next + n
		}
	case "em", "til", "tis", "cos":
		t.add(i, next+n)
		return next + n
	}
	if next < end && s[next] == s[i] && s[i] < utf8.RuneSelf { // '' and ``
		next++
	}
	t.add(i, next)
	return next
}

func isSpaceBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return isSpace(r)
}
