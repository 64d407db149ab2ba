package quantities

import "strings"

// irregular are plurals that don't end in -s, or whose singular isn't made by
// rule.
var irregular = map[string]string{
	"men": "man", "women": "woman", "people": "person", "persons": "person", "children": "child", "policemen": "policeman", "servicemen": "serviceman",
	"servicewomen": "servicewoman", "gunmen": "gunman", "firemen": "fireman", "fishermen": "fisherman", "businessmen": "businessman", "congressmen": "congressman",
	"spokesmen": "spokesman", "lawmen": "lawman", "militiamen": "militiaman", "guardsmen": "guardsman", "sportsmen": "sportsman", "crewmen": "crewman", "airmen": "airman",
	"wives": "wife", "lives": "life", "knives": "knife", "halves": "half", "leaves": "leaf", "thieves": "thief", "wolves": "wolf", "feet": "foot", "teeth": "tooth",
	"mice": "mouse", "geese": "goose", "oxen": "ox", "aircraft": "aircraft", "spacecraft": "spacecraft", "sheep": "sheep", "fish": "fish", "series": "series", "species": "species",
	"headquarters": "headquarters", "police": "police", "personnel": "personnel", "staff": "staff", "dead": "dead", "injured": "injured", "wounded": "wounded", "missing": "missing",
	"killed": "killed", "criteria": "criterion", "phenomena": "phenomenon", "media": "medium", "crises": "crisis", "analyses": "analysis", "bases": "base", "buses": "bus",
	"viruses": "virus", "gases": "gas", "cattle": "cattle", "infantry": "infantry", "troops": "troop", "houses": "house", "causes": "cause", "cases": "case", "purchases": "purchase",
	"uses": "use", "nurses": "nurse", "horses": "horse", "courses": "course", "responses": "response", "licenses": "license", "licences": "licence", "phases": "phase", "increases": "increase",
	"movies": "movie", "zombies": "zombie", "ties": "tie", "pies": "pie", "cookies": "cookie", "calories": "calorie", "hostages": "hostage", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
	"vetoes": "veto", "torpedoes": "torpedo", "volcanoes": "volcano", "lies": "lie", "axes": "axe", "universities": "university", "drones": "drone",
}

// persons are nouns for people; their unit is "person".
var persons = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`person man woman child boy girl adult teenager baby infant troop soldier officer policeman serviceman
		servicewoman gunman fireman firefighter fisherman businessman congressman spokesman lawman militiaman guardsman crewman airman sailor marine
		civilian migrant refugee asylum-seeker victim casualty fatality worker employee staff personnel student pupil teacher resident citizen
		protester protestor demonstrator activist passenger patient survivor fighter militant rebel insurgent terrorist extremist jihadist hostage prisoner
		detainee inmate captive suspect lawmaker senator representative congressman congresswoman deputy delegate diplomat ambassador minister official
		politician voter supporter opponent follower colleague observer inspector expert scientist researcher doctor nurse medic physician engineer
		journalist reporter correspondent lawyer judge juror prosecutor witness spectator fan player athlete guest visitor tourist pilgrim villager
		family-member relative parent mother father brother sister son daughter wife husband widow orphan friend neighbor neighbour farmer driver
		pilot crew-member commuter traveler traveller customer client consumer subscriber user shareholder investor donor volunteer veteran reservist
		conscript mercenary contractor guard agent spy operative commander general dead injured wounded missing killed police infantry
		human individual adult youth youngster pensioner believer christian muslim jew american russian ukrainian palestinian israeli syrian iraqi
		afghan african european chinese republican democrat candidate applicant graduate immigrant exile evacuee expatriate jihadi settler troop paratrooper peacekeeper
		rescuer trooper cop bystander pedestrian motorist cyclist miner nun priest monk bishop actor actress singer musician artist writer author director
		leader chief executive manager servant clerk`) {
		m[w] = true
	}
	return m
}()

// singular gives the singular of a plural noun in lower case.
func singular(w string) string {
	if s, ok := irregular[w]; ok {
		return s
	}
	switch {
	case len(w) > 4 && strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"):
		return w[:len(w)-2]
	case plural(w):
		return w[:len(w)-1]
	}
	return w
}

// plural reports whether a word in lower case looks like a plural noun.
func plural(w string) bool {
	if _, ok := irregular[w]; ok {
		return true
	}
	n := len(w)
	return n > 2 && w[n-1] == 's' && w[n-2] != 's' && !(w[n-2] == 'u' && n < 8) && !(w[n-2] == 'i' && n > 3) && !notNouns[w]
}

// notNouns end in -s and aren't plural nouns.
var notNouns = map[string]bool{
	"is": true, "was": true, "has": true, "does": true, "this": true, "its": true, "his": true, "as": true, "us": true, "yes": true, "thus": true,
	"across": true, "always": true, "perhaps": true, "towards": true, "besides": true, "sometimes": true, "plus": true, "versus": true, "afterwards": true,
	"says": true, "goes": true, "hers": true, "ours": true, "theirs": true, "whereas": true, "news": true, "overseas": true, "various": true, "previous": true,
	"serious": true, "religious": true, "famous": true, "dangerous": true, "numerous": true, "indigenous": true, "anonymous": true, "autonomous": true,
	"gas": true, "bus": true, "lens": true, "bias": true, "chaos": true, "texas": true, "christmas": true, "arkansas": true, "kansas": true, "continuous": true, "consecutive": true, "less": true, "unless": true, "business": true,
}

// stops are words that a noun phrase ends before.
var stops = map[string]bool{
	"and": true, "or": true, "but": true, "nor": true, "in": true, "on": true, "at": true, "by": true, "for": true, "from": true, "with": true, "to": true,
	"into": true, "onto": true, "over": true, "under": true, "after": true, "before": true, "during": true, "since": true, "until": true, "till": true, "between": true, "against": true,
	"about": true, "around": true, "through": true, "without": true, "within": true, "near": true, "off": true, "out": true, "up": true, "down": true, "of": true,
	"who": true, "which": true, "that": true, "whose": true, "whom": true, "where": true, "when": true, "while": true, "because": true, "if": true, "than": true, "as": true,
	"is": true, "are": true, "was": true, "were": true, "be": true, "been": true, "has": true, "have": true, "had": true, "will": true, "would": true, "can": true, "could": true,
	"may": true, "might": true, "shall": true, "should": true, "must": true, "do": true, "does": true, "did": true, "not": true, "it": true, "he": true, "she": true, "they": true,
	"we": true, "i": true, "you": true, "them": true, "him": true, "her": true, "us": true, "me": true, "there": true, "here": true, "a": true, "an": true, "the": true, "this": true,
	"said": true, "says": true, "told": true, "also": true, "so": true, "too": true, "just": true, "only": true, "then": true, "now": true, "ago": true, "later": true,
	"earlier": true, "per": true, "each": true, "every": true, "both": true, "all": true, "such": true, "what": true, "how": true, "why": true, "s": true, "t": true,
	"according": true, "amid": true, "including": true, "despite": true, "across": true, "along": true, "behind": true, "via": true,
}

// determiners can stand between "of" and the noun: "three of the men".
var determiners = map[string]bool{
	"the": true, "its": true, "their": true, "his": true, "her": true, "our": true, "my": true, "your": true, "these": true, "those": true, "all": true, "a": true, "an": true, "such": true,
}
