# make test   runs the tests, after installing what they need beside Go
# make check  runs all that is checked before a change lands
# make build  builds the program as bin/stemma
# make model  trains the language model anew (docs/models.md says what it needs)

export CGO_ENABLED ?= 0

.PHONY: build test check lint vuln race fuzz model clean

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

# DATA is the folder of the annotated sets, ENCODER that of the teacher's encoder.
DATA ?= ../shared/bench
ENCODER ?= bin/encoder
WORK := bin/model
TEACHER := python3 cmd/train/teacher/teacher.py
TOKENIZER := $(ENCODER)/e5-small-v2-tokenizer.json
model:
	mkdir -p $(WORK)
	go run ./cmd/train -data $(DATA) -sentences $(WORK)
	$(TEACHER) train -data $(DATA) -onnx $(ENCODER)/e5-small-v2.onnx -tokenizer $(TOKENIZER) -out $(WORK)/teacher.pt
	$(TEACHER) label -model $(WORK)/teacher.pt -tokenizer $(TOKENIZER) -sentences $(WORK)/sentences.txt \
		-out $(WORK)/taught.conllu.gz -vectors $(WORK)/vectors.txt
	go run ./cmd/train -data $(DATA) -taught $(WORK)/taught.conllu.gz -vectors $(WORK)/vectors.txt \
		-out internal/language/models/en.model

clean:
	rm -rf bin dist coverage.out
