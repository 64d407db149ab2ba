package language

import (
	"embed"
	"sort"
	"strings"
	"sync"

	"stemma/internal/language/model"
)

// The models are embedded, one file a language: models/en.model. docs/models.md
// says what they were trained on. A model is read when it is first needed.
//
//go:embed models/*.model
var modelFiles embed.FS

// A loaded model is read once.
type loaded struct {
	once  sync.Once
	model *model.Model
	err   error
}

var models = func() map[string]*loaded {
	m := map[string]*loaded{}
	entries, _ := modelFiles.ReadDir("models")
	for _, e := range entries {
		m[strings.TrimSuffix(e.Name(), ".model")] = new(loaded)
	}
	return m
}()

// read reads the model of a language, nil where there is none.
func read(lang string) *loaded {
	l := models[lang]
	if l == nil {
		return nil
	}
	l.once.Do(func() {
		name := "models/" + lang + ".model"
		data, err := modelFiles.ReadFile(name)
		if err != nil {
			l.err = err
			return
		}
		l.model, l.err = model.Read(name, data)
	})
	return l
}

// load returns the model of a language, nil where there is none or it is damaged.
func load(lang string) *model.Model {
	lang, _, _ = strings.Cut(lang, "-")
	if l := read(lang); l != nil {
		return l.model
	}
	return nil
}

// Models tells of each language with a model the checksum of its file:
// "en": "sha256:…". A damaged one isn't used and isn't listed.
func Models() map[string]string {
	sums := map[string]string{}
	for lang := range models {
		if l := read(lang); l.err == nil {
			sums[lang] = "sha256:" + l.model.Checksum()
		}
	}
	return sums
}

// Check reports the first model, by language, that is damaged: its name and the
// checksum it has. The program should stop then; Analyze goes on without it.
func Check() error {
	var langs []string
	for lang := range models {
		langs = append(langs, lang)
	}
	sort.Strings(langs)
	for _, lang := range langs {
		if l := read(lang); l.err != nil {
			return l.err
		}
	}
	return nil
}
