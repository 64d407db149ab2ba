package render

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"stemma/account"
)

// An AnalysisJSON writes analyses as one JSON object of the form
// "stemma-analysis/1", one after another: a line a token, so that people can read
// it too. Nothing is escaped beyond what JSON asks for. End must be called.
type AnalysisJSON struct {
	w     *bufio.Writer
	begun bool
	buf   bytes.Buffer
	err   error
}

// NewAnalysisJSON returns a writer to w.
func NewAnalysisJSON(w io.Writer) *AnalysisJSON {
	return &AnalysisJSON{w: bufio.NewWriterSize(w, 1<<16)}
}

// Write writes one analysis.
func (j *AnalysisJSON) Write(a *account.Analysis) error {
	if j.begun {
		j.raw(",")
	}
	j.begin()
	head := *a
	head.Sentences = nil
	j.raw("\n  {")
	j.members(head)
	j.raw(",\n   \"sentences\": [")
	for i, s := range a.Sentences {
		if i > 0 {
			j.raw(",")
		}
		fmt.Fprintf(j.w, "\n    {\"start\": %d, \"end\": %d, \"tokens\": [", s.Start, s.End)
		writeLines(j, s.Tokens)
		j.raw("],\n     \"names\": [")
		writeLines(j, s.Names)
		j.raw("]}")
	}
	j.raw("]}")
	return j.flush()
}

func (j *AnalysisJSON) begin() {
	if !j.begun {
		j.raw("{\n\"format\": ")
		j.value(account.AnalysisFormat)
		j.raw(",\n\"texts\": [")
		j.begun = true
	}
}

// members writes the members of an analysis that come before its sentences.
func (j *AnalysisJSON) members(a account.Analysis) {
	j.raw("\"id\": ")
	j.value(a.ID)
	for _, m := range []struct {
		name  string
		value any
		empty bool
	}{
		{"document", a.Document, false}, {"title", a.Title, a.Title == ""}, {"language", a.Language, a.Language == ""},
		{"text", a.Text, false}, {"problems", a.Problems, false},
	} {
		if !m.empty {
			j.raw(",\n   \"" + m.name + "\": ")
			j.value(m.value)
		}
	}
}

// writeLines writes the elements of an array, a line each.
func writeLines[T any](j *AnalysisJSON, list []T) {
	for i, v := range list {
		if i > 0 {
			j.raw(",")
		}
		j.raw("\n      ")
		j.value(v)
	}
}

// End writes what comes after the last analysis: what could not be read, and by
// whom all this was made.
func (j *AnalysisJSON) End(failed []account.Failure, by account.Version) error {
	j.begin()
	if failed == nil {
		failed = []account.Failure{}
	}
	j.raw("],\n\"failed\": ")
	j.value(failed)
	j.raw(",\n\"stemma\": ")
	j.value(by)
	j.raw("\n}\n")
	return j.flush()
}

func (j *AnalysisJSON) raw(s string) { j.w.WriteString(s) }

// value writes v on one line.
func (j *AnalysisJSON) value(v any) {
	if j.err != nil {
		return
	}
	j.buf.Reset()
	enc := json.NewEncoder(&j.buf)
	enc.SetEscapeHTML(false)
	if j.err = enc.Encode(v); j.err == nil {
		_, j.err = j.w.Write(bytes.TrimSuffix(j.buf.Bytes(), []byte("\n")))
	}
}

func (j *AnalysisJSON) flush() error {
	if err := j.w.Flush(); j.err == nil {
		j.err = err
	}
	if j.err != nil {
		return fmt.Errorf("writing the analysis as JSON: %w", j.err)
	}
	return nil
}
