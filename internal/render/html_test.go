package render

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

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

// elements lists the elements of a page in their order, with their attributes.
func elements(t testing.TB, page string) []element {
	t.Helper()
	root, err := xhtml.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var list []element
	for n := range root.Descendants() {
		if n.Type == xhtml.ElementNode {
			e := element{name: n.Data, attr: map[string]string{}}
			for _, a := range n.Attr {
				e.attr[a.Key] = a.Val
			}
			list = append(list, e)
		}
	}
	return list
}

type element struct {
	name string
	attr map[string]string
}

// TestHTMLNames: a name in a report leads to its card, which has the spellings with
// the reports that use each, the offices with who gives which, and the quotations.
func TestHTMLNames(t *testing.T) {
	acc := fixture(t)
	acc.Stories[0].Entities[0].Listed = &account.Listed{List: "crew.jsonl", ID: "N-7", Name: "Mirela Oshanova", Notes: "master since 2029"}
	page := html(t, acc)
	if !strings.Contains(page, `href="#s1-w1">Mirela Oshanova</a>`) {
		t.Error("no report's name leads to its card")
	}
	_, card, _ := strings.Cut(page, `<article class="card" id="s1-w1"`)
	card, _, _ = strings.Cut(card, "</article>")
	for _, want := range []string{"Mirela Ošanova", "The ship’s master", "Radio Skarn", `href="#s1-q1"`, "crew.jsonl", "N-7", "master since 2029"} {
		if !strings.Contains(card, want) {
			t.Errorf("the card lacks %q", want)
		}
	}
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

// TestHTMLKeepsToItself: nothing in the page leads outside but links to http and
// https, which don't tell where the reader comes from; and the policy names the
// style and the script that are there.
func TestHTMLKeepsToItself(t *testing.T) {
	for _, acc := range []*account.Account{fixture(t), several(t), wild(rand.New(rand.NewPCG(3, 3)), "https://a.example/<x>?\"onload='")} {
		page := html(t, acc)
		for _, e := range elements(t, page) {
			switch e.name {
			case "img", "link", "iframe", "object", "embed", "form", "base", "image", "use":
				t.Errorf("a <%s>", e.name)
			}
			for key, value := range e.attr {
				if key == "style" || strings.HasPrefix(key, "on") || key == "src" {
					t.Errorf("<%s %s=%q>", e.name, key, value)
				}
			}
			if href, ok := e.attr["href"]; ok && !strings.HasPrefix(href, "#") {
				u, err := url.Parse(href)
				if err != nil || u.Scheme != "http" && u.Scheme != "https" {
					t.Errorf("a link to %q", href)
				}
				if rel := e.attr["rel"]; !strings.Contains(rel, "noopener") || !strings.Contains(rel, "noreferrer") {
					t.Errorf("the link to %q has rel=%q", href, rel)
				}
			}
		}
		for _, tag := range []string{"style", "script"} {
			_, rest, _ := strings.Cut(page, "<"+tag+">")
			content, _, _ := strings.Cut(rest, "</"+tag+">")
			if content == "" || !strings.Contains(policy, tag+"-src 'sha256-"+hash(content)+"'") {
				t.Errorf("the policy doesn't know the %s of the page", tag)
			}
		}
	}
}

// TestHTMLLinksHold: every link within the page has a target, and no anchor is
// there twice, whatever the account holds.
func TestHTMLLinksHold(t *testing.T) {
	check := func(name string, acc *account.Account) {
		anchors := map[string]int{}
		var links []string
		for _, e := range elements(t, html(t, acc)) {
			if id := e.attr["id"]; id != "" {
				anchors[id]++
			}
			if to, ok := strings.CutPrefix(e.attr["href"], "#"); ok {
				links = append(links, to)
			}
			for _, key := range []string{"aria-labelledby", "data-below", "data-above"} {
				if to := e.attr[key]; to != "" {
					links = append(links, to)
				}
			}
		}
		for id, n := range anchors {
			if n > 1 {
				t.Errorf("%s: anchor %s is there %d times", name, id, n)
			}
		}
		for _, to := range links {
			if anchors[to] == 0 {
				t.Errorf("%s: a link to %q leads nowhere", name, to)
			}
		}
	}
	check("ferry", fixture(t))
	check("several", several(t))
	for seed := range uint64(30) {
		check(fmt.Sprint("seed ", seed), wild(rand.New(rand.NewPCG(seed, 11)), "One two.\n\n Three “four” five."))
	}
}

func TestHTMLIsMadeForReaders(t *testing.T) {
	level := 0
	mains, firsts := 0, 0
	for _, e := range elements(t, html(t, several(t))) {
		switch e.name {
		case "h1", "h2", "h3", "h4":
			n := int(e.name[1] - '0')
			if n > level+1 {
				t.Errorf("a heading of level %d follows one of level %d", n, level)
			}
			level = n
			if n == 1 {
				firsts++
			}
		case "main":
			mains++
		case "th":
			if e.attr["scope"] == "" {
				t.Error("a table header without scope")
			}
		case "nav", "section":
			if e.attr["aria-label"] == "" && e.attr["aria-labelledby"] == "" {
				t.Errorf("a %s without a name", e.name)
			}
		case "svg":
			if e.attr["role"] != "" && e.attr["aria-label"] == "" {
				t.Error("a drawing without a name")
			}
		}
		if strings.Contains(e.attr["class"], "scroll") && e.attr["tabindex"] != "0" {
			t.Errorf("a %s that scrolls can't be reached with the keyboard", e.name)
		}
	}
	if mains != 1 || firsts != 1 {
		t.Errorf("%d <main>, %d <h1>", mains, firsts)
	}
}

// TestHTMLOfMany: of thousands of stories those with the most reports are set in
// full, and all are listed.
func TestHTMLOfMany(t *testing.T) {
	acc := &account.Account{}
	for i := range 2000 {
		id := fmt.Sprintf("a%d", i)
		acc.Articles = append(acc.Articles, &account.Article{ID: id, Text: "Words of a report."})
		acc.Stories = append(acc.Stories, &account.Story{ID: id, Articles: []string{id}, Title: &account.Span{Article: id, End: 5, Text: "Words"}})
	}
	last := acc.Stories[len(acc.Stories)-1]
	last.Articles = append(last.Articles, "a0", "a1")
	page := html(t, acc)
	if n := strings.Count(page, `<section class="story"`); n != storiesFull {
		t.Errorf("%d stories are set in full, want %d", n, storiesFull)
	}
	if !strings.Contains(page, `<section class="story" id="s2000"`) {
		t.Error("the story with the most reports is not set in full")
	}
	if n := strings.Count(page, "<td class=\"words\">"); n != 2000 {
		t.Errorf("%d stories are listed", n)
	}
}
