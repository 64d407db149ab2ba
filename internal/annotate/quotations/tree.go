package quotations

// A tree is what the parse says, where there is one: for each word the range of
// the words under it, itself included.
type tree struct {
	first, last []int   // words [first, last) under each word
	children    [][]int // in order of text
}

// grow makes the tree of a page; nil without a parse.
func (p *page) grow() *tree {
	if !p.parsed {
		return nil
	}
	t := &tree{first: make([]int, len(p.words)), last: make([]int, len(p.words)), children: make([][]int, len(p.words))}
	depth := make([]int, len(p.words))
	for i := range p.words {
		t.first[i], t.last[i] = i, i+1
		if h := p.words[i].head; h >= 0 && h < len(p.words) && h != i {
			t.children[h] = append(t.children[h], i)
		}
	}
	// From the roots down, then ranges from the leaves up: linear, and a circle
	// (which no parse should hold) is never entered.
	var order []int
	for i := range p.words {
		if h := p.words[i].head; h < 0 || h >= len(p.words) || h == i {
			order = append(order, i)
		}
	}
	for n := 0; n < len(order); n++ {
		for _, c := range t.children[order[n]] {
			depth[c] = depth[order[n]] + 1
			order = append(order, c)
		}
	}
	for n := len(order) - 1; n >= 0; n-- {
		i := order[n]
		if h := p.words[i].head; depth[i] > 0 {
			t.first[h] = min(t.first[h], t.first[i])
			t.last[h] = max(t.last[h], t.last[i])
		}
	}
	return t
}

// child is the first child of i with one of the relations, -1 none.
func (p *page) child(i int, relations ...string) int {
	if p.tree == nil {
		return -1
	}
	for _, c := range p.tree.children[i] {
		for _, r := range relations {
			if p.words[c].relation == r {
				return c
			}
		}
	}
	return -1
}

// subjectOf is the subject of the verb, noun or adjective at v by the parse: its
// own, or that of the verb it shares one with. -1 none.
func (p *page) subjectOf(v int) int {
	for steps := 0; steps < 6; steps++ {
		if s := p.child(v, "nsubj"); s >= 0 {
			return s
		}
		h := p.words[v].head
		if h < 0 {
			return -1
		}
		switch p.words[v].relation {
		case "conj", "xcomp", "advcl", "parataxis":
			v = h
		case "acl":
			return h
		default:
			return -1
		}
	}
	return -1
}
