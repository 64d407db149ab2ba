package trace

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/extract"
	"stemma/internal/span"
	"stemma/internal/trace/entities"
	"stemma/internal/trace/outlets"
	"stemma/internal/trace/utterances"
)

// A gatherer collects the origins that the reports of a story name, and the
// edges from the reports to them.
type gatherer struct {
	reports []annotate.Report
	who     entities.Resolved
	said    utterances.Joined
	report  map[string]int   // reports by id
	outlets map[string][]int // reports by the keys of their outlet
	origins map[string]*origin
	edges   map[[3]string]*account.Edge // from, to or the origin's key, kind
	venues  map[int]map[string]*venue   // by speaker's entity and the venue's key
}

// An origin is one that is not numbered yet.
type origin struct {
	account.Origin
	key      string
	articles map[int]bool
}

// A venue is a party that a speaker spoke to, with the reports that say so.
type venue struct {
	name    string
	reports map[int]bool
}

// Certainties of the edges to origins: what an article says of itself in so many
// words, and what is read from who it quotes.
const (
	sureCredit = 0.95
	sureCite   = 0.9
	sureQuote  = 0.8
)

// gather finds the origins outside the reports, those that most articles rest on
// first, and the edges of the kinds cites and credits.
func gather(reports []annotate.Report, who entities.Resolved, said utterances.Joined) ([]account.Origin, []account.Edge) {
	g := &gatherer{
		reports: reports, who: who, said: said, report: map[string]int{}, outlets: map[string][]int{},
		origins: map[string]*origin{}, edges: map[[3]string]*account.Edge{}, venues: map[int]map[string]*venue{},
	}
	for i, r := range reports {
		g.report[r.ID] = i
		for _, key := range outlets.Keys(r.Outlet) {
			g.outlets[key] = append(g.outlets[key], i)
		}
	}
	parties := partiesOf(reports, who)
	for _, p := range parties {
		if p.way == addressed && p.entity >= 0 {
			g.meet(p)
		}
	}
	for i := range parties {
		g.specify(&parties[i])
		g.add(parties[i])
	}
	for k := range said.Quotations {
		g.say(k, parties)
	}
	g.witness()
	return g.numbered()
}

// meet notes that a speaker spoke to a venue.
func (g *gatherer) meet(p party) {
	if g.venues[p.entity] == nil {
		g.venues[p.entity] = map[string]*venue{}
	}
	v := g.venues[p.entity][p.key]
	if v == nil {
		v = &venue{name: p.name, reports: map[int]bool{}}
		g.venues[p.entity][p.key] = v
	}
	v.reports[p.report] = true
}

// kinds of venue, as a report calls one that it has named before: "the Russian TV
// station".
var kinds = map[string]bool{"tv": true, "television": true, "radio": true, "station": true, "channel": true,
	"broadcaster": true, "network": true, "newspaper": true, "paper": true, "daily": true, "agency": true, "outlet": true}

// specify gives a party that is called by its kind alone the name of the venue
// that the same report names for the same speaker, of several the one that most
// reports name.
func (g *gatherer) specify(p *party) {
	words := strings.Fields(strings.ToLower(p.name))
	if p.way != addressed || p.entity < 0 || len(words) == 0 || !kinds[words[len(words)-1]] {
		return
	}
	venues := g.venues[p.entity]
	best := p.key
	for _, key := range slices.Sorted(maps.Keys(venues)) {
		if venues[key].reports[p.report] && len(venues[key].reports) > len(venues[best].reports) {
			best = key
		}
	}
	p.key, p.name = best, venues[best].name
}

// add makes a party an origin, or finds the article that it is, and draws the
// edge to it. What a speaker said to a party is an act of the speaker's as well.
func (g *gatherer) add(p party) {
	kind, certainty := account.EdgeCites, sureCite
	if p.way == carried {
		kind, certainty = account.EdgeCredits, sureCredit
	}
	if p.way == addressed && p.entity >= 0 && g.speaks(p.entity) {
		o := g.act(p.entity, p.key)
		g.rest(o, p.report, p.at, kind, certainty)
	}
	if other, ok := g.article(p); ok {
		if other >= 0 {
			g.link(p.report, g.reports[other].ID, kind, certainty, p.at)
		}
		return
	}
	originKind := account.OriginOutlet
	if outlets.IsAgency(p.key) {
		originKind = account.OriginAgency
	}
	g.rest(g.origin(originKind, p.key, p.name), p.report, p.at, kind, certainty)
}

// article finds the report of the story that a party's name stands for: the last
// before this one, or the first. It is -1 where the party is the report's own
// outlet.
func (g *gatherer) article(p party) (other int, ok bool) {
	if newSelf(g.reports[p.report].Outlet).is(p.name) {
		return -1, true
	}
	of := g.outlets[p.key]
	if len(of) == 0 {
		return 0, false
	}
	if slices.Contains(of, p.report) {
		return -1, true
	}
	other = of[0]
	for _, i := range of {
		if i < p.report {
			other = i
		}
	}
	return other, true
}

// speaks reports whether an entity is one that can say something to somebody.
func (g *gatherer) speaks(entity int) bool {
	t := g.who.Entities[entity].Type
	return t == account.Person || t == account.Organization
}

// act is the origin of what a speaker said at a venue; "" where no report says
// to whom.
func (g *gatherer) act(entity int, venueKey string) *origin {
	e := g.who.Entities[entity]
	o := g.origin(account.OriginSpeaker, e.ID+"|"+venueKey, e.Name)
	o.Entity = e.ID
	if v := g.venues[entity][venueKey]; v != nil {
		o.To = v.name
	}
	return o
}

// say traces an utterance to its speaker's act.
func (g *gatherer) say(k int, parties []party) {
	q := g.said.Quotations[k]
	entity := slices.IndexFunc(g.who.Entities, func(e account.Entity) bool { return e.ID == q.Speaker })
	if q.Speaker == "" || entity < 0 || !g.speaks(entity) {
		g.read(k)
		return
	}
	articles := map[string]bool{}
	words := false
	for _, v := range q.Variants {
		articles[v.Article] = true
		words = words || v.Form != account.Indirect
	}
	venueKey := g.venueOf(k, entity, parties)
	if !words && venueKey == "" && len(articles) < 2 {
		return // a single report's "she believed that": nobody's act of saying
	}
	g.restAll(g.act(entity, venueKey), q.Variants)
}

// restAll notes that the articles of variants rest on an origin.
func (g *gatherer) restAll(o *origin, variants []account.Variant) {
	for _, v := range variants {
		if i, ok := g.report[v.Article]; ok {
			g.rest(o, i, span.Span{Start: v.Start, End: v.End}, account.EdgeCites, sureQuote)
		}
	}
}

// documents are what writing is called that reports give the words of.
var documents = map[string]bool{"statement": true, "document": true, "report": true, "bill": true, "letter": true,
	"study": true, "survey": true, "poll": true, "memo": true, "memorandum": true, "filing": true, "lawsuit": true,
	"complaint": true, "indictment": true, "ruling": true, "affidavit": true, "release": true, "transcript": true,
	"communique": true, "communiqué": true, "resolution": true, "treaty": true, "law": true, "order": true}

// read traces an utterance that no speaker is known of to the document that its
// source names, if it does.
func (g *gatherer) read(k int) {
	q := g.said.Quotations[k]
	for _, v := range q.Variants {
		if v.Source == nil {
			continue
		}
		words := strings.Fields(v.Source.Text)
		if len(words) > 0 && documents[strings.ToLower(words[len(words)-1])] {
			g.restAll(g.origin(account.OriginDocument, q.ID, v.Source.Text), q.Variants)
			return
		}
	}
}

// venueOf finds to whom an utterance was said: the party that its variants name,
// or else one that their articles name for the same speaker; of several the one
// that most reports name.
func (g *gatherer) venueOf(k, entity int, parties []party) string {
	named := map[string]bool{}
	for _, p := range parties {
		if p.way == addressed && p.entity == entity && p.quotation >= 0 && g.utterance(p.report, p.quotation) == k {
			named[p.key] = true
		}
	}
	if len(named) == 0 {
		for key, v := range g.venues[entity] {
			for _, variant := range g.said.Quotations[k].Variants {
				if i, ok := g.report[variant.Article]; ok && v.reports[i] {
					named[key] = true
				}
			}
		}
	}
	best := ""
	for _, key := range slices.Sorted(maps.Keys(named)) {
		if best == "" || len(g.venues[entity][key].reports) > len(g.venues[entity][best].reports) {
			best = key
		}
	}
	return best
}

func (g *gatherer) utterance(report, quotation int) int {
	if report >= len(g.said.Of) || quotation >= len(g.said.Of[report]) {
		return -1
	}
	return g.said.Of[report][quotation]
}

// witness adds the outlets that gathered something themselves, with the words by
// which their reports say so. Several reports of one outlet are one witness.
func (g *gatherer) witness() {
	for i, r := range g.reports {
		for _, at := range ownReporting(r) {
			name := strings.TrimSpace(r.Outlet)
			if name == "" { // a byline and a dateline
				name = strings.TrimSpace(r.Byline)
			}
			key := outlets.Key(r.Outlet)
			if key == "" {
				key = r.ID
			}
			g.rest(g.origin(account.OriginOwn, key, name), i, at, account.EdgeCredits, sureQuote)
		}
	}
}

// byOther reports whether a dateline names an agency, or by its form ("PLACE
// (Name) –") somebody else than the report's own outlet.
func byOther(r annotate.Report, dateline extract.Credit) bool {
	key := outlets.Key(dateline.Name)
	return outlets.IsAgency(key) ||
		strings.Contains(dateline.In(r.Text), "("+dateline.Name) && key != outlets.Key(r.Outlet)
}

// origin returns the origin of a kind with a key, and makes it if there is none.
func (g *gatherer) origin(kind, key, name string) *origin {
	key = kind + "|" + key
	o := g.origins[key]
	if o == nil {
		o = &origin{key: key, articles: map[int]bool{}}
		o.Kind, o.Name, o.Spans = kind, strings.TrimSpace(name), []account.Span{}
		g.origins[key] = o
	}
	return o
}

// rest notes that a report rests on an origin, by the words at a span.
func (g *gatherer) rest(o *origin, report int, at span.Span, kind string, certainty float64) {
	o.articles[report] = true
	if s := g.span(report, at); !slices.Contains(o.Spans, s) {
		o.Spans = append(o.Spans, s)
	}
	g.link(report, o.key, kind, certainty, at)
}

// link adds evidence to the edge of a kind between a report and an article or
// origin.
func (g *gatherer) link(report int, to, kind string, certainty float64, at span.Span) {
	key := [3]string{g.reports[report].ID, to, kind}
	e := g.edges[key]
	if e == nil {
		e = &account.Edge{From: key[0], To: to, Kind: kind, Evidence: []account.Evidence{}}
		g.edges[key] = e
	}
	e.Certainty = max(e.Certainty, certainty)
	from := g.span(report, at)
	if !slices.ContainsFunc(e.Evidence, func(v account.Evidence) bool { return v.From == from }) {
		e.Evidence = append(e.Evidence, account.Evidence{From: from})
	}
}

func (g *gatherer) span(report int, at span.Span) account.Span {
	r := g.reports[report]
	return account.Span{Article: r.ID, Start: at.Start, End: at.End, Text: at.In(r.Text)}
}

// numbered gives the origins their order and ids.
func (g *gatherer) numbered() ([]account.Origin, []account.Edge) {
	all := slices.Collect(maps.Values(g.origins))
	first := g.report
	place := func(a, b account.Span) int {
		return cmp.Or(cmp.Compare(first[a.Article], first[b.Article]), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	}
	for _, o := range all {
		slices.SortFunc(o.Spans, place)
	}
	slices.SortFunc(all, func(a, b *origin) int {
		return cmp.Or(cmp.Compare(len(b.articles), len(a.articles)), cmp.Compare(len(b.Spans), len(a.Spans)),
			place(a.Spans[0], b.Spans[0]), cmp.Compare(a.key, b.key))
	})
	ids := map[string]string{}
	origins := make([]account.Origin, len(all))
	for n, o := range all {
		o.ID = fmt.Sprintf("o%d", n+1)
		ids[o.key] = o.ID
		origins[n] = o.Origin
	}
	rank := map[string]int{}
	for n, o := range origins {
		rank[o.ID] = n + 1
	}
	edges := make([]account.Edge, 0, len(g.edges))
	for _, e := range g.edges {
		e.To = cmp.Or(ids[e.To], e.To)
		slices.SortFunc(e.Evidence, func(a, b account.Evidence) int { return place(a.From, b.From) })
		edges = append(edges, *e)
	}
	slices.SortFunc(edges, func(a, b account.Edge) int {
		return cmp.Or(cmp.Compare(rank[a.To], rank[b.To]), cmp.Compare(first[a.To], first[b.To]),
			cmp.Compare(first[a.From], first[b.From]), cmp.Compare(a.Kind, b.Kind))
	})
	return origins, edges
}
