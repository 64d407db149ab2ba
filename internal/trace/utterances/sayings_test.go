package utterances

import (
	"slices"
	"testing"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/annotate/quotations"
	"stemma/internal/extract"
	"stemma/internal/span"
	"stemma/internal/trace/entities"
)

// What an article quotes in one breath doesn't join two sayings that another
// keeps apart.
func TestTwoSayingsStayApart(t *testing.T) {
	breath := reportOf("a", account.Direct, "“Without a new bridge the valley will lose its doctors. The council must find the money before the winter.”")
	apart := reportOf("b", account.Direct, "“Without a new bridge the valley is going to lose its doctors,”",
		"“My father worked on the ferry and never complained about storms. I don't discuss colleagues who left the party. The council must find the money before winter.”")
	j := Join([]annotate.Report{breath, apart}, oneSpeaker(2))
	if len(j.Quotations) != 2 || !slices.Equal(j.Of[0], []int{0}) || !slices.Equal(j.Of[1], []int{0, 1}) {
		t.Errorf("joined as %v", j.Of)
	}
}

// A refusal is one act, whether its words are the cue's or the content's.
func TestDenialsAreJoined(t *testing.T) {
	quote := func(id, form, text string, cue, content int) annotate.Report {
		n := &annotate.Annotations{Quotations: []quotations.Quotation{{
			Cue: []span.Span{{Start: cue, End: content}}, Content: []span.Span{{Start: content, End: len(text)}}, Form: form,
		}}}
		return annotate.Report{Article: &extract.Article{ID: id, Text: text}, Annotations: n}
	}
	j := Join([]annotate.Report{
		quote("a", account.Indirect, "Lee did not rule out the possibility that the ferries would be sold to Norway.", 4, 20),
		quote("b", account.Indirect, "Lee said that it would not be possible to exclude the sale of ferries.", 4, 9),
		quote("c", account.Indirect, "Lee did not rule out a new school in the valley.", 4, 20),
	}, oneSpeaker(3))
	if !slices.Equal(j.Of[0], j.Of[1]) || slices.Equal(j.Of[0], j.Of[2]) {
		t.Errorf("joined as %v", j.Of)
	}
}

// Most articles first, then the speaker's own words, then persons.
func TestImportance(t *testing.T) {
	said := func(content, form string, speaker int) quotations.Quotation {
		return quotations.Quotation{Content: []span.Span{{Start: 0, End: len(content)}}, Form: form, Speaker: speaker}
	}
	one := func(id string, q quotations.Quotation, text string) annotate.Report {
		return annotate.Report{Article: &extract.Article{ID: id, Text: text}, Annotations: &annotate.Annotations{Quotations: []quotations.Quotation{q}}}
	}
	who := entities.Resolved{Entities: []account.Entity{{ID: "e1", Type: account.Place}, {ID: "e2", Type: account.Person}}}
	texts := []string{
		"that a treaty over northern fishing grounds needs many years of careful preparation",
		"that the lighthouse keeper deserves a pension",
		"“Our orchards froze twice.”",
		"that buses should run on Sundays",
		"that buses should run on Sundays",
	}
	forms := []string{account.Indirect, account.Indirect, account.Direct, account.Indirect, account.Indirect}
	speakers := []int{0, 1, 0, 0, 0}
	var reports []annotate.Report
	for i, text := range texts {
		reports = append(reports, one(string(rune('a'+i)), said(text, forms[i], speakers[i]), text))
		who.Of = append(who.Of, []int{0, 1})
	}
	var got []int
	for _, of := range Join(reports, who).Of {
		got = append(got, of[0])
	}
	if want := []int{3, 2, 1, 0, 0}; !slices.Equal(got, want) {
		t.Errorf("places %v, want %v", got, want)
	}
}

// A content that begins with "that" has the words of one that doesn't.
func TestLeadingThat(t *testing.T) {
	with := reportOf("a", account.Indirect, "that the ferries would be sold to Norway")
	without := reportOf("b", account.Indirect, "the ferries would be sold to Norway")
	items := itemsOf([]annotate.Report{with, without}, oneSpeaker(2))
	if items[0].key != items[1].key {
		t.Errorf("keys %q and %q", items[0].key, items[1].key)
	}
	if j := Join([]annotate.Report{with, without}, oneSpeaker(2)); len(j.Quotations) != 1 || len(j.Quotations[0].Drift) != 0 {
		t.Errorf("%d utterances, drift %v", len(j.Quotations), j.Quotations[0].Drift)
	}
}

// The account shows the heart of a cue; what was taken to it with time and
// occasion doesn't keep utterances apart.
func TestHeartOfCue(t *testing.T) {
	text := "Lee said on Monday in a long statement that the ferries would be sold to Norway."
	r := annotate.Report{Article: &extract.Article{ID: "a", Text: text}, Annotations: &annotate.Annotations{Quotations: []quotations.Quotation{{
		Source: []span.Span{{Start: 0, End: 3}}, Verb: span.Span{Start: 4, End: 8}, Cue: []span.Span{{Start: 4, End: 38}},
		Content: []span.Span{{Start: 39, End: len(text) - 1}}, Form: account.Indirect,
	}}}}
	j := Join([]annotate.Report{r}, oneSpeaker(1))
	if got := j.Quotations[0].Variants[0].Cue.Text; got != "said" {
		t.Errorf("cue %q", got)
	}
}

// Doubtful attributions are in no utterance; direct speech begins at its mark.
func TestVariants(t *testing.T) {
	r := reportOf("a", account.Direct, "that “there is no reason to sell the ferries.”", "a lantern")
	r.Quotations[1].Doubtful = true
	j := Join([]annotate.Report{r}, oneSpeaker(1))
	if len(j.Quotations) != 1 || !slices.Equal(j.Of[0], []int{0, -1}) {
		t.Fatalf("joined as %v", j.Of)
	}
	if got := j.Quotations[0].Variants[0].Text; got != "“there is no reason to sell the ferries.”" {
		t.Errorf("variant is %s", got)
	}
}
