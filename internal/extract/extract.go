// Package extract makes articles from documents: the report's own text without
// what its page put around it, with title, outlet, byline, times, language and
// the credits that say where it has something from.
//
// Extract is the whole of it; Clean is its judgement on furniture alone. The way
// of a document:
//
//   - decode: bytes to UTF-8, by what names the encoding, else by statistics
//     (charset of golang.org/x/net, chardet);
//   - readPage, for HTML: the body by go-trafilatura with its fallbacks (Barbaresi,
//     Trafilatura, ACL 2021), the facts by our own reading of JSON-LD, OpenGraph,
//     meta elements, the lines beside the title and the address; the day by
//     go-htmldate where none of these has it. A page that nests too deep or takes
//     too long is read as a stream of tags;
//   - readRecord, for JSON: what others have extracted, with tolerant types;
//   - normalise: one form of line breaks and spaces. All spans are made after it;
//   - Clean: lines are judged by their form (phrasebooks of calls to the reader,
//     teasers, counters, tag clouds run together), by their neighbours and by their
//     place behind the report's last paragraph. Only whole lines go, and a line
//     that gives credit stays;
//   - setTitle: the title is the text's first line and stands once;
//   - frame: the lines around the report state when it appeared and who wrote it;
//   - findCredits: sources, agencies, authors, datelines and the media that are
//     cited, by a list of names (media.txt) and by the words that describe a medium.
//
// Everything is linear in the size of the text, except the extractor of pages,
// which is bounded by a size, a depth and a time.
package extract

import (
	"strings"
	"time"

	"stemma/account"
	"stemma/internal/collect"
)

// metadata is what is known of a report beside its text. Every field may be empty.
type metadata struct {
	title, byline, outlet, url, language string
	published, modified                  string // ISO 8601
}

// or fills what m doesn't know from n.
func (m metadata) or(n metadata) metadata {
	for _, f := range [...]struct {
		to   *string
		from string
	}{
		{&m.title, n.title}, {&m.byline, n.byline}, {&m.outlet, n.outlet}, {&m.url, n.url},
		{&m.language, n.language}, {&m.published, n.published}, {&m.modified, n.modified},
	} {
		if *f.to = strings.TrimSpace(*f.to); *f.to == "" {
			*f.to = strings.TrimSpace(f.from)
		}
	}
	return m
}

// Extract makes an article from a document. An error says, in a sentence for the
// user, why there is none. It never panics, whatever the bytes are, and the same
// document always gives the same article.
func Extract(doc *collect.Document) (*Article, error) {
	source, note, err := decode(doc.Bytes, doc.Charset)
	if err != nil {
		return nil, err
	}
	known := metadata{url: doc.URL}
	body := source
	switch doc.Kind {
	case collect.JSON:
		r, err := readRecord(source)
		if err != nil {
			return nil, err
		}
		known = r.metadata().or(known)
		if body = string(r.Text); strings.TrimSpace(body) == "" {
			p, flat, err := readPage(string(r.HTML), known.url, collected(doc))
			if err != nil {
				return nil, err
			}
			note = or(note, flat)
			known, body = known.or(p.known), p.body
		}
	case collect.HTML:
		p, flat, err := readPage(source, doc.URL, collected(doc))
		if err != nil {
			return nil, err
		}
		note = or(note, flat)
		known, body = known.or(p.known), p.body
	}
	a, err := compose(doc, known, body)
	if err != nil {
		return nil, err
	}
	if note != "" {
		a.Problems = append(a.Problems, account.Problem{Stage: "extract", Reason: note})
	}
	return a, nil
}

// collected is when a document was collected, or now where that isn't known: no
// report in it can be younger.
func collected(doc *collect.Document) time.Time {
	if t, err := time.Parse(time.RFC3339, doc.Collected); err == nil {
		return t
	}
	return time.Now()
}
