"""A scene's meshes and strokes as one SVG file, coloured by the tokens of static/css/tokens.css."""

from collections import defaultdict

import numpy as np
from scipy import ndimage

import bezier
import ink
import parts
from bezier import resample, smooth
from camera import FINER, Buffers
from parts import CLIENT, IN_SLEEVE, IN_TOP, PRACTITIONER, SKIN, SLEEVE_L, SLEEVE_R, TABLE, THINGS, TOP

# Width of a line in pixels of the picture, and what finer strokes are of it.
WIDTH = 2.5
# Furthest first.
LINES = {
    "thing": ("line-thing", 1),
    "theirs": ("line-theirs", 1),
    "theirs-fine": ("line-theirs", 0.7),
    "client": ("text", 1),
    "client-fine": ("text", 0.75),
    "hand": ("now", 1),
}


def given_back(seen):
    """Specks of skin that show through cloth, and insides of cuffs thinner than a line, go to the cloth around."""
    label, depth = seen.label, seen.depth
    cloth = np.isin(label % 100, (TOP, SLEEVE_L, SLEEVE_R))
    r = int(round(WIDTH * 0.95 * FINER))
    y, x = np.ogrid[-r : r + 1, -r : r + 1]
    for one in np.unique(label):
        if one % 100 not in (SKIN, IN_TOP, IN_SLEEVE):
            continue
        mine = label == one
        inside = mine if one % 100 == SKIN else ndimage.binary_opening(mine, x * x + y * y <= r * r)
        pieces, count = ndimage.label(inside)
        area = np.bincount(pieces.ravel())
        least = (400 if one % 100 == SKIN else 200) * FINER**2
        small = np.isin(pieces, np.where(area < least)[0]) & mine
        own = cloth & (label // 100 == one // 100)
        if not small.any() or not own.any():
            continue
        if one % 100 == SKIN:
            # Only what has cloth all round.
            specks, count = ndimage.label(small)
            for k in range(1, count + 1):
                ring = ndimage.binary_dilation(specks == k, iterations=3) & (specks != k)
                if own[ring].mean() < 0.8:
                    small &= specks != k
        near = ndimage.distance_transform_edt(~own, return_distances=False, return_indices=True)
        label[small] = label[near[0][small], near[1][small]]
        depth[small] = depth[near[0][small], near[1][small]]


def runs(v):
    d = np.diff(np.r_[False, v, False].astype(int))
    return [(a, b) for a, b in zip(np.where(d == 1)[0], np.where(d == -1)[0]) if b - a > 3]


def on(mask, points):
    q = np.clip((points * FINER).astype(int), 0, [mask.shape[1] - 1, mask.shape[0] - 1])
    return mask[q[:, 1], q[:, 0]]


def fills(seen, instead, coarse):
    by = defaultdict(list)
    for label in np.unique(seen.label):
        if label:
            whose, token = int(label) // 100, parts.fill(int(label))
            by[whose, instead.get((whose, token), token)].append(label)
    out = []
    for (whose, token), labels in by.items():
        mask = np.isin(seen.label, labels)
        most = ink.TOLERANCE["thing-fill" if whose == THINGS else "fill"] * coarse
        out.append((float(seen.depth[mask].mean()), token, ink.region(mask, most=most, grow=1)))
    return [f'<path fill="var(--{token})" d="{d}"/>' for _, token, d in sorted(out) if d]


def shadow(seen, meshes):
    """A soft one on the table, of what lies low over it."""
    cast = Buffers(seen.camera)
    for v, f, label in meshes:
        if np.max(label) // 100 == CLIENT:
            f = f[v[f][:, :, 2].mean(1) < 0.5]
            high = np.maximum(v[:, 2], 0)
            cast.add(np.c_[v[:, 0] + 0.1 * high, v[:, 1] - 0.05 * high, np.zeros(len(v))], f, 1)
    d = ink.region((cast.label > 0) & (seen.label == THINGS * 100 + TABLE), sigma=14, smallest=120)
    return [f'<path fill="var(--shade)" d="{d}"/>'] if d else []


def hidden(seen, meshes, hands):
    """Hands under the body, faintly, where nothing of them is to be seen."""
    out = []
    for hand in hands:
        alone = Buffers(seen.camera, [m for m in meshes if np.ndim(m[2]) == 0 and m[2] == PRACTITIONER * 100 + hand])
        there = alone.label > 0
        shown = there & (np.abs(alone.depth - seen.depth) < 1e-4)
        under = there & ~shown & (seen.label // 100 == CLIENT)
        if under.sum() < 200:
            continue
        out.append(f'<path fill="var(--now)" fill-opacity=".16" d="{ink.region(under)}"/>')
        near_shown, near_under = (ndimage.maximum_filter(mask, 7) for mask in (shown, under))
        d = ""
        for points, _ in ink.lines(alone)["hand"]:
            for a, b in runs(~on(near_shown, points) & on(near_under, points)):
                if b - a > 6:
                    d += ink.stroke(points[a:b])
        out.append(f'<path fill="none" stroke="var(--now)" stroke-opacity=".6" stroke-width="2" d="{d}"/>')
    return out


def laid(seen, strokes):
    """Strokes on a surface, where they can be seen."""
    out = defaultdict(list)
    for points, name, deep in strokes:
        p = seen.camera(points)
        q = np.clip(p[:, :2].astype(int), 0, [seen.camera.width - 1, seen.camera.height - 1])
        for a, b in runs(p[:, 2] > seen.depth[q[:, 1], q[:, 0]] - deep):
            line = resample(p[a:b, :2], 2.0)
            if len(line) > 4:
                out[name].append((smooth(line, 2, False) / FINER, False))
    return out


def svg(camera, meshes, strokes, under=(), shaded=True, instead=None, coarse=1.0, ruled=False):
    """`under` are parts of the practitioner's hands that are shown through the body; `instead` has other tokens for
    those of a person; `coarse` is for a picture that's shown smaller than the others; with `ruled`, long straight edges
    are single lines."""
    bezier.RULED = ruled
    seen = Buffers(camera, meshes)
    given_back(seen)
    found = ink.lines(seen)
    for name, more in laid(seen, strokes).items():
        found[name] += more
    body = fills(seen, instead or {}, coarse) + (shadow(seen, meshes) if shaded else []) + hidden(seen, meshes, under)
    for name, (token, share) in LINES.items():
        if found[name]:
            most = ink.TOLERANCE["thing" if name == "thing" else "line"] * coarse
            d = "".join(ink.stroke(points, closed, most) for points, closed in found[name])
            body.append(f'<path fill="none" stroke="var(--{token})" stroke-width="{WIDTH * share:g}" d="{d}"/>')
    width, height = camera.size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<g id="it" stroke-linecap="round" stroke-linejoin="round">{"".join(body)}</g></svg>\n'
    )
