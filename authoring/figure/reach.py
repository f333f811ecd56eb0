"""Posing by ends: where a wrist or an ankle is, and which way elbow, knee, fingers and palm look.

A hand has two directions, *fingers* and *palm* (out of the palm). They come from the joints of the hand itself, so a
left hand can't come out as a right one.
"""

import numpy as np

from body import Z, frame, swing_and_twist, turn, unit

ARM = ("upperarm01", "upperarm02", "lowerarm01", "lowerarm02", "wrist")
LEG = ("upperleg01", "upperleg02", "lowerleg01", "lowerleg02", "foot")
# How much of the twist of a forearm lies in it; the rest is in the wrist.
IN_FOREARM = 0.6


def angle(a, b):
    return np.degrees(np.arccos(np.clip(unit(a) @ unit(b), -1, 1)))


def hand_at_rest(body, side):
    """Columns: fingers, palm, across."""
    knuckle = [body.at[f"finger{k}-1.{side}"] for k in (2, 3, 4, 5)]
    fingers = unit((knuckle[1] + knuckle[2]) / 2 - body.at[f"wrist.{side}"])
    across = knuckle[0] - knuckle[3]
    return frame(fingers, np.cross(fingers, across) if side == "L" else np.cross(across, fingers))


def bend(start, end, first, second, towards, most):
    """The middle joint of two bones between two points, and the end as far as it can be reached."""
    gap = np.asarray(end, float) - start
    far = np.linalg.norm(gap)
    reach = (first + second) * most
    missing = max(0.0, far - reach)
    if missing:
        gap, far = gap * reach / far, reach
    along = gap / far
    before = (first**2 - second**2 + far**2) / (2 * far)
    out = np.sqrt(max(0.0, first**2 - before**2))
    side = np.asarray(towards, float)
    return start + along * before + unit(side - along * (along @ side)) * out, start + gap, missing


def arm(body, side, wrist, fingers, palm, elbow, tell=None):
    """Puts a wrist there. `tell` hears what had to bend, for limits that a body has."""
    for bone in ("shoulder01", *ARM):
        body.put(f"{bone}.{side}", np.eye(3))
    upper, lower, hand = (body.at[f"{bone}.{side}"] for bone in ("upperarm01", "lowerarm01", "wrist"))
    shoulder = body.joint(f"upperarm01.{side}")
    first, second = np.linalg.norm(lower - upper), np.linalg.norm(hand - lower)
    middle, wrist, missing = bend(shoulder, wrist, first, second, elbow, 0.995)
    hinge_rest = unit(np.cross(lower - upper, hand - lower))
    hinge = unit(np.cross(middle - shoulder, wrist - middle))

    whole = frame(middle - shoulder, hinge) @ frame(lower - upper, hinge_rest).T
    swing, twist = swing_and_twist(body.parent_facing(f"upperarm01.{side}").T @ whole, lower - upper)
    half = turn(lower - upper, twist / 2)
    body.put(f"upperarm01.{side}", swing @ half)
    body.put(f"upperarm02.{side}", half)

    forearm = frame(wrist - middle, hinge) @ frame(hand - lower, hinge_rest).T
    body.face(f"lowerarm01.{side}", forearm)
    lies = frame(fingers, palm)
    as_held = lies @ hand_at_rest(body, side).T
    swing, twist = swing_and_twist(forearm.T @ as_held, hand - lower)
    body.put(f"lowerarm02.{side}", turn(hand - lower, twist * IN_FOREARM))
    body.face(f"wrist.{side}", as_held)
    if tell:
        fore = unit(wrist - middle)
        up = unit((shoulder - middle) - fore * (fore @ (shoulder - middle)))
        out = unit(lies[:, 1] - fore * (fore @ lies[:, 1]))
        around = np.degrees(np.arctan2(np.cross(up, out) @ fore * (1 if side == "L" else -1), up @ out))
        wrist_bend = np.degrees(np.arccos(np.clip((np.trace(swing) - 1) / 2, -1, 1)))
        elbow_bend = 180 - angle(shoulder - middle, wrist - middle)
        tell(
            f"{side}: missing {missing:.2f}, elbow {elbow_bend:.0f}, wrist {wrist_bend:.0f}, "
            f"supination {90 - abs(around):.0f}, forearm twist {twist:.0f}"
        )


def leg(body, side, ankle, knee, toes, instep=Z):
    """Puts an ankle there. `toes` goes from heel to toe, `instep` out of the top of the foot."""
    for bone in LEG:
        body.put(f"{bone}.{side}", np.eye(3))
    thigh, shin, foot = (body.at[f"{bone}.{side}"] for bone in ("upperleg01", "lowerleg01", "foot"))
    hip = body.joint(f"upperleg01.{side}")
    first, second = np.linalg.norm(shin - thigh), np.linalg.norm(foot - shin)
    middle, ankle, _ = bend(hip, ankle, first, second, knee, 0.999)
    along = unit(ankle - hip)
    out = unit(middle - hip - along * (along @ (middle - hip)))
    hinge, hinge_rest = unit(np.cross(out, along)), [1, 0, 0]

    whole = frame(middle - hip, hinge) @ frame(shin - thigh, hinge_rest).T
    swing, twist = swing_and_twist(body.parent_facing(f"upperleg01.{side}").T @ whole, shin - thigh)
    half = turn(shin - thigh, twist / 2)
    body.put(f"upperleg01.{side}", swing @ half)
    body.put(f"upperleg02.{side}", half)
    body.face(f"lowerleg01.{side}", frame(ankle - middle, hinge) @ frame(foot - shin, hinge_rest).T)
    rest = body.at[f"toe3-1.{side}"] - foot
    body.face(f"foot.{side}", frame(toes, instep) @ frame(rest * [1, 0, 1], [0, 1, 0]).T)
