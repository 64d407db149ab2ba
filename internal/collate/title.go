package collate

import (
	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/collate/words"
)

// title is the headline that tells most of what the reports share: the one whose
// words stand in the most other reports, and among equals the earliest. It is
// nil where no report has its title in its text.
func title(reports []annotate.Report) *account.Span {
	said := make([]map[string]bool, len(reports))
	for i, r := range reports {
		said[i] = map[string]bool{}
		for _, w := range words.Of(r.Text, 0) {
			if w.Content {
				said[i][w.Stem] = true
			}
		}
	}
	best, most := -1, -1.0
	for i, r := range reports {
		if r.TitleSpan.Empty() {
			continue
		}
		if share := centrality(i, r, said); share > most {
			best, most = i, share
		}
	}
	if best < 0 {
		return nil
	}
	s := quote(reports[best], reports[best].TitleSpan)
	return &s
}

// centrality is the sum over a title's words of the share of other reports that
// use them, damped for length: a headline of three words that all reports have
// tells less than one of eight.
func centrality(i int, r annotate.Report, said []map[string]bool) float64 {
	seen := map[string]bool{}
	sum := 0.0
	for _, w := range words.Of(r.TitleSpan.In(r.Text), 0) {
		if !w.Content || seen[w.Stem] {
			continue
		}
		seen[w.Stem] = true
		for j := range said {
			if j != i && said[j][w.Stem] {
				sum++
			}
		}
	}
	return sum / float64(max(1, len(said)-1)) / float64(4+len(seen))
}
