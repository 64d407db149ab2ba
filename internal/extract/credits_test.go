package extract

import (
	"strings"
	"testing"
)

func TestCredits(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Source From: Ambito", "source Ambito"},
		{"Source: Orun Gazette, Tamm Daily", "source Orun Gazette; source Tamm Daily"},
		{"(Source: Reuters)", "source Reuters"},
		{"Quelle: dpa", "source dpa"},
		{"GENEVA (Reuters) - The talks ended on Monday without a result.", "dateline Reuters"},
		{"MOSCOW, January 13. /TASS/. The talks ended on Monday.", "dateline TASS"},
		{"(Reuters) - The talks ended on Monday without a result.", "agency Reuters"},
		{"The talks ended on Monday without a result. (dpa/AFP)", "agency dpa; agency AFP"},
		{"The talks ended on Monday without a result. – AFP", "agency AFP"},
		{"With material from dpa", "agency dpa"},
		{"The Associated Press contributed to this report.", "agency Associated Press"},
		{"Ada Nilsson and Per Holm contributed to this report.", "author Ada Nilsson; author Per Holm"},
		{"(Additional reporting by Ada Nilsson; Editing by Per Holm)", "author Ada Nilsson"},
		{"This article was originally published by The Orun Gazette.", "source Orun Gazette"},
		{"The post Dam gives way appeared first on Orun Gazette.", "source Orun Gazette"},
		{"He said so in an interview this Thursday (13) to Russian channel RTVI.", "cites RTVI"},
		{"Quoted by the WSJ, the minister said it could not be excluded.", "cites WSJ"},
		{"“No,” she told privately owned Russian-language television network RTVi in an interview.", "cites RTVi"},
		{"According to the Interfax agency, there were no talks.", "cites Interfax"},
		{"The Wall Street Journal reported the offer first.", "cites Wall Street Journal"},
		{"He assured in an interview with the RTVI radio station.", "cites RTVI"},
		{"“I don’t know,” he said in response to a question on the RTVi station.", "cites RTVi"},
		{"The offer stands, the newspaper Sydkusten reported, citing the Orun Gazette.", "cites Sydkusten; cites Orun Gazette"},
		{"as reported by state news agency Zvonek", "cites Zvonek"},
		{"He told CNN’s reporter that he would stay.", "cites CNN"},
		{"LUBNYK, Karvonia (Northwire) - The talks ended on Monday without a result.", "dateline Northwire"},
		{"ORUN, March 4 (KQXZ/Northwire) — The talks ended on Monday.", "dateline KQXZ; dateline Northwire"},
		{"The talks ended on Monday without a result. (Northwire)", "agency Northwire"},
		{"Orun Ledger, with material from Northwire", "agency Northwire"},
		{"With material from Northwire and dpa", "agency Northwire; agency dpa"},
		{"“No,” the minister told Radio Orun, a private station.", "cites Radio Orun"},
		{"“No,” the minister said in an interview with Radio Orun.", "cites Radio Orun"},
		{"He assured so to the television channel Radio Orun, private.", "cites Radio Orun"},
		{"She told Channel 9 that the road was closed.", "cites Channel 9"},
		{"The talks are over, the minister said, quoted by Orbis Press.", "cites Orbis Press"},

		{"ORUN (Thursday) - The talks ended on Monday without a result.", ""},
		{"SPRINGFIELD (Illinois) - The talks ended on Monday without a result.", ""},
		{"ORUN (Ada Nilsson) - The talks ended on Monday without a result.", ""},
		{"UPDATE (Friday) - The talks ended on Monday without a result.", ""},
		{"ORUN LAKE COUNCIL (OLC) - a body of five - met on Monday.", ""},
		{"Sen. Ada Nilsson (D-Calif.) - who was there - left on Monday.", ""},
		{"Ada Nilsson (pictured) - who was there - left on Monday.", ""},
		{"Nobody answered when he asked for questions. (Laughter)", ""},
		{"The talks were led by a senator from the north. (Democrat)", ""},
		{"She told Sarah that she would stay.", ""},
		{"He told the Channel Islands that the talks were over.", ""},
		{"With reports from Orun and the lake", ""},

		{"She told reporters that she would stay.", ""},
		{"He told Putin that the talks were over.", ""},
		{"He told the Russian TV station that he would stay.", ""},
		{"According to the ministry, according to Ada Nilsson, it is over.", ""},
		{"He moved from the Orun Gazette to the Tamm Daily in 2010.", ""},
		{"The Press Association (PA) was founded in 1868 and is still there.", ""},
		{"She spoke to the Environmental Protection Agency about it.", ""},
		{"He posted it on the Telegram channel on Monday.", ""},
		{"People said that the price had risen.", ""},
		{"Bloomberg said he would run for president.", ""},
	} {
		var got []string
		for _, credit := range findCredits(c.text, split(c.text), nil) {
			got = append(got, credit.Kind+" "+credit.Name)
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%q: got %q, want %q", c.text, s, c.want)
		}
	}
}
