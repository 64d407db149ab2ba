package trace

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/span"
	"stemma/internal/trace/entities"
	"stemma/internal/trace/outlets"
)

// Ways in which an article names a party that it has something from.
type way int

const (
	carried   way = iota // it says that it carries the party's material: "(Reuters)"
	relayed              // it has somebody's words by way of the party: "quoted by the WSJ"
	addressed            // somebody spoke to the party: "told RTVI"
)

// A party is a credited or cited party in one article. Entity is the speaker who
// addressed it, or whose words it relayed, as an index into the story's entities;
// -1 unknown.
type party struct {
	report    int
	at        span.Span
	name, key string
	way       way
	quotation int // index into the report's quotations; -1 none
	entity    int
}

// parties reads the credits of the reports and the parties through which their
// quotations came, in order of report and text.
func partiesOf(reports []annotate.Report, who entities.Resolved) []party {
	var all []party
	for i, r := range reports {
		first := len(all)
		for _, c := range r.Credits {
			if w, ok := wayOfCredit(r.Text, c.Kind, c.Span, c.Name); ok && c.Name != "" {
				all = append(all, party{i, c.Span, c.Name, outlets.Key(c.Name), w, -1, -1})
			}
		}
		for q, quotation := range r.Quotations {
			for _, v := range quotation.Via {
				all = addVia(all, first, r.Text, party{i, v.Span, v.Name, outlets.Key(v.Name), relayed, q, -1})
			}
		}
		here := all[first:]
		sort.SliceStable(here, func(a, b int) bool { return here[a].at.Start < here[b].at.Start })
		for p := range here {
			here[p].entity = speakerOf(r, i, &here[p], who)
		}
	}
	return slices.DeleteFunc(all, func(p party) bool { return p.key == "" })
}

// addVia adds a quotation's via to the parties of its report, which begin at
// first, unless a credit is there for it already.
func addVia(all []party, first int, text string, p party) []party {
	for n := first; n < len(all); n++ {
		if c := &all[n]; c.at.Overlaps(p.at) {
			if c.quotation < 0 {
				c.quotation = p.quotation
			}
			return all
		}
	}
	if isAddress(text[max(0, p.at.Start-addressReach):p.at.End]) {
		p.way = addressed
	}
	return append(all, p)
}

// wayOfCredit says how a credit names its party; not ok for one that is no party
// to what the article says, such as its author.
func wayOfCredit(text, kind string, at span.Span, name string) (w way, ok bool) {
	switch kind {
	case account.CreditAgency, account.CreditSource:
		return carried, true
	case account.CreditDateline:
		return carried, outlets.IsAgency(outlets.Key(name))
	case account.CreditCites:
		if isAddress(at.In(text)) {
			return addressed, true
		}
		return relayed, true
	}
	return 0, false
}

// addressReach is how many bytes before a party's name are read for the words
// that say how it comes in.
const addressReach = 40

// Words that say that somebody spoke to the party that follows, and words that
// say that it passed on what somebody said.
var (
	addressWords = map[string]bool{"told": true, "tell": true, "tells": true, "telling": true, "to": true, "with": true,
		"on": true, "interview": true, "interviewed": true, "asked": true, "for": true, "speaking": true, "talking": true}
	relayWords = map[string]bool{"according": true, "quoted": true, "quoting": true, "cited": true, "citing": true,
		"reported": true, "reports": true, "reporting": true, "by": true, "via": true, "published": true, "wrote": true}
)

// isAddress reports whether the last telling word before a party's name says
// that somebody spoke to it.
func isAddress(words string) bool {
	address := false
	fields := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return !unicode.IsLetter(r) })
	for i, w := range fields {
		switch {
		case relayWords[w]:
			address = false
			if w == "according" && i+1 < len(fields) {
				fields[i+1] = "" // "according to" addresses nobody
			}
		case addressWords[w]:
			address = true
		}
	}
	return address
}

// speakerOf finds whose words a party received or relayed: the speaker of its
// quotation, of a quotation in its sentence or the one after, or the person who
// is named nearest in its sentence.
func speakerOf(r annotate.Report, report int, p *party, who entities.Resolved) int {
	if p.way == carried {
		return -1
	}
	entity := func(chain int) int {
		if chain < 0 || report >= len(who.Of) || chain >= len(who.Of[report]) {
			return -1
		}
		return who.Of[report][chain]
	}
	if p.quotation >= 0 {
		if e := entity(r.Quotations[p.quotation].Speaker); e >= 0 {
			return e
		}
	}
	sentence := sentenceAt(r, p.at)
	best, distance := -1, len(r.Text)
	nearer := func(e int, at span.Span) {
		if d := gap(at, p.at); e >= 0 && d < distance && at.Overlaps(sentence) {
			best, distance = e, d
		}
	}
	for _, q := range r.Quotations {
		for _, s := range slices.Concat(q.Source, q.Cue, q.Content) {
			nearer(entity(q.Speaker), s)
		}
	}
	if best >= 0 {
		return best
	}
	for _, m := range r.Mentions.Mentions {
		if m.Chain >= 0 && r.Mentions.Chains[m.Chain].Type == account.Person {
			nearer(entity(m.Chain), m.Span)
		}
	}
	return best
}

// sentenceAt is the sentence of a report that holds a span's start, or the span
// itself.
func sentenceAt(r annotate.Report, s span.Span) span.Span {
	n := sort.Search(len(r.Sentences), func(i int) bool { return r.Sentences[i].End > s.Start })
	if n < len(r.Sentences) && r.Sentences[n].Start <= s.Start {
		return r.Sentences[n].Join(s)
	}
	return s
}

// gap is the number of bytes between two spans.
func gap(a, b span.Span) int {
	switch {
	case a.Overlaps(b):
		return 0
	case a.End <= b.Start:
		return b.Start - a.End
	}
	return a.Start - b.End
}
