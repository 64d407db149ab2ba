package lists

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"stemma/account"
)

// A raw entry is what a line says. passed says that it is none: it names nobody.
type raw struct {
	id, name, kind, wikidata, notes string
	aliases                         []string
	passed                          bool
}

// kinds has the types that lists call by their own names, among them the schemata
// of FollowTheMoney that name somebody or something. LegalEntity may be a person
// or an organisation.
var kinds = map[string]string{
	"person": account.Person, "people": account.Person, "human": account.Person,
	"organization": account.Organization, "organisation": account.Organization, "company": account.Organization, "publicbody": account.Organization,
	"org": account.Organization, "media": account.Organization, "party": account.Organization,
	"place": account.Place, "location": account.Place, "country": account.Place, "city": account.Place,
	"other": account.Other, "vessel": account.Other, "airplane": account.Other, "vehicle": account.Other, "asset": account.Other, "event": account.Other, "project": account.Other,
	"legalentity": "", "thing": "", "": "",
}

// texts is a value that is a string or a list of strings. What else stands in a
// list, as the objects that targets.nested.json has, is passed over.
type texts []string

func (t *texts) UnmarshalJSON(data []byte) error {
	var one text
	if len(data) > 0 && data[0] != '[' {
		err := one.UnmarshalJSON(data)
		if one != "" {
			*t = texts{string(one)}
		}
		return err
	}
	var all []json.RawMessage
	if err := json.Unmarshal(data, &all); err != nil {
		return err
	}
	for _, m := range all {
		if one = ""; one.UnmarshalJSON(m) == nil && one != "" {
			*t = append(*t, string(one))
		}
	}
	return nil
}

func (t texts) first() string {
	if len(t) == 0 {
		return ""
	}
	return t[0]
}

// text is a string, or a number written as one.
type text string

func (t *text) UnmarshalJSON(data []byte) error {
	switch {
	case string(data) == "null":
		return nil
	case len(data) > 0 && data[0] == '"':
		return json.Unmarshal(data, (*string)(t))
	}
	var n json.Number
	if err := json.Unmarshal(data, &n); err != nil {
		return errors.New("not a string")
	}
	*t = text(n)
	return nil
}

// An object is a line of JSON in the simple form, or in FollowTheMoney's.
type object struct {
	ID       text  `json:"id"`
	Name     texts `json:"name"`
	Aliases  texts `json:"aliases"`
	Type     text  `json:"type"`
	Wikidata text  `json:"wikidata"`
	Notes    texts `json:"notes"`

	Schema     text   `json:"schema"`
	Caption    text   `json:"caption"`
	Properties *thing `json:"properties"`
}

// A thing is what FollowTheMoney says of an entity, as far as it names it.
type thing struct {
	Name         texts `json:"name"`
	Alias        texts `json:"alias"`
	PreviousName texts `json:"previousName"`
	WikidataID   texts `json:"wikidataId"`
	Notes        texts `json:"notes"`
}

// parseLine takes a line of JSON apart.
func parseLine(line []byte) (raw, error) {
	var o object
	if err := json.Unmarshal(line, &o); err != nil {
		return raw{}, fmt.Errorf("not an entity: %w", err)
	}
	if o.Properties == nil && o.Schema == "" {
		kind, ok := kinds[strings.ToLower(string(o.Type))]
		if !ok {
			return raw{}, fmt.Errorf("unknown type %q: person, organization, place or other", o.Type)
		}
		if len(o.Name) > 1 {
			o.Aliases = append(o.Aliases, o.Name[1:]...)
		}
		return raw{id: string(o.ID), name: o.Name.first(), kind: kind, wikidata: string(o.Wikidata), notes: o.Notes.first(), aliases: o.Aliases}, nil
	}
	kind, ok := kinds[strings.ToLower(string(o.Schema))]
	if !ok {
		return raw{passed: true}, nil
	}
	p := o.Properties
	if p == nil {
		p = &thing{}
	}
	r := raw{id: string(o.ID), name: string(o.Caption), kind: kind, wikidata: p.WikidataID.first(), notes: p.Notes.first()}
	if r.name == "" {
		r.name = p.Name.first()
	}
	for _, list := range []texts{p.Name, p.Alias, p.PreviousName} {
		for _, n := range list {
			if n != r.name {
				r.aliases = append(r.aliases, n)
			}
		}
	}
	return r, nil
}

// table reads a list in CSV.
func (r *reader) table(b *bufio.Reader) {
	in := csv.NewReader(b)
	in.FieldsPerRecord = -1
	in.LazyQuotes = true
	in.ReuseRecord = true
	head, err := in.Read()
	if err != nil {
		r.problem(1, "not a table: "+err.Error())
		return
	}
	column := map[string]int{}
	for i, h := range head {
		column[strings.ToLower(strings.TrimSpace(h))] = i
	}
	if _, ok := column["name"]; !ok {
		r.problem(1, "no column is called name")
		return
	}
	for {
		row, err := in.Read()
		line, _ := in.FieldPos(0)
		switch {
		case err == io.EOF:
			return
		case err != nil:
			var bad *csv.ParseError
			if !errors.As(err, &bad) {
				r.problem(line, err.Error())
				return // a damaged file: what came is kept
			}
			r.problem(bad.Line, "not a row of the table: "+bad.Err.Error())
			continue
		}
		r.take(parseRow(row, column, line))
	}
}

// parseRow takes a row of a table apart.
func parseRow(row []string, column map[string]int, line int) parsed {
	cell := func(name string) string {
		if i, ok := column[name]; ok && i < len(row) {
			return strings.TrimSpace(row[i])
		}
		return ""
	}
	schema := cell("schema")
	kind, ok := kinds[strings.ToLower(schema)]
	if schema == "" {
		if kind, ok = kinds[strings.ToLower(cell("type"))]; !ok {
			return parsed{number: line, err: fmt.Errorf("unknown type %q: person, organization, place or other", cell("type"))}
		}
	}
	p := parsed{number: line, raw: raw{id: cell("id"), name: cell("name"), kind: kind, wikidata: cell("wikidata"), notes: cell("notes"), passed: !ok}}
	for _, a := range strings.Split(cell("aliases"), ";") {
		if a = strings.TrimSpace(a); a != "" {
			p.aliases = append(p.aliases, a)
		}
	}
	return p
}
