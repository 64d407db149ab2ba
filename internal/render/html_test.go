package render

import (
	"bytes"
	"strings"
	"testing"

	"stemma/account"
)

// html sets acc as a page.
func html(t testing.TB, acc *account.Account) string {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, acc); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestHTMLEscapes(t *testing.T) {
	got := html(t, fixture(t))
	for _, bad := range []string{"<script>alert", "javascript:alert", "<b>Not bold", "ZgotmplZ"} {
		if strings.Contains(got, bad) {
			t.Errorf("the page holds %q", bad)
		}
	}
	if !strings.Contains(got, "&lt;script&gt;alert(1)") {
		t.Error("the page has lost the words of a title")
	}
}
