package group

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand"
	"reflect"
	"slices"
	"strings"
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
	g := New(Settings{})
	for _, i := range lookAlikes() {
		g.Add(i)
	}
	if got, want := articlesOf(g, "s1", "s2"), "[a1 a3] [a2 a4]"; got != want {
		t.Errorf("stories %s, want %s", got, want)
	}
}

// articlesOf prints the articles of stories.
func articlesOf(g *Grouper, ids ...string) string {
	var all []string
	for _, id := range ids {
		s, _ := g.Story(id)
		all = append(all, fmt.Sprint(s.Articles))
	}
	return strings.Join(all, " ")
}

// Within an hour articles come in any order.
func TestAnyOrderGivesTheSameStories(t *testing.T) {
	items := lookAlikes()
	for seed := range int64(10) {
		rand.New(rand.NewSource(seed)).Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
		g := New(Settings{})
		for _, i := range items {
			g.Add(i)
		}
		together := map[string]string{}
		for _, i := range items {
			together[i.ID], _ = g.Of(i.ID)
		}
		if together["a1"] != together["a3"] || together["a2"] != together["a4"] || together["a1"] == together["a2"] {
			t.Errorf("seed %d: %v", seed, together)
		}
	}
}

// With the articles of each hour in another order, nearly the same pairs are
// together.
func TestShuffledHours(t *testing.T) {
	items := synthetic(600)
	pairs := func(items []Item) map[[2]string]bool {
		g := New(Settings{})
		for _, i := range items {
			g.Add(i)
		}
		together := map[[2]string]bool{}
		for _, s := range g.Changes().Stories {
			for _, a := range s.Articles {
				for _, b := range s.Articles {
					together[[2]string{a, b}] = a < b
				}
			}
		}
		maps.DeleteFunc(together, func(_ [2]string, ordered bool) bool { return !ordered })
		return together
	}
	in := pairs(items)
	shuffled := slices.Clone(items)
	random := rand.New(rand.NewSource(1))
	for hour := range slices.Chunk(shuffled, 60) {
		random.Shuffle(len(hour), func(i, j int) { hour[i], hour[j] = hour[j], hour[i] })
	}
	other := pairs(shuffled)
	both := 0
	for p := range in {
		if other[p] {
			both++
		}
	}
	if f1 := 2 * float64(both) / float64(len(in)+len(other)); f1 < 0.95 || len(in) < 300 {
		t.Errorf("%d pairs, %d with the hours shuffled, F1 %.3f", len(in), len(other), f1)
	}
}

func TestUndated(t *testing.T) {
	items := lookAlikes()
	for i := range items {
		items[i].Time = time.Time{}
	}
	g := New(Settings{})
	for _, i := range items {
		g.Add(i)
	}
	if got, want := articlesOf(g, "s1", "s2"), "[a1 a3] [a2 a4]"; got != want {
		t.Errorf("stories %s, want %s", got, want)
	}
}

// synthetic makes a stream of short articles in invented words, each about one
// of the few events of its hour.
func synthetic(n int) []Item {
	s := NewSynthetic(7)
	items := make([]Item, n)
	for i := range items {
		items[i], _ = s.Next()
	}
	return items
}

// stored is a store of what a grouper changed.
type stored struct {
	stories map[string]Story
	into    map[string]string
	members map[string][]byte
}

func newStored() *stored {
	return &stored{map[string]Story{}, map[string]string{}, map[string][]byte{}}
}

func (s *stored) take(c Changes) {
	for _, st := range c.Stories {
		s.stories[st.ID] = st
		delete(s.into, st.ID)
		if len(st.Articles) == 0 {
			delete(s.stories, st.ID)
		}
	}
	for from, to := range c.Into {
		s.into[from] = to
		delete(s.stories, from)
	}
	for id, m := range c.Members {
		s.members[id] = m
	}
}

func (s *stored) story(id string) (Story, error) {
	for range len(s.into) + 1 {
		if to, ok := s.into[id]; ok {
			id = to
		}
	}
	st, ok := s.stories[id]
	if !ok {
		return st, fmt.Errorf("no story %s", id)
	}
	return st, nil
}

// A grouper that was stopped at any article and restored goes on as if it had
// not been.
func TestRestoreGoesOnAsBefore(t *testing.T) {
	items := synthetic(900)
	settings := Settings{Memory: 200}
	whole := New(settings)
	for _, i := range items {
		whole.Add(i)
	}
	want := newStored()
	want.take(whole.Changes())
	for _, stop := range []int{1, 9, 100, 333, 512, 700} {
		first, s := New(settings), newStored()
		for _, i := range items[:stop] {
			first.Add(i)
			s.take(first.Changes())
		}
		second := New(settings)
		if err := second.Restore(s.members, s.story); err != nil {
			t.Fatal(err)
		}
		for _, i := range items[stop:] {
			second.Add(i)
		}
		s.take(second.Changes())
		if !reflect.DeepEqual(s.stories, want.stories) || !reflect.DeepEqual(s.into, want.into) {
			t.Errorf("stopped at %d: %d stories and %d that went into others, want %d and %d, or not the same ones", stop, len(s.stories), len(s.into), len(want.stories), len(want.into))
		}
		for id, m := range s.members {
			if !bytes.Equal(m, want.members[id]) {
				t.Fatalf("stopped at %d: the record of %s differs", stop, id)
			}
		}
	}
}

// Stories become one and fall apart, and every id that was ever given leads to a
// story that is: to the one that has the article it is named after.
func TestNoIDDies(t *testing.T) {
	random := rand.New(rand.NewSource(3))
	g := New(Settings{Memory: 60})
	s := newStored()
	given := map[string]bool{}
	merged, parted := 0, 0
	for n := range 600 {
		m := g.arrive(Item{ID: fmt.Sprint("a", n)})
		for range random.Intn(4) { // evidence that contradicts itself
			if to := max(0, n-1-random.Intn(12)); to < n && g.at(to) != nil {
				m.links = append(m.links, link{int32(to), float32(random.NormFloat64() * 5)})
			}
		}
		g.linkBack(m)
		before := len(g.stories)
		g.regroup(m)
		if len(g.stories) < before {
			merged++
		} else if len(g.stories) > before+1 {
			parted++
		}
		c := g.Changes()
		s.take(c)
		for _, st := range c.Stories {
			given[st.ID] = true
		}
		for id := range given {
			st, err := s.story(id)
			if err != nil {
				t.Fatalf("after %d articles: %v", n, err)
			}
			if !slices.Contains(st.Articles, "a"+id[1:]) {
				t.Fatalf("after %d articles %s leads to %s, which has %v", n, id, st.ID, st.Articles)
			}
		}
	}
	if merged == 0 || parted == 0 {
		t.Errorf("%d times stories became one, %d times they fell apart: nothing was tested", merged, parted)
	}
	all := 0
	for _, st := range s.stories {
		all += len(st.Articles)
		if !slices.IsSorted(st.Arrivals) || len(st.Arrivals) != len(st.Articles) {
			t.Errorf("%s: articles %v arrived as %v", st.ID, st.Articles, st.Arrivals)
		}
	}
	if all != 600 {
		t.Errorf("%d articles are in stories, not 600", all)
	}
}

// Old articles leave memory, and the index with them.
func TestMemoryIsBounded(t *testing.T) {
	g := New(Settings{Memory: 400})
	for _, x := range synthetic(3000) {
		g.Add(x)
		if held := len(g.members); held > 400+400/2+1 || len(g.of) != held {
			t.Fatalf("%d articles are held, %d by id", held, len(g.of))
		}
	}
	if n := len(g.index.entries); n > 700*indexed*len(finding) {
		t.Errorf("the index has %d entries", n)
	}
	if len(g.stories) > 600 {
		t.Errorf("%d stories are held", len(g.stories))
	}
}

func TestRemove(t *testing.T) {
	g := New(Settings{})
	for _, i := range lookAlikes() {
		g.Add(i)
	}
	if !g.Remove("a1") || articlesOf(g, "s1") != "[a3]" {
		t.Errorf("a1 is still there: %s", articlesOf(g, "s1"))
	}
	if _, ok := g.Of("a1"); ok || g.Remove("a1") {
		t.Error("removed twice")
	}
	if again := g.Add(lookAlikes()[0]); again != "s1" {
		t.Errorf("came back into %s", again)
	}
}

// What is counted of an article is taken back when it leaves.
func TestRaritiesAreTakenBack(t *testing.T) {
	f := newRarities()
	items := synthetic(20)
	for i := range items {
		f.add(&items[i], 1)
	}
	for i := range items {
		f.add(&items[i], -1)
	}
	f.settle()
	for field, counts := range f.logs {
		if counts != nil && !slices.Equal(counts, backgroundLogs()[field]) {
			t.Errorf("field %d isn't as it was", field)
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
	from, to := items[0].terms(body)
	for _, h := range items[0].hashes[from:to] {
		if f.counts[body][bucket(h)] < 1 {
			t.Error("a word was lost")
		}
	}
	if _, err := readBackground(out.Bytes()[:out.Len()/2]); err == nil {
		t.Error("half a background was read")
	}
}

func TestFitLearnsWhatSpeaks(t *testing.T) {
	s := NewSynthetic(7)
	var stream []Labelled
	for range 200 {
		item, event := s.Next()
		stream = append(stream, Labelled{item, fmt.Sprint(event)})
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
	right := 0
	for i, id := range Cross(2, stream)[0] {
		for j := range i {
			if stream[j].Story == stream[i].Story && id == storyOf(stream[j].ID) {
				right++
			}
		}
	}
	if right < 50 {
		t.Errorf("only %d articles came to their story's first", right)
	}
}

func TestWhy(t *testing.T) {
	g := New(Settings{})
	records := map[string][]byte{}
	for _, i := range lookAlikes() {
		g.Add(i)
	}
	maps.Copy(records, g.Changes().Members)
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
			if d := r.Value*r.Weight - r.Contribution; r.Value != 0 && (d > 1e-9 || d < -1e-9) {
				t.Errorf("%+v", r)
			}
		}
		if d := sum - side.evidence; d > 1e-9 || d < -1e-9 {
			t.Errorf("reasons add up to %v, not %v", sum, side.evidence)
		}
	}
	if _, ok := g.Why("a9"); ok {
		t.Error("an unknown article was explained")
	}
	delete(records, "a2")
	delete(records, "a4")
	stored, err := g.WhyStored("a3", "s1", records)
	if err != nil || !reflect.DeepEqual(stored, why) {
		t.Errorf("from records: %+v, %v; want %+v", stored, err, why)
	}
}

func FuzzAdd(f *testing.F) {
	f.Add("Fire in Larkfield", "Two died, 34 and 51.", "2026-03-04")
	f.Add("", "\xff\xfe\x00", "yesterday")
	f.Fuzz(func(t *testing.T, title, text, date string) {
		one, two := item("a1", "A", date, title, text), item("a2", "B", date, title, text)
		for field := range fields {
			from, to := one.terms(field)
			if !slices.IsSorted(one.hashes[from:to]) {
				t.Errorf("field %d isn't in order", field)
			}
		}
		g := New(Settings{})
		g.Add(one)
		if g.Add(two) == "" {
			t.Error("no story")
		}
		for _, m := range g.members {
			for _, l := range m.links {
				if l.odds != l.odds {
					t.Fatal("the odds are not a number")
				}
			}
		}
	})
}

func FuzzRestore(f *testing.F) {
	g := New(Settings{})
	for _, i := range lookAlikes() {
		g.Add(i)
	}
	for _, record := range g.Changes().Members {
		f.Add(record)
	}
	f.Fuzz(func(t *testing.T, record []byte) {
		g := New(Settings{Memory: 100})
		_ = g.Restore(map[string][]byte{"a1": record}, func(id string) (Story, error) { return Story{ID: id}, nil })
		g.Add(lookAlikes()[0])
	})
}
