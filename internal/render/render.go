// Package render sets an account for its readers: [JSON] and [JSONL] for other
// programs, [Text] for a terminal, [HTML] as one file for a browser.
//
// Text and HTML are made from the same view of a story, which has its parts in
// the order in which a reader needs them: the counts and the lineage; where the
// reports differ, who said what, what is agreed, what only one says and what each
// leaves out, who is who, and when; then the reports in full. The view holds only
// words of reports, names and counts from the account, and labels. Nothing here
// writes a sentence about the world.
//
// All output is a function of the account alone: the same account gives the same
// bytes.
package render
