package collect

import "stemma/account"

// Kinds of document: what extract has to expect in Bytes.
const (
	PlainText = "text"
	HTML      = "html"
	JSON      = "json" // one object with the fields of Record
)

// A Document is bytes as they came, decompressed, with where and when. It is
// never changed after it was made.
type Document struct {
	account.Document
	Kind    string `json:"kind"`
	Charset string `json:"charset,omitempty"` // as the transport named it, if it did
	Bytes   []byte `json:"-"`
}

// A Record is what a line of JSONL, or a JSON file, says about one article. All
// fields but Text and HTML are optional; one of these two must be there.
type Record struct {
	ID       string `json:"id"`
	Outlet   string `json:"outlet"`
	URL      string `json:"url"`
	Date     string `json:"date"` // ISO 8601: a day, or a time with zone
	Modified string `json:"modified"`
	Language string `json:"lang"`
	Title    string `json:"title"`
	Byline   string `json:"byline"`
	Text     string `json:"text"`
	HTML     string `json:"html"`
}
