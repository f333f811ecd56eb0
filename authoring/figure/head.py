"""Hair as a simple mass, and the few strokes of a face."""

import numpy as np
from scipy.interpolate import CubicSpline

from body import led, unit
from clothes import HEAD
from parts import BUN, HAIR
from surface import caps, ellipsoid, faces, inflate, inside_polygon, loosened, rounded, sample

CELL = 0.04
# Middle of the head of the body that the measures were taken on, at rest.
MIDDLE = np.array([0, 6.32, 0.41])
# From the forehead to the nape, seen from the side: (up, forward) at rest.
HAIRLINE = {
    "back": [
        (7.44, 1.26), (7.25, 1.08), (7.04, 0.90), (6.86, 0.76), (6.76, 0.66), (6.77, 0.52), (6.70, 0.36), (6.52, 0.24),
        (6.33, 0.12), (6.22, -0.08), (6.18, -0.4), (6.1, -1.9), (7.4, -1.9), (8.4, -1.2), (8.5, 0.9),
    ],
    "long": [
        (7.44, 1.26), (7.25, 1.08), (7.04, 0.90), (6.86, 0.76), (6.76, 0.66), (6.77, 0.52), (6.70, 0.36), (6.50, 0.26),
        (6.2, 0.20), (5.8, 0.10), (5.45, -0.02), (5.38, -0.35), (5.5, -1.9), (7.4, -1.9), (8.4, -1.2), (8.5, 0.9),
    ],
    "short": [
        (7.44, 1.26), (7.25, 1.08), (7.06, 0.88), (6.90, 0.74), (6.78, 0.66), (6.70, 0.58), (6.56, 0.50), (6.62, 0.36),
        (6.50, 0.24), (6.34, 0.08), (6.22, -0.10), (6.14, -0.4), (6.06, -1.9), (7.4, -1.9), (8.4, -1.2), (8.5, 0.9),
    ],
}  # fmt: skip
EAR = [
    (6.56, 0.635), (6.62, 0.60), (6.645, 0.50), (6.59, 0.405), (6.48, 0.365), (6.38, 0.39), (6.28, 0.455),
    (6.195, 0.525), (6.185, 0.585), (6.205, 0.63),
]  # fmt: skip
STRANDS = [
    [(0.62, 7.12, 0.98), (0.66, 7.05, 0.5), (0.5, 6.85, 0), (0.2, 6.7, -0.3)],
    [(-0.62, 7.12, 0.98), (-0.66, 7.05, 0.5), (-0.5, 6.85, 0), (-0.2, 6.7, -0.3)],
    [(0.5, 7.38, 0.9), (0.58, 7.38, 0.4), (0.4, 7.1, -0.1), (0.15, 6.8, -0.35)],
    [(-0.5, 7.38, 0.9), (-0.58, 7.38, 0.4), (-0.4, 7.1, -0.1), (-0.15, 6.8, -0.35)],
]
# Middle and radii of the knot at the back of the practitioner's head.
KNOT = (np.array([0, 6.60, -0.52]), np.array([0.33, 0.32, 0.30]))


def size(body):
    return (body.end["head"][1] - body.at["head"][1]) / 1.40


def own(body, points):
    """Measures of the head above, as this head has them."""
    return (np.asarray(points, float) - MIDDLE) * size(body) + body.at["head"]


def ball(middle, radii, n=24):
    u, w = np.meshgrid(np.linspace(0, 2 * np.pi, 2 * n, endpoint=False), np.linspace(-np.pi / 2, np.pi / 2, n))
    v = np.stack([np.cos(w) * np.cos(u), np.cos(w) * np.sin(u), np.sin(w)], -1).reshape(-1, 3) * radii + middle
    ring, f = 2 * n, []
    for a in range(n - 1):
        for d in range(ring):
            x, y = a * ring + d, a * ring + (d + 1) % ring
            f += [[x, y, y + ring], [x, y + ring, x + ring]]
    return v, np.array(f)


def hair(body, skin, kind="back", thick=0.14, parting=0.0, fall=0.0, knot=False, extra=None):
    """`fall` lets what isn't on the face hang down (dm); `extra` is an ellipsoid more: middle and radii."""
    rest, head = body.rest, body.at["head"]
    f = faces(led(*HEAD, "neck") & (rest[:, 1] > 5.5 + head[1] - MIDDLE[1]))
    line = rounded((np.array(HAIRLINE[kind]) - MIDDLE[1:]) * size(body) + head[1:])
    back = np.linalg.inv(body.move("head"))

    def within(points):
        """Distance inside the hairline, which is rounder at the forehead."""
        x, y, z = points[..., 0], points[..., 1], points[..., 2]
        y = y - 0.60 * (0.28 - np.minimum(x**2, 0.42)) * np.clip((z - head[2] - 0.2) / 0.4, 0, 1)
        y = y - parting * np.clip(0.30 - abs(x), 0, 1) * (z > head[2] + 0.3)
        return inside_polygon(np.stack([y, z], -1), line)

    def at_rest(points):
        return points @ back[:3, :3].T + back[:3, 3]

    by = 0.03 + (thick - 0.03) * np.clip(within(rest) / 0.45, 0, 1) ** 0.7
    v = inflate(skin, f, by, 2, 6)
    points = np.concatenate([sample(v, f, CELL * 0.8), caps(v, f, CELL)])
    if fall:
        q = at_rest(points)
        loose = points[(within(q) > 0.05) & (q[:, 2] < 0.35)]
        points = np.concatenate([points] + [loose - [0, 0, t] for t in np.arange(CELL, fall, CELL)])
    if extra is not None:
        points = np.concatenate([points, body.there("head", ellipsoid(*extra, CELL))])

    def carve(points):
        q = at_rest(points)
        value = within(q)
        if fall:
            value = np.where((q[..., 2] < 0) & (q[..., 1] > head[1] - 0.02), np.maximum(value, 0.2), value)
        return value

    out = [(*loosened(points, 0.2, 0.02, CELL, 1.5, carve=[carve], soft=0.04), HAIR)]
    if knot:
        v, f = ball(own(body, KNOT[0]), KNOT[1])
        out.append((body.there("head", v), f, BUN))
    return out


def on_skin(body, skin, seen, plane=(0, 1, 2), sign=1):
    """Points of the plane at rest, laid on the skin of the head that looks that way."""
    f = faces(led(*HEAD))
    a, b, c = (body.rest[f[:, k]][:, plane] for k in range(3))
    d = (b[:, 1] - c[:, 1]) * (a[:, 0] - c[:, 0]) + (c[:, 0] - b[:, 0]) * (a[:, 1] - c[:, 1])
    d = np.where(abs(d) < 1e-12, 1e-12, d)
    out = []
    for x, y in seen:
        u = ((b[:, 1] - c[:, 1]) * (x - c[:, 0]) + (c[:, 0] - b[:, 0]) * (y - c[:, 1])) / d
        w = ((c[:, 1] - a[:, 1]) * (x - c[:, 0]) + (a[:, 0] - c[:, 0]) * (y - c[:, 1])) / d
        hit = np.where((u >= -1e-6) & (w >= -1e-6) & (u + w <= 1 + 1e-6))[0]
        if len(hit):
            deep = u[hit] * a[hit, 2] + w[hit] * b[hit, 2] + (1 - u[hit] - w[hit]) * c[hit, 2]
            k = hit[(sign * deep).argmax()]
            out.append(u[k] * skin[f[k, 0]] + w[k] * skin[f[k, 1]] + (1 - u[k] - w[k]) * skin[f[k, 2]])
    return np.array(out)


def face(body, skin, line, sides="LR", from_=0.13, awake=False, mouth=False, nose=False, ears=True):
    """Strokes on the skin: closed eyes (their outer part from `from_`), ears, and what else is wanted."""
    k, t = size(body), np.linspace(0, 1, 15)
    high = lambda y: (y - MIDDLE[1]) * k + body.at["head"][1]
    out = []
    for side in sides:
        sign = 1.0 if side == "L" else -1.0
        begun = (from_ - 0.13) / 0.32
        lid = np.sin(np.pi * (begun + (1 - begun) * t) ** 0.9)
        y = high(6.655 + 0.045 * lid if awake else 6.625 - 0.055 * lid)
        out.append((on_skin(body, skin, np.c_[sign * (from_ + (0.45 - from_) * t) * k, y]), line + "-fine", 0.1))
        if ears:
            curve = CubicSpline(np.linspace(0, 1, len(EAR)), EAR)(np.linspace(0, 1, 40))
            curve = (curve - MIDDLE[1:]) * k + body.at["head"][1:]
            out.append((on_skin(body, skin, curve, (1, 2, 0), sign), line, 0.12))
    if nose:
        out.append((on_skin(body, skin, np.c_[-0.115 + 0.23 * t, high(6.245 - 0.03 * np.sin(np.pi * t))]), line + "-fine", 0.1))
    if mouth:
        out.append((on_skin(body, skin, np.c_[-0.19 + 0.38 * t, high(6.035 - 0.012 * np.sin(np.pi * t))]), line + "-fine", 0.1))
    return [stroke for stroke in out if len(stroke[0]) > 4]


def strands(body, meshes, line="theirs-fine", n=20):
    """A few strokes on the hair, thrown on it from the middle of the head."""
    v, f, _ = next(mesh for mesh in meshes if mesh[2] == HAIR)
    a, e1, e2 = v[f[:, 0]], v[f[:, 1]] - v[f[:, 0]], v[f[:, 2]] - v[f[:, 0]]
    middle, out = body.there("head", own(body, (0, 6.95, 0.5))), []
    for strand in STRANDS:
        p = body.there("head", own(body, strand))
        on = []
        for q in CubicSpline(np.linspace(0, 1, len(p)), p)(np.linspace(0, 1, n)):
            ray = unit(q - middle)
            h = np.cross(ray, e2)
            d = (e1 * h).sum(1)
            d = np.where(abs(d) < 1e-12, 1e-12, d)
            s = middle - a
            u, k = (s * h).sum(1) / d, np.cross(s, e1)
            w, t = (k @ ray) / d, (e2 * k).sum(1) / d
            hit = (u >= -1e-4) & (w >= -1e-4) & (u + w <= 1 + 1e-4) & (t > 0)
            if hit.any():
                on.append(middle + ray * t[hit].max())
        if len(on) > 4:
            out.append((np.array(on), line, 0.08))
    return out
