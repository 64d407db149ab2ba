package claims

import (
	"math"
	"sort"
	"strconv"
	"strings"

	"stemma/account"
	"stemma/internal/collate/slots"
	"stemma/internal/collate/words"
	"stemma/internal/span"
)

// A place is a slot in its story: where it stands, and the words it stands among.
type place struct {
	*slots.Slot
	report  int
	context []term  // in order of id
	mass    float64 // sum of the context's weights
	entity  string  // id of the entity that it names, ""
	value   int     // number of its class and value among the story's
	quoted  int     // utterance it stands in, -1 none
}

// A term is one word or entity of a context. Its weight falls with its
// commonness in the story and with its distance from the slot. An id below 0 is a
// tie: see bear.
type term struct {
	id     int
	weight float64
}

// A story is the slots of all reports with what their comparison needs.
type story struct {
	Reports
	pages    []*slots.Page
	when     []stretch // when each page appeared
	places   []place
	terms    map[string]int
	ties     map[string]int
	values   map[string]int
	verdicts map[[2]int]slots.Verdict // of two values, smaller number first
	rareness []float64                // by term: inverse frequency over the story's sentences
	spread   []float64                // by term: share of the reports that have it
}

// nearness is the distance, in words, at which a word's weight has halved.
const nearness = 7.0

// newStory finds the slots of all pages and their contexts.
func newStory(in Reports) *story {
	s := &story{Reports: in, pages: in.Pages, when: stretches(in.Published), terms: map[string]int{}, ties: map[string]int{},
		values: map[string]int{}, verdicts: map[[2]int]slots.Verdict{}}
	said := make([][][][]string, len(s.pages)) // report, sentence, word: terms
	for r, p := range s.pages {
		said[r] = s.sentenceTerms(r, p)
	}
	s.weigh(said)
	for r, p := range s.pages {
		found := slots.Find(p)
		for i := range found {
			at := &found[i]
			pl := place{Slot: at, report: r, quoted: s.utterance(r, at.Span)}
			if at.Chain >= 0 {
				pl.entity = s.Entity(r, at.Chain)
			}
			pl.context, pl.mass = s.context(said[r][at.Sentence], at)
			s.bear(&pl)
			s.add(pl)
		}
		s.clauses(r, said[r])
	}
	return s
}

// add adds a place to the story.
func (s *story) add(p place) {
	sort.Slice(p.context, func(i, j int) bool { return p.context[i].id < p.context[j].id })
	key := p.Class + "\x00" + p.Key + "\x00" + p.About + "\x00" + strings.Join(p.Parts, " ")
	id, ok := s.values[key]
	if !ok {
		id = len(s.values)
		s.values[key] = id
	}
	p.value = id
	s.places = append(s.places, p)
}

// utterance is the number of the utterance that a piece of a report stands in, or
// -1.
func (s *story) utterance(report int, at span.Span) int {
	for n, q := range s.pages[report].Quotations {
		for _, c := range q.Content {
			if c.Contains(at) {
				return s.Utterance(report, n)
			}
		}
	}
	return -1
}

// sentenceTerms returns, for each word of each sentence, the terms it stands for:
// its stem, and where a mention begins there, the entity, so that "he", "the
// minister" and two spellings of a name meet.
func (s *story) sentenceTerms(report int, p *slots.Page) [][][]string {
	all := make([][][]string, len(p.Words))
	m := 0
	for i, ws := range p.Words {
		all[i] = make([][]string, len(ws))
		for k, w := range ws {
			if w.Content {
				all[i][k] = []string{w.Stem}
			}
			for m < len(p.Mentions.Mentions) && p.Mentions.Mentions[m].Start < w.End {
				mention := p.Mentions.Mentions[m]
				m++
				if mention.Start < w.Start || mention.Chain < 0 {
					continue
				}
				if name := s.Entity(report, mention.Chain); name != "" {
					all[i][k] = append(all[i][k], "§"+name)
				}
			}
		}
	}
	return all
}

// weigh gives every term of the story its id, its rareness and its spread.
func (s *story) weigh(said [][][][]string) {
	var in, last []int // sentences that have a term, and the last of them
	var by, lastBy []int
	sentences := 0
	for r, report := range said {
		for _, sentence := range report {
			sentences++
			for _, word := range sentence {
				for _, t := range word {
					id, ok := s.terms[t]
					if !ok {
						id = len(s.terms)
						s.terms[t] = id
						in, last = append(in, 0), append(last, 0)
						by, lastBy = append(by, 0), append(lastBy, -1)
					}
					if lastBy[id] != r {
						lastBy[id] = r
						by[id]++
					}
					if last[id] != sentences {
						last[id] = sentences
						in[id]++
					}
				}
			}
		}
	}
	s.rareness = make([]float64, len(in))
	s.spread = make([]float64, len(in))
	for id, n := range in {
		s.spread[id] = float64(by[id]) / float64(len(said))
		s.rareness[id] = math.Log(1 + float64(sentences)/float64(n))
	}
}

// context returns the terms around a slot, each once with its highest weight, and
// the sum of the weights.
func (s *story) context(sentence [][]string, at *slots.Slot) (context []term, mass float64) {
	where := map[int]int{}
	for k, word := range sentence {
		distance := 0
		switch {
		case k < at.First:
			distance = at.First - k - 1
		case k >= at.Last:
			distance = k - at.Last
		default:
			continue
		}
		for _, t := range word {
			id := s.terms[t]
			weight := s.rareness[id] / (1 + float64(distance)/nearness)
			if n, ok := where[id]; ok {
				context[n].weight = max(context[n].weight, weight)
				continue
			}
			where[id] = len(context)
			context = append(context, term{id, weight})
		}
	}
	for _, t := range context {
		mass += t.weight
	}
	return context, mass
}

// tieWeight is the weight of a tie, as much as that of a rare word.
const tieWeight = 2.5

// bear adds to a place's context what its value is tied to whatever stands around
// it: whose age or office it is, the words of a person's name, by one of which two
// names of one person meet, and the matter itself where a story has hardly two of
// it, as an arrest or a plea.
func (s *story) bear(p *place) {
	var ties []string
	if p.About != "" {
		ties = append(ties, p.About)
	}
	if p.Class == "name:"+account.Person {
		ties = append(ties, p.Parts...)
	}
	if matters[p.Class] {
		ties = append(ties, p.Class)
	}
	for _, t := range ties {
		key := "§" + words.Stem(t)
		id, ok := s.ties[key]
		if !ok {
			id = -len(s.ties) - 1
			s.ties[key] = id
		}
		p.context = append(p.context, term{id, tieWeight})
		p.mass += tieWeight
	}
}

// matters are the classes of opposites that are ties of their own.
var matters = map[string]bool{
	"opposite:custody": true, "opposite:danger": true, "opposite:plea": true, "opposite:verdict": true,
	"opposite:intent": true, "opposite:loaded": true, "opposite:place of death": true,
}

// neighbour is the lower-case word n places before (n < 0) or after a slot, or a
// mark for the sentence's edge.
func (s *story) neighbour(p *place, n int) string {
	ws := s.pages[p.report].Words[p.Sentence]
	k := p.Last - 1 + n
	if n < 0 {
		k = p.First + n
	}
	if k < 0 || k >= len(ws) {
		return "§edge" + strconv.FormatBool(n < 0)
	}
	return ws[k].Lower
}
