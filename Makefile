# make test   runs the tests, after installing what they need beside Go
# make check  runs all that is checked before a change lands
# make build  builds the program as bin/stemma

export CGO_ENABLED ?= 0

.PHONY: build test check lint vuln race fuzz train clean

build:
	go build -trimpath -ldflags "-s -w" -o bin/stemma ./cmd/stemma

# The pages are tested in a real browser: Chromium, which Debian has. Where it
# can't be installed, those tests skip and say so.
test: browser
	STEMMA_BROWSER=$$(command -v chromium || command -v chromium-browser || command -v google-chrome || true) go test ./...

.PHONY: browser
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
	else \
		echo "No Chromium, and it can't be installed here: the browser tests will skip. (On Debian: sudo apt-get install chromium)"; \
	fi

check: lint race test vuln

lint:
	@unformatted=$$(gofmt -l .); [ -z "$$unformatted" ] || { echo "not formatted: $$unformatted"; exit 1; }
	go vet ./...
	@# modernc's SQLite works with exactly the libc that it names.
	@[ "$$(go list -m -f '{{.Version}}' modernc.org/libc)" = "$$(go mod graph | sed -n 's|^modernc.org/sqlite@[^ ]* modernc.org/libc@||p')" ] || \
		{ echo "modernc.org/libc isn't the version that modernc.org/sqlite asks for"; exit 1; }
	go tool -modfile=tools/go.mod staticcheck ./...
	go tool -modfile=tools/go.mod golangci-lint run ./...

# The race detector needs cgo; the program and its other tests don't.
race:
	CGO_ENABLED=1 go test -race -short ./...

# The database of vulnerabilities is fetched: without it nothing can be said, and
# that isn't the change's fault.
vuln:
	@if out=$$(go tool -modfile=tools/go.mod govulncheck ./... 2>&1); then echo "$$out"; \
	elif echo "$$out" | grep -q "fetching vulnerabilities"; then echo "govulncheck: its database can't be reached from here; not checked"; \
	else echo "$$out"; exit 1; fi

# Every fuzz test for a short while.
FUZZTIME ?= 20s
fuzz:
	@go list ./... | while read -r pkg; do \
		go test -list '^Fuzz' "$$pkg" | grep '^Fuzz' | while read -r name; do \
			echo "$$pkg $$name"; go test -run '^$$' -fuzz "^$$name$$" -fuzztime $(FUZZTIME) "$$pkg" || exit 1; \
		done || exit 1; \
	done

clean:
	rm -rf bin dist coverage.out
