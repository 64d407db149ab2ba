package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/account"
	"stemma/internal/render"
)

type showOptions struct {
	output
	archiveFlags
	why bool
}

func showCommand() *cobra.Command {
	var o showOptions
	cmd := &cobra.Command{
		Use:   "show STORY|ARTICLE [SOURCE…]",
		Short: "Print the account of one story, or the place of one article in its story",
		Long: `Print the account of one story; or the place of one article: what it has from
others, where it differs, what it says alone and what it leaves out.

STORY is an id that stories lists (s1), ARTICLE one that an account lists (a1), or
the path or address of a report. They are looked for in the archive that read
--store keeps, or in some sources. The formats json, jsonl and html have the whole
account of the story, also for an article.

--why shows what speaks for and against the article's being in its story: how
alike it is to the story's other reports, field by field, what that weighs, and
the same for the best rival. Evidence is a logarithm of odds; text or json.`,
		Example: `  stemma show s1 --store news.db
  stemma show reports/courier.txt reports/
  stemma show a12 --why --store news.db`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("show needs the id of a story or an article")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := errors.Join(o.output.check(formats), o.archiveFlags.check()); err != nil {
				return err
			}
			if o.why && o.format != "text" && o.format != "json" {
				return usage("--why has the formats text and json")
			}
			if o.store == "" && len(args) == 1 {
				return usage("show needs an archive (--store FILE) or sources")
			}
			return show(cmd.Context(), o, args[0], args[1:], cmd.InOrStdin(), cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	flags := cmd.Flags()
	o.output.register(flags, formats)
	o.archiveFlags.register(flags, storeUsage)
	flags.BoolVar(&o.why, "why", false, "show why the article is in its story")
	return cmd
}

// show writes what the archive has under a reference.
func show(ctx context.Context, o showOptions, ref string, sources []string, stdin io.Reader, stdout, stderr io.Writer) (err error) {
	archive, err := openArchive(ctx, o.archiveFlags, sources, stdin, stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, archive.Close()) }()
	at, err := archive.Lookup(ctx, ref)
	if err != nil {
		return err
	}
	tellMoved(stderr, at.Was, at.Story)
	switch {
	case o.why && at.Article == "":
		return usage("--why needs an article; %s is a story", at.Story)
	case o.why:
		return showWhy(ctx, archive, o, at, stdout)
	case at.Article == "" || o.format != "text":
		_, err = writeAccount(ctx, archive, o.output, stdout, at.Story)
		return err
	}
	acc, err := archive.Account(ctx, at.Story)
	if err != nil {
		return err
	}
	return writeOut(o.out, stdout, func(w io.Writer) error { return render.Article(w, acc, at.Article, o.text(w)) })
}

// showWhy writes why an article is in its story.
func showWhy(ctx context.Context, archive *opened, o showOptions, at stemma.Place, stdout io.Writer) error {
	why, err := archive.Why(ctx, at.Article)
	if err != nil {
		return err
	}
	if o.format == "json" {
		return writeOut(o.out, stdout, func(w io.Writer) error { return render.WhyJSON(w, why) })
	}
	acc, err := archive.Account(ctx, at.Story)
	if err != nil {
		return err
	}
	var rival *account.Summary
	if why.Rival != "" {
		if rival, err = archive.Summary(ctx, why.Rival); err != nil {
			return err
		}
	}
	return writeOut(o.out, stdout, func(w io.Writer) error { return render.Why(w, acc, why, rival, o.text(w)) })
}
