package entities

import (
	"sort"
	"strings"

	"stemma/account"
	"stemma/internal/names"
)

// roles gathers the roles of an entity under one spelling each.
type roles struct {
	byKey map[string]*account.Role
	texts map[string]map[string]int
}

func newRoles() *roles {
	return &roles{map[string]*account.Role{}, map[string]map[string]int{}}
}

func (r *roles) add(s account.Span) {
	key := roleKey(s.Text)
	role := r.byKey[key]
	if role == nil {
		role = &account.Role{}
		r.byKey[key] = role
		r.texts[key] = map[string]int{}
	}
	r.texts[key][s.Text]++
	role.Spans = append(role.Spans, s)
	if n := len(role.Articles); n == 0 || role.Articles[n-1] != s.Article {
		role.Articles = append(role.Articles, s.Article)
	}
}

// list returns the roles that most articles give first. Each has the spelling
// that stands most often.
func (r *roles) list() []account.Role {
	all := make([]account.Role, 0, len(r.byKey))
	for key, role := range r.byKey {
		best := ""
		for text, n := range r.texts[key] {
			if m := r.texts[key][best]; n > m || n == m && text < best {
				best = text
			}
		}
		role.Text = best
		all = append(all, *role)
	}
	sort.Slice(all, func(i, j int) bool {
		a, b := all[i], all[j]
		if len(a.Articles) != len(b.Articles) {
			return len(a.Articles) > len(b.Articles)
		}
		if len(a.Spans) != len(b.Spans) {
			return len(a.Spans) > len(b.Spans)
		}
		return a.Text < b.Text
	})
	return all
}

// roleKey folds a role: small letters, singular, British and American spelling
// alike.
func roleKey(text string) string {
	words := strings.Fields(names.Fold(text))
	for i, w := range words {
		switch {
		case w == "defence":
			words[i] = "defense"
		case w == "labour":
			words[i] = "labor"
		case i == len(words)-1 && len(w) > 4 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
			words[i] = w[:len(w)-1]
		}
	}
	return strings.Join(words, " ")
}
