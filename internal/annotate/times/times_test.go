package times

import (
	"fmt"
	"strings"
	"testing"
)

// The cases in testdata would be hard to read; here a line is the text, with the
// times in it as "text=TYPE value" behind a bar.
func check(t *testing.T, published, line string) {
	t.Helper()
	text, want, _ := strings.Cut(line, "|")
	text, want = strings.TrimSpace(text), strings.TrimSpace(want)
	var got []string
	for _, x := range Find(text, nil, published) {
		got = append(got, fmt.Sprintf("%s=%s %s", x.In(text), x.Type, x.Value))
	}
	if g := strings.Join(got, "; "); g != want {
		t.Errorf("%s\n got  %s\n want %s", text, g, want)
	}
}

// published is the time of the invented articles: a Thursday.
const published = "2022-01-13T11:45"

func TestDated(t *testing.T) {
	for _, line := range []string{
		"The mayor met them this Thursday (13). | this Thursday (13)=DATE 2022-01-13",
		"They had talked on Monday (10) and Wednesday the 12th. | Monday (10)=DATE 2022-01-10; Wednesday the 12th=DATE 2022-01-12",
		"The bridge opened on Monday. | Monday=DATE 2022-01-10",
		"The bridge will open on Monday. | Monday=DATE 2022-01-17",
		"The trial is set to begin on Wednesday in Lund. | Wednesday=DATE 2022-01-19",
		"She said on Thursday that it was over. | Thursday=DATE 2022-01-13",
		"Last Thursday's storm and next Friday's vote | Last Thursday=DATE 2022-01-06; next Friday=DATE 2022-01-14",
		"He died yesterday; they met the day before yesterday. | yesterday=DATE 2022-01-12; the day before yesterday=DATE 2022-01-11",
		"Since November the price has doubled. | November=DATE 2021-11",
		"The mine closed in January. | January=DATE 2022-01",
		"It will reopen in March. | March=DATE 2022-03",
		"It closed on 30 December and will reopen on February 2nd. | 30 December=DATE 2021-12-30; February 2nd=DATE 2022-02-02",
		"Jan. 4, 2022, 5 May 2019, 2021-12-31, 31/12/2021, 01/12/22 and 3.1.2022 | Jan. 4, 2022=DATE 2022-01-04; 5 May 2019=DATE 2019-05-05; 2021-12-31=DATE 2021-12-31; 31/12/2021=DATE 2021-12-31; 01/12/22=DATE 2022-12-01; 3.1.2022=DATE 2022-01-03",
		"It ran from 10 to 14 January. | 10=DATE 2022-01-10; 14 January=DATE 2022-01-14",
		"It ran from January 3-7, 2022. | January 3=DATE 2022-01-03; 7, 2022=DATE 2022-01-07",
		"On the 11th it rained; the 11th floor was wet. | the 11th=DATE 2022-01-11",
		"In early 2009, in mid-January and at the end of 2008 | early 2009=DATE 2009; mid-January=DATE 2022-01; the end of 2008=DATE 2008",
		"in march of 2020, the 1970s, the 20th century, the '80s | march of 2020=DATE 2020-03; the 1970s=DATE 197; the 20th century=DATE 19; the '80s=DATE 198",
		"the third quarter, Q3 2014, the summer of 2014, fiscal 2012, last winter | the third quarter=DATE 2021-Q3; Q3 2014=DATE 2014-Q3; the summer of 2014=DATE 2014-SU; fiscal 2012=DATE FY2012; last winter=DATE 2021-WI",
		"this week, last week, last month, last year, next year | this week=DATE 2022-W02; last week=DATE 2022-W01; last month=DATE 2021-12; last year=DATE 2021; next year=DATE 2023",
		"over the weekend it snowed | the weekend=DATE 2022-W01-WE",
		"two years ago, three months ago, ten days ago, years ago | two years ago=DATE 2020; three months ago=DATE 2021-10; ten days ago=DATE 2022-01-03; years ago=DATE PAST_REF",
		"It sank on January 4, and a week later they found it. | January 4=DATE 2022-01-04; a week later=DATE 2022-W02",
		"now, recently and in the coming days | now=DATE PRESENT_REF; recently=DATE PAST_REF; the coming days=DATE FUTURE_REF",
		"On Christmas Day, Good Friday 2020 and Thanksgiving | Christmas Day=DATE 2021-12-25; Good Friday 2020=DATE 2020-04-10; Thanksgiving=DATE 2021-11-25",
	} {
		check(t, published, line)
	}
}

func TestTimesOfDay(t *testing.T) {
	for _, line := range []string{
		"Thu, 01/13/2022 – 11:45 | Thu, 01/13/2022 – 11:45=TIME 2022-01-13T11:45",
		"at 8 p.m. on Monday, at noon, by 1 a.m. ET | 8 p.m. on Monday=TIME 2022-01-10T20:00; noon=TIME 2022-01-10T12:00; 1 a.m. ET=TIME 2022-01-10T01:00",
		"It began around 3:30 p.m. Sunday. | around 3:30 p.m. Sunday=TIME 2022-01-09T15:30",
		"The plane left Tuesday at 18:00 UTC. | Tuesday at 18:00 UTC=TIME 2022-01-11T18:00Z",
		"On Monday morning and last night, tonight and this afternoon | Monday morning=TIME 2022-01-10TMO; last night=TIME 2022-01-12TNI; tonight=TIME 2022-01-13TNI; this afternoon=TIME 2022-01-13TAF",
		"On Wednesday they met. They had eaten that morning. | Wednesday=DATE 2022-01-12; that morning=TIME 2022-01-12TMO",
		"at 0400 GMT and eight o'clock | 0400 GMT=TIME 2022-01-13T04:00Z; eight o'clock=TIME 2022-01-13T08:00",
		"They won 3:2 in a time of 2:05:11. | ",
	} {
		check(t, published, line)
	}
}

func TestDurationsAndSets(t *testing.T) {
	for _, line := range []string{
		"for the first time in two and a half years | two and a half years=DURATION P2.5Y",
		"about four hours, half an hour, an hour and a half | about four hours=DURATION PT4H; half an hour=DURATION PT30M; an hour and a half=DURATION PT1.5H",
		"the last 30 years, the past two decades, the next six months | the last 30 years=DURATION P30Y; the past two decades=DURATION P20Y; the next six months=DURATION P6M",
		"a 27-year contract, a decades-long quarrel | 27-year=DURATION P27Y; decades-long=DURATION PXY",
		"for years and within minutes | years=DURATION PXY; minutes=DURATION PTXM",
		"two hours and 30 minutes | two hours and 30 minutes=DURATION PT2H30M",
		"every Thursday, daily, twice a week, 15 a year, on Mondays, the annual fair | every Thursday=SET XXXX-WXX-4; daily=SET P1D; twice a week=SET P1W; a year=SET P1Y; Mondays=SET XXXX-WXX-1; annual=SET P1Y",
		"a 42-year-old man, 42 years old, one second thought | ",
	} {
		check(t, published, line)
	}
}

func TestNoTimes(t *testing.T) {
	for _, line := range []string{
		"She may march in the spring water of Fall River with April Holm. | ",
		"Windows 2000, Euro 2016 and the Sunday Times cost $1990. | ",
		"He read USA Today on the Cold War. Call 138-2010-2015. | ",
		"More than 2000 people and some 1950 ships | ",
		"The 110-2013 code | ",
	} {
		check(t, published, line)
	}
}

func TestUndated(t *testing.T) {
	for _, line := range []string{
		"On Thursday, this Thursday (13), on the 13th, on January 13, in January | Thursday=DATE XXXX-WXX-4; this Thursday (13)=DATE XXXX-XX-13; the 13th=DATE XXXX-XX-13; January 13=DATE XXXX-01-13; January=DATE XXXX-01",
		"yesterday, last week, last month, last year, at 11:45 | yesterday=DATE XXXX-XX-XX; last week=DATE XXXX-WXX; last month=DATE XXXX-XX; last year=DATE XXXX; 11:45=TIME XXXX-XX-XXT11:45",
		"In 1962 and on May 4, 2019 | 1962=DATE 1962; May 4, 2019=DATE 2019-05-04",
	} {
		check(t, "", line)
	}
}

// TestHeaded: a date on a line of its own at the head of a text is the text's own.
func TestHeaded(t *testing.T) {
	head := "Port closes\n\nMarch 3, 2020\n\n"
	for _, c := range []struct{ published, text, want string }{
		{"", head + "It closed today; buses left at 08:30.", "2020-03-03 2020-03-03 2020-03-03T08:30"},
		{"2022-01-13", head + "It closed today.", "2020-03-03 2022-01-13"},
		{"", "On March 3, 2020 the port closed.\nIt is open today.", "2020-03-03 XXXX-XX-XX"},
		{"", strings.Repeat("The port is open. ", 30) + "\nMarch 3, 2020\nIt is open today.", "2020-03-03 XXXX-XX-XX"},
	} {
		var got []string
		for _, x := range Find(c.text, nil, c.published) {
			got = append(got, x.Value)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%q, published %q: %s, want %s", c.text, c.published, g, c.want)
		}
	}
}

func TestResolve(t *testing.T) {
	text := "The council met on Wednesday. It will meet again on Friday, its speaker said yesterday."
	want := []string{"2022-01-12", "2022-01-14", "2022-01-12"}
	for i, x := range Find(text, nil, "") {
		if got := Resolve(x, text, published); got.Value != want[i] {
			t.Errorf("%q is %s, want %s", x.In(text), got.Value, want[i])
		}
	}
}
