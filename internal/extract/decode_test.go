package extract

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/unicode"

	"stemma/internal/collect"
)

func TestDecode(t *testing.T) {
	russian := "Плотина на озере Орун прорвалась в понедельник, сообщили власти. Три деревни оказались под водой."
	japan := "オルン湖のダムが月曜日に決壊したと当局が発表した。三つの村が水没した。"
	for _, c := range []struct {
		name, text, hint string
		enc              encoding.Encoding
	}{
		{"utf-8 with a mark", russian, "", unicode.UTF8BOM},
		{"utf-16 with a mark", russian, "", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"utf-16 without", "The dam at Lake Orun gave way on Monday", "", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
		{"windows-1251, declared", russian, "windows-1251", charmap.Windows1251},
		{"windows-1251, not declared", strings.Repeat(russian, 4), "", charmap.Windows1251},
		{"koi8-r, declared as utf-8", strings.Repeat(russian, 4), "utf-8", charmap.KOI8R},
		{"shift_jis, not declared", japan, "", japanese.ShiftJIS},
		{"iso-2022-jp, declared", japan, "iso-2022-jp", japanese.ISO2022JP},
		{"euc-kr, declared", "오룬 호수의 댐이 월요일에 무너졌다고 당국이 밝혔다.", "euc-kr", korean.EUCKR},
		{"windows-1252, not declared", "Le pont de Sérac a été fermé « par précaution », a déclaré la mairie.", "", charmap.Windows1252},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, err := c.enc.NewEncoder().Bytes([]byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			got, note, err := decode(b, c.hint)
			if err != nil || note != "" || got != c.text {
				t.Errorf("got %.60q, note %q, error %v", got, note, err)
			}
		})
	}
}

func TestDamagedTextIsNoted(t *testing.T) {
	a, err := Extract(plain("Café at Lake Orun burns\n\nThe café at Lake Orun burned down on Monday \xff\xfe night, the fire brigade said, but nobody was hurt."))
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Problems) != 1 || !strings.Contains(a.Text, "Monday \uFFFD\uFFFD night") {
		t.Errorf("problems %v, text %q", a.Problems, a.Text)
	}
}

func TestNoText(t *testing.T) {
	for name, doc := range map[string]*collect.Document{
		"nothing":       plain(""),
		"blanks":        plain(" \n\u00a0\n\u200b"),
		"pdf":           plain("%PDF-1.7\n%\xe2\xe3"),
		"noise":         plain(strings.Repeat("\x00\x01\xff\xfe\x93", 100)),
		"empty page":    {Kind: collect.HTML, Bytes: []byte("<html><body></body></html>")},
		"no object":     {Kind: collect.JSON, Bytes: []byte(`[1, 2]`)},
		"cut object":    {Kind: collect.JSON, Bytes: []byte(`{"title": "a`)},
		"empty record":  {Kind: collect.JSON, Bytes: []byte(`{"title": "a", "text": null}`)},
		"html of blank": {Kind: collect.JSON, Bytes: []byte(`{"html": "<p> </p>"}`)},
	} {
		if a, err := Extract(doc); err == nil {
			t.Errorf("%s: got an article: %q", name, a.Text)
		}
	}
}

func TestNormalise(t *testing.T) {
	got := normalise("\ufeffA\u00a0b\u200bc\r\n\r\n\r\n\r\nd\x00 \t e \u2028f\u00ad\n")
	if want := "A bc\n\nd e\nf"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
