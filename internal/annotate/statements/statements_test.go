package statements

import (
	"strings"
	"testing"

	"stemma/internal/annotate/mentions"
	"stemma/internal/annotate/times"
	"stemma/internal/language"
	"stemma/internal/span"
)

// sentence makes a sentence of words with tags: "The/DET bridge/NOUN fell/VERB".
// A word may carry its head's number and its relation: "fell/VERB/-1/root".
func sentence(words string) (string, []language.Sentence) {
	var text strings.Builder
	var s language.Sentence
	for _, w := range strings.Fields(words) {
		parts := strings.Split(w, "/")
		if text.Len() > 0 {
			text.WriteByte(' ')
		}
		t := language.Token{Span: span.Span{Start: text.Len(), End: text.Len() + len(parts[0])}, Tag: parts[1], Head: -1}
		if len(parts) == 4 {
			for _, d := range strings.TrimPrefix(parts[2], "-") {
				t.Head = max(t.Head, 0)*10 + int(d-'0')
			}
			if parts[2][0] == '-' {
				t.Head = -1
			}
			t.Relation = parts[3]
		}
		text.WriteString(parts[0])
		s.Tokens = append(s.Tokens, t)
	}
	s.Span = span.Span{End: text.Len()}
	return text.String(), []language.Sentence{s}
}

func TestFind(t *testing.T) {
	tests := []struct {
		name, words string
		want        []string // clause | verb | lemma, negation, modal
	}{
		{"one clause", "The/DET bridge/NOUN has/AUX not/PART fallen/VERB ./PUNCT",
			[]string{"The bridge has not fallen . | has not fallen | fallen not"}},
		{"two clauses", "Orwin/PROPN rose/VERB ,/PUNCT and/CCONJ the/DET mayor/NOUN may/AUX leave/VERB",
			[]string{"Orwin rose , | rose | rose", "and the mayor may leave | may leave | leave may"}},
		{"infinitive stays", "She/PRON wants/VERB to/PART leave/VERB the/DET city/NOUN",
			[]string{"She wants to leave the city | wants | wants"}},
		{"denied subject", "No/DET arrests/NOUN were/AUX made/VERB",
			[]string{"No arrests were made | were made | made not"}},
		{"no verb", "A/DET quiet/ADJ day/NOUN", nil},
		{"parse", "The/DET/1/det man/NOUN/6/nsubj who/PRON/4/nsubj was/AUX/4/aux:pass shot/VERB/1/acl:relcl yesterday/NOUN/4/obl died/VERB/-1/root",
			[]string{"who was shot yesterday | was shot | shot", "The man who was shot yesterday died | died | died"}},
	}
	for _, tt := range tests {
		text, sentences := sentence(tt.words)
		var got []string
		for _, s := range Find(text, sentences, mentions.Found{}, nil, nil, nil) {
			line := s.In(text) + " | " + s.Verb.In(text) + " | " + s.Lemma
			if s.Negated {
				line += " not"
			}
			if s.Modal != "" {
				line += " " + s.Modal
			}
			got = append(got, line)
		}
		if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
			t.Errorf("%s:\ngot  %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

// TestFill: an annotation belongs to the clause it stands in; one inside a
// relative clause isn't the main clause's.
func TestFill(t *testing.T) {
	text, sentences := sentence("The/DET/1/det man/NOUN/6/nsubj who/PRON/4/nsubj was/AUX/4/aux:pass shot/VERB/1/acl:relcl yesterday/NOUN/4/obl died/VERB/-1/root")
	at := strings.Index(text, "yesterday")
	when := []times.Time{{Span: span.Span{Start: at, End: at + len("yesterday")}}}
	found := mentions.Found{Mentions: []mentions.Mention{{Span: span.Span{End: len("The man")}}}}
	all := Find(text, sentences, found, nil, when, nil)
	if len(all) != 2 {
		t.Fatalf("%d statements, want 2", len(all))
	}
	if len(all[0].Times) != 1 || len(all[1].Times) != 0 {
		t.Errorf("times %v and %v, want the first clause's alone", all[0].Times, all[1].Times)
	}
	if len(all[1].Who) != 1 {
		t.Errorf("who %v, want the man", all[1].Who)
	}
}

// TestCircle: a parse that goes in a circle ends.
func TestCircle(t *testing.T) {
	text, sentences := sentence("runs/VERB/1/conj falls/VERB/0/obj here/ADV/1/advmod")
	Find(text, sentences, mentions.Found{}, nil, nil, nil)
}

func FuzzFind(f *testing.F) {
	f.Add("The mayor said no arrests were made, but Orwin couldn’t say why.")
	f.Fuzz(func(t *testing.T, text string) {
		last := -1
		for _, s := range Find(text, language.Analyze(text, "en"), mentions.Found{}, nil, nil, nil) {
			if s.Start < 0 || s.Start > s.End || s.End > len(text) || !s.Contains(s.Verb) {
				t.Fatalf("statement %v with verb %v in %d bytes", s.Span, s.Verb, len(text))
			}
			if s.Verb.Start < last {
				t.Fatalf("verb at %d after one at %d", s.Verb.Start, last)
			}
			last = s.Verb.Start
		}
	})
}
