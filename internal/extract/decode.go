package extract

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// decode makes valid UTF-8 of a document's bytes. What names the encoding is
// asked in this order: a byte order mark; the bytes themselves, where they are
// valid UTF-8; the transport's hint and the page's own <meta>; the bytes'
// statistics. The note, if any, says what was lost on the way.
func decode(b []byte, hint string) (text, note string, err error) {
	if kind := binaryKind(b); kind != "" {
		return "", "", fmt.Errorf("this is %s, not text", kind)
	}
	if enc := marked(b); enc != nil {
		return transcode(b, enc)
	}
	if utf8.Valid(b) && !bytes.Contains(b, []byte("\x1b$")) { // ESC $ opens ISO-2022-JP
		return string(b), "", nil
	}
	if bytes.IndexByte(b, 0) >= 0 && bytes.Count(b, []byte{0}) > len(b)/100 {
		return "", "", errors.New("this looks like binary data, not text")
	}
	return transcode(b, guess(b, hint))
}

// binaryKind names the kind of file that is surely no text, by its first bytes.
func binaryKind(b []byte) string {
	for _, k := range [...]struct{ magic, name string }{
		{"%PDF-", "a PDF file"},
		{"PK\x03\x04", "a ZIP archive or an office document"},
		{"\x1f\x8b", "a gzip file"},
		{"\x89PNG", "a PNG image"},
		{"\xff\xd8\xff", "a JPEG image"},
		{"GIF8", "a GIF image"},
		{"\x7fELF", "a program"},
		{"\xd0\xcf\x11\xe0", "an old office document"},
		{"OggS", "an audio file"},
		{"ID3", "an audio file"},
		{"Rar!", "a RAR archive"},
		{"7z\xbc\xaf", "a 7z archive"},
		{"SQLite format 3\x00", "a database"},
	} {
		if bytes.HasPrefix(b, []byte(k.magic)) {
			return k.name
		}
	}
	return ""
}

// marked returns the encoding that a byte order mark names, or that the pattern
// of zero bytes in UTF-16 without a mark gives away, or nil.
func marked(b []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(b, []byte("\xef\xbb\xbf")):
		return unicode.UTF8BOM
	case bytes.HasPrefix(b, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(b, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	}
	head := b[:min(len(b), 1024)&^1]
	var zeros [2]int
	for i, c := range head {
		if c == 0 {
			zeros[i&1]++
		}
	}
	switch half := len(head) / 2; {
	case half < 8:
		return nil
	case zeros[1] > half*2/3 && zeros[0] == 0:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case zeros[0] > half*2/3 && zeros[1] == 0:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// guess chooses the encoding of bytes that are not valid UTF-8. What is declared
// counts, unless it is UTF-8 and can't be true.
func guess(b []byte, hint string) encoding.Encoding {
	contentType := ""
	if hint != "" {
		contentType = "text/html; charset=" + strings.TrimSpace(hint)
	}
	declared, name, certain := charset.DetermineEncoding(b[:min(len(b), 1024)], contentType)
	if certain && name != "utf-8" {
		return declared
	}
	if mostlyUTF8(b) {
		return unicode.UTF8
	}
	sample := b[:min(len(b), 1<<16)]
	if best, err := chardet.NewTextDetector().DetectBest(sample); err == nil && best.Confidence >= 20 {
		if enc, canonical := charset.Lookup(best.Charset); enc != nil && canonical != "utf-8" {
			return enc
		}
	}
	windows1252, _ := charset.Lookup("windows-1252")
	return windows1252
}

// mostlyUTF8 reports whether most of the bytes beyond ASCII form valid UTF-8: a
// damaged or cut text rather than another encoding, whose bytes hardly ever do.
func mostlyUTF8(b []byte) bool {
	var good, bad int
	for len(b) > 0 {
		if b[0] < utf8.RuneSelf {
			b = b[1:]
			continue
		}
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		b = b[size:]
	}
	return good > 0 && good >= bad
}

// transcode decodes b and notes how many characters could not be read.
func transcode(b []byte, enc encoding.Encoding) (text, note string, err error) {
	decoded, err := enc.NewDecoder().Bytes(b)
	if err != nil {
		return "", "", fmt.Errorf("the text could not be decoded: %w", err)
	}
	text = strings.ToValidUTF8(string(decoded), "\uFFFD")
	if n := strings.Count(text, "\uFFFD") - bytes.Count(b, []byte("\uFFFD")); n > 0 {
		note = fmt.Sprintf("%d characters could not be decoded and stand as \uFFFD", n)
	}
	return text, note, nil
}
