"""Table, pillow, cushions, knee roll, stool and chair as meshes. Top of the table: z = 0. All dm."""

import numpy as np

from body import Z, turn
from parts import CHAIR, CUSHION, LEG_L, LEG_R, PILLOW, ROLL, ROLL_END, STOOL, STOOL_LEG, TABLE, TABLE_LEG, TABLE_SIDE

FLOOR = -7.2
SEAT = -2.7
HALF = 3.4


def box(low, high):
    low, high = np.array(low, float), np.array(high, float)
    corner = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)])
    quads = ((0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3))
    return low + (high - low) * corner, np.array([t for a, b, c, d in quads for t in ((a, b, c), (a, c, d))])


def rings(profile):
    """Faces between rings of as many points, one above the other."""
    high, around = profile
    return [
        t
        for k in range(high - 1)
        for i in range(around)
        for a, b in ((k * around + i, k * around + (i + 1) % around),)
        for t in ([a, b, b + around], [a, b + around, a + around])
    ]


def slab(x0, x1, y0, y1, z0, z1, corner=0.5, edge=0.18, n=12):
    """With rounded corners, and softly rounded edges."""
    profile = [(edge * (1 - np.cos(a)), z0 + edge + edge * np.sin(a)) for a in np.linspace(-np.pi / 2, 0, 7)]
    profile += [(edge * (1 - np.cos(a)), z1 - edge + edge * np.sin(a)) for a in np.linspace(0, np.pi / 2, 7)]
    centres = ((x1 - corner, y1 - corner, 0), (x0 + corner, y1 - corner, 1), (x0 + corner, y0 + corner, 2), (x1 - corner, y0 + corner, 3))
    v = []
    for inset, z in profile:
        r = max(corner - inset, 0.02)
        v += [(cx + r * np.cos(a), cy + r * np.sin(a), z) for cx, cy, q in centres for a in np.linspace(q, q + 1, n) * np.pi / 2]
    around, last = 4 * n, (len(profile) - 1) * 4 * n
    v += [((x0 + x1) / 2, (y0 + y1) / 2, z0), ((x0 + x1) / 2, (y0 + y1) / 2, z1)]
    f = rings((len(profile), around))
    for i in range(around):
        f += [[len(v) - 2, (i + 1) % around, i], [len(v) - 1, last + i, last + (i + 1) % around]]
    return np.array(v), np.array(f)


def lathe(profile, n=48, axis="z", at=(0, 0, 0)):
    """A surface of revolution; profile: (radius, height)."""
    a = np.linspace(0, 2 * np.pi, n, endpoint=False)
    v = np.concatenate([np.c_[r * np.cos(a), r * np.sin(a), np.full(n, h)] for r, h in profile])
    return v[:, {"z": [0, 1, 2], "y": [0, 2, 1]}[axis]] + np.asarray(at), np.array(rings((len(profile), n)))


def cushion(at, half, plan=3.2, edge=2.2, turned=0, n=64, m=25):
    """A superellipsoid: half its length, width and height."""
    u, w = np.linspace(-np.pi, np.pi, n, endpoint=False), np.linspace(-np.pi / 2, np.pi / 2, m)
    power = lambda x, e: np.sign(x) * np.abs(x) ** (2 / e)
    v = np.concatenate(
        [np.c_[power(np.cos(t), edge) * power(np.cos(u), plan), power(np.cos(t), edge) * power(np.sin(u), plan), np.full(n, power(np.sin(t), edge))] for t in w]
    )
    return (v * np.asarray(half)) @ turn(Z, turned).T + np.asarray(at), np.array(rings((m, n)))


def table(head=10.0, foot=-9.0, legs=(3.0, 3.0)):
    """`legs`: how far from the head and the foot end, for there somebody sits."""
    v, f = slab(foot, head, -HALF, HALF, -0.75, 0.0, 0.35)
    out = [(v, f, np.where(v[f][:, :, 2].mean(1) > -0.10, TABLE, TABLE_SIDE))]
    for x in (head - legs[0], foot + legs[1]):
        for y in (-HALF + 0.55, HALF - 0.55):
            out.append((*box([x - 0.14, y - 0.14, FLOOR], [x + 0.14, y + 0.14, -0.65]), TABLE_LEG))
        out.append((*box([x - 0.12, 0.55 - HALF, FLOOR + 1.6], [x + 0.12, HALF - 0.55, FLOOR + 1.85]), TABLE_LEG))
    return out


def pillow(at=(6.75, 0, 0.22), half=(1.75, 2.5, 0.36)):
    return [(*cushion(at, half), PILLOW)]


def knee_roll(clothes, x=-3.75):
    """As thick as the space below the knees."""
    v = np.concatenate([m[0] for m in clothes if np.ndim(m[2]) == 0 and m[2] in (LEG_L, LEG_R)])
    r = v[abs(v[:, 0] - x) < 0.3][:, 2].min() / 2 + 0.06
    profile = [(0, -2.4), (r - 0.09, -2.4), (r - 0.03, -2.36), (r, -2.27), (r, 2.3), (r - 0.1, 2.4), (0, 2.4)]
    v, f = lathe(profile, 72, "y", (x, 0, r))
    return [(v, f, np.where(v[f][:, :, 1].mean(1) < -2.3, ROLL_END, ROLL))]


def soft(at, half, turned=0, plan=2.8):
    return [(*cushion(at, half, plan, 2.1, turned), CUSHION)]


def stool(x, y, r=1.75):
    curve = [(r - 0.24 + 0.24 * np.cos(a), SEAT - 0.30 + 0.27 * np.sin(a)) for a in np.linspace(-np.pi / 2, np.pi / 2, 13)]
    out = [(*lathe([(0, SEAT - 0.55), *curve, (r / 2, SEAT), (0, SEAT)], 72, at=(x, y, 0)), STOOL)]
    out.append((*lathe([(0.17, FLOOR + 0.7), (0.17, SEAT - 0.5)], 24, at=(x, y, 0)), STOOL_LEG))
    sides = np.array([[0, 1, 5], [0, 5, 4], [1, 2, 6], [1, 6, 5], [2, 3, 7], [2, 7, 6], [3, 0, 4], [3, 4, 7], [4, 5, 6], [4, 6, 7]])
    for k in range(5):
        a = np.radians(72 * k + 20)
        out_, aside, up = np.array([np.cos(a), np.sin(a), 0]), np.array([-np.sin(a), np.cos(a), 0]) * 0.1, Z * 0.12
        near = np.array([x, y, FLOOR + 0.75])
        far = near + out_ * 2.1 - Z * 0.3
        v = [near + i * aside + j * up for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        v += [far + i * aside + j * up * 0.7 for i, j in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        out.append((np.array(v), sides, STOOL_LEG))
        wheel = [(0, -0.12), (0.24, -0.12), (0.24, 0.12), (0, 0.12)]
        out.append((*lathe(wheel, 20, "y", far - Z * 0.16), STOOL_LEG))
    return out


def chair(x, turned, floor=0.0, seat=4.35, wide=2.2, deep=2.15, back=4.0):
    """Looks along x, turned by so many degrees; its seat is so high above the floor."""
    around = turn(Z, turned)
    there = lambda v: v @ around.T + [x, 0, floor]
    v, f = slab(-deep, deep * 0.95, -wide, wide, seat - 0.5, seat, 0.5, 0.2)
    out = [(there(v), f, CHAIR)]
    for lx in (-deep + 0.25, deep * 0.95 - 0.3):
        for ly in (-wide + 0.25, wide - 0.25):
            v, f = lathe([(0, 0), (0.12, 0), (0.15, seat - 0.45), (0, seat - 0.45)], 24, at=(lx, ly, 0))
            out.append((there(v), f, STOOL_LEG))
    v, f = slab(-back / 2, back / 2, -wide * 0.95, wide * 0.95, -0.16, 0.16, 0.8, 0.14)
    v = v[:, [2, 1, 0]] @ turn([0, 1, 0], -8).T + [-deep - 0.10, 0, seat + back / 2 + 0.25]
    return [*out, (there(v), f[:, ::-1], CHAIR)]
