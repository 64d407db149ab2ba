// Package extract makes articles from documents.
package extract

import "stemma/internal/collect"

// Extract makes an article from a document. An error says, in a sentence for the
// user, why there is none.
func Extract(doc *collect.Document) (*Article, error) {
	return &Article{Document: doc.Document, Text: string(doc.Bytes)}, nil
}
