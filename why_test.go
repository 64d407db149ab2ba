package stemma

import (
	"errors"
	"path/filepath"
	"testing"
)

func TestWhy(t *testing.T) {
	t.Chdir(folder(t, reports))
	path := filepath.Join(t.TempDir(), "archive.db")
	first := open(t, path, Options{})
	acc := brought(t, first, ".")
	for _, s := range acc.Stories {
		for _, article := range s.Articles {
			why, err := first.Why(ctx, article)
			if err != nil || why.Story != s.ID || len(why.Reasons) == 0 != (len(s.Articles) == 1) {
				t.Errorf("%s of %s: %+v, %v", article, s.ID, why, err)
			}
		}
	}
	if _, err := open(t, path, Options{}).Why(ctx, acc.Stories[0].Articles[0]); err != nil {
		t.Errorf("after a restart: %v", err)
	}
	if _, err := first.Why(ctx, "a99"); !errors.Is(err, ErrNotFound) {
		t.Errorf("an unknown article: %v", err)
	}
}
