package names

import "slices"

// Keys returns the blocking keys of a name, sorted: the consonants of each word of
// weight, and of the words run together, as they sound, without what romanisations differ in, and the first
// letters of an organisation's words. Names that Compare may find the same share a
// key as a rule; an initial or a nickname alone has none in common with the word
// it stands for.
func (n Name) Keys() []string {
	var keys []string
	for _, p := range n.parts {
		if p.small || p.initial {
			continue
		}
		if k := skeleton(p.text); k != "" {
			keys = append(keys, k)
		}
	}
	if len(n.parts) > 1 && len(n.parts) < 5 {
		var whole []byte
		for _, p := range n.parts {
			whole = append(whole, p.text...)
		}
		keys = append(keys, skeleton(string(whole)))
	}
	if n.kind != Person && len(n.parts) > 2 {
		var b []byte
		for _, p := range n.parts {
			if !p.small {
				b = append(b, p.text[0])
			}
		}
		if len(b) > 1 {
			keys = append(keys, skeleton(string(b)))
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Sound is the blocking key of one word: words that [Slip] may take for one have
// the same as a rule, unless the slip is in a consonant.
func Sound(word string) string { return skeleton(Fold(word)) }

// skeleton is the consonants of a folded word by class of sound. What one
// romanisation writes with a sibilant another may write with a guttural ("ch"), so
// that h after c counts as a sibilant and alone as nothing. Numbers stand for
// themselves; a word of vowels alone for its first.
func skeleton(word string) string {
	if isNumber(word) {
		return word
	}
	out := make([]byte, 0, len(word))
	for i := 0; i < len(word); i++ {
		c := word[i]
		next := byte(0)
		if i+1 < len(word) {
			next = word[i+1]
		}
		class := c
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'h':
			continue
		case 'j':
			if i > 0 {
				continue
			}
		case 'b', 'p':
			class = 'p'
			if next == 'h' {
				class = 'v'
			}
		case 'v', 'w', 'f':
			class = 'v'
		case 'd', 't':
			class = 't'
			if next == 's' || next == 'z' || next == 'c' || next == 'j' {
				continue // "ts", "tch", "dzh" are one sound
			}
		case 's', 'z':
			class = 's'
			if next == 'c' && i+2 < len(word) && word[i+2] == 'h' {
				continue
			}
		case 'c':
			class = 'k'
			if next == 'e' || next == 'i' || next == 'y' || next == 'h' || next == 'z' || next == 0 {
				class = 's'
			}
		case 'g', 'k', 'q':
			class = 'k'
			if next == 'h' { // "kh" may be "h" or "ch"
				continue
			}
		case 'x':
			class = 's'
		case 'm', 'n':
			class = 'n'
		}
		if len(out) == 0 || out[len(out)-1] != class {
			out = append(out, class)
		}
	}
	if len(out) == 0 && word != "" {
		return word[:1]
	}
	return string(out)
}
