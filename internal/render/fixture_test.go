package render

import (
	"strings"
	"testing"

	"stemma/account"
)

// fixture is the account of an invented event that nine invented outlets report:
// a ferry that ran aground. It has every kind of line, claim and quotation, a
// report without outlet and time, hostile titles and addresses, and overlapping
// spans.
func fixture(t testing.TB) *account.Account {
	b := &builder{t: t, acc: &account.Account{
		Format: account.Format,
		Stemma: account.Version{Version: "test", Stages: map[string]int{"extract": 1, "annotate": 2}},
		Failed: []account.Failure{{Document: account.Document{Path: "ferry/scan.pdf"}, Stage: "extract", Reason: "no text was found in the document"}},
	}}
	for _, a := range ferryArticles() {
		a.Document.SHA256 = strings.Repeat("0123456789abcdef", 4)
		b.acc.Articles = append(b.acc.Articles, a)
	}
	b.acc.Stories = []*account.Story{ferryStory(b)}
	return b.acc
}

// A builder makes spans by looking words up in the articles.
type builder struct {
	t   testing.TB
	acc *account.Account
}

// at is the span of words in an article; words may name the place of one piece
// in a longer one as "longer|piece".
func (b *builder) at(id, words string) account.Span {
	b.t.Helper()
	whole, piece, ok := strings.Cut(words, "|")
	if !ok {
		piece = whole
	}
	for _, a := range b.acc.Articles {
		if a.ID != id {
			continue
		}
		i := strings.Index(a.Text, whole)
		j := strings.Index(whole, piece)
		if i < 0 || j < 0 {
			b.t.Fatalf("fixture: %s has no %q", id, words)
		}
		return account.Span{Article: id, Start: i + j, End: i + j + len(piece), Text: piece}
	}
	b.t.Fatalf("fixture: no article %s", id)
	return account.Span{}
}

// all are spans given as "a1", "words", "a2", "words", …
func (b *builder) all(pairs ...string) []account.Span {
	b.t.Helper()
	var list []account.Span
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, b.at(pairs[i], pairs[i+1]))
	}
	return list
}

// reading is a reading with its spans.
func (b *builder) reading(value string, least, most int, pairs ...string) account.Reading {
	b.t.Helper()
	r := account.Reading{Value: value, Spans: b.all(pairs...), Origins: account.Origins{AtLeast: least, AtMost: most}}
	for _, s := range r.Spans {
		r.Articles = append(r.Articles, s.Article)
	}
	return r
}

func ferryArticles() []*account.Article {
	at := func(iso string) *account.Published { return &account.Published{Time: iso, Basis: account.Stated} }
	return []*account.Article{
		{ID: "a1", Outlet: "Verrin Harbour Post", Title: "Ferry runs aground off Skarn with 212 on board", Byline: "Ida Rosvall", Language: "en",
			URL: "https://harbourpost.example/ferry", Document: account.Document{Path: "ferry/post.html"}, Published: at("2031-03-04T08:10"),
			Text: "VERRIN (Nordwire) – The ferry Halla Star ran aground off Skarn early on Tuesday with 212 people on board, the Maritime Authority said.\n\n" +
				"“We felt two blows and then the engines stopped. I will not speculate about the cause before the inquiry has begun,” Captain Mirela Oshanova told Radio Skarn.\n\n" +
				"The vessel was on its way from Verrin to Holm. No one was injured, according to the Maritime Authority.\n\n" +
				"The last inspection of the ferry was on 12 February."},
		{ID: "a2", Outlet: "Coast Courier", Title: "212 aboard as ferry grounds off Skarn", Language: "en",
			Document: account.Document{URL: "https://coastcourier.example/news/212"}, Published: at("2031-03-04T09:40"),
			Text: "The ferry Halla Star ran aground off Skarn early on Tuesday with 212 people on board, the Maritime Authority said.\n\n" +
				"“We felt two blows and then the engines stopped,” Captain Mirela Oshanova told Radio Skarn. “I will not speculate about the cause before the inquiry has begun.”\n\n" +
				"No one was injured, according to the Maritime Authority.\n\n" +
				"Source: Nordwire"},
		{ID: "a3", Outlet: "The Meridian", Title: "Grounded ferry: minister rules out closing the Skarn route", Byline: "Joss Lindqvist-Amari", Language: "en",
			Document: account.Document{URL: "https://meridian.example/skarn"}, Published: at("2031-03-04T12:30"),
			Text: "Transport Minister Tomas Eklind ruled out closing the route to Skarn on Tuesday after the ferry Halla Star ran aground with around 240 people on board.\n\n" +
				"“The route stays open. We cannot cut three thousand islanders off from their hospital,” Eklind told reporters in Holm.\n\n" +
				"Two passengers were slightly injured, Skarn Hospital said. The vessel was on its way from Verrin to Holm.\n\n" +
				"The ship’s master, Mirela Ošanova, said she would not speculate about the cause. The ferry was last inspected on 21 February."},
		{ID: "a4", Outlet: "Le Phare du Nord", Title: "Ferry échoué : le ministre exclut la fermeture", Language: "en",
			Document: account.Document{URL: "https://phare.example/fr/ferry"}, Published: at("2031-03-04T15:05"),
			Text: "The Minister of Transport Thomas Eklindt excluded on Tuesday the closure of the line to Skarn after the stranding of the ferry Halla Star with some 240 people on board.\n\n" +
				"“The line remains open. We can cut 3,500 islanders off from their hospital,” Eklindt declared to journalists in Holm.\n\n" +
				"Two passengers were slightly wounded, said the hospital of Skarn."},
		{ID: "a5", Outlet: "Skarn Online", Title: "212 aboard as ferry grounds", Language: "en",
			Document: account.Document{Path: "ferry/skarn-online.txt"}, Published: &account.Published{Time: "2031-03-04", Basis: account.Inferred},
			Text: "The ferry Halla Star ran aground off Skarn early on Tuesday with 212 people on board, the Maritime Authority said.\n\n" +
				"“We felt two blows and then the engines stopped,” Captain Mirela Oshanova told Radio Skarn.\n\n" +
				"No one was injured, according to the Maritime Authority."},
		{ID: "a6", Outlet: "Daily Sextant", Title: "What we know about the Halla Star", Language: "en",
			Document: account.Document{URL: "https://sextant.example/halla-star"}, Published: at("2031-03-05T07:00"),
			Text: "The minister does not want to close the Skarn route, The Meridian reports. The ferry was carrying around 240 people when it hit the Knuckle reef.\n\n" +
				"Tugs will try to pull the ship free at high water on Thursday.\n\n" +
				"In 2019 the Halla Star had struck the quay at Holm."},
		{ID: "a7", Title: "<script>alert(1)</script> Ferry \x1b[31maground\u202e", Language: "en", URL: "javascript:alert(1)",
			Document: account.Document{Path: "ferry/a-very-long-file-name-that-no-label-can-hold_003_d0dbe86389dfd537.txt"},
			Text: "The ferry Halla Star ran aground off Skarn early on Tuesday with 212 people on board, the Maritime Authority said. <b>Not bold</b> & so on.\n\n" +
				"No one was injured, according to the Maritime Authority.",
			Problems: []account.Problem{{Stage: "extract", Reason: "no time of publication was found"}}},
		{ID: "a8", Outlet: "Radio Skarn", Title: "Captain: “two blows, then the engines stopped”", Byline: "Newsroom", Language: "en",
			Document: account.Document{URL: "https://radioskarn.example/1"}, Published: at("2031-03-05T10:20"),
			Text: "Speaking to this station from the bridge, Captain Mirela Oshanova said: “We felt two blows and then the engines stopped. I must not speculate about the cause before the inquiry has begun. Everybody was calm.”\n\n" +
				"Our reporter counted 19 passengers who were taken to Skarn Hospital, two of them with broken bones.\n\n" +
				"The vessel was on its way from Verrin to Holm."},
		{ID: "a9", Outlet: "Evening Ledger", Title: "Halla Star free again; toll of injured rises to 19", Language: "en",
			Document: account.Document{URL: "https://ledger.example/2031/03/06"}, Published: at("2031-03-06T18:45"),
			Text: "The Halla Star was pulled free at high water on Thursday, two days after it ran aground with 238 people on board, the Maritime Authority said in its Bulletin No. 14.\n\n" +
				"Nineteen people were injured, Skarn Hospital said on Thursday.\n\n" +
				"“The route stays open,” said Tomas Eklind, the acting Transport Minister. The vessel was on its way from Verrin to Holm."},
	}
}

func ferryStory(b *builder) *account.Story {
	title := b.at("a1", "The ferry Halla Star ran aground off Skarn early on Tuesday with 212 people on board")
	for _, a := range b.acc.Articles {
		if a.ID == "a1" {
			a.Credits = []account.Credit{{Kind: account.CreditDateline, Name: "Nordwire", Span: b.at("a1", "VERRIN (Nordwire)")}}
			a.Published.Evidence = nil
		}
		if a.ID == "a2" {
			a.Credits = []account.Credit{{Kind: account.CreditSource, Name: "Nordwire", Span: b.at("a2", "Source: Nordwire")}}
		}
	}
	return &account.Story{
		ID: "ferry", Title: &title, From: "2031-03-04", To: "2031-03-06",
		Articles:   []string{"a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9"},
		Outlets:    9,
		Origins:    account.Origins{AtLeast: 3, AtMost: 5, IDs: []string{"o1", "o2", "o3"}},
		Entities:   ferryEntities(b),
		Quotations: ferryQuotations(b),
		Claims:     ferryClaims(b),
		Lineage:    ferryLineage(b),
		Timeline: []account.Moment{
			{Time: "2019", Spans: b.all("a6", "2019")},
			{Time: "2031-02-12", Spans: b.all("a1", "12 February")},
			{Time: "2031-02-21", Spans: b.all("a3", "21 February")},
			{Time: "2031-03-04", Spans: b.all("a1", "Tuesday", "a2", "Tuesday", "a3", "Tuesday", "a4", "Tuesday", "a5", "Tuesday", "a7", "Tuesday")},
			{Time: "2031-03-06", Spans: b.all("a6", "Thursday", "a9", "Thursday")},
		},
	}
}

func ferryEntities(b *builder) []account.Entity {
	return []account.Entity{
		{ID: "e1", Type: account.Person, Name: "Mirela Oshanova",
			Names:    []account.Name{{Text: "Mirela Oshanova", Articles: []string{"a1", "a2", "a5", "a8"}, Count: 4}, {Text: "Mirela Ošanova", Articles: []string{"a3"}, Count: 1}},
			Roles:    []account.Role{{Text: "Captain", Articles: []string{"a1", "a2", "a5", "a8"}, Spans: b.all("a1", "Captain")}, {Text: "The ship’s master", Articles: []string{"a3"}, Spans: b.all("a3", "The ship’s master")}},
			Mentions: b.all("a1", "Mirela Oshanova", "a2", "Mirela Oshanova", "a3", "Mirela Ošanova", "a5", "Mirela Oshanova", "a8", "Mirela Oshanova")},
		{ID: "e2", Type: account.Person, Name: "Tomas Eklind",
			Names:    []account.Name{{Text: "Tomas Eklind", Articles: []string{"a3", "a9"}, Count: 2}, {Text: "Eklind", Articles: []string{"a3"}, Count: 1}, {Text: "Thomas Eklindt", Articles: []string{"a4"}, Count: 1}, {Text: "Eklindt", Articles: []string{"a4"}, Count: 1}},
			Roles:    []account.Role{{Text: "Transport Minister", Articles: []string{"a3"}, Spans: b.all("a3", "Transport Minister")}, {Text: "acting Transport Minister", Articles: []string{"a9"}, Spans: b.all("a9", "acting Transport Minister")}},
			Mentions: b.all("a3", "Tomas Eklind", "a3", "told reporters|told", "a4", "Thomas Eklindt", "a9", "Tomas Eklind")},
		{ID: "e3", Type: account.Organization, Name: "Maritime Authority",
			Names:    []account.Name{{Text: "Maritime Authority", Articles: []string{"a1", "a2", "a5", "a7", "a9"}, Count: 9}},
			Mentions: b.all("a1", "Maritime Authority", "a2", "Maritime Authority", "a9", "Maritime Authority")},
		{ID: "e4", Type: account.Organization, Name: "Radio Skarn",
			Names:    []account.Name{{Text: "Radio Skarn", Articles: []string{"a1", "a2", "a5"}, Count: 3}},
			Mentions: b.all("a1", "Radio Skarn")},
		{ID: "e5", Type: account.Place, Name: "Skarn",
			Names:    []account.Name{{Text: "Skarn", Articles: []string{"a1", "a2", "a3", "a4", "a5", "a6", "a7"}, Count: 11}},
			Mentions: b.all("a1", "Skarn")},
	}
}

func ferryQuotations(b *builder) []account.Quotation {
	span := func(id, words string) *account.Span { s := b.at(id, words); return &s }
	radio := func(id string) []account.Via {
		return []account.Via{{Name: "Radio Skarn", Entity: "e4", Span: b.at(id, "Radio Skarn")}}
	}
	const blows, cause = "We felt two blows and then the engines stopped", "I will not speculate about the cause before the inquiry has begun"
	return []account.Quotation{
		{ID: "q1", Speaker: "e1", Fullest: 4, Variants: []account.Variant{
			{Span: b.at("a1", blows+". "+cause), Form: account.Direct, Source: span("a1", "Captain Mirela Oshanova"), Cue: span("a1", "told"), Via: radio("a1")},
			{Span: b.at("a2", blows+",” Captain Mirela Oshanova told Radio Skarn. “"+cause), Pieces: b.all("a2", blows, "a2", cause), Form: account.Direct, Source: span("a2", "Captain Mirela Oshanova"), Cue: span("a2", "told"), Via: radio("a2")},
			{Span: b.at("a3", "she would not speculate about the cause"), Form: account.Indirect, Source: span("a3", "Mirela Ošanova"), Cue: span("a3", "Ošanova, said|said")},
			{Span: b.at("a5", blows), Form: account.Direct, Source: span("a5", "Captain Mirela Oshanova"), Cue: span("a5", "told"), Via: radio("a5")},
			{Span: b.at("a8", blows+". I must not speculate about the cause before the inquiry has begun. Everybody was calm."), Form: account.Direct, Source: span("a8", "Captain Mirela Oshanova"), Cue: span("a8", "said")},
		}, Drift: []account.Drift{{Kind: "modal", From: b.at("a8", "must not|must"), To: b.at("a1", "will not|will")}}},
		{ID: "q2", Speaker: "e2", Fullest: 0, Variants: []account.Variant{
			{Span: b.at("a3", "The route stays open. We cannot cut three thousand islanders off from their hospital"), Form: account.Direct, Source: span("a3", "Eklind told|Eklind"), Cue: span("a3", "told")},
			{Span: b.at("a4", "The line remains open. We can cut 3,500 islanders off from their hospital"), Form: account.Direct, Source: span("a4", "Eklindt declared|Eklindt"), Cue: span("a4", "declared")},
			{Span: b.at("a9", "The route stays open"), Form: account.Direct, Source: span("a9", "Tomas Eklind"), Cue: span("a9", "said Tomas|said")},
		}, Drift: []account.Drift{
			{Kind: "negation", From: b.at("a3", "cannot"), To: b.at("a4", "can cut|can")},
			{Kind: "number", From: b.at("a3", "three thousand"), To: b.at("a4", "3,500")},
		}},
		{ID: "q3", Variants: []account.Variant{
			{Span: b.at("a6", "The minister does not want to close the Skarn route"), Form: account.Indirect, Cue: span("a6", "reports"),
				Via: []account.Via{{Name: "The Meridian", Span: b.at("a6", "The Meridian")}}},
		}},
	}
}

func ferryClaims(b *builder) []account.Claim {
	injured := "No one was injured, according to the Maritime Authority"
	way := "The vessel was on its way from Verrin to Holm"
	return []account.Claim{
		{ID: "c1", Relation: account.Differ, Aspect: account.AspectQuantity, Weight: 9, Origins: account.Origins{AtLeast: 2, AtMost: 3},
			Matter: b.all("a1", "The ferry Halla Star ran aground off Skarn early on Tuesday with 212 people on board, the Maritime Authority said."),
			Readings: []account.Reading{
				b.reading("212 people", 1, 1, "a1", "212 people", "a2", "212 people", "a5", "212 people", "a7", "212 people"),
				b.reading("around 240 people", 1, 1, "a3", "around 240 people", "a4", "some 240 people", "a6", "around 240 people"),
				b.reading("238 people", 1, 1, "a9", "238 people"),
			}, Absent: []string{"a8"}},
		{ID: "c2", Relation: account.Differ, Aspect: account.AspectPolarity, Weight: 8, Origins: account.Origins{AtLeast: 2, AtMost: 2},
			Matter: b.all("a1", injured),
			Readings: []account.Reading{
				b.reading("No one was injured", 1, 1, "a1", injured+"|No one was injured", "a2", injured+"|No one was injured", "a5", injured+"|No one was injured", "a7", injured+"|No one was injured"),
				b.reading("Two passengers were slightly injured", 1, 2, "a3", "Two passengers were slightly injured", "a4", "Two passengers were slightly wounded"),
			}, Absent: []string{"a6", "a8", "a9"}},
		{ID: "c3", Relation: account.Differ, Aspect: account.AspectTime, Weight: 5, Origins: account.Origins{AtLeast: 2, AtMost: 2},
			Matter: b.all("a1", "The last inspection of the ferry was on 12 February."),
			Readings: []account.Reading{
				b.reading("2031-02-12", 1, 1, "a1", "12 February"),
				b.reading("2031-02-21", 1, 1, "a3", "21 February"),
			}, Absent: []string{"a2", "a4", "a5", "a6", "a7", "a8", "a9"}},
		{ID: "c4", Relation: account.Differ, Aspect: account.AspectRole, Weight: 3, Origins: account.Origins{AtLeast: 1, AtMost: 2},
			Readings: []account.Reading{
				b.reading("Transport Minister", 1, 1, "a3", "Transport Minister", "a4", "Minister of Transport"),
				b.reading("acting Transport Minister", 1, 1, "a9", "acting Transport Minister"),
			}, Absent: []string{"a1", "a2", "a5", "a6", "a7", "a8"}},
		{ID: "c5", Relation: account.Update, Aspect: account.AspectQuantity, Weight: 7, Origins: account.Origins{AtLeast: 1, AtMost: 2},
			Readings: []account.Reading{
				b.reading("Two passengers", 1, 1, "a3", "Two passengers", "a4", "Two passengers"),
				b.reading("19", 1, 2, "a8", "19 passengers", "a9", "Nineteen people"),
			}, Absent: []string{"a1", "a2", "a5", "a6", "a7"}},
		{ID: "c6", Relation: account.Agree, Aspect: account.AspectPlace, Weight: 4, Origins: account.Origins{AtLeast: 3, AtMost: 4},
			Readings: []account.Reading{b.reading("from Verrin to Holm", 3, 4, "a1", way+"|from Verrin to Holm", "a3", way+"|from Verrin to Holm", "a8", way+"|from Verrin to Holm", "a9", way+"|from Verrin to Holm")},
			Absent:   []string{"a2", "a4", "a5", "a6", "a7"}},
		{ID: "c7", Relation: account.Agree, Aspect: account.AspectParticipant, Weight: 4, Origins: account.Origins{AtLeast: 2, AtMost: 5},
			Readings: []account.Reading{b.reading("The ferry Halla Star", 2, 5, "a1", "The ferry Halla Star ran aground off Skarn", "a2", "The ferry Halla Star ran aground off Skarn", "a3", "the ferry Halla Star ran aground", "a4", "the stranding of the ferry Halla Star", "a5", "The ferry Halla Star ran aground off Skarn", "a7", "The ferry Halla Star ran aground off Skarn", "a9", "it ran aground")},
			Absent:   []string{"a6", "a8"}},
		{ID: "c8", Relation: account.Single, Aspect: account.AspectDescription, Origins: account.Origins{AtLeast: 1, AtMost: 1},
			Readings: []account.Reading{b.reading("it hit the Knuckle reef", 1, 1, "a6", "it hit the Knuckle reef")},
			Absent:   []string{"a1", "a2", "a3", "a4", "a5", "a7", "a8", "a9"}},
		{ID: "c9", Relation: account.Single, Aspect: account.AspectQuantity, Origins: account.Origins{AtLeast: 1, AtMost: 1},
			Readings: []account.Reading{b.reading("two of them with broken bones", 1, 1, "a8", "two of them with broken bones")}},
		{ID: "c10", Relation: account.Single, Aspect: account.AspectTime, Origins: account.Origins{AtLeast: 1, AtMost: 1},
			Readings: []account.Reading{b.reading("2019", 1, 1, "a6", "In 2019 the Halla Star had struck the quay at Holm|2019")}},
	}
}

func ferryLineage(b *builder) account.Lineage {
	pair := func(from, words, to, there string) account.Evidence {
		s := b.at(to, there)
		return account.Evidence{From: b.at(from, words), To: &s}
	}
	const lead = "The ferry Halla Star ran aground off Skarn early on Tuesday with 212 people on board, the Maritime Authority said."
	const calm = "No one was injured, according to the Maritime Authority."
	const blows = "“We felt two blows and then the engines stopped,” Captain Mirela Oshanova told Radio Skarn."
	return account.Lineage{
		Origins: []account.Origin{
			{ID: "o1", Kind: account.OriginSpeaker, Name: "Mirela Oshanova to Radio Skarn", Entity: "e1", Spans: b.all("a1", "told Radio Skarn")},
			{ID: "o2", Kind: account.OriginAgency, Name: "Nordwire", Spans: b.all("a1", "VERRIN (Nordwire)", "a2", "Source: Nordwire")},
			{ID: "o3", Kind: account.OriginDocument, Name: "Maritime Authority, Bulletin No. 14", Entity: "e3", Spans: b.all("a9", "Bulletin No. 14")},
		},
		Edges: []account.Edge{
			{From: "a1", To: "o2", Kind: account.EdgeCredits, Certainty: 0.95, Evidence: []account.Evidence{{From: b.at("a1", "VERRIN (Nordwire)")}}},
			{From: "a1", To: "o1", Kind: account.EdgeCites, Certainty: 0.8, Evidence: []account.Evidence{{From: b.at("a1", "told Radio Skarn")}}},
			{From: "a2", To: "a1", Kind: account.EdgeCopies, Share: 0.82, Certainty: 0.97, Evidence: []account.Evidence{pair("a2", lead, "a1", lead), pair("a2", calm, "a1", calm)}},
			{From: "a2", To: "o2", Kind: account.EdgeCredits, Certainty: 0.9, Evidence: []account.Evidence{{From: b.at("a2", "Source: Nordwire")}}},
			{From: "a5", To: "a2", Kind: account.EdgeCopies, Share: 1, Certainty: 0.99, Evidence: []account.Evidence{pair("a5", lead, "a2", lead), pair("a5", blows, "a2", blows), pair("a5", calm, "a2", calm)}},
			{From: "a1", To: "a7", Kind: account.EdgeShares, Share: 0.41, Certainty: 0.6, Evidence: []account.Evidence{pair("a1", lead, "a7", lead), pair("a1", calm, "a7", calm)}},
			{From: "a4", To: "a3", Kind: account.EdgeTranslates, Share: 0.68, Certainty: 0.85, Evidence: []account.Evidence{
				pair("a4", "The Minister of Transport Thomas Eklindt excluded on Tuesday the closure of the line to Skarn", "a3", "Transport Minister Tomas Eklind ruled out closing the route to Skarn on Tuesday"),
				pair("a4", "Two passengers were slightly wounded, said the hospital of Skarn.", "a3", "Two passengers were slightly injured, Skarn Hospital said.")}},
			{From: "a6", To: "a3", Kind: account.EdgeCites, Certainty: 0.9, Evidence: []account.Evidence{{From: b.at("a6", "The Meridian reports")}}},
			{From: "a8", To: "o1", Kind: account.EdgeCites, Certainty: 0.95, Evidence: []account.Evidence{{From: b.at("a8", "Speaking to this station")}}},
			{From: "a9", To: "o3", Kind: account.EdgeCredits, Certainty: 0.9, Evidence: []account.Evidence{{From: b.at("a9", "in its Bulletin No. 14")}}},
		},
	}
}

// several is an account of three stories, of which one has a single report and
// one nothing but that.
func several(t testing.TB) *account.Account {
	acc := fixture(t)
	acc.Articles = append(acc.Articles,
		&account.Article{ID: "b1", Text: "A single line without anything."},
		&account.Article{ID: "b2", Outlet: "Coast Courier", Title: "渡船在海岸附近搁浅", Text: "渡船在海岸附近搁浅，船上有二百一十二人。\n船长说：“我们感到两次撞击。”", Language: "zh"})
	acc.Stories = append(acc.Stories,
		&account.Story{ID: "alone", Articles: []string{"b1"}},
		&account.Story{ID: "wide", Title: &account.Span{Article: "b2", End: 27, Text: "渡船在海岸附近搁浅"}, Articles: []string{"b2"}, Outlets: 1, Origins: account.Origins{AtLeast: 1, AtMost: 1}})
	return acc
}
