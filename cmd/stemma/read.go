package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/account"
	"stemma/internal/render"
)

// formats are how read can write accounts.
var formats = []string{"text", "json", "jsonl", "html"}

type readOptions struct {
	format string
	out    string
	story  string
	store  string
	color  string
	width  int
}

func readCommand() *cobra.Command {
	var o readOptions
	cmd := &cobra.Command{
		Use:   "read SOURCE…",
		Short: "Read reports and print the account of each story in them",
		Long: `Read reports and print the account of each story in them.

A SOURCE is a file, a folder with all that is in it, a glob pattern, or - for
standard input. Files hold plain text, HTML, JSON or JSONL, also compressed with
gzip or zstd; what a file holds is found by its content. What can't be read is
named on standard error and in the account, and never stops the rest.`,
		Example: `  stemma read reports/
  stemma read --format html --out story.html reports/*.txt
  zcat docs.jsonl.gz | stemma read --format jsonl -`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("read needs a source: a file, a folder, a pattern, or - for standard input")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if !slices.Contains(formats, o.format) {
				return usage("there is no format %q; the formats are %s", o.format, strings.Join(formats, ", "))
			}
			if !slices.Contains([]string{"auto", "always", "never"}, o.color) {
				return usage("--color is auto, always or never, not %q", o.color)
			}
			return read(cmd.Context(), o, args, cmd.InOrStdin(), cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&o.format, "format", "text", "how to write the account: "+strings.Join(formats, ", "))
	flags.StringVar(&o.out, "out", "", "write to this file instead of standard output")
	flags.StringVar(&o.story, "story", "", "only the story with this id")
	flags.StringVar(&o.store, "store", "", "keep the archive in this file: a later read adds to it,\nand one that was interrupted goes on")
	flags.StringVar(&o.color, "color", "auto", "colour in text: auto, always, never")
	flags.IntVar(&o.width, "width", 0, "columns of text (0: as wide as the terminal)")
	return cmd
}

// read collects the sources into an archive, brings it up to date and writes
// the account.
func read(ctx context.Context, o readOptions, sources []string, stdin io.Reader, stdout, stderr io.Writer) (err error) {
	path, cleanUp, err := archivePath(o.store)
	if err != nil {
		return err
	}
	defer cleanUp()
	shown := newProgress(stderr)
	defer shown.clear()
	archive, err := stemma.Open(ctx, path, stemma.Options{
		Stdin:    stdin,
		Progress: shown.update,
		Failed:   func(f account.Failure) { shown.line(failureLine(f)) },
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, archive.Close()) }()

	if err := archive.Add(ctx, sources...); err != nil {
		return err
	}
	if err := archive.Sync(ctx); err != nil {
		return err
	}
	shown.clear()
	var ids []string
	if o.story != "" {
		ids = []string{o.story}
	}
	acc, err := archive.Account(ctx, ids...)
	if err != nil {
		return err
	}
	if err := write(o, acc, stdout); err != nil {
		return err
	}
	if len(acc.Articles) == 0 {
		return errNothing
	}
	return nil
}

func failureLine(f account.Failure) string {
	at := f.Document.Path
	if at == "" {
		at = f.Document.URL
	}
	if f.Document.Line > 0 {
		at = fmt.Sprintf("%s, line %d", at, f.Document.Line)
	}
	return fmt.Sprintf("stemma: can't read %s: %s", printable(at), printable(f.Reason))
}

// printable drops what could steer a terminal: a file's name may hold anything.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

// archivePath is the file of the archive: the user's, or one that is removed
// again. It is a file and not memory because a large input needs the room.
func archivePath(path string) (string, func(), error) {
	if path != "" {
		return path, func() {}, nil
	}
	dir, err := os.MkdirTemp("", "stemma-")
	if err != nil {
		return "", nil, err
	}
	return filepath.Join(dir, "archive.db"), func() { os.RemoveAll(dir) }, nil
}

// write writes the account in the chosen format, to a file whole or not at all.
func write(o readOptions, acc *account.Account, stdout io.Writer) error {
	if o.out == "" {
		return writeTo(stdout, o, acc, terminalOf(stdout))
	}
	f, err := os.CreateTemp(filepath.Dir(o.out), ".stemma-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	err = writeTo(f, o, acc, terminal{})
	if err := errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), o.out)
}

func writeTo(w io.Writer, o readOptions, acc *account.Account, t terminal) error {
	switch o.format {
	case "json":
		return render.JSON(w, acc)
	case "jsonl":
		return render.JSONL(w, acc)
	case "html":
		return render.HTML(w, acc)
	}
	options := render.Options{Width: t.width, Color: t.color}
	if o.width > 0 {
		options.Width = o.width
	}
	if o.color != "auto" {
		options.Color = o.color == "always"
	}
	return render.Text(w, acc, options)
}
