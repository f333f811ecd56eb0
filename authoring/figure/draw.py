"""Draws scenes: `python authoring/figure/draw.py [SCENE ...]`; without a name all of them.

What a scene shows is in scenes.toml; out come the files of static/figure/. The same input gives the same bytes.
"""

import sys
import tomllib
from pathlib import Path

import numpy as np

import people
import rooms
import things
from camera import Camera
from parts import CLIENT, HAND_L, HAND_R, PRACTITIONER, THINGS
from picture import svg

HERE = Path(__file__).parent
OUT = HERE.parent.parent / "static/figure"
# Every scene of the walk from the same place, so that table and client stay where they are.
WALK = dict(above=17, turned=-25, scale=48, size=(1400, 880), middle=(0.15, 0, -0.9))
CAMERA = {
    "walk": WALK,
    "chairs": dict(above=9, turned=0, scale=52, size=(1400, 880), middle=(0, 0, -1.1)),
    "side": dict(above=33, turned=-26, scale=47, size=(1400, 880), middle=(0.6, 1.2, -1.1)),
    # A hand on either side of the body, from above the foot end: neither hides behind the trunk.
    "both-sides": dict(above=40, turned=-55, scale=45, size=(1400, 880), middle=(0.3, -0.15, -1.66)),
    # Hands at the feet, from the head end: the practitioner's face and both hands are seen.
    "feet": dict(above=36, turned=25, scale=48, size=(1400, 880), middle=(-0.15, 0, -0.9)),
    # Hands at the head, from above the foot end: face, both hands and who sits behind are seen.
    "face": dict(above=44, turned=-54, scale=42, size=(1400, 880), middle=(-1.17, 1.97, 0.22)),
    # Wide, for the home page.
    "room": dict(above=9, turned=-5, scale=48, size=(2400, 880), middle=(0.6, 0, -0.2)),
    # People on their feet.
    "door": dict(above=8, turned=-10, scale=40, size=(1400, 880), middle=(0, 0, 1.6)),
    "way": dict(above=14, turned=0, scale=40, size=(1400, 880), middle=(0, 0, 1.2)),
    "map": dict(above=0, turned=0, scale=58, size=(1000, 1000), middle=(0, 0, -0.25)),
}


def of_things(meshes):
    return [(v, f, np.asarray(part) + 100 * THINGS) for v, f, part in meshes]


def built(scene, tell):
    """People and things of a scene."""
    posture, sitter, who = scene["client"], scene.get("practitioner"), scene.get("who", "usual")
    if posture == "talking":
        return people.talking(), things.chair(-6.1, -28, things.FLOOR) + things.chair(6.1, 208, things.FLOOR)
    if posture == "map":
        return [people.standing("-y", -3.2), people.standing("+y", 3.2)], []
    if posture == "walking":
        return [people.walking(who, -0.6)], rooms.way_home()
    if posture == "arriving":
        return people.welcome(who, "usual"), rooms.doorway(-9.2) + rooms.bench(9.4, 3.0) + rooms.shoes(9.2, 2.6)
    if posture == "side":
        client = people.on_side()
        goods = things.table(9.2, -8.2, (1.7, 1.7)) + things.pillow((6.5, 0.2, 0.42), (1.7, 2.3, 0.58))
        goods += things.soft((-4.2, -1.55, 1.38), (2.0, 1.25, 0.48)) + things.soft((1.05, -2.15, 0.42), (1.35, 0.8, 0.5), -6, 2.6)
    elif posture == "edge":
        client, goods = people.on_edge(who), things.table() + things.pillow()
    else:
        lifted = scene.get("lifted", "")
        heels = 1.06 if lifted == "heels" else 0.36
        client = people.lying(25 if lifted == "head" else 9, heels, scene.get("feet") == "long", who)
        goods = things.table() + things.knee_roll(client.worn)
        if lifted != "head":
            goods += things.pillow()
        if posture == "room":
            goods += rooms.room()
    both = [client]
    if sitter:
        both.append(people.practitioner(sitter, scene["hand"], client, tell))
        if not sitter.get("stands"):
            goods += things.stool(sitter["at"][0], sitter["at"][1])
    return both, goods


def drawn(scene, tell=print):
    who, goods = built(scene, tell)
    camera = Camera(**CAMERA[scene.get("camera", "walk")])
    meshes = [m for person in who for m in person.meshes] + of_things(goods)
    strokes = [s for person in who for s in person.strokes]
    under = [HAND_L if hand["which"] == "left" else HAND_R for hand in scene.get("hand", ()) if hand.get("through")]
    instead = people.colours(CLIENT, scene.get("who", "usual"))
    instead |= people.colours(PRACTITIONER, scene.get("practitioner", {}).get("who", "usual"))
    if scene["client"] in ("walking", "arriving"):
        instead[CLIENT, "sock"] = "hair"
    shaded, coarse = scene["client"] in ("back", "side", "room"), 1.7 if scene["client"] == "room" else 1.0
    return svg(camera, meshes, strokes, under, shaded, instead, coarse, scene.get("ruled", False))


def main():
    scenes = tomllib.loads((HERE / "scenes.toml").read_text())["scene"]
    wanted = sys.argv[1:]
    if unknown := set(wanted) - {scene["id"] for scene in scenes}:
        raise SystemExit(f"no scene {', '.join(sorted(unknown))}")
    for scene in scenes:
        if not wanted or scene["id"] in wanted:
            text = drawn(scene, lambda line: print(f"  {line}", flush=True))
            (OUT / f"{scene['id']}.svg").write_text(text)
            print(f"{scene['id']}: {len(text)} bytes", flush=True)


if __name__ == "__main__":
    main()
