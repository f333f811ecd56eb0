"""From buffers to lines and fills.

A line runs between two pixels where the line groups differ, or where the depth jumps inside one group by more than the
surface's own slope. Pixel edges are chained, joined to the straightest neighbour, smoothed, and thinned out: few lines
are better than all.
"""

from collections import defaultdict

import numpy as np
from scipy import ndimage
from skimage.measure import find_contours

import parts
from bezier import curves, path, resample, smooth
from camera import FINER

# Pixels of the finished picture: what is shorter goes. Free or closed, joined, inside cloth.
FREE, JOINED, INNER = 26, 10, 34
# dm: inside skin.
INNER_SKIN = 0.42
# Inner lines that run so near beside a strong one (pixels) for three quarters of their way go.
BESIDE = 4.2
# Jump of depth below which two surfaces only meet (dm).
MEETS = 0.09
# A line between groups is as strong as this.
SURE = 9.0
SOFT, SOFT_SKIN = 4.0, 6.5
TOLERANCE = {"line": 0.9, "thing": 0.5, "fill": 1.2, "thing-fill": 0.7}


def by_label(labels, value):
    table = np.zeros(labels.max() + 1, float)
    for label in labels:
        table[label] = value(int(label))
    return table


def edges(seen):
    """Rows: x, y, x, y, front label, back label, strength, whether two surfaces only meet."""
    depth, label = seen.depth, seen.label
    known = np.unique(label)
    group = by_label(known, parts.group)
    weak, strong = (by_label(known, lambda at, k=k: parts.jumps(at)[k] if at else 0) for k in (0, 1))
    out = []
    for axis in (0, 1):
        one = tuple(slice(None, -1) if k == axis else slice(None) for k in (0, 1))
        two = tuple(slice(1, None) if k == axis else slice(None) for k in (0, 1))
        jump = np.abs(depth[two] - depth[one])
        small = np.where(jump < 1, jump, 0)
        slope = np.zeros_like(jump)
        if axis == 0:
            slope[1:] = np.maximum(slope[1:], small[:-1])
            slope[:-1] = np.maximum(slope[:-1], small[1:])
        else:
            slope[:, 1:] = np.maximum(slope[:, 1:], small[:, :-1])
            slope[:, :-1] = np.maximum(slope[:, :-1], small[:, 1:])
        own = np.where(jump > 1, jump, jump - 1.2 * np.minimum(slope, jump))
        nearer = depth[one] >= depth[two]
        front, back = np.where(nearer, label[one], label[two]), np.where(nearer, label[two], label[one])
        differs = group[label[one]] != group[label[two]]
        within = ~differs & (front > 0) & (own > weak[front])
        y, x = np.where(differs | within)
        here = (y, x)
        strength = np.where(differs[here], SURE, own[here] / np.maximum(strong[front[here]], 1e-6))
        ends = [x + 1, y, x + 1, y + 1] if axis == 1 else [x, y + 1, x + 1, y + 1]
        out.append(np.stack([*ends, front[here], back[here], strength, jump[here] < MEETS], 1))
    return np.concatenate(out)


class Chain:
    def __init__(self, p, name, strength, label):
        self.p, self.name, self.strength, self.label = p, name, strength, label

    @property
    def closed(self):
        return len(self.p) > 3 and bool((self.p[0] == self.p[-1]).all())

    @property
    def sure(self):
        return self.strength.max() >= SURE

    def of_hands(self):
        return np.isin(self.label % 100, parts.HANDS).any()


def chains(rows):
    names, known = [], {}
    for front, back, meets in rows[:, [4, 5, 7]].astype(int):
        key = (front, back, meets)
        if key not in known:
            known[key] = parts.between(front, back, meets) or parts.line(front)
        names.append(known[key])
    ends = rows[:, :4].astype(int)
    first, last = [tuple(e) for e in ends[:, :2].tolist()], [tuple(e) for e in ends[:, 2:].tolist()]
    at = defaultdict(list)
    for i in range(len(rows)):
        at[first[i]].append(i)
        at[last[i]].append(i)
    breaks = {n for n, on in at.items() if len(on) != 2 or names[on[0]] != names[on[1]]}
    used, out = np.zeros(len(rows), bool), []

    def walk(n, i):
        points, ids = [n], []
        while True:
            used[i] = True
            ids.append(i)
            n = last[i] if first[i] == n else first[i]
            points.append(n)
            if n in breaks:
                break
            a, b = at[n]
            i = a if b == i else b
            if used[i]:
                break
        out.append(Chain(np.array(points, float), names[ids[0]], rows[ids, 6], rows[ids, 4].astype(int)))

    for n in at:
        if n in breaks:
            for i in at[n]:
                if not used[i]:
                    walk(n, i)
    for i in range(len(rows)):
        if not used[i]:
            walk(first[i], i)
    return out, {n: len(on) for n, on in at.items()}


def thinned(found, shape):
    """Without weak pieces that hang on nothing strong, that only double a strong line, and without weak tails."""
    found = [c for c in found if c.strength.max() >= 1]
    strong = np.zeros((shape[0] + 1, shape[1] + 1), bool)
    for c in found:
        if c.sure:
            q = c.p.astype(int)
            strong[q[:, 1], q[:, 0]] = True
    far = ndimage.distance_transform_edt(~strong)
    out = []
    for c in found:
        if not c.sure:
            q = c.p.astype(int)
            if (far[q[:, 1], q[:, 0]] < BESIDE * FINER).mean() > 0.75 and not c.of_hands():
                continue
            if not c.closed:
                held = np.where(ndimage.uniform_filter1d(c.strength, 9, mode="nearest") >= 0.55)[0]
                if len(held) < 2:
                    continue
                a, b = held[0], held[-1] + 1
                c = Chain(c.p[a : b + 1], c.name, c.strength[a:b], c.label[a:b])
        out.append(c)
    return out


def pairs(found):
    """Which ends go on into each other: at every point the straightest of the same name."""
    ends = defaultdict(list)
    for i, c in enumerate(found):
        if not c.closed:
            ends[tuple(c.p[0])].append((i, 0))
            ends[tuple(c.p[-1])].append((i, 1))

    def leaves(i, end):
        p = found[i].p if end == 0 else found[i].p[::-1]
        v = p[min(14, len(p) - 1)] - p[0]
        return v / (np.linalg.norm(v) + 1e-9)

    out = []
    for on in ends.values():
        ways = []
        for k, a in enumerate(on):
            for b in on[k + 1 :]:
                if a[0] != b[0] and found[a[0]].name == found[b[0]].name:
                    ways.append((-(leaves(*a) @ leaves(*b)), a, b))
        ways.sort(key=lambda way: -way[0])
        done = set()
        for straight, a, b in ways:
            if straight >= (0.2 if len(on) > 2 else -0.9) and a not in done and b not in done:
                done |= {a, b}
                out.append((a, b))
    return out


def joined(found):
    for _ in range(12):
        gone, new = set(), []
        for (i, e), (j, f) in pairs(found):
            if i in gone or j in gone:
                continue
            gone |= {i, j}
            a, b = found[i], found[j]
            turn = lambda x, back: x[::-1] if back else x
            new.append(
                Chain(
                    np.vstack([turn(a.p, e == 0), turn(b.p, f == 1)[1:]]),
                    a.name,
                    np.r_[turn(a.strength, e == 0), turn(b.strength, f == 1)],
                    np.r_[turn(a.label, e == 0), turn(b.label, f == 1)],
                )
            )
        if not new:
            break
        found = [c for k, c in enumerate(found) if k not in gone] + new
    return found


def lines(seen):
    """Lists of points of the finished picture, by the name of their line: (points, closed)."""
    found, degree = chains(edges(seen))
    found = joined(thinned(found, seen.label.shape))
    out = defaultdict(list)
    for c in found:
        long = len(c.p) / FINER
        free = not c.closed and all(degree[tuple(map(int, n))] < 3 for n in (c.p[0], c.p[-1]))
        if long < (FREE if free or c.closed else JOINED):
            continue
        skin = (c.label % 100 == parts.SKIN).astype(float)
        if not c.sure and not c.of_hands():
            if long < (INNER_SKIN * seen.camera.scale if skin.mean() > 0.5 else INNER):
                continue
        p = resample(c.p, 1.5)
        q = smooth(p, SOFT / 1.5, c.closed)
        if skin.any():
            share = ndimage.gaussian_filter1d(np.r_[skin, skin[-1]], 4, mode="nearest")
            share = np.interp(np.linspace(0, 1, len(p)), np.linspace(0, 1, len(share)), share)[:, None]
            q = q * (1 - share) + smooth(p, SOFT_SKIN / 1.5, c.closed) * share
        out[c.name].append((q / FINER, c.closed))
    return out


def stroke(points, closed=False, most=TOLERANCE["line"]):
    return path(curves(points, most, closed, 50), closed)


def region(mask, sigma=1.5, most=TOLERANCE["fill"], smallest=12, grow=0):
    """The outline of a mask as path data."""
    if grow:
        mask = ndimage.binary_dilation(mask, iterations=grow)
    out = ""
    for contour in find_contours(ndimage.gaussian_filter(np.pad(mask.astype(float), 4), sigma), 0.5):
        p = contour[:, ::-1] - 3.5
        if 0.5 * abs(np.dot(p[:-1, 0], p[1:, 1]) - np.dot(p[1:, 0], p[:-1, 1])) < smallest * FINER**2:
            continue
        p = smooth(resample(p, 2.0), 1.5, True) / FINER
        out += path(curves(p, most, True, 60), True)
    return out
