package extract

import (
	"stemma/account"
	"stemma/internal/span"
)

// Version of the stage: raised when its results change, so that what an older
// version made is made again.
const Version = 1

// An Article is the clean text of one report. Everything but Text may be empty.
type Article struct {
	ID        string            `json:"id"`
	Document  account.Document  `json:"document"`
	URL       string            `json:"url,omitempty"`
	Outlet    string            `json:"outlet,omitempty"`
	Title     string            `json:"title,omitempty"`
	TitleSpan span.Span         `json:"title_span"` // where Text has the title; empty if it doesn't
	Byline    string            `json:"byline,omitempty"`
	Language  string            `json:"language,omitempty"` // ISO 639-1, "" unknown
	Published Stamp             `json:"published"`
	Modified  Stamp             `json:"modified"`
	Text      string            `json:"text"`
	Credits   []Credit          `json:"credits,omitempty"`
	Problems  []account.Problem `json:"problems,omitempty"`
}

// A Stamp is a time of publication: ISO 8601 as precise as it is known, "" if it
// isn't, with the span that states it where one does.
type Stamp struct {
	Time     string    `json:"time,omitempty"`
	Evidence span.Span `json:"evidence"`
}

// A Credit is a span by which an article says where it has something from.
type Credit struct {
	span.Span
	Kind string `json:"kind"` // account.Credit…
	Name string `json:"name"`
}
