package extract

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// A loose is a JSON value read as text, whatever its type: a number keeps its
// digits, null is empty, of a list the texts are joined, of an object its name
// is taken.
type loose string

func (l *loose) UnmarshalJSON(b []byte) error {
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		return err
	}
	*l = loose(asText(v))
	return nil
}

func asText(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []any:
		var all []string
		for _, e := range v {
			if s := asText(e); s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, ", ")
	case map[string]any:
		return asText(v["name"])
	}
	return ""
}

// A record is collect.Record as others write it.
type record struct {
	ID       loose `json:"id"`
	Outlet   loose `json:"outlet"`
	URL      loose `json:"url"`
	Date     loose `json:"date"`
	Modified loose `json:"modified"`
	Language loose `json:"lang"`
	Title    loose `json:"title"`
	Byline   loose `json:"byline"`
	Text     loose `json:"text"`
	HTML     loose `json:"html"`
}

// readRecord reads a JSON object and says what of it is known and which text it
// holds.
func readRecord(source string) (*record, error) {
	var r record
	if err := json.Unmarshal([]byte(source), &r); err != nil {
		return nil, fmt.Errorf("the record is not a JSON object: %w", err)
	}
	if strings.TrimSpace(string(r.Text)) == "" && strings.TrimSpace(string(r.HTML)) == "" {
		return nil, errors.New("the record has neither a text nor html")
	}
	return &r, nil
}

func (r *record) metadata() metadata {
	return metadata{
		title: string(r.Title), byline: string(r.Byline), outlet: string(r.Outlet), url: string(r.URL),
		published: string(r.Date), modified: string(r.Modified), language: string(r.Language),
	}
}
