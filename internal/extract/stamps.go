package extract

import (
	"slices"
	"strings"

	"stemma/internal/span"
)

// Words that stand beside a time of publication.
var (
	publishedLabels = wordSet(`published posted created first on at by date dated time issued released filed added online
		veröffentlicht am erschienen datum publié le publicado en el em pubblicato il gepubliceerd op опубликовано
		originally web edition print`)
	modifiedLabels = wordSet(`updated update modified edited revised last changed aktualisiert stand zuletzt geändert bearbeitet
		mis jour mise actualizado atualizado aggiornato bijgewerkt обновлено modifié`)
	stampWords = wordSet(`min mins minute minutes read reading uhr edt est gmt utc et pt pst pdt local hrs hours h m am pm
		ago and of the this article story was clock o`)
)

// A frame is the lines around a report in which its time and byline stand: those
// at the top down to its first paragraphs, and those behind its last.
type frame struct {
	lines    []line
	head     int // lines[:head] stand at the top
	tail     int // lines[tail:] at the end
	dayFirst bool
	latest   string // no report is younger than this day; "" unknown
}

// How many lines a frame has at most.
const (
	maxHead = 12
	maxTail = 8
)

// newFrame marks the frame of a final text with the given lines, whose title is
// title.
func newFrame(lines []line, title span.Span, dayFirst bool, latest string) frame {
	lines = slices.Clone(lines)
	for len(lines) > 0 && lines[0].Start < title.End {
		lines = lines[1:]
	}
	f := frame{lines: lines, tail: len(lines), dayFirst: dayFirst, latest: latest}
	for i := range lines {
		if i < maxHead || i >= len(lines)-maxTail {
			f.lines[i].prose = lines[i].prose && !f.isAbbreviated(i)
		}
	}
	for prose := 0; f.head < len(lines) && f.head < maxHead; f.head++ {
		if lines[f.head].prose {
			if prose++; prose > 1 {
				break
			}
		}
	}
	for f.tail > f.head && f.tail > len(lines)-maxTail && !lines[f.tail-1].prose {
		f.tail--
	}
	return f
}

// isAbbreviated reports whether a line states a time and only seems to be a
// sentence because it ends with an abbreviation's full stop: "Harbour Courier,
// Monday, March 4, 2024 6:30 p.m."
func (f frame) isAbbreviated(i int) bool {
	l := f.lines[i]
	if len(l.words) > 16 || len(l.words) == 0 || len(l.sentences) > 1 || len(l.words[len(l.words)-1]) > 3 {
		return false
	}
	days := findDates(l.text, f.dayFirst)
	return len(days) > 0 && isStampLine(l.text, days)
}

// stamps reads the times of publication and modification that the frame states;
// at is the index of the line of the first, -1 if there is none.
func (f frame) stamps() (published, modified Stamp, at int) {
	at = -1
	for i, l := range f.lines {
		if i >= f.head && i < f.tail {
			continue
		}
		for _, d := range f.stampsOf(i) {
			stamp := Stamp{d.String(), span.Span{Start: l.Start + d.Start, End: l.Start + d.End}}
			to := &published
			if f.saysModified(i, d) {
				to = &modified
			}
			if len(to.Time) < len(stamp.Time) && (to.Time == "" || strings.HasPrefix(stamp.Time, to.Time)) {
				*to = stamp
				if at < 0 {
					at = i
				}
			}
		}
	}
	return published, modified, at
}

// stampsOf gives the days in a line if it is one that states when the report
// appeared: nearly all its words belong to a day, a label or a byline. In a
// paragraph only the dateline does.
func (f frame) stampsOf(i int) []dated {
	l := f.lines[i]
	s := l.text
	if l.prose {
		d, ok := readDateline(l)
		if !ok {
			return nil
		}
		s = s[:d.End-l.Start]
	}
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	days := f.plausible(findDates(s, f.dayFirst))
	if len(days) == 0 || !l.prose && !isStampLine(s, days) {
		return nil
	}
	return days
}

// plausible drops days after the latest possible and turns one round that is
// possible only so.
func (f frame) plausible(days []dated) []dated {
	var kept []dated
	for _, d := range days {
		late := f.latest != "" && d.String()[:min(10, len(d.String()))] > f.latest
		if late && d.swapped {
			d.month, d.day = d.day, d.month
			late = d.String()[:10] > f.latest
		}
		if !late {
			kept = append(kept, d)
		}
	}
	return kept
}

// isStampLine reports whether the words of a line beside its days are labels,
// or few and written as names.
func isStampLine(s string, days []dated) bool {
	names := 0
	for _, w := range words(s) {
		switch {
		case within(w.Span, days), publishedLabels[w.fold], modifiedLabels[w.fold], stampWords[w.fold],
			weekdayNames[w.fold], isNumber(w.fold), zones[w.fold] != "":
		case w.capital:
			names++
		case names > 0 && connectors[w.fold]: // "El Faro del Sur"
		default:
			return false
		}
	}
	return names <= 6
}

func within(s span.Span, days []dated) bool {
	for _, d := range days {
		if d.Contains(s) {
			return true
		}
	}
	return false
}

// saysModified reports whether the label nearest before a day says that the
// report was changed then.
func (f frame) saysModified(i int, d dated) bool {
	before := fold(f.lines[i].text[:d.Start])
	if len(before) == 0 && i > 0 && len(f.lines[i-1].words) <= 3 {
		before = f.lines[i-1].words
	}
	for j := len(before) - 1; j >= 0; j-- {
		switch w := before[j]; {
		case w == "published" || w == "posted" || w == "publié" || w == "publicado" || w == "veröffentlicht":
			return false
		case modifiedLabels[w] && w != "last":
			return true
		}
	}
	return false
}
