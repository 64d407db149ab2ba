// Command differences learns how much each sign says that two reports differ, and
// don't speak of two things.
//
//	go run ./cmd/train/differences -data DIR
//
// DIR holds docs.jsonl.gz and planted.jsonl, stories in which one fact of one
// report was changed, in the form that docs/accuracy.md describes. A pair of places
// with different values is an example: one that must be shown if it is the change
// and what the change replaced, one that needn't if not. The real differences of
// the stories count among the latter, as nobody marked them; they are few.
//
// The file internal/collate/claims/weights.txt is written. With -half, only every
// other story is learnt from, for measuring on the rest.
package main

import (
	"cmp"
	"flag"
	"hash/fnv"
	"log"
	"math"
	"os"
	"slices"
	"strings"

	"stemma/account"
	"stemma/cmd/internal/sets"
	"stemma/internal/annotate"
	"stemma/internal/collate"
	"stemma/internal/collate/claims"
	"stemma/internal/extract"
	"stemma/internal/trace"
)

const file = "internal/collate/claims/weights.txt"

func main() {
	log.SetFlags(0)
	data := flag.String("data", "", "`folder` of the set")
	half := flag.Bool("half", false, "learn from every other story alone")
	flag.Parse()
	if *data == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := train(*data, *half); err != nil {
		log.Fatalf("train differences: %v", err)
	}
}

// A doc is a line of docs.jsonl, a change one of planted.jsonl, a place a piece of
// a doc's text.
type (
	doc struct {
		ID, Outlet, Date, Text string
		Cluster                string
	}
	change struct {
		place
		Cluster, Aspect string
		Others, Also    []place
	}
	place struct {
		Article    string
		Start, End int
	}
)

func train(data string, half bool) error {
	docs, err := sets.Lines[doc](data, "docs.jsonl")
	if err != nil {
		return err
	}
	changes, err := sets.Lines[change](data, "planted.jsonl")
	if err != nil {
		return err
	}
	stories := map[string][]doc{}
	for _, d := range docs {
		stories[d.Cluster] = append(stories[d.Cluster], d)
	}
	planted := map[string][]change{}
	for _, c := range changes {
		for i := range c.Also {
			c.Also[i].Article = c.Article
		}
		c.Also = append(c.Also, c.place)
		planted[c.Cluster] = append(planted[c.Cluster], c)
	}
	var names []string
	for name := range stories {
		if !half || evenly(name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	found := make([][]claims.Labelled, len(names))
	sets.Each(len(names), func(i int) {
		found[i] = label(claims.Examples(compared(stories[names[i]])), planted[names[i]])
	})
	var all []claims.Labelled
	for _, f := range found {
		all = append(all, f...)
	}
	log.Printf("%d stories, %d examples", len(names), len(all))
	return os.WriteFile(file, []byte(claims.Fit(all)), 0o644)
}

// evenly puts a story into one of two halves by its name.
func evenly(name string) bool {
	h := fnv.New32a()
	h.Write([]byte(name))
	return h.Sum32()>>8%2 == 0
}

// compared goes the product's way from docs to what claims are found in.
func compared(docs []doc) claims.Reports {
	slices.SortStableFunc(docs, func(a, b doc) int {
		if (a.Date == "") != (b.Date == "") {
			return cmp.Compare(b.Date, a.Date)
		}
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID))
	})
	reports := make([]annotate.Report, len(docs))
	for i, d := range docs {
		a := &extract.Article{ID: d.ID, Outlet: d.Outlet, Language: "en", Text: d.Text}
		a.Published.Time = d.Date
		reports[i] = annotate.Report{Article: a, Annotations: annotate.Annotate(a)}
	}
	return collate.Compared(reports, trace.Trace(reports))
}

// label says which examples are planted changes. Those of one change share its
// weight, in part: ten places with a changed name are more than one, not ten times
// as much.
func label(examples []claims.Example, changes []change) []claims.Labelled {
	of := make([]int, len(examples))
	count := make([]float64, len(changes))
	for i, e := range examples {
		of[i] = -1
		for n, c := range changes {
			if fits(e.Class, c.Aspect) && (covers(e.A, c.Also) && covers(e.B, c.Others) || covers(e.B, c.Also) && covers(e.A, c.Others)) {
				of[i] = n
				count[n]++
			}
		}
	}
	all := make([]claims.Labelled, len(examples))
	for i, e := range examples {
		all[i] = claims.Labelled{Example: e, Differs: of[i] >= 0, Weight: 1}
		if of[i] >= 0 {
			all[i].Weight = 1 / math.Sqrt(count[of[i]])
		}
	}
	return all
}

// classes are the beginnings of the names of the classes in which a change of an
// aspect shows.
var classes = map[string][]string{
	"quantity": {"age", "score", "count:"},
	"time":     {"day", "hour", "part of day", "year", "month", "count:day"},
	"place":    {"site:", "block", "name:", "opposite:"},
	"role":     {"office", "kin", "grade", "medium"},
	"polarity": {"opposite:", "verb:"},
	"name":     {"name:", "site:"},
}

func fits(class, aspect string) bool {
	return slices.ContainsFunc(classes[aspect], func(c string) bool { return strings.HasPrefix(class, c) })
}

// covers reports whether a span shares a byte with one of places.
func covers(s account.Span, places []place) bool {
	return slices.ContainsFunc(places, func(p place) bool {
		return p.Article == s.Article && s.Start < p.End && p.Start < s.End
	})
}
