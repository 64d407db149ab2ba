package mentions

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/internal/language"
	"stemma/internal/span"
)

// A word is a token with what the lexicon and its letters say about it.
type word struct {
	span.Span
	text     string
	low      string // small letters, ’ as '
	kinds    kinds
	sentence int
	tag      string
	capital  bool // starts with a capital, or has one inside ("iPhone")
	upper    bool // has letters, and all are capitals
	letter   bool // has a letter
	opens    bool // the first word of its sentence or of a quotation in it
	quoted   bool // within a direct quotation
}

// A document is a text as words, with counts over the whole of it.
type document struct {
	text      string
	words     []word
	sentences []sentence
	guesses   []guess        // the names that the language's model sees, in order
	small     map[string]int // how often a word stands in small letters
	mid       map[string]int // how often it stands with a capital where only names do
}

// A sentence is the words [first, last). In a headline most words have a capital,
// so that capitals tell nothing; one that shouts has nothing but capitals.
type sentence struct {
	first, last      int
	headline, shouts bool
}

func read(text string, sentences []language.Sentence) *document {
	d := &document{text: text, small: map[string]int{}, mid: map[string]int{}}
	quote := false
	for i, s := range sentences {
		first := len(d.words)
		opens := true
		for _, t := range s.Tokens {
			if t.Empty() {
				continue
			}
			w := newWord(text, t, i)
			switch w.text {
			case "“", "«", "„":
				quote, opens = true, true
			case "”", "»":
				quote = false
			case "\"", "''", "``":
				quote, opens = !quote, true
			case ":", "–", "—", "…", "...", "•", "|":
				opens = true
			}
			w.quoted = quote
			if w.letter {
				w.opens, opens = opens, false
			}
			d.words = append(d.words, w)
		}
		if strings.Contains(between(text, sentences, i), "\n\n") {
			quote = false // a quotation ends with its paragraph
		}
		d.readGuesses(s, first)
		if len(d.words) > first {
			d.sentences = append(d.sentences, d.newSentence(first, len(d.words)))
			for j := first; j < len(d.words); j++ {
				d.words[j].sentence = len(d.sentences) - 1
			}
		}
	}
	d.count()
	return d
}

// between returns the text from the end of sentence i to the next.
func between(text string, sentences []language.Sentence, i int) string {
	if i+1 < len(sentences) && sentences[i].End <= sentences[i+1].Start {
		return text[sentences[i].End:sentences[i+1].Start]
	}
	return ""
}

func newWord(text string, t language.Token, sentence int) word {
	w := word{Span: t.Span, text: t.Span.In(text), sentence: sentence, tag: t.Tag}
	w.low = strings.ToLower(w.text)
	if strings.Contains(w.low, "’") {
		w.low = strings.ReplaceAll(w.low, "’", "'")
	}
	first, _ := utf8.DecodeRuneInString(w.text)
	w.capital = unicode.IsUpper(first)
	letters, uppers := 0, 0
	for _, r := range w.text {
		if unicode.IsLetter(r) {
			letters++
			if unicode.IsUpper(r) {
				uppers++
			}
		}
	}
	w.letter = letters > 0
	w.upper = letters > 0 && uppers == letters
	if unicode.IsLower(first) && uppers > 0 && letters > 2 {
		prefix, _, _ := strings.Cut(w.text, "-") // "pro-Russian" is no name, "al-Assad" is
		w.capital = prefix == w.text || load().words[prefix]&particle != 0
	}
	if w.letter {
		w.kinds = look(w.text, w.low)
	}
	return w
}

// newSentence finds out how the words [first, last) are written. In a headline
// nearly all words but articles, conjunctions and prepositions have a capital.
func (d *document) newSentence(first, last int) sentence {
	capitals, small, upper := 0, 0, 0
	for _, w := range d.words[first:last] {
		switch {
		case !w.letter || w.kinds&grammar != 0:
		case w.capital && len(w.text) > 3:
			capitals++
			if w.upper {
				upper++
			}
		case !w.capital && w.low != "'s":
			small++
		}
	}
	s := sentence{first: first, last: last}
	s.headline = capitals >= 3 && small*6 <= capitals
	if end := d.words[last-1].text; end == "." || end == "!" || end == "?" {
		s.headline = s.headline && small == 0
	}
	s.shouts = s.headline && upper*2 > capitals
	return s
}

func (d *document) count() {
	for _, s := range d.sentences {
		if s.headline {
			continue
		}
		for _, w := range d.words[s.first:s.last] {
			switch {
			case !w.letter:
			case !w.capital:
				d.small[w.low]++
			case !w.opens:
				d.mid[w.low]++
			}
		}
	}
}

// at returns word i, or an empty one outside the text.
func (d *document) at(i int) word {
	if i < 0 || i >= len(d.words) {
		return word{sentence: -1}
	}
	return d.words[i]
}

// adjoins reports whether nothing stands between words i and i+1.
func (d *document) adjoins(i int) bool {
	return i+1 < len(d.words) && d.words[i].End == d.words[i+1].Start
}

// span of the words [first, last).
func (d *document) span(first, last int) span.Span {
	return span.Span{Start: d.words[first].Start, End: d.words[last-1].End}
}

// low returns the words [first, last) in small letters, a space between them.
func (d *document) low(first, last int) string {
	if last-first == 1 {
		return d.words[first].low
	}
	var b strings.Builder
	for i := first; i < last; i++ {
		if i > first && !d.adjoins(i-1) {
			b.WriteByte(' ')
		}
		b.WriteString(d.words[i].low)
	}
	return b.String()
}
