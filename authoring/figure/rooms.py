"""What stands around people: the room of a session, the door of a practice, the way home. All dm, floor as in things.py."""

import numpy as np

from body import turn
from parts import DRAPE, FRAME, LAMP, LEAF, PANE, PATH, POT, ROOF, RUG, STOOL_LEG, WALL
from things import FLOOR, box, cushion, lathe, slab

# What grows in a pot: how far each leaf leans from upright, which way, how long and how wide it is.
LEAVES = [(24, 0, 4.6, 0.62), (34, 200, 3.9, 0.6), (20, 165, 4.8, 0.6), (40, 335, 3.5, 0.55), (8, 270, 5.0, 0.62)]


def leaf(at, lean, around, long, wide, n=15, m=9):
    """A leaf on its stalk: flat, pointed, bent down towards its end."""
    t, u = np.linspace(0, 1, n), np.linspace(-1, 1, m)
    bent = np.radians(lean) * (0.35 + 1.0 * t)
    middle = np.cumsum(np.c_[np.sin(bent), np.zeros(n), np.cos(bent)] * long / n, 0)
    broad = wide * np.sin(np.pi * np.clip((t - 0.2) / 0.8, 0, 1) ** 0.8) + 0.04
    v = np.array([p + [0.12 * abs(k) * w, k * w, 0] for p, w in zip(middle, broad) for k in u])
    f = [
        face
        for a in range(n - 1)
        for b in range(m - 1)
        for q in (a * m + b,)
        for face in ([q, q + 1, q + m + 1], [q, q + m + 1, q + m])
    ]
    return v @ turn([0, 0, 1], around).T + np.asarray(at), np.array(f)


def plant(x, y, high=1.0, floor=FLOOR):
    pot = [(0, 0), (0.85, 0), (1.15, 1.9), (1.28, 1.95), (1.28, 2.2), (1.1, 2.2), (1.05, 2.0), (0, 2.0)]
    out = [(*lathe(pot, 40, at=(x, y, floor)), POT)]
    for lean, around, long, wide in LEAVES:
        out.append((*leaf((x, y, floor + 1.9), lean, around, long * high, wide * high), LEAF))
    return out


def window(x, y, low, wide, high, bars=2):
    """In a wall that looks towards the viewer, with a curtain at each side."""
    t, out = 0.16, []
    out.append((*box([x, y, low], [x + wide, y + 0.02, low + high]), PANE))
    for a in np.linspace(0, wide, bars + 1):
        out.append((*box([x + a - t, y - 0.12, low], [x + a + t, y, low + high]), FRAME))
    for z in (low, low + high):
        out.append((*box([x - t, y - 0.14, z - t], [x + wide + t, y, z + t]), FRAME))
    out.append((*box([x - 0.5, y - 0.7, low - 0.42], [x + wide + 0.5, y, low - t]), FRAME))
    for at in (x - 0.5, x + wide + 0.5):
        out.append((*drape(at, y - 0.9, FLOOR + 0.5, low + high + 0.9), DRAPE))
    out.append((*box([x - 2.0, y - 1.2, low + high + 0.8], [x + wide + 2.0, y - 1.0, low + high + 1.05]), STOOL_LEG))
    return out


def drape(x, y, low, high, wide=1.3, folds=2, n=60):
    """A curtain that hangs in folds."""
    u = np.linspace(-1, 1, n)
    rows = [np.c_[x + wide * u * s, y + 0.1 * np.cos(np.pi * folds * (u + 1)), np.full(n, z)] for z, s in ((low, 1.0), (high, 0.9))]
    v = np.concatenate(rows)
    return v, np.array([t for i in range(n - 1) for t in ([i, i + 1, i + n + 1], [i, i + n + 1, i + n])])


def floor_lamp(x, y):
    out = [(*lathe([(0, 0), (1.1, 0), (1.1, 0.15), (0.1, 0.22), (0.1, 9.2), (0, 9.2)], 32, at=(x, y, FLOOR)), STOOL_LEG)]
    out.append((*lathe([(0, 8.4), (1.7, 8.4), (1.05, 11.0), (0, 11.0)], 40, at=(x, y, FLOOR)), LAMP))
    return out


def room():
    """A calm room: a window behind the table, a lamp, a plant, a rug."""
    rug, f = slab(-15.5, 15.0, -4.6, 7.4, FLOOR - 0.12, FLOOR, 1.2, 0.04)
    out = [(rug, f, RUG)]
    out += window(-8.2, 9.4, 1.2, 8.4, 5.0)
    out += plant(-17.6, 4.6, 1.25)
    out += floor_lamp(18.4, 5.2)
    return out


def doorway(x, y=2.2, wide=4.4, high=18.6):
    """A door that stands open inwards, with its mat."""
    out = [(*box([x - 0.3, y - 0.15, FLOOR], [x, y + 0.15, FLOOR + high + 0.3]), FRAME)]
    out.append((*box([x + wide, y - 0.15, FLOOR], [x + wide + 0.3, y + 0.15, FLOOR + high + 0.3]), FRAME))
    out.append((*box([x - 0.3, y - 0.15, FLOOR + high], [x + wide + 0.3, y + 0.15, FLOOR + high + 0.3]), FRAME))
    v, f = box([0, -0.12, FLOOR + 0.05], [wide - 0.1, 0.12, FLOOR + high - 0.1])
    out.append((v @ turn([0, 0, 1], 62).T + [x + 0.05, y, 0], f, WALL))
    v, f = slab(-1.9, 1.9, -1.1, 1.1, FLOOR - 0.06, FLOOR, 0.3, 0.02)
    return [*out, (v + [x + wide / 2, y - 1.6, 0], f, RUG)]


def bench(x, y, wide=4.2, high=3.2):
    out = [(*slab(x - wide / 2, x + wide / 2, y - 1.1, y + 1.1, FLOOR + high - 0.35, FLOOR + high, 0.2, 0.1), FRAME)]
    for lx in (x - wide / 2 + 0.4, x + wide / 2 - 0.4):
        for ly in (y - 0.8, y + 0.8):
            out.append((*box([lx - 0.13, ly - 0.13, FLOOR], [lx + 0.13, ly + 0.13, FLOOR + high - 0.3]), STOOL_LEG))
    return out


def shoes(x, y, turned=0.0):
    out = []
    for side in (-0.55, 0.55):
        v, f = cushion((0, 0, 0), (1.2, 0.42, 0.34), 2.4, 2.0)
        heel, g = cushion((-0.62, 0, 0.3), (0.52, 0.38, 0.42), 2.4, 2.2)
        for w, faces in ((v, f), (heel, g)):
            out.append(((w + [0, side, FLOOR + 0.34]) @ turn([0, 0, 1], turned).T + [x, y, 0], faces, POT))
    return out


def tree(x, y, high, crown):
    trunk = [(0.34, 0), (0.24, 1.5), (0.2, high), (0, high)]
    out = [(*lathe(trunk, 20, at=(x, y, FLOOR)), FRAME)]
    for dx, dz, r in ((0, 0, 1.0), (-0.55, -0.35, 0.72), (0.6, -0.25, 0.7)):
        v, f = cushion((x + dx * crown, y, FLOOR + high + crown * (0.6 + dz)), (crown * r, crown * r * 0.8, crown * r * 0.95), 2, 2)
        out.append((v, f, LEAF))
    return out


def house(x, y, wide, high, roof):
    """Small, far off: a gable, a door, a window."""
    out = [(*box([x, y, FLOOR], [x + wide, y + 3, FLOOR + high]), WALL)]
    a, b, c = [x - 0.35, 0, FLOOR + high], [x + wide + 0.35, 0, FLOOR + high], [x + wide / 2, 0, FLOOR + high + roof]
    v = np.array([np.array(p) + [0, y + d, 0] for d in (-0.2, 3.2) for p in (a, b, c)])
    f = np.array([[0, 1, 2], [3, 5, 4], [0, 2, 5], [0, 5, 3], [1, 4, 5], [1, 5, 2], [0, 3, 4], [0, 4, 1]])
    out.append((v, f, ROOF))
    out.append((*box([x + wide * 0.18, y - 0.05, FLOOR], [x + wide * 0.42, y, FLOOR + high * 0.66]), FRAME))
    out.append((*box([x + wide * 0.6, y - 0.05, FLOOR + high * 0.35], [x + wide * 0.85, y, FLOOR + high * 0.7]), PANE))
    return out


def way_home():
    """A path with a tree on it, and a house at its end."""
    lawn, f = slab(-16.5, 16.5, -3.2, 10.5, FLOOR - 0.2, FLOOR - 0.1, 3.0, 0.03)
    path, g = slab(-16.0, 16.0, -1.7, 1.5, FLOOR - 0.1, FLOOR, 1.4, 0.02)
    return [(lawn, f, RUG), (path, g, PATH)] + tree(-9.6, 5.0, 7.6, 3.5) + house(7.6, 6.4, 5.0, 3.9, 2.7) + tree(14.2, 7.5, 3.4, 1.5)
