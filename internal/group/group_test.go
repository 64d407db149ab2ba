package group

import (
	"bytes"
	"fmt"
	"math/rand"
	"slices"
	"testing"
	"time"

	"stemma/internal/annotate"
	"stemma/internal/extract"
	"stemma/internal/span"
)

// item makes the item of an invented report.
func item(id, outlet, date, title, text string) Item {
	a := &extract.Article{ID: id, Outlet: outlet, Title: title, Text: title + "\n\n" + text, Language: "en"}
	a.Published.Time = date
	a.TitleSpan = span.Span{End: len(title)}
	return NewItem(annotate.Report{Article: a, Annotations: annotate.Annotate(a)})
}

// lookAlikes are two warehouse fires in two towns on one day, each told in two
// ways.
func lookAlikes() []Item {
	return []Item{
		item("a1", "The Larkfield Post", "2026-03-04", "Two killed in Larkfield warehouse fire",
			"LARKFIELD, Ohio - Two workers died when a fire swept through a furniture warehouse in Larkfield early on Wednesday, fire chief Dora Whitlock said. The victims were named as Amos Tregellas, 34, and Pilar Quennell, 51. The blaze at the Hobbs & Sons building on Mercer Street began at 3 a.m."),
		item("a2", "Brennick Courier", "2026-03-04", "Three hurt as fire guts Brennick warehouse",
			"BRENNICK, Oregon - Three firefighters were injured when a fire destroyed a paint warehouse in Brennick on Wednesday, police spokesman Yusuf Haldane said. Captain Greta Ollerenshaw, 45, is in a stable condition. The blaze at the Coastline Paints building on Dock Road was put out by noon."),
		item("a3", "Ohio Wire", "2026-03-04", "Furniture store blaze leaves two workers dead",
			"An overnight blaze in Larkfield, Ohio, claimed the lives of Amos Tregellas, 34, and Pilar Quennell, 51, officials said. Flames were seen above Mercer Street shortly after 3 a.m., according to chief Dora Whitlock, who said that Hobbs & Sons had passed its last inspection."),
		item("a4", "Pacific Herald", "2026-03-05", "Captain among injured in paint depot blaze",
			"Greta Ollerenshaw, 45, a fire captain, and two colleagues were taken to hospital after the Coastline Paints depot in Brennick, Oregon, burnt down. Yusuf Haldane of the police said that Dock Road would stay closed."),
	}
}

func TestLookAlikes(t *testing.T) {
	g := New()
	for _, i := range lookAlikes() {
		g.Add(i)
	}
	if got, want := fmt.Sprint(g.Story("s1"), g.Story("s2")), "[a1 a3] [a2 a4]"; got != want {
		t.Errorf("stories %s, want %s", got, want)
	}
}

// Within an hour articles come in any order.
func TestAnyOrderGivesTheSameStories(t *testing.T) {
	items := lookAlikes()
	for seed := range int64(10) {
		rand.New(rand.NewSource(seed)).Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		g := New()
		together := map[string]string{}
		for _, i := range items {
			together[i.ID] = g.Add(i)
		}
		if together["a1"] != together["a3"] || together["a2"] != together["a4"] || together["a1"] == together["a2"] {
			t.Errorf("seed %d: %v", seed, together)
		}
	}
}

func TestUndated(t *testing.T) {
	items := lookAlikes()
	for i := range items {
		items[i].Time = time.Time{}
	}
	g := New()
	for _, i := range items {
		g.Add(i)
	}
	if got, want := fmt.Sprint(g.Story("s1"), g.Story("s2")), "[a1 a3] [a2 a4]"; got != want {
		t.Errorf("stories %s, want %s", got, want)
	}
}

// synthetic makes a stream of short articles, each about one of many events.
func synthetic(n int) []Item {
	random := rand.New(rand.NewSource(7))
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	items := make([]Item, n)
	for i := range items {
		event := i / 8 * 4
		event += random.Intn(4)
		b := newBag()
		for range 12 {
			w := hash(fmt.Sprint("word", random.Intn(5000)))
			b.add(body, w, 1)
		}
		for k := range 6 {
			w := hash(fmt.Sprint("event", event, k))
			for _, f := range [...]int{title, lead, head, body, capitals, people, who} {
				b.add(f, w, 1)
			}
		}
		items[i] = Item{ID: fmt.Sprint("a", i), Time: start.Add(time.Duration(i) * time.Hour)}
		for f := range items[i].terms {
			items[i].terms[f] = b.terms(f)
		}
	}
	return items
}

func TestRestoreGoesOnAsBefore(t *testing.T) {
	items := synthetic(600)
	whole := New()
	for _, i := range items {
		whole.Add(i)
	}
	stopped := New()
	for _, i := range items[:400] {
		story, _ := whole.Of(i.ID)
		stopped.Restore(story, i)
	}
	for _, i := range items[400:] {
		got := stopped.Add(i)
		if want, _ := whole.Of(i.ID); got != want {
			t.Fatalf("%s: story %s after a restart, %s without", i.ID, got, want)
		}
	}
	if joined := len(whole.stories); joined > 450 {
		t.Errorf("%d stories of 600 articles: nothing joined", joined)
	}
}

func TestForgetBoundsMemory(t *testing.T) {
	items := synthetic(kept + 3*sweepEvery)
	g := New()
	for i, x := range items {
		x.Time = x.Time.AddDate(0, 0, i) // so sparse that nothing is recent
		g.Restore("s"+x.ID[1:], x)
	}
	held := 0
	for _, m := range g.items {
		if m != nil {
			held++
		}
	}
	if held > kept {
		t.Errorf("%d articles are held, more than %d", held, kept)
	}
	for _, posted := range g.index {
		if i := slices.Min(posted); i < len(items)-kept-sweepEvery {
			t.Fatalf("the index still finds article %d of %d", i, len(items))
		}
	}
}

func TestRemove(t *testing.T) {
	g := New()
	for _, i := range lookAlikes() {
		g.Add(i)
	}
	if story := g.Remove("a1"); story != "s1" {
		t.Errorf("removed from %q, want s1", story)
	}
	if _, ok := g.Of("a1"); ok || fmt.Sprint(g.Story("s1")) != "[a3]" {
		t.Errorf("a1 is still there: %v", g.Story("s1"))
	}
	if g.Remove("a1") != "" {
		t.Error("removed twice")
	}
	for field, counts := range g.seen.logs {
		for at, log := range counts {
			if want := logCount(g.seen.counts[field][at], field, uint32(at)); log != want {
				t.Fatalf("field %d: logarithm %v of bucket %d, want %v", field, log, at, want)
			}
		}
	}
}

func TestBackgroundRoundTrip(t *testing.T) {
	var out bytes.Buffer
	items := synthetic(50)
	if err := WriteBackground(&out, items); err != nil {
		t.Fatal(err)
	}
	f, err := readBackground(out.Bytes())
	if err != nil || f.articles != 50 {
		t.Fatalf("%v articles, %v", f, err)
	}
	for _, x := range items[0].terms[body] {
		if f.counts[body][bucket(x.hash)] < 1 {
			t.Error("a word was lost")
		}
	}
	if _, err := readBackground(out.Bytes()[:out.Len()/2]); err == nil {
		t.Error("half a background was read")
	}
}

func TestFitLearnsWhatSpeaks(t *testing.T) {
	var stream []Labelled
	for _, x := range synthetic(200) {
		stream = append(stream, Labelled{x, fmt.Sprint(x.terms[people][0].hash)})
	}
	text := Fit(stream)
	if again := Fit(stream); again != text {
		t.Error("fitted twice, the weights differ")
	}
	if _, err := parseWeights(text); err != nil {
		t.Error(err)
	}
	if _, err := parseWeights("1 2"); err == nil {
		t.Error("two weights were taken for all")
	}
}

func FuzzAdd(f *testing.F) {
	f.Add("Fire in Larkfield", "Two died, 34 and 51.", "2026-03-04")
	f.Add("", "\xff\xfe\x00", "yesterday")
	f.Fuzz(func(t *testing.T, title, text, date string) {
		one, two := item("a1", "A", date, title, text), item("a2", "B", date, title, text)
		for field, terms := range one.terms {
			if !slices.IsSortedFunc(terms, func(x, y term) int { return int(int64(x.hash) - int64(y.hash)) }) {
				t.Errorf("field %d isn't in order", field)
			}
		}
		g := New()
		g.Add(one)
		for _, x := range g.likeness(&one, &two) {
			if x != x {
				t.Fatal("a likeness is not a number")
			}
		}
		if g.Add(two) == "" {
			t.Error("no story")
		}
	})
}

func TestWhy(t *testing.T) {
	g := New()
	for _, i := range lookAlikes() {
		g.Add(i)
	}
	why, ok := g.Why("a3")
	if !ok || why.Story != "s1" || why.Rival != "s2" || why.Evidence < why.Threshold || why.RivalEvidence > why.Evidence {
		t.Fatalf("%+v", why)
	}
	for _, side := range []struct {
		reasons  []Reason
		evidence float64
	}{{why.Reasons, why.Evidence}, {why.RivalReasons, why.RivalEvidence}} {
		sum := 0.0
		for _, r := range side.reasons {
			sum += r.Contribution
		}
		if d := sum - side.evidence; d > 1e-9 || d < -1e-9 {
			t.Errorf("reasons add up to %v, not %v", sum, side.evidence)
		}
	}
	if _, ok := g.Why("a9"); ok {
		t.Error("an unknown article was explained")
	}
}
