package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"stemma"
	"stemma/internal/language"
)

// speedFigures are what the task speed gives.
type speedFigures struct {
	Articles  int                `json:"articles"`
	Stories   int                `json:"stories"`
	PerSecond float64            `json:"articles_per_second"`
	ByStage   map[string]float64 `json:"seconds_by_stage"`
	PeakMB    float64            `json:"peak_mb"`
	Cores     int                `json:"cores"`
}

// benchSpeed measures the whole way from docs to accounts, in an archive in a
// file, as "stemma read" has it.
func benchSpeed(dir string) (any, error) {
	docs := filepath.Join(dir, "docs.jsonl")
	if _, err := os.Stat(docs); err != nil {
		docs += ".gz"
	}
	tmp, err := os.MkdirTemp("", "bench-speed-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tmp)
	language.Analyze("The model is read before the clock starts.", "en")

	f := speedFigures{ByStage: map[string]float64{}, Cores: runtime.GOMAXPROCS(0)}
	last := time.Now()
	ctx := context.Background()
	archive, err := stemma.Open(ctx, filepath.Join(tmp, "archive.db"), stemma.Options{Progress: func(stage string, _, _ int) {
		now := time.Now()
		f.ByStage[stage] += now.Sub(last).Seconds()
		last = now
		f.PeakMB = max(f.PeakMB, heapMB())
	}})
	if err != nil {
		return nil, err
	}
	defer archive.Close()
	start := time.Now()
	last = start
	if err := archive.Add(ctx, docs); err != nil {
		return nil, fmt.Errorf("add: %w", err)
	}
	if err := archive.Sync(ctx); err != nil {
		return nil, err
	}
	took := time.Since(start).Seconds()
	stories, err := archive.Stories(ctx)
	if err != nil {
		return nil, err
	}
	for _, s := range stories {
		f.Articles += s.Articles
	}
	f.Stories = len(stories)
	f.PerSecond = ratio(float64(f.Articles), took)
	return f, nil
}
