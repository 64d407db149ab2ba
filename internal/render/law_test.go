package render

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma/account"
)

// wild is an account with everything in it that an account must not have: spans
// outside of texts, unknown ids, circles, lists of nothing.
func wild(random *rand.Rand, text string) *account.Account {
	acc := &account.Account{}
	articles := 1 + random.IntN(6)
	id := func() string { return fmt.Sprintf("a%d", random.IntN(articles+1)) }
	span := func() account.Span {
		s := account.Span{Article: id(), Start: random.IntN(len(text)+9) - 4, End: random.IntN(len(text)+9) - 4, Text: text}
		if random.IntN(4) > 0 && s.Start > s.End {
			s.Start, s.End = s.End, s.Start
		}
		return s
	}
	spans := func() []account.Span {
		var list []account.Span
		for range random.IntN(4) {
			list = append(list, span())
		}
		return list
	}
	ids := func() []string { return []string{id(), id(), id()} }
	count := func() account.Origins {
		return account.Origins{AtLeast: random.IntN(4) - 1, AtMost: random.IntN(6) - 1}
	}
	story := &account.Story{ID: text, From: text, To: "2031-03-04", Origins: count(), Outlets: -1}
	for i := range articles {
		a := &account.Article{ID: fmt.Sprintf("a%d", i), Outlet: text, Title: text, Byline: text, Language: text, URL: text, Text: strings.Repeat(text, 1+random.IntN(3))}
		a.Document.URL = text
		a.Published = &account.Published{Time: text}
		a.Credits = []account.Credit{{Kind: text, Name: text, Span: span()}}
		a.Credits[0].Article = a.ID
		acc.Articles = append(acc.Articles, a)
		story.Articles = append(story.Articles, a.ID, "missing")
	}
	for range 4 {
		title := span()
		story.Title = &title
		readings := []account.Reading{{Value: text, Articles: ids(), Spans: spans(), Origins: count()}, {}}
		for _, relation := range []string{account.Differ, account.Agree, account.Update, account.Single, text} {
			story.Claims = append(story.Claims, account.Claim{Relation: relation, Aspect: account.AspectTime, Readings: readings, Absent: ids(), Origins: count(), Matter: spans()})
		}
		v := account.Variant{Span: span(), Pieces: spans(), Via: []account.Via{{Name: text, Span: span()}}}
		story.Quotations = append(story.Quotations, account.Quotation{Speaker: "e1", Variants: []account.Variant{v, {Span: span()}}, Fullest: random.IntN(9) - 4, Drift: []account.Drift{{From: span(), To: span()}}},
			account.Quotation{})
		to := span()
		story.Lineage.Edges = append(story.Lineage.Edges,
			account.Edge{From: id(), To: id(), Kind: account.EdgeShares, Share: math.NaN(), Evidence: []account.Evidence{{From: span(), To: &to}, {From: span()}}},
			account.Edge{From: id(), To: "o1", Kind: text, Share: 7, Certainty: math.Inf(1)},
			account.Edge{From: "o1", To: id(), Kind: account.EdgeCites})
		story.Timeline = append(story.Timeline, account.Moment{Time: text, Spans: spans()})
	}
	story.Entities = []account.Entity{{ID: "e1", Name: text, Type: text, Names: []account.Name{{Text: text, Articles: ids(), Count: -1}}, Roles: []account.Role{{Text: text, Spans: spans()}}, Mentions: spans()}, {}}
	story.Lineage.Origins = []account.Origin{{ID: "o1", Name: text, Kind: text, Spans: spans()}, {}}
	acc.Stories = []*account.Story{story, {}}
	acc.Failed = []account.Failure{{Stage: text, Reason: text, Document: account.Document{Path: text}}}
	return acc
}

// everything sets acc in all forms.
func everything(t testing.TB, acc *account.Account) string {
	t.Helper()
	var b bytes.Buffer
	for _, err := range []error{
		JSON(&b, acc.Stream()), JSONL(&b, acc.Stream()), HTML(&b, acc),
		Text(&b, acc.Stream(), Options{Width: 1}), Text(&b, acc.Stream(), Options{Width: 200, Color: true}),
	} {
		if err != nil {
			t.Error(err)
		}
	}
	return b.String()
}

func FuzzRender(f *testing.F) {
	for _, s := range []string{"", "\x00\xff\xfe", "One. “Two” three.\n\nFour \x1b[2J five", "漢字かな交じり文。次の文。", "e\u0301e\u0301 👩‍👩‍👧 \u202eabc", "</script><style>", "2031-03-04T08:10"} {
		f.Add(s, uint64(1))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		if len(text) > 200 {
			return
		}
		one := everything(t, wild(rand.New(rand.NewPCG(seed, 7)), text))
		if one != everything(t, wild(rand.New(rand.NewPCG(seed, 7)), text)) {
			t.Error("the same account gives other bytes the second time")
		}
	})
}

func TestTextHasNoEscapes(t *testing.T) {
	hostile := "a\x1b]0;title\x07b\x9bm\u202ec\r\nd\be\x7f"
	for _, width := range []int{40, 80} {
		got := text(t, wild(rand.New(rand.NewPCG(1, 1)), hostile), Options{Width: width})
		for i, line := range strings.Split(got, "\n") {
			if strings.IndexFunc(line, unsafeRune) >= 0 {
				t.Fatalf("line %d has a control character: %q", i+1, line)
			}
		}
	}
	// In colour only our own sequences are there.
	got := text(t, wild(rand.New(rand.NewPCG(1, 1)), hostile), Options{Color: true})
	if rest := regexp.MustCompile("\x1b\\[[0-9;]*m").ReplaceAllString(got, ""); strings.IndexFunc(strings.ReplaceAll(rest, "\n", ""), unsafeRune) >= 0 || !utf8.ValidString(rest) {
		t.Error("an escape sequence came through")
	}
}

func TestTextIsAsWideAsAsked(t *testing.T) {
	for seed := range uint64(6) {
		for _, width := range []int{40, 60, 80, 120} {
			acc := wild(rand.New(rand.NewPCG(seed, 3)), "渡船在海岸附近搁浅 a-very-long-word-that-nothing-can-break/and/a/path e\u0301e\u0301e\u0301")
			for i, line := range strings.Split(text(t, acc, Options{Width: width}), "\n") {
				if w := displayWidth(line); w > width {
					t.Fatalf("seed %d, width %d: line %d is %d wide: %s", seed, width, i+1, w, line)
				}
			}
		}
	}
}

func TestParagraphsKeepTheText(t *testing.T) {
	for seed := range uint64(200) {
		acc := wild(rand.New(rand.NewPCG(seed, 5)), "One two.\n\nThree “four” five.\nSix")
		s := newStory(1, acc.Stories[0], newShelf(acc))
		for _, r := range s.Reports {
			var got strings.Builder
			seen := map[string]bool{}
			for _, p := range r.Paragraphs() {
				for _, g := range p.Segments {
					got.WriteString(g.Text)
					if g.Anchor != "" && seen[g.Anchor] {
						t.Fatalf("seed %d: anchor %s twice", seed, g.Anchor)
					}
					seen[g.Anchor] = true
				}
			}
			if want := strings.ReplaceAll(r.Article.Text, "\n", ""); got.String() != want {
				t.Fatalf("seed %d: got %q, want %q", seed, got.String(), want)
			}
			for place := range r.places {
				if !seen[placeAnchor(r.Anchor, place)] {
					t.Fatalf("seed %d: nothing stands at %d, where a link leads: %q", seed, place, r.Article.Text)
				}
			}
		}
	}
}

// TestLongTextsStayLinear: one sentence of a megabyte, marked from end to end,
// neither hangs nor is repeated in each row.
func TestLongTextsStayLinear(t *testing.T) {
	long := strings.Repeat("word ", 200_000)
	whole := account.Span{Article: "a1", End: len(long), Text: long}
	acc := &account.Account{
		Articles: []*account.Article{{ID: "a1", Text: long, Title: long}, {ID: "a2", Text: "Short."}},
		Stories: []*account.Story{{
			Articles: []string{"a1", "a2"}, Title: &whole,
			Quotations: []account.Quotation{{Variants: []account.Variant{{Span: whole}, {Span: whole, Pieces: []account.Span{whole, whole}}}}},
			Claims:     []account.Claim{{Relation: account.Differ, Readings: []account.Reading{{Value: long, Spans: []account.Span{whole}, Articles: []string{"a1"}}}}},
			Timeline:   []account.Moment{{Time: "2031", Spans: []account.Span{whole}}},
		}},
	}
	if page := html(t, acc); len(page) > 4*len(long) {
		t.Errorf("a page of %d bytes for a text of %d", len(page), len(long))
	}
	if got := text(t, acc, Options{}); len(got) > 2*len(long) {
		t.Errorf("%d bytes of text", len(got))
	}
}
