package extract

import "testing"

func TestFindDates(t *testing.T) {
	for _, c := range []struct {
		text     string
		dayFirst bool
		want     string
	}{
		{"Thu, 01/13/2022 – 11:45", false, "2022-01-13T11:45"},
		{"Published 13/01/2022", false, "2022-01-13"},
		{"Fri, 04/03/2022", false, "2022-03-04"}, // a Friday only if the day is first
		{"03/04/2022", true, "2022-04-03"},
		{"03/04/2022", false, "2022-03-04"},
		{"3.4.2022, 9.05 Uhr", false, "2022-04-03T09:05"},
		{"January 13, 2022 at 11:45 a.m. EST", false, "2022-01-13T11:45-05:00"},
		{"Jan. 13, 2022 6:46 PM ET", false, "2022-01-13T18:46-05:00"},
		{"Updated 6:46 PM ET, Thu July 14, 2022", false, "2022-07-14T18:46-04:00"},
		{"13th of January, 2022", false, "2022-01-13"},
		{"13 January 2022 0945 GMT", false, "2022-01-13T09:45Z"},
		{"13. Januar 2022 um 14:05", false, "2022-01-13T14:05"},
		{"13 de enero de 2022", false, "2022-01-13"},
		{"le 1er février 2022 à 18h30", false, "2022-02-01T18:30"},
		{"13 января 2022, 11:45", false, "2022-01-13T11:45"},
		{"2022年1月13日", false, "2022-01-13"},
		{"2022-01-13T11:45:30+01:00", false, "2022-01-13T11:45:30+01:00"},
		{"2022-01-13T11:45:00-0500", false, "2022-01-13T11:45-05:00"},
		{"2022-01-13 11:45 GMT+3", false, "2022-01-13T11:45+03:00"},
		{"February 30, 2022", false, ""},
		{"13/14/2022", false, ""},
		{"a score of 12-10 in 2022", false, ""},
		{"the May 2022 issue", false, "2022-05"},
	} {
		got := ""
		if days := findDates(c.text, c.dayFirst); len(days) > 0 {
			got = days[0].String()
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestStamps(t *testing.T) {
	body := "\n\nThe dam at Lake Orun gave way on Monday, officials said, and three villages were under water by noon.\n\nA new dam would cost 40 million, and it was not clear on Monday who would pay for it.\n\n"
	for _, c := range []struct{ text, published, modified, byline string }{
		{"Dam gives way at the lake\n\nBy Jane Doe\nPublished 3 May 2021 | Updated 4 May 2021, 10:15 BST" + body, "2021-05-03", "2021-05-04T10:15+01:00", "Jane Doe"},
		{"Dam gives way at the lake\n\nJane Doe, Staff Writer\n\nMay 3, 2021" + body, "2021-05-03", "", "Jane Doe"},
		{"Dam gives way at the lake" + body + "Jane Doe\nMon, 05/03/2021 - 09:00", "2021-05-03T09:00", "", "Jane Doe"},
		{"Dam gives way at the lake\n\nBy Jane Doe and John Roe | The Orun Gazette | 2021-05-03" + body, "2021-05-03", "", "Jane Doe and John Roe"},
		{"Dam of May 3, 2021 remembered by the valley" + body, "", "", ""},
	} {
		a, err := Extract(plain(c.text))
		if err != nil {
			t.Fatal(err)
		}
		checkLaws(t, a)
		if a.Published.Time != c.published || a.Modified.Time != c.modified || a.Byline != c.byline {
			t.Errorf("%.70q: published %q, modified %q, byline %q", c.text, a.Published.Time, a.Modified.Time, a.Byline)
		}
		if a.Published.Time != "" && a.Published.Evidence.Empty() {
			t.Errorf("%.70q: no evidence", c.text)
		}
	}
}
