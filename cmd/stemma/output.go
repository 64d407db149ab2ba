package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"stemma/internal/render"
)

// An output is where and how a verb writes.
type output struct {
	format string
	out    string
	color  string
	width  int
}

// register adds the flags of an output whose format is one of some, the first if
// nothing is said.
func (o *output) register(flags *pflag.FlagSet, formats []string) {
	flags.StringVar(&o.format, "format", formats[0], "how to write it: "+strings.Join(formats, ", "))
	flags.StringVar(&o.out, "out", "", "write to this file instead of standard output")
	flags.StringVar(&o.color, "color", "auto", "colour in text: auto, always, never")
	flags.IntVar(&o.width, "width", 0, "columns of text (0: as wide as the terminal)")
}

// check reports what makes no sense in an output's flags.
func (o *output) check(formats []string) error {
	if !slices.Contains(formats, o.format) {
		return usage("there is no format %q; the formats are %s", o.format, strings.Join(formats, ", "))
	}
	if !slices.Contains([]string{"auto", "always", "never"}, o.color) {
		return usage("--color is auto, always or never, not %q", o.color)
	}
	return nil
}

// text says how text is set on w.
func (o *output) text(w io.Writer) render.Options {
	t := terminalOf(w)
	options := render.Options{Width: t.width, Color: t.color}
	if o.width > 0 {
		options.Width = o.width
	}
	if o.color != "auto" {
		options.Color = o.color == "always"
	}
	return options
}

// writeOut hands write where the output goes: standard output, or a file that is
// written whole or not at all.
func writeOut(path string, stdout io.Writer, write func(io.Writer) error) error {
	if path == "" {
		return write(stdout)
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".stemma-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	err = write(f)
	if err := errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
