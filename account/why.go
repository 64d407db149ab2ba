package account

// WhyFormat names the version of the JSON form of [Why].
const WhyFormat = "stemma-why/1"

// A Why says what speaks for and against an article's being in its story, as
// seen with all that has been grouped by now. Evidence is a logarithm of odds:
// the sum of what its reasons contribute.
type Why struct {
	Article  string   `json:"article"`
	Story    string   `json:"story"`
	Evidence float64  `json:"evidence"`
	Reasons  []Reason `json:"reasons"` // what weighs most first; empty for a story's only article

	// Threshold is the least evidence by which an article joins a story.
	Threshold float64 `json:"threshold"`

	// Rival is the story that would have the article if its own weren't there: ""
	// if nothing else that is recent has anything in common with it.
	Rival         string   `json:"rival,omitempty"`
	RivalEvidence float64  `json:"rival_evidence"`
	RivalReasons  []Reason `json:"rival_reasons"`
}

// A Reason is one thing that was compared: Field says which ("title", "people",
// "time"). Value is how alike it was, as a rule 0 to 1; Weight is what a Value of
// 1 would add to the evidence; Contribution, their product, is what it did add:
// above 0 it speaks for the story, below 0 against it.
type Reason struct {
	Field        string  `json:"field"`
	Value        float64 `json:"value"`
	Weight       float64 `json:"weight"`
	Contribution float64 `json:"contribution"`
}
