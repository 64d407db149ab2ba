package account

// AnalysisFormat names the version of the JSON form of [Analyses].
const AnalysisFormat = "stemma-analysis/1"

// Analyses are texts taken apart into sentences, words and names: what the
// language model says, before anything is compared (docs/analysis-format.md).
type Analyses struct {
	Format string      `json:"format"`
	Texts  []*Analysis `json:"texts"`
	Failed []Failure   `json:"failed"`
	Stemma Version     `json:"stemma"`
}

// An Analysis is one text taken apart. Language is ISO 639-1, absent where it
// isn't known. Without a model for the language there are sentences and bare
// tokens, and Problems says so.
type Analysis struct {
	ID        string     `json:"id"`
	Document  Document   `json:"document"`
	Title     string     `json:"title,omitempty"`
	Language  string     `json:"language,omitempty"`
	Text      string     `json:"text"`
	Sentences []Sentence `json:"sentences"`
	Problems  []Problem  `json:"problems"`
}

// A Sentence is a piece of a text, in bytes of UTF-8, that begins with the first
// of its tokens and ends with the last. Names don't overlap.
type Sentence struct {
	Start  int     `json:"start"`
	End    int     `json:"end"`
	Tokens []Token `json:"tokens"`
	Names  []Named `json:"names"`
}

// A Token is a word or mark: text[Start:End] of the analysis's text, which Text
// repeats. Tag is a UPOS and Relation a relation of Universal Dependencies. Head
// is the number of the token that this one hangs on, counted within the sentence
// from 1, and 0 for its root. What the language has no model for is absent.
type Token struct {
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Text     string `json:"text"`
	Lemma    string `json:"lemma,omitempty"`
	Tag      string `json:"upos,omitempty"`
	Head     *int   `json:"head,omitempty"`
	Relation string `json:"deprel,omitempty"`
}

// A Named is a run of tokens, First to Last, counted within the sentence from 1,
// that names something. Type is one of Person, Organization, Place, Other.
type Named struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Type  string `json:"type"`
	First int    `json:"first"`
	Last  int    `json:"last"`
}
