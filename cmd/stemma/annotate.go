package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/account"
	"stemma/internal/render"
)

// analysisFormats are how annotate can write analyses.
var analysisFormats = []string{"conllu", "json"}

type annotateOptions struct {
	format   string
	out      string
	language string
}

func annotateCommand() *cobra.Command {
	var o annotateOptions
	cmd := &cobra.Command{
		Use:   "annotate FILE…",
		Short: "Take texts apart: sentences, words, parts of speech, trees and names",
		Long: `Take texts apart and print their sentences, words with parts of speech, lemmas
and dependency trees, and names: the analysis that all the rest builds on.

A FILE is what read takes. Plain text is analyzed as it stands, so that places in
the output are places in the file; of HTML and JSON the report's own text is.
docs/analysis-format.md has both formats.`,
		Example: `  stemma annotate report.txt > report.conllu
  echo "Ryabkov told RTVI." | stemma annotate --format json -`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("annotate needs a file, or - for standard input")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(analysisFormats, o.format) {
				return usage("there is no format %q; the formats are %s", o.format, strings.Join(analysisFormats, ", "))
			}
			if o.language != "" && !isLanguage(o.language) {
				return usage("--lang is a code of two letters (ISO 639-1), such as en, not %q", o.language)
			}
			return annotate(cmd.Context(), o, args, cmd.InOrStdin(), cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.format, "format", "conllu", "how to write the analysis: "+strings.Join(analysisFormats, ", "))
	flags.StringVar(&o.out, "out", "", "write to this file instead of standard output")
	flags.StringVar(&o.language, "lang", "", "the language of the texts (ISO 639-1), instead of finding it out")
	return cmd
}

func isLanguage(code string) bool {
	return len(code) == 2 && strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") == ""
}

// An analysisWriter writes analyses one after another.
type analysisWriter interface {
	Write(*account.Analysis) error
	End(failed []account.Failure, by account.Version) error
}

// annotate takes the texts of the sources apart and writes each as soon as it is
// done.
func annotate(ctx context.Context, o annotateOptions, sources []string, stdin io.Reader, stdout, stderr io.Writer) error {
	shown := newProgress(stderr)
	if o.out == "" && terminalOf(stdout) != (terminal{}) {
		shown.shown = false // the output itself shows how far it is
	}
	defer shown.clear()
	var failed []account.Failure
	texts := 0
	err := writeOut(o.out, stdout, func(w io.Writer) error {
		var out analysisWriter = render.NewCoNLLU(w, stemma.Version())
		if o.format == "json" {
			out = render.NewAnalysisJSON(w)
		}
		options := stemma.AnalyzeOptions{Language: o.language, Options: stemma.Options{
			Stdin:    stdin,
			Progress: shown.update,
			Failed: func(f account.Failure) {
				failed = append(failed, f)
				shown.line(failureLine(f))
			},
		}}
		err := stemma.Analyze(ctx, options, func(a *account.Analysis) error {
			texts++
			for _, p := range a.Problems {
				shown.line(problemLine(a.Document, p))
			}
			return out.Write(a)
		}, sources...)
		if err != nil {
			return err
		}
		return out.End(failed, stemma.Version())
	})
	if err == nil && texts == 0 {
		return errNothing
	}
	return err
}

// problemLine says what is wrong with a text that could be read.
func problemLine(d account.Document, p account.Problem) string {
	return fmt.Sprintf("stemma: %s: %s", printable(documentPlace(d)), printable(p.Reason))
}
