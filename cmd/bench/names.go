package main

import (
	"sort"

	"stemma/cmd/internal/sets"
	"stemma/internal/annotate"
	"stemma/internal/annotate/mentions"
	"stemma/internal/span"
	"stemma/internal/trace/entities"
)

// A goldEntity is a line of entities.jsonl.
type goldEntity struct {
	Cluster  string `json:"cluster"`
	Entity   string `json:"entity"`
	Type     string `json:"type"`
	Name     string `json:"name"`
	Split    string `json:"split"`
	Mentions []struct {
		Article string `json:"article"`
		Start   int    `json:"start"`
		End     int    `json:"end"`
	} `json:"mentions"`
}

// A goldMention is one mention with the entity that the annotators gave it and
// the one that the program did; -1 where it wasn't found.
type goldMention struct {
	gold, found int
}

// benchNames measures the task names. The articles of a cluster are one story. A
// gold mention is found where a mention by name has the same span, or overlaps it
// by at least half of the longer of both, or ends with it and holds it ("Coastal Navy"
// for "Navy": the last word is the head); the one that overlaps most counts. One
// that isn't found is an entity of its own. Where the set has a field split, the
// figures are given for each split too.
func benchNames(dir string) (any, error) {
	docs, err := sets.Lines[doc](dir, "docs.jsonl")
	if err != nil {
		return nil, err
	}
	gold, err := sets.Lines[goldEntity](dir, "entities.jsonl")
	if err != nil {
		return nil, err
	}
	reports := annotated(docs)
	clusters := map[string][]annotate.Report{}
	split := map[string]string{}
	for i, d := range docs {
		if d.Cluster != nil {
			clusters[*d.Cluster] = append(clusters[*d.Cluster], reports[i])
			split[*d.Cluster] = d.Split
		}
	}
	byCluster := map[string][]goldEntity{}
	for _, e := range gold {
		byCluster[e.Cluster] = append(byCluster[e.Cluster], e)
	}
	names := make([]string, 0, len(byCluster))
	for name := range byCluster {
		names = append(names, name)
	}
	sort.Strings(names)
	scores := make([]nameScore, len(names))
	sets.Each(len(names), func(i int) {
		scores[i] = scoreNames(clusters[names[i]], byCluster[names[i]])
	})
	var all nameScore
	bySplit := map[string]*nameScore{}
	for i, name := range names {
		all.add(scores[i])
		if s := split[name]; s != "" {
			if bySplit[s] == nil {
				bySplit[s] = &nameScore{}
			}
			bySplit[s].add(scores[i])
		}
	}
	figures := all.figures()
	if len(bySplit) > 0 {
		of := map[string]any{}
		for s, score := range bySplit {
			of[s] = score.figures()
		}
		figures["by_split"] = of
	}
	return figures, nil
}

// A nameScore sums B-cubed over mentions.
type nameScore struct {
	mentions, found, typed int
	precision, recall      float64
	byType                 map[string]tally
}

func (s *nameScore) add(t nameScore) {
	s.mentions += t.mentions
	s.found += t.found
	s.typed += t.typed
	s.precision += t.precision
	s.recall += t.recall
	if s.byType == nil {
		s.byType = map[string]tally{}
	}
	for k, v := range t.byType {
		w := s.byType[k]
		s.byType[k] = tally{tp: w.tp + v.tp, fn: w.fn + v.fn}
	}
}

func (s *nameScore) figures() map[string]any {
	p, r := ratio(s.precision, float64(s.mentions)), ratio(s.recall, float64(s.mentions))
	byType := map[string]float64{}
	for k, v := range s.byType {
		byType[k] = v.r()
	}
	return map[string]any{
		"bcubed_p": p, "bcubed_r": r, "bcubed_f1": ratio(2*p*r, p+r),
		"found":         ratio(float64(s.found), float64(s.mentions)),
		"type_right":    ratio(float64(s.typed), float64(s.found)),
		"found_by_type": byType, "mentions": s.mentions,
	}
}

// scoreNames measures one cluster.
func scoreNames(reports []annotate.Report, gold []goldEntity) nameScore {
	who := entities.Resolve(reports)
	index := map[string]int{}
	for i, r := range reports {
		index[r.ID] = i
	}
	s := nameScore{byType: map[string]tally{}}
	var all []goldMention
	next := -1 // mentions that aren't found get numbers of their own
	for g, e := range gold {
		for _, m := range e.Mentions {
			i, ok := index[m.Article]
			if !ok {
				continue
			}
			found := -1
			if c := chainAt(reports[i].Mentions, span.Span{Start: m.Start, End: m.End}); c >= 0 {
				found = who.Of[i][c]
			}
			t := s.byType[e.Type]
			if found >= 0 {
				s.found++
				t.tp++
				if goldTypes[e.Type] == who.Entities[found].Type {
					s.typed++
				}
			} else {
				t.fn++
				found = next
				next--
			}
			s.byType[e.Type] = t
			all = append(all, goldMention{gold: g, found: found})
		}
	}
	s.bcubed(all)
	return s
}

var goldTypes = map[string]string{"PER": "PERSON", "ORG": "ORGANIZATION", "LOC": "PLACE"}

// bcubed sums the precision and recall of each mention (Bagga & Baldwin 1998).
func (s *nameScore) bcubed(all []goldMention) {
	type both struct{ gold, found int }
	gold, found, shared := map[int]int{}, map[int]int{}, map[both]int{}
	for _, m := range all {
		gold[m.gold]++
		found[m.found]++
		shared[both(m)]++
	}
	for _, m := range all {
		n := float64(shared[both(m)])
		s.precision += n / float64(found[m.found])
		s.recall += n / float64(gold[m.gold])
	}
	s.mentions += len(all)
}

// chainAt returns the chain of the mention by name that covers a gold span, or
// -1.
func chainAt(f mentions.Found, g span.Span) int {
	best, chain := 0, -1
	i := sort.Search(len(f.Mentions), func(i int) bool { return f.Mentions[i].End > g.Start })
	for ; i < len(f.Mentions) && f.Mentions[i].Start < g.End; i++ {
		m := f.Mentions[i]
		if m.Form != mentions.ByName && m.Form != mentions.ByNation {
			continue
		}
		shared := min(m.End, g.End) - max(m.Start, g.Start)
		half := 2*shared >= max(m.Len(), g.Len())
		head := m.End == g.End && shared == g.Len()
		if (half || head) && shared > best {
			best, chain = shared, m.Chain
		}
	}
	return chain
}
