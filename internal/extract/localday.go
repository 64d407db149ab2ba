package extract

import (
	"strings"
	"time"
)

// pageDate settles when a page's report was published. stated is what the markup
// says, shown the day that stands beside the title, others what else the markup
// states as times; each may be empty. search looks all over the page and is asked
// only where nothing else is known.
//
// The markup is the most precise and usually right about the moment, but content
// systems write it in UTC, so that an evening in America becomes the next day. The
// address and the shown day are the outlet's own: they settle the zone, and where
// no zone explains the difference the address wins, since it was fixed at
// publication, unless what is shown agrees with the markup.
func pageDate(stated, shown, address string, others []string, search func() string) string {
	own := dateInPath(address)
	if stated == "" {
		switch {
		case own != "" && own != day(shown):
			return own
		case shown != "":
			return shown
		}
		return search()
	}
	stated = inOwnZone(stated, append(others, shown))
	if own == "" {
		return or(shiftTo(stated, day(shown)), stated)
	}
	if shifted := shiftTo(stated, own); shifted != "" || day(shown) == day(stated) {
		return or(shifted, stated)
	}
	return own
}

// shiftTo gives a moment in the nearest zone in which it falls on the wanted day,
// "" if there is none or no day is wanted. The moment stays the same. Only times in UTC are shifted:
// who writes another zone means it.
func shiftTo(stated, want string) string {
	switch want {
	case "":
		return ""
	case day(stated):
		return stated
	}
	t, err := time.Parse(time.RFC3339, withSeconds(stated))
	if _, offset := t.Zone(); err != nil || offset != 0 {
		return ""
	}
	hours := 24 - t.Hour()
	if want < day(stated) {
		hours = -t.Hour() - 1
	}
	local := t.In(time.FixedZone("", hours*3600))
	if hours < -12 || hours > 14 || local.Format(time.DateOnly) != want {
		return ""
	}
	return formatTime(local, true)
}

// inOwnZone gives a time that is stated in UTC in the zone in which the page
// states the same moment elsewhere: with that zone, or on the same minute some
// whole hours off.
func inOwnZone(stated string, others []string) string {
	t, err := time.Parse(time.RFC3339, withSeconds(stated))
	if err != nil || !strings.HasSuffix(stated, "Z") {
		return stated
	}
	for _, o := range others {
		if u, err := time.Parse(time.RFC3339, withSeconds(o)); err == nil {
			if u.Equal(t) && !strings.HasSuffix(o, "Z") {
				return o
			}
			continue
		}
		u, err := time.Parse("2006-01-02T15:04:05", withSeconds(o))
		gap := u.Sub(t.Truncate(time.Minute)).Truncate(time.Minute)
		if err == nil && gap != 0 && gap%time.Hour == 0 && gap >= -12*time.Hour && gap <= 14*time.Hour && t.Minute() != 0 {
			return formatTime(t.In(time.FixedZone("", int(gap/time.Second))), true)
		}
	}
	return stated
}

// withSeconds adds ":00" to a time to the minute.
func withSeconds(s string) string {
	if len(s) >= 16 && (len(s) == 16 || s[16] != ':') {
		return s[:16] + ":00" + s[16:]
	}
	return s
}
