package stemma

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"runtime"
	"strconv"
	"sync"

	"stemma/account"
	"stemma/internal/annotate"
	"stemma/internal/collect"
	"stemma/internal/extract"
	"stemma/internal/language"
	"stemma/internal/span"
)

// AnalyzeOptions are what [Analyze] may be told. The zero value is fine.
type AnalyzeOptions struct {
	Options

	// Language, if not empty, is taken for that of every text (ISO 639-1).
	Language string
}

// Analyze takes the texts of sources apart into sentences, words and names, and
// hands each to do, in the order of the sources. Sources are those of
// [Archive.Add]. Plain text is taken as it stands; of pages and JSON the report's
// own text is, as an archive would have it. Nothing is stored, and only a few
// texts are in memory at a time.
//
// What can't be read is told to Options.Failed and never stops the rest. Calls of
// do and of the functions in o come from the caller's goroutine. An error is that
// of do, that ctx was done, or that of a damaged language model.
func Analyze(ctx context.Context, o AnalyzeOptions, do func(*account.Analysis) error, sources ...string) error {
	if err := language.Check(); err != nil {
		return err
	}
	if o.Stdin == nil {
		o.Stdin = bytes.NewReader(nil)
	}
	running, cancel := context.WithCancel(ctx)
	workers := runtime.GOMAXPROCS(0)
	q := &analysisQueue{
		ctx:     running,
		ordered: make(chan *analysisTask, 2*workers),
		waiting: make(chan *analysisTask, 2*workers),
	}
	var wg sync.WaitGroup
	defer wg.Wait()
	defer cancel()
	for range workers {
		wg.Go(func() { q.work(o.Language) })
	}
	var collected error
	wg.Go(func() {
		collected = collect.Collect(running, sources, o.Stdin, q)
		close(q.waiting)
		close(q.ordered)
	})
	done := 0
	for task := range q.ordered {
		<-task.done
		if task.failed != nil && o.Failed != nil {
			o.Failed(*task.failed)
		}
		if task.analysis == nil {
			continue
		}
		if err := do(task.analysis); err != nil {
			return err
		}
		done++
		if o.Progress != nil {
			o.Progress("annotate", done, 0)
		}
	}
	return cmp.Or(collected, ctx.Err())
}

// An analysisTask is a document on its way: done is closed when there is an
// analysis, or a failure, or it was given up because the work has ended.
type analysisTask struct {
	id       string
	document *collect.Document
	analysis *account.Analysis
	failed   *account.Failure
	done     chan struct{}
}

// An analysisQueue is the sink of a collection: it hands each document to a
// worker, and keeps the order in which they came.
type analysisQueue struct {
	ctx     context.Context
	ordered chan *analysisTask
	waiting chan *analysisTask
	last    int
}

// Document numbers documents as an archive would.
func (q *analysisQueue) Document(doc *collect.Document) error {
	q.last++
	task := &analysisTask{id: "a" + strconv.Itoa(q.last), document: doc, done: make(chan struct{})}
	if err := send(q.ctx, q.ordered, task); err != nil {
		return err
	}
	err := send(q.ctx, q.waiting, task)
	if err != nil {
		close(task.done)
	}
	return err
}

func (q *analysisQueue) Failure(f account.Failure) error {
	task := &analysisTask{failed: &f, done: make(chan struct{})}
	close(task.done)
	return send(q.ctx, q.ordered, task)
}

func send(ctx context.Context, to chan<- *analysisTask, task *analysisTask) error {
	select {
	case to <- task:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// work takes documents apart until there are no more.
func (q *analysisQueue) work(lang string) {
	for task := range q.waiting {
		if q.ctx.Err() == nil {
			task.run(lang)
		}
		task.document = nil
		close(task.done)
	}
}

// run makes the analysis, or the failure. A panic is a bug, and is told as a
// failure that says so.
func (t *analysisTask) run(lang string) {
	doc := t.document
	fail := func(stage, reason string) {
		t.failed = &account.Failure{Document: doc.Document, Stage: stage, Reason: reason}
	}
	defer func() {
		if p := recover(); p != nil {
			fail("annotate", fmt.Sprintf("a fault of stemma, please report it: %v", p))
		}
	}()
	read := extract.Extract
	if doc.Kind == collect.PlainText {
		read = extract.Verbatim
	}
	article, err := read(doc)
	if err != nil {
		fail("extract", err.Error())
		return
	}
	article.ID = t.id
	if lang != "" {
		article.Language = lang
	}
	t.analysis = analysisOf(article)
}

// analysisOf takes one article apart.
func analysisOf(a *extract.Article) *account.Analysis {
	out := &account.Analysis{
		ID: a.ID, Document: a.Document, Title: a.Title, Language: a.Language, Text: a.Text,
		Sentences: []account.Sentence{}, Problems: append([]account.Problem{}, a.Problems...),
	}
	problem := func(reason string) {
		out.Problems = append(out.Problems, account.Problem{Stage: "annotate", Reason: reason})
	}
	lang := annotate.ReadAs(a.Language, a.Text)
	if a.Language == "" && lang != "" {
		problem("the language isn't known; read as English")
	}
	parsed := false
	for _, s := range language.Analyze(a.Text, lang) {
		out.Sentences = append(out.Sentences, sentenceOf(a.Text, s))
		parsed = parsed || s.Tokens[0].Tag != ""
	}
	switch {
	case len(out.Sentences) == 0:
		problem("the text holds no words")
	case parsed:
	case lang == "":
		problem("the language isn't known; sentences and tokens only")
	default:
		problem(fmt.Sprintf("there is no model for the language %q; sentences and tokens only", lang))
	}
	return out
}

func sentenceOf(text string, s language.Sentence) account.Sentence {
	out := account.Sentence{Start: s.Start, End: s.End, Tokens: make([]account.Token, len(s.Tokens)), Names: []account.Named{}}
	heads := make([]int, len(s.Tokens))
	for i, t := range s.Tokens {
		to := &out.Tokens[i]
		*to = account.Token{Start: t.Start, End: t.End, Text: t.In(text), Lemma: t.Lemma, Tag: t.Tag, Relation: t.Relation}
		if t.Relation != "" {
			heads[i] = t.Head + 1
			to.Head = &heads[i]
		}
	}
	for _, n := range s.Names {
		at := span.Span{Start: s.Tokens[n.First].Start, End: s.Tokens[n.Last-1].End}
		out.Names = append(out.Names, account.Named{
			Start: at.Start, End: at.End, Text: at.In(text), Type: n.Type, First: n.First + 1, Last: n.Last,
		})
	}
	return out
}
