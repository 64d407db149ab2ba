package stemma

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"

	"stemma/internal/store"
)

// deadly is a store that kills the process, as a power cut would, before its
// commit number left, or right after it.
type deadly struct {
	store.Store
	left  int
	after bool
}

func (d *deadly) Commit(ctx context.Context, b store.Batch) error {
	d.left--
	if d.left == 0 && !d.after {
		die()
	}
	err := d.Store.Commit(ctx, b)
	if d.left == 0 {
		die()
	}
	return err
}

func die() {
	if err := syscall.Kill(os.Getpid(), syscall.SIGKILL); err != nil {
		panic(err)
	}
	select {}
}

// crashEnv tells the test's own program to be the one that dies.
const crashEnv = "STEMMA_TEST_CRASH"

func TestMain(m *testing.M) {
	if at := os.Getenv(crashEnv); at != "" {
		n, err := strconv.Atoi(at)
		if err != nil {
			panic(err)
		}
		s, err := store.OpenSQLite(context.Background(), "archive.db")
		if err != nil {
			panic(err)
		}
		a := openStore(&deadly{Store: s, left: max(n, -n), after: n < 0}, Options{})
		if err := errors.Join(a.Add(context.Background(), "reports"), a.Sync(context.Background()), a.Close()); err != nil {
			panic(err)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// The process is killed before and after every commit of a read, and started
// again: nothing is lost and nothing is there twice.
func TestCrash(t *testing.T) {
	if testing.Short() {
		t.Skip("starts the program a dozen times")
	}
	work := t.TempDir()
	t.Chdir(work)
	if err := os.Rename(folder(t, reports), filepath.Join(work, "reports")); err != nil {
		t.Fatal(err)
	}
	want := asJSON(t, brought(t, open(t, "", Options{}), "reports"))
	for _, sign := range []int{1, -1} {
		commits := 0
		for n := 1; crash(t, n*sign); n++ {
			commits++
			a := open(t, "archive.db", Options{})
			got := asJSON(t, brought(t, a, "reports"))
			if got != want {
				t.Errorf("killed at commit %d, the account differs:\n%s", n*sign, cmp.Diff(want, got))
			}
			a.Close()
			removeArchive(t)
		}
		removeArchive(t)
		if commits < 6 { // one to collect, one for each of five stages
			t.Errorf("only %d commits: some stage was not killed", commits)
		}
	}
}

func removeArchive(t *testing.T) {
	t.Helper()
	files, err := filepath.Glob("archive.db*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if err := os.Remove(f); err != nil {
			t.Fatal(err)
		}
	}
}

// crash runs a read that is killed at the given commit, and reports whether it
// came to that.
func crash(t *testing.T, at int) bool {
	t.Helper()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program)
	cmd.Env = append(os.Environ(), crashEnv+"="+strconv.Itoa(at))
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return false
	case errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signal() == syscall.SIGKILL:
		return true
	}
	t.Fatalf("crash at %d: %v\n%s", at, err, out)
	return false
}
