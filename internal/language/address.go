package language

import "strings"

// address finds the web or mail address in a chunk: the length of the marks
// before it and its own. It is 0, 0 where the chunk doesn't begin with one.
func address(chunk string) (lead, n int) {
	for lead < len(chunk) && strings.IndexByte("<([{\"'", chunk[lead]) >= 0 {
		lead++
	}
	s := chunk[lead:]
	if !strings.Contains(s, "://") && !hasPrefixFold(s, "www.") && !hasPrefixFold(s, "mailto:") && !mail(s) {
		return 0, 0
	}
	if i := strings.Index(s, "://"); i >= 0 {
		for j := range i {
			if !isLower(s[j]) && !isUpper(s[j]) {
				return 0, 0
			}
		}
	}
	end := len(s)
	if i := strings.IndexAny(s, "<>\"“”"); i >= 0 {
		end = i
	}
	for end > 0 && strings.IndexByte(".,;:!?)]}'*", s[end-1]) >= 0 {
		if s[end-1] == ')' && strings.IndexByte(s[:end], '(') >= 0 {
			break
		}
		end--
	}
	if strings.HasSuffix(s[:end], "’") {
		end -= len("’")
	}
	if end == 0 {
		return 0, 0
	}
	return lead, end
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// mail reports whether s begins like name@host.tld.
func mail(s string) bool {
	at := strings.IndexByte(s, '@')
	if at < 1 || at+3 >= len(s) {
		return false
	}
	for i := range at {
		c := s[i]
		if !isLower(c) && !isUpper(c) && !isDigit(c) && strings.IndexByte("._%+-", c) < 0 {
			return false
		}
	}
	dot := strings.IndexByte(s[at:], '.')
	return dot > 1 && at+dot+1 < len(s) && (isLower(s[at+dot+1]) || isUpper(s[at+dot+1]))
}

// smiley reports whether a chunk is an emoticon.
func smiley(s string) bool {
	if len(s) < 2 || len(s) > 4 || strings.IndexByte(":;=8", s[0]) < 0 {
		return false
	}
	i := 1
	if s[i] == '-' || s[i] == '\'' {
		i++
	}
	return i == len(s)-1 && strings.IndexByte(")(DPp/|*]3", s[i]) >= 0 && !(isDigit(s[0]) && s[i] == '3')
}
