package render

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// diffWords is the number of words up to which two wordings are compared; the
// time goes with the product of their lengths. Quotations are shorter.
const diffWords = 600

// compare sets the wording y against the fuller wording x: the runs, read
// together, hold the words of both, those only x has as removed and those only y
// has as added. Case and punctuation don't count. It is the classic longest
// common subsequence over words. like is the part of the shorter one's words that
// both have, 0 to 1; where it is 0, there are no runs.
func compare(x, y []word) (runs []run, like float64) {
	if len(x) == 0 || len(y) == 0 || len(x) > diffWords || len(y) > diffWords {
		return nil, 0
	}
	length := commonLengths(x, y)
	out := differ{}
	for _, s := range dissolve(steps(x, y, length), x, y) {
		for _, w := range x[s.x:s.toX] {
			if s.kind == removed {
				out.add(removed, w)
			}
		}
		for _, w := range y[s.y:s.toY] {
			if s.kind == plain {
				out.add(plain, w)
			} else {
				out.add(added, w)
			}
		}
	}
	return out.finish(), float64(length[0][0]) / float64(min(len(x), len(y)))
}

// A step is a stretch of both wordings, x[x:toX] and y[y:toY], that is either the
// same (plain) or changed (removed, and added in its place).
type step struct {
	kind           runKind
	x, toX, y, toY int
}

// steps walks through the table of common lengths; same and changed steps
// alternate.
func steps(x, y []word, length [][]int32) []step {
	var list []step
	for i, j := 0, 0; i < len(x) || j < len(y); {
		s := step{removed, i, i, j, j}
		for (i < len(x) || j < len(y)) && !(i < len(x) && j < len(y) && x[i].key == y[j].key) {
			if j == len(y) || i < len(x) && length[i+1][j] >= length[i][j+1] {
				i++
			} else {
				j++
			}
		}
		s.toX, s.toY = i, j
		if s.x < i || s.y < j {
			list = append(list, s)
		}
		s = step{plain, i, i, j, j}
		for i < len(x) && j < len(y) && x[i].key == y[j].key {
			i++
			j++
		}
		s.toX, s.toY = i, j
		if s.x < i {
			list = append(list, s)
		}
	}
	return list
}

// dissolve makes one change of two that have little in common between them: a
// stray "the" amid other words is no common text. Little is less than half of
// either change.
func dissolve(list []step, x, y []word) []step {
	size := func(s step) int { return max(letters(x[s.x:s.toX]), letters(y[s.y:s.toY])) }
	var out []step
	for i, s := range list {
		n := len(out)
		small := s.kind == plain && n > 0 && i+1 < len(list) && 2*size(s) < min(size(out[n-1]), size(list[i+1]))
		switch {
		case small:
			out[n-1].toX, out[n-1].toY = s.toX, s.toY
		case n > 0 && s.kind == removed && out[n-1].kind == removed:
			out[n-1].toX, out[n-1].toY = s.toX, s.toY
		default:
			out = append(out, s)
		}
	}
	return out
}

// letters is the length of words as they are compared.
func letters(list []word) int {
	n := 0
	for _, w := range list {
		n += len(w.key)
	}
	return n
}

// commonLengths gives at [i][j] the length of the longest common subsequence of
// x[i:] and y[j:].
func commonLengths(x, y []word) [][]int32 {
	rows := make([][]int32, len(x)+1)
	cells := make([]int32, (len(x)+1)*(len(y)+1))
	for i := range rows {
		rows[i] = cells[i*(len(y)+1) : (i+1)*(len(y)+1)]
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i].key == y[j].key {
				rows[i][j] = rows[i+1][j+1] + 1
			} else {
				rows[i][j] = max(rows[i+1][j], rows[i][j+1])
			}
		}
	}
	return rows
}

// A word is a piece of a wording with the key under which it is compared.
type word struct {
	text  string
	key   string
	space bool // a space stands before it
}

// words cuts a wording at its spaces, and scripts that are written without spaces
// at every character. Pieces that hold no letter or digit go with the word before.
func words(s string) []word {
	var list []word
	for _, f := range strings.Fields(s) {
		space := true
		for _, piece := range characters(f) {
			k := wordKey(piece)
			if k == "" && len(list) > 0 {
				last := &list[len(list)-1]
				if space {
					last.text += " "
				}
				last.text += piece
			} else {
				list = append(list, word{piece, k, space})
			}
			space = false
		}
	}
	return list
}

// firstWithoutSpaces is the first character of Thai, the first in Unicode's order
// of the scripts that are written without spaces.
const firstWithoutSpaces = '\u0e00'

// characters cuts f into runs of scripts with spaces and single characters of
// scripts without.
func characters(f string) []string {
	if strings.IndexFunc(f, func(r rune) bool { return r >= firstWithoutSpaces }) < 0 {
		return []string{f}
	}
	var list []string
	start := 0
	for i, r := range f {
		if r < firstWithoutSpaces || !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			continue
		}
		if i > start {
			list = append(list, f[start:i])
		}
		start = i + utf8.RuneLen(r)
		list = append(list, f[i:start])
	}
	if start < len(f) {
		list = append(list, f[start:])
	}
	return list
}

func wordKey(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r) })
	return strings.ToLower(strings.ReplaceAll(s, "’", "'"))
}

// A differ gathers words of one kind into runs. Removed and added words that
// alternate between two common ones come out as one removed and one added run.
type differ struct {
	runs       []run
	common     strings.Builder
	gone, come strings.Builder
}

func (d *differ) add(kind runKind, w word) {
	b := &d.common
	switch kind {
	case removed:
		d.flushCommon()
		b = &d.gone
	case added:
		d.flushCommon()
		b = &d.come
	default:
		d.flushChanges()
	}
	if w.space && (b.Len() > 0 || len(d.runs) > 0 || d.gone.Len() > 0 || d.come.Len() > 0) {
		b.WriteByte(' ')
	}
	b.WriteString(w.text)
}

func (d *differ) flushCommon()  { d.flush(plain, &d.common) }
func (d *differ) flushChanges() { d.flush(removed, &d.gone); d.flush(added, &d.come) }

func (d *differ) flush(kind runKind, b *strings.Builder) {
	s := b.String()
	b.Reset()
	if s == "" {
		return
	}
	// The space before a marked word is not part of what is marked.
	if rest, ok := strings.CutPrefix(s, " "); ok && kind != plain {
		d.runs = append(d.runs, run{plain, " "})
		s = rest
	}
	d.runs = append(d.runs, run{kind, s})
}

func (d *differ) finish() []run {
	d.flushCommon()
	d.flushChanges()
	return joinPlain(d.runs)
}

// joinPlain makes one run of plain runs that follow each other.
func joinPlain(runs []run) []run {
	var list []run
	for _, r := range runs {
		if n := len(list); n > 0 && r.Kind == plain && list[n-1].Kind == plain {
			list[n-1].Text += r.Text
		} else {
			list = append(list, r)
		}
	}
	return list
}

// elide puts a count in the place of removed words where they are many: what a
// shorter wording leaves out is only of interest by its length.
func elide(runs []run, most int) []run {
	for i, r := range runs {
		if n := len(strings.Fields(r.Text)); r.Kind == removed && n > most {
			runs[i] = run{elided, "− " + count(n, "word")}
		}
	}
	return runs
}
