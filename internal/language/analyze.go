package language

import "stemma/internal/span"

// AnalyzeTokens is Analyze for text that is cut into sentences and tokens
// already: the sentences' tokens, in order, not empty.
func AnalyzeTokens(text string, sentences [][]span.Span, lang string) []Sentence {
	out := make([]Sentence, len(sentences))
	for i, tokens := range sentences {
		s := &out[i]
		for _, t := range tokens {
			s.Tokens = append(s.Tokens, Token{Span: t, Head: -1})
		}
		if n := len(tokens); n > 0 {
			s.Span = span.Span{Start: tokens[0].Start, End: tokens[n-1].End}
		}
	}
	return out
}
