package account

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
)

// Schema returns the JSON Schema (2020-12) of [Account], as docs/account.schema.json
// has it. It is made from the types, so it can't say otherwise than they do: a
// field without omitempty is required, a pointer without it may be null, and the
// words that a field may hold are those of the constants. It doesn't forbid
// fields it doesn't know: fields are added under the same format.
func Schema() []byte {
	defs := schema{}
	root := schema{
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"title":   Format,
		"$ref":    defs.of(reflect.TypeFor[Account]())["$ref"],
		"$defs":   defs,
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(root); err != nil {
		panic(err) // cannot happen: maps of strings, lists and maps
	}
	return b.Bytes()
}

// schema is a JSON object; maps are written with their keys sorted.
type schema map[string]any

// words are the values that fields may have which are not free text.
var words = map[string][]string{
	"Account.Format":  {Format},
	"Published.Basis": {Stated, Inferred},
	"Credit.Kind":     {CreditSource, CreditAgency, CreditAuthor, CreditDateline, CreditCites},
	"Time.Type":       {"DATE", "TIME", "DURATION", "SET"},
	"Entity.Type":     {Person, Organization, Place, Other},
	"Variant.Form":    {Direct, Indirect, Mixed},
	"Drift.Kind":      {"negation", "number", "modal", "name"},
	"Claim.Relation":  {Agree, Differ, Update, Single},
	"Claim.Aspect":    {AspectQuantity, AspectTime, AspectPlace, AspectParticipant, AspectRole, AspectPolarity, AspectDescription},
	"Claim.Contrast":  {Conflict, Precision},
	"Origin.Kind":     {OriginSpeaker, OriginAgency, OriginOutlet, OriginDocument, OriginOwn},
	"Edge.Kind":       {EdgeCopies, EdgeShares, EdgeTranslates, EdgeCites, EdgeCredits},
}

// of returns the schema of a type. A struct is defined once, under its name, and
// referred to.
func (defs schema) of(t reflect.Type) schema {
	switch t.Kind() {
	case reflect.Pointer:
		return defs.of(t.Elem())
	case reflect.Slice:
		return schema{"type": "array", "items": defs.of(t.Elem())}
	case reflect.Map:
		return schema{"type": "object", "additionalProperties": defs.of(t.Elem())}
	case reflect.String:
		return schema{"type": "string"}
	case reflect.Int:
		return schema{"type": "integer"}
	case reflect.Float64:
		return schema{"type": "number"}
	case reflect.Bool:
		return schema{"type": "boolean"}
	case reflect.Struct:
		if _, done := defs[t.Name()]; !done {
			defs[t.Name()] = nil // ends the recursion of a type that holds itself
			defs[t.Name()] = defs.object(t)
		}
		return schema{"$ref": "#/$defs/" + t.Name()}
	}
	panic("account: no schema for " + t.String()) // cannot happen: a test makes it for all types
}

// object returns the schema of a struct. Embedded structs give their fields to
// the one they stand in, as encoding/json has it.
func (defs schema) object(t reflect.Type) schema {
	properties := schema{}
	required := []string{}
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous || name == "" || name == "-" {
			continue
		}
		property := defs.of(f.Type)
		optional := options == "omitempty"
		if f.Type.Kind() == reflect.Pointer && !optional {
			property["type"] = []any{property["type"], "null"}
		}
		if f.Type.Kind() == reflect.Int {
			property["minimum"] = 0
		}
		if allowed := words[t.Name()+"."+f.Name]; allowed != nil {
			property["enum"] = allowed
		}
		properties[name] = property
		if !optional {
			required = append(required, name)
		}
	}
	return schema{"type": "object", "properties": properties, "required": required}
}
