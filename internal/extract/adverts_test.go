package extract

import (
	"strings"
	"testing"
)

func TestAdverts(t *testing.T) {
	const above = "Dam gives way above Orun\n\nA dam above the town of Orun gave way on Monday, officials said.\n\n"
	const below = "\n\nNobody was hurt, said the mayor, who had been to see the place."
	for _, c := range []struct {
		block string
		gone  bool
	}{
		{"Vacancies in your area\n\nSearch hundreds of offers and get your answer in one minute.", true},
		{"Hot jobs near you\n\nFind your next job today and\nget new offers by e-mail.", true},
		{"Careers at a glance\n\nCreate your profile. Set alerts and be found by employers.", true},
		{"Find your dream flat today and get alerts via e-mail.", true},

		{"Jobs at the dam\n\nThe mine gave work to two hundred people until last year.", false},
		{"Jobs at the dam\n\n“Find your next job elsewhere,” the mine’s owner told the men.", false},
		{"Jobs at the dam\n\nApply for help, the council told those who lost their work.", false},
		{"Tips for the day\n\nStay away from your cellar.", false},
	} {
		text := above + c.block + below
		clean, _ := Clean(text)
		gone := clean == strings.TrimSuffix(above, "\n\n")+below
		if gone != c.gone || !c.gone && clean != text {
			t.Errorf("%q: left\n%s", c.block, clean)
		}
	}
}
