package model

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"sort"
	"strings"
)

// A model file is the line "stemma-model 1", the SHA-256 of the rest, and the
// rest: the model's parts in the order of Model.parts, numbers little-endian,
// each list with its length before it.

const magic = "stemma-model 1\n"

// ErrDamaged is that a model file isn't what was written.
var ErrDamaged = errors.New("the model is damaged")

// Write writes a model.
func (m *Model) Write(out io.Writer) error {
	var body bytes.Buffer
	if err := m.parts(&coder{out: &body}); err != nil {
		return err
	}
	sum := sha256.Sum256(body.Bytes())
	for _, b := range [][]byte{[]byte(magic), sum[:], body.Bytes()} {
		if _, err := out.Write(b); err != nil {
			return err
		}
	}
	return nil
}

// Read reads a model that Write wrote. name is for errors, which wrap ErrDamaged
// and give the checksum.
func Read(name string, data []byte) (*Model, error) {
	sum := sha256.Sum256(data)
	checksum := hex.EncodeToString(sum[:])
	fail := func(why string) error {
		return fmt.Errorf("model %s (sha256:%s): %w: %s", name, checksum, ErrDamaged, why)
	}
	if len(data) < len(magic)+sha256.Size || string(data[:len(magic)]) != magic {
		return nil, fail("it doesn't begin as models do")
	}
	body := data[len(magic)+sha256.Size:]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:], data[len(magic):len(magic)+sha256.Size]) {
		return nil, fail("its content doesn't match its checksum")
	}
	m := &Model{checksum: checksum}
	if err := m.parts(&coder{in: body}); err != nil {
		return nil, fail(err.Error())
	}
	if err := m.check(); err != nil {
		return nil, fail(err.Error())
	}
	m.Prepare()
	return m, nil
}

// A coder writes values to out or, where out is nil, reads them from in.
type coder struct {
	out *bytes.Buffer
	in  []byte
	err error
}

var errShort = errors.New("it ends early")

func (c *coder) uint(v *uint32) {
	if c.out != nil {
		c.out.Write(binary.LittleEndian.AppendUint32(nil, *v))
		return
	}
	if len(c.in) < 4 {
		c.err, c.in = errShort, nil
		*v = 0
		return
	}
	*v = binary.LittleEndian.Uint32(c.in)
	c.in = c.in[4:]
}

// bytes codes a list of n-byte values.
func (c *coder) length(n, size int) int {
	v := uint32(n)
	c.uint(&v)
	if c.out == nil && int(v) > len(c.in)/size {
		c.err = errShort
		return 0
	}
	return int(v)
}

func (c *coder) string(v *string) {
	n := c.length(len(*v), 1)
	if c.out != nil {
		c.out.WriteString(*v)
		return
	}
	*v, c.in = string(c.in[:n]), c.in[n:]
}

func (c *coder) strings(v *[]string) {
	all := strings.Join(*v, "\n")
	c.string(&all)
	if c.out == nil && all != "" {
		*v = strings.Split(all, "\n")
	}
}

func (c *coder) int8s(v *[]int8) {
	n := c.length(len(*v), 1)
	if c.out != nil {
		for _, x := range *v {
			c.out.WriteByte(byte(x))
		}
		return
	}
	*v = make([]int8, n)
	for i, x := range c.in[:n] {
		(*v)[i] = int8(x)
	}
	c.in = c.in[n:]
}

func (c *coder) uint8s(v *[]uint8) {
	n := c.length(len(*v), 1)
	if c.out != nil {
		c.out.Write(*v)
		return
	}
	*v, c.in = append([]byte(nil), c.in[:n]...), c.in[n:]
}

func (c *coder) uint16s(v *[]uint16) {
	n := c.length(len(*v), 2)
	if c.out != nil {
		for _, x := range *v {
			c.out.Write(binary.LittleEndian.AppendUint16(nil, x))
		}
		return
	}
	*v = make([]uint16, n)
	for i := range *v {
		(*v)[i] = binary.LittleEndian.Uint16(c.in[2*i:])
	}
	c.in = c.in[2*n:]
}

func (c *coder) uint32s(v *[]uint32) {
	n := c.length(len(*v), 4)
	if c.out == nil {
		*v = make([]uint32, n)
	}
	for i := range *v {
		c.uint(&(*v)[i])
	}
}

func (c *coder) floats(v *[]float32) {
	n := c.length(len(*v), 4)
	if c.out == nil {
		*v = make([]float32, n)
	}
	for i := range *v {
		bits := math.Float32bits((*v)[i])
		c.uint(&bits)
		(*v)[i] = math.Float32frombits(bits)
	}
}

func (c *coder) table(t *Table) {
	rows, cols, scale := uint32(t.Rows), uint32(t.Cols), []float32{t.Scale}
	c.uint(&rows)
	c.uint(&cols)
	c.floats(&scale)
	c.int8s(&t.Data)
	if c.out == nil && len(scale) == 1 {
		t.Rows, t.Cols, t.Scale = int(rows), int(cols), scale[0]
	}
}

func (c *coder) matrix(w *Matrix) {
	rows, cols := uint32(w.Rows), uint32(w.Cols)
	c.uint(&rows)
	c.uint(&cols)
	c.floats(&w.Scale)
	c.floats(&w.Bias)
	c.int8s(&w.Data)
	if c.out == nil {
		w.Rows, w.Cols = int(rows), int(cols)
	}
}

// parts codes all parts of a model.
func (m *Model) parts(c *coder) error {
	c.string(&m.Lang)
	c.strings(&m.Tags)
	c.strings(&m.Names)
	c.strings(&m.Relations)
	c.uint32s(&m.Vocabulary)
	c.uint8s(&m.Cases)
	c.uint16s(&m.OwnRow)
	rare := uint32(m.RareFrom)
	c.uint(&rare)
	m.RareFrom = int32(rare)
	c.lists(&m.Lists)
	for _, t := range m.tables() {
		c.table(t)
	}
	for i := range m.Stack {
		l := &m.Stack[i]
		c.matrix(&l.W)
		c.floats(&l.V)
		c.floats(&l.B)
	}
	c.matrix(&m.Tag)
	c.matrix(&m.Name)
	c.floats(&m.Moves)
	c.matrix(&m.Parse)
	c.matrix(&m.Arc)
	c.floats(&m.Root)
	c.floats(&m.RootTag)
	c.floats(&m.Distance)
	c.matrix(&m.Label)
	c.lemmas(&m.Lemmas)
	if c.err == nil && len(c.in) > 0 {
		return errors.New("there is more in it than there should be")
	}
	return c.err
}

func (c *coder) lists(l *Lists) {
	var keys []uint32
	for h := range *l {
		keys = append(keys, h)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	bits := make([]uint16, len(keys))
	for i, h := range keys {
		bits[i] = (*l)[h]
	}
	c.uint32s(&keys)
	c.uint16s(&bits)
	if c.out == nil && len(bits) == len(keys) {
		*l = make(Lists, len(keys))
		for i, h := range keys {
			(*l)[h] = bits[i]
		}
	}
}

func (c *coder) lemmas(l *Lemmas) {
	var all []string
	for k := range *l {
		all = append(all, k)
	}
	sort.Strings(all)
	for i, k := range all {
		all[i] = k + "\t" + (*l)[k]
	}
	c.strings(&all)
	if c.out != nil {
		return
	}
	*l = make(Lemmas, len(all))
	for _, line := range all {
		i := strings.LastIndexByte(line, '\t')
		if i < 0 || len(line) < i+3 {
			c.err = errors.New("a rule for lemmas is broken")
			return
		}
		(*l)[line[:i]] = line[i+1:]
	}
}

// check reports the first part that doesn't fit the others.
func (m *Model) check() error {
	shape := func(what string, ok bool) error {
		if ok {
			return nil
		}
		return fmt.Errorf("%s have the wrong size", what)
	}
	n := len(m.Vocabulary)
	errs := []error{
		shape("tags", len(m.Tags) > 0 && len(m.Tags) <= MaxTags && len(m.Names) <= MaxNames && len(m.Relations) > 0 && len(m.Relations) <= MaxLabels),
		shape("words", n > 0 && len(m.Cases) == n && len(m.OwnRow) == n && m.Vectors.Rows == n),
		shape("scores", len(m.Moves) == MaxNames*MaxNames && len(m.Root) == ArcSize && len(m.RootTag) == LabelSize && len(m.Distance) == Distances),
	}
	cols := 0
	for _, t := range m.tables() {
		cols += t.Cols
		errs = append(errs, shape("tables", t.Rows > 0 && t.Cols > 0 && len(t.Data) == t.Rows*t.Cols))
	}
	for i, t := range m.Hashed {
		errs = append(errs, shape("tables", t.Rows == HashShape[i][0]))
	}
	for _, row := range m.OwnRow {
		if int(row) >= m.Own.Rows {
			errs = append(errs, shape("rows", false))
			break
		}
	}
	errs = append(errs, shape("tables", cols+Flags == InputSize))
	for _, w := range m.matrices() {
		errs = append(errs, shape("matrices", len(w.Data) == w.Rows*w.Cols && len(w.Scale) == w.Cols && len(w.Bias) == w.Cols && w.Rows%2 == 0 && w.Cols%16 == 0))
	}
	for l := range m.Stack {
		s := &m.Stack[l]
		errs = append(errs, shape("layers", s.W.Rows == Inputs(l) && s.W.Cols == 2*Projections(l)*Hidden && len(s.V) == 4*Hidden && len(s.B) == 4*Hidden))
	}
	errs = append(errs, shape("heads", m.Tag.Rows == 2*Hidden && m.Tag.Cols == MaxTags && m.Name.Rows == 2*Hidden && m.Name.Cols == MaxNames &&
		m.Parse.Rows == 2*Hidden && m.Parse.Cols == 2*ArcSize+2*LabelSize && m.Arc.Rows == ArcSize && m.Arc.Cols == ArcSize &&
		m.Label.Rows == LabelSize && m.Label.Cols == MaxLabels))
	return errors.Join(errs...)
}
