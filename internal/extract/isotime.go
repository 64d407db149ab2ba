package extract

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// isoTime brings a time as markup and records write it into the account's form:
// ISO 8601 to the minute or second, with the zone if it is given. "" if it can't
// be read.
func isoTime(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	if len(s) == 7 || len(s) == 4 {
		if _, err := time.Parse("2006-01"[:len(s)], s); err == nil {
			return s
		}
	}
	if t, err := time.Parse(time.RFC3339Nano, s); err == nil && sensibleYear(t.Year()) {
		return formatTime(t, true)
	}
	if len(s) == 10 || len(s) == 13 {
		if n, err := strconv.ParseInt(s, 10, 64); err == nil { // seconds or milliseconds since 1970
			if len(s) == 13 {
				n /= 1000
			}
			return formatTime(time.Unix(n, 0).UTC(), true)
		}
	}
	days := findDates(s, false)
	if len(days) == 0 {
		return compactDay(s)
	}
	return days[0].String()
}

func sensibleYear(y int) bool { return y >= 1900 && y <= 2100 }

func formatTime(t time.Time, zone bool) string {
	layout := "2006-01-02T15:04"
	if t.Second() != 0 {
		layout += ":05"
	}
	if zone {
		layout += "Z07:00"
	}
	return t.Format(layout)
}

// compactDay reads 20220113.
func compactDay(s string) string {
	if len(s) < 8 {
		return ""
	}
	t, err := time.Parse("20060102", s[:8])
	if err != nil || !sensibleYear(t.Year()) {
		return ""
	}
	return t.Format(time.DateOnly)
}

// dateInPath reads the day in an address or a file's name: /2022/01/13/,
// 2022-01-13, 20220113; or "".
func dateInPath(p string) string {
	parts := strings.FieldsFunc(p, func(r rune) bool { return r < '0' || r > '9' })
	for i, part := range parts {
		switch len(part) {
		case 8:
			if d := compactDay(part); d != "" && d[:2] == "20" {
				return d
			}
		case 4:
			if i+2 >= len(parts) || len(parts[i+1]) > 2 || len(parts[i+2]) > 2 {
				continue
			}
			y, _ := strconv.Atoi(part)
			m, _ := strconv.Atoi(parts[i+1])
			d, _ := strconv.Atoi(parts[i+2])
			sequence := strings.Contains(p, parts[i]+"/"+parts[i+1]+"/"+parts[i+2]) ||
				strings.Contains(p, parts[i]+"-"+parts[i+1]+"-"+parts[i+2]) || strings.Contains(p, parts[i]+"_"+parts[i+1]+"_"+parts[i+2])
			if sequence && y >= 1990 && y <= 2100 && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m) {
				return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
			}
		}
	}
	return ""
}
