// Command stemma reads many outlets' reports and shows, for each story, who said
// what, which report took it from which, what they agree on, counted by
// independent origin, and where they differ.
//
//	stemma read SOURCE…
//	stemma stories --store FILE
//	stemma show STORY|ARTICLE --store FILE
//	stemma annotate FILE…
//
// See "stemma help" for all verbs. Exit codes: 0 when something could be read, 1
// for a fault of the program or its surroundings, 2 for a command line that makes
// no sense, 3 when nothing could be read, 130 when it was interrupted.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"stemma"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is the program without the process around it.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := &cobra.Command{
		Use:           "stemma",
		Short:         "Who said what, who took it from whom, and where the reports differ",
		Long:          "Stemma reads many outlets' reports and shows, for each story, who said what,\nwhich report took it from which, what they agree on, counted by independent\norigin, and where they differ. Every line rests on a span of some report.",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("there is no verb %q", args[0])
			}
			return usage("a verb is missing")
		},
	}
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage("%w", err) })
	root.AddCommand(readCommand(), storiesCommand(), showCommand(), annotateCommand(), versionCommand())
	return exit(root.ExecuteContext(ctx), stderr)
}

// errNothing says that no document could be read.
var errNothing = errors.New("nothing could be read")

// A usageError is a command line that makes no sense.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usage(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// exit says what went wrong and returns the exit code for it: the one place
// where errors become codes.
func exit(err error, stderr io.Writer) int {
	var wrong usageError
	switch {
	case err == nil:
		return 0
	case errors.Is(err, context.Canceled):
		fmt.Fprintln(stderr, "stemma: interrupted")
		return 130
	case errors.Is(err, syscall.EPIPE):
		return 0 // whoever read the output has seen enough
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "stemma: %v\nHint: \"stemma help\" lists the verbs, \"stemma help VERB\" what each takes.\n", err)
		return 2
	case errors.Is(err, errNothing), errors.Is(err, stemma.ErrNotFound):
		fmt.Fprintf(stderr, "stemma: %v\n", err)
		return 3
	}
	fmt.Fprintf(stderr, "stemma: %v\n", err)
	return 1
}
