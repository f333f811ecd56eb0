"""The two people of every scene, and how they lie, sit and stand. World: see camera.py; the client's head is at +x."""

import functools

import numpy as np

from body import X, Y, Z, Body, led, shaped, turn, unit
from clothes import bare, dressed
from hands import FAN, ON_SKIN, Surface, close, lay, relax
from head import face, hair, strands
from parts import CLIENT, HAIR, LEG_L, LEG_R, PRACTITIONER, SKIN, SLEEVE_L, SLEEVE_R, SOCK_L, SOCK_R, TOP, TROUSERS
from reach import arm, leg
from surface import press
from things import FLOOR, SEAT

SIDES = (("L", 1.0), ("R", -1.0))
SIDE = {"left": "L", "right": "R"}
FLAT = "breast/female-young-averagemuscle-averageweight-mincup-averagefirmness"
EYES = [f"expression/units/caucasian/eye-{side}-closure" for side in ("left", "right")]
# Hips above what somebody sits on, and how deep somebody who lies sinks in.
HIPS = 0.85
SUNK = 0.27

ON_BACK = np.array([[0, 1, 0], [-1, 0, 0], [0, 0, 1.0]])
ON_LEFT_SIDE = np.array([[0, 1, 0], [0, 0, -1], [-1, 0, 0.0]])
UPRIGHT = {
    "+x": np.array([[0, 0, 1], [1, 0, 0], [0, 1, 0.0]]),
    "-x": np.array([[0, 0, -1], [-1, 0, 0], [0, 1, 0.0]]),
    "-y": np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0.0]]),
    "+y": np.array([[-1, 0, 0], [0, 0, 1], [0, 1, 0.0]]),
}


# Who is drawn, by the name a scene gives: sex, shares of age and of weight, height (-1 to 1), hair (its cut and what it
# is filled with), skin. `usual` is the client of the walk.
CLIENTS = {
    "usual": ("female", {"young": 0.75, "old": 0.25}, {"average": 0.8, "max": 0.2}, 0, "back", "hair", "skin"),
    "man": ("male", {"young": 0.55, "old": 0.45}, {"average": 0.7, "max": 0.3}, 0, "short", "hair-dark", "skin"),
    "elder": ("female", {"young": 0.05, "old": 0.95}, {"average": 0.75, "min": 0.25}, 0, "back", "hair-grey", "skin"),
    "large": ("female", {"young": 0.6, "old": 0.4}, {"average": 0.25, "max": 0.75}, 0, "long", "hair-dark", "skin-deep"),
}
PRACTITIONERS = {
    "usual": ("female", {"young": 0.45, "old": 0.55}, {"average": 0.85, "min": 0.15}, 0.15, "knot", "their-hair", "skin"),
    "man": ("male", {"young": 0.65, "old": 0.35}, {"average": 0.9, "min": 0.1}, 0, "short", "hair-dark", "skin-deep"),
}


def colours(whose, who):
    """What stands in for the usual tokens of a person."""
    *_, hair, skin = (CLIENTS if whose == CLIENT else PRACTITIONERS)[who]
    return {(whose, "hair"): hair, (whose, "their-hair"): hair, (whose, "skin"): skin}


@functools.lru_cache(None)
def client_points(awake=False, who="usual"):
    sex, age, weight, height, *_ = CLIENTS[who]
    extra = [(eye, 1.0) for eye in EYES if not awake]
    extra += [(FLAT, 1.0 if who == "usual" else 0.6)] if sex == "female" else []
    extra += [("stomach/stomach-tone-decr", 0.5)] if who == "usual" else []
    return shaped(sex, age, weight, height, extra)


def pregnant_points():
    extra = [(eye, 1.0) for eye in EYES] + [(FLAT, 0.4), ("stomach/stomach-pregnant-incr", 1.15)]
    return shaped("female", {"young": 0.85, "old": 0.15}, {"average": 0.8, "max": 0.2}, extra=extra)


@functools.lru_cache(None)
def practitioner_points(awake=False, who="usual"):
    sex, age, weight, height, *_ = PRACTITIONERS[who]
    extra = [(eye, 0.8) for eye in EYES if not awake] + ([(FLAT, 0.6)] if sex == "female" else [])
    return shaped(sex, age, weight, height, extra)


def hair_of(cut, body, skin, upright=True):
    """A cut by its name; lying, long hair spreads."""
    if cut == "short":
        return hair(body, skin, "short", 0.08)
    if cut == "knot":
        return hair(body, skin, thick=0.09, parting=0.55, knot=True)
    if not upright:
        return hair(body, skin, thick=0.14, fall=0.2, extra=((0, 7.15, -0.12), (1.0, 0.85, 0.26)))
    if cut == "long":
        return hair(body, skin, "long", 0.13, extra=((0, 5.98, -0.18), (0.50, 0.66, 0.27)))
    return hair(body, skin, thick=0.14)


class Person:
    """A body with what it wears: meshes with labels, and strokes."""

    def __init__(self, body, whose, skin, meshes, strokes):
        self.body, self.skin, self.strokes = body, skin, strokes
        self.meshes = [(v, f, np.asarray(part) + 100 * whose) for v, f, part in meshes]
        self.worn = meshes
        # How far their head is from where that of the usual client is.
        self.moved = np.zeros(3)

    def surface(self, *which):
        return Surface([(v, f) for v, f, part in self.worn if np.ndim(part) == 0 and part in which])


def spine(body, root, back, neck, head=0.0):
    """Degrees forward: pelvis, five bones of the back from below, three of the neck, head."""
    body.put("root", turn(X, root))
    for bone, bent in zip(("spine05", "spine04", "spine03", "spine02", "spine01"), back):
        body.put(bone, turn(X, bent))
    for bone, bent in zip(("neck01", "neck02", "neck03", "head"), (*neck, head)):
        body.put(bone, turn(X, bent))


def seat(body, facing, hips, turned=0.0):
    """Places a body with the middle between its hip joints there."""
    around = turn(Z, turned) @ UPRIGHT[facing]
    body.place(around, np.zeros(3))
    middle = (body.joint("upperleg01.L") + body.joint("upperleg01.R")) / 2
    body.place(around, np.asarray(hips, float) - middle)


def laid_down(who, neck):
    """A body on its back, so low that the weight lies on the table, not only the skin."""
    body = Body(client_points(who=who))
    spine(body, -7, (2, 4, 3, -3, -5), (3 + neck * 0.5, 2 + neck * 0.4, neck * 0.1), 2 - neck * 0.3)
    body.place(ON_BACK, [0, 0, 0.62])
    if who != "usual":
        bottom = np.where(led("root", "pelvis", "spine05") & ON_SKIN)[0]
        body.place(ON_BACK, [0, 0, 0.62 - SUNK - body.skin(bottom)[:, 2].min()])
    return body


@functools.lru_cache(None)
def lying(neck=9, heels=0.36, long=False, who="usual"):
    """On the back. `neck` lifts the head (25 makes room for a hand below it), `heels` is how high they are; with `long`
    the feet have sunk forward."""
    body = laid_down(who, neck)
    feet = lambda y: ([-0.72, 0.40 * y, 0.58], [0.60, 0, 0.80]) if long else ([-0.42, 0.40 * y, 0.86], [0.86, 0, 0.42])
    for side, sign in SIDES:
        y = -sign
        leg(body, side, [-6.70, 1.12 * y, heels], [0, 0.16 * y, 1], *feet(y))
        body.put(f"clavicle.{side}", turn(Z, -8 * sign))
        arm(body, side, [0.70, 2.66 * y, 0.30], [-0.98, -0.06 * y, -0.10], [0.1, -0.40 * y, -0.9], [-0.1, 0.6 * y, -0.7])
        relax(body, side, (10, 12, 8), -2.5, (6, 8, 8))
    skin = press(body.skin())
    meshes = bare(body, skin) + dressed(body, skin) + hair_of(CLIENTS[who][4], body, skin, upright=False)
    person = Person(body, CLIENT, skin, meshes, face(body, skin, "client", from_=0.2))
    person.moved = body.joint("head") - laid_down("usual", neck).joint("head")
    return person


def on_side():
    """On the left side, facing the viewer, pregnant; the upper arm lies on the belly."""
    body = Body(pregnant_points())
    spine(body, 0, (3, 5, 4, 3, 3), (8, 5, 0), 2)
    body.place(ON_LEFT_SIDE, [0, 1.1, 1.72])
    leg(body, "L", [-4.9, -0.35, 0.62], [-0.3, -1, 0.05], [-0.35, -0.93, 0], [0.93, -0.35, 0])
    leg(body, "R", [-4.5, -1.0, 2.05], [-0.15, -1, 0.10], [-0.45, -0.88, -0.06], [0.88, -0.45, 0])
    body.put("clavicle.L", turn(Y, -20) @ turn(Z, -10))
    body.put("clavicle.R", turn(Y, 10) @ turn(Z, 6))
    relax(body, "L", (10, 12, 8), -4, (6, 6, 6))
    arm(body, "L", [5.35, -2.35, 0.34], [0.95, 0.28, 0.06], [0, 0.45, 0.9], [-0.5, -0.8, -0.2])
    relax(body, "R", (0, 0, 0), -4, (4, 4, 4))
    worn = dict(close=0.25, smooth=6, neck=0.70, hem=-0.5)
    top = dressed(body, press(body.skin()), **worn)
    touch = Surface([(v, f) for v, f, part in top if part == TOP])
    lay(body, "R", touch, [1.55, -1.15, 2.9], [-0.30, -0.80, -0.52], [0.05, 0.50, -0.86], [-0.35, 0.55, 0.75], [0, 0.45, -0.9])
    close(body, "R", touch, stop=(30, 34, 20))
    skin = press(body.skin())
    knot = ((0, 6.3, -0.45), (0.5, 0.55, 0.3))
    meshes = bare(body, skin) + dressed(body, skin, **worn) + hair(body, skin, thick=0.13, extra=knot)
    return Person(body, CLIENT, skin, meshes, face(body, skin, "client", mouth=True))


def on_edge(who="usual"):
    """Sitting on the near edge of the table, feet hanging, hands on the edge."""
    body = Body(client_points(True, who))
    spine(body, 2, (2, 2, 2, 1, 0), (0, 0, 0))
    wide = 1.0 if who == "usual" else 1.28
    seat(body, "-y", [-0.6, -2.2, HIPS * (1 if who == "usual" else 1.2)], -12)
    for side, sign in SIDES:
        body.put(f"clavicle.{side}", turn(Z, -4 * sign))
        hip = body.joint(f"upperleg01.{side}")
        ankle = hip + body.rotation @ np.array([0.15 * sign, -3.75, 3.75])
        forward = body.rotation @ unit([0.12 * sign, 0, 1])
        leg(body, side, ankle, forward + [0, 0, 0.3], forward + [0, 0, -0.35], [0, 0, 1] + 0.35 * forward)
        wrist = hip + body.rotation @ np.array([1.55 * wide * sign, -0.55 if who == "usual" else -0.72, 0.55])
        along = body.rotation @ unit([0.25 * sign, -0.25, 1])
        arm(body, side, wrist, along, body.rotation @ unit([-0.1 * sign, -1, -0.2]), body.rotation @ unit([0.6 * sign, 0, -1]))
        relax(body, side, (8, 10, 8), -3, (6, 6, 6))
    skin = body.skin()
    meshes = bare(body, skin) + dressed(body, skin, cuff=0.86, hem=-0.5, flare=0.16, neck=0.66, sag=0.08)
    meshes += hair_of("long", body, skin)
    return Person(body, CLIENT, skin, meshes, face(body, skin, "client", awake=True, mouth=True))


def standing(facing, x):
    """Upright, arms a little off the body: for the map of the body."""
    body = Body(client_points())
    spine(body, 0, (0, 0, 0, 0, 0), (0, 0, 0))
    seat(body, facing, [x, 0, 0])
    for side, sign in SIDES:
        body.put(f"clavicle.{side}", turn(Z, -6 * sign))
        there = lambda p: body.joint(f"upperleg01.{side}") + body.rotation @ np.array(p)
        aim = lambda d: body.rotation @ unit(d)
        leg(body, side, there([0.25 * sign, -7.42, 0]), aim([0.1 * sign, 0, 1]), aim([0.25 * sign, 0, 1]))
        arm(body, side, there([1.75 * sign, 0.15, 0.25]), aim([0.22 * sign, -1, 0.05]), aim([-1, -0.22 * sign, 0.3 * sign]) * sign, aim([0.5 * sign, 0, -1]))
        relax(body, side, (8, 10, 8), -3, (4, 6, 6))
    skin = body.skin()
    meshes = bare(body, skin) + dressed(body, skin, hem=-0.4, flare=0.10) + hair(body, skin, thick=0.14)
    return Person(body, CLIENT, skin, meshes, face(body, skin, "client", mouth=True, nose=True) if facing == "-y" else [])


def upright(body, facing, x, y=0.0, turned=0.0, lean=0.0, step=0.0):
    """On the floor at a place; `step` is how far (dm) the right foot is ahead, and the left one behind."""
    spine(body, lean, (0, 1, 1, 1, 0), (1, 1, 0))
    thigh, shin, foot = (body.at[f"{bone}.L"] for bone in ("upperleg01", "lowerleg01", "foot"))
    long = np.linalg.norm(shin - thigh) + np.linalg.norm(foot - shin)
    seat(body, facing, [x, y, FLOOR + 0.95 + np.sqrt(long**2 - step**2) * 0.995], turned)
    aim = lambda d: body.rotation @ np.asarray(d, float)
    for side, sign in SIDES:
        body.put(f"clavicle.{side}", turn(Z, -6 * sign))
        ahead = -step * sign
        ankle = np.array([x, y, 0]) + aim([(0.55 if step else 0.75) * sign, 0, ahead])
        ankle[2] = FLOOR + (1.0 if ahead >= 0 else 1.0 + 0.42 * step)
        toes = [0.12 * sign, 0.25 if ahead > 0 else (-0.95 if ahead < 0 else 0), 1]
        instep = [0, 1, -toes[1]]
        leg(body, side, ankle, aim([0.1 * sign, 0.2, 1]), aim(toes), aim(instep))
    return aim


def hanging_arm(body, side, sign, aim, ahead, out=1.5, down=0.35):
    """An arm that swings forward or back by so much."""
    wrist = body.joint(f"upperleg01.{side}") + aim([(out - 0.9) * sign, down + 0.12 * abs(ahead), ahead])
    arm(body, side, wrist, aim([0.05 * sign, -1, 0.12 + 0.2 * ahead]), aim([-1.0 * sign, 0, -0.25]), aim([0.35 * sign, 0, -1]))
    relax(body, side, (14, 18, 12), -2, (8, 10, 8))


def clothed(body, whose, cut, line, **worn):
    skin = body.skin()
    meshes = bare(body, skin) + dressed(body, skin, cuff=0.88, neck=0.66, sag=0.06, **worn) + hair_of(cut, body, skin)
    strokes = face(body, skin, line, awake=True, mouth=True)
    return Person(body, whose, skin, meshes, strokes + (strands(body, meshes) if cut == "knot" else []))


def walking(who, x):
    """On the way home: towards +x, at an easy pace."""
    body = Body(client_points(True, who))
    aim = upright(body, "+x", x, lean=2, step=1.75, turned=-14)
    for side, sign in SIDES:
        hanging_arm(body, side, sign, aim, 1.05 * sign + 0.15)
    cut = CLIENTS[who][4]
    return clothed(body, CLIENT, "long" if cut == "back" else cut, "client", hem=-0.9, flare=0.14)


def welcome(who, theirs):
    """The client comes in at the door; the practitioner beside it shows the way with an open hand."""
    out = []
    client = Body(client_points(True, who))
    aim = upright(client, "+x", -4.4, -0.4, -24, 1, 1.1)
    for side, sign in SIDES:
        hanging_arm(client, side, sign, aim, 0.5 * sign + 0.15)
    cut = CLIENTS[who][4]
    out.append(clothed(client, CLIENT, "long" if cut == "back" else cut, "client", hem=-0.9, flare=0.14))
    body = Body(practitioner_points(True, theirs))
    aim = upright(body, "-x", 4.3, 0.2, 26, 2)
    hips = (body.joint("upperleg01.L") + body.joint("upperleg01.R")) / 2
    arm(body, "R", hips + aim([-0.95, 2.5, 2.9]), [-0.93, -0.30, 0.16], [-0.05, -0.55, 0.85], aim([-0.8, -1, -0.3]))
    relax(body, "R", (5, 11, 8), -1, (-6, 2, 2))
    hanging_arm(body, "L", 1.0, aim, 0.75, out=1.9)
    out.append(clothed(body, PRACTITIONER, PRACTITIONERS[theirs][4], "theirs", hem=-0.9, flare=0.14))
    return out


def talker(points, facing, hips, turned, lean, shift=0.0):
    body = Body(points)
    spine(body, lean, (2, 2, 2, 1, 0), (0, 0, 0))
    seat(body, facing, hips, turned)
    for side, sign in SIDES:
        body.put(f"clavicle.{side}", turn(Z, -7 * sign))
        ankle = np.asarray(hips) + body.rotation @ np.array([1.30 * sign, 0, 3.55 + shift * sign])
        ankle[2] = FLOOR + 1.0
        aim = lambda d: body.rotation @ np.array(d)
        leg(body, side, ankle, aim([0.3 * sign, 0.6, 1]), aim([0.2 * sign, 0, 1]))
    return body


def talking():
    """Two people on chairs, turned a little towards the viewer; the practitioner's right hand goes with the words."""
    out = []
    level = FLOOR + 4.35
    for whose, points, facing, x, turned, lean, shift in (
        (CLIENT, client_points(True), "+x", -6.0, -28, -2, 0.0),
        (PRACTITIONER, practitioner_points(True), "-x", 6.0, 28, 5, 0.25),
    ):
        hips = np.array([x, 0, level + (0.95 if whose == CLIENT else 0.90)])
        body = talker(points, facing, hips, turned, lean, shift)
        legs = dressed(body, body.skin())
        touch = Surface([(v, f) for v, f, part in legs if part in (LEG_L, LEG_R, TROUSERS)])
        aim = lambda d: body.rotation @ np.array(d, float)
        for side, sign in SIDES:
            if whose == PRACTITIONER and side == "R":
                arm(body, side, hips + aim([-0.85, 2.05, 2.75]), [-0.93, -0.30, 0.16], [-0.05, -0.55, 0.85], aim([-0.8, -1, -0.3]))
                relax(body, side, (5, 11, 8), -1, (-6, 2, 2))
                continue
            relax(body, side, (4, 6, 4), -4, (4, 6, 6))
            wide, forward = (0.98, 2.25) if whose == CLIENT else (1.1, 2.4)
            lay(
                body, side, touch, hips + aim([wide * sign, 1.3, forward]), aim([-0.30 * sign, -0.25, 0.95]),
                aim([-0.1 * sign, -1, -0.25]), aim([0.85 * sign, -0.6, -0.5]), [0, 0, -1],
            )  # fmt: skip
            close(body, side, touch, stop=(16, 22, 14))
        skin = body.skin()
        meshes = bare(body, skin) + dressed(body, skin, cuff=0.86, hem=-0.5, flare=0.16, neck=0.66, sag=0.08)
        line = "client" if whose == CLIENT else "theirs"
        meshes += hair_of("long" if whose == CLIENT else "knot", body, skin)
        strokes = face(body, skin, line, awake=True, mouth=True)
        if whose == PRACTITIONER:
            strokes += strands(body, meshes)
        out.append(Person(body, whose, skin, meshes, strokes))
    return out


TOUCHED = {
    "head": (SKIN, HAIR),
    "feet": (SOCK_L, SOCK_R, LEG_L, LEG_R),
    "trunk": (TOP, TROUSERS, LEG_L, LEG_R),
    "all": (TOP, TROUSERS, LEG_L, LEG_R, SLEEVE_L, SLEEVE_R, SKIN, HAIR),
}


def practitioner(where, hands, client, tell):
    """Sits or stands as `where` says (see scenes.toml), with hands on the client."""
    who = where.get("who", "usual")
    body = Body(practitioner_points(who=who))
    lean = where.get("lean", 6)
    spine(body, lean, where.get("back", (1, 2, 2, 2, 2)), (4, 4, 2), 6)
    stands = where.get("stands", False)
    by_head = hands[0]["touches"] == "head"
    x, y = np.array(where["at"], float) + (client.moved[:2] if by_head else 0)
    facing = where["facing"]
    seat(body, facing, [x, y, 1.95 if stands else SEAT + HIPS], where.get("turned", 0))
    aim = lambda d: body.rotation @ np.array(d, float)
    fans = {SIDE[hand["which"]]: hand["fan"] for hand in hands if "fan" in hand}
    for side, sign in SIDES:
        body.put(f"clavicle.{side}", turn(Z, -6 * sign) @ turn(Y, where.get("shoulders", -8) * sign))
        far = 0.1 if stands else 2.7
        ankle = np.array([x, y, 0]) + aim([(1.1 if stands else 1.2) * sign, 0, far])
        ankle[2] = FLOOR + 1.0
        leg(body, side, ankle, aim([0.25 * sign, 0.6, 1]), aim([0.22 * sign, 0, 1]))
        relax(body, side, fan=fans.get(side, FAN))
    for hand in hands:
        side = SIDE[hand["which"]]
        touch = client.surface(*TOUCHED[hand["touches"]])
        tell(f"{hand['which']} on {hand['place']}")
        wrist = np.array(hand["wrist"], float) + (client.moved if by_head else 0)
        if "towards" in hand:
            lay(body, side, touch, wrist, hand["fingers"], hand["palm"], hand["elbow"], hand["towards"], tell)
        else:
            arm(body, side, wrist, hand["fingers"], hand["palm"], hand["elbow"], tell)
        close(body, side, touch, hand.get("open", -12), hand.get("stop", (70, 80, 50)))
    skin = body.skin()
    meshes = bare(body, skin) + hair_of(PRACTITIONERS[who][4], body, skin)
    meshes += dressed(body, skin, cuff=0.84, hem=-1.6 if stands else -0.6, flare=0.16, sag=0 if stands else 0.1)
    strokes = face(body, skin, "theirs") + (strands(body, meshes) if who == "usual" else [])
    return Person(body, PRACTITIONER, skin, meshes, strokes)
