package main

import (
	"bytes"
	"testing"
)

func TestTellMoved(t *testing.T) {
	for _, c := range []struct{ was, now, want string }{
		{"s9", "s1", "stemma: story s9 is part of s1 now\n"}, {"s1", "s1", ""}, {"", "s1", ""},
	} {
		var b bytes.Buffer
		if tellMoved(&b, c.was, c.now); b.String() != c.want {
			t.Errorf("%q, %q: %q", c.was, c.now, b.String())
		}
	}
}
