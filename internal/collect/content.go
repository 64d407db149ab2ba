package collect

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
)

const (
	// sniffed is how much of a file is looked at to tell what it holds.
	sniffed = 4 << 10
	// News compresses to a fifth, markup to a twentieth. A file that grows by
	// more than maxRatio over its first ratioFrom bytes is a bomb.
	maxRatio  = 200
	ratioFrom = 16 << 20
	// maxLayers of compression are taken off.
	maxLayers = 2
)

var errBomb = errors.New("a decompression bomb: it grows more than 200-fold")

// content is a file's bytes, decompressed.
type content struct {
	*bufio.Reader
	close []func()
}

func (c *content) Close() {
	for _, f := range c.close {
		f()
	}
}

// open takes the compression off a stream, whatever its name says.
func open(r io.Reader) (*content, error) {
	c := &content{Reader: bufio.NewReaderSize(r, 64<<10)}
	for range maxLayers {
		head, err := c.Peek(4)
		if err != nil && err != io.EOF {
			return nil, err
		}
		packed := &counter{r: c.Reader}
		switch {
		case bytes.HasPrefix(head, []byte{0x1f, 0x8b}):
			z, err := gzip.NewReader(packed)
			if err != nil {
				return nil, fmt.Errorf("damaged gzip: %w", err)
			}
			c.Reader = bufio.NewReaderSize(&guard{r: z, packed: packed, kind: "gzip"}, 64<<10)
		case bytes.HasPrefix(head, []byte{0x28, 0xb5, 0x2f, 0xfd}):
			z, err := zstd.NewReader(packed, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(128<<20))
			if err != nil {
				return nil, fmt.Errorf("damaged zstd: %w", err)
			}
			c.close = append(c.close, z.Close)
			c.Reader = bufio.NewReaderSize(&guard{r: z, packed: packed, kind: "zstd"}, 64<<10)
		default:
			return c, nil
		}
	}
	return c, nil
}

// A counter counts the bytes read through it.
type counter struct {
	r *bufio.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// ReadByte keeps the decompressors from putting a buffer of their own before
// the counter, which would count what they haven't used yet.
func (c *counter) ReadByte() (byte, error) {
	b, err := c.r.ReadByte()
	if err == nil {
		c.n++
	}
	return b, err
}

// A guard stops a stream that grows out of proportion to what it was read from.
type guard struct {
	r      io.Reader
	packed *counter
	kind   string
	n      int64
}

func (g *guard) Read(p []byte) (int, error) {
	n, err := g.r.Read(p)
	g.n += int64(n)
	if g.n > ratioFrom && g.n/maxRatio > g.packed.n {
		return 0, errBomb
	}
	if err != nil && err != io.EOF {
		err = fmt.Errorf("damaged %s: %w", g.kind, err)
	}
	return n, err
}

// documents finds out what the content holds and reads it so.
func (c *content) documents(path string) (reader, error) {
	head, err := c.Peek(sniffed)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if len(bytes.TrimSpace(trimBOM(head))) == 0 && len(head) < sniffed {
		return nil, errors.New("an empty file")
	}
	if format := binaryFormat(head); format != "" {
		return nil, fmt.Errorf("%s, which holds no text that can be read", format)
	}
	name := strings.ToLower(filepath.Base(path))
	name = strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".zst")
	switch ext := filepath.Ext(name); {
	case startsWith(head, '['):
		if ext == ".json" || looksLikeArray(head) {
			return newElements(c.Reader), nil
		}
	case ext == ".jsonl" || ext == ".ndjson":
		return &linesReader{r: c.Reader}, nil
	case startsWith(head, '{'):
		if ext != ".json" && manyObjects(head) {
			return &linesReader{r: c.Reader}, nil
		}
		if ext == ".json" || looksLikeObject(head) {
			return &whole{r: c.Reader, kind: JSON, many: manyObjects(head)}, nil
		}
	case looksLikeHTML(head, ext):
		return &whole{r: c.Reader, kind: HTML}, nil
	}
	return &whole{r: c.Reader, kind: PlainText}, nil
}

func trimBOM(b []byte) []byte { return bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")) }

func startsWith(head []byte, c byte) bool {
	head = bytes.TrimLeft(trimBOM(head), " \t\r\n")
	return len(head) > 0 && head[0] == c
}

// looksLikeObject tells a JSON object from prose that opens with a brace.
func looksLikeObject(head []byte) bool {
	rest := bytes.TrimLeft(bytes.TrimLeft(trimBOM(head), " \t\r\n")[1:], " \t\r\n")
	return len(rest) > 0 && (rest[0] == '"' || rest[0] == '}')
}

// looksLikeArray tells a JSON array of objects from prose in brackets.
func looksLikeArray(head []byte) bool {
	rest := bytes.TrimLeft(bytes.TrimLeft(trimBOM(head), " \t\r\n")[1:], " \t\r\n")
	return len(rest) > 0 && (rest[0] == '{' || rest[0] == ']')
}

// manyObjects reports whether the first line is an object by itself, as far as
// can be seen: it ends in a brace, and the next line begins with one or there is
// none; or it is longer than what was looked at.
func manyObjects(head []byte) bool {
	head = bytes.TrimLeft(trimBOM(head), " \t\r\n")
	first, rest, found := bytes.Cut(head, []byte("\n"))
	if !found {
		return false
	}
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return bytes.HasSuffix(bytes.TrimRight(first, " \t\r"), []byte("}")) && len(rest) > 0 && rest[0] == '{'
}

func looksLikeHTML(head []byte, ext string) bool {
	text := bytes.ToLower(bytes.TrimLeft(trimBOM(head), " \t\r\n"))
	for _, opening := range []string{"<!doctype html", "<html", "<head", "<body"} {
		if bytes.HasPrefix(text, []byte(opening)) {
			return true
		}
	}
	markup := bytes.HasPrefix(text, []byte("<"))
	if ext == ".html" || ext == ".htm" || ext == ".xhtml" {
		return markup || bytes.Contains(text, []byte("<p")) || bytes.Contains(text, []byte("<div")) || bytes.Contains(text, []byte("<html"))
	}
	return markup && (bytes.Contains(text, []byte("<html")) || bytes.Contains(text, []byte("<!doctype html")))
}

// magic are the first bytes of the formats that people have beside text.
var magic = []struct{ bytes, name string }{
	{"%PDF-", "a PDF"}, {"\x89PNG", "a PNG picture"}, {"\xff\xd8\xff", "a JPEG picture"},
	{"GIF8", "a GIF picture"}, {"PK\x03\x04", "a ZIP archive or office document"},
	{"\x7fELF", "a program"}, {"MZ\x90", "a program"}, {"\xd0\xcf\x11\xe0", "an old office document"},
	{"BZh", "a bzip2 archive"}, {"\xfd7zXZ", "an xz archive"}, {"7z\xbc\xaf", "a 7z archive"},
	{"SQLite format 3", "an SQLite database"}, {"\x1f\x8b", "gzip within gzip"},
}

// binaryFormat names what the content is if it isn't text: by its first bytes,
// or by control characters that no text has. UTF-16 and UTF-32, with a byte
// order mark or with every other byte zero, are text.
func binaryFormat(head []byte) string {
	for _, m := range magic {
		if bytes.HasPrefix(head, []byte(m.bytes)) {
			return m.name
		}
	}
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		return ""
	}
	control, zeroEven, zeroOdd := 0, 0, 0
	for i, b := range head {
		switch {
		case b == 0 && i%2 == 0:
			zeroEven++
		case b == 0:
			zeroOdd++
		case b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1b && b != 0x1a && b != 0x08:
			control++
		}
	}
	half := len(head) / 2
	if control == 0 && half > 0 && (zeroEven > half*4/5 && zeroOdd == 0 || zeroOdd > half*4/5 && zeroEven == 0) {
		return ""
	}
	if zeroEven+zeroOdd > 0 && !utf8.Valid(head) || (control+zeroEven+zeroOdd)*50 > len(head) {
		return "a binary file"
	}
	return ""
}
