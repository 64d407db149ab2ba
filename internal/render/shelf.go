package render

import "stemma/account"

// A shelf is the articles of an account, by id and in their order, which is that
// of time.
type shelf struct {
	byID  map[string]*account.Article
	place map[string]int
}

// newShelf indexes the articles of acc; of two with the same id the first counts.
func newShelf(acc *account.Account) shelf {
	s := shelf{make(map[string]*account.Article, len(acc.Articles)), make(map[string]int, len(acc.Articles))}
	for i, a := range acc.Articles {
		if a != nil && s.byID[a.ID] == nil {
			s.byID[a.ID], s.place[a.ID] = a, i
		}
	}
	return s
}
