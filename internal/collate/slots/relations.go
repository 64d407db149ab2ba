package slots

import (
	"strings"

	"stemma/account"
	"stemma/internal/collate/words"
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
// Orla TV", "the KXYZ radio station", "Radio Orla, a private station in Vesna".
func (f *finder) media(i int) {
	ws := f.Words[i]
	for k := 0; k < len(ws); k++ {
		first := k
		for k < len(ws) && mediumWords[ws[k].Lower] && (k == first || f.joined(i, k)) {
			k++
		}
		kind, from, to := k, 0, 0 // the words [first, kind), and those of the name
		switch {
		case first == k:
			continue
		case k < len(ws) && f.joined(i, k) && ws[k].Capital:
			for first < kind && ws[kind-1].Capital && kind-1 > 0 {
				kind-- // "Radio Orla" is a name
			}
			from, to = kind, f.nameEnd(i, k)
		case first > 0 && f.joined(i, first) && ws[first-1].Capital && ws[first-1].Content:
			if ws[first].Capital {
				continue // "Orla Channel" is a name
			}
			from, to = f.nameStart(i, first), first
		default:
			to = f.apposed(i, first)
			from = f.nameStart(i, to)
		}
		if kind == first || from == to {
			continue
		}
		s := f.add(i, first, kind, account.AspectRole, "medium", strings.Join(kinds(ws[first:kind]), " "))
		s.About = ws[to-1].Lower
		s.Parts = append(kinds(ws[first:kind]), kinds(ws[from:to])...)
	}
}

// kinds are those of words that say what kind of medium one is.
func kinds(ws []words.Word) []string {
	var all []string
	for _, w := range ws {
		switch {
		case w.Lower == "tv":
			all = append(all, "television")
		case mediumWords[w.Lower]:
			all = append(all, w.Lower)
		}
	}
	return all
}

// nameEnd is where the run of capitals that holds word k ends.
func (f *finder) nameEnd(i, k int) int {
	ws := f.Words[i]
	for k++; k < len(ws) && ws[k].Capital && f.joined(i, k); k++ {
	}
	return k
}

// nameStart is where the run of capitals that ends before word k starts; k if there
// is none.
func (f *finder) nameStart(i, k int) int {
	ws := f.Words[i]
	for first := k; k > 0 && ws[k-1].Capital && (k == first || f.joined(i, k)); {
		k--
	}
	return k
}

// apposed is where the name ends to which the phrase with word k is an apposition
// ("Radio Orla, a private station"), or 0.
func (f *finder) apposed(i, k int) int {
	ws := f.Words[i]
	for n := k - 1; n > 0 && k-n <= 4; n-- {
		switch ws[n].Lower {
		case "a", "an", "the":
			if f.between(i, n) == ", " && ws[n-1].Capital {
				return n
			}
			return 0
		}
		if !f.joined(i, n+1) {
			return 0
		}
	}
	return 0
}
