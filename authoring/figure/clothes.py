"""What somebody wears: a loose top, trousers, socks; and the skin that shows."""

import numpy as np

from body import X, led, unit
from parts import CLOTH, FOREARM_L, FOREARM_R, HAND_L, HAND_R, IN_SLEEVE, IN_TOP, SKIN, TOP, TROUSERS
from surface import caps, faces, inflate, loosened, sample, split

CELL = 0.05
# Bones that lead the skin of the head.
HEAD = ("head", "special", "temporalis", "levator", "oculi", "oris", "risorius", "orbicularis", "jaw", "eye")
# Joints of the body the measures below were taken on: neck, hip.
NECK, HIP = 5.27, -0.04


def neck_hole(body, radius):
    """Above 0 outside a tube about the neck, in points at rest."""
    middle, along = body.at["neck01"] + [0, -0.17, 0.19], unit([0, 1, 0.28])

    def hole(points):
        from_middle = points - middle
        up = from_middle @ along
        off = from_middle - up[..., None] * along
        round_ = np.sqrt((off[..., 0] / 1.06) ** 2 + off[..., 1] ** 2 + off[..., 2] ** 2)
        return round_ - radius, up

    return hole


def rimmed(mesh, label, inner, cuts=(), carve=(), eps=0.02):
    """Gives the faces on a cut (cuff, neck) a label of their own, split exactly on the rim."""
    v, f = mesh
    value = np.full(len(v), 9.0)
    for at, kept in cuts:
        value = np.minimum(value, (v - np.asarray(at)) @ unit(kept) - eps)
    for keep in carve:
        value = np.minimum(value, keep(v) - eps)
    v, cloth, rim = split(v, f, value)
    return [(v, cloth, label)] + ([(v, rim, inner)] if len(rim) else [])


def hanging(points, by):
    """With copies further down, as cloth hangs."""
    return np.concatenate([points] + [points - [0, 0, t] for t in np.arange(CELL, by, CELL)])


def dressed(body, skin, cuff=0.9, hem=-0.25, flare=0.13, neck=0.78, sag=0.0, close=0.22, smooth=24):
    """Meshes with their parts. `cuff` is a share of the forearm; `hem` a height at rest above the hips; `flare` how far
    the hem stands off; `neck` the opening; `sag` how far cloth hangs; `smooth` how far it bridges the trunk."""
    rest = body.rest
    up_by, hips = body.at["neck01"][1] - NECK, body.at["upperleg01.L"][1] - HIP
    hem += hips
    out = []

    def plane(bone, at, kept):
        return body.there(bone, np.asarray(at, float)), body.facing(bone) @ np.asarray(kept, float)

    back = np.linalg.inv(body.move("spine01"))
    tube = neck_hole(body, neck)

    def opening(points):
        off, along = tube(points @ back[:3, :3].T + back[:3, 3])
        return np.maximum(off, -0.5 - along)

    trunk = led("root", "pelvis", "spine", "breast", "clavicle", "shoulder01", "upperarm01", "neck01", "neck02")
    f = faces(trunk | (led("upperleg01") & (rest[:, 1] > -0.6 + hips)))
    by = 0.12 + flare * np.clip((1.8 + hips - rest[:, 1]) / 1.8, 0, 1.2)
    by += 0.10 * np.clip((rest[:, 1] - 4.6 - up_by) / 0.5, 0, 1)
    v = inflate(skin, f, by, smooth, 10)
    points = hanging(np.concatenate([sample(v, f, CELL * 0.8), caps(v, f, CELL)]), sag)
    mesh = loosened(points, close, blur=2.6, cuts=[plane("root", [0, hem, 0], [0, 1, 0])], carve=[opening])
    out += rimmed(mesh, TOP, IN_TOP, carve=[opening], eps=0.012)

    for side, outward in (("L", 1.0), ("R", -1.0)):
        sleeve, leg, sock = CLOTH[side]
        bones = ("shoulder01", "upperarm01", "upperarm02", "lowerarm01", "lowerarm02", "wrist", "clavicle")
        f = faces(led(*(f"{bone}.{side}" for bone in bones)))
        shoulder, elbow, wrist = (body.at[f"{b}.{side}"] for b in ("upperarm01", "lowerarm01", "wrist"))
        along = np.clip((rest - shoulder) @ unit(wrist - shoulder) / np.linalg.norm(wrist - shoulder), 0, 1)
        v = inflate(skin, f, 0.06 + 0.06 * np.clip(along / 0.35, 0, 1) + 0.06 * along, 10, 6)
        points = hanging(np.concatenate([sample(v, f, CELL * 0.8), caps(v, f, CELL)]), sag * 0.8)
        cuts = [
            plane(f"lowerarm02.{side}", elbow + (wrist - elbow) * cuff, unit(elbow - wrist)),
            plane("spine01", 0.55 * outward * X, outward * X),
        ]
        mesh = loosened(points, 0.30, cuts=cuts, carve=[opening])
        out += rimmed(mesh, sleeve, IN_SLEEVE, cuts[:1], [opening])

    hip = led("root", "pelvis", "spine05", "spine04", "upperleg01", "upperleg02")
    f = faces(hip & (rest[:, 1] > -2.6 + hips))
    v = inflate(skin, f, 0.12, 14, 8)
    points = np.concatenate([sample(v, f, CELL * 0.8), caps(v, f, CELL)])
    waist = plane("root", [0, 0.45 + hips, 0], [0, -1, 0])
    out.append((*loosened(points, 0.35, cuts=[waist]), TROUSERS))

    for side, outward in (("L", 1.0), ("R", -1.0)):
        sleeve, leg, sock = CLOTH[side]
        knee, ankle = body.at[f"lowerleg01.{side}"], body.at[f"foot.{side}"]
        down = unit(ankle - knee)
        bones = ("upperleg01", "upperleg02", "lowerleg01", "lowerleg02", "foot")
        f = faces(led(*(f"{bone}.{side}" for bone in bones)))
        below = np.clip((knee[1] - rest[:, 1]) / (knee[1] - ankle[1]), 0, 1)
        v = inflate(skin, f, 0.14 + 0.10 * below, 14, 8)
        points = hanging(np.concatenate([sample(v, f, CELL * 0.8), caps(v, f, CELL)]), sag)
        cut = plane(f"lowerleg02.{side}", knee + (ankle - knee) * 0.9, -down)
        out.append((*loosened(points, 0.40, cuts=[cut]), leg))

        foot = led(f"foot.{side}", f"lowerleg02.{side}", "toe") & (rest[:, 0] * outward > 0)
        f = faces(foot & (rest[:, 1] < ankle[1] + 1.1))
        v = inflate(skin, f, 0.05, 5, 4)
        points = np.concatenate([sample(v, f, 0.03), caps(v, f, 0.04)])
        cut = plane(f"lowerleg02.{side}", knee + (ankle - knee) * 0.84, down)
        out.append((*loosened(points, 0.16, 0.04, 0.04, 1.6, [cut]), sock))
    return out


def bare(body, skin):
    """The skin that shows: head and neck, and two hands with their forearms."""
    rest = body.rest
    off, _ = neck_hole(body, 0.87)(rest)
    near = led(*HEAD, "neck", "spine01", "spine02", "clavicle", "shoulder01") & (abs(rest[:, 0]) < 1.0)
    near &= (rest[:, 1] > 4.2 + body.at["neck01"][1] - NECK) & ((off < 0) | (rest[:, 1] > body.at["neck02"][1]))
    out = [(skin, faces(near), SKIN)]
    for side, outward, hand, fore in (("L", 1.0, HAND_L, FOREARM_L), ("R", -1.0, HAND_R, FOREARM_R)):
        arm = led(f"wrist.{side}", f"lowerarm02.{side}", f"lowerarm01.{side}", "metacarpal", "finger")
        wrist = body.at[f"wrist.{side}"]
        along = (rest - wrist) @ unit(wrist - body.at[f"lowerarm02.{side}"]) + 0.25
        v, f, below = split(skin, faces(arm & (rest[:, 0] * outward > 0)), along)
        out += [(v, f, hand), (v, below, fore)]
    return out
