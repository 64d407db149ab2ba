package group

import (
	"cmp"
	"slices"
)

// A Why says what speaks for and against an article's being in its story, as
// seen with all that has been grouped by now.
type Why struct {
	Article  string
	Story    string
	Evidence float64  // logarithm of the odds; the sum of what Reasons contribute
	Reasons  []Reason // what weighs most first, for or against

	// Threshold is the least evidence by which an article joins a story. An
	// article that joined later than others, or opened its story, may have less.
	Threshold float64

	// Rival is the story that would have the article if its own weren't there: ""
	// if nothing else in memory has anything in common with it.
	Rival         string
	RivalEvidence float64
	RivalReasons  []Reason
}

// A Reason is one thing that was compared. Value is how alike it was, as a rule
// 0 to 1, over the articles of the story; Weight is what a Value of 1 would add
// to the evidence; Contribution, their product, is what it did add: above 0 it
// speaks for the story, below 0 against it.
type Reason struct {
	Field        string
	Value        float64
	Weight       float64
	Contribution float64
}

// Why explains the place of an article. It reports false for one that isn't
// grouped or has left memory.
func (g *Grouper) Why(article string) (Why, bool) {
	at, ok := g.of[article]
	if !ok || g.items[at.arrival] == nil {
		return Why{}, false
	}
	item := &g.items[at.arrival].Item
	why := Why{Article: article, Story: at.story.id, Threshold: joins}
	others := map[*story][]features{}
	for _, i := range g.near(item) {
		if m := g.items[i]; m.ID != article {
			others[m.story] = append(others[m.story], g.likeness(item, &m.Item))
		}
	}
	var own []features
	for _, id := range at.story.articles {
		if m := g.items[g.of[id].arrival]; m != nil && id != article {
			own = append(own, g.likeness(item, &m.Item))
		}
	}
	why.Reasons, why.Evidence = reasons(own)
	delete(others, at.story)
	for s, compared := range others {
		r, e := reasons(compared)
		if why.Rival == "" || e > why.RivalEvidence || e == why.RivalEvidence && s.id < why.Rival {
			why.Rival, why.RivalEvidence, why.RivalReasons = s.id, e, r
		}
	}
	return why, true
}

// reasons sums up what was compared with the members of a story: the strongest
// and the average, as in evidence.
func reasons(compared []features) ([]Reason, float64) {
	if len(compared) == 0 {
		return nil, 0
	}
	w := weights()
	best := slices.MaxFunc(compared, func(x, y features) int { return cmp.Compare(x.odds(&w), y.odds(&w)) })
	contributions := map[string]float64{}
	values := map[string]float64{}
	total := 0.0
	for i := range w {
		sum := 0.0
		for _, f := range compared {
			sum += f[i]
		}
		value := strength*best[i] + (1-strength)*sum/float64(len(compared))
		field := fieldOf(i)
		contributions[field] += value * w[i]
		total += value * w[i]
		if i < fields || values[field] == 0 {
			values[field] = value
		}
	}
	var list []Reason
	for _, field := range reasonFields {
		r := Reason{Field: field, Value: values[field], Contribution: contributions[field]}
		if r.Value != 0 {
			r.Weight = r.Contribution / r.Value
		}
		if r.Contribution != 0 {
			list = append(list, r)
		}
	}
	slices.SortStableFunc(list, func(x, y Reason) int {
		return -cmp.Compare(max(x.Contribution, -x.Contribution), max(y.Contribution, -y.Contribution))
	})
	return list, total
}

// fieldNames are what the fields are called in a Reason.
var fieldNames = [fields]string{title: "title", lead: "lead", body: "body", pairs: "phrases", people: "people",
	organizations: "organizations", places: "places", numbers: "numbers", capitals: "capitalised words",
	days: "days", head: "title and lead", who: "people in the lead", where: "places in the lead", ages: "ages"}

// reasonFields are all that a Reason's Field can be.
var reasonFields = append(fieldNames[:], "time", "outlet", "bias")

// fieldOf names the field that a feature belongs to.
func fieldOf(feature int) string {
	switch {
	case feature < fields:
		return fieldNames[feature]
	case feature < inTime:
		return fieldNames[[...]int{people, organizations, places, numbers, days}[feature-haveBoth]]
	case feature < sameOut:
		return "time"
	case feature == sameOut:
		return "outlet"
	case feature < details:
		return fieldNames[[...]int{body, body, body, body, people, places, pairs, numbers, lead, places, capitals, body, capitals}[feature-products]]
	case feature < bias:
		return fieldNames[[...]int{people, places, capitals, head, numbers, who, where, ages, ages, people, body, head, head}[feature-details]]
	}
	return "bias"
}
