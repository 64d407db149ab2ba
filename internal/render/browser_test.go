package render

import (
	"context"
	"encoding/json"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"

	"stemma/account"
)

// browser starts a headless browser, or skips the test where none is installed.
// With STEMMA_BROWSER set (to "1", or to the path of a browser) it fails instead.
func browser(t *testing.T) context.Context {
	t.Helper()
	want := os.Getenv("STEMMA_BROWSER")
	path := findBrowser(want)
	switch {
	case path != "":
	case want != "":
		t.Fatalf("STEMMA_BROWSER=%s, but no Chromium or Chrome was found", want)
	default:
		t.Skip("no Chromium or Chrome is installed; STEMMA_BROWSER=1 makes this an error")
	}
	dir, err := os.MkdirTemp("", "stemma-browser")
	if err != nil {
		t.Fatal(err)
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.UserDataDir(dir),
		chromedp.NoSandbox, // Chromium refuses to run as root with one
		chromedp.DisableGPU,
	)
	ctx, stop := context.WithTimeout(context.Background(), 2*time.Minute)
	ctx, cancelAllocator := chromedp.NewExecAllocator(ctx, options...)
	ctx, cancel := chromedp.NewContext(ctx)
	t.Cleanup(func() {
		cancel()
		cancelAllocator()
		stop()
		for range 50 { // its last processes may still write
			if os.RemoveAll(dir) == nil {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
	})
	return ctx
}

func findBrowser(want string) string {
	names := []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}
	if strings.ContainsRune(want, os.PathSeparator) {
		names = []string{want}
	}
	for _, n := range names {
		if path, err := exec.LookPath(n); err == nil {
			return path
		}
	}
	return ""
}

// A watch keeps what a page tells the console and asks the network for.
type watch struct {
	mu       sync.Mutex
	console  []string
	requests []string
}

func newWatch(t *testing.T, ctx context.Context) *watch {
	t.Helper()
	w := &watch{}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	err := chromedp.Listen(ctx, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok && !strings.HasPrefix(e.Request.URL, "file:") {
			w.mu.Lock()
			w.requests = append(w.requests, e.Request.URL)
			w.mu.Unlock()
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	messages := chromedp.Console(ctx)
	go func() {
		for m, err := range messages {
			if err != nil {
				return
			}
			b, _ := json.Marshal(m)
			w.mu.Lock()
			w.console = append(w.console, string(b))
			w.mu.Unlock()
		}
	}()
	return w
}

// check fails the test if anything was seen.
func (w *watch) check(t *testing.T) {
	t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, m := range w.console {
		t.Errorf("the console says %s", m)
	}
	for _, r := range w.requests {
		t.Errorf("the page asks the network for %s", r)
	}
}

// open shows acc as a page from a file.
func open(t *testing.T, ctx context.Context, acc *account.Account) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "account.html")
	if err := os.WriteFile(file, []byte(html(t, acc)), 0o644); err != nil {
		t.Fatal(err)
	}
	page := url.URL{Scheme: "file", Path: file}
	if err := chromedp.Do(ctx, chromedp.Navigate(page.String())); err != nil {
		t.Fatal(err)
	}
}

// look sets the width of the screen and the colours that the reader prefers.
func look(t *testing.T, ctx context.Context, width int64, scheme string) {
	t.Helper()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 900)); err != nil {
		t.Fatal(err)
	}
}

// ask runs a function in the page and returns its list of complaints.
func ask(t *testing.T, ctx context.Context, function string) []string {
	t.Helper()
	list, err := chromedp.Run(ctx, chromedp.Evaluate[[]string]("("+function+")()"))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestBrowser(t *testing.T) {
	ctx := browser(t)
	w := newWatch(t, ctx)
	t.Run("one story", func(t *testing.T) { checkPage(t, ctx, fixture(t)) })
	t.Run("several", func(t *testing.T) { checkPage(t, ctx, several(t)) })
	t.Run("script", func(t *testing.T) { checkScript(t, ctx) })
	w.check(t)
}

// checkPage looks at a page on a telephone and on a desk, by day and by night.
func checkPage(t *testing.T, ctx context.Context, acc *account.Account) {
	open(t, ctx, acc)
	for _, scheme := range []string{"light", "dark"} {
		for _, width := range []int64{390, 1280} {
			look(t, ctx, width, scheme)
			for _, check := range []struct{ what, function string }{
				{"wider than the screen", overflow},
				{"too little contrast", contrast},
				{"a link without a target", deadLinks},
				{"an anchor that is there twice", doubleAnchors},
				{"without a name", nameless},
			} {
				for _, complaint := range ask(t, ctx, check.function) {
					t.Errorf("%s, %d px: %s: %s", scheme, width, check.what, complaint)
				}
			}
		}
	}
}

// checkScript tries what the script adds, and the filters, which need none.
func checkScript(t *testing.T, ctx context.Context) {
	open(t, ctx, fixture(t))
	look(t, ctx, 1280, "light")
	for _, function := range []string{followLinks, cards, filter} {
		for _, complaint := range ask(t, ctx, function) {
			t.Error(complaint)
		}
	}
}

const followLinks = `() => {
	const wrong = [];
	const click = (selector) => document.querySelector(selector).dispatchEvent(new MouseEvent("click", {bubbles: true, cancelable: true}));
	for (const d of document.querySelectorAll("details.report")) d.open = false;
	click("#s1-d1 .concordance a[href^='#s1-r']");
	if (!document.querySelector("#s1-r1").closest("details").open) wrong.push("a link into a report doesn't unfold it");
	if (!document.querySelector("#s1-r1 .m.lit")) wrong.push("the span that a link leads to is not lit");
	click(".stemma .wide a[href='#s1-x3']");
	const dialog = document.querySelector("dialog[open]");
	if (!dialog) return wrong.concat("a line doesn't open its two texts");
	if (dialog.querySelectorAll(".m.lit").length < 2) wrong.push("the dialog doesn't show what the texts have in common");
	if (dialog.querySelector("[id]")) wrong.push("the dialog repeats anchors");
	dialog.querySelector("button").click();
	return wrong;
}`

// cards: a name shows the card of whom it names beside it, which goes away again.
const cards = `() => {
	const wrong = [];
	const name = document.querySelector("#s1-r1 .text a.who");
	if (!name) return ["no name in the report leads to a card"];
	name.click();
	const card = document.querySelector(".beside:popover-open");
	if (!card) return ["a name doesn't show its card"];
	if (!card.textContent.includes(document.getElementById(name.hash.slice(1)).querySelector(".words").textContent)) wrong.push("the card is somebody else's");
	if (card.querySelector("[id]")) wrong.push("the card repeats anchors");
	const at = card.getBoundingClientRect();
	if (at.left < 0 || at.top < 0 || at.right > innerWidth || at.bottom > innerHeight) wrong.push("the card stands outside of the window");
	card.querySelector(".go").click();
	if (document.querySelector(".beside:popover-open")) wrong.push("the card stays");
	return wrong;
}`

const filter = `() => {
	document.querySelector("input[value=time]").checked = true;
	return [...document.querySelectorAll(".difference")].filter((e) =>
		e.classList.contains("k-time") !== (getComputedStyle(e).display !== "none")).map((e) => "the filter doesn't hold for " + e.id);
}`

const overflow = `() => {
	const width = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth <= width) return [];
	return [...document.querySelectorAll("body *")]
		.filter((e) => e.getBoundingClientRect().right > width + 1 && !e.closest(".scroll") && !e.closest(".hidden"))
		.slice(0, 5).map((e) => e.outerHTML.slice(0, 120));
}`

// contrast compares the colour of every text with what lies behind it (WCAG 2.2,
// success criterion 1.4.3).
const contrast = `() => {
	const parse = (c) => (c.match(/[\d.]+/g) || []).map(Number);
	const channel = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
	const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
	const behind = (e) => {
		for (; e; e = e.parentElement) {
			const c = parse(getComputedStyle(e).backgroundColor);
			if (c.length === 3 || c[3] > 0) return c;
			if (e.ownerSVGElement === undefined && e.tagName === "svg") continue;
		}
		return [255, 255, 255];
	};
	const bad = new Set();
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const n = walker.currentNode, e = n.parentElement;
		if (!n.data.trim() || ["SCRIPT", "STYLE", "title", "desc"].includes(e.tagName)) continue;
		const style = getComputedStyle(e);
		if (style.display === "none" || e.closest(".hidden")) continue;
		const svg = e.closest("svg");
		let back = behind(e);
		if (svg) {
			const rect = e.closest("a, g")?.querySelector("rect");
			const fill = rect && parse(getComputedStyle(rect).fill);
			if (fill && fill.length >= 3 && getComputedStyle(rect).fill !== "none") back = fill;
		}
		const a = light(parse(svg ? style.fill : style.color)), b = light(back);
		const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
		if (ratio < 4.5) bad.add(ratio.toFixed(2) + " " + e.className + " " + n.data.trim().slice(0, 40));
	}
	return [...bad];
}`

const deadLinks = `() => [...document.querySelectorAll("a[href^='#']")].map((a) => a.getAttribute("href"))
	.filter((h) => h === "#" || !document.getElementById(h.slice(1)))`

const doubleAnchors = `() => {
	const seen = new Set(), twice = [];
	for (const e of document.querySelectorAll("[id]")) (seen.has(e.id) ? twice.push(e.id) : seen.add(e.id));
	return twice;
}`

// nameless finds links, headings and regions that a screen reader has no name for.
const nameless = `() => [...document.querySelectorAll("a, button, input, summary, h1, h2, h3, h4, [role=region], nav, dialog")]
	.filter((e) => !(e.getAttribute("aria-label") || e.textContent.trim() || e.closest("label")?.textContent.trim() ||
		document.getElementById(e.getAttribute("aria-labelledby"))?.textContent.trim()))
	.map((e) => e.outerHTML.slice(0, 120))`
