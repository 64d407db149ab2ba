package quantities

// money reads the currency behind a number, or settles that it stood before it.
func (s *scanner) money(p *amount, q *Quantity) (int, bool) {
	j := p.end
	if s.Word(j) == "(" && s.Word(j+2) == ")" && codes[s.Word(j+1)] != "" && p.money {
		q.Kind, q.Unit = Money, codes[s.Word(j+1)]
		return j + 3, true
	}
	if s.Word(j) == "-" && s.Joined(j) && currencies[s.Word(j+1)] != "" {
		j++
	}
	w := s.Word(j)
	code := ""
	switch {
	case w == "of" && !p.n.Exact() && currencies[s.Word(j+1)] != "": // "billions of euros"
		code, j = currencies[s.Word(j+1)], j+2
	case (w == "cents" || w == "cent" || w == "pence") && !p.money:
		q.Kind, q.Unit = Money, map[byte]string{'c': "cent", 'p': "penny"}[w[0]]
		return j + 1, true
	case currencies[w] != "" && !(w == "dong" || w == "rand" && s.Capital(j)):
		code, j = currencies[w], j+1
	case codes[w] != "" && s.Capital(j) && w != "try":
		code, j = codes[w], j+1
		if s.Word(j) == "dollars" || s.Word(j) == "dollar" {
			j++
		}
	case w == "won" && p.low >= 1e6:
		code, j = "KRW", j+1
	case w == "pounds" && (p.low >= 1e6 || s.costs(p.first)):
		code, j = "GBP", j+1
	case (w == "us" || w == "u") && s.Capital(j):
		k := j + 1
		if w == "u" && s.Word(k) == "." {
			k += 3
		}
		if s.Word(k) == "dollars" || s.Word(k) == "dollar" {
			code, j = "USD", k+1
		}
	case whose[w] != "" && (currencies[s.Word(j+1)] != "" || s.Word(j+1) == "pounds" || s.Word(j+1) == "won" || s.Word(j+1) == "kroner"):
		code, j = whose[w], j+2
	case w == "hong" && s.Word(j+1) == "kong" && s.Word(j+2) == "dollars":
		code, j = "HKD", j+3
	}
	if code == "" && !p.money {
		return p.end, false
	}
	if code == "" {
		code, j = p.currency, p.end
	} else if p.currency != "" && p.currency != "USD" {
		code = p.currency
	}
	q.Kind, q.Unit = Money, code
	return j, true
}

// costs reports whether a word before i speaks of money.
func (s *scanner) costs(i int) bool {
	const reach = 5
	for k := i - 1; k >= 0 && i-k <= reach; k-- {
		switch s.Tokens[k].Lower {
		case "cost", "costs", "costing", "worth", "paid", "pay", "price", "priced", "fined", "fine", "spent", "spend", "earn", "earned", "salary", "fee", "debt", "loan", "raised", "sold", "bought", "reward", "million":
			return true
		case ".":
			return false
		}
	}
	return false
}
