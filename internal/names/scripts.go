package names

import (
	"strings"
	"unicode"
)

// stranger writes a letter of no known alphabet as four letters that stand for it
// alone, so that names in its script compare with one another, and a name that is
// read in part isn't taken for all that begin like it.
func stranger(r rune) string {
	n := uint32(r)
	return string([]byte{'q', 'a' + byte(n%26), 'b' + byte(n/26%25), 'a' + byte(n/650%26)})
}

// script romanises the letter at i of a name, in the way of its alphabet. It
// reports false for letters of no known alphabet.
func script(runes []rune, i int) (string, bool) {
	r := runes[i]
	switch {
	case 0x370 <= r && r <= 0x3ff:
		return greekLetter(runes, i)
	case 0x400 <= r && r <= 0x52f:
		return cyrillicLetter(runes, i)
	case 0x600 <= r && r <= 0x6ff:
		return arabicLetter(runes, i)
	case 0x530 <= r && r <= 0x58f, 0x5d0 <= r && r <= 0x5ea, 0x10a0 <= r && r <= 0x10ff:
		l, ok := alphabets[lower(r)]
		return l, ok
	case 0xac00 <= r && r <= 0xd7a3:
		return hangul(runes, i), true
	case 0x3040 <= r && r <= 0x30ff:
		return kana(runes, i)
	case 0x4e00 <= r && r <= 0x9fff:
		return hanziLetter(runes, i)
	}
	return "", false
}

// lower is the small letter of a capital of Armenian or Georgian.
func lower(r rune) rune {
	switch {
	case 0x531 <= r && r <= 0x556:
		return r + 0x30
	case 0x10a0 <= r && r <= 0x10c5:
		return r + 0x30
	}
	return r
}

// alphabet reads a table of pairs "letters romanisation …".
func alphabet(tables ...string) map[rune]string {
	m := map[rune]string{}
	for _, t := range tables {
		f := strings.Fields(t)
		for i := 0; i+1 < len(f); i += 2 {
			for _, r := range f[i] {
				if f[i+1] == "_" {
					m[r] = ""
				} else {
					m[r] = f[i+1]
				}
			}
		}
	}
	return m
}

var cyrillic = alphabet(`а a б b в v г g ґ g д d е e ё yo є ye ж zh з z и i й y і i ї yi ј j к k л l љ lj м m н n њ nj о o п p
	р r с s т t ћ c ђ dj у u ў u ф f х kh ц ts ч ch џ dz ш sh щ shch ъ _ ы y ь _ э e ю yu я ya қ k ғ g ң n ө o ү u ұ u һ h ә a ѓ g ќ k ѕ dz`)

// cyrillicLetter knows that "ий" and "ый" are written "y" at the end, and that "цз"
// stands for the j and z of Chinese names.
func cyrillicLetter(runes []rune, i int) (string, bool) {
	r := runes[i]
	if r < 0x430 || r > 0x45f {
		if 0x410 <= r && r <= 0x42f {
			r += 0x20
		} else if 0x400 <= r && r <= 0x40f {
			r += 0x50
		} else if r >= 0x460 && r%2 == 0 && r != 0x4cf {
			r++
		}
	}
	if r == 'ц' && i+1 < len(runes) && runes[i+1] == 'з' {
		if i+2 < len(runes) && strings.ContainsRune("июяе", runes[i+2]) {
			return "j", true
		}
		return "", true
	}
	if r == 'з' && i > 0 && (runes[i-1] == 'ц' || runes[i-1] == 'Ц') && i+1 < len(runes) && strings.ContainsRune("июяе", runes[i+1]) {
		return "", true
	}
	last := i+1 == len(runes) || runes[i+1] == ' '
	if r == 'й' && last && i > 0 && (runes[i-1] == 'и' || runes[i-1] == 'ы') {
		return "", true
	}
	if r == 'и' && i+1 < len(runes) && runes[i+1] == 'й' && (i+2 == len(runes) || runes[i+2] == ' ') {
		return "y", true
	}
	l, ok := cyrillic[r]
	return l, ok
}

var greek = alphabet(`αά a β v γ g δ d εέ e ζ z ηήιίϊΐ i θ th κ k λ l μ m ν n ξ x οόωώ o π p ρ r σς s τ t υύϋΰ y φ f χ ch ψ ps`)

// greekLetter knows the pairs that are written for one sound.
func greekLetter(runes []rune, i int) (string, bool) {
	small := func(i int) rune {
		if i < 0 || i >= len(runes) {
			return 0
		}
		r := runes[i]
		if 0x391 <= r && r <= 0x3a9 {
			return r + 0x20
		}
		if l, ok := map[rune]rune{'Ά': 'ά', 'Έ': 'έ', 'Ή': 'ή', 'Ί': 'ί', 'Ό': 'ό', 'Ύ': 'ύ', 'Ώ': 'ώ'}[r]; ok {
			return l
		}
		return r
	}
	r, next, before := small(i), small(i+1), small(i-1)
	switch {
	case r == 'μ' && next == 'π':
		return "b", true
	case r == 'π' && before == 'μ':
		return "", true
	case r == 'ν' && next == 'τ' && !unicode.IsLetter(before):
		return "d", true
	case r == 'τ' && before == 'ν' && !unicode.IsLetter(small(i-2)):
		return "", true
	case r == 'ο' && (next == 'υ' || next == 'ύ'):
		return "ou", true
	case (r == 'υ' || r == 'ύ') && before == 'ο':
		return "", true
	case (r == 'υ' || r == 'ύ') && (before == 'α' || before == 'ε'):
		return "v", true
	}
	l, ok := greek[r]
	return l, ok
}

// arabicLetter sets the article apart from its word, as romanisations do, but in
// the name of God.
func arabicLetter(runes []rune, i int) (string, bool) {
	l, ok := alphabets[runes[i]]
	rest := func(from int) string {
		to := from
		for to < len(runes) && unicode.IsLetter(runes[to]) {
			to++
		}
		return string(runes[from:to])
	}
	starts := func(i int) bool { return i >= 0 && runes[i] == 'ا' && (i == 0 || !unicode.IsLetter(runes[i-1])) }
	switch {
	case runes[i] != 'ل':
	case starts(i-1) && rest(i+1) != "له" && len([]rune(rest(i+1))) > 1:
		return "l ", true
	case starts(i-2) && runes[i-1] == 'ل' && rest(i+1) == "ه":
		return "la", true // "allah"
	}
	return l, ok
}

// alphabets are those whose letters are romanised one by one. Arabic and Hebrew
// write few vowels: see the comparison of skeletons.
var alphabets = alphabet(
	// Arabic, Persian, Urdu
	`ا a أ a إ i آ a ٱ a ب b پ p ت t ث th ج j چ ch ح h خ kh د d ذ dh ر r ز z ژ zh س s ش sh ص s ض d ط t ظ z ع a غ gh ف f
	ق q ك k ک k گ g ل l م m ن n ه h ة a و w ؤ w ي y ی y ى a ئ y ء _ ـ _ َ a ِ i ُ u ّ _ ْ _`,
	// Hebrew
	`א a ב b ג g ד d ה h ו u ז z ח h ט t י i כ k ך kh ל l מ m ם m נ n ן n ס s ע a פ p ף f צ ts ץ ts ק k ר r ש sh ת t`,
	// Armenian
	`ա a բ b գ g դ d ե e զ z է e ը e թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j
	ռ r ս s վ v տ t ր r ց ts ւ v փ p ք k օ o ֆ f և ev`,
	// Georgian
	`ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts
	ჭ ch ხ kh ჯ j ჰ h`,
)

var (
	hangulFirst  = strings.Split("g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h", ",")
	hangulMiddle = strings.Split("a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i", ",")
	hangulLast   = strings.Split(",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t", ",")
)

// familyNames are those of most Koreans, as they write them in English, which is not
// by the Revised Romanization.
var familyNames = alphabet(`김 kim 이 lee 박 park 최 choi 정 jung 강 kang 조 cho 윤 yoon 장 jang 임 lim 한 han 오 oh 서 seo 신 shin 권 kwon 황 hwang 안 ahn
	송 song 전 jeon 홍 hong 유 yoo 고 ko 문 moon 노 roh 반 ban 손 sohn 배 bae 백 baek 허 heo 남 nam 심 shim 하 ha 곽 kwak 성 sung 차 cha 주 joo 우 woo 구 koo 민 min 류 ryu 나 na`)

// hangul romanises the syllable block at i by the Revised Romanization, with a space
// after it: Korean names are written syllable by syllable. The first of two to four
// is a family name.
func hangul(runes []rune, i int) string {
	r := runes[i]
	if i == 0 && len(runes) > 1 && len(runes) < 5 {
		if name, ok := familyNames[r]; ok {
			return name + " "
		}
	}
	n := int(r - 0xac00)
	return hangulFirst[n/588] + hangulMiddle[n%588/28] + hangulLast[n%28] + " "
}

var kanaTable = alphabet(`あア a いイ i うウ u えエ e おオ o かカ ka きキ ki くク ku けケ ke こコ ko さサ sa しシ shi すス su せセ se そソ so
	たタ ta ちチ chi つツ tsu てテ te とト to なナ na にニ ni ぬヌ nu ねネ ne のノ no はハ ha ひヒ hi ふフ fu へヘ he ほホ ho
	まマ ma みミ mi むム mu めメ me もモ mo やヤ ya ゆユ yu よヨ yo らラ ra りリ ri るル ru れレ re ろロ ro わワ wa をヲ o んン n
	がガ ga ぎギ gi ぐグ gu げゲ ge ごゴ go ざザ za じジ ji ずズ zu ぜゼ ze ぞゾ zo だダ da ぢヂ ji づヅ zu でデ de どド do
	ばバ ba びビ bi ぶブ bu べベ be ぼボ bo ぱパ pa ぴピ pi ぷプ pu ぺペ pe ぽポ po ヴ vu ー _ っッ _ ぁァ a ぃィ i ぅゥ u ぇェ e ぉォ o`)

// kana romanises by the Hepburn system.
func kana(runes []rune, i int) (string, bool) {
	r := runes[i]
	small := map[rune]string{'ゃ': "a", 'ャ': "a", 'ゅ': "u", 'ュ': "u", 'ょ': "o", 'ョ': "o"}
	if v, ok := small[r]; ok {
		if i > 0 && strings.HasSuffix(kanaTable[runes[i-1]], "hi") {
			return v, true
		}
		return "y" + v, true
	}
	l, ok := kanaTable[r]
	if !ok {
		return "", r == '・'
	}
	if i+1 < len(runes) {
		next := runes[i+1]
		if _, ok := small[next]; ok && strings.HasSuffix(l, "i") {
			return strings.TrimSuffix(l, "i"), true
		}
		if strings.ContainsRune("ァィゥェォ", next) && len(l) > 1 {
			return l[:len(l)-1], true
		}
	}
	return l, true
}
