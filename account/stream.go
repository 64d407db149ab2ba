package account

import "iter"

// A Stream is an [Account] in pieces, for those that are too large to be held in
// memory at once. What Articles and Stories give is read when it is asked for; an
// error ends them. Both may be gone through more than once.
type Stream struct {
	Failed []Failure
	Stemma Version

	// ArticleCount and StoryCount are how many articles and stories there are.
	ArticleCount, StoryCount int

	// Articles gives all articles in the order of Account.Articles.
	Articles iter.Seq2[*Article, error]

	// Stories gives each story as an account of its own, with its articles, in the
	// order of Account.Stories. Failed is empty in these.
	Stories iter.Seq2[*Account, error]
}

// Stream gives an account that is in memory in pieces.
func (a *Account) Stream() *Stream {
	return &Stream{
		Failed: a.Failed, Stemma: a.Stemma, ArticleCount: len(a.Articles), StoryCount: len(a.Stories),
		Articles: func(yield func(*Article, error) bool) {
			for _, article := range a.Articles {
				if !yield(article, nil) {
					return
				}
			}
		},
		Stories: func(yield func(*Account, error) bool) {
			of := a.byStory()
			for i, s := range a.Stories {
				if !yield(&Account{Format: a.Format, Articles: of[i], Stories: []*Story{s}, Failed: []Failure{}, Stemma: a.Stemma}, nil) {
					return
				}
			}
		},
	}
}

// byStory gives each story its articles, in the order of the account. Of articles
// with the same id the first counts.
func (a *Account) byStory() [][]*Article {
	stories := map[string][]int{}
	for i, s := range a.Stories {
		for _, id := range s.Articles {
			if in := stories[id]; len(in) == 0 || in[len(in)-1] != i {
				stories[id] = append(in, i)
			}
		}
	}
	of := make([][]*Article, len(a.Stories))
	for _, article := range a.Articles {
		if article == nil {
			continue
		}
		for _, i := range stories[article.ID] {
			of[i] = append(of[i], article)
		}
		delete(stories, article.ID)
	}
	return of
}
