// Package language takes text apart: sentences, tokens, parts of speech, lemmas,
// dependencies and names.
//
// [Analyze] does all of it. Where sentences and tokens lie is decided by rules
// for news ([Segment]); what they are is decided by a trained model, embedded in
// the program (package model has the network, cmd/train makes it). A language
// without a model gets sentences and tokens only.
package language

import "stemma/internal/span"

// A Sentence is one sentence of a text. Its tokens lie inside it, in order, and
// it begins and ends with one.
type Sentence struct {
	span.Span
	Tokens []Token
	Names  []Name // in order; none overlaps another
}

// A Token is a word or a punctuation mark. Tag, Lemma and Relation are "" and
// Head is -1 where nothing is known.
type Token struct {
	span.Span
	Tag      string // Universal Dependencies UPOS
	Lemma    string
	Head     int    // index in the sentence's Tokens; -1 is the root
	Relation string // Universal Dependencies relation
}

// A Name is a run of tokens [First, Last) that names something. Type is one of
// account.Person, Organization, Place, Other.
type Name struct {
	First, Last int
	Type        string
}

// Analyze takes text apart. It is safe for concurrent use, never fails, and
// takes linear time. lang is ISO 639-1; a language without a model gets
// sentences and tokens only.
func Analyze(text, lang string) []Sentence {
	sentences := Segment(text)
	annotate(text, sentences, lang)
	return sentences
}
