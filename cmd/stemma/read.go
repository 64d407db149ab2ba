package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"stemma/internal/render"
)

// formats are how accounts can be written.
var formats = []string{"text", "json", "jsonl", "html"}

type readOptions struct {
	output
	archiveFlags
	story string
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
			if err := errors.Join(o.output.check(formats), o.archiveFlags.check()); err != nil {
				return err
			}
			return read(cmd.Context(), o, args, cmd.InOrStdin(), cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	flags := cmd.Flags()
	o.output.register(flags, formats)
	flags.StringVar(&o.story, "story", "", "only the story with this id")
	o.archiveFlags.register(flags, "keep the archive in this file: a later read adds to it,\nand one that was interrupted goes on")
	return cmd
}

// read collects the sources into an archive, brings it up to date and writes
// the account.
func read(ctx context.Context, o readOptions, sources []string, stdin io.Reader, stdout, stderr io.Writer) (err error) {
	archive, err := openArchive(ctx, o.archiveFlags, sources, stdin, stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, archive.Close()) }()
	var ids []string
	if o.story != "" {
		story, err := archive.Summary(ctx, o.story)
		if err != nil {
			return err
		}
		tellMoved(stderr, o.story, story.ID)
		ids = []string{story.ID}
	}
	articles, err := writeAccount(ctx, archive, o.output, stdout, ids...)
	if err == nil && articles == 0 {
		return errNothing
	}
	return err
}

// tellMoved says where a story is that has gone into another.
func tellMoved(stderr io.Writer, was, now string) {
	if was != now && was != "" {
		fmt.Fprintf(stderr, "stemma: story %s is part of %s now\n", was, now)
	}
}

// writeAccount writes the account of the stories with the given ids, or of all,
// and returns the number of their articles. All but a page is written story by
// story, so that a large archive needs no more memory than a small one.
func writeAccount(ctx context.Context, archive *opened, o output, stdout io.Writer, ids ...string) (articles int, err error) {
	if o.format == "html" {
		acc, err := archive.Account(ctx, ids...)
		if err != nil {
			return 0, err
		}
		return len(acc.Articles), writeOut(o.out, stdout, func(w io.Writer) error { return render.HTML(w, acc) })
	}
	acc, err := archive.Stream(ctx, ids...)
	if err != nil {
		return 0, err
	}
	return acc.ArticleCount, writeOut(o.out, stdout, func(w io.Writer) error {
		switch o.format {
		case "json":
			return render.JSON(w, acc)
		case "jsonl":
			return render.JSONL(w, acc)
		}
		return render.Text(w, acc, o.text(w))
	})
}
