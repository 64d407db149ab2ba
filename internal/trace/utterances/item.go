package utterances

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/quotations"
	"stemma/internal/span"
	"stemma/internal/trace/entities"
)

// An item is one quotation of one report.
type item struct {
	report, quotation int
	speaker           int    // entity, -1 unknown
	name              string // the last name in the source, lower case, "" none
	quote             *quotations.Quotation
	crowd             bool // the source is several people without a name: "US officials"
	units             []unit
	fragments         []unit // what a mixed quotation has in quotation marks
	weight            float64
	key               string // equal for equal words
}

// A unit is a sentence of a quotation's content: what is aligned.
type unit struct {
	terms  []term
	weight float64 // of all terms
	cue    bool    // the words are the cue's
}

// A term is a word of a unit, or two that count as one.
type term struct {
	span.Span
	low    string
	stem   string // by which it is compared
	weight float64
	name   bool // written with a capital where the sentence doesn't ask for it
	number bool
	denied bool // it stands soon after a "not" of its unit
}

// itemsOf takes the quotations of a story's reports apart, but for doubtful ones.
func itemsOf(reports []annotate.Report, who entities.Resolved) []*item {
	var out []*item
	for i, r := range reports {
		if r.Annotations == nil {
			continue
		}
		for q := range r.Quotations {
			quote := &r.Quotations[q]
			if quote.Doubtful {
				continue
			}
			it := &item{report: i, quotation: q, quote: quote, speaker: entityOf(who, i, quote.Speaker), name: lastName(r.Text, quote.Source)}
			it.crowd = crowd(r.Text, quote.Source)
			var key strings.Builder
			if quote.Form != account.Direct {
				it.units = cueUnit(r.Text, quote)
			}
			for _, piece := range quote.Content {
				for _, u := range unitsOf(r.Text, piece) {
					if n := len(it.units); n == 1 && it.units[0].cue {
						u.terms = append(it.units[0].terms, u.terms...)
						it.units = it.units[:0]
					}
					it.units = append(it.units, u)
					for n, t := range u.terms {
						if n == 0 && key.Len() == 0 && t.low == "that" && quote.Form != account.Direct {
							continue // "that it is safe" is "it is safe"
						}
						key.WriteString(t.low)
						key.WriteByte(' ')
					}
				}
			}
			it.key = key.String()
			if quote.Form == account.Mixed {
				it.fragments = fragmentsOf(r.Text, quote.Content)
			}
			out = append(out, it)
		}
	}
	weigh(out)
	return out
}

// lastName is the last word with a capital of a source, before any apposition:
// "Ann Lee, a lawyer in Rome" is lee. A lone word at a sentence's start counts
// unless it is a pronoun or an article.
func lastName(text string, source []span.Span) string {
	if len(source) == 0 {
		return ""
	}
	head, _, _ := strings.Cut(source[0].In(text), ",")
	name := ""
	for _, w := range strings.Fields(head) {
		w = strings.Trim(w, ".'’\"”“()")
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		r, _ := utf8.DecodeRuneInString(w)
		if low := strings.ToLower(w); unicode.IsUpper(r) && !stop[low] {
			name = low
		} else if name != "" && (low == "of" || low == "for" || low == "from" || low == "in") {
			break
		}
	}
	return name
}

// crowd reports whether a source ends, before any apposition or attribute, in a
// plural that is no name.
func crowd(text string, source []span.Span) bool {
	if len(source) == 0 {
		return false
	}
	last := ""
	for _, w := range strings.Fields(source[0].In(text)) {
		if w == "of" || w == "from" || w == "in" || w == "who" {
			break
		}
		last = strings.TrimRight(w, ",")
		if strings.HasSuffix(w, ",") {
			break
		}
	}
	r, _ := utf8.DecodeRuneInString(last)
	return len(last) > 3 && unicode.IsLower(r) && strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") && !strings.HasSuffix(last, "'s") && !strings.HasSuffix(last, "’s")
}

// entityOf is the entity of a report's chain, -1 unknown.
func entityOf(who entities.Resolved, report, chain int) int {
	if chain < 0 || report >= len(who.Of) || chain >= len(who.Of[report]) {
		return -1
	}
	return who.Of[report][chain]
}

// unitsOf cuts a piece of content into sentences, and those into terms.
func unitsOf(text string, piece span.Span) []unit {
	var out []unit
	var u unit
	start := true
	groups := alike()
	flush := func() {
		if len(u.terms) > 0 {
			out = append(out, u)
		}
		u, start = unit{}, true
	}
	for i := piece.Start; i < piece.End; {
		r, n := utf8.DecodeRuneInString(text[i:piece.End])
		if !wordRune(r) {
			next, _ := utf8.DecodeRuneInString(text[min(i+n, piece.End):piece.End])
			if r == '!' || r == '?' || r == ';' || r == '…' || r == '\n' || r == '.' && !wordRune(next) && stops(text[i+n:piece.End]) {
				flush()
			}
			i += n
			continue
		}
		end := i + n
		for end < piece.End {
			r, n := utf8.DecodeRuneInString(text[end:piece.End])
			next, _ := utf8.DecodeRuneInString(text[min(end+n, piece.End):piece.End])
			inside := wordRune(r) || (r == '\'' || r == '’' || r == '-') && wordRune(next) || (r == '.' || r == ',') && unicode.IsDigit(next) && unicode.IsDigit(rune(text[end-1]))
			if !inside {
				break
			}
			end += n
		}
		for _, t := range termsOf(text, span.Span{Start: i, End: end}, start) {
			if n := len(u.terms); n > 0 {
				if g := groups[u.terms[n-1].stem+"+"+t.stem]; g != "" {
					last := &u.terms[n-1]
					last.End, last.low, last.stem = t.End, last.low+" "+t.low, g
					continue
				}
			}
			u.terms = append(u.terms, t)
		}
		start = false
		i = end
	}
	flush()
	for i := range out {
		for j := range out[i].terms {
			t := &out[i].terms[j]
			if g := groups[t.stem]; g != "" && !t.name && !t.number {
				t.stem = g
			}
		}
		deny(out[i].terms)
	}
	return out
}

// deny marks the first two words after each "not" that aren't function words:
// "not possible to exclude", "neither confirm nor exclude".
func deny(terms []term) {
	for i, t := range terms {
		if t.stem != "not" {
			continue
		}
		for n, j := 0, i+1; n < 2 && j < len(terms) && j <= i+6; j++ {
			if !stop[terms[j].low] && terms[j].stem != "not" {
				terms[j].denied = true
				n++
			}
		}
	}
}

// verbOf is the heart of a quotation's cue, without time and occasion.
func verbOf(q *quotations.Quotation) []span.Span {
	if q.Verb.Empty() {
		return q.Cue
	}
	return []span.Span{q.Verb}
}

// cueUnit is what the cue of indirect speech says of the matter itself: "did not
// rule out", but not "said". It goes into the first sentence of the content.
func cueUnit(text string, q *quotations.Quotation) []unit {
	var out []unit
	for _, c := range verbOf(q) {
		for _, u := range unitsOf(text, c) {
			var kept []term
			for _, t := range u.terms {
				if !stop[t.low] && !plainCue[t.stem] {
					kept = append(kept, t)
				}
			}
			if len(kept) > 0 {
				out = append(out, unit{terms: kept, cue: true})
			}
		}
	}
	return out[:min(len(out), 1)]
}

// unit is the i-th unit of an item, its fragments after its sentences.
func (it *item) unit(i int) *unit {
	if i < len(it.units) {
		return &it.units[i]
	}
	return &it.fragments[i-len(it.units)]
}

// fragmentsOf are the pieces of content between quotation marks: the speaker's
// own words within a reporter's.
func fragmentsOf(text string, content []span.Span) []unit {
	var out []unit
	for _, piece := range content {
		start := -1
		for i, r := range piece.In(text) {
			at := piece.Start + i
			switch {
			case r == '“' || r == '«' || r == '„' || r == '"' && start < 0:
				start = at + utf8.RuneLen(r)
			case start >= 0 && (r == '”' || r == '»' || r == '"'):
				out = append(out, unitsOf(text, span.Span{Start: start, End: at})...)
				start = -1
			}
		}
	}
	return out
}

// stops reports whether a full stop before rest ends a sentence: the next word
// isn't written small.
func stops(rest string) bool {
	for _, r := range rest {
		if wordRune(r) {
			return !unicode.IsLower(r)
		}
	}
	return true
}

// termsOf makes the terms of one word: "don't" is do and n't.
func termsOf(text string, s span.Span, start bool) []term {
	word := s.In(text)
	low := strings.ReplaceAll(strings.ToLower(word), "’", "'")
	first, _ := utf8.DecodeRuneInString(word)
	t := term{Span: s, low: low, number: unicode.IsDigit(first) || numbers[low] != ""}
	t.name = unicode.IsUpper(first) && !start && low != "i" && !strings.HasPrefix(low, "i'")
	if base, ok := strings.CutSuffix(low, "n't"); ok && base != "" {
		t.low, t.stem = base, stem(base)
		return []term{t, {Span: s, low: "n't", stem: "not"}}
	}
	if base, ending, ok := strings.Cut(low, "'"); ok && base != "" && len(ending) <= 2 {
		t.low = base
		low = base
	}
	t.stem = stemOf(low)
	return []term{t}
}

// numbers maps the words for numbers to digits, by which they are compared.
var numbers = map[string]string{
	"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
	"ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16",
	"seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
	"sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
	"hundred": "hundred", "thousand": "thousand", "million": "million", "billion": "billion", "trillion": "trillion",
	"dozen": "dozen", "half": "half",
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%' || r == '$' }

// weigh gives each term its weight: rare among the story's quotations is heavy,
// function words are light.
func weigh(items []*item) {
	df := map[string]int{}
	n := 0
	seen := map[string]bool{}
	for _, it := range items {
		if seen[it.key] {
			continue // copies say nothing about how common a word is
		}
		seen[it.key] = true
		n++
		in := map[string]bool{}
		for _, u := range it.units {
			for _, t := range u.terms {
				in[t.stem] = true
			}
		}
		for s := range in {
			df[s]++
		}
	}
	for _, it := range items {
		it.weight = 0
		for i := range len(it.units) + len(it.fragments) {
			u := it.unit(i)
			u.weight = 0
			for j := range u.terms {
				t := &u.terms[j]
				idf := math.Log(float64(n+20)/float64(df[t.stem]+1)) / math.Log(float64(n+20))
				switch {
				case t.stem == "not":
					t.weight = 0.5
				case stop[t.low] || len(t.low) < 2:
					t.weight = 0.12
				case t.number:
					t.weight = 0.5 + idf
				default:
					t.weight = 0.3 + idf
				}
				u.weight += t.weight
			}
			if i < len(it.units) {
				it.weight += u.weight
			}
		}
	}
}

// closeness orders forms by how close they are to the words that were said.
func closeness(form string) int {
	switch form {
	case account.Direct:
		return 2
	case account.Mixed:
		return 1
	}
	return 0
}

// sortedKeys are the keys of m, sorted.
func sortedKeys(m map[string][]int) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
