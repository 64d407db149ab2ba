// Package account is the account of a story as Go types: what Stemma gives its
// users, in every output and through the library. Its JSON form is the contract
// "stemma-account/1" (docs/account-format.md; docs/account.schema.json is
// generated from these types).
//
// The first rule holds for every type here: what is said about the world is a
// [Span] of some article. Stemma adds ids, counts, kinds and labels, and writes
// no sentence of its own.
//
// A value that isn't known is absent from the JSON; a list that found nothing is
// an empty array. Arrays are ordered (articles by time, then id; the rest by
// importance), so that equal input gives equal bytes.
package account

// Format names the version of the JSON form. Fields are added under the same
// name, never renamed or retyped.
const Format = "stemma-account/1"

// An Account holds the stories that were found in a set of reports, with the
// articles they rest on and the documents that could not be read.
type Account struct {
	Format   string     `json:"format"`
	Articles []*Article `json:"articles"`
	Failed   []Failure  `json:"failed"`
	Stories  []*Story   `json:"stories"`
	Stemma   Version    `json:"stemma"`
}

// Version says which program made an account: its version, the version of each
// stage, the checksum of each language model ("en": "sha256:…"), and that of each
// list of entities that the user brought.
type Version struct {
	Version string            `json:"version"`
	Stages  map[string]int    `json:"stages"`
	Models  map[string]string `json:"models"`
	Lists   map[string]string `json:"lists,omitempty"`
}

// A Span is a piece of an article's text: 0 ≤ Start ≤ End ≤ len(text), in bytes
// of UTF-8. Text repeats what stands there.
type Span struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
}

// A Document says where the bytes of an article came from. Exactly one of Path
// and URL is set. Line is the line within a JSONL file, from 1; Record is the id
// that the document gives itself there. Also lists the other places where the
// same bytes stood.
type Document struct {
	Path      string   `json:"path,omitempty"`
	URL       string   `json:"url,omitempty"`
	Line      int      `json:"line,omitempty"`
	Record    string   `json:"record,omitempty"`
	SHA256    string   `json:"sha256,omitempty"`
	Collected string   `json:"collected,omitempty"`
	Also      []string `json:"also,omitempty"`
}

// A Failure is a document that could not be read, with the stage that gave up
// and why, in a sentence for the user.
type Failure struct {
	Document Document `json:"document"`
	Stage    string   `json:"stage"`
	Reason   string   `json:"reason"`
}

// A Problem is something that went wrong with an article that could be read all
// the same.
type Problem struct {
	Stage  string `json:"stage"`
	Reason string `json:"reason"`
}

// Basis of a publication time.
const (
	Stated   = "stated"
	Inferred = "inferred"
)

// Published is a time of publication or modification: ISO 8601, as precise as it
// is known ("2022-01-13T11:45+01:00", "2022-01-13", "2022-01").
type Published struct {
	Time     string `json:"time"`
	Basis    string `json:"basis"`
	Evidence []Span `json:"evidence"`
}

// An Article is the clean text of one report.
type Article struct {
	ID         string     `json:"id"`
	Document   Document   `json:"document"`
	URL        string     `json:"url,omitempty"`
	Outlet     string     `json:"outlet,omitempty"`
	Title      string     `json:"title,omitempty"`
	Byline     string     `json:"byline,omitempty"`
	Language   string     `json:"language,omitempty"`
	Published  *Published `json:"published,omitempty"`
	Modified   *Published `json:"modified,omitempty"`
	Text       string     `json:"text"`
	Credits    []Credit   `json:"credits"`
	Times      []Time     `json:"times"`
	Quantities []Quantity `json:"quantities"`
	Problems   []Problem  `json:"problems"`
}

// Kinds of credit.
const (
	CreditSource   = "source"   // "Source: …", "Source From: …"
	CreditAgency   = "agency"   // "(Reuters)", "with material from dpa"
	CreditAuthor   = "author"   // a byline that names a person
	CreditDateline = "dateline" // "VIENNA (AP) –"
	CreditCites    = "cites"    // "quoted by the WSJ", "told RTVI"
)

// A Credit is a span by which an article says where it has something from. Name
// is the credited party alone.
type Credit struct {
	Kind string `json:"kind"`
	Name string `json:"name"`
	Span
}

// A Time is a span with its TIMEX3 type (DATE, TIME, DURATION, SET) and value.
type Time struct {
	Span
	Type  string `json:"type"`
	Value string `json:"value"`
}

// A Quantity is a span with the interval it stands for: low ≤ x ≤ high; nil is
// unbounded. Unit is singular ("person", "percent", "USD", "year"), or empty.
type Quantity struct {
	Span
	Low  *float64 `json:"low"`
	High *float64 `json:"high"`
	Unit string   `json:"unit,omitempty"`
}

// A Story is the articles that report one event and its immediate follow-up,
// and everything that their comparison gives.
type Story struct {
	ID         string      `json:"id"`
	Title      *Span       `json:"title,omitempty"`
	From       string      `json:"from,omitempty"` // ISO 8601 day; what is known of the period
	To         string      `json:"to,omitempty"`
	Articles   []string    `json:"articles"`
	Outlets    int         `json:"outlets"` // distinct outlets; an unknown outlet counts as one of its own
	Origins    Origins     `json:"origins"` // of the whole story: how many independent roots its reports have
	Entities   []Entity    `json:"entities"`
	Quotations []Quotation `json:"quotations"`
	Claims     []Claim     `json:"claims"`
	Lineage    Lineage     `json:"lineage"`
	Timeline   []Moment    `json:"timeline"`
}

// Types of entity.
const (
	Person       = "PERSON"
	Organization = "ORGANIZATION"
	Place        = "PLACE"
	Other        = "OTHER"
)

// An Entity is somebody or something that a story's articles name, under all
// the names they use. Name is the most telling of Names. Listed is the entry of the
// user's lists that it is; where it may be several, it has none, and Candidates has
// those.
type Entity struct {
	ID       string `json:"id"`
	Type     string `json:"type"`
	Name     string `json:"name"`
	Names    []Name `json:"names"`
	Roles    []Role `json:"roles"`
	Mentions []Span `json:"mentions"`

	Listed     *Listed  `json:"listed,omitempty"`
	Candidates []Listed `json:"candidates,omitempty"`
}

// A Listed is an entry of a list of entities that the user brought: the list's
// name, and what the list says of the entry, which no report needs to say.
type Listed struct {
	List     string `json:"list"`
	ID       string `json:"id"`
	Name     string `json:"name"`
	Type     string `json:"type,omitempty"`
	Wikidata string `json:"wikidata,omitempty"`
	Notes    string `json:"notes,omitempty"`
}

// A Name is one spelling of an entity, with the articles that use it and how
// often they do.
type Name struct {
	Text     string   `json:"text"`
	Articles []string `json:"articles"`
	Count    int      `json:"count"`
}

// A Role is an office, title or relation that articles give an entity.
type Role struct {
	Text     string   `json:"text"`
	Articles []string `json:"articles"`
	Spans    []Span   `json:"spans"`
}

// Forms of quotation.
const (
	Direct   = "direct"
	Indirect = "indirect"
	Mixed    = "mixed"
)

// A Quotation is one act of saying, with the wordings that articles give it.
// Variants are ordered by article; Fullest is the index of the most complete.
type Quotation struct {
	ID       string    `json:"id"`
	Speaker  string    `json:"speaker,omitempty"` // entity id; absent where no text says who
	Variants []Variant `json:"variants"`
	Fullest  int       `json:"fullest"`
	Drift    []Drift   `json:"drift"`
}

// A Variant is the wording of a quotation in one article: the content's span
// from its first piece to its last. Pieces are listed where the article breaks
// the content off to put a cue in.
type Variant struct {
	Span
	Pieces []Span `json:"pieces,omitempty"`
	Form   string `json:"form"`
	Source *Span  `json:"source,omitempty"`
	Cue    *Span  `json:"cue,omitempty"`
	Via    []Via  `json:"via"`
}

// A Via is a party through which a quotation reached an article: "told RTVI",
// "according to Interfax".
type Via struct {
	Name   string `json:"name"`
	Entity string `json:"entity,omitempty"`
	Span
}

// A Drift is a change between two variants of a quotation that can change its
// meaning. Kind is "negation", "number", "modal" or "name". From or To may be an
// empty span where the words are only in the other variant.
type Drift struct {
	Kind string `json:"kind"`
	From Span   `json:"from"`
	To   Span   `json:"to"`
}

// Relations of a claim's readings.
const (
	Agree  = "agree"  // several articles give the same reading
	Differ = "differ" // readings that can't both be right
	Update = "update" // readings that follow one another in time
	Single = "single" // only one article says it
)

// Aspects in which readings are compared.
const (
	AspectQuantity    = "quantity"
	AspectTime        = "time"
	AspectPlace       = "place"
	AspectParticipant = "participant"
	AspectRole        = "role"
	AspectPolarity    = "polarity"
	AspectDescription = "description"
)

// Contrasts of readings that aren't the same.
const (
	Conflict  = "conflict"  // both can't be right
	Precision = "precision" // one says less than the other: "dozens", "48"
)

// A Claim gathers the statements of a story's articles on one matter. Matter
// holds the sentence of each reading's first span, in the order of Readings.
// Absent lists the articles of the story that say nothing on it. Contrast says how
// several readings stand to each other. Weight ranks: what a reader must see first
// has the highest.
type Claim struct {
	ID       string    `json:"id"`
	Relation string    `json:"relation"`
	Aspect   string    `json:"aspect"`
	Contrast string    `json:"contrast,omitempty"`
	Matter   []Span    `json:"matter"`
	Readings []Reading `json:"readings"`
	Origins  Origins   `json:"origins"`
	Absent   []string  `json:"absent"`
	Weight   float64   `json:"weight"`
}

// A Reading is one value that a claim has, with the articles that give it and
// the spans where they do. Value is the text of the first span, or a normalised
// value where the reports' words alone don't compare (a date).
type Reading struct {
	Value    string   `json:"value"`
	Articles []string `json:"articles"`
	Spans    []Span   `json:"spans"`
	Origins  Origins  `json:"origins"`
}

// Origins counts independent origins: at least … at most …, equal where the
// lineage settles it. IDs are the origins that are known by name.
type Origins struct {
	AtLeast int      `json:"at_least"`
	AtMost  int      `json:"at_most"`
	IDs     []string `json:"ids"`
}

// A Lineage is the graph of copying, sharing, citing and crediting between a
// story's articles and the origins outside them.
type Lineage struct {
	Origins []Origin `json:"origins"`
	Edges   []Edge   `json:"edges"`
}

// Kinds of origin.
const (
	OriginSpeaker  = "speaker"  // a speaker's act of saying it to somebody
	OriginAgency   = "agency"   // an agency's dispatch
	OriginOutlet   = "outlet"   // another outlet's report that isn't among the articles
	OriginDocument = "document" // a statement, a bill, a study
	OriginOwn      = "own"      // the article's own observation
)

// An Origin is the earliest point to which something can be traced. Of a
// speaker's act, To names whom it was said to, where the articles say so.
type Origin struct {
	ID     string `json:"id"`
	Kind   string `json:"kind"`
	Name   string `json:"name"`
	To     string `json:"to_name,omitempty"`
	Entity string `json:"entity,omitempty"`
	Spans  []Span `json:"spans"`
}

// Kinds of edge. All but EdgeShares are directed: from has it from to.
const (
	EdgeCopies     = "copies"
	EdgeShares     = "shares" // a common text, direction unknown: from is the earlier or smaller id
	EdgeTranslates = "translates"
	EdgeCites      = "cites"
	EdgeCredits    = "credits"
)

// An Edge says that From (an article) has something from To (an article or an
// origin). Share is the part of From's text that stands in To too, 0 to 1;
// Certainty is how sure the trace is, 0 to 1.
type Edge struct {
	From      string     `json:"from"`
	To        string     `json:"to"`
	Kind      string     `json:"kind"`
	Share     float64    `json:"share,omitempty"`
	Certainty float64    `json:"certainty"`
	Evidence  []Evidence `json:"evidence"`
}

// Evidence is a pair of aligned spans; To is absent where the origin is outside
// the articles.
type Evidence struct {
	From Span  `json:"from"`
	To   *Span `json:"to,omitempty"`
}

// A Moment is a time in the story's own world with the spans that give it.
type Moment struct {
	Time  string `json:"time"`
	Spans []Span `json:"spans"`
}
