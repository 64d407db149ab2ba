package quantities

import "sort"

// maxNoun is how many words a noun phrase may have before its head.
const maxNoun = 5

// noun finds the head of the noun phrase that begins at tokens[i], and gives its
// singular; "" if there is none. single: what is counted is one. With tags the
// head is the last noun of the run; without, the first plural.
func (s *scanner) noun(i int, single bool) (end int, noun string) {
	if s.tag(i) != "" {
		return s.taggedNoun(i, single)
	}
	for k := i; k < i+maxNoun && s.isWord(k); k++ {
		w := s.Word(k)
		if stops[w] || s.timed[k] {
			break
		}
		if s.Word(k+1) == "'" || s.Word(k+1) == "-" && s.Joined(k+1) {
			if s.Word(k+1) == "'" {
				return i, "" // a possessor
			}
			k++
			continue
		}
		if next := s.Word(k + 1); plural(w) && s.isWord(k+1) && plural(next) && !stops[next] && !persons[w] && k+1 < i+maxNoun {
			continue // "sales representatives"
		}
		if plural(w) && !(s.Capital(k) && s.Capital(k+1) && !s.Capital(i-1)) {
			return k + 1, singular(w)
		}
		if single && !s.Capital(k) && (persons[w] || !s.isWord(k+1) || stops[s.Word(k+1)]) {
			return k + 1, w
		}
	}
	return i, ""
}

// taggedNoun finds the head by parts of speech. What is counted and more than one
// is in the plural: "the 737 replacement", "two pipeline plans".
func (s *scanner) taggedNoun(i int, single bool) (int, string) {
	end, noun := i, ""
	for k := i; k < i+maxNoun+2 && k < len(s.Tokens) && s.Word(k) != ""; k++ {
		w := s.Word(k)
		tag := s.tag(k)
		if tag == "PUNCT" && w == "-" && s.Joined(k) && s.Joined(k+1) {
			continue
		}
		if tag == "PROPN" || tag == "NOUN" {
			if s.timed[k] {
				break
			}
			if s.Word(k+1) == "'" {
				return i, ""
			}
			if single && tag == "NOUN" || plural(w) {
				end, noun = k+1, singular(w)
			}
			continue
		}
		if tag != "ADJ" && tag != "NUM" && tag != "VERB" || tag == "VERB" && (noun != "" || !participle(w)) || tag == "NUM" && noun != "" || tag == "ADJ" && noun != "" {
			if noun == "" && persons[singular(w)] && plural(w) {
				return k + 1, singular(w)
			}
			break
		}
		if noun == "" && persons[singular(w)] && plural(w) && !(s.tag(k+1) == "NOUN") {
			return k + 1, singular(w)
		}
	}
	return end, noun
}

// participle reports whether a verb's form can stand before a noun.
func participle(w string) bool {
	n := len(w)
	return n > 4 && (w[n-2:] == "ed" || w[n-3:] == "ing")
}

// tag gives the part of speech of tokens[i], "" where it isn't known.
func (s *scanner) tag(i int) string {
	if i >= len(s.Tokens) || len(s.sentences) == 0 {
		return ""
	}
	at := s.Tokens[i].Start
	if s.sentence >= len(s.sentences) || !(s.sentences[s.sentence].Start <= at && at < s.sentences[s.sentence].End) {
		s.sentence = sort.Search(len(s.sentences), func(k int) bool { return s.sentences[k].End > at })
		if s.sentence == len(s.sentences) {
			return ""
		}
	}
	tokens := s.sentences[s.sentence].Tokens
	k := sort.Search(len(tokens), func(k int) bool { return tokens[k].End > at })
	if k == len(tokens) || tokens[k].Start > at {
		return ""
	}
	return tokens[k].Tag
}
