package quotations

import (
	"sort"
	"strings"

	"stemma/internal/language"
	"stemma/internal/span"
)

// A word is a token with what the search for quotations asks of it.
type word struct {
	span.Span
	low      string // lower case
	tag      string // UPOS, "" unknown
	relation string // UD relation without its subtype, "" unknown
	head     int    // index into page.words, -1 root or unknown
	sentence int
	quote    int // index into page.quotes, -1 outside quotation marks
	entry    *entry
}

// A page is a text laid out for the search.
type page struct {
	text      string
	words     []word
	sentences [][2]int // word ranges
	paras     []span.Span
	quotes    []quoted
	parsed    bool
	tree      *tree // nil without a parse
	weights   Weights
	speakers  map[string]bool // last words of the sources of direct speech
}

// layOut makes the page of a text.
func layOut(text string, sentences []language.Sentence, w Weights) *page {
	p := &page{text: text, paras: paragraphs(text), weights: w}
	p.quotes = quotesIn(text, p.paras)
	lex := lexicon()
	at := 0
	for _, s := range sentences {
		if len(s.Tokens) == 0 {
			continue
		}
		p.sentences = append(p.sentences, [2]int{len(p.words), len(p.words) + len(s.Tokens)})
		first := len(p.words)
		for _, t := range s.Tokens {
			w := word{Span: t.Span, low: strings.ToLower(t.In(text)), tag: t.Tag, head: -1, sentence: len(p.sentences) - 1, quote: -1}
			w.relation, _, _ = strings.Cut(t.Relation, ":")
			if t.Head >= 0 {
				w.head = first + t.Head
			}
			if t.Relation != "" {
				p.parsed = true
			}
			for at < len(p.quotes) && p.quotes[at].End <= w.Start {
				at++
			}
			if at < len(p.quotes) && p.quotes[at].Start < w.End {
				w.quote = at
			}
			w.low = strings.ReplaceAll(w.low, "’", "'")
			w.entry = lex[w.low]
			p.words = append(p.words, w)
		}
	}
	p.tree = p.grow()
	for i := range p.sentences {
		p.sentences[i][0] = p.afterDateline(p.sentences[i])
	}
	return p
}

// longestDateline is how many words may stand before the dash of a dateline.
const longestDateline = 14

// afterDateline is the first word of a sentence after "ROME, Jan. 3 (Reuters) —".
func (p *page) afterDateline(s [2]int) int {
	first := p.words[s[0]].In(p.text)
	if s[1]-s[0] < 5 || len(first) < 2 || first[0] < 'A' || first[0] > 'Z' {
		return s[0]
	}
	for i := s[0] + 1; i < min(s[1]-2, s[0]+longestDateline); i++ {
		if !p.is(i, "-", "–", "—", "--") || p.words[i-1].End == p.words[i].Start && p.words[i].End == p.words[i+1].Start {
			continue
		}
		if p.low(i-1) == ")" {
			return i + 1
		}
		return s[0]
	}
	return s[0]
}

// from is the first word that ends after byte i.
func (p *page) from(i int) int {
	return sort.Search(len(p.words), func(n int) bool { return p.words[n].End > i })
}

// spanOf is the text of words [a, b).
func (p *page) spanOf(a, b int) span.Span {
	if a >= b {
		return span.Span{}
	}
	return span.Span{Start: p.words[a].Start, End: p.words[b-1].End}
}

// low is the word at i in lower case, "" outside.
func (p *page) low(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.words[i].low
}

// is reports whether the word at i is one of a few.
func (p *page) is(i int, words ...string) bool {
	l := p.low(i)
	if l == "" {
		return false
	}
	for _, w := range words {
		if l == w {
			return true
		}
	}
	return false
}

// tag is the part of speech at i, "" outside.
func (p *page) tag(i int) string {
	if i < 0 || i >= len(p.words) {
		return ""
	}
	return p.words[i].tag
}

// punctuation reports whether the word at i has no letter or digit.
func (p *page) punctuation(i int) bool {
	if i < 0 || i >= len(p.words) {
		return true
	}
	for _, r := range p.words[i].low {
		if wordy(r) || r == '%' || r == '&' {
			return false
		}
	}
	return true
}

// classOf is the class of the cue at v with its particles.
func (p *page) classOf(v int) class {
	c, _ := p.classAt(v)
	return c
}

// classAt is the class of the cue at v, with the word after it: particles that
// the lexicon asks for are taken along, the longest first.
func (p *page) classAt(v int) (c class, end int) {
	e := p.words[v].entry
	c, end = e.class, v+1
	for _, l := range e.longer {
		ok := true
		for i, w := range l.words {
			if p.low(v+1+i) != w {
				ok = false
				break
			}
		}
		if ok && v+1+len(l.words) > end {
			c, end = c|l.class, v+1+len(l.words)
		}
	}
	return c, end
}
