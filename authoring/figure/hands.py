"""Hands that truly touch: a palm is laid on a surface, then finger by finger closes until it meets it."""

import numpy as np
from scipy.spatial import cKDTree

from body import LED_BY, SKIN, led, turn, unit
from reach import arm, hand_at_rest
from surface import normals

FINGERS = (2, 3, 4, 5)
THUMB = 1
# How far fingers are spread at rest, in degrees a finger; below that they close.
FAN = -4.0
# Degrees a finger opens or closes at a time, and how deep a palm may lie in what it touches (dm).
STEP, DEEP = 4, -0.02
ON_SKIN = np.zeros(len(LED_BY), bool)
ON_SKIN[np.unique(SKIN)] = True


def axis(body, finger, side):
    """What a finger bends about: positive closes it towards the palm."""
    along = body.end[f"finger{finger}-3.{side}"] - body.at[f"finger{finger}-1.{side}"]
    return unit(np.cross(unit(along), hand_at_rest(body, side)[:, 1]))


def relax(body, side, curl=(0, 0, 0), fan=FAN, thumb=(0, 0, 0)):
    """Fingers as they are at rest, in degrees: bent at each joint, and the fan opened a finger."""
    palm = hand_at_rest(body, side)[:, 1]
    for finger in (*FINGERS, THUMB):
        about, bent = axis(body, finger, side), thumb if finger == THUMB else curl
        spread = 0 if finger == THUMB else fan * (finger - 3.3) * (-1 if side == "L" else 1)
        for joint in (1, 2, 3):
            own = turn(about, bent[joint - 1])
            body.put(f"finger{finger}-{joint}.{side}", turn(palm, spread) @ own if joint == 1 else own)


class Surface:
    """How far points are from some meshes: above 0 outside, below 0 inside."""

    def __init__(self, meshes):
        points, outward = [], []
        for v, f in meshes:
            a, b, c = v[f[:, 0]], v[f[:, 1]], v[f[:, 2]]
            n = np.cross(b - a, c - a)
            used = np.unique(f)
            points += [(a + b + c) / 3, v[used]]
            outward += [n / (np.linalg.norm(n, axis=1)[:, None] + 1e-12), normals(v, f)[used]]
        self.points, self.outward = np.concatenate(points), np.concatenate(outward)
        self.tree = cKDTree(self.points)

    def __call__(self, at):
        far, near = self.tree.query(at, k=4)
        out = ((at[:, None] - self.points[near]) * self.outward[near]).sum(-1)
        share = 1 / (far + 1e-3)
        return np.where(far[:, 0] > 0.6, far[:, 0], (out * share).sum(1) / share.sum(1))


def points_of(side, *bones):
    return np.where(led(*bones) & np.array([str(b).endswith("." + side) for b in LED_BY]) & ON_SKIN)[0]


def lay(body, side, surface, wrist, fingers, palm, elbow, towards=None, tell=None):
    """Moves the whole hand along its palm (or `towards`) until it touches."""
    towards = unit(palm if towards is None else towards)
    touching = points_of(side, "metacarpal", "wrist", *(f"finger{k}-1" for k in FINGERS))

    def gap(way):
        arm(body, side, np.asarray(wrist) + towards * way, fingers, palm, elbow)
        return surface(body.skin(touching)).min()

    way = -1.2
    while way < 1.2 and gap(way) > DEEP:
        way += 0.1
    free, deep = way - 0.1, way
    for _ in range(12):
        middle = (free + deep) / 2
        free, deep = (middle, deep) if gap(middle) > DEEP else (free, middle)
    arm(body, side, np.asarray(wrist) + towards * free, fingers, palm, elbow, tell)


def close(body, side, surface, start=-12, stop=(70, 80, 50), thumb_stop=(35, 40, 40)):
    """Closes finger by finger, joint by joint, until something behind the joint would enter the surface."""
    for finger in (*FINGERS, THUMB):
        about = axis(body, finger, side)
        first = [body.turned.get(f"finger{finger}-{joint}.{side}", np.eye(3)) for joint in (1, 2, 3)]
        bent = np.array([0 if finger == THUMB else start, 0, 0], float)
        most = thumb_stop if finger == THUMB else stop

        def apply():
            for joint in (0, 1, 2):
                body.put(f"finger{finger}-{joint + 1}.{side}", first[joint] @ turn(about, bent[joint]))

        apply()
        for joint in (0, 1, 2):
            behind = points_of(side, *(f"finger{finger}-{k + 1}" for k in range(joint, 3)))
            least = bent[joint] - 40

            def gap():
                return surface(body.skin(behind)).min()

            if gap() < 0:
                while bent[joint] > least and gap() < 0:
                    bent[joint] -= STEP
                    apply()
            else:
                while bent[joint] < most[joint]:
                    bent[joint] += STEP
                    apply()
                    if gap() < 0:
                        bent[joint] -= STEP
                        apply()
                        break
