package stemma_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"stemma"
)

const report = `Ferry runs aground off Port Maren

Harbour Courier, 4 March 2024

A ferry with 214 people on board ran aground off Port Maren on Sunday night.

"Nobody was seriously hurt," harbour master Ilse Brandvold told Radio Skerry.`

// The whole job: open an archive, add reports, bring it up to date, and take the
// account of each story.
func Example() {
	ctx := context.Background()
	archive, err := stemma.Open(ctx, "", stemma.Options{Stdin: strings.NewReader(report)})
	if err != nil {
		log.Fatal(err)
	}
	defer archive.Close()
	if err := archive.Add(ctx, "-"); err != nil { // or a folder of reports
		log.Fatal(err)
	}
	if err := archive.Sync(ctx); err != nil {
		log.Fatal(err)
	}
	account, err := archive.Account(ctx)
	if err != nil {
		log.Fatal(err)
	}
	for _, article := range account.Articles {
		fmt.Printf("%s, %s: %s\n", article.Outlet, article.Published.Time, article.Title)
	}
	// Output: Harbour Courier, 2024-03-04: Ferry runs aground off Port Maren
}
