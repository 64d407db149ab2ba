package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// A terminal is what is known of the place that output goes to; the zero value
// is a pipe or a file.
type terminal struct {
	width int
	color bool
}

func terminalOf(w io.Writer) terminal {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return terminal{}
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		width = 0
	}
	return terminal{width: width, color: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
}

// progress shows how far a long read is: the stage, what is done, the rate and
// the time left. Away from a terminal it shows nothing but lines.
type progress struct {
	mu    sync.Mutex
	w     io.Writer
	shown bool // w is a terminal
	stage string
	bar   *progressbar.ProgressBar
}

func newProgress(w io.Writer) *progress {
	return &progress{w: w, shown: terminalOf(w).width > 0}
}

// verbs say what a stage does with articles.
var verbs = map[string]string{
	"collect": "collecting", "extract": "extracting", "annotate": "reading",
	"group": "grouping", "trace": "tracing stories", "collate": "comparing stories",
}

// counted is what a stage counts.
func counted(stage string) string {
	switch stage {
	case "collect", "extract":
		return "documents"
	case "trace", "collate":
		return "stories"
	}
	return "articles"
}

func (p *progress) update(stage string, done, total int) {
	if !p.shown {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar == nil || stage != p.stage {
		p.clearBar()
		if total == 0 {
			total = -1 // a spinner: nobody knows yet how much there is
		}
		p.stage = stage
		p.bar = progressbar.NewOptions(total,
			progressbar.OptionSetWriter(p.w),
			progressbar.OptionSetDescription(fmt.Sprintf("%-17s", verbs[stage])),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString(counted(stage)),
			progressbar.OptionSetPredictTime(true), progressbar.OptionSetWidth(24),
			progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
	}
	// A bar that can't be drawn is no reason to stop.
	_ = p.bar.Set(done)
}

// line writes a line above the bar.
func (p *progress) line(s string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		_ = p.bar.Clear()
	}
	fmt.Fprintln(p.w, strings.TrimSuffix(s, "\n"))
}

func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.clearBar()
}

// clearBar takes the bar off the terminal. Finishing it ends its spinner, which
// would draw itself again.
func (p *progress) clearBar() {
	if p.bar != nil {
		_ = p.bar.Finish()
		_ = p.bar.Clear()
		p.bar = nil
	}
}
