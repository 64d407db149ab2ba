package main

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"stemma"
	"stemma/account"
	"stemma/internal/render"
)

// listFormats are how a list of stories can be written.
var listFormats = []string{"table", "json", "csv"}

type storiesOptions struct {
	output
	archiveFlags
	sort  string
	since string
	query stemma.Query
}

func storiesCommand() *cobra.Command {
	var o storiesOptions
	cmd := &cobra.Command{
		Use:   "stories [SOURCE…]",
		Short: "List the stories of an archive, or of some sources",
		Long: `List the stories of an archive that read --store keeps, or of some sources, with
their period and how many reports, outlets and independent origins they have.
An origin count such as 1–6 means: at least 1, at most 6.`,
		Example: `  stemma stories --store news.db --since 2d --min-origins 2
  stemma stories --store news.db --entity "Sergei Ryabkov" --sort newest
  stemma stories --format csv reports/ > stories.csv`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := errors.Join(o.output.check(listFormats), o.archiveFlags.check()); err != nil {
				return err
			}
			if err := o.complete(time.Now()); err != nil {
				return err
			}
			if o.store == "" && len(args) == 0 {
				return usage("stories needs an archive (--store FILE) or sources")
			}
			return stories(cmd.Context(), o, args, cmd.InOrStdin(), cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	flags := cmd.Flags()
	o.output.register(flags, listFormats)
	o.archiveFlags.register(flags, storeUsage)
	flags.StringVar(&o.sort, "sort", "largest", "which stories come first: largest (most reports) or newest (last report)")
	flags.StringVar(&o.since, "since", "", "only stories with a report since then: a day (2024-03-12),\nor a time span back from now (36h, 7d, 2w)")
	flags.StringVar(&o.query.Outlet, "outlet", "", "only stories with a report of this outlet")
	flags.StringVar(&o.query.Entity, "entity", "", "only stories that name this person, organization or place, in any spelling")
	flags.IntVar(&o.query.MinOrigins, "min-origins", 0, "only stories with at least so many independent origins for sure")
	flags.IntVar(&o.query.Limit, "limit", 0, "at most so many stories (0: all)")
	return cmd
}

// complete makes the query of what the flags say.
func (o *storiesOptions) complete(now time.Time) error {
	switch o.sort {
	case "newest":
		o.query.Newest = true
	case "largest":
	default:
		return usage("--sort is newest or largest, not %q", o.sort)
	}
	if o.query.Limit < 0 || o.query.MinOrigins < 0 {
		return usage("--limit and --min-origins are counts, 0 or more")
	}
	if o.since == "" {
		return nil
	}
	day, ok := sinceDay(o.since, now)
	if !ok {
		return usage("--since is a day such as 2024-03-12, or a time span such as 36h, 7d or 2w, not %q", o.since)
	}
	o.query.Since = day
	return nil
}

// sinceDay reads a day, or a span of time back from now, as a day.
func sinceDay(s string, now time.Time) (day string, ok bool) {
	if t, err := time.Parse(time.DateOnly, s); err == nil {
		return t.Format(time.DateOnly), true
	}
	for suffix, unit := range map[string]time.Duration{"d": 24 * time.Hour, "w": 7 * 24 * time.Hour} {
		if number, found := strings.CutSuffix(s, suffix); found {
			n, err := strconv.Atoi(number)
			if err != nil || n < 0 || n > 1e4 {
				return "", false
			}
			return now.Add(-time.Duration(n) * unit).UTC().Format(time.DateOnly), true
		}
	}
	if d, err := time.ParseDuration(s); err == nil && d >= 0 {
		return now.Add(-d).UTC().Format(time.DateOnly), true
	}
	return "", false
}

// stories lists the stories that the query picks.
func stories(ctx context.Context, o storiesOptions, sources []string, stdin io.Reader, stdout, stderr io.Writer) (err error) {
	archive, err := openArchive(ctx, o.archiveFlags, sources, stdin, stderr)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, archive.Close()) }()
	list, err := archive.Find(ctx, o.query)
	if err != nil {
		return err
	}
	return writeOut(o.out, stdout, func(w io.Writer) error {
		switch o.format {
		case "json":
			return render.StoriesJSON(w, account.Stories{Format: account.StoriesFormat, Stories: list, Stemma: stemma.Version()})
		case "csv":
			return render.StoriesCSV(w, list)
		}
		return render.Stories(w, list, o.text(w))
	})
}
