package stemma

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"stemma/account"
	"stemma/internal/render"
)

// analyses takes the texts of sources apart.
func analyses(t testing.TB, o AnalyzeOptions, sources ...string) (texts []*account.Analysis, failed []account.Failure) {
	t.Helper()
	o.Failed = func(f account.Failure) { failed = append(failed, f) }
	err := Analyze(ctx, o, func(a *account.Analysis) error {
		texts = append(texts, a)
		return nil
	}, sources...)
	if err != nil {
		t.Fatal(err)
	}
	return texts, failed
}

// checkAnalysis holds an analysis to what is promised of each, and its CoNLL-U to
// what Universal Dependencies asks for and to the text.
func checkAnalysis(t testing.TB, a *account.Analysis) {
	t.Helper()
	last := 0
	for _, s := range a.Sentences {
		if s.Start < last || len(s.Tokens) == 0 || s.Start != s.Tokens[0].Start || s.End != s.Tokens[len(s.Tokens)-1].End {
			t.Fatalf("sentence %d-%d behind %d, with %d tokens", s.Start, s.End, last, len(s.Tokens))
		}
		for _, tok := range s.Tokens {
			if tok.Start < last || tok.End <= tok.Start || a.Text[tok.Start:tok.End] != tok.Text {
				t.Fatalf("token %+v behind %d", tok, last)
			}
			last = tok.End
		}
		for _, n := range s.Names {
			if a.Text[n.Start:n.End] != n.Text || n.First < 1 || n.Last < n.First ||
				s.Tokens[n.First-1].Start != n.Start || s.Tokens[n.Last-1].End != n.End {
				t.Fatalf("name %+v", n)
			}
		}
	}
	var b bytes.Buffer
	if err := render.NewCoNLLU(&b, Version()).Write(a); err != nil {
		t.Fatal(err)
	}
	text, err := readCoNLLU(b.String())
	if err != nil {
		t.Fatalf("%v in\n%s", err, b.String())
	}
	if len(a.Sentences) > 0 && text != a.Text {
		t.Fatalf("CoNLL-U gives the text\n%q, not\n%q", text, a.Text)
	}
}

// readCoNLLU validates CoNLL-U and returns the text that it holds: ids run from 1
// to n, exactly one word is the root, heads are words of the sentence, no word
// hangs on itself, and # text is what the forms and SpaceAfter give. In a sentence
// without a tree no word has a head.
func readCoNLLU(data string) (string, error) {
	if data != "" && !strings.HasSuffix(data, "\n\n") {
		return "", errors.New("the last sentence isn't ended by an empty line")
	}
	var text strings.Builder
	ids := map[string]bool{}
	for block := range strings.SplitSeq(strings.TrimSuffix(data, "\n\n"), "\n\n") {
		if block == "" {
			continue
		}
		s := conlluSentence{}
		for line := range strings.SplitSeq(block, "\n") {
			if err := s.add(line); err != nil {
				return "", fmt.Errorf("%q: %w", line, err)
			}
		}
		if err := s.check(); err != nil {
			return "", fmt.Errorf("sentence %s: %w", s.id, err)
		}
		if ids[s.id] || s.id == "" {
			return "", fmt.Errorf("sentence id %q is there twice", s.id)
		}
		ids[s.id] = true
		text.WriteString(s.original.String())
	}
	return text.String(), nil
}

type conlluSentence struct {
	id, text string
	heads    []int
	trees    int // words that have a head
	until    int // last word of the multiword token
	plain    strings.Builder
	original strings.Builder
}

func (s *conlluSentence) add(line string) error {
	if comment, ok := strings.CutPrefix(line, "# "); ok {
		name, value, _ := strings.Cut(comment, " = ")
		switch name {
		case "sent_id":
			s.id = value
		case "text":
			s.text = value
		}
		return nil
	}
	columns := strings.Split(line, "\t")
	if len(columns) != 10 || slices.Contains(columns, "") {
		return fmt.Errorf("%d columns, or an empty one", len(columns))
	}
	for i, c := range columns {
		if c != strings.TrimSpace(c) || strings.Contains(c, " ") && i != 1 && i != 2 && i != 9 {
			return errors.New("white space in a column")
		}
	}
	if first, last, ok := strings.Cut(columns[0], "-"); ok {
		if first != strconv.Itoa(len(s.heads)+1) {
			return errors.New("a multiword token that doesn't stand before its words")
		}
		s.until, _ = strconv.Atoi(last)
		s.form(columns[1], columns[9])
		return nil
	}
	if columns[0] != strconv.Itoa(len(s.heads)+1) {
		return errors.New("ids that don't run from 1")
	}
	head := -1
	if columns[6] != "_" {
		var err error
		if head, err = strconv.Atoi(columns[6]); err != nil {
			return err
		}
		if columns[3] == "_" || columns[7] == "_" || (head == 0) != (columns[7] == "root") {
			return errors.New("a head without tag or relation, or a root by halves")
		}
		s.trees++
	}
	s.heads = append(s.heads, head)
	if len(s.heads) > s.until {
		s.form(columns[1], columns[9])
	}
	return nil
}

// form adds a token to the texts.
func (s *conlluSentence) form(form, misc string) {
	values := map[string]string{}
	for field := range strings.SplitSeq(misc, "|") {
		name, value, _ := strings.Cut(field, "=")
		values[name] = value
	}
	space := " "
	if values["SpaceAfter"] == "No" {
		space = ""
	}
	s.plain.WriteString(form + space)
	s.original.WriteString(unescapeSpaces(values["SpacesBefore"]))
	if token, ok := values["SpacesInToken"]; ok {
		form = unescapeSpaces(token)
	}
	s.original.WriteString(form)
	if after, ok := values["SpacesAfter"]; ok {
		space = unescapeSpaces(after)
	}
	s.original.WriteString(space)
}

func unescapeSpaces(s string) string {
	var b strings.Builder
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		if r == '\\' {
			size = 2
			switch s[1] {
			case 'u':
				code, _ := strconv.ParseUint(s[2:6], 16, 32)
				r, size = rune(code), 6
			default:
				r = map[byte]rune{'s': ' ', 't': '\t', 'r': '\r', 'n': '\n', 'p': '|', '\\': '\\'}[s[1]]
			}
		}
		b.WriteRune(r)
		s = s[size:]
	}
	return b.String()
}

func (s *conlluSentence) check() error {
	if plain := strings.TrimSuffix(s.plain.String(), " "); plain != s.text {
		return fmt.Errorf("# text is %q; the tokens give %q", s.text, plain)
	}
	if s.trees != 0 && s.trees != len(s.heads) {
		return fmt.Errorf("%d words, but %d with heads", len(s.heads), s.trees)
	}
	roots := 0
	for i, head := range s.heads {
		if head == 0 {
			roots++
		}
		steps := 0
		for at := i + 1; s.trees > 0 && at != 0; at = s.heads[at-1] {
			if at < 1 || at > len(s.heads) {
				return fmt.Errorf("head %d of %d words", at, len(s.heads))
			}
			if steps++; steps > len(s.heads) {
				return fmt.Errorf("word %d hangs on itself", i+1)
			}
		}
	}
	if s.trees > 0 && roots != 1 {
		return fmt.Errorf("%d roots", roots)
	}
	return nil
}

// awkward are texts that have been trouble to somebody.
var awkward = []string{
	"Sergei Ryabkov told RTVI he can't rule it out. Don't worry, the ministers' talks don't end at 10am.",
	"  The ferry\tis\u00a0free.\r\n\r\nSo are  we .\n",
	"He said: “We|they won’t\\can't go.”\n\n\n* one\n* two",
	"\ufeffCannot. Gonna! It's John's and the Joneses'. I'm, you've, thats, im.",
	"\x00\x01 \x7f control\vcharacters\u2028and\u2029lines\u0085here\x1c",
	"zero\u200bwidth\u00adsoft\u2060joiner \u200b alone",
	"…", "'", "can't", "_ _ \t_ = |", "-1-2 3.1\t4",
	strings.Repeat("and so on ", 400) + ".",
	strings.Repeat("x", 5000),
	"Москва объявила об этом во вторник. Рябков сказал, что не исключает.",
	"これは日本語の文です。改行なし。",
	"لا نستبعد شيئا، قال المسؤول.",
}

func TestAnalyze(t *testing.T) {
	for _, text := range awkward {
		for _, lang := range []string{"", "en", "xx"} {
			texts, failed := analyses(t, AnalyzeOptions{Language: lang, Options: Options{Stdin: strings.NewReader(text)}}, "-")
			if len(texts)+len(failed) != 1 {
				t.Fatalf("%q: %d texts, %d failures", text, len(texts), len(failed))
			}
			for _, a := range texts {
				checkAnalysis(t, a)
				parsed := len(a.Sentences) > 0 && a.Sentences[0].Tokens[0].Tag != ""
				if lang == "en" && len(a.Sentences) > 0 != parsed || lang == "xx" && (parsed || len(a.Problems) == 0) {
					t.Errorf("%q as %q: parsed %v, problems %+v", text, lang, parsed, a.Problems)
				}
			}
		}
	}
}

// TestAnalyzeFolder: texts come in order, what can't be read is told where it
// stood, and it doesn't matter how often or on how many cores.
func TestAnalyzeFolder(t *testing.T) {
	t.Chdir(folder(t, reports))
	run := func() string {
		var b bytes.Buffer
		out := render.NewAnalysisJSON(&b)
		texts, failed := analyses(t, AnalyzeOptions{}, ".", "nowhere")
		for _, a := range texts {
			checkAnalysis(t, a)
			if err := out.Write(a); err != nil {
				t.Fatal(err)
			}
		}
		if err := out.End(failed, Version()); err != nil {
			t.Fatal(err)
		}
		if len(texts) != 5 || len(failed) != 3 {
			t.Errorf("%d texts and failures %+v", len(texts), failed)
		}
		return b.String()
	}
	first := run()
	for range 3 {
		if run() != first {
			t.Error("another run gives something else")
		}
	}
}

// TestAnalyzeEnds: an error of the caller ends it all and comes back.
func TestAnalyzeEnds(t *testing.T) {
	t.Chdir(folder(t, reports))
	enough := errors.New("enough")
	calls := 0
	err := Analyze(ctx, AnalyzeOptions{}, func(*account.Analysis) error { calls++; return enough }, ".", ".", ".")
	if !errors.Is(err, enough) || calls != 1 {
		t.Errorf("%v after %d calls", err, calls)
	}
}

func FuzzAnalyze(f *testing.F) {
	for _, text := range awkward {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, lang := range []string{"", "en"} {
			texts, _ := analyses(t, AnalyzeOptions{Language: lang, Options: Options{Stdin: bytes.NewReader(data)}}, "-")
			for _, a := range texts {
				checkAnalysis(t, a)
			}
		}
	})
}
