// Command bench measures one stage of the analysis on one annotated set and
// prints one JSON object with the figures. The formats of the sets and the
// meaning of the figures are in docs/accuracy.md.
//
//	go run ./cmd/bench [--cores N] [--cpuprofile FILE] TASK DIR
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"sort"
	"strings"
)

// A task measures one stage on the set in dir. Its result is printed as JSON.
type task func(dir string) (any, error)

var tasks = map[string]task{
	"language":    benchLanguage,
	"ner":         benchNER,
	"extract":     benchExtract,
	"stories":     benchStories,
	"lineage":     benchLineage,
	"origins":     benchOrigins,
	"differences": benchDifferences,
	"quotations":  benchQuotations,
	"names":       benchNames,
	"pairs":       benchPairs,
	"times":       benchTimes,
	"values":      benchValues,
	"speed":       benchSpeed,
}

func main() {
	cores := flag.Int("cores", 0, "use at most this many cores (0: all)")
	profile := flag.String("cpuprofile", "", "write where the time goes to this `file`, for go tool pprof")
	flag.Usage = func() {
		var names []string
		for name := range tasks {
			names = append(names, name)
		}
		sort.Strings(names)
		fmt.Fprintf(os.Stderr, "usage: bench [--cores N] TASK DIR\ntasks: %s\n", strings.Join(names, " "))
	}
	flag.Parse()
	run, ok := tasks[flag.Arg(0)]
	if !ok || flag.NArg() != 2 {
		flag.Usage()
		os.Exit(2)
	}
	if *cores > 0 {
		runtime.GOMAXPROCS(*cores)
	}
	if *profile != "" {
		f, err := os.Create(*profile)
		if err == nil {
			err = pprof.StartCPUProfile(f)
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "bench: %v\n", err)
			os.Exit(1)
		}
	}
	figures, err := run(flag.Arg(1))
	pprof.StopCPUProfile()
	if err != nil {
		fmt.Fprintf(os.Stderr, "bench %s: %v\n", flag.Arg(0), err)
		os.Exit(1)
	}
	out := json.NewEncoder(os.Stdout)
	out.SetIndent("", "  ")
	if err := out.Encode(figures); err != nil {
		fmt.Fprintf(os.Stderr, "bench: %v\n", err)
		os.Exit(1)
	}
}
