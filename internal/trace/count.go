package trace

import (
	"cmp"
	"slices"

	"stemma/account"
)

// An index makes [Lineage.Count] quick. It is made of the exported parts of a
// lineage alone.
type index struct {
	reports map[string]*Rest
	quoted  map[string][]restingSpan   // by article, in order of text
	shared  map[[2]string][]sharedSpan // by two articles, as the edge has them
	linked  map[string][]string        // articles that an article shares text with
	bases   map[string][]string        // origins, of those that are no speakers, that an article credits for its material
	first   map[string]lead            // where an article first speaks of its own gathering, and of another medium
	touch   map[[2]string]bool         // two articles with an edge of any kind between them
	entity  map[string]string          // of a speaker's act
	kind    map[string]string          // of an origin
	rank    map[string]int             // of an origin
}

// A restingSpan is a span that rests on an origin, or where it has no name, on
// an utterance.
type restingSpan struct {
	start, end int
	on         string
}

// A lead says where an article first speaks of what its outlet gathered itself,
// and where of another medium: byte offsets, or -1.
type lead struct{ own, other int }

// A sharedSpan is a passage that stands in two articles.
type sharedSpan struct{ from, to account.Span }

// wholeCopy is the share from which on an article counts as a copy through and
// through, also where no passage is listed; sameMatter that from which on two
// articles as wholes count as one report.
const (
	wholeCopy  = 0.9
	sameMatter = 0.3
)

// indexed returns the lineage's index.
func (l *Lineage) indexed() *index {
	l.once.Do(func() {
		x := &index{
			reports: map[string]*Rest{}, quoted: map[string][]restingSpan{}, shared: map[[2]string][]sharedSpan{},
			linked: map[string][]string{}, bases: map[string][]string{}, entity: map[string]string{},
			kind: map[string]string{}, rank: map[string]int{}, first: map[string]lead{}, touch: map[[2]string]bool{},
		}
		for i := range l.Reports {
			x.reports[l.Reports[i].Article] = &l.Reports[i]
		}
		for _, q := range l.Said.Quotations {
			for _, v := range q.Variants {
				x.quoted[v.Article] = append(x.quoted[v.Article], restingSpan{v.Start, v.End, q.ID})
			}
		}
		for n, o := range l.Origins {
			x.kind[o.ID], x.entity[o.ID], x.rank[o.ID] = o.Kind, cmp.Or(o.Entity, o.ID), n
			if o.Kind != account.OriginSpeaker && o.Kind != account.OriginDocument {
				continue
			}
			for _, s := range o.Spans {
				x.quoted[s.Article] = append(x.quoted[s.Article], restingSpan{s.Start, s.End, o.ID})
			}
		}
		for _, e := range l.Edges {
			x.addEdge(e)
		}
		l.index = x
	})
	return l.index
}

func (x *index) addEdge(e account.Edge) {
	kind, isOrigin := x.kind[e.To]
	if !isOrigin {
		x.touch[[2]string{e.From, e.To}], x.touch[[2]string{e.To, e.From}] = true, true
	}
	if e.Kind == account.EdgeCites || e.Kind == account.EdgeCredits {
		x.addLead(e, kind)
	}
	switch e.Kind {
	case account.EdgeCopies, account.EdgeShares, account.EdgeTranslates:
		key := [2]string{e.From, e.To}
		for _, v := range e.Evidence {
			if v.To != nil {
				x.shared[key] = append(x.shared[key], sharedSpan{v.From, *v.To})
			}
		}
		if e.Share >= wholeCopy {
			x.shared[key] = append(x.shared[key], sharedSpan{
				account.Span{Article: e.From, End: int(^uint(0) >> 1)}, account.Span{Article: e.To, End: int(^uint(0) >> 1)},
			})
		}
		if e.Share >= sameMatter {
			x.linked[e.From] = append(x.linked[e.From], e.To)
		}
	case account.EdgeCredits:
		if isOrigin {
			x.bases[e.From] = append(x.bases[e.From], e.To)
		} else {
			x.linked[e.From] = append(x.linked[e.From], e.To)
		}
	}
}

// addLead notes where an article first cites or credits what is at the end of an
// edge; kind is that of the origin, "" of an article.
func (x *index) addLead(e account.Edge, kind string) {
	if kind == account.OriginSpeaker || kind == account.OriginDocument || len(e.Evidence) == 0 {
		return
	}
	l, ok := x.first[e.From]
	if !ok {
		l = lead{-1, -1}
	}
	place := &l.other
	if kind == account.OriginOwn {
		place = &l.own
	}
	for _, v := range e.Evidence {
		if *place < 0 || v.From.Start < *place {
			*place = v.From.Start
		}
	}
	x.first[e.From] = l
}

// leadsOwn reports whether an article speaks of what its outlet gathered itself
// before it names another medium.
func (x *index) leadsOwn(article string) bool {
	l, ok := x.first[article]
	return ok && l.own >= 0 && (l.other < 0 || l.own < l.other)
}

// Count says how many independent origins the given spans of the story's
// articles rest on. Spans of one act of saying, of passages that one article has
// from another, and of articles that credit the same agency rest on one origin.
// AtMost takes all others for independent, but counts no article twice. AtLeast
// counts only what is known to be independent: different speakers; or articles
// that carry different agencies' material, or begin with what their own outlet
// gathered, and that neither cite one another nor have any text in common.
//
// A span that holds most of an article stands for the article as a whole, which
// rests on the origin of the story's main matter if it tells that. IDs are the
// origins that are known, the most cited first. It is safe for concurrent use.
func (l *Lineage) Count(spans []account.Span) account.Origins {
	x := l.indexed()
	spans = distinct(spans)
	if len(spans) == 0 {
		return account.Origins{IDs: []string{}}
	}
	groups := newGroups(len(spans))
	on := make([]string, len(spans))
	for i, s := range spans {
		on[i] = x.restsOn(s)
	}
	for i := range spans {
		for j := range i {
			if groups.find(i) != groups.find(j) && x.one(spans[j], on[j], spans[i], on[i]) {
				groups.join(i, j)
			}
		}
	}
	return x.counted(spans, on, groups)
}

// Story counts the origins of the story as a whole.
func (l *Lineage) Story() account.Origins {
	spans := make([]account.Span, len(l.Reports))
	for i, r := range l.Reports {
		spans[i] = account.Span{Article: r.Article, End: r.Length}
	}
	return l.Count(spans)
}

// distinct returns the spans without repetition, in order of article and text.
func distinct(spans []account.Span) []account.Span {
	spans = slices.Clone(spans)
	for i := range spans {
		spans[i].Text = ""
	}
	slices.SortFunc(spans, func(a, b account.Span) int {
		return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	return slices.Compact(spans)
}

// whole reports whether a span stands for its article.
func (x *index) whole(s account.Span) bool {
	r := x.reports[s.Article]
	return r != nil && 2*(s.End-s.Start) > r.Length
}

// restsOn is the origin, or else the utterance, that a span lies in; "" none. An
// origin with a name goes before one without, a closer one before a wider.
func (x *index) restsOn(s account.Span) string {
	if x.whole(s) {
		return x.reports[s.Article].Origin
	}
	best, length := "", 0
	for _, q := range x.quoted[s.Article] {
		if 2*overlap(s.Start, s.End, q.start, q.end) < max(1, s.End-s.Start) {
			continue
		}
		_, named := x.kind[q.on]
		_, had := x.kind[best]
		if best == "" || named && !had || named == had && q.end-q.start < length {
			best, length = q.on, q.end-q.start
		}
	}
	return best
}

func overlap(a, b, c, d int) int { return min(b, d) - max(a, c) }

// one reports whether two spans are known to rest on one origin.
func (x *index) one(s account.Span, onS string, t account.Span, onT string) bool {
	if s.Article == t.Article && onS == onT {
		return true // an article's own words come from one place, as far as is known
	}
	if onS != "" && onS == onT && x.firm(s) && x.firm(t) {
		return true
	}
	if onS != "" && onT != "" && onS != onT && !x.whole(s) && !x.whole(t) {
		return false
	}
	if x.whole(s) || x.whole(t) {
		return slices.Contains(x.linked[s.Article], t.Article) || slices.Contains(x.linked[t.Article], s.Article) || x.sameBase(s, t)
	}
	return x.together(s, t) || x.together(t, s) || onS == "" && onT == "" && x.sameBase(s, t)
}

// firm reports whether what a span rests on is what it is about: of a whole
// article this is only known where it leads with it.
func (x *index) firm(s account.Span) bool { return !x.whole(s) || x.reports[s.Article].Leads }

// together reports whether s and t lie in one passage that two articles share.
func (x *index) together(s, t account.Span) bool {
	for _, p := range x.shared[[2]string{s.Article, t.Article}] {
		if 2*overlap(s.Start, s.End, p.from.Start, p.from.End) >= s.End-s.Start &&
			2*overlap(t.Start, t.End, p.to.Start, p.to.End) >= t.End-t.Start {
			return true
		}
	}
	return false
}

// sameBase reports whether two articles credit the same agency or outlet for
// their material.
func (x *index) sameBase(s, t account.Span) bool {
	return slices.ContainsFunc(x.bases[s.Article], func(o string) bool { return slices.Contains(x.bases[t.Article], o) })
}

// counted counts groups of spans: those that may be independent, and those that
// are known to be.
func (x *index) counted(spans []account.Span, on []string, groups groups) account.Origins {
	of := map[int]*group{}
	ids := map[string]bool{}
	speakers := map[string]bool{}
	articles := map[string]bool{}
	for i, s := range spans {
		g := of[groups.find(i)]
		if g == nil {
			g = &group{bases: map[string]bool{}}
			of[groups.find(i)] = g
		}
		articles[s.Article] = true
		g.articles = append(g.articles, s.Article)
		if x.kind[on[i]] != "" {
			ids[on[i]] = true
			speakers[x.entity[on[i]]] = true
			g.spoken = true
			continue
		}
		for _, o := range x.bases[s.Article] {
			if x.kind[o] == account.OriginOwn && (on[i] != "" || !x.leadsOwn(s.Article)) {
				continue // somebody's words, or a report that begins with another's
			}
			g.bases[o] = true
			ids[o] = true
		}
	}
	out := account.Origins{AtMost: min(len(of), len(articles)), IDs: []string{}}
	out.AtLeast = min(max(1, len(speakers), x.apart(of)), out.AtMost)
	for id := range ids {
		out.IDs = append(out.IDs, id)
	}
	slices.SortFunc(out.IDs, func(a, b string) int { return cmp.Compare(x.rank[a], x.rank[b]) })
	return out
}

// A group is spans that are known to rest on one origin. Spoken says that this is
// a speaker's act.
type group struct {
	articles []string
	bases    map[string]bool
	spoken   bool
}

// apart counts the groups that carry material of different agencies or their own
// observation, with nothing of it in common and no edge between them.
func (x *index) apart(of map[int]*group) int {
	order := make([]int, 0, len(of))
	for n := range of {
		order = append(order, n)
	}
	slices.Sort(order)
	used := map[string]bool{}
	var chosen []string // articles
	n := 0
	for _, i := range order {
		g := of[i]
		free := len(g.bases) > 0 && !g.spoken
		for o := range g.bases {
			free = free && !used[o] && (x.kind[o] == account.OriginAgency || x.kind[o] == account.OriginOwn)
		}
		for _, a := range g.articles {
			free = free && !slices.ContainsFunc(chosen, func(b string) bool { return x.touch[[2]string{a, b}] })
		}
		if !free {
			continue
		}
		n++
		chosen = append(chosen, g.articles...)
		for o := range g.bases {
			used[o] = true
		}
	}
	return n
}

// groups is a union of sets (Tarjan 1975).
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

func (g groups) find(i int) int {
	for g[i] != i {
		g[i] = g[g[i]]
		i = g[i]
	}
	return i
}

func (g groups) join(i, j int) { g[g.find(i)] = g.find(j) }
