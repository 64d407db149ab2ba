package slots

import (
	"strings"

	"stemma/account"
)

// relationFamilies are the nouns of which one report can have another than a
// second: kin and company, years of school. Two of a family exclude each other
// when they stand for one person.
var relationFamilies = map[string]string{
	"kin": `father mother stepfather stepmother dad mom mum husband wife ex-wife ex-husband boyfriend girlfriend
		ex-boyfriend ex-girlfriend fiance fiancee fiancé fiancée brother sister stepbrother stepsister half-brother
		half-sister brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law cousin uncle
		aunt nephew niece son daughter stepson stepdaughter grandson granddaughter grandfather grandmother
		grandparent grandchild neighbor neighbour relative friend roommate co-worker coworker colleague classmate
		partner widow widower spouse acquaintance landlord tenant godfather`,
	"grade": `freshman sophomore junior senior first-grader second-grader third-grader fourth-grader fifth-grader
		sixth-grader seventh-grader eighth-grader kindergartner`,
}

// relationClass is each noun's family, and its plain form.
var relationClass = func() map[string][2]string {
	m := map[string][2]string{}
	same := map[string]string{
		"dad": "father", "mom": "mother", "mum": "mother", "neighbour": "neighbor", "coworker": "co-worker",
		"colleague": "co-worker",
		"fiancé":    "fiance", "fiancée": "fiancee",
	}
	for family, nouns := range relationFamilies {
		for _, n := range strings.Fields(nouns) {
			key := n
			if s := same[n]; s != "" {
				key = s
			}
			m[n] = [2]string{family, key}
		}
	}
	return m
}()

// relations finds nouns of the families.
func (f *finder) relations(i int) {
	ws := f.Words[i]
	for k, w := range ws {
		c, ok := relationClass[w.Lower]
		if !ok {
			continue
		}
		if w.Capital && k > 0 && f.joined(i, k) && ws[k-1].Capital {
			continue // part of a name: "Junior Smith", "Fox News Channel"
		}
		key := c[1]
		first := k
		if k > 0 && f.joined(i, k) && (ws[k-1].Lower == "former" || ws[k-1].Lower == "estranged" || ws[k-1].Lower == "ex") && c[0] == "kin" {
			first, key = k-1, "ex-"+key
		}
		f.add(i, first, k+1, account.AspectRole, c[0], key)
	}
}

// mediumWords are the nouns that say what kind of medium a named one is.
var mediumWords = map[string]bool{
	"newspaper": true, "magazine": true, "website": true, "station": true, "channel": true, "network": true,
	"broadcaster": true, "tabloid": true, "daily": true, "weekly": true, "radio": true, "television": true,
	"tv": true, "portal": true, "blog": true,
}

// media finds what kind of medium a report says a named one is: "television network
// Orla TV", "the KXYZ radio station".
func (f *finder) media(i int) {
	ws := f.Words[i]
	for k := 0; k < len(ws); k++ {
		first := k
		var parts []string
		for k < len(ws) && mediumWords[ws[k].Lower] && (k == first || f.joined(i, k)) {
			w := ws[k].Lower
			if w == "tv" {
				w = "television"
			}
			parts = append(parts, w)
			k++
		}
		if len(parts) == 0 {
			continue
		}
		about := ""
		switch {
		case k < len(ws) && f.joined(i, k) && ws[k].Capital:
			about = ws[k].Lower
		case first > 0 && f.joined(i, first) && ws[first-1].Capital && ws[first-1].Content:
			about = ws[first-1].Lower
		default:
			continue
		}
		s := f.add(i, first, k, account.AspectRole, "medium", strings.Join(parts, " "))
		s.Parts, s.About = parts, about
	}
}
