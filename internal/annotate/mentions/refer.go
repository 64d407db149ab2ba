package mentions

import (
	"slices"

	"stemma/account"
)

// A reference is a place where the text speaks of somebody.
type reference struct {
	chain    *chain
	word     int
	sentence int
	subject  bool
}

// A link is a pronoun or description, the words [first, last), of a chain.
type link struct {
	first, last int
	form        string
	chain       *chain
}

const (
	window   = 24 // references looked back on
	nearness = 3  // sentences that a pronoun reaches back
)

// refer links pronouns and descriptions outside quotations to the people, and
// descriptions to the organisations, named before them. The nearest subject of the right gender has the pronoun; a
// description goes to whom its office fits. Where two fit alike, the link is left
// out: a wrong speaker is worse than none.
func (d *document) refer(all []name, chains []*chain) []link {
	type start struct {
		chain *chain
		last  int
	}
	starts := map[int]start{}
	for _, c := range chains {
		if c.typ == account.Person && !c.nation || isBody(c) {
			for _, i := range c.names {
				starts[all[i].first] = start{c, all[i].last}
			}
		}
	}
	inName := make([]bool, len(d.words)+1)
	for _, n := range all {
		for j := n.title; j < n.last; j++ {
			inName[j] = true
		}
	}
	r := referrer{document: d, inName: inName}
	for i := range d.words {
		w := &d.words[i]
		switch {
		case starts[i].chain != nil && isBody(starts[i].chain):
			r.bodies.saw(starts[i].chain, i, w.sentence)
		case starts[i].chain != nil:
			r.push(starts[i].chain, i, starts[i].last)
		case w.quoted:
		case pronouns[w.low] != 0:
			if c := r.pronoun(i); c != nil {
				r.links = append(r.links, link{i, i + 1, ByPronoun, c})
				if c.gender == 0 {
					c.gender = pronouns[w.low]
				}
				r.push(c, i, i+1)
			}
		case w.low == "the":
			if head := r.described(i); head > 0 {
				if c := r.description(i, head); c != nil {
					r.links = append(r.links, link{i, head + 1, ByTitle, c})
					r.push(c, i, head+1)
					if p := (post{d.dropNation(i+1, head), head + 1, head}); p.first < head {
						c.posts = append(c.posts, p)
					}
				}
			} else if head, c := r.body(i); c != nil {
				r.links = append(r.links, link{i, head + 1, ByTitle, c})
				r.bodies.saw(c, i, w.sentence)
			}
		}
	}
	return r.links
}

var pronouns = map[string]kinds{"he": man, "him": man, "his": man, "himself": man, "she": woman, "her": woman, "hers": woman, "herself": woman}

// oblique are the pronouns that are no subject: "his lawyer said".
var oblique = map[string]bool{"him": true, "his": true, "himself": true, "her": true, "hers": true, "herself": true}

// A referrer reads a document from its start and remembers whom it spoke of.
type referrer struct {
	*document
	inName []bool // words that belong to names and their titles
	recent []reference
	bodies bodies
	links  []link
}

// push notes that the text speaks of c by the words [i, end).
func (r *referrer) push(c *chain, i, end int) {
	w := r.words[i]
	subject := r.at(i-1).kinds&speech != 0 && !r.at(i-1).capital
	after := r.at(end)
	if after.text == "," && after.sentence == w.sentence {
		after = r.at(end + 1) // "his lawyer, Anna Weiss, said"
	}
	subject = subject || after.sentence == w.sentence && after.kinds&(speech|govern) != 0 && !after.capital
	if oblique[w.low] {
		subject = false
	} else if !subject {
		subject = true
		for k := len(r.recent) - 1; subject && k >= 0 && r.recent[k].sentence == w.sentence; k-- {
			subject = !r.recent[k].subject
		}
		if p := r.at(i - 1); p.sentence == w.sentence && p.kinds&inside != 0 && p.kinds&particle == 0 {
			subject = false // "by Riabkov", "for Lavrov"
		}
	}
	r.recent = append(r.recent, reference{c, i, w.sentence, subject})
	if len(r.recent) > 2*window {
		r.recent = slices.Delete(r.recent, 0, window)
	}
}

// A choice is a chain with what speaks for it.
type choice struct {
	chain *chain
	score float64
}

// choose returns the best chain if its score is at least least and ahead of all
// others by the margin.
func choose(choices []choice, least, margin float64) *chain {
	best, second := -1, -1
	for i := range choices {
		switch {
		case best < 0 || choices[i].score > choices[best].score:
			best, second = i, best
		case second < 0 || choices[i].score > choices[second].score:
			second = i
		}
	}
	if best < 0 || choices[best].score < least || second >= 0 && choices[best].score-choices[second].score < margin {
		return nil
	}
	return choices[best].chain
}

// weigh gives each chain spoken of within the last sentences the best score of
// its references.
func (r *referrer) weigh(sentences, here int, score func(reference) (float64, bool)) []choice {
	var choices []choice
	for i := len(r.recent) - 1; i >= 0 && i >= len(r.recent)-window; i-- {
		ref := r.recent[i]
		if here-ref.sentence > sentences {
			break
		}
		s, ok := score(ref)
		if !ok {
			continue
		}
		at := slices.IndexFunc(choices, func(c choice) bool { return c.chain == ref.chain })
		if at < 0 {
			choices = append(choices, choice{ref.chain, s})
		} else {
			choices[at].score = max(choices[at].score, s)
		}
	}
	return choices
}

// pronoun finds whom the pronoun at word i stands for.
func (r *referrer) pronoun(i int) *chain {
	gender, here := pronouns[r.words[i].low], r.words[i].sentence
	order := 0
	choices := r.weigh(nearness, here, func(ref reference) (float64, bool) {
		if ref.chain.gender != 0 && ref.chain.gender != gender {
			return 0, false
		}
		order++
		s := 3 - float64(here-ref.sentence) - .15*float64(order)
		if ref.subject {
			s++
		}
		if ref.chain.gender == gender {
			s += .5
		}
		return s, true
	})
	return choose(choices, .5, .3)
}

// described returns the head of a description that starts with "the" at word i:
// "the diplomat", "the Kremlin envoy"; 0 where there is none, or where it goes on
// to a name or says what of.
func (r *referrer) described(i int) int {
	here := r.words[i].sentence
	head := 0
	for j := i + 1; j < len(r.words) && j <= i+6 && r.words[j].sentence == here; j++ {
		w := r.words[j]
		switch {
		case w.kinds&role != 0:
			head = j
			if r.several(j) {
				return 0
			}
			continue
		case w.text == "-" || r.words[j-1].text == "-" && w.letter: // "longest-serving"
			continue
		case head > 0:
		case w.letter && (w.capital || w.kinds&(roleModifier|people|nation) != 0 || adjective(w) || w.tag == "NOUN"):
			continue
		}
		break
	}
	if head == 0 || r.words[head].text == "-" {
		return 0
	}
	next := r.at(head + 1)
	switch {
	case next.sentence != here || !next.letter || next.low == "'s":
		return head
	case r.inName[head+1] || next.capital || next.low == "of" || next.low == "for" || next.tag == "NOUN" || next.tag == "ADJ":
		return 0
	case next.tag == "" && next.kinds&(speech|govern|stop|grammar|inside) == 0:
		return 0
	}
	return head
}

// general are descriptions that fit whoever was spoken of last.
var general = map[string]bool{"diplomat": true, "envoy": true, "politician": true, "official": true, "leader": true, "executive": true,
	"player": true, "lawmaker": true, "soldier": true, "scientist": true, "writer": true, "singer": true, "actor": true, "actress": true,
	"suspect": true, "author": true, "star": true, "activist": true, "veteran": true, "businessman": true, "billionaire": true, "cleric": true}

// description finds whom the description from word i to its head is of.
func (r *referrer) description(i, head int) *chain {
	here, low := r.words[i].sentence, r.words[head].low
	people, only := 0, (*chain)(nil)
	for k := len(r.recent) - 1; k >= 0 && here-r.recent[k].sentence <= 1; k-- {
		if c := r.recent[k].chain; c != only {
			people, only = people+1, c
		}
	}
	gender := r.words[head].kinds & (man | woman)
	choices := r.weigh(8, here, func(ref reference) (float64, bool) {
		c := ref.chain
		if gender != 0 && c.gender != 0 && gender != c.gender {
			return 0, false
		}
		s := 1 - .3*float64(here-ref.sentence) + r.fits(c, i, head)
		if ref.subject {
			s += .5
		}
		if people == 1 && c == only && (general[low] || len(c.posts) == 0 && r.at(i-1).kinds&speech != 0) {
			s += 1.5 // "said the longest-serving minister" may tell a new office; "The spokesman" is somebody else
		}
		return s, true
	})
	return choose(choices, 2.3, .6)
}

// fits weighs how well the description [i+1, head] goes with the offices that the
// text has given c.
func (r *referrer) fits(c *chain, i, head int) float64 {
	best := 0.0
	for _, p := range c.posts {
		s := 0.0
		own := r.words[p.head].low
		switch {
		case own == r.words[head].low:
			s = 3
		case slices.Contains(load().classes[r.words[head].low], own):
			s = 2
		default:
			continue
		}
		for j := i + 1; j < head; j++ {
			if w := r.words[j]; w.letter && w.kinds&people == 0 && !r.has(p, w.low) && own == r.words[head].low {
				s = 1.5 // it says something else than the office does
			}
		}
		best = max(best, s)
	}
	return best
}

// has reports whether the words of a post hold the word.
func (r *referrer) has(p post, low string) bool {
	for _, w := range r.words[p.first:p.last] {
		if w.low == low {
			return true
		}
	}
	return false
}
