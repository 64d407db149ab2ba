package render

import (
	"reflect"
	"strings"
	"testing"
	"text/template/parse"
)

// TestTemplatesFitTheirTypes walks through the templates with the types of what
// they are given: a field or method that isn't there is found here and not when a
// reader's story first has it.
func TestTemplatesFitTheirTypes(t *testing.T) {
	c := checker{t: t, done: map[string]reflect.Type{}}
	c.template("page.tmpl", reflect.TypeFor[*page]())
	for _, tmpl := range pageTemplate.Templates() {
		name := tmpl.Name()
		if _, used := c.done[name]; !used && tmpl.Tree != nil && !parse.IsEmptyTree(tmpl.Tree.Root) {
			t.Errorf("template %s is never used", name)
		}
	}
}

// A checker knows the type of dot and of the variables where it is.
type checker struct {
	t    *testing.T
	done map[string]reflect.Type
	name string
	vars []variable
}

type variable struct {
	name string
	typ  reflect.Type
}

func (c *checker) template(name string, dot reflect.Type) {
	if was, ok := c.done[name]; ok && was == dot {
		return
	}
	c.done[name] = dot
	tmpl := pageTemplate.Lookup(name)
	if tmpl == nil {
		c.t.Errorf("%s: no template %s", c.name, name)
		return
	}
	inner := checker{t: c.t, done: c.done, name: name, vars: []variable{{"$", dot}}}
	inner.list(tmpl.Tree.Root, dot)
}

func (c *checker) list(list *parse.ListNode, dot reflect.Type) {
	if list == nil {
		return
	}
	defer func(n int) { c.vars = c.vars[:n] }(len(c.vars))
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.ActionNode:
			c.pipe(n.Pipe, dot)
		case *parse.IfNode:
			c.branch(&n.BranchNode, dot, func(reflect.Type) reflect.Type { return dot })
		case *parse.WithNode:
			c.branch(&n.BranchNode, dot, func(value reflect.Type) reflect.Type { return value })
		case *parse.RangeNode:
			c.branch(&n.BranchNode, dot, c.element)
		case *parse.TemplateNode:
			c.template(n.Name, c.pipe(n.Pipe, dot))
		}
	}
}

// branch checks an if, with or range, whose body has the dot that inside gives.
func (c *checker) branch(n *parse.BranchNode, dot reflect.Type, inside func(reflect.Type) reflect.Type) {
	defer func(n int) { c.vars = c.vars[:n] }(len(c.vars))
	value := c.pipe(n.Pipe, dot)
	body := inside(value)
	if n.NodeType == parse.NodeRange && len(n.Pipe.Decl) > 0 {
		c.vars[len(c.vars)-1].typ = body
		if len(n.Pipe.Decl) == 2 {
			c.vars[len(c.vars)-2].typ = reflect.TypeFor[int]()
		}
	}
	c.list(n.List, body)
	c.list(n.ElseList, dot)
}

// element is the type of what a range over typ gives.
func (c *checker) element(typ reflect.Type) reflect.Type {
	switch {
	case typ == nil:
		return nil
	case typ.Kind() == reflect.Slice:
		return typ.Elem()
	case typ.Kind() == reflect.Func:
		return typ.In(0).In(0) // iter.Seq
	}
	c.t.Errorf("%s: range over %v", c.name, typ)
	return nil
}

func (c *checker) pipe(p *parse.PipeNode, dot reflect.Type) reflect.Type {
	if p == nil {
		return nil
	}
	var typ reflect.Type
	for _, cmd := range p.Cmds {
		typ = c.command(cmd, dot)
	}
	for _, v := range p.Decl {
		c.vars = append(c.vars, variable{v.Ident[0], typ})
	}
	return typ
}

func (c *checker) command(cmd *parse.CommandNode, dot reflect.Type) reflect.Type {
	var args []reflect.Type
	for _, a := range cmd.Args[1:] {
		args = append(args, c.value(a, dot))
	}
	f, ok := cmd.Args[0].(*parse.IdentifierNode)
	if !ok {
		return c.value(cmd.Args[0], dot)
	}
	switch f.Ident {
	case "len":
		return reflect.TypeFor[int]()
	case "eq", "ne", "gt", "not":
		return reflect.TypeFor[bool]()
	case "or", "and":
		return args[0]
	}
	if strings.HasPrefix(f.Ident, "_html_template") {
		return reflect.TypeFor[string]()
	}
	fn := functions[f.Ident]
	if fn == nil {
		c.t.Errorf("%s: no function %s", c.name, f.Ident)
		return nil
	}
	typ := reflect.TypeOf(fn)
	if typ.NumIn() != len(args) {
		c.t.Errorf("%s: %s has %d arguments", c.name, cmd, len(args))
	}
	for i, a := range args {
		if a != nil && i < typ.NumIn() && !a.AssignableTo(typ.In(i)) {
			c.t.Errorf("%s: %s: %v is no %v", c.name, cmd, a, typ.In(i))
		}
	}
	return typ.Out(0)
}

func (c *checker) value(n parse.Node, dot reflect.Type) reflect.Type {
	switch n := n.(type) {
	case *parse.DotNode:
		return dot
	case *parse.FieldNode:
		return c.fields(dot, n.Ident)
	case *parse.VariableNode:
		for i := len(c.vars) - 1; i >= 0; i-- {
			if c.vars[i].name == n.Ident[0] {
				return c.fields(c.vars[i].typ, n.Ident[1:])
			}
		}
		c.t.Errorf("%s: no variable %s", c.name, n)
	case *parse.ChainNode:
		return c.fields(c.value(n.Node, dot), n.Field)
	case *parse.PipeNode:
		return c.pipe(n, dot)
	case *parse.StringNode:
		return reflect.TypeFor[string]()
	case *parse.NumberNode:
		return reflect.TypeFor[int]()
	case *parse.BoolNode:
		return reflect.TypeFor[bool]()
	}
	return nil
}

// fields follows names through a type: methods without arguments, or fields.
func (c *checker) fields(typ reflect.Type, names []string) reflect.Type {
	for _, name := range names {
		if typ == nil {
			return nil
		}
		typ = c.field(typ, name)
	}
	return typ
}

func (c *checker) field(typ reflect.Type, name string) reflect.Type {
	receiver := typ
	if typ.Kind() == reflect.Struct {
		receiver = reflect.PointerTo(typ)
	}
	if m, ok := receiver.MethodByName(name); ok {
		return m.Type.Out(0)
	}
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if typ.Kind() == reflect.Struct {
		if f, ok := typ.FieldByName(name); ok && f.IsExported() {
			return f.Type
		}
	}
	c.t.Errorf("%s: %v has no %s", c.name, typ, name)
	return nil
}
