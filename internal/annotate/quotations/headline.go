package quotations

// labels stand before a colon and name nobody.
var labels = set(`update updates updated latest boom wow look must-see must-read video watch photo photos listen read live opinion analysis exclusive breaking editorial column
	commentary review interview transcript correction note editor's factbox explainer timeline gallery podcast fact
	check poll preview recap highlights election debate campaign report spotlight politics news first more sport sports
	today yesterday here inside part chapter part-time session trivia`)

const longestHeadline = 40

// headline finds who speaks in a headline such as "Brandt: The Bridge Is Safe".
func (p *page) headline(taken []bool) []attribution {
	if len(p.paras) == 0 {
		return nil
	}
	r := p.paragraphWords(0)
	if r[1]-r[0] > longestHeadline || r[1]-r[0] < 4 {
		return nil
	}
	for i := r[0]; i < r[1] && i <= r[0]+7; i++ {
		if p.words[i].quote >= 0 || taken[i] || p.is(i, ",", ".", "?", "!", ";") || p.finite(i) {
			return nil
		}
		if p.low(i) != ":" {
			continue
		}
		if i == r[0] || labels[p.low(r[0])] || labels[p.low(i-1)] || i+2 >= r[1] || p.tag(i-1) == "NUM" || taken[i+1] {
			return nil
		}
		end := r[1]
		for end > i+1 && p.is(end-1, ".") {
			end--
		}
		return []attribution{{source: [2]int{r[0], i}, cue: [2]int{i, i + 1}, content: [][2]int{{i + 1, end}}}}
	}
	return nil
}

// finite reports whether the word at i can only be a finite verb.
func (p *page) finite(i int) bool {
	return finiteBe[p.low(i)] && p.tag(i) != "PART" || p.words[i].entry != nil && p.words[i].entry.class&quotative != 0 && p.verb(i)
}
