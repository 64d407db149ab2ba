package numerals

import (
	"testing"
)

func TestRead(t *testing.T) {
	for _, c := range []struct {
		in        string
		low, high float64
		read      string // what of in is the number
	}{
		{"100,000 people", 1e5, 1e5, "100,000"},
		{"2.5 million euros", 2.5e6, 2.5e6, "2.5 million"},
		{"1.234.567 votes", 1234567, 1234567, "1.234.567"},
		{"1.234,5 tonnes", 1234.5, 1234.5, "1.234,5"},
		{"2,5 tonnes", 2.5, 2.5, "2,5"},
		{"100.000 soldiers", 1e5, 1e5, "100.000"},
		{"12,34,567 rupees", 1234567, 1234567, "12,34,567"},
		{"40bn dollars", 4e10, 4e10, "40bn"},
		{"10k followers", 1e4, 1e4, "10k"},
		{"13th floor", 13, 13, "13th"},
		{"3½ hours", 3.5, 3.5, "3½"},
		{"two and a half years", 2.5, 2.5, "two and a half"},
		{"two-and-a-half-year wait", 2.5, 2.5, "two-and-a-half"},
		{"a million and a half birds", 1.5e6, 1.5e6, "a million and a half"},
		{"one and three quarters", 1.75, 1.75, "one and three quarters"},
		{"two hundred and fifty thousand", 250000, 250000, "two hundred and fifty thousand"},
		{"one million two hundred thousand and five", 1200005, 1200005, "one million two hundred thousand and five"},
		{"ten lakh crore", 1e13, 1e13, "ten lakh crore"},
		{"twenty-five ships", 25, 25, "twenty-five"},
		{"twenty-fifth ship", 25, 25, "twenty-fifth"},
		{"a hundred and twenty", 120, 120, "a hundred and twenty"},
		{"a dozen eggs", 12, 12, "a dozen"},
		{"half a million", 5e5, 5e5, "half a million"},
		{"half of them", 0.5, 0.5, "half"},
		{"two thirds of", 2.0 / 3, 2.0 / 3, "two thirds"},
		{"a third of", 1.0 / 3, 1.0 / 3, "a third"},
		{"tens of thousands of troops", 10000, 99999, "tens of thousands"},
		{"hundreds of millions", 1e8, 1e9 - 1, "hundreds of millions"},
		{"hundreds of people", 100, 999, "hundreds"},
		{"dozens of people", 24, 99, "dozens"},
		{"several hundred people", 300, 999, "several hundred"},
		{"a few thousand", 2000, 5999, "a few thousand"},
		{"five six seven", 5, 5, "five"},
		{"four and five", 4, 4, "four"},
		{"hundred", 0, 0, ""},
		{"the", 0, 0, ""},
		{"1.2.3", 0, 0, ""},
	} {
		tokens := Scan(c.in)
		n, ok := Read(tokens, 0)
		read := ""
		if ok {
			read = c.in[tokens[n.First].Start:tokens[n.Last-1].End]
		}
		if n.Low != c.low || n.High != c.high || read != c.read {
			if !ok && c.read == "" {
				continue
			}
			t.Errorf("%q: [%v, %v] from %q, want [%v, %v] from %q", c.in, n.Low, n.High, read, c.low, c.high, c.read)
		}
	}
}
