"""Trains a teacher and lets it annotate sentences for cmd/train to learn from.

    python teacher.py train -data DIR -onnx FILE -tokenizer FILE -out teacher.pt
    python teacher.py label -model teacher.pt -tokenizer FILE -sentences FILE -out taught.conllu.gz -vectors vectors.txt

The teacher is a published encoder for English (a transformer of 12 layers of 384,
read from its ONNX file), fine-tuned together with small layers for tags, trees
(biaffine, Dozat and Manning 2017) and names on the training parts of ud-ewt,
uner-ewt, crossner-politics and meantime-names. It reads consecutive sentences
together, so that a sentence is understood amid its neighbours.

It is needed only to make the language model anew: docs/models.md has the whole
way. It needs PyTorch, onnx and tokenizers.
"""

import argparse
import collections
import gzip
import os
import random
import re
import time

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import numpy_helper
from tokenizers import Tokenizer

WIDTH = 384
HEADS = 12
WINDOW = 126  # word pieces read together, without the two that frame them
TYPES = ["PER", "ORG", "LOC"]
IOB2 = {"O": "O", "B": "B", "I": "I", "E": "I", "S": "B"}
NAMES = ["O"] + [f"{p}-{t}" for t in TYPES for p in "BIES"]


# Sentences


class Sentence:
    """The words of a sentence and what is known of them; None where not known."""

    def __init__(self, words):
        self.words = words
        self.tags = self.fine = self.heads = self.relations = self.names = None
        self.first = False  # of its document


def lines_of(path):
    if not os.path.exists(path):
        path += ".gz"
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as f:
        for line in f:
            yield line.rstrip("\n")


def read_trees(path):
    rows, first = [], False
    for line in lines_of(path):
        if line.startswith("# newdoc"):
            first = True
        if line and line[0].isdigit():
            cells = line.split("\t")
            if cells[0].isdigit():
                rows.append(cells)
        if not line and rows:
            s = Sentence([r[1] for r in rows])
            s.tags = [r[3] for r in rows]
            s.fine = [r[4] for r in rows]
            s.heads = [int(r[6]) for r in rows]
            s.relations = [r[7] for r in rows]
            s.first, first, rows = first, False, []
            yield s


def read_names(path):
    words, tags = [], []
    for line in list(lines_of(path)) + [""]:
        if line.startswith("#") and not words:
            continue
        if line:
            cells = line.split("\t")
            words.append(cells[0])
            tags.append(cells[-1])
        elif words:
            s = Sentence(words)
            s.names = placed(tags)
            s.first = True
            yield s
            words, tags = [], []


def placed(tags):
    """IOB2 to tags that also mark ends and names of one word."""
    out = []
    for i, t in enumerate(tags):
        if t == "O" or t[2:] not in TYPES:
            out.append("O")
            continue
        last = i + 1 == len(tags) or tags[i + 1] != "I-" + t[2:]
        out.append({("B", True): "S", ("B", False): "B", ("I", True): "E", ("I", False): "I"}[t[0], last] + t[1:])
    return out


def case_of(word, at_start):
    letters = [c for c in word if c.isalpha()]
    if not letters:
        kind = 4 if any(c.isdigit() for c in word) else 5
    elif word.islower():
        kind = 0
    elif len(letters) > 1 and word.isupper():
        kind = 2
    elif word[0].isupper() and not any(c.isupper() for c in word[1:]):
        kind = 1
    else:
        kind = 3
    return 1 + kind + (6 if at_start else 0)


# The network


def encoder_weights(path):
    """The parameters of a BERT-like encoder in an ONNX file, by their usual names:
    the matrices have lost them there, but not their order."""
    graph = onnx.load(path).graph
    arrays = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    out = {n: a for n, a in arrays.items() if n.startswith(("embeddings.", "encoder."))}
    matrices = [arrays[n.input[1]] for n in graph.node if n.op_type == "MatMul" and n.input[1] in arrays]
    parts = ["attention.self.query", "attention.self.key", "attention.self.value",
             "attention.output.dense", "intermediate.dense", "output.dense"]
    for i, w in enumerate(matrices[: 12 * len(parts)]):
        out[f"encoder.layer.{i // 6}.{parts[i % 6]}.weight"] = w.T
    return {n: torch.tensor(np.array(a)) for n, a in out.items()}


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.up = nn.Linear(WIDTH, 4 * WIDTH)
        self.down = nn.Linear(4 * WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def load(self, w, i):
        at = f"encoder.layer.{i}."
        with torch.no_grad():
            for j, part in enumerate(["query", "key", "value"]):
                self.qkv.weight[j * WIDTH : (j + 1) * WIDTH] = w[f"{at}attention.self.{part}.weight"]
                self.qkv.bias[j * WIDTH : (j + 1) * WIDTH] = w[f"{at}attention.self.{part}.bias"]
            for own, name in [(self.out, "attention.output.dense"), (self.up, "intermediate.dense"),
                              (self.down, "output.dense"), (self.norm1, "attention.output.LayerNorm"),
                              (self.norm2, "output.LayerNorm")]:
                own.weight.copy_(w[at + name + ".weight"])
                own.bias.copy_(w[at + name + ".bias"])

    def forward(self, x, mask, drop):
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        a = self.out(a.transpose(1, 2).reshape(b, t, WIDTH))
        x = self.norm1(x + F.dropout(a, drop, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(y, drop, self.training))


class Teacher(nn.Module):
    def __init__(self, layers, tags, fine, relations):
        super().__init__()
        self.labels = dict(tags=tags, fine=fine, relations=relations)
        self.pieces = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.case = nn.Embedding(16, WIDTH)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))
        self.mix = nn.Parameter(torch.zeros(4, layers))
        self.tag = nn.Linear(2 * WIDTH, len(tags))
        self.fine = nn.Linear(2 * WIDTH, len(fine))
        self.name = nn.Sequential(nn.Linear(2 * WIDTH, 192), nn.GELU(), nn.Dropout(0.2), nn.Linear(192, len(NAMES)))
        self.arc_dep, self.arc_head = nn.Linear(2 * WIDTH, 320), nn.Linear(2 * WIDTH, 320)
        self.rel_dep, self.rel_head = nn.Linear(2 * WIDTH, 256), nn.Linear(2 * WIDTH, 256)
        self.arc = nn.Parameter(torch.zeros(320, 321))
        self.rel = nn.Linear(256, len(relations))

    def load_encoder(self, w):
        with torch.no_grad():
            self.pieces.weight.copy_(w["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(w["embeddings.position_embeddings.weight"])
            self.positions.weight.add_(w["embeddings.token_type_embeddings.weight"][0])
            self.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(self.layers):
            layer.load(w, i)

    def encode(self, batch):
        """Vectors of the words, mixed from the layers for each of four tasks. A
        word is its first and its last piece."""
        ids, case = batch.ids, batch.case
        x = self.pieces(ids) + self.positions.weight[: ids.shape[1]] + self.case(case)
        drop = 0.1
        x = F.dropout(self.norm(x), drop, self.training)
        mask = (ids != 0)[:, None, None, :]
        outs = []
        for layer in self.layers:
            x = layer(x, mask, drop)
            outs.append(x.reshape(-1, WIDTH))
        share = torch.softmax(self.mix * 5, 1)
        vectors = []
        for task in range(4):
            m = sum(share[task, i] * o for i, o in enumerate(outs))
            v = torch.cat([m[batch.begins], m[batch.ends]], 1)
            vectors.append(F.dropout(v, 0.2, self.training))
        return vectors

    def arcs(self, x, batch):
        """Scores of heads: row of sentence, word, head (0 is the root)."""
        dep, head = [F.dropout(F.gelu(f(x)), 0.25, self.training) for f in (self.arc_dep, self.arc_head)]
        dep, head = dep[batch.grid], head[batch.grid]
        n, size, _ = dep.shape
        head = torch.cat([torch.ones(n, 1, 320) * 0.1, head], 1)
        left = torch.cat([dep, torch.ones(n, size, 1)], 2) @ self.arc.T
        s = left @ head.transpose(1, 2)
        s = s.masked_fill(~batch.heads_mask[:, None, :], -1e9)
        own = torch.eye(size, dtype=torch.bool)
        s[:, :, 1:] = s[:, :, 1:].masked_fill(own, -1e9)
        return s

    def rels(self, x, heads):
        """Scores of relations, given each word's head as a row of x, -1 for root."""
        head = torch.where((heads < 0)[:, None], torch.zeros(1, 256), self.rel_head(x)[heads.clamp(min=0)])
        return self.rel(F.dropout(F.gelu(self.rel_dep(x) + head), 0.25, self.training))


class Batch:
    """Windows of word pieces, and where the words of the sentences stand in them."""

    def __init__(self, windows, pieces):
        rows = [[101] + [p for s in w for ps in pieces(s) for p in ps] + [102] for w in windows]
        width = max(len(r) for r in rows)
        self.ids = torch.zeros(len(rows), width, dtype=torch.long)
        self.case = torch.zeros(len(rows), width, dtype=torch.long)
        self.sentences = [s for w in windows for s in w]
        begins, ends, self.starts = [], [], []
        for r, w in enumerate(windows):
            self.ids[r, : len(rows[r])] = torch.tensor(rows[r])
            at = 1
            for s in w:
                self.starts.append(len(begins))
                for i, ps in enumerate(pieces(s)):
                    begins.append(r * width + at)
                    ends.append(r * width + at + len(ps) - 1)
                    self.case[r, at : at + len(ps)] = case_of(s.words[i], i == 0)
                    at += len(ps)
        self.begins, self.ends = torch.tensor(begins), torch.tensor(ends)
        longest = max(len(s.words) for s in self.sentences)
        self.grid = torch.zeros(len(self.sentences), longest, dtype=torch.long)
        self.words_mask = torch.zeros(len(self.sentences), longest, dtype=torch.bool)
        for i, s in enumerate(self.sentences):
            self.grid[i, : len(s.words)] = torch.arange(len(s.words)) + self.starts[i]
            self.words_mask[i, : len(s.words)] = True
        self.heads_mask = F.pad(self.words_mask, (1, 0), value=True)

    def numbers(self, field, index):
        out = []
        for s in self.sentences:
            labels = getattr(s, field)
            out += [-100] * len(s.words) if labels is None else [index.get(l, -100) for l in labels]
        return torch.tensor(out)

    def heads(self):
        """Gold heads in the grid, and as rows of words (-1 root); -100 not known."""
        grid = torch.full(self.grid.shape, -100)
        rows = []
        for i, s in enumerate(self.sentences):
            if s.heads is None:
                rows += [-1] * len(s.words)
                continue
            grid[i, : len(s.words)] = torch.tensor(s.heads)
            rows += [h - 1 + self.starts[i] if h else -1 for h in s.heads]
        return grid, torch.tensor(rows)


class Pieces:
    """Word pieces of words, each by itself."""

    def __init__(self, path):
        self.tokenizer = Tokenizer.from_file(path)
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self.known = {}

    def __call__(self, sentence):
        for w in sentence.words:
            if w not in self.known:
                self.known[w] = self.tokenizer.encode(w, add_special_tokens=False).ids[:12] or [100]
        return [self.known[w] for w in sentence.words]


def windows_of(sentences, pieces, whole=WINDOW):
    """Runs of consecutive sentences of one document that fit a window."""
    window, size = [], 0
    for s in sentences:
        n = sum(len(p) for p in pieces(s))
        if window and (s.first or size + n > whole):
            yield window
            window, size = [], 0
        window.append(s)
        size += n
    if window:
        yield window


# Training


def join_names(trees, named):
    """Puts the names of uner-ewt onto the same sentences of ud-ewt."""
    of = {}
    for s in named:
        of.setdefault(" ".join(s.words), s.names)
    for s in trees:
        s.names = of.get(" ".join(s.words))


def read_mentions(dir, leads=5):
    """meantime-names as cmd/train writes it: see -sentences there."""
    path = os.path.join(dir, "meantime.iob2")
    return list(read_names(path))


def loss_of(net, batch):
    tag_x, arc_x, rel_x, name_x = net.encode(batch)
    index = {f: {l: i for i, l in enumerate(ls)} for f, ls in net.labels.items()}
    index["names"] = {l: i for i, l in enumerate(NAMES)}
    n = len(batch.begins)

    def ce(scores, gold, smoothing=0.0):
        known = (gold >= 0).sum()
        if known == 0:
            return scores.sum() * 0
        return F.cross_entropy(scores, gold, ignore_index=-100, reduction="sum", label_smoothing=smoothing) / n

    grid, rows = batch.heads()
    arcs = net.arcs(arc_x, batch)
    relations = batch.numbers("relations", index["relations"])
    return (ce(net.tag(tag_x), batch.numbers("tags", index["tags"]))
            + 0.5 * ce(net.fine(tag_x), batch.numbers("fine", index["fine"]))
            + ce(arcs.reshape(-1, arcs.shape[2]), grid.reshape(-1))
            + ce(net.rels(rel_x, rows), relations)
            + 2 * ce(net.name(name_x), batch.numbers("names", index["names"])))


def allowed_names():
    """Which tag of a name may follow which."""
    ok = np.zeros((len(NAMES), len(NAMES)), bool)
    for i, a in enumerate(NAMES):
        for j, b in enumerate(NAMES):
            inside = a[0] in "BI"
            ok[i, j] = (b[0] in "IE" and a[2:] == b[2:]) if inside else b[0] in "OBS"
    return ok


ALLOWED = allowed_names()


def best_names(scores):
    """The best legal tags of one sentence (Viterbi)."""
    move = np.where(ALLOWED, 0, -1e9)
    s = scores[0] + np.where([n[0] in "OBS" for n in NAMES], 0, -1e9)
    back = []
    for row in scores[1:]:
        all_moves = s[:, None] + move
        back.append(all_moves.argmax(0))
        s = all_moves.max(0) + row
    s = s + np.where([n[0] in "OES" for n in NAMES], 0, -1e9)
    path = [int(s.argmax())]
    for b in reversed(back):
        path.append(int(b[path[-1]]))
    return [NAMES[i] for i in reversed(path)]


@torch.no_grad()
def annotate(nets, batch):
    """Annotates the batch's sentences by the mean of the networks' probabilities,
    and gives the words' vectors in the first of them."""
    mean = lambda xs: sum(torch.softmax(x, -1) for x in xs) / len(xs)
    vectors = [net.encode(batch) for net in nets]
    tags = mean([n.tag(v[0]) for n, v in zip(nets, vectors)])
    fine = mean([n.fine(v[0]) for n, v in zip(nets, vectors)])
    arcs = mean([n.arcs(v[1], batch) for n, v in zip(nets, vectors)])
    names = torch.log(mean([n.name(v[3]) for n, v in zip(nets, vectors)]) + 1e-9).numpy()
    heads = arcs.argmax(2)
    rows = torch.cat([torch.where(h[: len(s.words)] > 0, h[: len(s.words)] - 1 + at, -1)
                      for h, s, at in zip(heads, batch.sentences, batch.starts)])
    rels = mean([n.rels(v[2], rows) for n, v in zip(nets, vectors)])
    labels = nets[0].labels
    out = []
    for i, s in enumerate(batch.sentences):
        a, b = batch.starts[i], batch.starts[i] + len(s.words)
        got = Sentence(s.words)
        got.first = s.first
        got.tags = [labels["tags"][j] for j in tags[a:b].argmax(1)]
        got.fine = [labels["fine"][j] for j in fine[a:b].argmax(1)]
        got.heads = heads[i, : len(s.words)].tolist()
        got.relations = [labels["relations"][j] for j in rels[a:b].argmax(1)]
        got.names = best_names(names[a:b])
        out.append(got)
    return out, (sum(vectors[0]) / 4).view(-1, 2, WIDTH).mean(1).numpy()


def spans(names):
    out, start = set(), 0
    for i, t in enumerate(names):
        if t[0] in "BS":
            start = i
        if t[0] in "ES":
            out.add((start, i, t[2:]))
    return out


def evaluate(nets, windows, pieces):
    right = dict(upos=0, uas=0, las=0)
    words = hit = said = gold = 0
    for net in nets:
        net.eval()
    for i in range(0, len(windows), 16):
        batch = Batch(windows[i : i + 16], pieces)
        for s, g in zip(annotate(nets, batch)[0], batch.sentences):
            if g.heads is not None:
                words += len(g.words)
                for j in range(len(g.words)):
                    right["upos"] += s.tags[j] == g.tags[j]
                    right["uas"] += s.heads[j] == g.heads[j]
                    right["las"] += s.heads[j] == g.heads[j] and s.relations[j].split(":")[0] == g.relations[j].split(":")[0]
            if g.names is not None:
                a, b = spans(s.names), spans(g.names)
                hit, said, gold = hit + len(a & b), said + len(a), gold + len(b)
    out = {k: round(100 * v / max(1, words), 2) for k, v in right.items()}
    out["names"] = round(200 * hit / max(1, said + gold), 2)
    return out


def train(o):
    torch.manual_seed(o.seed)
    random.seed(o.seed)
    pieces = Pieces(o.tokenizer)
    at = lambda *p: os.path.join(o.data, *p)
    trees, dev = list(read_trees(at("ud-ewt", "train.conllu"))), list(read_trees(at("ud-ewt", "dev.conllu")))
    join_names(trees, read_names(at("uner-ewt", "train.iob2")))
    join_names(dev, read_names(at("uner-ewt", "dev.iob2")))
    named = list(read_names(at("crossner-politics", "train.iob2"))) + read_mentions(os.path.dirname(o.out))
    other = list(read_names(at("crossner-politics", "dev.iob2")))
    labels = lambda field: sorted({l for s in trees for l in getattr(s, field)})
    net = Teacher(o.layers, labels("tags"), labels("fine"), labels("relations"))
    net.load_encoder(encoder_weights(o.onnx))
    # The table of word pieces stays as it is: few of them stand in the sets.
    net.pieces.weight.requires_grad = net.positions.weight.requires_grad = False
    learnt = [(n.split(".")[0], p) for n, p in net.named_parameters() if p.requires_grad]
    heads = [p for n, p in learnt if n not in ("norm", "layers")]
    body = [p for n, p in learnt if n in ("norm", "layers")]
    opt = torch.optim.AdamW([dict(params=body, lr=o.rate), dict(params=heads, lr=1.5e-3)], weight_decay=0.01, betas=(0.9, 0.98))
    dev_windows, other_windows = list(windows_of(dev, pieces)), list(windows_of(other, pieces))
    began, step, total = time.time(), 0, None
    for epoch in range(o.epochs):
        # Where windows begin changes from pass to pass.
        windows = list(windows_of(trees, pieces, random.randint(60, WINDOW))) + list(windows_of(named, pieces)) * 2
        random.shuffle(windows)
        if o.limit:
            windows = windows[: o.limit]
        batches, batch, size = [], [], 0
        for w in windows:
            batch.append(w)
            size += sum(len(s.words) for s in w)
            if size >= o.words:
                batches.append(batch)
                batch, size = [], 0
        total = total or len(batches) * o.epochs
        net.train()
        sum_loss = 0
        for b in batches:
            loss = loss_of(net, Batch(b, pieces))
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            share = min(1, step / total)
            for g, full in zip(opt.param_groups, (o.rate, 1.5e-3)):
                g["lr"] = full * max(0.01, min(1 - share, share * 12))
            opt.step()
            step += 1
            sum_loss += loss.item()
            if step % 50 == 0:
                print(f"{time.time()-began:6.0f}s step {step} of {total}, loss {loss.item():.3f}", flush=True)
        print(f"{time.time()-began:6.0f}s epoch {epoch+1}: loss {sum_loss/len(batches):.4f} dev {evaluate([net], dev_windows if not o.limit else dev_windows[:150], pieces)} other names {evaluate([net], other_windows, pieces)['names']}", flush=True)
        torch.save(dict(layers=o.layers, labels=net.labels, state=net.state_dict()), o.out)


# Annotating


def is_tree(heads):
    """Whether every word leads to the one root."""
    if heads.count(0) != 1:
        return False
    done = [False] * (len(heads) + 1)
    done[0] = True
    for i in range(1, len(heads) + 1):
        path = []
        while not done[i]:
            if i in path:
                return False
            path.append(i)
            i = heads[i - 1]
        for j in path:
            done[j] = True
    return True


def load(path):
    saved = torch.load(path)
    net = Teacher(saved["layers"], saved["labels"]["tags"], saved["labels"]["fine"], saved["labels"]["relations"])
    net.load_state_dict(saved["state"])
    return net.eval()


def read_sentences(path):
    """Sentences as cmd/train -sentences writes them: one a line, an empty line
    between texts, the words apart by spaces or, where the text has none, by word
    joiners."""
    first = True
    for line in lines_of(path):
        if not line:
            first = True
            continue
        cells = re.split("([ \u2060])", line)
        s = Sentence(cells[::2])
        s.glued = [c != " " for c in cells[1::2]] + [False]
        s.first, first = first, False
        yield s


def covering(windows, seed, least=3):
    """The windows in an order in which those come first that hold words not seen
    before, so that a part of the text holds most of its words."""
    counts = collections.Counter(w.lower() for window in windows for s in window for w in s.words)
    random.Random(seed).shuffle(windows)
    seen = set()
    for new in (2, 1, 0):
        later = []
        for window in windows:
            fresh = {w.lower() for s in window for w in s.words if counts[w.lower()] >= least} - seen
            if len(fresh) < new:
                later.append(window)
                continue
            seen |= fresh
            yield window
        windows = later


class Means:
    """The mean vector of each word wherever it stands, from the teacher's layers."""

    def __init__(self):
        self.rows, self.counts, self.sums = {}, [], np.zeros((1 << 17, WIDTH), np.float32)

    def add(self, words, vectors):
        at = np.array([self.rows.setdefault(w.lower(), len(self.rows)) for w in words])
        self.counts += [0] * (len(self.rows) - len(self.counts))
        while len(self.rows) > len(self.sums):
            self.sums = np.concatenate([self.sums, np.zeros_like(self.sums)])
        np.add.at(self.sums, at, vectors)
        for i in at:
            self.counts[i] += 1

    def write(self, path, size, least):
        """Writes the vectors' first principal components in word2vec's text format."""
        words = [w for w in self.rows if self.counts[self.rows[w]] >= least]
        at = np.array([self.rows[w] for w in words])
        counts = np.array(self.counts)[at]
        x = self.sums[at] / counts[:, None]
        weight = np.sqrt(counts)[:, None]
        x -= (x * weight).sum(0) / weight.sum()
        _, basis = np.linalg.eigh((x * weight).T @ x)
        x = x @ basis[:, ::-1][:, :size]
        x /= np.sqrt(x.std(0))  # else the first few would outweigh the others
        with open(path, "w", encoding="utf-8") as f:
            f.write(f"{len(words)} {size}\n")
            for w, row in zip(words, x):
                f.write(w + " " + " ".join(f"{v:.4f}" for v in row) + "\n")


def label(o):
    nets = [load(m) for m in o.model.split(",")]
    pieces = Pieces(o.tokenizer)
    means = Means()
    began, words, kept, dropped = time.time(), 0, 0, 0

    def batches():
        # Windows of like length go together, so that little is padding.
        pool = []
        for w in covering(list(windows_of(read_sentences(o.sentences), pieces)), o.seed):
            pool.append(w)
            if len(pool) == 512:
                pool.sort(key=lambda w: sum(len(p) for s in w for p in pieces(s)))
                yield from (pool[i : i + 16] for i in range(0, 512, 16))
                pool = []
        yield from (pool[i : i + 16] for i in range(0, len(pool), 16))

    with gzip.open(o.out, "wt", encoding="utf-8", compresslevel=4) as f:
        for n, b in enumerate(batches()):
            batch = Batch(b, pieces)
            annotated, vectors = annotate(nets, batch)
            means.add([w for s in annotated for w in s.words], vectors)
            for s, g in zip(annotated, batch.sentences):
                if not is_tree(s.heads):
                    dropped += 1
                    continue
                kept += 1
                words += len(s.words)
                for i, w in enumerate(s.words):
                    glued = "SpaceAfter=No|" if g.glued[i] else ""
                    f.write(f"{i+1}\t{w}\t_\t{s.tags[i]}\t{s.fine[i]}\t_\t{s.heads[i]}\t{s.relations[i]}\t_\t{glued}Name={IOB2[s.names[i][0]] + s.names[i][1:]}\n")
                f.write("\n")
            if n % 50 == 49:
                print(f"{time.time()-began:6.0f}s {kept} sentences, {words} words, {dropped} without a tree", flush=True)
            if words >= o.words:
                break
    means.write(o.vectors, o.size, o.least)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = p.add_subparsers(dest="verb", required=True)
    t = sub.add_parser("train")
    t.add_argument("-data", required=True, help="folder of the annotated sets")
    t.add_argument("-onnx", required=True, help="the encoder")
    t.add_argument("-tokenizer", required=True, help="its tokenizer.json")
    t.add_argument("-out", required=True)
    t.add_argument("-layers", type=int, default=9, help="how many of the encoder's layers to use")
    t.add_argument("-epochs", type=int, default=4)
    t.add_argument("-words", type=int, default=700, help="words a batch")
    t.add_argument("-rate", type=float, default=2e-4)
    t.add_argument("-seed", type=int, default=1)
    t.add_argument("-limit", type=int, default=0, help="use so many windows only, to try things")
    t.add_argument("-threads", type=int, default=2)
    t.set_defaults(run=train)
    l = sub.add_parser("label")
    l.add_argument("-model", required=True, help="one or more, apart by commas: their mean is taken")
    l.add_argument("-tokenizer", required=True)
    l.add_argument("-sentences", required=True)
    l.add_argument("-out", required=True)
    l.add_argument("-vectors", required=True, help="file for the words' vectors")
    l.add_argument("-size", type=int, default=128, help="of the vectors")
    l.add_argument("-seed", type=int, default=1)
    l.add_argument("-least", type=int, default=1, help="times a word must stand to get one")
    l.add_argument("-words", type=int, default=1_600_000, help="stop after so many")
    l.add_argument("-threads", type=int, default=2)
    l.set_defaults(run=label)
    o = p.parse_args()
    torch.set_num_threads(o.threads)
    o.run(o)


if __name__ == "__main__":
    main()
