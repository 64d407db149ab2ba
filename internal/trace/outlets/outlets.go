// Package outlets compares the names of those who publish: "RTVI" and "RTVi",
// "The Washington Post" and www.washingtonpost.com, "AP" and "Associated Press".
package outlets

import (
	"strings"
	"unicode"
)

// shortestKey is the length below which a name is no sign that an outlet is
// meant.
const shortestKey = 3

// Key is the form in which names are compared: letters and digits in lower case,
// without a leading article. Agencies have one key, whichever of their names is
// given. It is "" for a name without letters.
func Key(name string) string {
	key := plain(strings.TrimPrefix(strings.ToLower(strings.TrimSpace(name)), "the "))
	if id := agencyOf[key]; id != "" {
		return id
	}
	return key
}

// Keys are the keys under which an outlet may be named elsewhere. For one that
// is known by its host these are the host and its telling label.
func Keys(outlet string) []string {
	name := strings.ToLower(strings.TrimSpace(outlet))
	var keys []string
	add := func(key string) {
		if len(key) >= shortestKey || agencyOf[key] != "" {
			keys = append(keys, key)
		}
	}
	if IsHost(name) {
		add(Key(label(name)))
		name = strings.TrimPrefix(name, "www.")
	}
	if key := Key(name); len(keys) == 0 || keys[0] != key {
		add(key)
	}
	return keys
}

// IsHost reports whether a name is a host, such as www.example.org.
func IsHost(name string) bool {
	return strings.Contains(name, ".") && !strings.ContainsAny(name, " /") && name == strings.ToLower(name)
}

// label is the longest label of a host, which is the telling one.
func label(host string) (longest string) {
	for _, l := range strings.Split(host, ".") {
		if l != "www" && len(l) > len(longest) {
			longest = l
		}
	}
	return longest
}

// plain keeps the letters and digits of a name.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, name)
}

// IsAgency reports whether a key is that of a news agency.
func IsAgency(key string) bool { return agencyOf[key] != "" }

// An Agency is a news agency with the names it is printed under and those under
// which its pages stand in hosts and paths.
type Agency struct {
	ID     string
	Names  []string
	Places []string
}

// Agencies are the news agencies whose names this package knows.
var Agencies = []Agency{
	{"reuters", []string{"Reuters", "REUTERS", "Thomson Reuters"}, []string{"reuters"}},
	{"ap", []string{"AP", "Associated Press", "ASSOCIATED PRESS"}, []string{"apnews", "ap", "aponline", "associated press"}},
	{"afp", []string{"AFP", "Agence France-Presse"}, []string{"afp", "agence france-presse"}},
	{"dpa", []string{"dpa", "DPA", "Deutsche Presse-Agentur"}, []string{"dpa"}},
	{"pa", []string{"PA", "Press Association", "PA Media"}, []string{"pa", "press association"}},
	{"upi", []string{"UPI", "United Press International"}, []string{"upi"}},
	{"efe", []string{"EFE", "Agencia EFE"}, []string{"efe"}},
	{"ansa", []string{"ANSA"}, []string{"ansa"}},
	{"tass", []string{"TASS", "ITAR-TASS", "Tass"}, []string{"tass"}},
	{"interfax", []string{"Interfax"}, []string{"interfax"}},
	{"rianovosti", []string{"RIA Novosti", "RIA"}, []string{"ria"}},
	{"xinhua", []string{"Xinhua"}, []string{"xinhua", "xinhuanet"}},
	{"kyodo", []string{"Kyodo", "Kyodo News"}, []string{"kyodo", "kyodonews"}},
	{"yonhap", []string{"Yonhap"}, []string{"yonhap", "yna"}},
	{"pti", []string{"PTI", "Press Trust of India"}, []string{"pti"}},
	{"ians", []string{"IANS"}, []string{"ians"}},
	{"ani", []string{"ANI"}, []string{"ani"}},
	{"anadolu", []string{"Anadolu", "Anadolu Agency"}, []string{"anadolu"}},
	{"bloomberg", []string{"Bloomberg", "Bloomberg News"}, []string{"bloomberg"}},
	{"apa", []string{"APA", "Austria Press Agency"}, []string{"apa"}},
	{"belga", []string{"Belga"}, []string{"belga"}},
	{"aap", []string{"AAP", "Australian Associated Press"}, []string{"aap"}},
	{"canadianpress", []string{"Canadian Press"}, []string{"canadian press"}},
	{"europapress", []string{"Europa Press"}, []string{"europapress"}},
	{"lusa", []string{"Lusa"}, []string{"lusa"}},
}

// agencyOf gives each agency's names their one key.
var agencyOf = func() map[string]string {
	m := map[string]string{}
	for _, a := range Agencies {
		m[a.ID] = a.ID
		for _, name := range a.Names {
			m[plain(strings.ToLower(name))] = a.ID
		}
	}
	return m
}()
