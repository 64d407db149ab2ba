package slots

import (
	"strings"

	"stemma/account"
)

// officeHeads are the nouns that stand before a name as its title, with the form
// under which they compare.
var officeHeads = func() map[string]string {
	m := map[string]string{}
	for _, n := range strings.Fields(`president minister chancellor premier governor senator representative congressman
		congresswoman mayor councilman councilwoman councilor councillor alderman commissioner sheriff chief deputy
		officer trooper detective sergeant lieutenant captain major colonel general admiral corporal private commander
		constable inspector superintendent marshal agent ranger judge justice magistrate attorney lawyer prosecutor
		solicitor counsel spokesman spokeswoman spokesperson secretary director administrator manager chairman
		chairwoman chair chairperson executive founder owner professor doctor surgeon coroner examiner coach
		quarterback receiver back linebacker pitcher catcher forward guard striker goalkeeper midfielder defender
		captain player star actor actress singer rapper comedian author writer director producer editor reporter
		correspondent columnist anchor host analyst economist strategist adviser advisor aide consultant ambassador
		envoy diplomat leader speaker whip candidate nominee king queen prince princess duke pope cardinal bishop
		archbishop pastor reverend priest rabbi imam principal teacher nurse engineer scientist researcher astronaut
		pilot driver firefighter paramedic dispatcher clerk treasurer controller comptroller auditor investigator
		criminologist psychologist psychiatrist activist organizer volunteer veteran lobbyist banker businessman
		businesswoman entrepreneur investor magnate billionaire technician mechanic farmer`) {
		m[n] = n
	}
	for _, pair := range strings.Fields(`gov=governor sen=senator rep=representative sgt=sergeant lt=lieutenant
		capt=captain cpl=corporal col=colonel gen=general adm=admiral cmdr=commander det=detective supt=superintendent
		insp=inspector dr=doctor prof=professor rev=reverend pres=president atty=attorney maj=major pvt=private
		adviser=advisor spokesman=spokesperson spokeswoman=spokesperson chairwoman=chairman chair=chairman
		chairperson=chairman councilwoman=councilman councilor=councilman councillor=councilman
		congresswoman=representative congressman=representative actress=actor ceo=executive
		dep=deputy attorney=lawyer counsel=lawyer professor=doctor reporter=correspondent`) {
		short, full, _ := strings.Cut(pair, "=")
		m[short] = full
	}
	return m
}()

// rankWords before a title make it another office.
var rankWords = map[string]string{
	"deputy": "deputy", "vice": "vice", "assistant": "assistant", "associate": "associate", "chief": "chief",
	"acting": "acting", "interim": "acting", "senior": "senior", "first": "first", "second": "second",
	"under": "under", "lieutenant": "lieutenant", "lt": "lieutenant", "major": "major", "brigadier": "brigadier",
	"majority": "majority", "minority": "minority", "financial": "financial", "operating": "operating",
	"solicitor": "solicitor", "attorney": "attorney", "wide": "wide", "running": "running", "national": "national",
	"foreign": "foreign", "prime": "prime", "defense": "defense", "defence": "defense", "interior": "interior",
	"finance": "finance", "executive": "executive", "co-chief": "chief", "special": "special", "house": "house",
	"senate": "senate", "security": "security", "district": "district", "state": "state",
}

// offices finds titles right before names: "Deputy Foreign Minister Ana Orwin". The
// slot covers title and name, and is about the name's last word. A title in the
// genitive ("the Prosecutor's Office") is none.
func (f *finder) offices() {
	for i := range f.Words {
		ws := f.Words[i]
		for k := 1; k < len(ws); k++ {
			h := f.head(i, k)
			if h < 0 || strings.HasSuffix(ws[k-1].In(f.Text), "s") && !strings.HasSuffix(ws[k-1].Lower, "s") || !ws[k].Capital || officeHeads[ws[k].Lower] != "" || rankWords[ws[k].Lower] != "" || !f.joined(i, k) {
				continue
			}
			last := k + 1
			for last < len(ws) && ws[last].Capital && f.joined(i, last) {
				last++
			}
			if f.titled(i, k, last) {
				continue // "Deputy Transport Minister Ana Orwin": found at its last noun
			}
			f.office(i, h, k, last)
		}
	}
}

// titled reports whether a title stands within the run of capitals [k, last).
func (f *finder) titled(i, k, last int) bool {
	for n := k + 1; n < last-1; n++ {
		if officeHeads[f.Words[i][n].Lower] != "" {
			return true
		}
	}
	return false
}

// head is the index of the noun of the title that ends right before word k, or -1:
// "Minister" in "Foreign Minister Orwin", "Secretary" in "Secretary of State Orwin".
func (f *finder) head(i, k int) int {
	ws := f.Words[i]
	if officeHeads[ws[k-1].Lower] != "" {
		return k - 1
	}
	if k >= 3 && ws[k-1].Capital && ws[k-2].Lower == "of" && ws[k-3].Capital && officeHeads[ws[k-3].Lower] != "" {
		return k - 3
	}
	return -1
}

// office adds the office whose head is word h of the name [k, last).
func (f *finder) office(i, h, k, last int) {
	ws := f.Words[i]
	first := h
	parts := []string{officeHeads[ws[h].Lower]}
	if h < k-1 {
		parts = append([]string{ws[k-1].Lower}, parts...)
	}
	for first > 0 && h-first < 5 && f.joined(i, first) {
		w := ws[first-1]
		rank := rankWords[w.Lower]
		if rank == "" {
			rank = officeHeads[w.Lower]
		}
		if rank == "" && w.Capital && first > 1 && rankWords[ws[first-2].Lower] != "" && f.joined(i, first-1) {
			rank = w.Lower // of which ministry: "Deputy Transport Minister"
		}
		if rank == "" && !(ws[first-1].Lower == "of" && first > 1) {
			break
		}
		if rank != "" {
			parts = append([]string{rank}, parts...)
		}
		first--
	}
	for first < h && !ws[first].Content {
		first++
	}
	about := surname(ws, last)
	if about == "" || weekdays[about] != "" {
		return
	}
	s := f.add(i, first, last, account.AspectRole, "office", strings.Join(parts, " "))
	s.Parts, s.About = parts, about
}
