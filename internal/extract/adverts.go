package extract

import "strings"

// jobWords are what adverts for jobs are headed with.
var jobWords = wordSet(`job jobs career careers vacancy vacancies hiring employment recruitment recruiting openings
	stellenangebote stellenmarkt jobbörse empleo empleos emploi emplois vagas`)

// secondPerson are the words that speak to the reader.
var secondPerson = wordSet("you your youre yours yourself")

// dropAdverts drops adverts for jobs: a short heading that has a word for jobs
// and makes no sentence, over a line that invites the reader to do something.
// Neither is enough alone: reporters write headings on jobs, and recipes invite.
func dropAdverts(lines []line, drop []bool) {
	for i := 1; i+1 < len(lines); i++ {
		if isJobHeading(lines[i]) && (drop[i+1] && isCall(lines[i+1]) || isInvitation(lines[i+1])) {
			drop[i], drop[i+1] = true, true
		}
	}
}

func isJobHeading(l line) bool {
	if l.prose || len(l.words) > 8 || strings.ContainsAny(l.text, ".:?\"“") || isCredit(l) {
		return false
	}
	return hasAny(l.words, jobWords)
}

// isInvitation reports whether a short line consists of sentences that begin with
// an imperative and speaks to the reader or of jobs.
func isInvitation(l line) bool {
	if len(l.words) > 30 || attributes(l.words) || strings.HasPrefix(l.text, "“") || strings.HasPrefix(l.text, "\"") {
		return false
	}
	for _, s := range l.sentences {
		if w := fold(s); len(w) == 0 || !imperatives[w[0]] {
			return false
		}
	}
	return hasAny(l.words, secondPerson) || hasAny(l.words, jobWords)
}

func hasAny(words []string, set map[string]bool) bool {
	for _, w := range words {
		if set[w] {
			return true
		}
	}
	return false
}
